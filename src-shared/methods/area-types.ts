import { kMeansCluster, silhouette } from 'simple-statistics';
import { type Known, undefinedAs } from '../domain/figure-facts.ts';
import { randomSource } from './random-source.ts';

/** Version of the arithmetic below, kept with every figure. */
export const areaTypesVersion = '1';

const mostTypes = 6;
/** Fewer areas have no types, only names. */
const fewestAreas = 8;
const restarts = 25;
/** A rate further from the mean counts as this far: one extreme area must not make a type of its own by size alone. */
const furthest = 3;
/** A type is told by features at least this far from the mean of all areas, in standard deviations. */
const tellingFrom = 0.5;

export interface AreaType {
  /** Positions of its areas in the input. */
  readonly members: readonly number[];
  /** Mean of each feature over its areas, in standard deviations from the mean of all areas. */
  readonly centre: readonly number[];
  /** Features that stand out, strongest first: «high» or «low» against all areas. Empty = close to the mean in everything. */
  readonly telling: readonly { readonly feature: number; readonly isHigh: boolean; readonly distance: number }[];
}
export interface AreaTypes {
  /** From the lowest rates overall to the highest. */
  readonly types: readonly AreaType[];
  /** Type of each area of the input. */
  readonly labels: readonly number[];
  /** Mean silhouette, −1 … 1: above 0.5 clearly apart, below 0.25 hardly. */
  readonly separation: number;
  readonly seed: number;
}

/**
 * Areas with similar rates put together: k-means (Lloyd 1982, of simple-statistics) on rates in standard deviations, the best of 25 starts
 * drawn with the seed. `rates[area][feature]`. `count` null lets the silhouette (Rousseeuw 1987) choose among 2 … 6. Undefined for fewer
 * than eight areas, or where no feature varies.
 */
export function areaTypes(rates: readonly (readonly number[])[], count: number | null, seed: number): Known<AreaTypes> {
  if (rates.length < fewestAreas) return undefinedAs('too-few');
  const points = standardised(rates);
  if (points.every((point) => point.every((value) => value === 0))) return undefinedAs('no-variation');
  const distinct = new Set(points.map((point) => JSON.stringify(point))).size;
  const wanted = count === null ? Array.from({ length: mostTypes - 1 }, (_, index) => index + 2) : [count];
  let best: { labels: number[]; separation: number } | null = null;
  for (const types of wanted.filter((types) => types <= distinct && types < rates.length)) {
    const labels = bestLabels(points, types, seed);
    if (!labels) continue;
    const widths = silhouette(points, labels);
    const separation = widths.reduce((sum, width) => sum + width, 0) / widths.length;
    if (!best || separation > best.separation) best = { labels, separation };
  }
  return best ? described(points, best.labels, best.separation, seed) : undefinedAs('no-variation');
}

/** Each feature with mean 0 and standard deviation 1 over the areas, cut off at three; 0 where it does not vary. */
function standardised(rates: readonly (readonly number[])[]): number[][] {
  const features = rates[0]?.length ?? 0;
  const points: number[][] = rates.map(() => new Array<number>(features).fill(0));
  for (let feature = 0; feature < features; feature += 1) {
    const values = rates.map((rate) => rate[feature] ?? 0);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    if (!(spread > 1e-12)) continue;
    for (const [area, value] of values.entries()) {
      const point = points[area];
      if (point) point[feature] = Math.max(-furthest, Math.min(furthest, (value - mean) / spread));
    }
  }
  return points;
}

function bestLabels(points: number[][], types: number, seed: number): number[] | null {
  const random = randomSource(seed);
  let best: { labels: number[]; spread: number } | null = null;
  for (let start = 0; start < restarts; start += 1) {
    const labels = oneClustering(points, types, () => random.next());
    if (!labels) continue;
    const spread = spreadWithin(points, labels);
    if (!best || spread < best.spread - 1e-12) best = { labels, spread };
  }
  return best?.labels ?? null;
}

/** Null where a type ended without areas: the library throws then, and the next start may do better. */
function oneClustering(points: number[][], types: number, next: () => number): number[] | null {
  try {
    return kMeansCluster(points, types, next).labels;
  } catch {
    return null;
  }
}

function spreadWithin(points: readonly (readonly number[])[], labels: readonly number[]): number {
  const centres = centresOf(points, labels);
  return points.reduce((sum, point, area) => sum + point.reduce((inner, value, i) => inner + (value - (centres.get(labels[area] ?? 0)?.[i] ?? 0)) ** 2, 0), 0);
}

function centresOf(points: readonly (readonly number[])[], labels: readonly number[]): Map<number, number[]> {
  const centres = new Map<number, number[]>();
  for (const label of new Set(labels)) {
    const members = points.filter((_, area) => labels[area] === label);
    centres.set(
      label,
      (members[0] ?? []).map((_, feature) => members.reduce((sum, point) => sum + (point[feature] ?? 0), 0) / members.length),
    );
  }
  return centres;
}

function described(points: readonly (readonly number[])[], labels: readonly number[], separation: number, seed: number): AreaTypes {
  const level = (centre: readonly number[]) => centre.reduce((sum, value) => sum + value, 0);
  const ordered = [...centresOf(points, labels)].sort(([, a], [, b]) => level(a) - level(b));
  const positionOf = new Map(ordered.map(([label], position) => [label, position]));
  return {
    types: ordered.map(([label, centre]) => ({
      members: labels.flatMap((candidate, area) => (candidate === label ? [area] : [])),
      centre,
      telling: centre
        .map((distance, feature) => ({ feature, isHigh: distance > 0, distance }))
        .filter(({ distance }) => Math.abs(distance) >= tellingFrom)
        .sort((a, b) => Math.abs(b.distance) - Math.abs(a.distance)),
    })),
    labels: labels.map((label) => positionOf.get(label) ?? 0),
    separation,
    seed,
  };
}
