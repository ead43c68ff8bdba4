import type { SurveyQuestionInfo } from '#shared/domain/surveys.ts';

/** A question as it stands in lists: its column, and its wording where it has one of its own. */
export function questionName({ column, wording }: Pick<SurveyQuestionInfo, 'column' | 'wording'>): string {
  return wording === '' || wording === column ? column : `${column} · ${wording}`;
}
