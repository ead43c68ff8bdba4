import { describe, expect, test } from 'vitest';
import type { CostLineInput, FundingLineInput, YearCost } from '#shared/domain/plan-costs.ts';
import { lineMoney, measureMoney } from '#shared/methods/measure-money.ts';
import { cases, fc } from '../../../property-cases.ts';

const measure = {
  ...{ startYear: 2026, endYear: 2028, startsOn: '', endsOn: '', capitalCost: null, recurrentCostPerYear: null, contingencyPercent: 10 },
  ...{ currency: '', fundingOwn: null, fundingShared: null, fundingExternal: null },
};
const line = (line: Partial<CostLineInput>): CostLineInput => ({
  ...{ title: '', kind: 'capital', unit: '', unitCost: null, quantity: null, firstYear: null, lastYear: null, source: '' },
  ...line,
});
const funding = (line: Partial<FundingLineInput>) => ({
  ...{ id: '', kind: 'own' as const, source: '', stakeholderId: null, amount: null, firstYear: null, lastYear: null, status: null },
  ...line,
});
const lamps = line({ kind: 'capital', unitCost: 45, quantity: 1200 });
const staff = line({ kind: 'recurrent', unitCost: 18_000, quantity: 2 });
const repairs = line({ kind: 'recurrent', unitCost: 150, quantity: 120 });

