import { useMemo } from 'react';
import type { ScoreOrigin } from '#shared/domain/criteria.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { useFigureWords } from './figure-words.ts';

/** Where a figure comes from: in a word under the figure, and in a sentence beside it. */
export function useOriginText() {
  const { t, formats } = useTexts();
  const { list } = useFigureWords();
  return useMemo(() => {
    const years = (origin: Extract<ScoreOrigin, { kind: 'counted' }>) =>
      origin.firstYear === null || origin.lastYear === null
        ? ''
        : t('criteria.origin.years', { first: String(origin.firstYear), last: String(origin.lastYear) });
    const counted = (origin: Extract<ScoreOrigin, { kind: 'counted' }>) =>
      [
        origin.areas === 0 ? t(`criteria.origin.${origin.what}.city`) : t(`criteria.origin.${origin.what}`, { count: origin.areas }),
        origin.groups.length > 0 ? t('criteria.origin.only', { groups: list(origin.groups.map((group) => t(`offenceGroup.${group}`))) }) : '',
        years(origin),
        origin.weights ? t('criteria.origin.weights', { name: origin.weights }) : '',
        origin.roundedTo === null ? '' : t('criteria.origin.rounded', { step: formats.count(origin.roundedTo) }),
      ]
        .filter(Boolean)
        .join(' ');
    return {
      short: (origin: ScoreOrigin): string => t(`criteria.short.${origin.kind}`),
      long: (origin: ScoreOrigin): string => {
        if (origin.kind === 'counted') return counted(origin);
        if (origin.kind === 'groups') return t('criteria.origin.groups', { count: origin.count });
        if (origin.kind === 'ballot') return t('criteria.origin.ballot', { question: origin.question, people: formats.count(origin.people) });
        if (origin.kind === 'judged') return t('criteria.origin.judged', { day: origin.ratedOn ? formats.day(origin.ratedOn) : '–' });
        return t('criteria.origin.none');
      },
    };
  }, [t, formats, list]);
}
