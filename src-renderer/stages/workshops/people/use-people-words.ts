import { useMemo } from 'react';
import { type AttributeName, ageBands, genders, type Participant, standings } from '#shared/domain/workshops.ts';
import type { TotalKind } from '#shared/methods/attendance-totals.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useAreas } from '../../profile/use-areas.ts';
import { useStakeholders, useStakeholderWords } from '../../stakeholders/use-stakeholders.ts';

/** People of a list and what they said of themselves, in words. On the projector nobody has a name. */
export function usePeopleWords() {
  const { t } = useTexts();
  const { isProjector } = usePreferences();
  const areas = useAreas();
  const stakeholders = useStakeholders();
  const { groups } = useStakeholderWords();
  return useMemo(() => {
    const bodies = (stakeholders ?? []).map(({ id, name }) => ({ value: id, label: name }));
    const bodyNames = new Map(bodies.map(({ value, label }) => [value, label]));
    const bodyOf = (id: string | null) => (id === null ? '' : (bodyNames.get(id) ?? ''));
    const nameless = ({ number }: Pick<Participant, 'number'>) => t('attendance.nameless', { number });
    const wordsOf = (kind: TotalKind, value: string): string => {
      if (value === '') return t(kind === 'institution' ? 'attendance.noBody' : 'attendance.notSaid');
      if (kind === 'institution') return bodyOf(value);
      if (kind === 'area') return areas.nameOf(value);
      if (kind === 'residentGroup') return groups.find((group) => group.value === value)?.label ?? value;
      return options[kind].find((option) => option.value === value)?.label ?? value;
    };
    const options: Record<Exclude<AttributeName, 'area'>, { value: string; label: string }[]> = {
      gender: genders.map((value) => ({ value, label: t(`attribute.gender.${value}`) })),
      ageBand: ageBands.map((value) => ({ value, label: t(`attribute.ageBand.${value}`) })),
      standing: standings.map((value) => ({ value, label: t(`attendance.standing.${value}`) })),
    };
    return {
      bodies,
      bodyOf,
      options,
      residentGroups: groups,
      areaOptions: areas.options,
      wordsOf,
      kindOf: (kind: TotalKind) => t(`attendance.by.${kind}`),
      nameless,
      nameOf: (participant: Pick<Participant, 'number' | 'name'>) => (isProjector || participant.name === '' ? nameless(participant) : participant.name),
      hidesNames: isProjector,
    };
  }, [t, areas, stakeholders, groups, isProjector]);
}
