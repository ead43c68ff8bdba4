import { describe, expect, test } from 'vitest';
import { contentsOf } from '../../fixtures/contents.ts';
import { newProject, refusalOf } from '../../fixtures/engine.ts';
import { addTwoBoroughs, countsOf, fileOf, importText, inspectText } from '../imports/importing.ts';

/** Twelve people: weights, two strata, a question with codes, one with words, an amount, and their own words. */
const survey = [
  'borough,peso,estrato,P1,trust,age,P9_ESP',
  ...['Poniente,2,a,1,A lot,21,the man at number 4', 'Poniente,2,a,2,A lot,34,', 'Poniente,2,a,2,None,45,near the stairs', 'Poniente,2,a,9,None,52,'],
  ...['Oriente,1,b,1,A lot,19,', 'Oriente,1,b,1,A lot,27,my neighbour Ana', 'Oriente,1,b,2,None,33,', 'Oriente,1,b,,None,41,'],
  ...['Oriente,1,b,1,A lot,60,', 'Oriente,1,b,2,A lot,61,', 'Poniente,x,a,1,None,38,', 'Nowhere,1,b,2,None,44,'],
].join('\n');

async function surveyed() {
  const city = await newProject();
  await addTwoBoroughs(city);
  const result = await importText(city, 'survey', survey, { name: 'safety 2024.csv' });
  const questions = await city.client.surveys.questions({ datasetId: result.dataset });
  return { ...city, result, questions, questionOf: (column: string) => questions.find((question) => question.column === column) };
}

describe('importing a survey', () => {
  test('weight, stratum and area are found; questions are the columns with few answers; words of people are not kept', async () => {
    const { result, questions, client } = await surveyed();
    expect(result).toMatchObject({ rows: 12, imported: 12 });
    expect(result.recipe.columns).toMatchObject({ weight: 'peso', stratum: 'estrato', area: 'borough' });
    expect(result.recipe.constants.year).toBe('2024');
    expect(questions.map(({ column }) => column)).toEqual(['borough', 'estrato', 'P1', 'trust']);
    expect(countsOf(result)).toMatchObject({ 'bad-weight': 1, 'column-not-kept': 2 });
    expect(result.unmatchedAreas.map(({ name }) => name)).toEqual(['Nowhere']);
    const [info] = await client.surveys.list();
    expect(info).toMatchObject({ respondents: 12, weighted: 11, weightSum: 15, strata: 2, clusters: 0, firstYear: 2024 });
    expect(info?.layers).toMatchObject([{ name: 'Boroughs', areas: 2 }]);
  });

  test('a code that stands apart is guessed to mean «no answer», and a person can say otherwise before the import', async () => {
    const city = await newProject();
    const guessed = await inspectText(city, 'survey', survey);
    expect(guessed.recipe.questions.P1?.options).toEqual([
      { code: '1', label: '1', isMissing: false },
      { code: '2', label: '2', isMissing: false },
      { code: '9', label: '9', isMissing: true },
    ]);
    const stated = { wording: 'Do you feel safe?', isNumeric: false, options: [{ code: '9', label: 'Nine', isMissing: false }] };
    const { dataset } = await importText(city, 'survey', survey, { recipe: { questions: { P1: stated } } });
    const questions = await city.client.surveys.questions({ datasetId: dataset });
    expect(questions).toMatchObject([{ column: 'P1', wording: 'Do you feel safe?' }]);
    expect(questions[0]?.options.map(({ code, isMissing }) => [code, isMissing])).toEqual([
      ['9', false],
      ['1', false],
      ['2', false],
    ]);
  });

  test('comes again in the same way gives the same questions under the same ids, and goes and comes back whole', async () => {
    const city = await surveyed();
    const before = contentsOf(city.project());
    expect(before.respondent).toHaveLength(12);
    await city.client.imports.removeDataset({ id: city.result.dataset });
    expect(contentsOf(city.project())).toMatchObject({ respondent: [], survey_question: [] });
    await city.client.history.undo();
    expect(contentsOf(city.project())).toEqual(before);
    await city.client.history.redo();
    const again = await importText(city, 'survey', survey, { name: 'safety 2024.csv' });
    expect((await city.client.surveys.questions({ datasetId: again.dataset })).map(({ id }) => id)).toEqual(city.questions.map(({ id }) => id));
  });
});

