import { describe, expect, test } from 'vitest';
import { agreeingShare, delphiRound, delphiStability, interquartileRange } from '#shared/methods/delphi.ts';
import { kendallW } from '#shared/methods/kendall-w.ts';
import { midRanks } from '#shared/methods/ranks.ts';
import { steadyWinner } from '#shared/methods/steady-winner.ts';
import { cases, fc } from '../../../property-cases.ts';
import { known } from './known.ts';

const ranksOfPlaces = (places: string) => [...places].map(Number);
/** High = best. */
const ranksOfScores = (scores: string) => midRanks([...scores].map(Number)).map((rank) => rank ?? 0);
const anyRows = (most: { raters: number; options: number }) =>
  fc
    .tuple(fc.integer({ min: 2, max: most.raters }), fc.integer({ min: 2, max: most.options }))
    .chain(([raters, options]) =>
      fc.array(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: options, maxLength: options }), { minLength: raters, maxLength: raters }),
    )
    .map((rows) => rows.map((row) => midRanks(row).map((rank) => rank ?? 0)));

describe('Kendall’s W', () => {
  test('KW-1: five rankings of four', () => {
    const found = known(kendallW(['1234', '1324', '2134', '1243', '1234'].map(ranksOfPlaces)));
    expect(found).toMatchObject({ s: 97, ties: 0, degrees: 3, pBy: 'exact', raters: 5, options: 4 });
    expect([found.w.toFixed(3), found.chiSquare.toFixed(2), found.p.toFixed(5)]).toEqual(['0.776', '11.64', '0.00184']);
  });
  test('KW-2: four raters with ties', () => {
    const found = known(kendallW(['44321', '53331', '45311', '54222'].map(ranksOfScores)));
    expect(found.rankSums).toEqual([5.5, 7.5, 13, 15.5, 18.5]);
    expect([found.ties, found.w.toFixed(4), found.p.toFixed(6), found.pBy]).toEqual([60, '0.8429', '0.000417', 'exact']);
    expect(((12 * found.s) / (16 * (125 - 5))).toFixed(4)).toBe('0.7375');
  });
  test('seven options and five raters: chi-square', () => {
    const found = known(kendallW(['1234567', '2134567', '1234576', '1324567', '1234567'].map(ranksOfPlaces)));
    expect(found.pBy).toBe('chiSquare');
    expect(found.p).toBeLessThan(0.001);
  });
  test('too much to count: drawn, and the same seed gives the same p', () => {
    const rows = ['123456789', '213456789', '987654321'].map(ranksOfPlaces);
    const found = known(kendallW(rows, 7));
    expect(found.pBy).toBe('drawn');
    expect(known(kendallW(rows, 7)).p).toBe(found.p);
    expect(found.p).toBeGreaterThan(0);
  });
  test('no figure for one rater, one option, or where everybody ties everything', () => {
    expect(kendallW([[1, 2]])).toEqual({ undefined: 'too-few' });
    expect(kendallW([[1], [1]])).toEqual({ undefined: 'too-few' });
    expect(
      kendallW([
        [1.5, 1.5],
        [1.5, 1.5],
      ]),
    ).toEqual({ undefined: 'no-variation' });
  });
  test('between 0 and 1, p too; blind to the order of raters and options', () => {
    fc.assert(
      fc.property(anyRows({ raters: 5, options: 5 }), (rows) => {
        const found = kendallW(rows);
        if ('undefined' in found) return;
        expect(found.w).toBeGreaterThanOrEqual(0);
        expect(found.w).toBeLessThanOrEqual(1);
        expect(found.p).toBeGreaterThan(0);
        expect(found.p).toBeLessThanOrEqual(1);
        expect(known(kendallW(rows.toReversed())).w).toBeCloseTo(found.w, 9);
        expect(known(kendallW(rows.map((row) => row.toReversed()))).p).toBeCloseTo(found.p, 9);
      }),
      { numRuns: cases(60) },
    );
  });
  test('1 where all agree, and for two raters a step of Spearman’s ρ: W = (ρ + 1)/2', () => {
    expect(known(kendallW(['1234', '1234', '1234'].map(ranksOfPlaces))).w).toBe(1);
    const against = known(kendallW(['1234', '4321'].map(ranksOfPlaces)));
    expect(against.w).toBe(0);
    expect(against.p).toBeCloseTo(1, 9);
  });
  test('the exact p counts all orders: checked by going through every one', () => {
    const rows = ['1234', '1324', '2143'].map(ranksOfPlaces);
    const found = known(kendallW(rows));
    const orders = permutations([1, 2, 3, 4]);
    const squares = (sums: number[]) => sums.reduce((total, value) => total + (value - 7.5) ** 2, 0);
    let hits = 0;
    for (const b of orders) for (const c of orders) if (squares([1, 2, 3, 4].map((a, i) => a + (b[i] ?? 0) + (c[i] ?? 0))) >= found.s - 1e-9) hits += 1;
    expect(found.p).toBeCloseTo(hits / 576, 12);
  });
});

