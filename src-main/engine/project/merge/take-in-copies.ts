import type { OpenProject } from '../open-project.ts';
import { bringTogether, type CopyContribution, haveNews } from './bring-together.ts';
import type { CopyAtHand } from './copy-at-hand.ts';
import { takeInAgain, undoneMergesOf } from './undone-merges.ts';

/** What came of bringing copies in. */
export interface TakenIn {
  /** Earlier merges that were undone and are done again, by revision. */
  readonly undone: readonly number[];
  /** The merge of what was not known yet; null = nothing was new. */
  readonly merged: { readonly revision: number; readonly contributions: readonly CopyContribution[] } | null;
}

/** Brings copies in: what of theirs was taken in before and undone since is done again, and what is new comes in. */
export function takeInCopies(project: OpenProject, copies: readonly CopyAtHand[]): TakenIn {
  const undone = undoneMergesOf(project, copies);
  for (const revision of undone) takeInAgain(project, revision);
  return { undone, merged: haveNews(project, copies) ? bringTogether(project, copies) : null };
}
