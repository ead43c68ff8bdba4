import { describe, expect, test } from 'vitest';
import { background, type Dot, dottedCity, monthly } from './dotted-city.ts';

const block = [2, 3].flatMap((row) => [2, 3].map((column) => ({ row, column })));
const busy = (year: number, perMonth: number) => block.flatMap((place) => monthly(year, place, 'Robbery', () => perMonth));

describe('where it concentrates', () => {
  test('four busy neighbours are hot as areas and as cells, and stay hot in the later half', async () => {
    const city = await dottedCity([...busy(2022, 6), ...busy(2023, 6), ...background(2022), ...background(2023)]);
    const areas = await city.client.patterns.hotSpots({ unit: 'areas' });
    const hot = areas.places.filter((place) => place.level === 'hot').map((place) => place.name);
    for (const { row, column } of block) expect(hot).toContain(`A${row}${column}`);
    expect(areas.places.find((place) => place.name === 'A66')).toMatchObject({ level: 'none', z: null, count: 6 });
    expect(areas.facts).toMatchObject({
      method: 'hotCells',
      n: 792,
      missing: 0,
      sources: [{ name: 'City police', publishedOn: '2024-02-01' }],
      undefinedReason: null,
    });
    expect(areas.check.pai).toBeGreaterThan(2);
    expect(areas.check).toMatchObject({ earlier: { from: '2022-01-01', to: '2022-12-31' }, later: { from: '2023-01-01', to: '2023-12-31' } });
    expect(areas.check.rri).toBeCloseTo(1, 1);

    const cells = await city.client.patterns.hotSpots({ unit: 'cells', cellMetres: 800, withDensity: true });
    expect(cells.totals).toEqual({ inside: 792, outside: 0, unplaced: 0 });
    expect(cells.hot.places).toBeGreaterThan(0);
    expect(cells.hot.share).toBeGreaterThan((cells.hot.surfaceShare ?? 1) * 3);
    expect(cells.cells).toHaveLength(cells.places.length);
    expect(cells.places.some((place) => place.densityClass === 4)).toBe(true);
  });

  test('no count under five is told, and none that would give one away; a rate in areas is told as such', async () => {
    const one: Dot[] = [{ row: 6, column: 6, offence: 'Robbery', day: '2023-05-05' }];
    const city = await dottedCity([...busy(2023, 6), ...one]);
    for (const unit of ['areas', 'cells'] as const) {
      const { places, smallestCount, totals } = await city.client.patterns.hotSpots({ unit, cellMetres: 800, measure: 'rate' });
      expect(smallestCount).toBe(5);
      for (const place of places) if (place.count !== null) expect(place.count === 0 || place.count >= 5).toBe(true);
      const hidden = places.filter((place) => place.isHidden);
      const left = totals.inside - places.reduce((sum, place) => sum + (place.count ?? 0), 0);
      expect(hidden.length).toBeGreaterThan(1);
      expect(left).toBeGreaterThanOrEqual(5);
    }
  });

  test('sexual violence is told from ten on', async () => {
    const dots = block.flatMap((place) => monthly(2023, place, 'Rape', (month) => (month > 6 ? 1 : 0)));
    const city = await dottedCity([...dots, ...busy(2023, 3)]);
    const { places, smallestCount } = await city.client.patterns.hotSpots({ unit: 'areas', filter: { groups: ['sexual'] } });
    expect(smallestCount).toBe(10);
    expect(places.filter((place) => place.count !== null && place.count > 0)).toEqual([]);
  });

  test('a few incidents are no dense spot: their place would be told', async () => {
    const city = await dottedCity([1, 2, 3].map((day) => ({ row: day, column: day, offence: 'Robbery', day: `2023-05-0${day}` })));
    const { places } = await city.client.patterns.hotSpots({ unit: 'cells', cellMetres: 500, withDensity: true });
    expect(places.every((place) => place.densityClass === 0 && place.level !== 'hot' && (place.count ?? 0) === 0)).toBe(true);
  });

  test('without boundaries, points or incidents it says so', async () => {
    const city = await dottedCity([]);
    expect((await city.client.patterns.hotSpots({ unit: 'cells' })).facts.undefinedReason).toBe('no-points');
    expect((await city.client.patterns.hotSpots({ unit: 'areas' })).facts.undefinedReason).toBe('no-cases');
    expect((await city.client.patterns.concentration({ unit: 'areas' })).facts.undefinedReason).toBe('no-cases');
    expect((await city.client.patterns.change({})).whole?.facts.undefinedReason).toBe('no-days');
    expect((await city.client.patterns.week({})).facts.undefinedReason).toBe('no-cases');
    expect((await city.client.patterns.areaTypes({})).facts.undefinedReason).toBe('no-cases');
    expect((await city.client.patterns.special({})).rows).toEqual([]);
  });

  test('few places hold most', async () => {
    const city = await dottedCity([...busy(2023, 6), ...background(2023)]);
    const found = await city.client.patterns.concentration({ unit: 'areas' });
    expect(found).toMatchObject({ places: 36, incidents: 396, fewestForHalf: 3, topPlaces: 1 });
    expect(found.curve[0]).toEqual([0, 0]);
    expect(found.curve.at(-1)).toEqual([1, 1]);
  });
});

