import { ckmeans } from 'simple-statistics';
import { quartile } from './medians.ts';

/**
 * How a map's values are cut into classes: natural breaks (optimal one-dimensional k-means), equally filled ones, equally wide ones, or
 * `fitting`: natural unless a few extreme values would push nearly all areas into one colour, then equally filled.
 */
export type BreakMethod = 'fitting' | 'natural' | 'quantile' | 'equal';

/** A map of many areas says nothing once one class holds more than this share of them (convention). */
const mostInOneClass = 0.75;
/** Below this many values a full class is a finding, not an artefact of outliers (convention). */
const manyValues = 20;

export interface ValueClass {
  /** Smallest and largest value that occurs in the class, both included; its limits where classes are equally wide or chosen by hand. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/**
 * Cuts values into at most `classCount` classes, low to high. Areas without a value belong to none: «no data» is shown apart.
 * Fewer distinct values than classes give one class each; equal values never fall into two.
 */
export function classBreaks(values: readonly (number | null)[], classCount = 5, method: BreakMethod = 'fitting'): ValueClass[] {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (known.length === 0) return [];
  if (method === 'equal') return equalClasses(known, classCount);
  const natural = method === 'quantile' ? [] : ckmeans(known, Math.min(classCount, new Set(known).size));
  const isLopsided = known.length >= manyValues && natural.some((group) => group.length > known.length * mostInOneClass);
  const groups = method === 'natural' || (method === 'fitting' && !isLopsided) ? natural : quantileGroups(known, classCount);
  return groups.map((group) => ({ from: group[0] ?? 0, to: group.at(-1) ?? 0, count: group.length }));
}

/** Classes by inner limits chosen by hand, ascending; a value on a limit belongs to the class below it. Empty classes stay. */
export function manualBreaks(values: readonly (number | null)[], limits: readonly number[]): ValueClass[] {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (known.length === 0) return [];
  const inner = [...new Set(limits)].sort((a, b) => a - b);
  const low = Math.min(known[0] ?? 0, inner[0] ?? Number.POSITIVE_INFINITY);
  const high = Math.max(known.at(-1) ?? 0, inner.at(-1) ?? Number.NEGATIVE_INFINITY);
  return countedClasses(known, [low, ...inner, high]);
}

/** Equally wide classes between the smallest and the largest value; one class where all values are the same. */
function equalClasses(sorted: readonly number[], classCount: number): ValueClass[] {
  const low = sorted[0] ?? 0;
  const high = sorted.at(-1) ?? 0;
  if (low === high) return [{ from: low, to: high, count: sorted.length }];
  const limits = Array.from({ length: classCount + 1 }, (_, index) => (index === classCount ? high : low + ((high - low) * index) / classCount));
  return countedClasses(sorted, limits);
}

function countedClasses(sorted: readonly number[], limits: readonly number[]): ValueClass[] {
  const classes = limits.slice(1).map((to, place) => ({ from: limits[place] ?? to, to, count: 0 }));
  for (const value of sorted) {
    const entry = classes[classOf(value, classes) ?? 0];
    if (entry) entry.count += 1;
  }
  return classes;
}

function quantileGroups(sorted: readonly number[], classCount: number): number[][] {
  const tops = Array.from({ length: classCount }, (_, index) => quartile(sorted, (index + 1) / classCount) ?? 0);
  const groups = tops.map((): number[] => []);
  for (const value of sorted) groups[tops.findIndex((top) => value <= top + 1e-9)]?.push(value);
  return groups.filter((group) => group.length > 0);
}

/** The position of a value's class, counted from 0; null without a value. A value between two classes belongs to the upper one. */
export function classOf(value: number | null, classes: readonly ValueClass[]): number | null {
  if (value === null || classes.length === 0) return null;
  const above = classes.findIndex((range) => value <= range.to);
  return above === -1 ? classes.length - 1 : above;
}
