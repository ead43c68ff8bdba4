import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SurveyEstimates, SurveyGrouping, SurveyInfo, SurveyQuestionInfo, SurveyRequest } from '#shared/domain/surveys.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';

interface Wish {
  readonly datasetId?: string;
  readonly questionId?: string;
  /** Answers to count, by question. */
  readonly codes: Readonly<Record<string, readonly string[]>>;
  readonly by: SurveyGrouping;
  readonly denominator: 'answered' | 'all';
}

/** What is looked at: survey, question, answers that count, groups, denominator; and what comes of it. */
export interface SurveyChoice {
  readonly survey: SurveyInfo | undefined;
  readonly questions: readonly SurveyQuestionInfo[];
  readonly question: SurveyQuestionInfo | undefined;
  readonly codes: readonly string[];
  readonly by: SurveyGrouping;
  readonly denominator: 'answered' | 'all';
  readonly request: SurveyRequest | null;
  readonly estimates: SurveyEstimates | undefined;
  chooseSurvey(datasetId: string): void;
  chooseQuestion(questionId: string): void;
  setCodes(codes: readonly string[]): void;
  setBy(by: SurveyGrouping): void;
  setDenominator(denominator: 'answered' | 'all'): void;
}

/** The first survey and its first question with answers to choose from, until a person chooses. */
export function useSurveyChoice(surveys: readonly SurveyInfo[] | undefined): SurveyChoice {
  const { queries } = useEngine();
  const [wish, setWish] = useState<Wish>({ codes: {}, by: { kind: 'none' }, denominator: 'answered' });
  const survey = surveys?.find(({ datasetId }) => datasetId === wish.datasetId) ?? surveys?.[0];
  const questions =
    useQuery({ ...queries.surveys.questions.queryOptions({ input: { datasetId: survey?.datasetId ?? '' } }), enabled: survey !== undefined }).data ?? [];
  const [first, setFirst] = useState<Readonly<Record<string, string>>>({});
  const start = questions.find(hasOpinion) ?? questions[0];
  // The question that the screen starts with stays, whatever is changed about it.
  if (start && first[start.datasetId] === undefined) setFirst({ ...first, [start.datasetId]: start.id });
  const question = questions.find(({ id }) => id === wish.questionId) ?? questions.find(({ id }) => id === first[survey?.datasetId ?? '']) ?? start;
  const valid = question?.options.filter(({ isMissing }) => !isMissing) ?? [];
  const codes = question ? (wish.codes[question.id] ?? valid.slice(-1).map(({ code }) => code)) : [];
  const by = fits(wish.by, survey, questions, question) ? wish.by : ({ kind: 'none' } as const);
  const request: SurveyRequest | null =
    survey && question && (question.isNumeric || codes.length > 0)
      ? { datasetId: survey.datasetId, questionId: question.id, codes: [...codes], by, denominator: wish.denominator }
      : null;
  const estimates = useQuery({
    ...queries.surveys.estimate.queryOptions({ input: request ?? { datasetId: '', questionId: '' } }),
    enabled: request !== null,
    placeholderData: keepPreviousData,
  }).data;
  return {
    ...{ survey, questions, question, codes, by, denominator: wish.denominator, request },
    // What is still shown of an earlier question must not stand under this one's name.
    estimates: request && estimates?.question.id === question?.id ? estimates : undefined,
    chooseSurvey: (datasetId) => setWish({ ...wish, datasetId, by: { kind: 'none' } }),
    chooseQuestion: (questionId) => setWish({ ...wish, questionId }),
    setCodes: (chosen) => question && setWish({ ...wish, codes: { ...wish.codes, [question.id]: chosen } }),
    setBy: (wanted) => setWish({ ...wish, by: wanted }),
    setDenominator: (denominator) => setWish({ ...wish, denominator }),
  };
}

/** A question where somebody said «don't know»: a city or a number of a dwelling has no such answer. */
function hasOpinion({ options, isNumeric }: SurveyQuestionInfo): boolean {
  return !isNumeric && options.some(({ isMissing }) => isMissing);
}

function fits(by: SurveyGrouping, survey: SurveyInfo | undefined, questions: readonly SurveyQuestionInfo[], question: SurveyQuestionInfo | undefined): boolean {
  if (by.kind === 'area') return survey?.layers.some(({ id }) => id === by.layerId) === true;
  if (by.kind === 'question') return by.questionId !== question?.id && questions.some(({ id, isNumeric }) => id === by.questionId && !isNumeric);
  return true;
}
