import type { Ballot } from '#shared/domain/ballots.ts';
import type { BoundaryFeature } from '#shared/domain/geometry.ts';
import type { PaperAsk } from '#shared/domain/paper.ts';
import type { Group } from '#shared/domain/workshops.ts';

/** All that printed matter may say of a project. */
export interface PaperData {
  readonly ask: PaperAsk;
  /** The day of the data, `YYYY-MM-DD`, which also dates the file. */
  readonly day: string;
  readonly cityName: string;
  readonly workshop: { readonly title: string; readonly place: string; readonly startsOn: string | null };
  /** Of sheets and tallies. */
  readonly ballot: Ballot | null;
  readonly groups: readonly Pick<Group, 'id' | 'name'>[];
  readonly areas: readonly { readonly id: string; readonly name: string }[];
  readonly boundaries: readonly BoundaryFeature[];
  /** Of the sheets to print, in their order. */
  readonly codes: readonly string[];
}
