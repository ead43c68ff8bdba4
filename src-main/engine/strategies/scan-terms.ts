import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type ScanLanguage, scanLanguages, termThemes } from '#shared/domain/strategies.ts';
import type { ScanTerm } from '#shared/methods/strategy-scan.ts';

const termsSchema = z.object({
  terms: z.array(z.object({ code: z.string(), theme: z.enum(termThemes), forms: z.record(z.enum(scanLanguages), z.array(z.string())) })),
});
let known: { folder: string; terms: z.infer<typeof termsSchema>['terms'] } | null = null;

/** The terms that ship, in the words of one language. */
export function scanTerms(resourcesFolder: string, language: ScanLanguage): ScanTerm[] {
  if (known?.folder !== resourcesFolder) {
    known = { folder: resourcesFolder, ...termsSchema.parse(JSON.parse(readFileSync(join(resourcesFolder, 'strategies', 'terms.json'), 'utf8'))) };
  }
  return known.terms.map(({ code, theme, forms }) => ({ code, theme, forms: forms[language] }));
}
