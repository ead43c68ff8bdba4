import type { IncidentRow } from '#shared/domain/incidents.ts';
import type { Observation } from '#shared/domain/indicators.ts';
import type { Vote, VotingGroup } from '#shared/domain/priorities.ts';
import type { HidingReason } from '#shared/domain/releases.ts';
import { type EarlierMark, hideInList, hideInTable, isSmall, type TableThresholds } from '#shared/methods/disclosure.ts';
import type { ProfileData } from './profile-data.ts';

/** A summary row as it may be shown: a hidden count takes its rate and interval with it. */
export interface ShownRow extends Omit<IncidentRow, 'count'> {
  readonly count: number | null;
  readonly isHidden: boolean;
  readonly why: HidingReason | null;
}

export function shownRow(row: IncidentRow, why: HidingReason | null): ShownRow {
  return why ? { ...row, count: null, rate: null, low: null, high: null, isHidden: true, why } : { ...row, isHidden: false, why };
}

/** Rows whose sum is published beside them. Where no pattern protects the small ones, every row but the zeros is hidden. */
export function shownList(
  rows: readonly IncidentRow[],
  threshold: number | ((row: IncidentRow) => number),
  earlier: (row: IncidentRow) => EarlierMark | null = () => null,
): ShownRow[] {
  const { hiding, isSafe } = hideInList(
    rows.map((row) => row.count),
    rows.map((row) => (typeof threshold === 'number' ? threshold : threshold(row))),
    rows.map(earlier),
  );
  return rows.map((row, place) => shownRow(row, hiding[place] ?? (isSafe || row.count === 0 ? null : 'protects')));
}

export interface ShownTable<Row, Column> {
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  /** Null = hidden; 0 = nothing of the kind. */
  count(row: Row, column: Column): number | null;
  why(row: Row, column: Column): HidingReason | null;
  readonly hasHidden: boolean;
}

/** A table of counts whose hidden cells are known. */
export function tableOf<Row, Column>(
  rows: readonly Row[],
  columns: readonly Column[],
  countAt: (r: number, c: number) => number,
  whyAt: (r: number, c: number) => HidingReason | null,
): ShownTable<Row, Column> {
  const rowPlaces = new Map(rows.map((row, place) => [row, place]));
  const columnPlaces = new Map(columns.map((column, place) => [column, place]));
  const at = <Value>(row: Row, column: Column, read: (r: number, c: number) => Value, absent: Value) => {
    const r = rowPlaces.get(row);
    const c = columnPlaces.get(column);
    return r === undefined || c === undefined ? absent : read(r, c);
  };
  const why = (row: Row, column: Column) => at(row, column, whyAt, null);
  return {
    rows,
    columns,
    why,
    count: (row, column) => (why(row, column) ? null : at(row, column, countAt, 0)),
    hasHidden: rows.some((_, r) => columns.some((__, c) => whyAt(r, c) !== null)),
  };
}

/** Exact feasible ranges cost time with the square of the hidden cells; a larger table is protected by the rule below. */
const largestExactTable = 1_500;

/**
 * A table of counts beside published row and column totals. Rows in `hiddenRows` (their own total is hidden) show nothing but zeros.
 * Small tables are protected by exact feasible ranges (`hideInTable`); large ones, and those that no such pattern protects, by hiding in every
 * row and column that has a hidden cell at least two of them, with a sum of at least the threshold.
 */
export function shownTable<Row, Column>(
  source: readonly IncidentRow[],
  options: {
    rowOf: (row: IncidentRow) => Row;
    columnOf: (row: IncidentRow) => Column;
    rows: readonly Row[];
    columns: readonly Column[];
    hiddenRows?: ReadonlySet<Row>;
    threshold: TableThresholds;
  },
): ShownTable<Row, Column> {
  const { rows, columns, threshold } = options;
  const rowPlaces = new Map(rows.map((row, place) => [row, place]));
  const columnPlaces = new Map(columns.map((column, place) => [column, place]));
  const counts = rows.map(() => columns.map(() => 0));
  for (const entry of source) {
    const line = counts[rowPlaces.get(options.rowOf(entry)) ?? -1];
    const place = columnPlaces.get(options.columnOf(entry));
    if (line && place !== undefined) line[place] = (line[place] ?? 0) + entry.count;
  }
  const forced = new Set(rows.flatMap((row, place) => (options.hiddenRows?.has(row) ? [place] : [])));
  const hidden = hide(counts, forced, threshold);
  return tableOf(
    rows,
    columns,
    (r, c) => counts[r]?.[c] ?? 0,
    (r, c) => (hidden[r]?.[c] ? (isSmall(counts[r]?.[c] ?? 0, thresholdAt(threshold, r, c)) ? 'small' : 'protects') : null),
  );
}

