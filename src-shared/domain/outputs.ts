import { z } from 'zod';
import { fileTokenSchema } from './ids.ts';

export const outputKinds = ['workbook', 'profile', 'policy'] as const;
export const outputKindSchema = z.enum(outputKinds);
export type OutputKind = (typeof outputKinds)[number];

/** Progress of any long work: `step` is a text key suffix (`progress.<step>`). */
export const progressSchema = z.object({ step: z.string(), done: z.int(), total: z.int().nullable() });
export type Progress = z.infer<typeof progressSchema>;

export const outputResultSchema = z.object({
  kind: outputKindSchema,
  path: z.string(),
  fileName: z.string(),
  byteCount: z.int(),
  sha256: z.string(),
  pageCount: z.int().nullable(),
  /** For a door that hands files out itself (browser). */
  file: fileTokenSchema,
  /** Which typesetter made it and whether the PDF carries PDF/UA-1. */
  isAccessiblePdf: z.boolean().nullable(),
});
export type OutputResult = z.infer<typeof outputResultSchema>;
