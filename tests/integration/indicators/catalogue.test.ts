import { describe, expect, test } from 'vitest';
import { newProject, refusalOf } from '../../fixtures/engine.ts';

/** Every row of sections 2 to 6 of the reference. */
const sdg =
  '16.1.1 16.1.2 16.1.3 16.1.4 16.2.1 16.2.2 16.2.3 16.3.1 16.3.2 16.3.3 16.5.1 16.6.2 16.7.2 16.b.1 11.7.2 11.7.1 11.1.1 11.2.1 11.3.2 5.2.1 5.2.2 3.6.1 3.5.1 8.6.1 11.5.1';
const numbered = (prefix: string, last: number) => Array.from({ length: last }, (_, place) => `${prefix}-${String(place + 1).padStart(2, '0')}`);
const iso = 'ISO-S1 ISO-S2 ISO-S3 ISO-S4 ISO-S5 ISO-S6a ISO-S6b ISO-S7';

describe('the catalogue', () => {
  test('holds every indicator of the reference, each code once', async () => {
    const { client } = await newProject();
    const codes = (await client.indicators.catalogue({})).map(({ code }) => code);
    const wanted = [...sdg.split(' '), ...iso.split(' '), ...numbered('LOC', 13), ...numbered('GOV', 9), ...numbered('UNR', 10)];
    expect(codes.filter((code) => !code.startsWith('INC-')).toSorted()).toEqual(wanted.toSorted());
    expect(new Set(codes).size).toBe(codes.length);
  });

  test.each(['en', 'es', 'ar'])('says in full what each one is, in %s', async (language) => {
    const { client } = await newProject();
    for (const definition of await client.indicators.catalogue({ language })) {
      const words = [
        definition.numerator,
        definition.denominator,
        definition.population,
        definition.referencePeriod,
        definition.sourceWords,
        definition.caveat,
      ];
      for (const text of [...words, ...definition.requiredBreakdowns, ...definition.optionalBreakdowns, ...definition.versions.map(({ note }) => note)]) {
        expect(text, definition.code).not.toMatch(/^indicator[A-Z.]/);
      }
      expect(definition.denominator, definition.code).not.toBe('');
      if (!definition.isSlot) expect(definition.numerator, definition.code).not.toBe('');
    }
  });

  test('several wordings where the reference names them', async () => {
    const { client } = await newProject();
    const several = (await client.indicators.catalogue({})).filter(({ versions }) => versions.length > 1);
    expect(several.map(({ code, version, versions }) => [code, version, versions.map((one) => one.version)])).toEqual([
      ['16.1.4', '2023-03', ['2021-12', '2023-03']],
      ['16.3.1', 'three-kinds', ['2016', 'three-kinds']],
      ['11.7.2', '2023–24', ['2018', '2023–24']],
    ]);
    for (const { versions } of several) for (const { note } of versions) expect(note).not.toBe('');
  });

  test('mappings lead to something that is there', async () => {
    const { client } = await newProject();
    const catalogue = await client.indicators.catalogue({});
    const known = new Set([...catalogue.map(({ code }) => code), ...(await client.indicators.monitor()).map(({ slot }) => slot)]);
    for (const { mappings, code } of catalogue) for (const mapping of mappings) expect(known.has(mapping.code), `${code} → ${mapping.code}`).toBe(true);
  });

  test('surveillance, reported cases and inputs are shown and never scored; nothing of a standard’s text ships', async () => {
    const { client } = await newProject();
    const catalogue = await client.indicators.catalogue({});
    const shownOnly = catalogue.filter(({ direction }) => direction === 'show').map(({ code }) => code);
    expect(shownOnly).toEqual(expect.arrayContaining(['16.2.2', 'ISO-S2', 'ISO-S5', 'ISO-S6b', 'LOC-02', 'GOV-02', 'GOV-07', 'UNR-10']));
    for (const slot of catalogue.filter(({ isSlot }) => isSlot)) expect(slot.numerator).toBe('');
    expect(catalogue.every(({ urbanAgenda }) => urbanAgenda === 'unknown')).toBe(true);
  });
});

describe('a city’s own definitions', () => {
  test('an own indicator has everything a shipped one has, and computes its interval', async () => {
    const { client } = await newProject();
    const { id } = await client.indicators.addOwn({ code: 'CITY-01', definition: { name: 'Stalls that close before dark' } });
    await client.indicators.updateOwn({
      id,
      patch: {
        multiplier: 100,
        intervalMethod: 'wilson',
        unit: '%',
        direction: 'down',
        sensitivity: 'S10',
        version: 'May count',
        themes: ['community'],
        breakdowns: 'market, sex',
      },
    });
    const own = (await client.indicators.catalogue({})).find(({ code }) => code === 'CITY-01');
    expect(own).toMatchObject({
      name: 'Stalls that close before dark',
      frameworkId: 'own',
      smallestCount: 10,
      direction: 'down',
      version: 'May count',
      requiredBreakdowns: ['market', 'sex'],
      ownId: id,
    });
    const value = await client.indicators.add({ indicatorCode: 'CITY-01', year: 2026, numerator: 30, denominator: 200 });
    expect(value.value).toBe(15);
    expect([value.low, value.high].map((limit) => Number(limit?.toFixed(2)))).toEqual([10.71, 20.61]);
    await client.indicators.removeOwn({ id });
    expect((await client.indicators.catalogue({})).find(({ code }) => code === 'CITY-01')).toMatchObject({ name: 'CITY-01', ownId: null });
    await client.history.undo();
    expect(await client.indicators.own({ id })).toMatchObject({ code: 'CITY-01', definition: { unit: '%', version: 'May count' } });
  });

  test('a code that is taken is refused; an empty slot of a standard is there to be filled', async () => {
    const { client } = await newProject();
    expect(await refusalOf(client.indicators.addOwn({ code: '16.1.1', definition: {} }))).toMatchObject({
      code: 'indicator/code-taken',
      params: { code: '16.1.1' },
    });
    const { id } = await client.indicators.addOwn({ code: 'ISO-S1', definition: { numerator: 'Clause 15 as our copy has it' } });
    expect((await refusalOf(client.indicators.addOwn({ code: 'ISO-S1', definition: {} }))).code).toBe('indicator/code-taken');
    expect((await client.indicators.catalogue({})).find(({ code }) => code === 'ISO-S1')).toMatchObject({
      numerator: 'Clause 15 as our copy has it',
      isSlot: true,
      ownId: id,
      direction: 'down',
    });
  });
});

