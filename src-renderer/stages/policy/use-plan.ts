import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Measure } from '#shared/domain/policy.ts';
import { planNumbers, planTree } from '#shared/methods/plan-tree.ts';
import { useEngine, useProject } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';

/** Pillars, objectives and measures as the plan is read, with their numbers; `isReady` once all of it is there. */
export function usePlan() {
  const { queries } = useEngine();
  const pillars = useQuery(queries.policy.pillars.queryOptions()).data;
  const objectives = useQuery(queries.policy.objectives.queryOptions()).data;
  const measures = useQuery(queries.policy.measures.queryOptions()).data;
  return useMemo(() => {
    const tree = planTree(pillars ?? [], objectives ?? [], measures ?? []);
    return {
      pillars: pillars ?? [],
      objectives: objectives ?? [],
      measures: measures ?? [],
      tree,
      numbers: planNumbers(tree),
      isReady: pillars !== undefined && objectives !== undefined && measures !== undefined,
    };
  }, [pillars, objectives, measures]);
}

/** Bodies of the register by name. */
export function useBodies() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const stakeholders = useQuery(queries.stakeholders.list.queryOptions()).data;
  return useMemo(() => {
    const names = new Map((stakeholders ?? []).map(({ id, name }) => [id, name || t('policy.untitled')]));
    return {
      options: [...names].map(([value, label]) => ({ value, label })),
      nameOf: (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null)),
    };
  }, [stakeholders, t]);
}

export function useCityCurrency(): string {
  return useProject()?.city.currency ?? '';
}

/** Writes amounts of a measure in its own currency, else in the city's. */
export function useMoney(measure: Pick<Measure, 'currency'> | null = null): (value: number | null) => string {
  const { formats } = useTexts();
  const currency = useCityCurrency();
  return (value) => formats.money(value, measure?.currency || currency);
}

/** `Jul 2026 – Jun 2028`, by years where months are not known, or what is known of it. */
export function usePeriodText(): (measure: Pick<Measure, 'startYear' | 'endYear' | 'startsOn' | 'endsOn'>) => string {
  const { formats } = useTexts();
  return ({ startYear, endYear, startsOn, endsOn }) => {
    const end = (month: string, year: number | null) => (month ? `${formats.monthName(Number(month.slice(5, 7)))} ${year}` : String(year ?? '…'));
    if (startYear === null && endYear === null) return '–';
    if (startYear === endYear && !startsOn && !endsOn) return String(startYear);
    const joint = startsOn || endsOn ? ' – ' : '–';
    return `${end(startsOn, startYear)}${joint}${end(endsOn, endYear)}`;
  };
}
