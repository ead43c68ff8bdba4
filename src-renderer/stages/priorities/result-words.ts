import { useCallback } from 'react';
import type { Priority, PriorityResult } from '#shared/domain/priorities.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { placeOf } from './standing.ts';

export interface RankedOption {
  readonly option: Priority;
  readonly result: PriorityResult;
}

/** Options with their results, most dots first; level ones in the order of the list. */
export function byRank(options: readonly Priority[], results: readonly PriorityResult[]): RankedOption[] {
  const known = new Map(results.map((result) => [result.priorityId, result]));
  return options
    .flatMap((option) => {
      const result = known.get(option.id);
      return result ? [{ option, result }] : [];
    })
    .sort((a, b) => b.result.dots - a.result.dots);
}

/** How much an option was given, in words: dots, or points of a ranking. */
export function useGivenText(unit: 'dots' | 'points') {
  const { t, formats } = useTexts();
  return useCallback(
    (given: number) => {
      const count = Number.isInteger(given) ? formats.count(given) : formats.decimal(given);
      return unit === 'dots' ? t('result.dots', { count: given, dots: count }) : t('results.points', { count: given, points: count });
    },
    [t, formats, unit],
  );
}

/** A place in words: «2», or «2=» where it is shared. */
export function usePlaceText(results: readonly PriorityResult[]) {
  const { t, formats } = useTexts();
  return useCallback(
    (priorityId: string, by: 'rank' | 'equalGroupRank') => {
      const standing = placeOf(results, priorityId, by);
      if (!standing) return '–';
      const place = formats.count(standing.place);
      return standing.isShared ? t('result.shared', { place }) : place;
    },
    [t, formats, results],
  );
}