describe('the Urban Safety Monitor', () => {
  test('has fifteen slots: five published names in two themes, ten for the city', async () => {
    const { client } = await newProject();
    const slots = await client.indicators.monitor();
    expect(slots).toHaveLength(15);
    expect(slots.filter(({ isConfirmed }) => isConfirmed).map(({ slot, theme }) => [slot, theme])).toEqual([
      ['USM-01', 'crime'],
      ['USM-02', 'crime'],
      ['USM-03', 'crime'],
      ['USM-04', 'crime'],
      ['USM-05', 'community'],
    ]);
    for (const slot of slots.slice(5)) expect(slot).toMatchObject({ name: '', theme: null, isConfirmed: false, indicatorCodes: [] });
  });

  test('the city names a slot and links to it; a published name stays what it is', async () => {
    const { client } = await newProject();
    await client.indicators.setSlot({ slot: 'USM-06', patch: { name: 'Public space', theme: 'community' } });
    await client.indicators.setSlot({ slot: 'USM-06', patch: { indicatorCodes: ['11.7.1', '11.7.1', 'LOC-06'] } });
    await client.indicators.setSlot({ slot: 'USM-01', patch: { name: 'Something else', theme: 'governance', indicatorCodes: ['16.1.1'] } });
    const slots = await client.indicators.monitor();
    expect(slots[5]).toMatchObject({ name: 'Public space', theme: 'community', indicatorCodes: ['11.7.1', 'LOC-06'] });
    expect(slots[0]).toMatchObject({ name: '', theme: 'crime', indicatorCodes: ['16.1.1'] });
    await expect(client.indicators.setSlot({ slot: 'USM-16', patch: {} })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  test('keeps the notes of the reflection, and what is known about knowing', async () => {
    const { client } = await newProject();
    await client.indicators.setMonitorNote({ question: 'weakness', text: 'Nobody asks people' });
    await client.indicators.setMonitorNote({ question: 'knowledge', text: 'Police yes, health no' });
    await client.indicators.setMonitorNote({ question: 'weakness', text: 'Nobody asks children' });
    expect(await client.indicators.monitorNotes()).toEqual([
      { question: 'knowledge', text: 'Police yes, health no' },
      { question: 'weakness', text: 'Nobody asks children' },
    ]);
    await client.indicators.setKnowledge({ indicatorCode: '16.1.4', patch: { doesExist: 'partly', holder: 'Statistics office' } });
    await client.indicators.setKnowledge({ indicatorCode: '16.1.4', patch: { isUsed: 'no' } });
    expect(await client.indicators.knowledge()).toMatchObject([
      { indicatorCode: '16.1.4', doesExist: 'partly', holder: 'Statistics office', isUsed: 'no', mayBeShared: 'unknown' },
    ]);
    await client.history.undo();
    expect(await client.indicators.knowledge()).toMatchObject([{ doesExist: 'partly', isUsed: 'unknown' }]);
  });
});

describe('targets', () => {
  test('start from a value of their own wording, place and group', async () => {
    const { client } = await newProject();
    const baseline = await client.indicators.add({ indicatorCode: '16.1.4', definitionVersion: '2023-03', year: 2024, value: 45.8, breakdown: 'women' });
    const target = await client.indicators.addTarget({ baselineId: baseline.id, targetValue: 60, targetYear: 2028 });
    expect(target).toMatchObject({
      indicatorCode: '16.1.4',
      definitionVersion: '2023-03',
      breakdown: 'women',
      baselineValue: 45.8,
      baselineYear: 2024,
      targetValue: 60,
      targetYear: 2028,
    });
    await client.indicators.updateTarget({ id: target.id, patch: { targetValue: 55, reason: 'Council' } });
    expect(await client.indicators.targets()).toMatchObject([{ targetValue: 55, reason: 'Council', baselineValue: 45.8 }]);
    await client.indicators.removeTarget({ id: target.id });
    expect(await client.indicators.targets()).toEqual([]);
    await client.history.undo();
    expect(await client.indicators.targets()).toHaveLength(1);
  });

  test('a value without figure or year, or one in dispute, is no baseline', async () => {
    const { client } = await newProject();
    const empty = await client.indicators.add({ indicatorCode: '16.1.1', year: 2024 });
    const undated = await client.indicators.add({ indicatorCode: '3.6.1', value: 9 });
    const police = await client.indicators.add({ indicatorCode: 'LOC-07', year: 2024, value: 70 });
    const works = await client.indicators.add({ indicatorCode: 'LOC-07', year: 2024, value: 80 });
    for (const { id } of [empty, undated, police]) {
      expect((await refusalOf(client.indicators.addTarget({ baselineId: id }))).code).toBe('indicator/no-baseline');
    }
    await client.indicators.choose({ id: works.id, reason: 'Counted at night' });
    expect(await client.indicators.addTarget({ baselineId: police.id })).toMatchObject({ baselineValue: 80 });
  });
});
