import type { Selectable } from 'kysely';
import type { SurveyQuestionRecipe } from '#shared/domain/recipes.ts';
import { surveyQuestionSchema } from '#shared/domain/recipes.ts';
import type { SurveyInfo, SurveyQuestionInfo } from '#shared/domain/surveys.ts';
import { layersOfContent } from '../figures/figure-tables.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import type { SurveyQuestionTable } from '../project/schema.ts';

/** Imported surveys, newest first. */
export function listSurveys(project: OpenProject): SurveyInfo[] {
  const datasets = project.all(sql.selectFrom('dataset').selectAll().where('kind', '=', 'survey').orderBy('key', 'desc'));
  return datasets.map((dataset) => {
    const counts = project.found(
      sql
        .selectFrom('respondent')
        .select(({ fn, eb }) => [
          fn.countAll<number>().as('respondents'),
          fn.count<number>('weight').filterWhere('weight', '>', 0).as('weighted'),
          fn.sum<number | null>('weight').as('weightSum'),
          fn.count<number>('stratum').distinct().filterWhere('stratum', '<>', '').as('strata'),
          eb.fn.count<number>('cluster').distinct().filterWhere('cluster', '<>', '').as('clusters'),
        ])
        .where('dataset_key', '=', dataset.key),
    );
    const { questions } = project.found(
      sql
        .selectFrom('survey_question')
        .select(({ fn }) => fn.countAll<number>().as('questions'))
        .where('dataset_id', '=', dataset.id),
    );
    return {
      datasetId: dataset.id,
      name: dataset.title || dataset.file_name,
      source: dataset.source,
      publishedOn: dataset.published_on,
      firstYear: dataset.first_year,
      lastYear: dataset.last_year,
      ...counts,
      weightSum: counts.weightSum ?? 0,
      layers: layersOfContent(project, 'respondent', dataset.key),
      questions,
    };
  });
}

export function listQuestions(project: OpenProject, datasetId: string): SurveyQuestionInfo[] {
  return project.all(sql.selectFrom('survey_question').selectAll().where('dataset_id', '=', datasetId).orderBy('position')).map(readQuestion);
}

export function findQuestion(project: OpenProject, id: string): SurveyQuestionInfo {
  return readQuestion(project.found(sql.selectFrom('survey_question').selectAll().where('id', '=', id)));
}

function readQuestion(row: Selectable<SurveyQuestionTable>): SurveyQuestionInfo {
  return {
    id: row.id,
    datasetId: row.dataset_id,
    column: row.column_name,
    position: row.position,
    wording: row.wording,
    isNumeric: row.is_numeric === 1,
    options: surveyQuestionSchema.shape.options.parse(JSON.parse(row.options)),
  };
}

/** Changes wording, labels and which codes count as no answer. Codes that people gave stay among the options. */
export function updateQuestion(project: OpenProject, id: string, patch: Partial<SurveyQuestionRecipe>): SurveyQuestionInfo {
  const before = findQuestion(project, id);
  const { wording, isNumeric, options } = changed(before, patch);
  project.change({ name: 'surveys.updateQuestion', params: { question: wording.slice(0, 80) }, subjects: ['datasets'] }, (write) => {
    write.run(
      sql
        .updateTable('survey_question')
        .set({ wording, is_numeric: isNumeric ? 1 : 0, options: JSON.stringify(options) })
        .where('id', '=', id),
    );
  });
  return findQuestion(project, id);
}

/** A question with what is new about it; options that are not named stay as they are. */
export function changed(before: SurveyQuestionRecipe, patch: Partial<SurveyQuestionRecipe>): SurveyQuestionRecipe {
  const named = new Map((patch.options ?? []).map((option) => [option.code, option]));
  const kept = before.options.map((option) => named.get(option.code) ?? option);
  const known = new Set(before.options.map(({ code }) => code));
  const isNumeric = patch.isNumeric ?? before.isNumeric;
  // An amount may get special codes that did not seem to be any; other questions list all that occur already.
  const further = isNumeric ? (patch.options ?? []).filter(({ code }) => !known.has(code)) : [];
  return { wording: patch.wording ?? before.wording, isNumeric, options: [...kept, ...further] };
}
