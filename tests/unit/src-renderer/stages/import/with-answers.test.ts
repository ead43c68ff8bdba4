import { expect, test } from 'vitest';
import { withAnswers } from '#renderer/stages/import/with-answers.ts';
import type { ImportPreview } from '#shared/domain/imports.ts';
import { recipeSchema } from '#shared/domain/recipes.ts';

const recipe = recipeSchema.parse({
  kind: 'incidents',
  format: 'csv',
  encoding: 'utf-8',
  delimiter: ',',
  decimalMark: null,
  sheet: null,
  headerRow: 1,
  dateOrder: 'ymd',
  columns: { date: 'day', offence: 'what' },
  wide: null,
  keep: {},
  constants: {},
  layer: null,
  areaDecisions: {},
  offenceGroups: {},
  onlyKnownAreas: false,
});
const preview = {
  recipe,
  columns: [
    { name: 'day', sample: [], field: 'date' },
    { name: 'what', sample: [], field: 'offence' },
    { name: 'where', sample: [], field: null },
  ],
} as unknown as ImportPreview; // the rest of a preview is not looked at

test('a changed meaning shows at once, before the file has been read again', () => {
  const { columns } = withAnswers(preview, { columns: { date: 'day', offence: 'what', area: 'where' } });
  expect(columns.map(({ field }) => field)).toEqual(['date', 'offence', 'area']);
});

test('a setting that was taken back is the detected one again', () => {
  expect(withAnswers(preview, { dateOrder: undefined, onlyKnownAreas: true }).recipe).toMatchObject({ dateOrder: 'ymd', onlyKnownAreas: true });
});

test('a column without a meaning has none', () => {
  expect(withAnswers(preview, { columns: { date: 'day', offence: '' } }).columns.map(({ field }) => field)).toEqual(['date', null, null]);
});