describe('estimates', () => {
  test('a share is weighted, leaves out who did not answer, and tells n, effective n and missing', async () => {
    const { client, result, questionOf } = await surveyed();
    const { total } = await client.surveys.estimate({ datasetId: result.dataset, questionId: questionOf('P1')?.id ?? '', codes: ['2'] });
    // Unsafe: Poniente 2 × 2, Oriente 2 × 1, Nowhere 1 × 1 = 7 of 3 × 2 + 5 × 1 + 1 = 12.
    expect(total).toMatchObject({ n: 9, hits: 5, weightSum: 12, hitWeight: 7, missing: 2, withoutWeight: 1, undefinedReason: null });
    expect(total.value).toBeCloseTo(7 / 12, 12);
    expect(total.effectiveN).toBeCloseTo(144 / 18, 12);
    expect(total.warnings).toEqual(['few', 'wide', 'without-weight']);
  });

  test('with everybody in the denominator «don’t know» counts, but a blank answer does not', async () => {
    const { client, result, questionOf } = await surveyed();
    const { total } = await client.surveys.estimate({ datasetId: result.dataset, questionId: questionOf('P1')?.id ?? '', codes: ['2'], denominator: 'all' });
    expect(total).toMatchObject({ n: 10, weightSum: 14, missing: 1 });
    expect(total.value).toBeCloseTo(0.5, 12);
  });

  test('groups of fewer than five are not shown; who belongs to none is told', async () => {
    const { client, result, questionOf } = await surveyed();
    const [layer] = (await client.surveys.list())[0]?.layers ?? [];
    const request = { datasetId: result.dataset, questionId: questionOf('P1')?.id ?? '', codes: ['2'] };
    const byArea = await client.surveys.estimate({ ...request, by: { kind: 'area', layerId: layer?.id ?? '' } });
    expect(byArea.groups.map(({ label, n, value, undefinedReason }) => [label, n, value === null, undefinedReason])).toEqual([
      ['Poniente', 3, true, 'too-few'],
      ['Oriente', 5, false, null],
    ]);
    expect(byArea.withoutGroup).toBe(1);
    const byTrust = await client.surveys.estimate({ ...request, by: { kind: 'question', questionId: questionOf('trust')?.id ?? '' } });
    expect(byTrust.groups.map(({ key, n }) => [key, n])).toEqual([
      ['A lot', 6],
      ['None', 3],
    ]);
  });

  test('a group is held against everybody else, and few answers stay on the screen with what would give them away', async () => {
    const city = await newProject();
    const people = (group: string, unsafe: number, safe: number) => [
      ...Array.from({ length: unsafe }, () => `2,${group}`),
      ...Array.from({ length: safe }, () => `1,${group}`),
    ];
    const estimate = async (rows: string[]) => {
      const { dataset } = await importText(city, 'survey', ['dark,who', ...rows].join('\n'));
      const [dark, who] = await city.client.surveys.questions({ datasetId: dataset });
      return city.client.surveys.estimate({
        datasetId: dataset,
        questionId: dark?.id ?? '',
        codes: ['2'],
        by: { kind: 'question', questionId: who?.id ?? '' },
      });
    };
    // NC-1: 18 of 40 against 30 of 42.
    const apart = await estimate([...people('men', 18, 22), ...people('women', 30, 12)]);
    const rounded = apart.groups.map(({ difference }) => [difference?.value, difference?.low, difference?.high].map((value) => Number(value?.toFixed(4))));
    expect(rounded).toEqual([
      [-0.2643, -0.4472, -0.051],
      [0.2643, 0.051, 0.4472],
    ]);
    expect(apart.total.difference).toBeNull();
    expect([apart.total, ...apart.groups].map(({ mayBeKept }) => mayBeKept)).toEqual([true, true, true]);

    const few = await estimate([...people('men', 3, 37), ...people('women', 30, 12)]);
    expect([few.total, ...few.groups].map(({ mayBeKept }) => mayBeKept)).toEqual([true, false, false]);
    const fewer = await estimate([...people('men', 2, 38), ...people('women', 2, 38)]);
    expect([fewer.total, ...fewer.groups].map(({ mayBeKept }) => mayBeKept)).toEqual([false, false, false]);
  });

  test('an estimate is saved as a value of an indicator with its limits, effective n and how it was made', async () => {
    const { client, result, questionOf } = await surveyed();
    const request = { datasetId: result.dataset, questionId: questionOf('P1')?.id ?? '', codes: ['1'], denominator: 'all' as const };
    const saved = await client.surveys.saveAsObservation({ request, group: null, indicatorCode: '16.1.4' });
    expect(saved).toMatchObject({ indicatorCode: '16.1.4', year: 2024, isComputed: true });
    expect(saved.value).toBeCloseTo((100 * 5) / 14, 10);
    expect(saved.sampleSize).toBeCloseTo(196 / 22, 10);
    expect(saved.computation?.method).toBe('weightedShare');
    await client.history.undo();
    expect(await client.indicators.observations()).toEqual([]);
  });

  test('without answers to count, or grouped by an amount or another survey, it is refused', async () => {
    const { client, result, questionOf } = await surveyed();
    const request = { datasetId: result.dataset, questionId: questionOf('P1')?.id ?? '' };
    expect((await refusalOf(client.surveys.estimate(request))).code).toBe('survey/no-codes');
    await client.surveys.updateQuestion({ id: questionOf('trust')?.id ?? '', patch: { isNumeric: true } });
    const by = { kind: 'question' as const, questionId: questionOf('trust')?.id ?? '' };
    expect((await refusalOf(client.surveys.estimate({ ...request, codes: ['1'], by }))).code).toBe('survey/not-a-group');
  });
});

