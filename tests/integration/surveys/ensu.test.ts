import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { type EngineFixture, newProject } from '../../fixtures/engine.ts';
import { importFile } from '../imports/importing.ts';
import { dataFile, describeCity } from '../real-cities/independent-count.ts';

const folder = 'ensu-2015-q4/conjunto_de_datos_cb_ensu_04_2015';
const z = 1.959963984540054;

interface Person {
  readonly [column: string]: string;
}

/** The file read by hand: rows end at a line feed outside of quotes, cells at commas; `\r` inside quotes goes. */
function readPeople(): Person[] {
  const text = readFileSync(dataFile(`${folder}/conjunto_de_datos/conjunto_de_datos_cb_ensu_04_2015.csv`), 'utf8')
    .replace('\uFEFF', '')
    .replaceAll('\r', '');
  const [head = '', ...rows] = text.split('\n').filter((line) => line !== '');
  const names = head.split(',');
  return rows.map((line) => Object.fromEntries(line.split(',').map((cell, index) => [names[index] ?? '', cell.replaceAll('"', '')])));
}

function count(people: readonly Person[], hit: string, valid: readonly string[]) {
  const used = people.filter((person) => valid.includes(person.P1 ?? ''));
  const weigh = (some: readonly Person[]) => some.reduce((sum, { FACTOR }) => sum + Number(FACTOR), 0);
  const weightSum = weigh(used);
  const value = weigh(used.filter(({ P1 }) => P1 === hit)) / weightSum;
  const kish = weightSum ** 2 / used.reduce((sum, { FACTOR }) => sum + Number(FACTOR) ** 2, 0);
  return { n: used.length, hits: used.filter(({ P1 }) => P1 === hit).length, weightSum, value, kish };
}

function wilson(p: number, n: number): [number, number] {
  const centre = p + z ** 2 / (2 * n);
  const reach = z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2));
  return [(centre - reach) / (1 + z ** 2 / n), (centre + reach) / (1 + z ** 2 / n)];
}

