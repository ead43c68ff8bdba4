import { describe, expect, test } from 'vitest';
import { type KeyPlace, keyPairs, type PairPlace, TotalledCube } from '#shared/methods/disclosure-cube.ts';
import { type CubeSpot, hideInLinkedTables, type LinkedOptions } from '#shared/methods/disclosure-linked.ts';
import { Attacker, type Known, type Sum } from '../../../fixtures/attacker.ts';
import { cases, fc, propertyTimes } from '../../../property-cases.ts';

const keys: readonly KeyPlace[] = [0, 1, 2];
const pairs: readonly PairPlace[] = [0, 1, 2];

/** The single combinations that add up to a figure. */
function behind([a, b, c]: readonly [number, number, number], is: (places: readonly [number, number, number]) => boolean): Sum {
  const sum: number[] = [];
  for (let i = 0; i < a; i += 1) for (let j = 0; j < b; j += 1) for (let k = 0; k < c; k += 1) if (is([i, j, k])) sum.push((i * b + j) * c + k);
  return sum;
}

interface Figure {
  readonly spot: CubeSpot | null;
  readonly sum: Sum;
  readonly value: number;
  readonly isHidden: boolean;
  readonly threshold: number;
}

function figuresOf(options: LinkedOptions): Figure[] | null {
  const hiding = hideInLinkedTables(options);
  if (!hiding) return null;
  const cube = new TotalledCube(options);
  const thresholdAt = (...places: [KeyPlace, number][]) => Math.max(options.threshold, ...places.map(([key, place]) => options.thresholds[key]?.[place] ?? 0));
  const margins = keys.flatMap((key) =>
    [...(cube.margins[key] ?? [])].map((value, place) => ({
      spot: { key, place },
      sum: behind(cube.sizes, (places) => places[key] === place),
      value,
      isHidden: hiding.margin(key, place) !== null,
      threshold: thresholdAt([key, place]),
    })),
  );
  const cells = pairs.flatMap((pair) => {
    const [first, second] = keyPairs[pair];
    return [...(cube.tables[pair] ?? [])].map((value, at) => {
      const [row, column] = [Math.floor(at / cube.width(pair)), at % cube.width(pair)];
      return {
        spot: { pair, row, column },
        sum: behind(cube.sizes, (places) => places[first] === row && places[second] === column),
        value,
        isHidden: hiding.cell(pair, row, column) !== null,
        threshold: thresholdAt([first, row], [second, column]),
      };
    });
  });
  return [{ spot: null, sum: behind(cube.sizes, () => true), value: cube.total, isHidden: false, threshold: options.threshold }, ...margins, ...cells];
}

async function expectProtected(options: LinkedOptions): Promise<{ hidden: number; small: number } | null> {
  const figures = figuresOf(options);
  if (!figures) return null;
  const isKnown = (figure: Figure) => options.known?.some((spot) => JSON.stringify(spot) === JSON.stringify(figure.spot)) ?? false;
  const known: Known[] = figures.filter((figure) => !figure.isHidden || isKnown(figure));
  const attacker = await Attacker.with(known);
  const small = figures.filter((figure) => figure.value > 0 && figure.value < figure.threshold && !isKnown(figure));
  for (const figure of small) {
    expect(figure.isHidden).toBe(true);
    const { low, high } = attacker.range(figure.sum);
    expect(high - low).toBeGreaterThanOrEqual(figure.threshold - 1e-6);
  }
  return { hidden: figures.filter((figure) => figure.isHidden).length, small: small.length };
}

test('the reader finds what is hidden carelessly: DC-1, hiding 12 alone reveals 3', async () => {
  const counts = [12, 3, 20, 15, 8, 9, 30, 14, 25];
  const sums = [0, 1, 2].flatMap((line) => [
    counts.flatMap((_, at) => (Math.floor(at / 3) === line ? [at] : [])),
    counts.flatMap((_, at) => (at % 3 === line ? [at] : [])),
  ]);
  const shown = [...sums, ...counts.flatMap((_, at) => (at > 1 ? [[at]] : []))];
  const attacker = await Attacker.with(shown.map((sum) => ({ sum, value: sum.reduce((total, at) => total + (counts[at] ?? 0), 0) })));
  expect(attacker.range([1])).toEqual({ low: 3, high: 3 });
});

const none: LinkedOptions['thresholds'] = [null, null, null];