describe('a codebook', () => {
  test('gives wording and labels, in one change; codes written otherwise are the same number', async () => {
    const city = await surveyed();
    const dictionary = fileOf(city, 'dictionary.csv', 'name,question,code,answer\np1,How safe?,01,Safe\n,,2,Unsafe\n,,9,Does not know\nzz,Other,1,One\n');
    const codebook = await city.client.surveys.readCodebook({ file: dictionary, datasetId: city.result.dataset });
    expect(codebook.unknown).toEqual(['zz']);
    await city.client.surveys.applyCodebook({ datasetId: city.result.dataset, codebook });
    const p1 = (await city.client.surveys.questions({ datasetId: city.result.dataset })).find(({ column }) => column === 'P1');
    expect(p1).toMatchObject({
      wording: 'How safe?',
      options: [
        { code: '1', label: 'Safe', isMissing: false },
        { code: '2', label: 'Unsafe', isMissing: false },
        { code: '9', label: 'Does not know', isMissing: true },
      ],
    });
    await city.client.history.undo();
    const after = await city.client.surveys.questions({ datasetId: city.result.dataset });
    expect(after.find(({ column }) => column === 'P1')?.wording).toBe('P1');
  });

  test('called after its question is a catalogue of its codes', async () => {
    const city = await surveyed();
    const catalogue = fileOf(city, 'P1.csv', 'clave,descrip\n1,Seguro\n2,Inseguro\n9,No sabe o no responde\n');
    const { questions } = await city.client.surveys.readCodebook({ file: catalogue, datasetId: city.result.dataset });
    expect(questions).toMatchObject([{ column: 'P1', wording: null, options: [{ label: 'Seguro' }, { label: 'Inseguro' }, { isMissing: true }] }]);
  });
});

describe('SDG 16.1.4', () => {
  test('those who never go out and those who do not know stay in the denominator', async () => {
    const city = await newProject();
    const answers: readonly (readonly [string, number])[] = [
      ['1', 20],
      ['2', 35],
      ['3', 30],
      ['4', 15],
      ['8', 12],
      ['9', 8],
      ['', 3],
    ];
    const people = answers.flatMap(([code, count]) => Array.from({ length: count }, (_, number) => `${code},${number % 2}`));
    const { dataset } = await importText(city, 'survey', ['dark,group', ...people].join('\n'));
    const [dark] = await city.client.surveys.questions({ datasetId: dataset });
    expect(dark?.options.filter(({ isMissing }) => isMissing).map(({ code }) => code)).toEqual(['8', '9']);
    const request = { datasetId: dataset, questionId: dark?.id ?? '', codes: ['1', '2'] };
    const { total } = await city.client.surveys.estimate({ ...request, denominator: 'all' });
    expect([total.value, total.low, total.high].map((share) => ((share ?? 0) * 100).toFixed(2))).toEqual(['45.83', '37.19', '54.74']);
    expect(total).toMatchObject({ n: 120, missing: 3, warnings: ['unweighted'] });
    const answered = await city.client.surveys.estimate(request);
    expect(answered.total.value).toBeCloseTo(0.55, 12);
  });
});
