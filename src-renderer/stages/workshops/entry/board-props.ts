import type { Ballot } from '#shared/domain/ballots.ts';

/** What every way of bringing answers in works on. */
export interface BoardProps {
  readonly ballot: Ballot;
  readonly ballots: readonly Ballot[];
  readonly groups: readonly { id: string; name: string }[];
  /** Of the pile or the show of hands. */
  readonly groupId: string | null;
}
