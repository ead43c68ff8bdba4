import type { PriorityResult } from '#shared/domain/priorities.ts';

/** How the two ways of counting compare: every dot the same, or every group the same. */
export type Comparison =
  | { readonly kind: 'same' }
  | { readonly kind: 'winner'; readonly pooled: readonly string[]; readonly equal: readonly string[] }
  | { readonly kind: 'order'; readonly moved: readonly string[] };

type RankName = 'rank' | 'equalGroupRank';

/** Ids in first place; several where they are level. Empty before any dot is placed. */
function firsts(results: readonly PriorityResult[], by: RankName): string[] {
  const best = Math.min(...results.map((result) => result[by] ?? Number.POSITIVE_INFINITY));
  return results.filter((result) => result[by] === best).map((result) => result.priorityId);
}

/** What to tell the room about groups of different size; null while there is nothing to compare. */
export function compareCounting(results: readonly PriorityResult[]): Comparison | null {
  if (results.every((result) => result.rank === null || result.equalGroupRank === null)) return null;
  const pooled = firsts(results, 'rank');
  const equal = firsts(results, 'equalGroupRank');
  if (pooled.join() !== equal.join()) return { kind: 'winner', pooled, equal };
  const moved = results.filter((result) => result.rank !== result.equalGroupRank).map((result) => result.priorityId);
  return moved.length > 0 ? { kind: 'order', moved } : { kind: 'same' };
}

/** The place as people say it: how many are ahead, plus one, and whether it is shared. */
export function placeOf(results: readonly PriorityResult[], priorityId: string, by: RankName): { place: number; isShared: boolean } | null {
  const own = results.find((result) => result.priorityId === priorityId)?.[by];
  if (own === null || own === undefined) return null;
  const ahead = results.filter((result) => (result[by] ?? Number.POSITIVE_INFINITY) < own).length;
  return { place: ahead + 1, isShared: results.filter((result) => result[by] === own).length > 1 };
}
