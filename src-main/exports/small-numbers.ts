import type { IncidentRow } from '#shared/domain/incidents.ts';
import type { Vote, VotingGroup } from '#shared/domain/priorities.ts';
import type { HidingReason } from '#shared/domain/releases.ts';
import { hideInList } from '#shared/methods/disclosure.ts';
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
