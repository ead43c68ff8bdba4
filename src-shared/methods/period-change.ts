import { type Known, undefinedAs } from '../domain/figure-facts.ts';
import type { ChangeVerdict } from '../domain/patterns.ts';
import { binomialFrom, binomialUpTo, exactShareLimits, studentTwoSided } from './beta-distribution.ts';
import { normalTwoSided } from './normal-distribution.ts';
import { z95 } from './proportions.ts';
import type { Interval } from './rates.ts';
import { smallestTrendEnd } from './trend.ts';

/** Version of the arithmetic below, kept with every figure. */
export const periodChangeVersion = '1';

/** One calendar month (or another season) of two periods: incidents and how many such months each period covers wholly. */
export interface SeasonCounts {
  readonly earlier: number;
  readonly later: number;
  readonly earlierMonths: number;
  readonly laterMonths: number;
}

export interface PeriodChange {
  /** Incidents and months of the seasons that both periods have. */
  readonly earlier: number;
  readonly later: number;
  readonly earlierMonths: number;
  readonly laterMonths: number;
  /** Incidents of seasons that only one period has: not compared. */
  readonly leftOut: number;
  /** Later ÷ earlier per month − 1, seasons alike (0.25 = a quarter more), and its 95 % limits; null where `few`. */
  readonly change: number | null;
  readonly interval: Interval | null;
  /** Two-sided p if incidents came independently. */
  readonly p: number;
  /** How much more the months differ than independent incidents would (1 = not at all); null with fewer than six seasons. */
  readonly spread: number | null;
  /** p allowing for that spread; what the verdict rests on. */
  readonly pWithSpread: number;
  readonly verdict: ChangeVerdict;
}

/** Up to this many incidents the exact distribution is summed where the periods cover seasons unequally. */
const exactUpTo = 500;
const fewestSeasons = 6;
const changeLevel = 0.05;

/**
 * How much changed between two periods when only the same months of the year are compared. Given the sum of a month, the later count is
 * binomial with the later part of the months covered (Przyborowski & Wilenski 1940): exact test and, where every season is covered alike,
 * exact limits (Clopper & Pearson); else the ratio of Mantel and Haenszel with Greenland and Robins' limits (1985). Incidents come in
 * series, so the verdict also allows for how much the months differ (quasi-Poisson, McCullagh & Nelder 1989, with t). Under 20 at either
 * end: counts only.
 */
export function periodChange(seasons: readonly SeasonCounts[]): Known<PeriodChange> {
  const shared = seasons.filter((season) => season.earlierMonths > 0 && season.laterMonths > 0);
  if (shared.length === 0) return undefinedAs(seasons.length === 0 ? 'no-days' : 'no-same-months');
  const sumOf = (field: keyof SeasonCounts) => shared.reduce((sum, season) => sum + season[field], 0);
  const [earlier, later] = [sumOf('earlier'), sumOf('later')];
  if (earlier + later === 0) return undefinedAs('no-cases');
  const p = changeP(shared, earlier + later, later);
  const isFew = Math.min(earlier, later) < smallestTrendEnd;
  const spread = spreadOf(shared);
  const pWithSpread = Math.max(p, spread === null || spread.value <= 1 ? p : studentTwoSided(scoreOf(shared, later) / Math.sqrt(spread.value), spread.freedom));
  const ratio = ratioOf(shared);
  const hasChange = !isFew && Number.isFinite(ratio);
  return {
    earlier,
    later,
    earlierMonths: sumOf('earlierMonths'),
    laterMonths: sumOf('laterMonths'),
    leftOut: seasons.reduce((sum, season) => sum + season.earlier + season.later, 0) - earlier - later,
    change: hasChange ? ratio - 1 : null,
    interval: hasChange ? limitsOf(shared, earlier, later, ratio, Math.max(1, spread?.value ?? 1)) : null,
    p,
    spread: spread?.value ?? null,
    pWithSpread,
    verdict: isFew ? 'few' : pWithSpread >= changeLevel ? 'chance' : ratio > 1 ? 'rise' : 'fall',
  };
}

