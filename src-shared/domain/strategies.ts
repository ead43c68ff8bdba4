import { z } from 'zod';
import { daySchema, fileTokenSchema, idSchema, lineSchema, textSchema, yearSchema } from './ids.ts';

export const strategySectors = [
  ...['development', 'land-use', 'housing', 'mobility', 'environment', 'economy', 'social', 'health', 'education', 'gender', 'youth', 'culture'],
  ...['disaster', 'digital', 'other'],
] as const;

/** Languages whose words the scan knows. */
export const scanLanguages = ['en', 'es', 'ar', 'fr', 'pt'] as const;
export type ScanLanguage = (typeof scanLanguages)[number];
/** Words about safety, words that such strategies usually speak of instead, and words that only look like safety («social security»). */
export const termThemes = ['safety', 'other', 'passed-over'] as const;
export type TermTheme = (typeof termThemes)[number];

export const termCountSchema = z.object({ code: z.string(), theme: z.enum(termThemes), count: z.int() });
export type TermCount = z.infer<typeof termCountSchema>;
/** A place where safety is spoken of, with the words around it, and its page (1 the first) where the file had pages. */
export const mentionSchema = z.object({ code: z.string(), before: z.string(), match: z.string(), after: z.string(), page: z.int().min(1).optional() });
export type Mention = z.infer<typeof mentionSchema>;

/** How far safety appears in a strategy, by the app's own rule (`strategy-scan.ts`). */
export const appearances = ['not-read', 'absent', 'passing', 'subject'] as const;
export type Appearance = (typeof appearances)[number];

export const strategyInputSchema = z.object({
  title: lineSchema,
  /** Who adopted it. */
  body: lineSchema,
  year: yearSchema.nullable(),
  sector: z.enum(['', ...strategySectors]),
  note: textSchema,
});
export type StrategyInput = z.infer<typeof strategyInputSchema>;
export const strategySchema = strategyInputSchema.extend({
  id: idSchema,
  fileName: lineSchema,
  sha256: z.string(),
  language: z.string(),
  /** Null before a text was read. */
  wordCount: z.int().nullable(),
  terms: z.array(termCountSchema),
  mentions: z.array(mentionSchema),
  scannedOn: daySchema.or(z.literal('')),
  /** Words about safety, and how many per 1,000 words; null before a text was read. */
  safetyCount: z.int().nullable(),
  perThousand: z.number().nullable(),
  appearance: z.enum(appearances),
});
export type Strategy = z.infer<typeof strategySchema>;

/** A text to be scanned: pasted, or in a file. It is read and not kept. Without a language the text's own is guessed. */
export const readingSchema = z.union([
  z.object({ text: z.string().min(1).max(5_000_000), language: z.enum(scanLanguages).optional() }),
  z.object({ file: fileTokenSchema, language: z.enum(scanLanguages).optional() }),
]);
export type Reading = z.infer<typeof readingSchema>;

/** A file whose words were taken out of it, before anything is counted. */
export const readableFileSchema = z.object({
  wordCount: z.int(),
  /** Null for a file without pages. */
  pageCount: z.int().nullable(),
  /** Pages without any text: pictures of pages, or empty ones. */
  silentPageCount: z.int(),
});
export type ReadableFile = z.infer<typeof readableFileSchema>;

/** Who leads on safety: a post, never a person's name. */
export const leadershipRoleInputSchema = z.object({
  stakeholderId: idSchema.nullable(),
  title: lineSchema,
  mandate: textSchema,
  sex: z.enum(['', 'female', 'male', 'other']),
  sinceYear: yearSchema.nullable(),
  supportNeeded: textSchema,
  /** Who is being prepared to take over, and how. */
  succession: textSchema,
});
export type LeadershipRoleInput = z.infer<typeof leadershipRoleInputSchema>;
export const leadershipRoleSchema = leadershipRoleInputSchema.extend({ id: idSchema });
export type LeadershipRole = z.infer<typeof leadershipRoleSchema>;
