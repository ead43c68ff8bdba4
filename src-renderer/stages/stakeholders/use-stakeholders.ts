import { useMutation, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Area } from '#shared/domain/areas.ts';
import {
  gridPlaces,
  type RatingDimension,
  type ResidentGroup,
  ratingDimensions,
  residentGroups,
  type SalienceClass,
  type Stakeholder,
  type StakeholderKind,
  type StakeholderLevel,
  type StakeholderSector,
  salienceClasses,
  stakeholderKinds,
  stakeholderLevels,
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
    const levels = stakeholderLevels.map((value): Option<StakeholderLevel> => ({ value, label: t(`stakeholderLevel.${value}`) }));
    const dimensions = new Map(ratingDimensions.map((dimension) => [dimension, t(`field.${dimension}`)]));
    const classes = new Map(salienceClasses.map((name) => [name, t(`salience.${name}`)]));
    const groups = residentGroups.map((value): Option<ResidentGroup> => ({ value, label: t(`residentGroup.${value}`) }));
    const places = new Map(gridPlaces.map((place) => [place, t(`gridPlace.${place}`)]));
    const list = new Intl.ListFormat(formats.language, { style: 'short', type: 'conjunction' });
    return {
      // «Other» stays last, whatever the language calls it.
      sectors: sectors.sort((a, b) => Number(a.value === 'other') - Number(b.value === 'other') || formats.compare(a.label, b.label)),
      kinds,
      levels,
      groups,
      dimension: (dimension: RatingDimension) => dimensions.get(dimension) ?? '',
      className: (name: SalienceClass) => classes.get(name) ?? '',
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

/** Areas of every layer by id, and as options. Empty while they are being read. */
export function useAreaOptions(): { options: { value: string; label: string }[]; nameOf: (id: string) => string } {
  const { queries } = useEngine();
  const layers = useQuery(queries.areas.layers.queryOptions()).data;
  const areas = useQueries({ queries: (layers ?? []).map((layer) => queries.areas.list.queryOptions({ input: { layerId: layer.id } })), combine: areasOf });
  return useMemo(() => {
    const names = new Map(areas.map(({ id, name }) => [id, name]));
    return { options: areas.map(({ id, name }) => ({ value: id, label: name })), nameOf: (id: string) => names.get(id) ?? '' };
  }, [areas]);
}

const areasOf = (lists: readonly { readonly data: readonly Area[] | undefined }[]): Area[] => lists.flatMap(({ data }) => data ?? []);

/** Somebody besides the room itself has rated this body, so that its medians are more than the room's placing. */
export function hasOtherRaters(stakeholder: Pick<Stakeholder, 'raterCount' | 'own'>): boolean {
  return stakeholder.raterCount > (stakeholder.own ? 1 : 0);
}

/** This day where the facilitator sits. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), String(now.getMonth() + 1).padStart(2, '0'), String(now.getDate()).padStart(2, '0')].join('-');
}
