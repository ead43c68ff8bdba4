import { describe, expect, test } from 'vitest';
import { cellKey, headlineIfChosen, headlineOf, type Rival, saySame } from '#shared/methods/indicator-headline.ts';
import { rateOf } from '#shared/methods/rates.ts';
import { fc } from '../../../property-cases.ts';

const figure = (id: string, value: number | null, more: Partial<Rival> = {}): Rival => ({ id, value, isChosen: false, choiceReason: '', ...more });

describe('the headline of a cell', () => {
  test('nothing, or one figure', () => {
    expect(headlineOf([])).toMatchObject({ state: 'none', value: null, quality: null });
    expect(headlineOf([figure('a', null)])).toMatchObject({ state: 'none' });
    expect(headlineOf([figure('a', 7, { low: 5, high: 9, quality: 'B' }), figure('b', null)])).toMatchObject({
      state: 'single',
      value: 7,
      low: 5,
      high: 9,
      quality: 'B',
    });
  });

  test('figures that say the same are no conflict; the better grade counts', () => {
    const headline = headlineOf([figure('a', 12.3, { quality: 'C' }), figure('b', 12.3456, { quality: 'A' })]);
    expect(headline).toMatchObject({ state: 'agreed', value: 12.3456, quality: 'A' });
  });

  test('figures that differ are in dispute: a range, grade X, no value', () => {
    expect(headlineOf([figure('a', 20, { quality: 'A' }), figure('b', 8, { quality: 'A' })])).toMatchObject({
      state: 'dispute',
      figure: null,
      value: null,
      low: 8,
      high: 20,
      quality: 'X',
    });
  });

  test('a choice counts with its reason only', () => {
    const cell = [figure('a', 20), figure('b', 8, { isChosen: true, choiceReason: 'Census', quality: 'B' })];
    expect(headlineOf(cell)).toMatchObject({ state: 'chosen', value: 8, quality: 'B' });
    expect(headlineOf([figure('a', 20), figure('b', 8, { isChosen: true, choiceReason: ' ' })])).toMatchObject({ state: 'dispute' });
  });

  test('two choices, as after copies are brought together, are in dispute again', () => {
    const chosen = { isChosen: true, choiceReason: 'ours' };
    expect(headlineOf([figure('a', 20, chosen), figure('b', 8, chosen)])).toMatchObject({ state: 'dispute', low: 8, high: 20 });
  });

  test('Mathare: 40 homicides are 8.0 or 20.0 per 100,000, depending on whose population', () => {
    const cell = [500_000, 200_000].map((people) => figure(String(people), people));
    const rate = (people: number | null) => rateOf(40, people)?.value;
    expect(headlineOf(cell)).toMatchObject({ state: 'dispute', low: 200_000, high: 500_000 });
    expect(rate(headlineIfChosen(cell, '500000').value)).toBeCloseTo(8, 10);
    expect(rate(headlineIfChosen(cell, '200000').value)).toBeCloseTo(20, 10);
  });
});

describe('what every headline keeps', () => {
  const rivals = fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      value: fc.option(fc.double({ min: 0, max: 1e6, noNaN: true }), { nil: null }),
      isChosen: fc.boolean(),
      choiceReason: fc.constantFrom('', 'because'),
      quality: fc.constantFrom('A' as const, 'C' as const, null),
    }),
    { selector: (rival) => rival.id, maxLength: 5 },
  );

  test('the order in which copies hold the figures says nothing', () => {
    fc.assert(
      fc.property(rivals, (cell) => {
        expect(headlineOf(cell.toReversed())).toEqual(headlineOf(cell));
      }),
    );
  });

  test('a value is always one of the figures; a range holds them all', () => {
    fc.assert(
      fc.property(rivals, (cell) => {
        const headline = headlineOf(cell);
        if (headline.value !== null) expect(cell.map(({ value }) => value)).toContain(headline.value);
        if (headline.state === 'dispute') {
          for (const { value } of cell) if (value !== null) expect(value >= (headline.low ?? 0) && value <= (headline.high ?? 0)).toBe(true);
        }
      }),
    );
  });

  test('whatever is chosen with a reason is what counts', () => {
    fc.assert(
      fc.property(rivals, fc.nat(), (cell, place) => {
        const wanted = cell.filter(({ value }) => value !== null)[place % Math.max(1, cell.length)];
        if (wanted) expect(headlineIfChosen(cell, wanted.id).value).toBe(wanted.value);
      }),
    );
  });
});

describe('saying the same', () => {
  test.each([
    [12.3, 12.3456, true],
    [8, 8.4, false],
    [8, 8, true],
    [40, 41, false],
    [0.1 + 0.2, 0.3, true],
    [7.35, 7.353, true],
    [7.35, 7.36, false],
  ])('%d and %d: %s', (a, b, same) => {
    expect(saySame(a, b)).toBe(same);
    expect(saySame(b, a)).toBe(same);
  });
});

describe('the cell of a value', () => {
  const value = { indicatorCode: '16.1.4', areaId: null, year: 2024, periodStart: null, periodEnd: null, breakdown: '', definitionVersion: '' };
  const two = [{ version: '2021-12' }, { version: '2023-03' }];

  test('the same words in other letters, a year written as days', () => {
    expect(cellKey({ ...value, breakdown: 'Women ' }, two)).toBe(cellKey({ ...value, breakdown: 'women' }, two));
    expect(cellKey({ ...value, periodStart: '2024-01-01', periodEnd: '2024-12-31' }, two)).toBe(cellKey(value, two));
  });

  test('another wording, place, period or group is another cell', () => {
    const others = [
      { ...value, definitionVersion: '2023-03' },
      { ...value, areaId: 'x' },
      { ...value, year: 2023 },
      { ...value, periodStart: '2024-01-01', periodEnd: '2024-06-30' },
      { ...value, breakdown: 'women' },
    ];
    expect(new Set([value, ...others].map((one) => cellKey(one, two))).size).toBe(6);
  });

  test('where there is one wording, not saying which is saying it', () => {
    const one = [{ version: '2021' }];
    expect(cellKey(value, one)).toBe(cellKey({ ...value, definitionVersion: '2021' }, one));
    expect(cellKey(value, two)).not.toBe(cellKey({ ...value, definitionVersion: '2021-12' }, two));
  });
});
