import { type Known, undefinedAs } from '../domain/figure-facts.ts';
import { gammaUpper } from './gamma-distribution.ts';
import { type RandomSource, randomSource } from './random-source.ts';

/** Version of the arithmetic below, kept with every figure. */
export const kendallWVersion = '1';

export interface KendallW {
  /** 0 = the rankings have nothing in common, 1 = all are the same. */
  readonly w: number;
  /** Σ(Rⱼ − R̄)² over the rank sums. */
  readonly s: number;
  readonly rankSums: readonly number[];
  /** ΣT = Σ(t³ − t) over all ties of all raters. */
  readonly ties: number;
  readonly chiSquare: number;
  readonly degrees: number;
  /** Chance of so much agreement if everybody ranked at random. */
  readonly p: number;
  /** All orders counted, orders drawn at random, or the chi-square approximation. */
  readonly pBy: 'exact' | 'drawn' | 'chiSquare';
  readonly raters: number;
  readonly options: number;
}

/** Below these the approximation is poor, and orders are permuted within raters instead (methods, section 11). */
const approximateFrom = { options: 7, raters: 5 };
/** Steps of the exact count that stay well under a second. */
const mostExactSteps = 300_000;
const mostArrangements = 50_000;
const drawnOrders = 10_000;

/**
 * Kendall's coefficient of concordance corrected for ties (Kendall & Babington Smith 1939; Siegel & Castellan 1988, 9.5):
 * W = 12S / (m²(n³ − n) − mΣT), χ² = m(n − 1)W. `ranks` holds one row a rater, rank 1 = best, ties at mid-ranks. Undefined for fewer
 * than two raters or options, and where every rater ties everything.
 */
export function kendallW(ranks: readonly (readonly number[])[], seed = 1): Known<KendallW> {
  const raters = ranks.length;
  const options = ranks[0]?.length ?? 0;
  if (raters < 2 || options < 2) return undefinedAs('too-few');
  const rankSums = Array.from({ length: options }, (_, option) => ranks.reduce((sum, row) => sum + (row[option] ?? 0), 0));
  const ties = ranks.reduce((sum, row) => sum + tieTerm(row), 0);
  const most = raters ** 2 * (options ** 3 - options) - raters * ties;
  if (most <= 1e-9) return undefinedAs('no-variation');
  const s = squaresOf(rankSums);
  const w = Math.min(1, (12 * s) / most);
  const chiSquare = raters * (options - 1) * w;
  const degrees = options - 1;
  const isApproximate = options >= approximateFrom.options && raters >= approximateFrom.raters;
  const tail = isApproximate ? { p: gammaUpper(degrees / 2, chiSquare / 2), pBy: 'chiSquare' as const } : permutationTail(ranks, s, seed);
  return { w, s, rankSums, ties, chiSquare, degrees, ...tail, raters, options };
}

function tieTerm(row: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const rank of row) counts.set(rank, (counts.get(rank) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum + count ** 3 - count, 0);
}

function squaresOf(sums: readonly number[]): number {
  const mean = sums.reduce((total, sum) => total + sum, 0) / sums.length;
  return sums.reduce((total, sum) => total + (sum - mean) ** 2, 0);
}

function permutationTail(ranks: readonly (readonly number[])[], s: number, seed: number): Pick<KendallW, 'p' | 'pBy'> {
  // Mid-ranks doubled are whole numbers; S is then four times as large.
  const doubled = ranks.map((row) => row.map((rank) => Math.round(rank * 2)));
  const least = 4 * s - 1e-6;
  const exact = exactTail(doubled, least);
  return exact === null ? { p: drawnTail(doubled, least, randomSource(seed)), pBy: 'drawn' } : { p: exact, pBy: 'exact' };
}

/**
 * Counts all orders: rank sums after each rater with the share of orders that lead there. Options are interchangeable as long as every later
 * rater's orders are equally likely, so sums are kept sorted and the first rater need not move. Null where that would take too long.
 */
function exactTail(rows: readonly (readonly number[])[], least: number): number | null {
  const start = (rows[0] ?? []).toSorted((a, b) => a - b);
  let states = new Map<string, { sums: readonly number[]; share: number }>([[start.join(), { sums: start, share: 1 }]]);
  let steps = 0;
  for (const row of rows.slice(1)) {
    const orders = arrangements(row);
    steps += orders === null ? Number.POSITIVE_INFINITY : orders.length * states.size;
    if (orders === null || steps > mostExactSteps) return null;
    const next: typeof states = new Map();
    for (const { sums, share } of states.values()) {
      for (const order of orders) {
        const after = sums.map((sum, option) => sum + (order[option] ?? 0)).sort((a, b) => a - b);
        const key = after.join();
        const known = next.get(key);
        if (known) known.share += share / orders.length;
        else next.set(key, { sums: after, share: share / orders.length });
      }
    }
    states = next;
  }
  return Math.min(
    1,
    [...states.values()].reduce((sum, state) => sum + (squaresOf(state.sums) >= least ? state.share : 0), 0),
  );
}

/** Every different order of a row's values; null where there are too many. */
function arrangements(row: readonly number[]): number[][] | null {
  let orders: number[][] = [[]];
  const counts = new Map<number, number>();
  for (const value of row) counts.set(value, (counts.get(value) ?? 0) + 1);
  for (let place = 0; place < row.length; place += 1) {
    const next: number[][] = [];
    for (const order of orders) {
      for (const [value, count] of counts) if (order.filter((used) => used === value).length < count) next.push([...order, value]);
      if (next.length > mostArrangements) return null;
    }
    orders = next;
  }
  return orders;
}

/** Share of drawn orders with at least so much agreement, the observed one counted in (Davison & Hinkley 1997, 4.2). */
function drawnTail(rows: readonly (readonly number[])[], least: number, random: RandomSource): number {
  let hits = 0;
  const options = rows[0]?.length ?? 0;
  for (let draw = 0; draw < drawnOrders; draw += 1) {
    const sums = new Array<number>(options).fill(0);
    for (const row of rows) for (const [option, value] of shuffled(row, random).entries()) sums[option] = (sums[option] ?? 0) + value;
    if (squaresOf(sums) >= least) hits += 1;
  }
  return (hits + 1) / (drawnOrders + 1);
}

/** Fisher–Yates. */
function shuffled(row: readonly number[], random: RandomSource): number[] {
  const values = [...row];
  for (let last = values.length - 1; last > 0; last -= 1) {
    const other = random.below(last + 1);
    [values[last], values[other]] = [values[other] as number, values[last] as number];
  }
  return values;
}
