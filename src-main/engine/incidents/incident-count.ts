import type { IncidentKey } from '#shared/domain/incidents.ts';
import type { CountedColumn, IncidentColumns } from './incident-columns.ts';

/** A key of the answer: which column it comes from, and how many values it can have. */
export interface CountDimension {
  readonly key: IncidentKey;
  readonly column: CountedColumn;
  /** Value in the column → position among the values of the answer. Several values may share one (offences of a group). */
  readonly positionOf: (columnValue: number) => number;
  /** How many positions there are. */
  readonly size: number;
}

/** Positions of one combination, in the order of the dimensions, and how many incidents it has. */
export interface Counted {
  readonly positions: readonly number[];
  readonly count: number;
}

/** Above this many possible combinations they are gathered in a map instead of an array. */
const largestArray = 4_000_000;

/**
 * Counts incidents by up to four dimensions, those rows only whose `mask` is 1 (null = all). One pass over the rows for each dimension,
 * then one that adds up: more than a million rows in some 20 ms (docs/performance.md).
 */
export function countBy(columns: IncidentColumns, dimensions: readonly CountDimension[], mask: Uint8Array | null): Counted[] {
  if (dimensions.length === 0) return [{ positions: [], count: countAll(columns, mask) }];
  const total = dimensions.reduce((product, dimension) => product * dimension.size, 1);
  const codes = codesOf(columns, dimensions);
  const counted: Counted[] = [];
  const push = (code: number, count: number) => counted.push({ positions: unpack(code, dimensions), count });
  if (total <= largestArray) {
    const sums = addUp(codes, columns.count, mask, total);
    for (let code = 0; code < total; code += 1) if (sums[code]) push(code, sums[code] ?? 0);
  } else {
    for (const [code, count] of addUpInMap(codes, columns.count, mask)) push(code, count);
  }
  return counted;
}

/** For each row the place of its combination in a list of all of them. */
function codesOf(columns: IncidentColumns, dimensions: readonly CountDimension[]): Float64Array | Int32Array {
  const total = dimensions.reduce((product, dimension) => product * dimension.size, 1);
  const codes = total < 2 ** 31 ? new Int32Array(columns.length) : new Float64Array(columns.length);
  let weight = total;
  for (const { column, positionOf, size } of dimensions) {
    weight /= size;
    addPositions(codes, columns[column], sharesOf(columns.sizes[column], positionOf, weight));
  }
  return codes;
}

/** What each value of a column adds to the code. */
function sharesOf(size: number, positionOf: (value: number) => number, weight: number): Float64Array {
  return Float64Array.from({ length: size }, (_, value) => positionOf(value) * weight);
}

function addPositions(codes: Float64Array | Int32Array, column: Uint32Array | Uint16Array | Uint8Array, shares: Float64Array): void {
  for (let row = 0; row < codes.length; row += 1) codes[row] = (codes[row] as number) + (shares[column[row] as number] as number);
}

function addUp(codes: ArrayLike<number>, counts: Float64Array | null, mask: Uint8Array | null, total: number): Float64Array {
  const sums = new Float64Array(total);
  for (let row = 0; row < codes.length; row += 1) {
    if (mask && mask[row] === 0) continue;
    const code = codes[row] as number;
    sums[code] = (sums[code] as number) + (counts ? (counts[row] as number) : 1);
  }
  return sums;
}

function addUpInMap(codes: ArrayLike<number>, counts: Float64Array | null, mask: Uint8Array | null): Map<number, number> {
  const sums = new Map<number, number>();
  for (let row = 0; row < codes.length; row += 1) {
    if (mask && mask[row] === 0) continue;
    const code = codes[row] ?? 0;
    sums.set(code, (sums.get(code) ?? 0) + (counts ? (counts[row] ?? 0) : 1));
  }
  return sums;
}

function countAll({ length, count }: IncidentColumns, mask: Uint8Array | null): number {
  if (!mask && !count) return length;
  let sum = 0;
  for (let row = 0; row < length; row += 1) if (!mask || mask[row] === 1) sum += count ? (count[row] ?? 0) : 1;
  return sum;
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
