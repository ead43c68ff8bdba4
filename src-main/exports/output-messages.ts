import type { OutputBytes, OutputStep } from './make-output.ts';

/** What the output process tells its parent. */
export type OutputMessage =
  | { readonly tell: 'step'; readonly step: OutputStep }
  | { readonly tell: 'done'; readonly output: OutputBytes }
  /** The document could not be set, in the typesetter's own words. */
  | { readonly tell: 'failed'; readonly detail: string };