describe('what is special here', () => {
  test('a ward with much of one kind is told, with its share and the city’s', async () => {
    const city = await dottedCity([
      ...monthly(2023, { row: 1, column: 1 }, 'Robbery', () => 4),
      ...background(2023),
      ...background(2022),
      ...monthly(2023, { row: 1, column: 1 }, 'Vandalism', () => 1),
    ]);
    const { rows } = await city.client.patterns.special({});
    expect(rows[0]).toMatchObject({ area: 'A11', group: 'theft', count: 48, allHere: 66 });
    expect(rows[0]?.quotient).toBeCloseTo(48 / 66 / (48 / 276), 9);
    expect(rows[0]?.facts.inputs.map((input) => input.value)).toEqual([48, 66, 48, 276]);
  });
});

describe('what changed', () => {
  test('by default the last whole year against the one before; a doubling in one ward is a rise, the rest could be chance', async () => {
    const steady = block.slice(1).flatMap((place) => [2022, 2023].flatMap((year) => monthly(year, place, 'Robbery', () => 5)));
    const rising = [...monthly(2022, { row: 2, column: 2 }, 'Robbery', () => 4), ...monthly(2023, { row: 2, column: 2 }, 'Robbery', () => 9)];
    const city = await dottedCity([...steady, ...rising, ...background(2022), ...background(2023)]);
    const found = await city.client.patterns.change({});
    expect(found).toMatchObject({ earlier: { from: '2022-01-01', to: '2022-12-31' }, later: { from: '2023-01-01', to: '2023-12-31' }, leftOut: 0 });
    expect(found.months).toHaveLength(12);
    const row = (name: string) => found.byArea.find((candidate) => candidate.area === name);
    expect(row('A22')).toMatchObject({ earlier: 51, later: 111, verdict: 'rise' });
    expect(row('A22')?.change).toBeCloseTo(111 / 51 - 1, 9);
    expect(row('A23')).toMatchObject({ verdict: 'chance', change: 0 });
    expect(row('A66')).toMatchObject({ isHidden: true, earlier: null, verdict: null });
    expect(found.byGroup.find((candidate) => candidate.group === 'theft')?.verdict).toBe('rise');
    expect(found.whole?.facts.sources[0]?.name).toBe('City police');
  });

  test('a half year is compared with the same half only', async () => {
    const summer = (month: number) => (month > 6 ? 12 : 3);
    const later = monthly(2023, { row: 2, column: 2 }, 'Robbery', summer).filter((dot) => dot.day < '2023-07-01');
    const city = await dottedCity([
      ...monthly(2022, { row: 2, column: 2 }, 'Robbery', summer),
      ...later,
      ...background(2022),
      ...background(2023).filter((dot) => dot.day < '2023-07-01'),
      { row: 1, column: 1, offence: 'Vandalism', day: '2023-06-30' },
    ]);
    const found = await city.client.patterns.change({ earlier: { from: '2022-01-01', to: '2022-12-31' }, later: { from: '2023-01-01', to: '2023-12-31' } });
    expect(found.months).toEqual([1, 2, 3, 4, 5, 6]);
    expect(found.byArea.find((row) => row.area === 'A22')).toMatchObject({ earlier: 20, later: 20, verdict: 'chance', change: 0 });
    expect(found.byGroup.find((row) => row.group === 'theft')).toMatchObject({ earlier: 18, later: 18, verdict: 'few', change: null });
    expect(found.leftOut).toBe(72 + 36);
  });

  test('two years that the data do not have say so', async () => {
    const city = await dottedCity(background(2023));
    expect((await city.client.patterns.change({})).whole?.facts.undefinedReason).toBe('one-period');
  });
});

describe('when', () => {
  test('noon far above its neighbours is told as filled in and is not the busiest hour', async () => {
    const evening = monthly(2023, { row: 2, column: 2 }, 'Robbery', () => 10).map((dot, at) => ({
      ...dot,
      day: '2023-05-05',
      hour: at % 4 === 3 ? 20 : 18 + (at % 2),
    }));
    const noon = Array.from({ length: 90 }, () => ({ row: 2, column: 2, offence: 'Robbery', day: '2023-05-05', hour: 12 }));
    const city = await dottedCity([...evening, ...noon, { row: 1, column: 1, offence: 'Robbery', day: '2023-05-06', hour: 3 }]);
    const found = await city.client.patterns.week({});
    expect(found.heaped).toEqual([{ hour: 12, count: 90, beside: 0 }]);
    expect(found.busiest).toMatchObject({ weekday: 5, hour: 18, count: 60 });
    expect(found.cells[5]?.[3]).toBeNull();
    expect(found).toMatchObject({ total: 211, stated: 211 });
  });
});

describe('types of areas', () => {
  test('wards alike come together and say what makes them; the same seed gives the same types', async () => {
    const dots = Array.from({ length: 12 }, (_, at) => ({ row: 1 + Math.floor(at / 6), column: 1 + (at % 6) })).flatMap((place, at) => [
      ...monthly(2023, place, 'Robbery', () => (at < 6 ? 6 : 2)),
      ...monthly(2023, place, 'Assault', () => (at < 6 ? 2 : 7)),
    ]);
    const city = await dottedCity(dots);
    const found = await city.client.patterns.areaTypes({ seed: 3 });
    expect(found.types).toHaveLength(2);
    expect(found.types.map((type) => type.areas.length)).toEqual([6, 6]);
    expect(found.types.map((type) => type.telling.find((feature) => feature.isHigh)?.group).sort()).toEqual(['theft', 'violence']);
    expect(found.leftOut).toHaveLength(24);
    expect(found.leftOut[0]?.reason).toBe('too-few');
    expect(found.facts.seed).toBe(3);
    expect(await city.client.patterns.areaTypes({ seed: 3 })).toEqual(found);
  });
});
