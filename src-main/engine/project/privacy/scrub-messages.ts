import type { EraseChoices } from '#shared/domain/people.ts';

/** How much was taken out of a file. */
export interface Scrubbed {
  readonly people: number;
  readonly historyEntries: number;
  /** Changes and snapshots that no longer say who made them. */
  readonly authored: number;
  readonly raters: number;
  readonly textPlaces: number;
  readonly restrictedTexts: number;
}

/** What is to be taken out of a copy. */
export type ScrubOrder =
  | { readonly what: 'everybody'; readonly keepInTexts: readonly string[]; readonly keepRestricted: boolean; readonly madeAt: string }
  | { readonly what: 'people'; readonly ids: readonly string[]; readonly choices: EraseChoices };

export interface ScrubAsk {
  /** A copy of nobody's but ours, in a folder of ours: it is changed, and gone afterwards. */
  readonly work: string;
  /** Where the finished file grows; must not be there. Nothing that was taken out is ever written there. */
  readonly to: string;
  readonly passphrase: string | null;
  readonly keepPassphrase: boolean;
  readonly order: ScrubOrder;
}

/** Whether a copy holds people who were deleted for good. `older`: it does, in tables of an earlier version. `unknown`: it cannot be read. */
export type PeopleFound = 'none' | 'some' | 'older' | 'unknown';
