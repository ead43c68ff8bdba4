import { type IncidentFilter, type OffenceGroup, offenceGroups } from '#shared/domain/incidents.ts';
import { plainWords } from '#shared/domain/plain-words.ts';
import { type SensitiveClass, sensitiveClasses } from '#shared/domain/releases.ts';
import { smallestSensitiveCount } from '#shared/methods/disclosure.ts';
import type { SmallestByKind } from '../../exports/profile-data.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { notSensitive, sensitiveWords } from './sensitive-words.ts';

/** The smallest count that may be shown, by what is counted. */
export interface SmallestCounts {
  /** Of incidents of any kind, and of people, votes and answers. */
  readonly project: number;
  readonly byOffenceKey: ReadonlyMap<number, OffenceThreshold>;
  readonly byOffenceId: ReadonlyMap<string, OffenceThreshold>;
  readonly byGroup: Readonly<Record<OffenceGroup, number>>;
  /** Of incidents that a filter lets through (all of them sensitive, or not). */
  ofFilter(filter: Pick<IncidentFilter, 'groups' | 'offenceIds'>): number;
}
export interface OffenceThreshold {
  readonly key: number;
  readonly id: string;
  readonly name: string;
  readonly group: OffenceGroup;
  readonly sensitive: SensitiveClass | null;
  /** What a person set; counts only where it is more than the class or the project asks for. */
  readonly own: number | null;
  readonly smallestCount: number;
}

/**
 * Thresholds of the project, of each offence and each group. An offence has the largest of three: the project's, its class's and its own.
 * A figure that mixes offences says of nobody which of them it was, so it has the smallest threshold among those it mixes.
 */
export function smallestCountOf(project: OpenProject): SmallestCounts {
  const ofProject = project.found(sql.selectFrom('project').select('small_number_threshold')).small_number_threshold;
  const offences = project
    .all(sql.selectFrom('offence').select(['key', 'id', 'name', 'offence_group', 'smallest_count']))
    .map(({ key, id, name, offence_group, smallest_count }): OffenceThreshold => {
      const group = offenceGroups.find((known) => known === offence_group) ?? 'other';
      const sensitive = sensitiveClassOf(name, group);
      const smallestCount = Math.max(ofProject, sensitive ? smallestSensitiveCount : 0, smallest_count ?? 0);
      return { key, id, name, group, sensitive, own: smallest_count, smallestCount };
    });
  const least = (mixed: readonly OffenceThreshold[]) => (mixed.length === 0 ? ofProject : Math.min(...mixed.map((offence) => offence.smallestCount)));
  const byGroup = Object.fromEntries(
    offenceGroups.map((group) => {
      const mixed = offences.filter((offence) => offence.group === group);
      return [group, mixed.length === 0 && group === 'sexual' ? Math.max(ofProject, smallestSensitiveCount) : least(mixed)];
    }),
  ) as Record<OffenceGroup, number>;
  return {
    project: ofProject,
    byOffenceKey: new Map(offences.map((offence) => [offence.key, offence])),
    byOffenceId: new Map(offences.map((offence) => [offence.id, offence])),
    byGroup,
    ofFilter: ({ groups, offenceIds }) =>
      least(offences.filter((offence) => (!groups || groups.includes(offence.group)) && (!offenceIds || offenceIds.includes(offence.id)))),
  };
}

/** The class that an offence's group or name speaks of; null where nothing tells. */
export function sensitiveClassOf(name: string, group: OffenceGroup): SensitiveClass | null {
  if (group === 'sexual') return 'sexual';
  const text = ` ${stems(name)} `;
  const rest = notSensitive.reduce((left, phrase) => left.replaceAll(` ${stems(phrase)} `, ' '), text);
  return sensitiveClasses.find((name) => sensitiveWords[name].some((phrase) => rest.includes(` ${stems(phrase)} `))) ?? null;
}

function stems(text: string): string {
  return plainWords(text)
    .split(' ')
    .map((word) => (word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word.length > 4 && word.startsWith('ال') ? word.slice(2) : word))
    .join(' ');
}

/**
 * The same as outputs are given it: by group, and by the offences that ask for more than the project. `countedTogether` names the indicators that an
 * offence's name lets it count for; empty = none.
 */
export function smallestByKind(counts: SmallestCounts, countedTogether: (name: string) => string): SmallestByKind {
  const offences = [...counts.byOffenceId.values()];
  return {
    project: counts.project,
    groups: counts.byGroup,
    offences: Object.fromEntries(offences.filter((offence) => offence.smallestCount > counts.project).map(({ id, smallestCount }) => [id, smallestCount])),
    together: Object.fromEntries(offences.flatMap(({ id, name }) => (countedTogether(name) === '' ? [] : [[id, countedTogether(name)]]))),
    sensitive: sensitiveClasses.filter((name) => offences.some(({ sensitive }) => sensitive === name)),
  };
}
