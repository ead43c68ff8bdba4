import { useMemo } from 'react';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import type { NamedRater } from './add-rater.tsx';

export const sameRater = (a: Pick<NamedRater, 'rater' | 'groupId'>, b: Pick<NamedRater, 'rater' | 'groupId'>): boolean =>
  a.rater === b.rater && a.groupId === b.groupId;

/** What a rater and the rater's group are called; nobody in particular is the room together. */
export function useRaterWords() {
  const { t } = useTexts();
  return useMemo(() => {
    const group = ({ groupId, groupName }: NamedRater) => (groupId === null ? '' : groupName || t('ratings.goneGroup'));
    return {
      group,
      name: (rater: NamedRater) => rater.rater || (rater.groupId === null ? t('ratings.room') : t('ratings.wholeGroup')),
      full: (rater: NamedRater) => [rater.rater || (rater.groupId === null ? t('ratings.room') : ''), group(rater)].filter(Boolean).join(' · '),
    };
  }, [t]);
}
