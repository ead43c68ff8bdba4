import { type Known, undefinedAs } from '../domain/figure-facts.ts';

/** Version of the arithmetic below, kept with every figure. */
export const predictionAccuracyVersion = '1';

export interface PredictionCheck {
  /** Later incidents inside the areas drawn from the earlier period, and all later ones. */
  readonly laterInside: number;
  readonly later: number;
  /** Surface of those areas and of the whole, in the same unit. */
  readonly hotArea: number;
  readonly wholeArea: number;
}

/** Prediction accuracy index (Chainey, Tompson & Uhlig 2008): share of later incidents inside ÷ share of the surface. 1 = no better than chance; at most wholeArea / hotArea. */
export function predictionAccuracy({ laterInside, later, hotArea, wholeArea }: PredictionCheck): Known<number> {
  if (!(later > 0)) return undefinedAs('no-later-cases');
  if (!(hotArea > 0)) return undefinedAs('no-hot-cells');
  if (!(wholeArea > 0)) return undefinedAs('no-area-size');
  return laterInside / later / (hotArea / wholeArea);
}

/**
 * Recapture rate index (Levine 2008): density inside the areas later ÷ earlier, each as a share of its period, so that more or fewer
 * incidents overall do not move it. Undefined where nothing lay inside earlier or there is no later incident.
 */
export function recaptureRate(earlier: { inside: number; all: number }, later: { inside: number; all: number }): Known<number> {
  if (!(later.all > 0)) return undefinedAs('no-later-cases');
  if (!(earlier.inside > 0) || !(earlier.all > 0)) return undefinedAs('no-hot-cells');
  return later.inside / later.all / (earlier.inside / earlier.all);
}
