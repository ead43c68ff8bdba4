import { type Annex, type IdentityFacts, type LogoPicture, noIdentity, type Signatory } from './identity.ts';

/** What is chosen for one output beside its data: the chapters in their order, the annexes and the city's own look. */
export interface OutputOptions {
  /** Codes of chapters in the order wanted; null = all of the document's own, in its own order. */
  readonly chapters: readonly string[] | null;
  readonly annexes: readonly Annex[];
  readonly signatories: readonly Signatory[];
  readonly identity: IdentityFacts;
  readonly logos: readonly LogoPicture[];
  /** What it is about where a project has several: a workshop, a draft. Null = the newest. */
  readonly about: string | null;
}

/** What is asked for where nothing is chosen. */
export const usualOptions: OutputOptions = { chapters: null, annexes: [], signatories: [], identity: noIdentity, logos: [], about: null };
