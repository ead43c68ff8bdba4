import { describe, expect, test } from 'vitest';
import { falseDiscoveryFlags, getisOrd, reasonAt } from '#shared/methods/getis-ord.ts';
import { flatNeighbours, gridNeighbours } from '#shared/methods/neighbours.ts';
import { cases, fc } from '../../../property-cases.ts';
import { known } from './known.ts';

/** Neighbours of a table of columns × rows, position = row × columns + column. */
const table = (columns: number, rows: number) =>
  gridNeighbours(
    'square',
    Array.from({ length: columns * rows }, (_, at) => ({ column: at % columns, row: Math.floor(at / columns) })),
  );

describe('Getis–Ord Gi*', () => {
  const values = [9, 8, 1, 0, 7, 9, 2, 1, 1, 2, 1, 0, 0, 1, 0, 1];
  const result = known(getisOrd(values, table(4, 4)));
  test('GI-1: mean, spread and two corners of the published table', () => {
    expect([result.mean, result.standardDeviation].map((number) => number.toFixed(4))).toEqual(['2.6875', '3.2924']);
    expect([result.z[0], result.z[15]].map((z) => z?.toFixed(4))).toEqual(['3.7778', '-1.4857']);
  });
  test('GI-1: after the false ones are kept in check, the top left cell and the ones right of and below it are hot', () => {
    const flags = falseDiscoveryFlags(result.p);
    expect([...flags].flatMap((flag, place) => (flag && (result.z[place] ?? 0) > 0 ? [place] : []))).toEqual([0, 1, 4]);
    expect([...flags].filter(Boolean)).toHaveLength(3);
  });
  test('no variation, a single place and a place that neighbours all have no score and say why', () => {
    expect(getisOrd([3, 3, 3, 3], table(2, 2))).toEqual({ undefined: 'no-variation' });
    expect(getisOrd([1e9 + 0.1, 1e9 + 0.1], table(2, 1))).toEqual({ undefined: 'no-variation' });
    expect(getisOrd([3], table(1, 1))).toEqual({ undefined: 'too-few' });
    const all = known(getisOrd([1, 2, 3, 4], table(2, 2)));
    expect([...all.z].every(Number.isNaN)).toBe(true);
    expect(reasonAt(all, [1, 2, 3, 4], 0)).toBe('everyone-neighbours');
  });
  test('a place without a value is left out, not taken as zero', () => {
    const holed = known(getisOrd([...values, Number.NaN], flatNeighbours([...Array.from({ length: 16 }, (_, at) => around(at)), [0]])));
    expect(holed.n).toBe(16);
    expect(holed.z[0]).toBeCloseTo(result.z[0] ?? 0, 12);
    expect(reasonAt(holed, [...values, Number.NaN], 16)).toBe('not-stated');
  });

  const grid = fc.record({ columns: fc.integer({ min: 4, max: 9 }), rows: fc.integer({ min: 4, max: 9 }) }).chain(({ columns, rows }) =>
    fc.record({
      columns: fc.constant(columns),
      rows: fc.constant(rows),
      counts: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: columns * rows, maxLength: columns * rows }),
    }),
  );
  test('does not care about the unit of the values, turns sign with them, and equals the formula written out', () => {
    fc.assert(
      fc.property(grid, ({ columns, rows, counts }) => {
        const neighbours = table(columns, rows);
        const plain = getisOrd(counts, neighbours);
        if ('undefined' in plain) return;
        const scaled = known(
          getisOrd(
            counts.map((count) => 7 + count * 3.5),
            neighbours,
          ),
        );
        const turned = known(
          getisOrd(
            counts.map((count) => -count),
            neighbours,
          ),
        );
        const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
        const spread = Math.sqrt(counts.reduce((sum, count) => sum + count * count, 0) / counts.length - mean * mean);
        for (const place of counts.keys()) {
          expect(scaled.z[place]).toBeCloseTo(plain.z[place] ?? 0, 8);
          expect(turned.z[place]).toBeCloseTo(-(plain.z[place] ?? 0), 8);
          const near = [place, ...neighbours.list.slice(neighbours.starts[place], neighbours.starts[place + 1])];
          const sum = near.reduce((total, at) => total + (counts[at] ?? 0), 0);
          const below = spread * Math.sqrt((counts.length * near.length - near.length ** 2) / (counts.length - 1));
          expect(plain.z[place]).toBeCloseTo((sum - mean * near.length) / below, 8);
        }
      }),
      { numRuns: cases(40) },
    );
  });

  function around(at: number): number[] {
    const neighbours = table(4, 4);
    return [...neighbours.list.slice(neighbours.starts[at], neighbours.starts[at + 1])];
  }
});

describe('keeping false hot places in check (Benjamini–Hochberg)', () => {
  test('BH-1: all four, though the first passes its own limit', () => expect([...falseDiscoveryFlags([0.013, 0.021, 0.028, 0.04])]).toEqual([1, 1, 1, 1]));
  test('places without a p are not tested', () => expect([...falseDiscoveryFlags([Number.NaN, 0.04, Number.NaN])]).toEqual([0, 1, 0]));
  test('flags at least what Bonferroni flags, at most what single tests flag, and always the smallest p first', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 }), (p) => {
        const flags = falseDiscoveryFlags(p);
        const flagged = p.filter((_, i) => flags[i]);
        const rest = p.filter((_, i) => !flags[i]);
        expect(Math.max(-1, ...flagged)).toBeLessThan(Math.min(2, ...rest));
        for (const [i, value] of p.entries()) {
          if (value <= 0.05 / p.length) expect(flags[i]).toBe(1);
          if (value > 0.05 + 1e-12) expect(flags[i]).toBe(0);
        }
      }),
    );
  });
});
