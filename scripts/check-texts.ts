/**
 * Fails when a language lacks a text, has one too many, forgets a blank, or when no source uses a key any more.
 * `node scripts/check-texts.ts`
 */
import { globSync, readFileSync } from 'node:fs';
import { refusalCodes } from '#shared/contract/refusal.ts';
import { factInputKeys, factUnits, figureMethods, undefinedReasons } from '#shared/domain/figure-facts.ts';
import { evidenceKinds, supportLevels } from '#shared/domain/findings.ts';
import { offenceGroups } from '#shared/domain/incidents.ts';
import { qualityGrades } from '#shared/domain/indicators.ts';
import { outputKinds } from '#shared/domain/outputs.ts';
import { approaches } from '#shared/domain/policy.ts';
import { policyCheckSchema } from '#shared/domain/policy-checks.ts';
import { importFields, importKinds } from '#shared/domain/recipes.ts';
import { stages } from '#shared/domain/stages.ts';
import { gridPlaces, residentGroups, stakeholderKinds, stakeholderLevels, stakeholderSectors } from '#shared/domain/stakeholders.ts';
import { listLanguages, localePath } from './locales.ts';

const problems: string[] = [];
const pluralForms = ['zero', 'one', 'two', 'few', 'many', 'other'];
const stemOf = (key: string) => key.replace(new RegExp(`_(${pluralForms.join('|')})$`), '');
const blanksOf = (text: string) => [...new Set([...text.matchAll(/\{\{\s*([\w.]+)/g)].map((match) => match[1] ?? ''))].sort().join(' ');

const languages = listLanguages();
const texts = new Map(languages.map((language) => [language, JSON.parse(readFileSync(localePath(`${language}.json`), 'utf8')) as Record<string, string>]));
const english = texts.get('en') ?? {};
const stems = new Set(Object.keys(english).map(stemOf));
const isPlural = (stem: string) => `${stem}_other` in english;

/** The keys that a language must have for a stem: one, or one for each of its plural forms. */
function keysOf(stem: string, language: string): string[] {
  if (!isPlural(stem)) return [stem];
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories.map((form) => `${stem}_${form}`);
}

for (const [language, entries] of texts) {
  for (const stem of stems) {
    for (const key of keysOf(stem, language)) {
      // English has no use for forms its rules do not name, and Spanish none for «many» (millions), where «other» serves.
      if (language === 'es' && key.endsWith('_many')) continue;
      const text = entries[key];
      if (!text?.trim()) problems.push(`${language}: ${key} is missing`);
      else if (!isPlural(stem) && blanksOf(text) !== blanksOf(english[stem] ?? '')) problems.push(`${language}: ${key} has other blanks than the English text`);
    }
  }
  for (const key of Object.keys(entries)) if (!stems.has(stemOf(key))) problems.push(`${language}: ${key} is not in the English file`);
}

/** Keys that are put together at run time, from the lists they are put together from. */
const composed: [prefix: string, values: readonly string[], suffix?: string][] = [
  ['error.', refusalCodes],
  ['stage.', stages],
  ['offenceGroup.', offenceGroups],
  ['sector.', stakeholderSectors],
  ['stakeholderKind.', stakeholderKinds],
  ['stakeholderLevel.', stakeholderLevels],
  ['residentGroup.', residentGroups],
  ['gridPlace.', gridPlaces],
  ['evidenceKind.', evidenceKinds],
  ['support.', supportLevels],
  ['approach.', approaches],
  ['quality.', qualityGrades],
  ['method.', figureMethods, '.name'],
  ['method.', figureMethods, '.explanation'],
  ['method.', figureMethods, '.formula'],
  ['factInput.', factInputKeys],
  ['factUnit.', factUnits],
  ['undefined.', undefinedReasons],
  ['check.', policyCheckSchema.shape.code.options],
  ['import.title.', importKinds],
  ['outputs.', outputKinds, '.title'],
  ['field.', Object.values(importFields).flat()],
];
for (const [prefix, values, suffix = ''] of composed) {
  for (const value of values) if (!stems.has(`${prefix}${value}${suffix}`)) problems.push(`en: ${prefix}${value}${suffix} is missing`);
}

const sources = globSync(['src-*/**/*.{ts,tsx}', 'resources/report/**/*.typ', 'scripts/**/*.ts'])
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');
const literals = new Set([...sources.matchAll(/['"`]([A-Za-z][\w./-]*[\w])['"`]/g)].map((match) => match[1] ?? ''));
const patterns = [...new Set([...sources.matchAll(/`([a-z]\w*(?:\.[\w-]+)*\.)\$\{[^`]*?\}([\w.-]*)`/g)].map((match) => `${match[1]}*${match[2]}`))].map(
  (pattern) => {
    const [head = '', tail = ''] = pattern.split('*');
    return { head, tail };
  },
);
const isWritten = (key: string) =>
  literals.has(key) || patterns.some(({ head, tail }) => key.startsWith(head) && key.endsWith(tail) && key.length > head.length + tail.length);
for (const stem of stems) {
  // A change is named where it is made; only its words carry the prefix.
  const isUsed = isWritten(stem) || (stem.startsWith('change.') && isWritten(stem.slice('change.'.length)));
  if (!isUsed) problems.push(`en: ${stem} is used nowhere`);
}

for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? `${stems.size} texts complete in ${languages.join(', ')}.` : `${problems.length} problems with texts.`);
process.exit(problems.length === 0 ? 0 : 1);
