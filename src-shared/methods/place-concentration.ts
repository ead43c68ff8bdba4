import { type Known, undefinedAs } from '../domain/figure-facts.ts';

/** Version of the arithmetic below, kept with every figure. */
export const placeConcentrationVersion = '1';

/** The top are this part of the places. */
const topPart = 0.05;

export interface PlaceConcentration {
  readonly places: number;
  readonly incidents: number;
  /** The fewest places that hold at least half of all, and the share they hold. */
  readonly fewestForHalf: number;
  readonly shareOfThose: number;
  /** Share in the top 5 % of places (at least one place). */
  readonly topShare: number;
  readonly topPlaces: number;
  /** 0 all alike … 1 − 1/n all in one. */
  readonly gini: number;
  /** G′ of Bernasco & Steenbeek 2017: allows for more places than incidents. Equal to `gini` where incidents are at least as many. */
  readonly generalisedGini: number;
  /** Cumulated share of incidents after each share of the places, most crowded first: [0, 0] … [1, 1]. */
  readonly curve: readonly (readonly [placeShare: number, incidentShare: number])[];
}

/**
 * How few places hold how much (Lorenz; Gini; Bernasco & Steenbeek 2017). Counts of every place, those without incidents too.
 * Undefined without places or incidents.
 */
export function placeConcentration(counts: readonly number[]): Known<PlaceConcentration> {
  const places = counts.length;
  const incidents = counts.reduce((sum, count) => sum + count, 0);
  if (places === 0 || !(incidents > 0)) return undefinedAs('no-cases');
  const falling = counts.toSorted((a, b) => b - a);
  const topPlaces = Math.max(1, Math.floor(places * topPart + 1e-9));
  const curve: [number, number][] = [[0, 0]];
  let held = 0;
  let fewestForHalf = 0;
  let shareOfThose = 0;
  let topShare = 0;
  let weightedRanks = 0;
  for (const [index, count] of falling.entries()) {
    held += count;
    curve.push([(index + 1) / places, held / incidents]);
    if (fewestForHalf === 0 && held * 2 >= incidents) {
      fewestForHalf = index + 1;
      shareOfThose = held / incidents;
    }
    if (index + 1 === topPlaces) topShare = held / incidents;
    weightedRanks += (places - index) * count;
  }
  const gini = (2 * weightedRanks) / (places * incidents) - (places + 1) / places;
  const factor = Math.max(places / incidents, 1);
  return { places, incidents, fewestForHalf, shareOfThose, topShare, topPlaces, gini, generalisedGini: factor * gini - factor + 1, curve };
}
