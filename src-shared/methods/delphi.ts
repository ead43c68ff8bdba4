import { type Known, undefinedAs } from '../domain/figure-facts.ts';
import { median, quartile } from './medians.ts';
import { cohensKappa } from './rank-tests.ts';

/** Version of the arithmetic below, kept with every figure. */
export const delphiVersion = '1';

/** On a scale of five, from here on somebody agrees; up to `disagreesUpTo` somebody does not. */
const agreesFrom = 4;
const disagreesUpTo = 2;

/** The rule fixed before the first round (Diamond et al. 2014: most studies that fix one take about 75 %). */
export interface AgreementRule {
  readonly agreePercent: number;
  readonly mostIqr: number;
  readonly fewestAnswers: number;
}

/** Share of answers that agree (4 or 5 of 5), 0–1; undefined without answers. */
export function agreeingShare(levels: readonly number[]): Known<number> {
  return levels.length === 0 ? undefinedAs('no-answers') : levels.filter((level) => level >= agreesFrom).length / levels.length;
}

/** Distance between the quartiles of the answers; undefined without any. */
export function interquartileRange(levels: readonly number[]): Known<number> {
  const low = quartile(levels, 0.25);
  const high = quartile(levels, 0.75);
  return low === null || high === null ? undefinedAs('no-answers') : high - low;
}

export interface DelphiRound {
  readonly n: number;
  /** How many gave each level, 1 … 5. */
  readonly counts: readonly number[];
  /** Null with fewer answers than the rule asks for: then counts only. */
  readonly agreeing: number | null;
  readonly iqr: number | null;
  readonly median: number | null;
  readonly verdict: 'reached' | 'open' | 'counts-only';
}

/** One statement in one round against the rule (methods, section 11): enough agree, and the middle half lies close together. */
export function delphiRound(levels: readonly number[], rule: AgreementRule): DelphiRound {
  const counts = [1, 2, 3, 4, 5].map((level) => levels.filter((given) => given === level).length);
  const agreeing = agreeingShare(levels);
  const iqr = interquartileRange(levels);
  if (levels.length < rule.fewestAnswers || typeof agreeing !== 'number' || typeof iqr !== 'number') {
    return { n: levels.length, counts, agreeing: null, iqr: null, median: null, verdict: 'counts-only' };
  }
  const isReached = agreeing * 100 >= rule.agreePercent - 1e-9 && iqr <= rule.mostIqr + 1e-9;
  return { n: levels.length, counts, agreeing, iqr, median: median(levels), verdict: isReached ? 'reached' : 'open' };
}

export interface Stability {
  /** People who answered both rounds. */
  readonly n: number;
  /** Share who stayed with disagree, neutral or agree. */
  readonly unchanged: number;
  /** The same without what chance alone would give; undefined where nobody differs. */
  readonly kappa: Known<number>;
}

/** How steady the same people's views were from one round to the next: Cohen's κ on disagree / neutral / agree; undefined where nobody answered both. */
export function delphiStability(pairs: readonly (readonly [number, number])[]): Known<Stability> {
  const table = [0, 1, 2].map(() => [0, 0, 0]);
  for (const [before, after] of pairs) {
    const row = table[thirdOf(before)];
    if (row) row[thirdOf(after)] = (row[thirdOf(after)] ?? 0) + 1;
  }
  const found = cohensKappa(table);
  return 'undefined' in found ? found : { n: found.n, unchanged: found.agreement, kappa: found.kappa };
}

function thirdOf(level: number): number {
  return level <= disagreesUpTo ? 0 : level < agreesFrom ? 1 : 2;
}
