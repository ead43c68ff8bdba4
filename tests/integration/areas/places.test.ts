import { describe, expect, test } from 'vitest';
import type { TransferInput } from '#shared/domain/areas.ts';
import { contentsOf } from '../../fixtures/contents.ts';
import { newProject, refusalOf } from '../../fixtures/engine.ts';
import { cases, fc } from '../../property-cases.ts';
import { geoJson, importText } from '../imports/importing.ts';

type Ring = readonly (readonly [number, number])[];
const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const map = (areas: Readonly<Record<string, Ring>>) =>
  geoJson(Object.entries(areas).map(([name, ring]) => ({ name, geometry: { type: 'Polygon', coordinates: [ring] } })));

async function cityOf(layers: Readonly<Record<string, Readonly<Record<string, Ring>>>>) {
  const fixture = await newProject();
  for (const [layer, areas] of Object.entries(layers)) await importText(fixture, 'areas', map(areas), { name: `${layer}.geojson`, recipe: { layer } });
  const list = await fixture.client.areas.list({});
  const layerIds = new Map((await fixture.client.areas.layers()).map(({ name, id }) => [name, id]));
  const idOf = (name: string) => list.find((area) => area.name === name)?.id ?? '';
  return { ...fixture, idOf, layerId: (name: string) => layerIds.get(name) ?? '' };
}

describe('what a place is', () => {
  test('kinds, years and source of a layer, and types of many areas at once; all of it can be undone', async () => {
    const city = await cityOf({ Wards: { North: box(0, 0, 1, 1), South: box(0, -1, 1, 0) } });
    const { client } = city;
    const before = contentsOf(city.project());
    const id = city.layerId('Wards');
    expect(await client.areas.updateLayer({ id, kind: 'ward', validFrom: 2015, source: 'Electoral office' })).toMatchObject({
      name: 'Wards',
      kind: 'ward',
      validFrom: 2015,
      validTo: null,
      source: 'Electoral office',
    });
    await client.areas.setTypes({ ids: [city.idOf('North'), city.idOf('South')], type: 'informal' });
    expect((await client.areas.list({})).map(({ type }) => type)).toEqual(['informal', 'informal']);
    await client.history.undo();
    await client.history.undo();
    expect(contentsOf(city.project())).toEqual(before);
  });

  test('boundaries cannot end before they begin, and no layer follows itself', async () => {
    const city = await cityOf({ Wards: { North: box(0, 0, 1, 1) } });
    const id = city.layerId('Wards');
    expect(await refusalOf(city.client.areas.updateLayer({ id, validFrom: 2020, validTo: 2015 }))).toMatchObject({ code: 'areas/years-reversed' });
    expect(await refusalOf(city.client.areas.updateLayer({ id, followsId: id }))).toMatchObject({ code: 'areas/same-layer' });
    expect((await city.client.areas.layers())[0]).toMatchObject({ validFrom: null, followsId: null });
  });
});

describe('boundaries', () => {
  test('overlaps, gaps, crossing rings and names that are not distinct are found', async () => {
    const city = await cityOf({
      Barrios: {
        West: box(0, 0, 0.02, 0.04),
        East: box(0.019, 0, 0.04, 0.04),
        North: box(0, 0.05, 0.04, 0.06),
        'Left wall': box(0, 0.04, 0.01, 0.05),
        'Right wall': box(0.03, 0.04, 0.04, 0.05),
        'Bow tie': [
          [0.05, 0],
          [0.06, 0.01],
          [0.06, 0],
          [0.05, 0.01],
          [0.05, 0],
        ],
        WEST: box(0.1, 0, 0.11, 0.01),
      },
    });
    const check = await city.client.areas.checkBoundaries({ layerId: city.layerId('Barrios') });
    expect(check.overlaps).toHaveLength(1);
    expect(check.overlaps[0]).toMatchObject({ a: { name: 'West' }, b: { name: 'East' } });
    // 0.001° × 0.04° on the equator.
    expect(check.overlaps[0]?.km2).toBeCloseTo(0.11132 * 4.42296, 2);
    expect(check.gaps).toHaveLength(1);
    expect(check.gaps[0]?.longitude).toBeCloseTo(0.02, 2);
    expect(check.gaps[0]?.km2).toBeCloseTo(2.2264 * 1.10574, 2);
    expect(check.sumKm2 - check.coveredKm2).toBeCloseTo(check.overlaps[0]?.km2 ?? 0, 3);
    expect(check.crossing.map(({ name }) => name)).toEqual(['Bow tie']);
    expect(check.sameNames).toEqual([{ name: 'West', count: 2 }]);
  });

  test('areas that meet along their border are sound', async () => {
    const city = await cityOf({ Wards: { North: box(0, 0, 1, 1), South: box(0, -1, 1, 0), East: box(1, -1, 2, 1) } });
    expect(await city.client.areas.checkBoundaries({ layerId: city.layerId('Wards') })).toMatchObject({
      areaCount: 3,
      withoutBoundary: [],
      overlaps: [],
      gaps: [],
      crossing: [],
      sameNames: [],
    });
  });

  test('two layers of one kind that hold in the same years are told', async () => {
    const city = await cityOf({ Old: { A: box(0, 0, 1, 1) }, New: { B: box(0, 0, 1, 1) } });
    const { client } = city;
    await client.areas.updateLayer({ id: city.layerId('Old'), kind: 'ward' });
    await client.areas.updateLayer({ id: city.layerId('New'), kind: 'ward', validFrom: 2020, followsId: city.layerId('Old') });
    const check = () => client.areas.checkBoundaries({ layerId: city.layerId('New') });
    expect((await check()).overlappingVersions).toEqual([{ layerId: city.layerId('Old'), name: 'Old' }]);
    await client.areas.updateLayer({ id: city.layerId('Old'), validTo: 2019 });
    expect((await check()).overlappingVersions).toEqual([]);
  });
});

