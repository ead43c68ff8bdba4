import { given } from '#shared/domain/given.ts';
import { openProjectOf, procedures } from '../procedures.ts';
import { applyCodebook } from './apply-codebook.ts';
import { readCodebook } from './codebook.ts';
import { answersOf, estimateSurvey } from './estimate.ts';
import { saveEstimate } from './save-estimate.ts';
import { listQuestions, listSurveys, updateQuestion } from './survey-questions.ts';

const surveys = procedures.surveys;

export const surveyProcedures = surveys.router({
  list: surveys.list.handler(({ context }) => listSurveys(openProjectOf(context))),
  questions: surveys.questions.handler(({ context, input }) => listQuestions(openProjectOf(context), input.datasetId)),
  updateQuestion: surveys.updateQuestion.handler(({ context, input }) => updateQuestion(openProjectOf(context), input.id, given(input.patch))),
  readCodebook: surveys.readCodebook.handler(({ context, input }) => {
    const stored = input.datasetId === null ? [] : listQuestions(openProjectOf(context), input.datasetId);
    return readCodebook(context.services, input.file, { ...Object.fromEntries(stored.map((question) => [question.column, question])), ...input.questions });
  }),
  applyCodebook: surveys.applyCodebook.handler(({ context, input }) => applyCodebook(openProjectOf(context), input.datasetId, input.codebook)),
  answers: surveys.answers.handler(({ context, input }) => answersOf(openProjectOf(context), input.questionId)),
  estimate: surveys.estimate.handler(({ context, input }) => estimateSurvey(openProjectOf(context), input)),
  saveAsObservation: surveys.saveAsObservation.handler(({ context, input }) => saveEstimate(openProjectOf(context), input)),
});
