import type { Position } from '#shared/domain/geometry.ts';
import { parseCoordinate, parsePoint } from '../../../imports/detect/coordinates.ts';
import type { Cell, ForeignRow } from '../../../imports/foreign-table.ts';
import type { ProblemList } from '../problems.ts';
import type { RowFields } from '../row-fields.ts';

/** Reads the point of a row as the file writes it, in degrees or metres: two columns, or one with both (well-known text, GeoJSON, a pair). */
export class PointCells {
  readonly #fields: RowFields;
  readonly #problems: ProblemList;
  readonly #isNotKnown: (cell: Cell) => boolean;
  readonly #x: number;
  readonly #y: number;
  readonly #mark;

  constructor(fields: RowFields, problems: ProblemList, isNotKnown: (cell: Cell) => boolean) {
    this.#fields = fields;
    this.#problems = problems;
    this.#isNotKnown = isNotKnown;
    this.#x = fields.indexOf('longitude');
    this.#y = fields.indexOf('latitude');
    this.#mark = fields.recipe.decimalMark ?? ('.' as const);
  }

  /** Hands the point to `take`, NaN where there is none; a cell that states something else is a problem. */
  read(row: ForeignRow, take: (x: number, y: number) => void): void {
    const [x, y] = row.point ?? this.#pointOf(row) ?? [Number.NaN, Number.NaN];
    take(x, y);
  }

  #pointOf(row: ForeignRow): Position | null {
    if (this.#x < 0 && this.#y < 0) return null;
    const xCell = this.#x < 0 ? '' : (row.cells[this.#x] ?? '');
    const yCell = this.#y < 0 ? '' : (row.cells[this.#y] ?? '');
    const x = xCell === '' ? null : parseCoordinate(xCell, this.#mark);
    const y = yCell === '' ? null : parseCoordinate(yCell, this.#mark);
    if (x !== null && y !== null && this.#x !== this.#y) return [x, y];
    const point = parsePoint(xCell === '' ? yCell : xCell);
    if (point === null) this.#report(row.row, xCell, yCell);
    return point;
  }

  #report(row: number, xCell: Cell, yCell: Cell): void {
    const isNone = this.#isNotKnown(xCell) && this.#isNotKnown(yCell);
    const column = this.#fields.columnOf('longitude') ?? this.#fields.columnOf('latitude');
    const value = isNone ? '' : [xCell, yCell].filter((cell) => cell !== '').join(', ');
    this.#problems.add(isNone ? 'no-coordinates' : 'bad-coordinate', { row, column, value });
  }
}
