import type { AnswerProblem, Ballot } from '#shared/domain/ballots.ts';
import type { Translate } from '#shared/i18n/texts.ts';
import type { SheetField } from './sheet-fields.ts';

/** What a field asks beside the option's words; empty where the option says it all. */
export function partWords(t: Translate, part: SheetField['part']): string {
  if (part === 'level' || part === 'area') return '';
  if (part === 'day' || part === 'night') return t(`ballots.time.${part}`);
  if (part === 'reason') return t('paper.why');
  if (part === 'text') return t('entry.part.text');
  if (part === 'note') return t('paper.placeNote');
  return t(`ballots.dimension.${part}`);
}

/** A field in one line, for those who hear it and for lists. */
export function fieldName(t: Translate, field: SheetField): string {
  const words = field.part === 'area' ? t('entry.part.area', { number: field.number }) : [field.text, field.otherText].filter(Boolean).join(' / ');
  const lead = field.text ? `${field.number}. ` : '';
  return [`${lead}${words}`, partWords(t, field.part)].filter((one) => one.trim() !== '').join(' – ');
}

/** A rule that a sheet breaks, in words. */
export function problemWords(t: Translate, ballot: Ballot, { code, optionId, given, allowed }: AnswerProblem): string {
  const option = ballot.options.find(({ id }) => id === optionId)?.text ?? '';
  return t(`entry.problem.${code}`, { option, given: given ?? 0, allowed: allowed ?? 0 });
}
