import type { SurveyEstimate, SurveyEstimates, SurveyInfo, SurveyQuestionInfo } from '#shared/domain/surveys.ts';
import { apart } from '#shared/i18n/apart.ts';
import type { Formats } from '#shared/i18n/formats.ts';
import type { Translate } from '#shared/i18n/texts.ts';
import { questionName } from './question-name.ts';

/** A share as per cent, a mean as a number; a dash where there is none. */
export function valueWords(formats: Formats, isMean: boolean, value: number | null): string {
  return isMean ? formats.decimal(value, 2) : formats.percent(value, 1);
}

export function intervalWords(formats: Formats, isMean: boolean, { low, high }: Pick<SurveyEstimate, 'low' | 'high'>): string {
  return low === null || high === null ? '–' : `${valueWords(formats, isMean, low)}–${valueWords(formats, isMean, high)}`;
}

/** The answers counted, in words. */
function countedWords(question: SurveyQuestionInfo, codes: readonly string[]): string {
  return question.options
    .filter(({ code }) => codes.includes(code))
    .map(({ label }) => label)
    .join(', ');
}

/** What the estimate of all people, or of a group, says in one sentence with its interval and n. */
export function estimateSentence(
  t: Translate,
  formats: Formats,
  { estimates, estimate, codes }: { estimates: SurveyEstimates; estimate: SurveyEstimate; codes: readonly string[] },
): string {
  const { question, isMean } = estimates;
  if (estimate.value === null) return t(`undefined.${estimate.undefinedReason ?? 'no-answers'}`);
  const values = {
    question: apart(formats, questionName(question)),
    answers: apart(formats, countedWords(question, codes)),
    group: apart(formats, estimate.label),
    value: valueWords(formats, isMean, estimate.value),
    interval: intervalWords(formats, isMean, estimate),
    n: formats.count(estimate.n),
  };
  if (isMean) return t(estimate.label === '' ? 'surveys.sentence.mean' : 'surveys.sentence.meanGroup', values);
  const sentence = t(estimate.label === '' ? 'surveys.sentence.share' : 'surveys.sentence.shareGroup', values);
  return estimate.difference === null ? sentence : `${sentence} ${differenceWords(t, formats, estimate.difference)}`;
}

/** How far a group lies from everybody else, in points; where the interval holds zero, that it could be chance. */
export function differenceWords(t: Translate, formats: Formats, { value, low, high }: NonNullable<SurveyEstimate['difference']>): string {
  if (low <= 0 && high >= 0) return t('surveys.difference.chance');
  const [nearest, middle, farthest] = [low, value, high].map((points) => Math.abs(points) * 100).sort((a, b) => a - b);
  return t(value > 0 ? 'surveys.difference.more' : 'surveys.difference.less', {
    value: formats.decimal(middle, 1),
    low: formats.decimal(nearest, 1),
    high: formats.decimal(farthest, 1),
  });
}

export function sourceWords(survey: SurveyInfo): string {
  const years = [...new Set([survey.firstYear, survey.lastYear])].filter((year) => year !== null).join('–');
  return [survey.source || survey.name, years].filter((part) => part !== '').join(', ');
}
