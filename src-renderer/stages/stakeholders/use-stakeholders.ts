import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import {
  gridPlaces,
  type ResidentGroup,
  residentGroups,
  type Stakeholder,
  type StakeholderKind,
  type StakeholderSector,
  stakeholderKinds,
  stakeholderSectors,
} from '#shared/domain/stakeholders.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';

export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

/** Sectors, kinds, resident groups and places on the grid, in words. */
export function useStakeholderWords() {
  const { t, formats } = useTexts();
  return useMemo(() => {
    const sectors = stakeholderSectors.map((value): Option<StakeholderSector> => ({ value, label: t(`sector.${value}`) }));
    const kinds = stakeholderKinds.map((value): Option<StakeholderKind> => ({ value, label: t(`stakeholderKind.${value}`) }));
    const groups = residentGroups.map((value): Option<ResidentGroup> => ({ value, label: t(`residentGroup.${value}`) }));
    const places = new Map(gridPlaces.map((place) => [place, t(`gridPlace.${place}`)]));
    const list = new Intl.ListFormat(formats.language, { style: 'short', type: 'conjunction' });
    return {
      // «Other» stays last, whatever the language calls it.
      sectors: sectors.sort((a, b) => Number(a.value === 'other') - Number(b.value === 'other') || formats.compare(a.label, b.label)),
      kinds,
      groups,
      placeName: (place: Stakeholder['gridPlace']) => places.get(place) ?? '',
      groupNames: (chosen: readonly ResidentGroup[]) => list.format(groups.filter(({ value }) => chosen.includes(value)).map(({ label }) => label)),
    };
  }, [t, formats]);
}

/** The register; undefined while it is being read. */
export function useStakeholders(): Stakeholder[] | undefined {
  const { queries } = useEngine();
  return useQuery(queries.stakeholders.list.queryOptions()).data;
}

export interface Scores {
  readonly power: number | null;
  readonly interest: number | null;
}

/** Saves the facilitator's own rating. A median between two scores counts as the score on its side of the middle. */
export function useRate(): (id: string, scores: Scores, onError?: () => void) => void {
  const { queries } = useEngine();
  const { mutate } = useMutation(queries.stakeholders.rate.mutationOptions());
  return useMemo(
    () => (id, scores, onError) =>
      mutate({ id, rater: '', power: wholeScore(scores.power), interest: wholeScore(scores.interest) }, onError ? { onError } : {}),
    [mutate],
  );
}

/** The whole score that stands for a median: 2.5 is low, 3.5 is high, only 3 is in the middle. */
export function wholeScore(score: number | null): number | null {
  if (score === null) return null;
  return score > 3 ? Math.ceil(score) : Math.floor(score);
}
