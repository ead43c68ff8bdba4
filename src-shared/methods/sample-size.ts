import { type Known, undefinedAs } from '../domain/figure-facts.ts';
import { z95 } from './proportions.ts';

/** Version of the arithmetic below, kept with every figure. */
export const sampleSizeVersion = '1';

export interface SampleWish {
  /** Share expected, 0-1; 0.5 is the careful choice. */
  readonly expectedShare: number;
  /** Margin wanted either side, 0-1. */
  readonly margin: number;
  /** How many times larger than by simple random draw; 1 for one. */
  readonly designEffect: number;
  /** People to draw from; null = not known or very many. */
  readonly population: number | null;
  /** Share of those drawn who will answer, 0-1. */
  readonly response: number;
}
export interface SamplePlan {
  readonly simple: number;
  readonly withDesign: number;
  readonly corrected: number;
  /** Answers needed, rounded up once. */
  readonly answers: number;
  /** People to draw. */
  readonly draw: number;
}

/**
 * How many people to ask so that a share is known to within the margin at 95 % (Kish 1965): n₀ = z²p(1−p)/e², × design effect, finite
 * correction n/(1 + (n−1)/N), rounded up at the end; then ÷ expected response, rounded up. Undefined for a margin, design effect,
 * response or population that is no positive number.
 */
export function sampleSizeFor({ expectedShare: p, margin, designEffect, population, response }: SampleWish): Known<SamplePlan> {
  if (!(margin > 0) || !(designEffect > 0) || !(response > 0 && response <= 1) || !(p >= 0 && p <= 1)) return undefinedAs('not-stated');
  if (population !== null && !(population >= 1)) return undefinedAs('no-population');
  const simple = (z95 * z95 * p * (1 - p)) / (margin * margin);
  const withDesign = simple * designEffect;
  // Below one answer there is nothing to correct: a share of 0 or 1 among a single person would be 0 ÷ 0.
  const corrected = population === null || withDesign <= 1 ? withDesign : withDesign / (1 + (withDesign - 1) / population);
  // Nobody answers for all, and nobody can be asked twice.
  const answers = Math.min(Math.max(1, roundedUp(corrected)), population === null ? Number.POSITIVE_INFINITY : Math.floor(population));
  return { simple, withDesign, corrected, answers, draw: roundedUp(answers / response) };
}

/** Up to the next whole number, but not for a speck left by binary arithmetic. */
function roundedUp(value: number): number {
  return Math.ceil(value - 1e-9);
}