describeCity('ENSU, fourth quarter of 2015: who feels unsafe in the city', 'ensu-2015-q4', () => {
  let city: EngineFixture;
  let datasetId = '';
  let unsafe: { datasetId: string; questionId: string; codes: string[] };
  const people = () => readPeople();

  // A fixture closes after each test, so each imports anew: it takes a tenth of a second.
  const imported = async () => {
    city = await newProject();
    const file = (path: string) => city.engine.services.files.hand(dataFile(`${folder}/${path}`));
    const result = await importFile(city, 'survey', file('conjunto_de_datos/conjunto_de_datos_cb_ensu_04_2015.csv'));
    datasetId = result.dataset;
    const questions = await city.client.surveys.questions({ datasetId });
    unsafe = { datasetId, questionId: questions.find(({ column }) => column === 'P1')?.id ?? '', codes: ['2'] };
    return { result, questions, file };
  };
  let persons: Person[] = [];
  beforeAll(() => {
    persons = people();
  });

  test('all 2,024 people come in with weight, stratum and cluster; the words of the «other» answer do not', async () => {
    const { result, questions } = await imported();
    expect(result).toMatchObject({ rows: 2024, imported: 2024, recipe: { columns: { weight: 'FACTOR', stratum: 'EDIS', cluster: 'UPM_DIS', area: 'CD' } } });
    expect((await city.client.surveys.list())[0]).toMatchObject({
      ...{ respondents: persons.length, weighted: persons.length, strata: new Set(persons.map(({ EDIS }) => EDIS)).size },
      ...{
        clusters: new Set(persons.map(({ UPM_DIS }) => UPM_DIS)).size,
        weightSum: persons.reduce((sum, { FACTOR }) => sum + Number(FACTOR), 0),
        firstYear: 2015,
      },
    });
    expect(questions.map(({ column }) => column)).not.toContain('P4_5ESP');
    expect(questions.map(({ column }) => column)).not.toContain('FOL');
    expect(questions.find(({ column }) => column === 'P1')?.options).toEqual([
      { code: '1', label: '1', isMissing: false },
      { code: '2', label: '2', isMissing: false },
      { code: '9', label: '9', isMissing: true },
    ]);
  });

  test('67.9 % of those who answered felt unsafe, 67.7 % of all, as a hand count gives', async () => {
    await imported();
    for (const [denominator, valid] of [['answered', ['1', '2']] as const, ['all', ['1', '2', '9']] as const]) {
      const { total } = await city.client.surveys.estimate({ ...unsafe, denominator });
      const hand = count(persons, '2', valid);
      expect(total).toMatchObject({ n: hand.n, hits: hand.hits, weightSum: hand.weightSum });
      expect(total.value).toBeCloseTo(hand.value, 12);
      // Clusters make answers alike: the effective number is below the one that unequal weights leave.
      expect(total.effectiveN).toBeLessThan(hand.kish);
      const [low, high] = wilson(hand.value, total.effectiveN ?? 0);
      expect([total.low, total.high]).toEqual([expect.closeTo(low, 12), expect.closeTo(high, 12)]);
    }
    const { total } = await city.client.surveys.estimate(unsafe);
    expect(((total.value ?? 0) * 100).toFixed(2)).toBe('67.90');
    // Worked out by a separate program: linearised variance over 583 clusters in 3 strata.
    expect(total.effectiveN).toBeCloseTo(1140.4984885785934, 6);
    expect([total.low, total.high]).toEqual([expect.closeTo(0.6513422525003238, 10), expect.closeTo(0.7054544734714986, 10)]);
  });

  test('by city, by stratum and by another question, each group as a hand count gives', async () => {
    const { questions } = await imported();
    const idOf = (column: string) => questions.find((question) => question.column === column)?.id ?? '';
    for (const column of ['CD', 'P3_3']) {
      const { groups } = await city.client.surveys.estimate({ ...unsafe, by: { kind: 'question', questionId: idOf(column) } });
      for (const { key, n, hits, value, weightSum } of groups) {
        const hand = count(
          persons.filter((person) => person[column] === key),
          '2',
          ['1', '2'],
        );
        expect({ n, hits, weightSum }).toEqual({ n: hand.n, hits: hand.hits, weightSum: hand.weightSum });
        expect(value).toBeCloseTo(hand.value, 12);
      }
      expect(groups).toHaveLength(column === 'CD' ? 32 : 2);
    }
    const { groups } = await city.client.surveys.estimate({ ...unsafe, by: { kind: 'stratum' } });
    expect(groups.map(({ key, value }) => [key, ((value ?? 0) * 100).toFixed(1)])).toEqual([
      ['11', '71.3'],
      ['12', '65.4'],
      ['13', '67.1'],
    ]);
  });

  test('the dictionary gives the wording, the catalogues the labels, however their lines end', async () => {
    const { file } = await imported();
    const take = async (path: string) => {
      const codebook = await city.client.surveys.readCodebook({ file: file(path), datasetId });
      return city.client.surveys.applyCodebook({ datasetId, codebook });
    };
    await take('diccionario_de_datos/diccionario_de_datos_cb_ensu_04_2015.csv');
    await take('catalogos/cd.csv');
    const questions = await take('catalogos/p1.csv');
    expect(questions.find(({ column }) => column === 'P1')).toMatchObject({
      wording: 'Percepción de seguridad en la ciudad',
      options: [{ label: 'Seguro?' }, { label: 'Inseguro?' }, { label: 'No sabe o no responde', isMissing: true }],
    });
    const cities = questions.find(({ column }) => column === 'CD');
    expect(cities?.wording).toBe('Ciudad Autorrepresentada');
    expect(cities?.options.find(({ code }) => code === '02')?.label).toBe('Guadalajara');
    const { groups } = await city.client.surveys.estimate({ ...unsafe, by: { kind: 'question', questionId: cities?.id ?? '' } });
    const found = groups.find(({ label }) => label === 'Guadalajara');
    expect(found).toMatchObject({ n: 223, hits: 173, weightSum: 3_970_993, hitWeight: 3_087_051 });
    expect(((found?.value ?? 0) * 100).toFixed(1)).toBe('77.7');
  });
});
