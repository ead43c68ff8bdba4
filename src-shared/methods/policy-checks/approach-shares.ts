import { approaches, type Measure } from '../../domain/policy.ts';
import type { ApproachShare } from '../../domain/policy-checks.ts';

type Weighed = Pick<Measure, 'approach' | 'totalCost' | 'hasOwnCurrency'>;

/** How measures and their money (in the city's currency) are spread over the approaches; measures without one come last, and only if there are any. */
export function approachShares(measures: readonly Weighed[]): ApproachShare[] {
  const costOf = (some: readonly Weighed[]) => {
    const costs = some.flatMap(({ totalCost, hasOwnCurrency }) => (totalCost === null || hasOwnCurrency ? [] : [totalCost]));
    return costs.length === 0 ? null : costs.reduce((sum, cost) => sum + cost, 0);
  };
  const all = costOf(measures);
  return [...approaches, null].flatMap((approach) => {
    const own = measures.filter((measure) => measure.approach === approach);
    if (approach === null && own.length === 0) return [];
    const cost = costOf(own);
    return [
      {
        ...{ approach, measures: own.length, cost },
        measureShare: measures.length === 0 ? 0 : own.length / measures.length,
        costShare: all === null || all <= 0 ? null : (cost ?? 0) / all,
      },
    ];
  });
}
