import type { ImportField } from '#shared/domain/recipes.ts';
import type { Cell, ForeignRow } from '../../../imports/foreign-table.ts';
import type { ProblemList } from '../problems.ts';
import type { RowFields } from '../row-fields.ts';
import { Distinct, FloatColumn, IntColumn, RowHashes } from './columns.ts';
import { PointCells } from './point-cells.ts';

/** Which areas a row names; ids into `areas`, `parents` and `codes`. */
export interface Labels {
  readonly area: string;
  readonly parent: string;
  readonly code: string;
}

/** Where a field's cells stand; the constant is what an empty cell or a missing column means. */
interface FieldPlace {
  readonly index: number;
  readonly constant: string;
}

/**
 * The rows of an incident file while they are read: small numbers in typed columns, each distinct text once. Nothing is judged here
 * that needs the whole file (the order of dates, which layer the names belong to, whether coordinates are swapped).
 */
export class IncidentStaging {
  /** Row in the file. A row of a wide table stands here once for each of its columns. */
  readonly rows = new IntColumn();
  readonly dates = new IntColumn();
  readonly times = new IntColumn();
  readonly years = new IntColumn();
  readonly months = new IntColumn();
  readonly offences = new IntColumn();
  readonly labels = new IntColumn();
  readonly counts = new IntColumn();
  readonly longitudes = new FloatColumn();
  readonly latitudes = new FloatColumn();

  readonly distinctDates = new Distinct<Cell>();
  readonly distinctTimes = new Distinct<Cell>();
  readonly distinctYears = new Distinct<Cell>();
  readonly distinctMonths = new Distinct<Cell>();
  readonly distinctOffences = new Distinct<string>();
  readonly distinctLabels: Labels[] = [];

