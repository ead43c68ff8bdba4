import { datasetSchema } from '#shared/domain/datasets.ts';
import { problemSchema } from '#shared/domain/imports.ts';
import { offenceGroups } from '#shared/domain/incidents.ts';
import { qualityGrades } from '#shared/domain/indicators.ts';
import { importKinds, type Recipe, recipeSchema, surveyQuestionSchema } from '#shared/domain/recipes.ts';
import { dayRule, id, isList, isObject, jsonRule, oneOf, type ValueRanges, type ValueRules, when, year } from './value-rule.ts';

const problemCountsSchema = datasetSchema.shape.problemCounts;

/** How a file was read whose own recipe is lost. */
export const emptyRecipe = JSON.stringify({
  ...{ kind: 'incidents', format: 'csv', encoding: null, delimiter: null, decimalMark: null, sheet: null, headerRow: null, dateOrder: null, columns: {} },
  ...{ wide: null, keep: {}, constants: {}, layer: null, areaDecisions: {}, offenceGroups: {}, onlyKnownAreas: false },
  ...{
    headerRowCount: null,
    block: null,
    coordinateSystem: null,
    categories: {},
    repeatedRows: 'keep',
    knownIncidents: 'keep',
    onDisagreement: 'name',
    questions: {},
    furtherBreakdowns: [],
  },
} satisfies Recipe);

export const datasetRules: ValueRules = {
  dataset: {
    id,
    imported_at: when,
    published_on: dayRule,
    first_day: dayRule,
    last_day: dayRule,
    replaced: { ...jsonRule('', isObject), instead: null },
    kind: oneOf(importKinds, 'incidents'),
    problem_counts: jsonRule('[]', (value) => problemCountsSchema.safeParse(value).success),
    problems: jsonRule('[]', (value) => problemSchema.array().safeParse(value).success),
    recipe: jsonRule(emptyRecipe, (value) => recipeSchema.safeParse(value).success),
  },
  saved_recipe: { id, used_at: when, recipe: jsonRule(emptyRecipe, (value) => recipeSchema.safeParse(value).success), columns: jsonRule('[]', isList) },
  respondent: { answers: jsonRule('[]', isList) },
  survey_question: { id, options: jsonRule('[]', (value) => surveyQuestionSchema.shape.options.safeParse(value).success) },
  own_indicator: { id },
  indicator_target: { id },
  harm_weight_set: { id },
  harm_weight: { id },
  release: { id, at: when },
  offence: { id, offence_group: oneOf(offenceGroups, 'other') },
  observation: { id, entered_at: when, published_on: dayRule, quality: oneOf(qualityGrades, null) },
};

export const datasetRanges: ValueRanges = {
  dataset: { first_year: year, last_year: year },
  respondent: { year, weight: [0, 1e12] },
  incident: { year, month: [1, 12], day: [18_000_101, 22_001_231], weekday: [1, 7], hour: [0, 23], longitude: [-180, 180], latitude: [-90, 90] },
  figure: { year, month: [1, 12] },
  observation: { year },
};
