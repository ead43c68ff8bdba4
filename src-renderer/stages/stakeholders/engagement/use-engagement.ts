import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type EngagementLevel, engagementLevels } from '#shared/domain/engagement.ts';
import type { Stakeholder } from '#shared/domain/stakeholders.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';

/** Levels in words, from hearing to deciding. */
export function useLevels(): readonly { value: EngagementLevel; label: string }[] {
  const { t } = useTexts();
  return useMemo(() => engagementLevels.map((value) => ({ value, label: t(`engagementLevel.${value}`) })), [t]);
}

/** Who may be responsible: roles of the team first, then bodies of the register; anything else may be typed. */
export function useResponsible(stakeholders: readonly Stakeholder[]): string[] {
  const { queries } = useEngine();
  const city = useQuery(queries.project.city.queryOptions()).data;
  return useMemo(() => {
    const team = (city?.team ?? []).map(({ name, role }) => name || role);
    return [...new Set([...team, ...stakeholders.map(({ name }) => name)])].filter((name) => name !== '');
  }, [city, stakeholders]);
}
