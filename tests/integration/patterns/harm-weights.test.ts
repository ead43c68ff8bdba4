import { describe, expect, test } from 'vitest';
import { refusalOf } from '../../fixtures/engine.ts';
import { background, dottedCity, monthly } from './dotted-city.ts';

const cityWithOffences = () =>
  dottedCity([
    ...monthly(2023, { row: 1, column: 1 }, 'Homicide', (month) => (month % 2 === 0 ? 1 : 0)),
    ...monthly(2023, { row: 2, column: 2 }, 'Robbery', () => 5),
    ...background(2023),
  ]);

describe('harm by the city’s own weights', () => {
  test('without a list every offence is unweighted, which is not harmless', async () => {
    const city = await cityWithOffences();
    const harm = await city.client.patterns.harm({});
    expect(harm).toMatchObject({ set: null, total: null, weighted: 0, unweighted: 174 });
    expect(harm.facts.undefinedReason).toBe('no-weights');
    expect(harm.byOffence.every((row) => row.harm === null && row.weight === null)).toBe(true);
  });

  test('count, rate and harm stand side by side; an offence without weight stays unweighted', async () => {
    const city = await cityWithOffences();
    const set = await city.client.patterns.addHarmSet({ name: 'Penal code 2022', source: 'National tribunal', dated: '2022-06-01', unit: 'days' });
    expect(set.isChosen).toBe(true);
    const pasted = await city.client.patterns.pasteHarmWeights({
      id: set.id,
      text: 'offence;days\nHOMICIDE;5.475\nrobbery;365\nSmuggling;90\nVandalism;about ten',
    });
    expect(pasted).toEqual({
      taken: 2,
      problems: [
        { line: 4, text: 'Smuggling · 90', reason: 'unknown-offence' },
        { line: 5, text: 'Vandalism · about ten', reason: 'no-number' },
      ],
    });
    const harm = await city.client.patterns.harm({});
    expect(harm).toMatchObject({ total: 6 * 5475 + 60 * 365, weighted: 66, unweighted: 108, set: { name: 'Penal code 2022', dated: '2022-06-01' } });
    expect(harm.perThousand).toBeCloseTo((6 * 5475 + 60 * 365) / 180, 9);
    expect(harm.byOffence.find((row) => row.offence === 'Vandalism')).toMatchObject({ weight: null, harm: null, harmShare: null, count: 108 });
    expect(harm.byOffence.find((row) => row.offence === 'Homicide')?.harmShare).toBeCloseTo(0.6, 9);
    expect(harm.byArea.find((row) => row.area === 'A11')?.harm).toBe(6 * 5475);
    expect(harm.facts.params[0]?.value).toBe('Penal code 2022 · National tribunal · 2022-06-01 · days');
  });

  test('one list counts at a time; a weight can be changed and taken away; everything can be undone', async () => {
    const city = await cityWithOffences();
    const first = await city.client.patterns.addHarmSet({ name: 'First' });
    const second = await city.client.patterns.addHarmSet({ name: 'Second' });
    expect(second.isChosen).toBe(false);
    await city.client.patterns.chooseHarmSet({ id: second.id });
    expect((await city.client.patterns.harmSets()).map((set) => [set.name, set.isChosen])).toEqual([
      ['First', false],
      ['Second', true],
    ]);
    const offence = (await city.client.incidents.offences())[0];
    if (!offence) throw new Error('no offence');
    await city.client.patterns.setHarmWeights({ id: second.id, weights: [{ offenceId: offence.id, weight: 7 }] });
    const changed = await city.client.patterns.setHarmWeights({ id: second.id, weights: [{ offenceId: offence.id, weight: 9 }] });
    expect(changed.weights).toEqual([{ offenceId: offence.id, weight: 9 }]);
    expect((await city.client.patterns.setHarmWeights({ id: second.id, weights: [{ offenceId: offence.id, weight: null }] })).weights).toEqual([]);
    await city.client.history.undo({});
    expect((await city.client.patterns.harmSets())[1]?.weights).toEqual([{ offenceId: offence.id, weight: 9 }]);
    await city.client.patterns.updateHarmSet({ id: first.id, patch: { source: 'Council' } });
    await city.client.patterns.removeHarmSet({ id: second.id });
    expect(await city.client.patterns.harmSets()).toMatchObject([{ name: 'First', source: 'Council' }]);
    await city.client.history.undo({});
    expect((await city.client.patterns.harmSets())[1]).toMatchObject({ name: 'Second', isChosen: true, weights: [{ weight: 9 }] });
  });

  test('lines typed by hand may separate name and weight each in their own way', async () => {
    const city = await cityWithOffences();
    const set = await city.client.patterns.addHarmSet({ name: 'List' });
    const taken = await city.client.patterns.pasteHarmWeights({ id: set.id, text: 'Homicide;5475\nRobbery;1,234.5\nVandalism\t2' });
    expect(taken).toEqual({ taken: 3, problems: [] });
    const weights = (await city.client.patterns.harmSets())[0]?.weights.map(({ weight }) => weight);
    expect(weights?.toSorted((a, b) => a - b)).toEqual([2, 1234.5, 5475]);
  });

  test('an unknown list or offence is refused and nothing changes', async () => {
    const city = await cityWithOffences();
    const nobody = crypto.randomUUID();
    expect((await refusalOf(city.client.patterns.chooseHarmSet({ id: nobody }))).code).toBe('object/not-found');
    const set = await city.client.patterns.addHarmSet({ name: 'List' });
    expect((await refusalOf(city.client.patterns.setHarmWeights({ id: set.id, weights: [{ offenceId: nobody, weight: 1 }] }))).code).toBe('object/not-found');
    expect((await city.client.patterns.harmSets())[0]?.weights).toEqual([]);
  });
});
