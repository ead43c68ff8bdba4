import { type Known, undefinedAs } from '../domain/figure-facts.ts';
import { hideInList } from './disclosure.ts';
import { kendallTauB } from './rank-tests.ts';

/** Version of the arithmetic below, kept with every figure. */
export const groupComparisonVersion = '1';

export interface ShownGroups<Group> {
  /** Groups that are shown by themselves. */
  readonly shown: readonly Group[];
  /** Groups that are shown as one only: the small ones, and another where the total less the shown ones would tell a small one. */
  readonly merged: readonly Group[];
}

/**
 * Which groups of one division of the room may be shown beside its total (methods, sections 11 and 15). Those with fewer than `smallest`
 * members go together with the next smallest until at least two groups with `smallest` members in all stand behind what is left of the total.
 * Null where that cannot be: then the division is not shown at all. Groups without anybody are left out.
 */
export function groupsToShow<Group>(groups: readonly Group[], sizeOf: (group: Group) => number, smallest: number): ShownGroups<Group> | null {
  const present = groups.filter((group) => sizeOf(group) > 0);
  if (present.length < 2) return null;
  const { hiding, isSafe } = hideInList(present.map(sizeOf), smallest);
  if (!isSafe) return null;
  const shown = present.filter((_, place) => hiding[place] === null);
  const merged = present.filter((_, place) => hiding[place] !== null);
  return shown.length + Math.min(1, merged.length) < 2 ? null : { shown, merged };
}

/** Every group weighing the same: the mean of the groups' mean points, option by option; null where no group has any. */
export function equalGroupPoints(groupPoints: readonly (readonly (number | null)[])[]): (number | null)[] {
  return (groupPoints[0] ?? []).map((_, option) => {
    const known = groupPoints.flatMap((points) => points[option] ?? []);
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
  });
}

/** How far the groups lie apart on each option: the highest group mean less the lowest; null with fewer than two. */
export function groupDivergence(groupPoints: readonly (readonly (number | null)[])[]): (number | null)[] {
  return (groupPoints[0] ?? []).map((_, option) => {
    const known = groupPoints.flatMap((points) => points[option] ?? []);
    return known.length < 2 ? null : Math.max(...known) - Math.min(...known);
  });
}

/** Whether two groups put the options in the same order: Kendall's τ-b of their points, −1 the order turned round, 1 the same. */
export function groupAgreement(first: readonly (number | null)[], second: readonly (number | null)[]): Known<number> {
  const pairs = first.flatMap((a, option): [number, number][] => {
    const b = second[option];
    return a === null || b === null || b === undefined ? [] : [[a, b]];
  });
  return pairs.length < 2 ? undefinedAs('too-few') : kendallTauB(pairs);
}
