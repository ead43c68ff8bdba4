import type { MergeReport, ReviewWrite } from '#shared/domain/merging.ts';
import type { Formats } from '#shared/i18n/formats.ts';
import type { Translate } from '#shared/i18n/texts.ts';

type Contribution = Pick<MergeReport['contributions'][number], 'changes' | 'people'>;

/** What a copy brings: so many changes by whom, or kindly that there is nothing. */
export function contributionWords(t: Translate, formats: Formats, { changes, people }: Contribution, isAgain: boolean): string {
  if (changes === 0) return t(isAgain ? 'groupCopies.merge.broughtBefore' : 'groupCopies.merge.nothingNew');
  const words = t('groupCopies.merge.news', { count: changes });
  if (people.length === 0) return words;
  return `${words}, ${t('groupCopies.merge.by', { people: listOf(formats, people) })}`;
}

/** Which group, who, when: as much as is known. */
export function whoWords(t: Translate, { copyName, person }: Pick<ReviewWrite, 'copyName' | 'person'>): string {
  const group = copyName || t('groupCopies.questions.lead');
  return person && person !== copyName ? `${group} (${person})` : group;
}

export function listOf(formats: Formats, parts: readonly string[]): string {
  return new Intl.ListFormat(formats.language, { type: 'conjunction' }).format(parts);
}