describe('residents moved to other boundaries', () => {
  const halves = { West: box(0, 0, 1, 1), East: box(1, 0, 2, 1) };
  const bands = { Low: box(0, 0, 2, 0.25), High: box(0, 0.25, 2, 1) };
  const input = (city: { layerId: (name: string) => string }, more: Partial<TransferInput> = {}): TransferInput => ({
    ...{ fromLayerId: city.layerId('Halves'), toLayerId: city.layerId('Bands'), by: 'surface', weightLayerId: null, year: 2020 },
    ...more,
  });

  async function twoLayers() {
    const city = await cityOf({ Halves: halves, Bands: bands });
    await importText(city, 'population', 'area,year,population\nWest,2020,1000\nEast,2020,3000\n');
    return city;
  }

  test('by surface, as estimates that say so, and never in place of a counted figure', async () => {
    const city = await twoLayers();
    const { client } = city;
    const result = await client.areas.transferPreview(input(city));
    expect(result.rows.map(({ name, value }) => [name, Math.round(value)])).toEqual([
      ['Low', 1000],
      ['High', 3000],
    ]);
    expect(result).toMatchObject({ total: 4000, left: [] });
    expect(result.lost).toBeCloseTo(0, 6);
    await client.areas.setPopulationCell({ areaId: city.idOf('High'), year: 2020, sex: 'all', ageBand: '', value: 3100, source: 'Count' });
    await client.areas.transfer(input(city));
    const rows = await client.areas.populations({ layerId: city.layerId('Bands') });
    expect(rows).toMatchObject([
      { areaId: city.idOf('Low'), value: 1000, isEstimate: true, method: 'surface', source: 'Halves' },
      { areaId: city.idOf('High'), value: 3100, isEstimate: false, source: 'Count' },
    ]);
    await client.history.undo();
    expect(await client.areas.populations({ layerId: city.layerId('Bands') })).toHaveLength(1);
  });

  test('by the residents of a finer layer', async () => {
    const city = await cityOf({
      Halves: halves,
      Bands: bands,
      Blocks: { Village: box(0.4, 0.05, 0.6, 0.15), Town: box(1.2, 0.5, 1.8, 0.9), Hill: box(0.4, 0.5, 0.6, 0.6) },
    });
    await importText(city, 'population', 'area,year,population\nWest,2020,1000\nEast,2020,3000\n', { recipe: { layer: 'Halves' } });
    await importText(city, 'population', 'area,year,population\nVillage,2020,90\nTown,2020,10\nHill,2020,10\n', { recipe: { layer: 'Blocks' } });
    const result = await city.client.areas.transferPreview(input(city, { by: 'residents', weightLayerId: city.layerId('Blocks') }));
    expect(result.rows.map(({ name, value }) => [name, Math.round(value)])).toEqual([
      ['Low', 900],
      ['High', 3100],
    ]);
  });

  test('what lies outside of the other layer is told as lost, what has no figure as left', async () => {
    const city = await cityOf({ Halves: { ...halves, Far: box(10, 0, 11, 1) }, Bands: { Part: box(0, 0, 1.5, 1) } });
    await importText(city, 'population', 'area,year,population\nWest,2020,1000\nEast,2020,3000\n', { recipe: { layer: 'Halves' } });
    const result = await city.client.areas.transferPreview(input(city));
    expect(result.rows[0]?.value).toBeCloseTo(2500, 0);
    expect(result.lost).toBeCloseTo(1500, 0);
    expect(result.left.map(({ name }) => name)).toEqual(['Far']);
    expect(await refusalOf(city.client.areas.transferPreview({ ...input(city), toLayerId: city.layerId('Halves') }))).toMatchObject({
      code: 'areas/same-layer',
    });
  });

  test('nobody is lost or made up where both layers tile the same city', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 1, max: 19 }), { minLength: 1, maxLength: 4 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 19 }), { minLength: 1, maxLength: 4 }),
        fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 5, maxLength: 5 }),
        async (verticals, horizontals, figures) => {
          const cuts = (values: number[]) => [0, ...values.toSorted((a, b) => a - b), 20].map((value) => value / 100);
          const stripes = (values: number[], toBox: (from: number, to: number) => Ring, prefix: string) =>
            Object.fromEntries(
              cuts(values).flatMap((from, place, all) => (place + 1 < all.length ? [[`${prefix}${place}`, toBox(from, all[place + 1] ?? 0)]] : [])),
            );
          const columns = stripes(verticals, (from, to) => box(from, 10, to, 10.2), 'c');
          const rows = stripes(horizontals, (from, to) => box(0, 10 + from, 0.2, 10 + to), 'r');
          const city = await cityOf({ Halves: columns, Bands: rows });
          for (const [place, name] of Object.keys(columns).entries()) {
            const cell = { areaId: city.idOf(name), year: 2020, sex: 'all' as const, ageBand: '' };
            await city.client.areas.setPopulationCell({ ...cell, value: figures[place] ?? 0, source: 'x' });
          }
          const { rows: moved, total, lost } = await city.client.areas.transferPreview(input(city));
          expect(moved.reduce((sum, { value }) => sum + value, 0) + lost).toBeCloseTo(total, 3);
          expect(lost).toBeLessThanOrEqual(total * 1e-3);
        },
      ),
      { numRuns: cases(12) },
    );
  });
});