  /** All rows of the file, filtered ones too. */
  rowCount = 0;
  /** Rows that at least one incident was staged of. */
  stagedRowCount = 0;
  #areas = new Distinct<string>();
  #parents = new Distinct<string>();
  #codes = new Distinct<string>();
  readonly #pairIds = new Map<number, number>();
  readonly #labelIds = new Map<number, number>();
  #hashes: RowHashes | null = new RowHashes();
  #lastLabel = { area: -1, parent: -1, code: -1, id: -1 };
  #lastMoment: { readonly cell: Cell; readonly parts: readonly [Cell, Cell] } = { cell: '', parts: ['', ''] };
  readonly #fields: RowFields;
  readonly #problems: ProblemList;
  readonly #points: PointCells;
  readonly #takePoint = (x: number, y: number): void => {
    this.longitudes.push(x);
    this.latitudes.push(y);
  };
  /** What the columns of a wide table are. */
  readonly #wideField: string | null;
  readonly #at;

  /** `isNotKnown` tells cells such as «N.D.» that state nothing. */
  constructor(fields: RowFields, problems: ProblemList, isNotKnown: (cell: Cell) => boolean) {
    this.#points = new PointCells(fields, problems, isNotKnown);
    this.#fields = fields;
    this.#problems = problems;
    this.#wideField = fields.recipe.wide?.field ?? null;
    this.#at = {
      date: fields.indexOf('date'),
      time: fields.indexOf('time'),
      year: placeOf(fields, 'year'),
      month: placeOf(fields, 'month'),
      offence: placeOf(fields, 'offence'),
      area: placeOf(fields, 'area'),
      parent: placeOf(fields, 'parentArea'),
      code: placeOf(fields, 'areaCode'),
    };
    this.distinctDates.idOf('');
    this.distinctTimes.idOf('');
  }

  /** True when times come out of the date column, where midnight may just mean «no time». */
  get hasTimesFromDates(): boolean {
    return this.#at.time < 0;
  }

  take(row: ForeignRow): void {
    this.rowCount++;
    const fields = this.#fields;
    if (!fields.keeps(row)) return;
    const { cells } = row;
    const first = this.#hashes?.seen(cells, row.row) ?? 0;
    if (first > 0) {
      const isSkipped = fields.recipe.repeatedRows === 'skip';
      this.#problems.add(isSkipped ? 'repeated-row' : 'duplicate-row', { row: row.row, params: { first } });
      if (isSkipped) return;
    }
    const offence = this.#wideField === 'offence' ? '' : String(cellAt(cells, this.#at.offence));
    if (offence === '' && this.#wideField !== 'offence') {
      this.#problems.add('missing-offence', { row: row.row, column: fields.columnOf('offence') });
      return;
    }
    if (this.#stageCounts(row, offence)) this.stagedRowCount++;
  }

  /** All rows are there: what was only needed to tell repeated ones is let go. */
  end(): void {
    this.#hashes = null;
  }

  /** One incident row, or one for each column of a wide table. */
  #stageCounts(row: ForeignRow, offence: string): boolean {
    const fields = this.#fields;
    if (fields.wide.length === 0) {
      const index = fields.indexOf('count');
      const count = index < 0 && fields.recipe.constants.count === undefined ? 1 : this.#count(row, fields.cell(row, 'count'), fields.columnOf('count'));
      if (count === null) return false;
      this.#stage(row, offence, count, null);
      return true;
    }
    let staged = false;
    for (const { index, name } of fields.wide) {
      const cell = row.cells[index] ?? '';
      // An empty cell of a wide table is a figure that was not published.
      if (cell === '') continue;
      const count = this.#count(row, cell, name);
      if (count === null) continue;
      this.#stage(row, offence, count, name);
      staged = true;
    }
    return staged;
  }

  #count(row: ForeignRow, cell: Cell, column: string | null): number | null {
    const value = this.#fields.numberOf(cell);
    if (value === null || !Number.isInteger(value) || Math.abs(value) > 0x7fffffff) {
      this.#problems.add('bad-count', { row: row.row, column, value: cell });
      return null;
    }
    if (value < 0) {
      this.#problems.add('negative-count', { row: row.row, column, value: cell });
      return null;
    }
    return value;
  }

  /** `wideColumn` is the name of the column that the count stands in, in the place of the field that the columns side by side are. */
  #stage(row: ForeignRow, offence: string, count: number, wideColumn: string | null): void {
    const { cells } = row;
    const wide = wideColumn === null ? null : this.#wideField;
    const year = wide === 'year' && wideColumn !== null ? wideColumn : cellAt(cells, this.#at.year);
    const month = wide === 'month' && wideColumn !== null ? wideColumn : cellAt(cells, this.#at.month);
    const [date, time] = this.#momentOf(this.#at.date < 0 ? '' : (cells[this.#at.date] ?? ''));
    this.rows.push(row.row);
    this.dates.push(this.distinctDates.idOf(date));
    this.times.push(this.distinctTimes.idOf(this.#at.time < 0 ? time : (cells[this.#at.time] ?? '')));
    this.years.push(this.distinctYears.idOf(year));
    this.months.push(this.distinctMonths.idOf(month));
    this.offences.push(this.distinctOffences.idOf(wide === 'offence' && wideColumn !== null ? wideColumn : offence));
    this.labels.push(this.#labelOf(cells, wide === 'area' ? wideColumn : null));
    this.counts.push(count);
    this.#points.read(row, this.#takePoint);
  }

  #momentOf(cell: Cell): readonly [Cell, Cell] {
    if (cell !== this.#lastMoment.cell) this.#lastMoment = { cell, parts: splitMoment(cell) };
    return this.#lastMoment.parts;
  }

  #labelOf(cells: readonly Cell[], wideArea: string | null): number {
    const area = this.#areas.idOf(wideArea ?? String(cellAt(cells, this.#at.area)));
    const parent = this.#parents.idOf(String(cellAt(cells, this.#at.parent)));
    const code = this.#codes.idOf(String(cellAt(cells, this.#at.code)));
    const last = this.#lastLabel;
    if (last.area === area && last.parent === parent && last.code === code) return last.id;
    const id = this.#labelIdOf(area, parent, code);
    this.#lastLabel = { area, parent, code, id };
    return id;
  }

  #labelIdOf(area: number, parent: number, code: number): number {
    const pair = numbered(this.#pairIds, parent * idLimit + area);
    const key = code * idLimit + pair;
    const known = this.#labelIds.get(key);
    if (known !== undefined) return known;
    const id = this.distinctLabels.length;
    this.distinctLabels.push({ area: this.#areas.values[area] ?? '', parent: this.#parents.values[parent] ?? '', code: this.#codes.values[code] ?? '' });
    this.#labelIds.set(key, id);
    return id;
  }
}

/** Two ids below it fit into one exact number. */
const idLimit = 2 ** 26;

/** The number that a key got when it was first seen. */
function numbered(ids: Map<number, number>, key: number): number {
  const known = ids.get(key);
  if (known !== undefined) return known;
  ids.set(key, ids.size);
  return ids.size - 1;
}

function placeOf(fields: RowFields, field: ImportField): FieldPlace {
  return { index: fields.indexOf(field), constant: (fields.recipe.constants[field] ?? '').trim() };
}

function cellAt(cells: readonly Cell[], { index, constant }: FieldPlace): Cell {
  const cell = index < 0 ? '' : (cells[index] ?? '');
  return cell === '' ? constant : cell;
}

/** A date-time in its two parts; a date without a time has an empty second part. */
function splitMoment(cell: Cell): readonly [Cell, Cell] {
  if (typeof cell === 'number') return Number.isInteger(cell) ? [cell, ''] : [Math.floor(cell), cell % 1];
  const colon = cell.indexOf(':');
  if (colon < 2) return [cell, ''];
  let start = colon;
  while (start > 0 && isDigitAt(cell, start - 1)) start--;
  const gap = cell[start - 1];
  if (start === 0 || (gap !== 'T' && gap !== ' ' && gap !== ',')) return [cell, ''];
  return [cell.slice(0, start - 1).replace(/[\s,]+$/, ''), cell.slice(start)];
}

function isDigitAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return (code >= 48 && code <= 57) || (code >= 0x660 && code <= 0x669);
}
