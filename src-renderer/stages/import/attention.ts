import type { Guess, ImportPreview } from '#shared/domain/imports.ts';
import type { RecipePatch } from '#shared/domain/recipes.ts';
import type { Formats } from '#shared/i18n/formats.ts';
import type { TextKey, Translate } from '#shared/i18n/texts.ts';
import { type ImportStep, stepOfSetting } from './steps.ts';
import { recipeOf } from './with-answers.ts';

/** Something a person should look at before the file comes in, and where. */
export interface Attention {
  readonly key: string;
  readonly step: ImportStep;
  readonly words: string;
  /** Nothing can be imported before this is settled. */
  readonly isBlocking: boolean;
}

interface Words {
  readonly t: Translate;
  readonly formats: Formats;
}

/** Why something was guessed, in a sentence. */
export function guessWords({ t }: Pick<Words, 't'>, guess: Guess): string {
  return t(`guess.${guess.code}` as TextKey, { value: guess.value, ...guess.params });
}

/** What is to be looked at: what blocks first, then unsure guesses, then open questions. */
export function attentionOf({ t, formats }: Words, preview: ImportPreview, patch: RecipePatch): Attention[] {
  const list: Attention[] = [];
  const add = (step: ImportStep, key: string, words: string, isBlocking = false) => list.push({ key, step, words, isBlocking });
  const number = (count: number) => ({ number: formats.count(count) });
  const recipe = recipeOf(preview, patch);

  if (preview.missingFields.length > 0) {
    const fields = preview.missingFields.map((field) => t(`field.${field}` as TextKey)).join(', ');
    add('columns', 'missing', t('workbench.look.missing', { fields }), true);
  } else if (preview.usableRowCount === 0) add('problems', 'nothing', t('import.nothing.title'), true);
  if (preview.importedBefore) add('summary', 'before', t('import.before.title'));
  for (const guess of preview.guesses) {
    if (!guess.isSure && !isStated(patch, guess.setting))
      add(stepOfSetting(guess.setting, recipe.kind), `guess ${guess.setting} ${guess.code}`, guessWords({ t }, guess));
  }
  const saysDates = preview.guesses.some(({ setting }) => setting === 'dateOrder');
  if (preview.dateOrderIs === 'ambiguous' && patch.dateOrder === undefined && !saysDates) add('values', 'dates', t('import.ambiguous.title'));
  const open = preview.areaQuestions.filter(({ name }) => recipe.areaDecisions[name] === undefined).length;
  if (open > 0) add('values', 'areas', t('workbench.look.areas', number(open)));
  const fuzzy = preview.placeMatch?.fuzzyMatches.filter(({ name }) => recipe.areaDecisions[name] === undefined).length ?? 0;
  if (fuzzy > 0) add('values', 'fuzzy', t('workbench.look.fuzzy', number(fuzzy)));
  const categories = preview.categoryQuestions.filter(({ field, value }) => recipe.categories[field]?.[value] === undefined).length;
  if (categories > 0) add('values', 'categories', t('workbench.look.categories', number(categories)));
  const disagreements = preview.placeMatch?.disagreements ?? 0;
  if (disagreements > 0 && patch.onDisagreement === undefined) add('values', 'disagreements', t('workbench.look.disagreements', number(disagreements)));
  if (preview.repeatedRowCount > 0 && patch.repeatedRows === undefined)
    add('values', 'repeated', t('workbench.look.repeated', number(preview.repeatedRowCount)));
  const known = preview.knownIncidents.reduce((sum, { count }) => sum + count, 0);
  if (known > 0 && patch.knownIncidents === undefined) add('values', 'known', t('workbench.look.known', number(known)));
  if (preview.earlierEditions.length > 0) add('summary', 'edition', t('workbench.look.edition', { name: preview.earlierEditions[0]?.fileName ?? '' }));
  return list.sort((a, b) => Number(b.isBlocking) - Number(a.isBlocking));
}

/** Whether the person has said it themselves. */
export function isStated(patch: RecipePatch, setting: string): boolean {
  const [key = '', field] = setting.split('.');
  const value = patch[key as keyof RecipePatch];
  if (value === undefined) return false;
  return field === undefined || value === null || typeof value !== 'object' || field in value;
}
