import type { IncidentFilter, IncidentKey } from '#shared/domain/incidents.ts';
import { type PublishedTableName, publishedTables, type ReleasedKey, type ReleasedTable } from '#shared/domain/releases.ts';
import type { EarlierMark } from '#shared/methods/disclosure.ts';
import type { EarlierFigure, IncidentSummaries } from '../../exports/profile-data.ts';
import { combine, plainTable } from '../../exports/released-tables.ts';
import { shownIncidents } from '../../exports/shown-incidents.ts';
import { refuse } from '../refuse.ts';
import type { StoredRelease } from './release-store.ts';

/**
 * What earlier releases did with the figures of an output that is about to be made, figure by figure. Refused as `release/too-close` where the sum of all
 * incidents was released and differs by fewer than may be shown: every table adds up to it, so that hiding cannot help.
 */
function earlierFigures(releases: readonly StoredRelease[], source: Omit<IncidentSummaries, 'earlier'>, layerId: string | null): EarlierFigure[] {
  const figures: EarlierFigure[] = [];
  const plain = { ...source, earlier: [] };
  for (const release of releases.filter(({ isWithdrawn }) => !isWithdrawn)) {
    for (const table of release.content.tables) {
      const name = nameOf(table.by);
      if (!name || Object.keys(table.where).length > 0 || (table.layerId ?? layerId) !== layerId) continue;
      const now = plainTable(plain, name);
      forEachFigure(table, (keys, then, wasHidden) => {
        const count = now.count(keys);
        const mark = markOf(count, then, wasHidden, source.smallest.project);
        if (mark === 'released' && name === 'total') {
          refuse('release/too-close', { number: Math.abs(count - then), name: release.name, day: release.at.slice(0, 10), threshold: source.smallest.project });
        }
        if (mark) figures.push({ table: name, keys, mark });
      });
    }
  }
  return figures;
}

/**
 * The summaries with what earlier releases did with their figures. Refused as `release/too-close` and, where so much would have to be hidden that nothing
 * is left, as `release/too-similar`.
 */
export function withEarlier(source: Omit<IncidentSummaries, 'earlier'>, releases: readonly StoredRelease[], layerId: string | null): IncidentSummaries {
  const summaries = { ...source, earlier: earlierFigures(releases, source, layerId) };
  const isNearly = summaries.earlier.some(({ mark }) => mark === 'released');
  if (isNearly && !shownIncidents(summaries) && shownIncidents({ ...summaries, earlier: [] })) {
    const latest = releases.find((release) => !release.isWithdrawn && release.content.tables.length > 0);
    refuse('release/too-similar', { name: latest?.name ?? '', day: latest?.at.slice(0, 10) ?? '' });
  }
  return summaries;
}

/** DC-3: two figures whose difference is a small one must not both be given out. */
export function markOf(now: number, then: number, wasHidden: boolean, threshold: number): EarlierMark | null {
  const difference = Math.abs(now - then);
  if (wasHidden) return difference < threshold ? 'kept' : null;
  if (difference === 0) return 'known';
  return difference < threshold && now >= threshold ? 'released' : null;
}

export function forEachFigure(table: ReleasedTable, read: (keys: readonly ReleasedKey[], then: number, wasHidden: boolean) => void): void {
  let hiddenPlace = 0;
  for (const [place, keys] of combine(table.keys).entries()) {
    const count = table.counts[place] ?? null;
    if (count !== null) read(keys, count, false);
    else {
      read(keys, table.hidden[hiddenPlace] ?? 0, true);
      hiddenPlace += 1;
    }
  }
}

function nameOf(by: readonly IncidentKey[]): PublishedTableName | null {
  const names = Object.keys(publishedTables) as PublishedTableName[];
  return names.find((name) => publishedTables[name].join() === by.join()) ?? null;
}

const listFilters = ['areaIds', 'offenceIds', 'groups', 'years', 'months', 'weekdays', 'hours', 'datasetIds'] as const;

/** Whether one question is the other with less let through in one respect, or the same: then their difference is a figure too. */
export function areNested(one: IncidentFilter, other: IncidentFilter): boolean {
  const differing = listFilters.filter((name) => !areSame(one[name], other[name]));
  const hasOtherPeriod = one.from !== other.from || one.to !== other.to;
  if (differing.length + Number(hasOtherPeriod) > 1) return false;
  const [name] = differing;
  return name === undefined || isPart(one[name], other[name]) || isPart(other[name], one[name]);
}

type Wanted = readonly (string | number)[] | undefined;

function areSame(one: Wanted, other: Wanted): boolean {
  return isPart(one, other) && isPart(other, one);
}

function isPart(part: Wanted, whole: Wanted): boolean {
  if (!whole) return true;
  return part?.every((value) => whole.includes(value)) ?? false;
}