function thresholdAt(thresholds: TableThresholds, r: number, c: number): number {
  return typeof thresholds === 'number' ? thresholds : Math.max(thresholds.base, thresholds.rows?.[r] ?? 0, thresholds.columns?.[c] ?? 0);
}

function hide(counts: readonly number[][], forced: ReadonlySet<number>, thresholds: TableThresholds): boolean[][] {
  if (forced.size === 0 && counts.length * (counts[0]?.length ?? 0) <= largestExactTable) {
    const { hiding, isSafe } = hideInTable(counts, thresholds);
    if (isSafe) return hiding.map((line) => line.map((why) => why !== null));
  }
  const hidden = counts.map((line, r) => line.map((count, c) => isSmall(count, thresholdAt(thresholds, r, c)) || (forced.has(r) && count > 0)));
  hideInPairs(counts, hidden, forced, thresholds);
  return hidden;
}

/** Repeats over rows and columns until each has no hidden cell or at least two with enough in them; zeros stay. Ends because it only ever hides. */
function hideInPairs(counts: readonly number[][], hidden: boolean[][], forced: ReadonlySet<number>, thresholds: TableThresholds): void {
  const width = counts[0]?.length ?? 0;
  const lines = [
    ...counts.flatMap((line, r) => (forced.has(r) ? [] : [line.map((_, c) => [r, c] as const)])),
    ...Array.from({ length: width }, (_, c) => counts.map((__, r) => [r, c] as const)),
  ];
  for (let hasChanged = true; hasChanged; ) {
    hasChanged = false;
    for (const line of lines) {
      const cells = line.map(([r, c]) => ({ r, c, count: counts[r]?.[c] ?? 0, isHidden: hidden[r]?.[c] ?? false })).filter((cell) => cell.count > 0);
      const gone = cells.filter((cell) => cell.isHidden);
      if (gone.length === 0) continue;
      let sum = gone.reduce((total, cell) => total + cell.count, 0);
      let length = gone.length;
      const width = Math.max(...gone.map(({ r, c }) => thresholdAt(thresholds, r, c)));
      for (const next of cells.filter((cell) => !cell.isHidden).sort((a, b) => a.count - b.count || a.r - b.r || a.c - b.c)) {
        if (length > 1 && sum >= width) break;
        const row = hidden[next.r];
        if (row) row[next.c] = true;
        sum += next.count;
        length += 1;
        hasChanged = true;
      }
    }
  }
}

/** An observation as it may be shown: a value counted from fewer than the smallest count that may be shown is hidden. */
export function shownObservation(observation: Observation, smallestCount: number): Observation & { isHidden: boolean } {
  const isHidden = isSmall(observation.numerator, smallestCount);
  return isHidden ? { ...observation, value: null, low: null, high: null, numerator: null, isHidden } : { ...observation, isHidden };
}

/**
 * The groups whose votes may be printed: those with at least the threshold of people. Where others are withheld, they are at least two and have at least
 * the threshold of people together, or subtraction from the total would reveal them: the smallest others go with them (methods, section 11).
 */
export function shownGroups(vote: Vote, threshold: number): VotingGroup[] {
  const { hiding } = hideInList(
    vote.groups.map((group) => group.people),
    threshold,
  );
  return vote.groups.filter((group, place) => group.people >= threshold && hiding[place] === null);
}

/** Datasets of incidents whose number of rows would tell a small count, and those that would give it away: their sums are printed. */
export function datasetsWithHiddenRows(data: Pick<ProfileData, 'datasets' | 'incidents' | 'city'>): ReadonlySet<string> {
  const own = data.datasets.filter((dataset) => dataset.kind === 'incidents');
  const smallest = Math.max(data.city.smallNumberThreshold, ...Object.values(data.incidents?.smallest.groups ?? {}));
  const { hiding } = hideInList(
    own.map((dataset) => dataset.imported),
    smallest,
  );
  return new Set(own.filter((_, place) => hiding[place] !== null).map((dataset) => dataset.id));
}
