import type { IncidentKey, IncidentQuery, IncidentRow } from '#shared/domain/incidents.ts';
import { type HidingReason, hidingReasons, type ProtectedRows, type ReleasedKey, type ReleasedTable } from '#shared/domain/releases.ts';
import type { EarlierMark } from '#shared/methods/disclosure.ts';
import { hideInList, isSmall } from '#shared/methods/disclosure.ts';
import type { PairPlace } from '#shared/methods/disclosure-cube.ts';
import { type CubeSpot, hideInLinkedTables } from '#shared/methods/disclosure-linked.ts';
import { combine, keyOf } from '../../exports/released-tables.ts';
import { shownRow } from '../../exports/small-numbers.ts';
import { queryIncidents } from '../incidents/incident-query.ts';
import type { OpenProject } from '../project/open-project.ts';
import { areNested, forEachFigure, markOf } from './compare.ts';
import { type StoredRelease, storedReleases } from './release-store.ts';
import { type SmallestCounts, smallestCountOf } from './smallest-count.ts';

/**
 * The rows of a question as they may be shown to others, beside their total and, with two keys, beside the sums of each: the last key is the columns of
 * a table, the others its rows. Where nothing protects the small figures, every row but the empty ones is hidden.
 */
export function protectQuery(project: OpenProject, query: IncidentQuery): ProtectedRows {
  const rows = queryIncidents(project, query);
  const smallest = smallestCountOf(project);
  const by = [...new Set(query.by)];
  const thresholds = rows.map((row) => thresholdOf(row, query, smallest));
  const marks = earlierMarks(storedReleases(project), query, by, rows, smallest);
  const why = by.length > 1 ? hideInSeveralKeys(rows, by, thresholds, marks) : hideInOneKey(rows, thresholds, marks);
  const shown = rows.map((row, place) => shownRow(row, why ? (why[place] ?? null) : row.count > 0 ? 'protects' : null));
  return {
    rows: shown.map((row) => ({ ...row })),
    hiddenCount: shown.filter((row) => row.isHidden).length,
    thresholds: [...new Set(thresholds)].sort((a, b) => a - b),
    isSafe: why !== null,
  };
}

/** What of a question is given out, as its release keeps it. */
export function releasedQuery(project: OpenProject, query: IncidentQuery): { table: ReleasedTable; hidden: Record<HidingReason, number> } {
  const { rows } = protectQuery(project, query);
  const plain = queryIncidents(project, query);
  const by = [...new Set(query.by)];
  const keys = by.map((key) => [...new Set(rows.map((row) => keyOf(row, key)))]);
  const placeOf = new Map(rows.map((row, place) => [textOf(row, by), place]));
  const counts: (number | null)[] = [];
  const hidden: number[] = [];
  for (const combination of combine(keys)) {
    const place = placeOf.get(combination.join(' '));
    const row = place === undefined ? null : rows[place];
    if (row?.isHidden) hidden.push(plain[place ?? 0]?.count ?? 0);
    counts.push(row ? row.count : 0);
  }
  const table = { by, where: query.where, layerId: query.layerId ?? null, keys, counts, hidden };
  return {
    table,
    hidden: Object.fromEntries(hidingReasons.map((reason) => [reason, rows.filter((row) => row.why === reason).length])) as Record<HidingReason, number>,
  };
}

/** The largest of what the row's own offence or group and the offences let through by the filter ask for. */
function thresholdOf(row: IncidentRow, { where }: IncidentQuery, smallest: SmallestCounts): number {
  const ofOffence = row.offenceId ? (smallest.byOffenceId.get(row.offenceId)?.smallestCount ?? 0) : 0;
  const ofGroup = row.group && !row.offenceId ? smallest.byGroup[row.group] : 0;
  return Math.max(
    smallest.project,
    ofOffence,
    ofGroup,
    smallest.ofFilter({ groups: row.group ? [row.group] : where.groups, offenceIds: row.offenceId ? [row.offenceId] : where.offenceIds }),
  );
}

function textOf(row: Partial<Omit<IncidentRow, 'count'>>, by: readonly IncidentKey[]): string {
  return by.map((key) => keyOf(row, key)).join(' ');
}

