import { wktToGeoJSON } from 'betterknown';
import type { Boundary } from '#shared/domain/geometry.ts';
import type { ForeignRow } from '../../../imports/foreign-table.ts';
import { cleanBoundary, pointInside, polygonsOf, surfaceKm2 } from '../../areas/geodesy.ts';
import { PolygonIndex } from '../../areas/polygon-index.ts';
import type { ImportWork } from '../kind-import.ts';

/** An area as a file describes it. */
export interface AreaRow {
  readonly row: number;
  readonly name: string;
  readonly code: string;
  readonly parent: string;
  readonly boundary: Boundary | null;
  readonly areaKm2: number | null;
  readonly population: number | null;
}

/**
 * Takes the rows of an area file, one area for each name and code (within its larger area). Names that differ in an accent or
 * a space stay apart: real files hold both spellings, and the incidents use both.
 */
export class AreaRows {
  readonly #areas = new Map<string, AreaRow>();
  readonly #work: ImportWork;
  rowCount = 0;

  constructor(work: ImportWork) {
    this.#work = work;
  }

  get areas(): AreaRow[] {
    return [...this.#areas.values()];
  }

  take(row: ForeignRow): void {
    this.rowCount++;
    const { fields, problems } = this.#work;
    if (!fields.keeps(row)) return;
    const name = fields.text(row, 'name').slice(0, 500);
    if (name === '') {
      problems.add('missing-name', { row: row.row, column: fields.columnOf('name') });
      return;
    }
    const parent = fields.text(row, 'parent');
    const code = fields.text(row, 'code').slice(0, 500);
    const boundary = this.#boundary(row);
    const key = [name, parent, code].join('\n');
    const known = this.#areas.get(key);
    if (known) {
      this.#repeat(key, known, row, boundary);
      return;
    }
    this.#areas.set(key, { row: row.row, name, code, parent, boundary, areaKm2: this.#areaKm2(row, boundary), population: this.#population(row) });
  }

  /** Maps often draw the parts of one area as rows of their own; a second row without a boundary is a repetition. */
  #repeat(key: string, known: AreaRow, row: ForeignRow, boundary: Boundary | null): void {
    const { fields, problems } = this.#work;
    const place = { row: row.row, column: fields.columnOf('name'), value: known.name };
    if (!boundary || !known.boundary || isOverlapping(known.boundary, boundary)) {
      problems.add('duplicate-area', place);
      return;
    }
    problems.add('merged-area', place);
    const joined: Boundary = { type: 'MultiPolygon', coordinates: [...polygonsOf(known.boundary), ...polygonsOf(boundary)] };
    this.#areas.set(key, { ...known, boundary: joined, areaKm2: surfaceKm2(joined) });
  }

  #boundary(row: ForeignRow): Boundary | null {
    const { fields, problems } = this.#work;
    if (row.boundary) return cleanBoundary(row.boundary);
    if (row.point) problems.add('point-instead-of-boundary', { row: row.row });
    const text = fields.text(row, 'wkt');
    if (text === '') return null;
    const boundary = readWkt(text);
    if (!boundary) problems.add('bad-boundary', { row: row.row, column: fields.columnOf('wkt'), value: text });
    return boundary;
  }

  #areaKm2(row: ForeignRow, boundary: Boundary | null): number | null {
    if (boundary) return surfaceKm2(boundary);
    const { fields, problems } = this.#work;
    const value = fields.number(row, 'areaKm2');
    if (value === null || value > 0) return value;
    problems.add('bad-area-size', { row: row.row, column: fields.columnOf('areaKm2'), value: fields.cell(row, 'areaKm2') });
    return null;
  }

  #population(row: ForeignRow): number | null {
    const { fields, problems } = this.#work;
    const value = fields.number(row, 'population');
    if (value === null || value >= 0) return value;
    problems.add('bad-population', { row: row.row, column: fields.columnOf('population'), value: fields.cell(row, 'population') });
    return null;
  }
}

/** Drawn twice rather than in two parts. */
function isOverlapping(one: Boundary, other: Boundary): boolean {
  const holds = (outer: Boundary, inner: Boundary) => {
    const point = pointInside(inner);
    return point !== null && new PolygonIndex([{ key: 1, boundary: outer }]).keyAt(point[0], point[1]) === 1;
  };
  return holds(one, other) || holds(other, one);
}

/** A polygon in well-known text, in degrees; null for anything else. */
function readWkt(text: string): Boundary | null {
  try {
    const geometry = wktToGeoJSON(text);
    if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return null;
    const boundary = cleanBoundary(geometry as Boundary);
    const isDegrees = boundary && polygonsOf(boundary).every((rings) => rings[0]?.every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90));
    return isDegrees ? boundary : null;
  } catch {
    return null;
  }
}
