import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Practice, practiceIdSchema, practiceInputSchema } from '#shared/domain/library.ts';
import { fallbackLanguage } from '#shared/i18n/languages.ts';
import { completePractice } from './complete-practice.ts';

/** A text in each of the languages that it was written in. */
const wordsSchema = z.record(z.string(), z.string());
const inWords = { title: wordsSchema, city: wordsSchema, leadBody: wordsSchema, problem: wordsSchema, steps: wordsSchema, transfer: wordsSchema };
const practicesSchema = z.object({
  practices: z.array(
    practiceInputSchema
      .pick({ country: true, startYear: true, endYear: true, scale: true, residentGroups: true, approaches: true, placeTypes: true, grade: true, source: true })
      .extend({
        ...inWords,
        id: practiceIdSchema,
        language: z.string(),
        results: z.array(z.object({ text: wordsSchema, source: wordsSchema })),
      }),
  ),
});
let known: { folder: string; practices: z.infer<typeof practicesSchema>['practices'] } | null = null;

/** The practices that ship, in the language asked for, else in English. */
export function shippedPractices(resourcesFolder: string, language: string): Practice[] {
  if (known?.folder !== resourcesFolder) {
    known = { folder: resourcesFolder, ...practicesSchema.parse(JSON.parse(readFileSync(join(resourcesFolder, 'practices', 'practices.json'), 'utf8'))) };
  }
  const say = (words: Readonly<Record<string, string>>): string => words[language] ?? words[language.split('-')[0] ?? ''] ?? words[fallbackLanguage] ?? '';
  return known.practices.map(({ id, title, city, leadBody, problem, steps, transfer, results, ...facts }) =>
    completePractice(id, true, {
      ...facts,
      ...{ title: say(title), city: say(city), leadBody: say(leadBody), problem: say(problem), steps: say(steps), transfer: say(transfer) },
      ...{ results: results.map(({ text, source }) => ({ text: say(text), source: say(source) })), partners: '', cost: null, currency: '', mayBeShared: true },
    }),
  );
}