function permutations(values: readonly number[]): number[][] {
  return values.length === 0 ? [[]] : values.flatMap((value) => permutations(values.filter((other) => other !== value)).map((rest) => [value, ...rest]));
}

const rule = { agreePercent: 75, mostIqr: 1, fewestAnswers: 8 };
const round1 = [4, 5, 3, 2, 4, 4, 5, 3, 4, 2, 5, 4];
const round2 = [4, 5, 4, 2, 4, 4, 5, 3, 4, 3, 5, 4];

describe('Delphi', () => {
  test('DE-1', () => {
    const first = delphiRound(round1, rule);
    const second = delphiRound(round2, rule);
    expect([first.agreeing?.toFixed(3), first.iqr, first.verdict]).toEqual(['0.667', 1.25, 'open']);
    expect([second.agreeing, second.iqr, second.verdict]).toEqual([0.75, 0.5, 'reached']);
    const stability = known(delphiStability(round1.map((level, person) => [level, round2[person] ?? 0] as const)));
    expect(known(stability.kappa).toFixed(4)).toBe('0.6364');
    expect(stability.n).toBe(12);
  });
  test('fewer answers than the rule asks for: counts only', () => {
    expect(delphiRound([5, 5, 5, 5, 5, 4, 4], rule)).toEqual({
      n: 7,
      counts: [0, 0, 0, 2, 5],
      agreeing: null,
      iqr: null,
      median: null,
      verdict: 'counts-only',
    });
    expect(delphiRound([], { ...rule, fewestAnswers: 0 }).verdict).toBe('counts-only');
  });
  test('agreement that lies wide apart is none', () =>
    expect(delphiRound([1, 1, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5], { ...rule, mostIqr: 0.5 }).verdict).toBe('open'));
  test('where nobody differs, κ has no value and the share that stayed stands', () => {
    expect(
      delphiStability([
        [4, 5],
        [5, 4],
      ]),
    ).toEqual({ n: 2, unchanged: 1, kappa: { undefined: 'no-variation' } });
    expect(delphiStability([])).toEqual({ undefined: 'no-answers' });
  });
  test('no answers give no share and no range', () => {
    expect(agreeingShare([])).toEqual({ undefined: 'no-answers' });
    expect(interquartileRange([])).toEqual({ undefined: 'no-answers' });
  });
});

describe('how steady the first place is', () => {
  const people = (count: number, points: number[]) => Array.from({ length: count }, () => points);
  test('all of one mind: always the same', () => expect(known(steadyWinner(people(9, [2, 1, 0]), 3)).firstShares).toEqual([1, 0, 0]));
  test('level options share the draws', () => expect(known(steadyWinner(people(8, [1, 1, 0]), 3)).firstShares).toEqual([0.5, 0.5, 0]));
  test('a close race is told as one, the same for the same seed', () => {
    const close = [...people(6, [1, 0]), ...people(5, [0, 1])];
    const found = known(steadyWinner(close, 11));
    expect(found.firstShares[0]).toBeGreaterThan(0.5);
    expect(found.firstShares[0]).toBeLessThan(0.8);
    expect(found).toEqual(steadyWinner(close, 11));
    expect((found.firstShares[0] ?? 0) + (found.firstShares[1] ?? 0)).toBeCloseTo(1, 9);
  });
  test('not for fewer than eight people, and not where nobody put anything before anything', () => {
    expect(steadyWinner(people(7, [1, 0]), 1)).toEqual({ undefined: 'too-few' });
    expect(steadyWinner(people(9, [1, 1]), 1)).toEqual({ undefined: 'no-variation' });
  });
});
