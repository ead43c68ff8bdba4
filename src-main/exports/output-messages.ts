import type { OutputBytes, OutputStep } from './make-output.ts';
import type { PaperBytes } from './paper/make-paper.ts';

/** What the output process tells its parent. */
export type OutputMessage =
  | { readonly tell: 'step'; readonly step: OutputStep }
  | { readonly tell: 'done'; readonly output: OutputBytes | PaperBytes }
  /** The document could not be set, in the typesetter's own words. */
  | { readonly tell: 'failed'; readonly detail: string };
