import { z } from 'zod';
import { idSchema, lineSchema, textSchema } from './ids.ts';
import { type OutputKind, outputKindSchema } from './outputs.ts';

/** `#rrggbb`, or empty for the usual one. */
export const colourSchema = z.string().regex(/^(#[0-9a-f]{6})?$/);

/** How the city shows itself in its documents. Every fact may be empty. */
export const identityFactsSchema = z.object({
  /** The colour of titles, lines and the cover. */
  accent: colourSchema,
  /** The colour of what is to be noticed: evidence against, a gap. */
  highlight: colourSchema,
  /** The office that answers for the documents. */
  unit: z.string().max(200),
  address: z.string().max(300),
  contact: z.string().max(200),
  website: z.string().max(200),
  /** The name that a document carries in place of the city's, e.g. «Municipality of Puerto Sereno». */
  publisher: z.string().max(200),
  /** A line at the end of every document: license, printing, thanks. */
  imprint: z.string().max(1000),
});
export type IdentityFacts = z.infer<typeof identityFactsSchema>;

export const noIdentity: IdentityFacts = { accent: '', highlight: '', unit: '', address: '', contact: '', website: '', publisher: '', imprint: '' };

export const logoTypes = ['image/png', 'image/jpeg', 'image/svg+xml'] as const;
export const logoSchema = z.object({
  id: idSchema,
  /** What it shows, for those who do not see it. */
  name: z.string(),
  type: z.enum(logoTypes),
  /** Pixels, or the size a drawing names. */
  width: z.int(),
  height: z.int(),
});
export type Logo = z.infer<typeof logoSchema>;
/** A logo with its picture, as an output prints it. */
export interface LogoPicture extends Logo {
  readonly bytes: Uint8Array;
}

/** The outputs that a signature or an annex belongs to; none = every one that takes them. */
const useSchema = z.array(outputKindSchema);

export const signatorySchema = z.object({ id: idSchema, name: lineSchema, title: lineSchema, body: lineSchema, use: useSchema });
export type Signatory = z.infer<typeof signatorySchema>;

export const annexSchema = z.object({ id: idSchema, title: lineSchema, text: textSchema, use: useSchema });
export type Annex = z.infer<typeof annexSchema>;

/** Whether something with this use belongs to an output. */
export function isUsedIn(use: readonly OutputKind[], kind: OutputKind): boolean {
  return use.length === 0 || use.includes(kind);
}

export const mostLogos = 6;