/** DC-3: the same question earlier, or the same with less or more let through, gives away what two answers differ by. */
function earlierMarks(
  releases: readonly StoredRelease[],
  query: IncidentQuery,
  by: readonly IncidentKey[],
  rows: readonly IncidentRow[],
  smallest: SmallestCounts,
): (EarlierMark | null)[] {
  const marks = new Map<string, EarlierMark>();
  const counts = new Map(rows.map((row) => [textOf(row, by), row.count]));
  const order: readonly EarlierMark[] = ['known', 'kept', 'released'];
  for (const { isWithdrawn, content } of releases) {
    for (const table of isWithdrawn ? [] : content.tables) {
      if (table.by.join() !== by.join() || (table.layerId && query.layerId && table.layerId !== query.layerId) || !areNested(table.where, query.where))
        continue;
      const isSameQuestion = areNested(table.where, query.where) && JSON.stringify(table.where) === JSON.stringify(query.where);
      forEachFigure(table, (keys: readonly ReleasedKey[], then, wasHidden) => {
        const text = keys.join(' ');
        const mark = markOf(counts.get(text) ?? 0, then, wasHidden, smallest.project);
        if (!mark || (mark === 'kept' && !isSameQuestion)) return;
        const before = marks.get(text);
        if (!before || order.indexOf(mark) > order.indexOf(before)) marks.set(text, mark);
      });
    }
  }
  return rows.map((row) => marks.get(textOf(row, by)) ?? null);
}

/** A list with its total; a single figure by itself. Null where nothing protects the small ones. */
function hideInOneKey(rows: readonly IncidentRow[], thresholds: readonly number[], marks: readonly (EarlierMark | null)[]): (HidingReason | null)[] | null {
  const counts = rows.map((row) => row.count);
  if (rows.length === 1) return [marks[0] === 'released' ? 'released' : isSmall(counts[0] ?? 0, thresholds[0] ?? 0) ? 'small' : null];
  const { hiding, isSafe } = hideInList(counts, thresholds, marks);
  return isSafe ? hiding : null;
}

/** A table of the last key by all others, with its row and column totals. */
function hideInSeveralKeys(
  rows: readonly IncidentRow[],
  by: readonly IncidentKey[],
  thresholds: readonly number[],
  marks: readonly (EarlierMark | null)[],
): (HidingReason | null)[] | null {
  const rowPlaces = placesOf(rows.map((row) => textOf(row, by.slice(0, -1))));
  const columnPlaces = placesOf(rows.map((row) => textOf(row, by.slice(-1))));
  const [height, width] = [rowPlaces.size, columnPlaces.size];
  const spots = rows.map((row) => ({ row: rowPlaces.get(textOf(row, by.slice(0, -1))) ?? 0, column: columnPlaces.get(textOf(row, by.slice(-1))) ?? 0 }));
  const counts = new Float64Array(height * width);
  const rowNeeds = new Array<number>(height).fill(Number.POSITIVE_INFINITY);
  const columnNeeds = new Array<number>(width).fill(Number.POSITIVE_INFINITY);
  for (const [place, { row, column }] of spots.entries()) {
    const need = thresholds[place] ?? 0;
    counts[row * width + column] = rows[place]?.count ?? 0;
    rowNeeds[row] = Math.min(rowNeeds[row] ?? need, need);
    columnNeeds[column] = Math.min(columnNeeds[column] ?? need, need);
  }
  const marked = (mark: EarlierMark): CubeSpot[] => spots.flatMap((spot, place) => (marks[place] === mark ? [{ pair: 0 as PairPlace, ...spot }] : []));
  const hiding = hideInLinkedTables({
    sizes: [height, width, 1],
    counts,
    threshold: Math.min(...thresholds),
    thresholds: [rowNeeds, columnNeeds, null],
    keptHidden: marked('kept'),
    released: marked('released'),
    known: marked('known'),
  });
  return hiding && spots.map(({ row, column }) => hiding.cell(0, row, column));
}

function placesOf(texts: readonly string[]): Map<string, number> {
  return new Map([...new Set(texts)].map((text, place) => [text, place]));
}
