import type { RefusalCode, RefusalParams } from '#shared/contract/refusal.ts';

export interface PdfRequest {
  readonly path: string;
  readonly fileName: string;
}

/** The words of a PDF: one text for each of its pages, '' for a page that is a picture or empty. */
export interface PdfText {
  readonly pages: readonly string[];
}

export type PdfAnswer =
  | { readonly tell: 'page'; readonly done: number; readonly total: number }
  | { readonly tell: 'read'; readonly text: PdfText }
  | { readonly tell: 'refused'; readonly code: RefusalCode; readonly params: RefusalParams };
