import type { IncidentKey } from '#shared/domain/incidents.ts';
import type { OpenProject } from '../project/open-project.ts';

/** A key of the answer: which column it comes from, and how many values it can have. */
export interface CountDimension {
  readonly key: IncidentKey;
  readonly column: Column;
  /** Value in the column → position in `values`. Several values may share one (offences of a group); null for none. */
  readonly positionOf: (columnValue: number) => number;
  /** How many positions there are. */
  readonly size: number;
}

type Column = 'place_key' | 'offence_key' | 'year' | 'month' | 'weekday' | 'hour';

/** What stands for «not stated» while columns are packed; never a value of the column itself. */
export const notStated: Readonly<Record<Column, number>> = { place_key: 0, offence_key: 0, year: 0, month: 0, weekday: 0, hour: 24 };

/** Positions of one combination, in the order of the dimensions, and how many incidents it has. */
export interface Counted {
  readonly positions: readonly number[];
  readonly count: number;
}

/** Above this many possible combinations they are gathered in a map instead of an array. */
const largestArray = 2_000_000;

/**
 * Counts incidents by up to four dimensions. SQLite sorts to group, which takes four times as long as handing over one packed
 * whole number per row and adding up here: a quarter of a million rows in some 40 ms (docs/performance.md).
 */
export function countBy(project: OpenProject, dimensions: readonly CountDimension[], where: string): Counted[] {
  if (dimensions.length === 0) return countAll(project, where);
  const columns = [...new Set(dimensions.map((dimension) => dimension.column))];
  const sizes = columns.map((column) => columnSize(project, column));
  const packed = columns.reduce((code, column, index) => `(${code}) * ${sizes[index]} + ifnull(${column}, ${notStated[column]})`, '0');
  const add = createAdder(dimensions, columns, sizes);
  const { reader } = project;
  // Nearly every row is one incident; where a source gives sums its rows come as -1 and are read apart.
  let hasSums = false;
  for (const code of reader.prepare(`SELECT CASE WHEN count = 1 THEN ${packed} ELSE -1 END FROM incident WHERE ${where}`).pluck().all() as number[]) {
    if (code < 0) hasSums = true;
    else add.one(code, 1);
  }
  if (hasSums) {
    const sums = reader.prepare(`SELECT ${packed}, count FROM incident WHERE count > 1 AND ${where}`).raw().all() as [number, number][];
    for (const [code, count] of sums) add.one(code, count);
  }
  return add.result();
}

function countAll(project: OpenProject, where: string): Counted[] {
  const count = project.reader.prepare(`SELECT ifnull(sum(count), 0) FROM incident WHERE ${where}`).pluck().get();
  return [{ positions: [], count: Number(count) }];
}

const fixedSizes: Partial<Record<Column, number>> = { year: 2201, month: 13, weekday: 8, hour: 25 };

/** One more than the largest value a column can have. */
function columnSize(project: OpenProject, column: Column): number {
  const table = column === 'place_key' ? 'place' : 'offence';
  return fixedSizes[column] ?? Number(project.reader.prepare(`SELECT ifnull(max(key), 0) + 1 FROM ${table}`).pluck().get());
}

function createAdder(dimensions: readonly CountDimension[], columns: readonly Column[], sizes: readonly number[]) {
  const total = dimensions.reduce((product, dimension) => product * dimension.size, 1);
  const array = total <= largestArray ? new Float64Array(total) : null;
  const map = new Map<number, number>();
  // Weight of each dimension in the answer's code, and a table per column from value to its share of that code.
  const tables = columns.map((column, index) => positionTable(dimensions, column, sizes[index] ?? 1));
  const last = columns.length - 1;
  return {
    one(code: number, count: number): void {
      let rest = code;
      let position = 0;
      for (let index = last; index >= 0; index--) {
        const size = sizes[index] ?? 1;
        const above = Math.floor(rest / size);
        position += tables[index]?.[rest - above * size] ?? 0;
        rest = above;
      }
      if (array) array[position] = (array[position] ?? 0) + count;
      else map.set(position, (map.get(position) ?? 0) + count);
    },
    result(): Counted[] {
      const counted: Counted[] = [];
      const push = (code: number, count: number) => counted.push({ positions: unpack(code, dimensions), count });
      if (array) {
        for (let code = 0; code < array.length; code++) if (array[code]) push(code, array[code] ?? 0);
      } else for (const [code, count] of map) push(code, count);
      return counted;
    },
  };
}

/** For every value of a column: what it adds to the code of the answer, over all dimensions that read this column. */
function positionTable(dimensions: readonly CountDimension[], column: Column, size: number): Float64Array {
  const table = new Float64Array(size);
  let weight = 1;
  for (const dimension of dimensions.toReversed()) {
    if (dimension.column === column) for (let value = 0; value < size; value++) table[value] = (table[value] ?? 0) + dimension.positionOf(value) * weight;
    weight *= dimension.size;
  }
  return table;
}

function unpack(code: number, dimensions: readonly CountDimension[]): number[] {
  const positions: number[] = new Array(dimensions.length);
  let rest = code;
  for (let index = dimensions.length - 1; index >= 0; index--) {
    const size = dimensions[index]?.size ?? 1;
    const above = Math.floor(rest / size);
    positions[index] = rest - above * size;
    rest = above;
  }
  return positions;
}
