import { isUndefined, type UndefinedReason } from '#shared/domain/figure-facts.ts';
import type { HeatLevel } from '#shared/domain/patterns.ts';
import { hideInList } from '#shared/methods/disclosure.ts';
import { falseDiscoveryFlags, getisOrd, type Neighbours, reasonAt } from '#shared/methods/getis-ord.ts';

/** The places of a question: cells of the city or areas of a layer, whatever the method then does with them. */
export interface Places {
  readonly count: number;
  readonly placeOf: Int32Array;
  readonly neighbours: Neighbours;
  readonly surfaces: Float64Array;
}

export interface Heat {
  readonly levels: readonly HeatLevel[];
  /** To one digit, of hot and cold places only: all of them to the last digit would give the counts back. */
  readonly z: readonly (number | null)[];
  readonly reasons: readonly (UndefinedReason | null)[];
  readonly undefinedReason: UndefinedReason | null;
  readonly mean: number | null;
  readonly standardDeviation: number | null;
  readonly n: number;
}

/** Gi* of each place with false ones kept in check. A place is told hot only where it and its neighbours hold enough incidents to be shown. */
export function heatOf(values: Float64Array, { neighbours }: Places, counts: Float64Array, smallestCount: number): Heat {
  const result = getisOrd(values, neighbours);
  if (isUndefined(result)) {
    const nothing = {
      levels: Array.from(values, (): HeatLevel => 'unknown'),
      z: Array.from(values, () => null),
      reasons: Array.from(values, () => result.undefined),
    };
    return { ...nothing, undefinedReason: result.undefined, mean: null, standardDeviation: null, n: 0 };
  }
  const flags = falseDiscoveryFlags(result.p);
  const levels = Array.from(values, (_, place): HeatLevel => {
    const z = result.z[place] ?? Number.NaN;
    if (Number.isNaN(z)) return 'unknown';
    if (!flags[place]) return 'none';
    if (z < 0) return 'cold';
    return sumAround(counts, neighbours, place) >= smallestCount ? 'hot' : 'none';
  });
  return {
    levels,
    z: levels.map((level, place) => (level === 'hot' || level === 'cold' ? Math.round((result.z[place] ?? 0) * 10) / 10 : null)),
    reasons: levels.map((level, place) => (level === 'unknown' ? reasonAt(result, values, place) : null)),
    ...{ undefinedReason: null, mean: result.mean, standardDeviation: result.standardDeviation, n: result.n },
  };
}

/** Incidents of a place and its neighbours. */
export function sumAround(counts: Float64Array, { starts, list }: Neighbours, place: number): number {
  let sum = counts[place] ?? 0;
  for (let at = starts[place] ?? 0; at < (starts[place + 1] ?? 0); at += 1) sum += counts[list[at] ?? 0] ?? 0;
  return sum;
}

/** Small counts, and those that would give a small one away beside the total. */
export function hiddenPlaces(counts: Float64Array, smallestCount: number): ReadonlySet<number> {
  const list = Array.from(counts);
  const { hiding, isSafe } = hideInList(list, smallestCount);
  return new Set(list.flatMap((count, place) => ((isSafe ? hiding[place] !== null : count > 0) ? [place] : [])));
}