describe('what a measure costs', () => {
  test('CS-1 in lines: 54,000 + 162,000 = 216,000; 237,600 with contingency; gap 87,600', () => {
    const money = measureMoney(measure, [lamps, staff, repairs], [funding({ amount: 150_000 })], 'PEN');
    expect(money).toMatchObject({
      years: 3,
      capitalTotal: 54_000,
      recurrentTotal: 162_000,
      contingency: 21_600,
      totalCost: 237_600,
      funding: 150_000,
      gap: 87_600,
    });
    expect(money.costsByYear.map(({ year, capital, recurrent, contingency, total }) => [year, capital, recurrent, contingency, total])).toEqual([
      [2026, 54_000, 54_000, 10_800, 118_800],
      [2027, 0, 54_000, 5400, 59_400],
      [2028, 0, 54_000, 5400, 59_400],
    ]);
  });

  test('CS-1 in the two simple fields gives the same', () => {
    const money = measureMoney({ ...measure, capitalCost: 54_000, recurrentCostPerYear: 54_000, fundingOwn: 150_000 }, [], [], 'PEN');
    expect(money).toMatchObject({ totalCost: 237_600, gap: 87_600, ownFunds: 150_000, sharedFunds: null });
  });

  test('lines stand in place of the simple fields', () => {
    const simple = { ...measure, capitalCost: 1, recurrentCostPerYear: 2, fundingOwn: 3 };
    expect(measureMoney(simple, [lamps], [funding({ kind: 'external', amount: 5 })], '')).toMatchObject({
      ...{ capitalTotal: 54_000, recurrentTotal: 0, ownFunds: null, externalFunds: 5, funding: 5 },
    });
  });

  test('a line whose amount is not known makes the whole unknown, not small', () => {
    const money = measureMoney(measure, [lamps, line({ title: 'Cables' })], [], '');
    expect(money).toMatchObject({ totalCost: null, gap: null, costsByYear: [] });
  });

  test('what recurs waits for a period; what is bought once does not', () => {
    const open = { ...measure, endYear: null };
    expect(measureMoney(open, [staff], [], '').totalCost).toBeNull();
    expect(measureMoney({ ...open, recurrentCostPerYear: 50 }, [], [], '').totalCost).toBeNull();
    expect(measureMoney({ ...open, startYear: null }, [lamps], [], '').costsByYear).toMatchObject([{ year: null, total: 59_400 }]);
    expect(measureMoney({ ...measure, startYear: 2029, capitalCost: 0, recurrentCostPerYear: 0 }, [], [], '').totalCost).toBe(0);
  });

  test('months count where they are given', () => {
    const money = measureMoney({ ...measure, startsOn: '2026-07', endsOn: '2028-06', recurrentCostPerYear: 1200, contingencyPercent: 0 }, [], [], '');
    expect(money).toMatchObject({ years: 2, totalCost: 2400 });
    expect(money.costsByYear.map(({ year, total }) => [year, total])).toEqual([
      [2026, 600],
      [2027, 1200],
      [2028, 600],
    ]);
  });

  test('a line with its own years is paid in them', () => {
    expect(lineMoney({ ...staff, firstYear: 2027, lastYear: 2030 }, measure)).toEqual({ years: 4, amount: 144_000 });
    expect(lineMoney({ ...staff, firstYear: 2027 }, measure)).toEqual({ years: 2, amount: 72_000 });
    expect(lineMoney({ ...staff, firstYear: 2030, lastYear: 2029 }, measure)).toEqual({ years: null, amount: null });
    const spread = measureMoney({ ...measure, contingencyPercent: 0 }, [{ ...lamps, firstYear: 2026, lastYear: 2027 }], [], '');
    expect(spread.costsByYear.map(({ total }) => total)).toEqual([27_000, 27_000]);
  });

  test('funding with years falls into them, the rest follows the costs; only some of it is sure', () => {
    const money = measureMoney(
      { ...measure, contingencyPercent: 0 },
      [lamps, repairs],
      [funding({ amount: 108_000, status: 'secured' }), funding({ kind: 'external', amount: 10_000, firstYear: 2027, status: 'asked' })],
      '',
    );
    expect(money.securedFunding).toBe(108_000);
    expect(money.costsByYear.map(({ own, external }) => [own, external])).toEqual([
      [72_000, 0],
      [18_000, 10_000],
      [18_000, 0],
    ]);
  });

  test('another currency than the city’s stays apart', () => {
    expect(measureMoney({ ...measure, currency: 'USD' }, [], [], 'PEN').hasOwnCurrency).toBe(true);
    expect(measureMoney({ ...measure, currency: 'PEN' }, [], [], 'PEN').hasOwnCurrency).toBe(false);
    expect(measureMoney(measure, [], [], 'PEN').hasOwnCurrency).toBe(false);
  });

  const year = fc.option(fc.integer({ min: 2020, max: 2035 }), { nil: null });
  const amount = fc.option(
    fc.integer({ min: 0, max: 1_000_000_000 }).map((cents) => cents / 100),
    { nil: null },
  );
  const anyLine = fc.record({
    kind: fc.constantFrom('capital' as const, 'recurrent' as const),
    unitCost: amount,
    quantity: fc.nat(50),
    firstYear: year,
    lastYear: year,
  });
  const anyFunding = fc.record({ kind: fc.constantFrom('own' as const, 'shared' as const, 'external' as const), amount, firstYear: year, lastYear: year });
  const anyMeasure = fc.record({
    startYear: year,
    endYear: year,
    startsOn: fc.constantFrom('', '2024-05', '2027-12'),
    endsOn: fc.constantFrom('', '2028-01', '2031-09'),
    capitalCost: amount,
    recurrentCostPerYear: amount,
    contingencyPercent: fc.double({ min: 0, max: 100, noNaN: true }),
    ...{ fundingOwn: amount, fundingShared: amount, fundingExternal: amount },
  });
  const cents = (value: number) => Math.round(value * 100);
  const sum = (rows: readonly YearCost[], field: Exclude<keyof YearCost, 'year'>) => rows.reduce((total, row) => total + cents(row[field]), 0);

  test('the years of every column sum to its whole, to the hundredth', () => {
    fc.assert(
      fc.property(anyMeasure, fc.array(anyLine, { maxLength: 6 }), fc.array(anyFunding, { maxLength: 4 }), (fields, lines, funds) => {
        const money = measureMoney({ ...measure, ...fields }, lines.map(line), funds.map(funding), '');
        const rows = money.costsByYear;
        if (money.totalCost === null) {
          expect(rows).toEqual([]);
          return;
        }
        expect(sum(rows, 'total')).toBe(cents(money.totalCost));
        expect(sum(rows, 'capital')).toBe(cents(money.capitalTotal ?? 0));
        expect(sum(rows, 'recurrent')).toBe(cents(money.recurrentTotal ?? 0));
        expect(sum(rows, 'contingency')).toBe(cents(money.contingency ?? 0));
        for (const [column, whole] of [
          ['own', money.ownFunds],
          ['shared', money.sharedFunds],
          ['external', money.externalFunds],
        ] as const) {
          expect(sum(rows, column)).toBe(cents(whole ?? 0));
        }
        for (const row of rows) expect(cents(row.total)).toBe(cents(row.capital) + cents(row.recurrent) + cents(row.contingency));
        expect(new Set(rows.map((row) => row.year)).size).toBe(rows.length);
      }),
      { numRuns: cases(300) },
    );
  });
});