describe('two sources, one cell', () => {
  /** Public pages on one pilot district give both figures (methods, section 2). */
  async function mathare() {
    const city = await cityOf({ Districts: { Mathare: box(36.84, -1.27, 36.87, -1.25) } });
    const rows = Array.from({ length: 40 }, (_, place) => `2014-${String((place % 12) + 1).padStart(2, '0')}-05,Homicide,Mathare`);
    await importText(city, 'incidents', `date,offence,area\n${rows.join('\n')}\n`);
    await importText(city, 'population', 'area,year,population\nMathare,2014,500000\n', { name: 'a.csv', source: 'Programme page' });
    await importText(city, 'population', 'area,year,population\nMathare,2014,200000\n', { name: 'b.csv', source: 'Census office' });
    return city;
  }

  test('both figures are kept; the effect on the rate is shown before anybody decides; the reason stays', async () => {
    const { client, idOf } = await mathare();
    const rate = async () => (await client.incidents.query({ by: [], where: {} }))[0]?.rate;
    expect(await rate()).toBeCloseTo(20, 6);
    const [alternative] = await client.areas.alternatives({ areaId: idOf('Mathare') });
    expect(alternative).toMatchObject({ value: 500_000, source: 'Programme page', year: 2014 });
    const effect = await client.areas.alternativeEffect({ id: alternative?.id ?? '' });
    expect(effect.area).toMatchObject({ count: 40, before: { population: 200_000, rate: 20 }, after: { population: 500_000, rate: 8 } });
    expect(effect.city.after.rate).toBeCloseTo(8, 6);
    expect(await rate()).toBeCloseTo(20, 6);

    await client.areas.chooseAlternative({ id: alternative?.id ?? '', reason: 'Covers the whole district, not only the wards surveyed.' });
    expect(await rate()).toBeCloseTo(8, 6);
    expect((await client.areas.populations({}))[0]).toMatchObject({ value: 500_000, choiceReason: expect.stringMatching(/^Covers/) });
    expect(await client.areas.alternatives({})).toMatchObject([{ value: 200_000, source: 'Census office' }]);
    await client.history.undo();
    expect(await rate()).toBeCloseTo(20, 6);
    expect(await client.areas.alternatives({})).toMatchObject([{ value: 500_000 }]);
  });

  test('a choice with a reason outlives a later import, which is kept beside it', async () => {
    const city = await mathare();
    const { client, idOf } = city;
    const [alternative] = await client.areas.alternatives({});
    await client.areas.chooseAlternative({ id: alternative?.id ?? '', reason: 'Agreed in the workshop.' });
    await importText(city, 'population', 'area,year,population\nMathare,2014,206564\n', { name: 'c.csv', source: 'Another census table' });
    expect((await client.areas.list({}))[0]?.population).toMatchObject({ value: 500_000 });
    expect((await client.areas.alternatives({ areaId: idOf('Mathare') })).map(({ value }) => value).toSorted((a, b) => a - b)).toEqual([200_000, 206_564]);
  });

  test('a choice needs a reason, and a figure that is gone cannot be chosen', async () => {
    const { client } = await mathare();
    const [alternative] = await client.areas.alternatives({});
    const id = alternative?.id ?? '';
    await expect(client.areas.chooseAlternative({ id, reason: '  ' })).rejects.toThrow();
    await client.areas.removeAlternative({ id });
    expect(await refusalOf(client.areas.chooseAlternative({ id, reason: 'x' }))).toMatchObject({ code: 'object/not-found' });
    expect(await client.areas.alternatives({})).toEqual([]);
  });
});
