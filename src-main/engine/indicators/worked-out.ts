import type { ObservationInput } from '#shared/domain/indicators.ts';
import { agreesWithRatio, indicatorEstimate, indicatorRatio } from '#shared/methods/indicator-interval.ts';
import type { DefinitionFacts } from './definition-facts.ts';

type Figures = Pick<ObservationInput, 'value' | 'low' | 'high' | 'numerator' | 'denominator' | 'sampleSize'>;

/** Value and limits that numerator and denominator give by the definition's rule; null where they give none. */
function given(figures: Figures, { intervalMethod, multiplier }: DefinitionFacts): { value: number; low: number | null; high: number | null } | null {
  if (multiplier === null) return null;
  if (intervalMethod) return indicatorEstimate(figures, intervalMethod, multiplier);
  const value = indicatorRatio(figures.numerator, figures.denominator, multiplier);
  return value === null ? null : { value, low: null, high: null };
}

/**
 * A value with what its numerator and denominator give filled in: what was worked out before follows them, what a person typed stays.
 * Limits are worked out only for a value that they belong to.
 */
export function workedOut<Input extends Figures>(before: Figures | null, after: Input, facts: DefinitionFacts): Input {
  const now = given(after, facts);
  const then = before && given(before, facts);
  const wasWorkedOut = (field: 'value' | 'low' | 'high') =>
    then !== null && then !== undefined && before?.[field] === then[field] && after[field] === before[field];
  const value = after.value === null || wasWorkedOut('value') ? (now?.value ?? (wasWorkedOut('value') ? null : after.value)) : after.value;
  const areLimitsOwn = (after.low !== null && !wasWorkedOut('low')) || (after.high !== null && !wasWorkedOut('high'));
  if (areLimitsOwn) return { ...after, value };
  const belongs = now !== null && (value === now.value || agreesWithRatio(value, now.value) === true);
  return { ...after, value, low: belongs ? now.low : null, high: belongs ? now.high : null };
}
