import { progressOf } from './progress.ts';

/** Shares of time and of way may differ by this much and still be called on course (convention of this application: a tenth of the way). */
const leeway = 0.1;
const smallest = 1e-9;

const dayInMs = 86_400_000;

/** The last day of a date that is known to the year, the month or the day, as days since 1970; null where it is none. */
export function lastDayOf(on: string): number | null {
  const [year, month, day] = on.split('-').map(Number);
  if (!year || !Number.isInteger(year)) return null;
  if (!month) return Date.UTC(year, 11, 31) / dayInMs;
  if (!day) return Date.UTC(year, month, 0) / dayInMs;
  return Date.UTC(year, month - 1, day) / dayInMs;
}

/** The first day of a date that is known to the year, the month or the day, as days since 1970; null where it is none. */
export function firstDayOf(on: string): number | null {
  const [year, month, day] = on.split('-').map(Number);
  return year && Number.isInteger(year) ? Date.UTC(year, (month || 1) - 1, day || 1) / dayInMs : null;
}

/** Share of a span that is over on a day, 0–1; null where an end is missing or the span has no length. All three in days. */
export function elapsedShare(from: number | null, to: number | null, now: number | null): number | null {
  if (from === null || to === null || now === null || to <= from) return null;
  return Math.min(1, Math.max(0, (now - from) / (to - from)));
}

export interface WayGone {
  /** (actual − baseline) / (target − baseline), unclamped (methods, section 12); null where a figure is missing or target = baseline. */
  readonly share: number | null;
  readonly gap: 'no-baseline' | 'no-target' | 'target-is-baseline' | 'no-value' | null;
  /** Share of the time between the days of baseline and target that was over on the day of the value. */
  readonly elapsed: number | null;
  readonly pace: 'reached' | 'on-course' | 'behind' | 'wrong-way' | 'unknown';
}

/** A figure and when it was, or shall be, true: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export interface DatedFigure {
  readonly value: number | null;
  readonly on: string;
}

/**
 * How far an indicator has come on its way from baseline to target, and whether that keeps pace with a straight line between the two days.
 * A value is never read as zero because it is missing. When the target's day is over only a reached target keeps pace.
 */
export function wayGone(baseline: DatedFigure, target: DatedFigure, actual: DatedFigure | null): WayGone {
  const elapsed = elapsedShare(lastDayOf(baseline.on), lastDayOf(target.on), actual ? lastDayOf(actual.on) : null);
  const share = progressOf({ baseline: baseline.value, target: target.value, actual: actual?.value ?? null });
  if (share === null) return { share, gap: gapOf(baseline, target), elapsed, pace: 'unknown' };
  return { share, gap: null, elapsed, pace: paceOf(share, elapsed) };
}

function gapOf(baseline: DatedFigure, target: DatedFigure): WayGone['gap'] {
  if (baseline.value === null) return 'no-baseline';
  if (target.value === null) return 'no-target';
  return Math.abs(target.value - baseline.value) <= smallest ? 'target-is-baseline' : 'no-value';
}

function paceOf(share: number, elapsed: number | null): WayGone['pace'] {
  if (share >= 1 - smallest) return 'reached';
  if (share < -smallest) return 'wrong-way';
  if (elapsed === null) return 'unknown';
  return elapsed < 1 && share >= elapsed - leeway - smallest ? 'on-course' : 'behind';
}

/** Which way is better: as the plan says, else as the indicator's definition does, else the way from baseline to target. */
export function betterWay(
  planned: 'up' | 'down' | null,
  defined: 'up' | 'down' | 'show' | null,
  baseline: number | null,
  target: number | null,
): { direction: 'up' | 'down' | null; isAgainst: boolean } {
  const way = baseline === null || target === null || Math.abs(target - baseline) <= smallest ? null : target > baseline ? 'up' : 'down';
  const said = planned ?? (defined === 'show' ? null : defined);
  return { direction: said ?? way, isAgainst: said !== null && way !== null && said !== way };
}