const laterPart = (season: SeasonCounts) => season.laterMonths / (season.earlierMonths + season.laterMonths);
const isAlike = (seasons: readonly SeasonCounts[]) => seasons.every((season) => Math.abs(laterPart(season) - laterPart(seasons[0] ?? season)) < 1e-12);

function changeP(seasons: readonly SeasonCounts[], total: number, later: number): number {
  const first = seasons[0];
  if (first && isAlike(seasons)) {
    const part = laterPart(first);
    return Math.min(1, 2 * Math.min(binomialUpTo(later, total, part), binomialFrom(later, total, part)));
  }
  if (total > exactUpTo) return normalTwoSided(scoreOf(seasons, later));
  const chances = summedBinomials(seasons);
  const upTo = chances.slice(0, later + 1).reduce((sum, chance) => sum + chance, 0);
  const from = chances.slice(later).reduce((sum, chance) => sum + chance, 0);
  return Math.min(1, 2 * Math.min(upTo, from));
}

/** Later incidents against expectation in standard deviations, with the half step of a count towards it. */
function scoreOf(seasons: readonly SeasonCounts[], later: number): number {
  let expected = 0;
  let variance = 0;
  for (const season of seasons) {
    const part = laterPart(season);
    const total = season.earlier + season.later;
    expected += total * part;
    variance += total * part * (1 - part);
  }
  return Math.max(0, Math.abs(later - expected) - 0.5) / Math.sqrt(variance);
}

/** Chance of each sum of the seasons' later counts, by putting one incident after another. */
function summedBinomials(seasons: readonly SeasonCounts[]): number[] {
  let chances = [1];
  for (const season of seasons) {
    const part = laterPart(season);
    for (let i = season.earlier + season.later; i > 0; i -= 1) {
      const next = new Array<number>(chances.length + 1).fill(0);
      for (const [k, chance] of chances.entries()) {
        next[k] = (next[k] ?? 0) + chance * (1 - part);
        next[k + 1] = (next[k + 1] ?? 0) + chance * part;
      }
      chances = next;
    }
  }
  return chances;
}

/** Later ÷ earlier per month over the seasons (Mantel–Haenszel); infinite without earlier incidents. */
function ratioOf(seasons: readonly SeasonCounts[]): number {
  let above = 0;
  let below = 0;
  for (const { earlier, later, earlierMonths, laterMonths } of seasons) {
    above += (later * earlierMonths) / (earlierMonths + laterMonths);
    below += (earlier * laterMonths) / (earlierMonths + laterMonths);
  }
  return above / below;
}

function limitsOf(seasons: readonly SeasonCounts[], earlier: number, later: number, ratio: number, spread: number): Interval {
  const first = seasons[0];
  if (first && spread === 1 && isAlike(seasons)) {
    const { low, high } = exactShareLimits(later, earlier + later);
    const scale = first.earlierMonths / first.laterMonths;
    return { low: (low / (1 - low)) * scale - 1, high: (high / (1 - high)) * scale - 1 };
  }
  let variance = 0;
  let above = 0;
  let below = 0;
  for (const season of seasons) {
    const part = laterPart(season);
    variance += (season.earlier + season.later) * part * (1 - part);
    above += season.later * (1 - part);
    below += season.earlier * part;
  }
  const reach = z95 * Math.sqrt((spread * variance) / (above * below));
  return { low: ratio * Math.exp(-reach) - 1, high: ratio * Math.exp(reach) - 1 };
}

/** Pearson's measure of how far the seasons lie from one common ratio, per degree of freedom; seasons with few incidents say nothing. */
function spreadOf(seasons: readonly SeasonCounts[]): { value: number; freedom: number } | null {
  const told = seasons.filter((season) => season.earlier + season.later >= 10);
  const ratio = ratioOf(told);
  if (told.length < fewestSeasons || !Number.isFinite(ratio) || ratio === 0) return null;
  let squares = 0;
  for (const { earlier, later, earlierMonths, laterMonths } of told) {
    const part = (laterMonths * ratio) / (earlierMonths + laterMonths * ratio);
    const total = earlier + later;
    squares += (later - total * part) ** 2 / (total * part * (1 - part));
  }
  return { value: squares / (told.length - 1), freedom: told.length - 1 };
}