describe('hiding in tables that share their totals', () => {
  test('nothing small, nothing hidden', () => {
    const hiding = hideInLinkedTables({ sizes: [2, 2, 2], counts: [9, 8, 7, 6, 5, 9, 8, 7], threshold: 5, thresholds: none });
    expect(hiding?.hasHidden).toBe(false);
  });

  test('DC-1: hides 3, and 12, 15 and 8 to protect it', async () => {
    const options: LinkedOptions = { sizes: [3, 3, 1], counts: [12, 3, 20, 15, 8, 9, 30, 14, 25], threshold: 5, thresholds: none };
    const hiding = hideInLinkedTables(options);
    const cells = [0, 1, 2].map((row) => [0, 1, 2].map((column) => hiding?.cell(0, row, column)));
    expect(cells).toEqual([
      ['protects', 'small', null],
      ['protects', 'protects', null],
      [null, null, null],
    ]);
    await expectProtected(options);
  });

  test('one small cell takes a rectangle with it', async () => {
    // Areas × groups × years: the first area has 3 in its first year.
    const counts = [2, 9, 1, 12, 14, 9, 12, 8, 20, 20, 18, 30];
    const found = await expectProtected({ sizes: [3, 2, 2], counts, threshold: 5, thresholds: none });
    expect(found).toMatchObject({ small: 1 });
    expect(found?.hidden).toBeLessThanOrEqual(6);
  });

  test('two tables that are each protected alone can give a cell away together; these do not', async () => {
    // The second group happens in one year only, so that the table of areas and groups also tells the table of areas and years.
    const counts = [3, 0, 0, 20, 30, 0, 0, 25, 18, 0, 0, 40];
    expect(await expectProtected({ sizes: [3, 2, 2], counts, threshold: 5, thresholds: none })).not.toBeNull();
  });

  test('a sensitive group needs its own threshold', async () => {
    const counts = [3, 4, 38, 40, 25, 60, 22, 50, 31, 42, 53, 24];
    const options: LinkedOptions = { sizes: [3, 2, 2], counts, threshold: 5, thresholds: [null, [10, 5], null] };
    expect(hideInLinkedTables({ ...options, thresholds: none })?.hasHidden).toBe(false);
    expect(hideInLinkedTables(options)?.hasHidden).toBe(true);
    await expectProtected(options);
  });

  test('a place with a small total is hidden with its empty cells, and never alone', () => {
    const hiding = hideInLinkedTables({ sizes: [3, 1, 2], counts: [3, 0, 20, 30, 40, 50], threshold: 5, thresholds: none });
    expect([0, 1, 2].map((place) => hiding?.margin(0, place))).toEqual(['small', 'protects', null]);
    expect(hiding?.cell(1, 0, 1)).toBe('protects');
  });

  test('a city of three incidents is not told at all', () => {
    expect(hideInLinkedTables({ sizes: [2, 1, 1], counts: [1, 2], threshold: 5, thresholds: none })).toBeNull();
  });

  test('what an earlier release hid stays hidden, and what it would give away is protected like a small figure', async () => {
    const options: LinkedOptions = { sizes: [3, 2, 2], counts: [12, 19, 11, 12, 14, 19, 12, 18, 20, 20, 18, 30], threshold: 5, thresholds: none };
    expect(hideInLinkedTables(options)?.hasHidden).toBe(false);
    const kept = hideInLinkedTables({ ...options, keptHidden: [{ pair: 0, row: 1, column: 1 }] });
    expect(kept?.cell(0, 1, 1)).toBe('protects');
    const released = hideInLinkedTables({ ...options, released: [{ pair: 0, row: 1, column: 1 }] });
    expect(released?.cell(0, 1, 1)).toBe('released');
    expect([0, 2].filter((row) => released?.cell(0, row, 1) === 'protects').length).toBe(1);
  });

  test('whatever the city: a reader of all its tables cannot narrow a small figure below its threshold, even if they knew some of them before', async () => {
    const city = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })).chain(([a, b, c]) =>
      fc.record({
        sizes: fc.constant([a, b, c] as [number, number, number]),
        counts: fc.array(
          fc.oneof({ arbitrary: fc.constant(0), weight: 2 }, { arbitrary: fc.integer({ min: 0, max: 5 }), weight: 4 }, fc.integer({ min: 0, max: 60 })),
          {
            minLength: a * b * c,
            maxLength: a * b * c,
          },
        ),
        threshold: fc.constantFrom(3, 5),
        sensitive: fc.array(fc.constantFrom(5, 10), { minLength: b, maxLength: b }),
        known: fc.array(
          fc.oneof(
            fc.record({ pair: fc.constant(0 as const), row: fc.nat(a - 1), column: fc.nat(b - 1) }),
            fc.record({ pair: fc.constant(1 as const), row: fc.nat(a - 1), column: fc.nat(c - 1) }),
            fc.record({ key: fc.constant(0 as const), place: fc.nat(a - 1) }),
          ),
          { maxLength: 4 },
        ),
      }),
    );
    const told = { cities: 0, silent: 0, figures: 0, hidden: 0 };
    await fc.assert(
      fc.asyncProperty(city, async ({ sizes, counts, threshold, sensitive, known }) => {
        const found = await expectProtected({ sizes, counts, threshold, thresholds: [null, sensitive, null], known });
        if (!found) told.silent += 1;
        else told.cities += 1;
        told.hidden += found?.hidden ?? 0;
        told.figures += 1 + sizes[0] + sizes[1] + sizes[2] + sizes[0] * sizes[1] + sizes[0] * sizes[2] + sizes[1] * sizes[2];
      }),
      { numRuns: cases(60) },
    );
    if (propertyTimes > 1) console.info(told);
  }, 600_000);
});
