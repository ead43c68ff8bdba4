import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { Measure } from '#shared/domain/policy.ts';
import { budgetBy, budgetByYear } from '#shared/methods/plan-budget.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { useBodies, type usePlan } from '../use-plan.ts';
import classes from './budget.module.css';
import { type BudgetRow, BudgetTable } from './budget-table.tsx';
import { partsOf } from './stacked-bar.tsx';

const dimensions = ['year', 'pillar', 'objective', 'approach', 'owner'] as const;
type Dimension = (typeof dimensions)[number];

/** The same money by year, pillar, objective, kind of measure or owner. */
export function BudgetBy({ plan }: { plan: ReturnType<typeof usePlan> }) {
  const { t } = useTexts();
  const [chosen, choose] = useState<Dimension>('year');
  const rows = useRows(plan, chosen);
  return (
    <Panel title={t('budget.by')} plain>
      <div className={classes.tableHead}>
        <SegmentedControl
          aria-label={t('budget.by')}
          data={dimensions.map((value) => ({ value, label: t(`budget.by.${value}`) }))}
          value={chosen}
          onChange={(value) => choose(value as Dimension)}
        />
      </div>
      <BudgetTable caption={`${t('budget.by')}: ${t(`budget.by.${chosen}`)}`} head={t(`budget.by.${chosen}`)} rows={rows} />
    </Panel>
  );
}

function useRows(plan: ReturnType<typeof usePlan>, dimension: Dimension): BudgetRow[] {
  const { t } = useTexts();
  const { nameOf } = useBodies();
  if (dimension === 'year') {
    return budgetByYear(plan.measures).map(({ year, total, own, shared, external }) => ({
      key: String(year),
      label: year === null ? t('policy.noYear') : String(year),
      cost: total,
      parts: { own, shared, external, gap: Math.max(0, total - own - shared - external) },
    }));
  }
  const objectives = new Map(plan.objectives.map((objective) => [objective.id, objective]));
  const keyOf: Record<Exclude<Dimension, 'year'>, (measure: Measure) => string> = {
    pillar: (measure) => objectives.get(measure.objectiveId)?.pillarId ?? '',
    objective: (measure) => measure.objectiveId,
    approach: (measure) => measure.approach ?? '',
    owner: (measure) => measure.ownerId ?? '',
  };
  const label: Record<Exclude<Dimension, 'year'>, (key: string) => string> = {
    pillar: (key) => (key === '' ? t('policy.noPillar') : plan.pillars.find(({ id }) => id === key)?.title || t('policy.untitled')),
    objective: (key) => `${plan.numbers.get(key) ?? ''} ${objectives.get(key)?.title || t('policy.untitled')}`.trim(),
    approach: (key) => (key === '' ? t('budget.noApproach') : t(`approach.${key as NonNullable<Measure['approach']>}`)),
    owner: (key) => (key === '' ? t('budget.noOwner') : (nameOf(key) ?? t('policy.untitled'))),
  };
  // In the order in which the plan is read.
  const inOrder = plan.tree.branches.flatMap(({ objectives: own }) => own.flatMap(({ measures }) => measures.map(({ measure }) => measure)));
  return budgetBy(inOrder, keyOf[dimension])
    .map(({ key, sum }) => ({ key, label: label[dimension](key), cost: sum.cost, parts: partsOf(sum) }))
    .sort((a, b) => (dimension === 'approach' || dimension === 'owner' ? b.cost - a.cost : 0));
}
