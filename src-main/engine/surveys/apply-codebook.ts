import type { Codebook, SurveyQuestionInfo } from '#shared/domain/surveys.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { changed, listQuestions } from './survey-questions.ts';

/** Takes over wordings and labels of a codebook, in one change; what it does not name stays. */
export function applyCodebook(project: OpenProject, datasetId: string, codebook: Codebook): SurveyQuestionInfo[] {
  const { file_name: file } = project.found(sql.selectFrom('dataset').select('file_name').where('id', '=', datasetId).where('kind', '=', 'survey'));
  const questions = new Map(listQuestions(project, datasetId).map((question) => [question.column, question]));
  const entries = codebook.questions.flatMap((entry) => {
    const question = questions.get(entry.column);
    return question ? [{ question, entry }] : [];
  });
  if (entries.length === 0) return [...questions.values()];
  project.change({ name: 'surveys.applyCodebook', params: { file, count: entries.length }, subjects: ['datasets'] }, (write) => {
    for (const { question, entry } of entries) {
      const { wording, options } = changed(question, { ...(entry.wording === null ? {} : { wording: entry.wording }), options: entry.options });
      write.run(
        sql
          .updateTable('survey_question')
          .set({ wording, options: JSON.stringify(options) })
          .where('id', '=', question.id),
      );
    }
  });
  return listQuestions(project, datasetId);
}
