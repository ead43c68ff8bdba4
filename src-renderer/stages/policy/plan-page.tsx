import { Button } from '@mantine/core';
import { IconColumns3, IconPlus, IconTargetArrow } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Measure, Objective } from '#shared/domain/policy.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { useReveal } from '../../app/wanted-object.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { ChecksPanel } from './checks-panel.tsx';
import { MeasureDrawer } from './measure/measure-drawer.tsx';
import { ObjectiveCard } from './plan/objective-card.tsx';
import { PillarHead } from './plan/pillar-head.tsx';
import planClasses from './plan/plan.module.css';
import { VisionPanel } from './plan/vision-panel.tsx';
import classes from './plan-page.module.css';
import { usePlan } from './use-plan.ts';

/** Vision, principles, pillars, objectives and measures, with what is missing beside them. */
export function PlanPage() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { tree, pillars, objectives, measures, isReady } = usePlan();
  const addObjective = useMutation(queries.policy.addObjective.mutationOptions());
  const addPillar = useMutation(queries.policy.addPillar.mutationOptions());
  const [measureId, setMeasureId] = useState<string | null>(null);
  const wanted = useReveal(isReady);
  const isMeasure = measures.some(({ id }) => id === wanted);
  useEffect(() => {
    if (wanted !== null && isMeasure) setMeasureId(wanted);
  }, [wanted, isMeasure]);

  const add = (pillarId: string | null) => addObjective.mutate(pillarId === null ? {} : { pillarId });
  const addButton = (
    <Button leftSection={<IconPlus size="1.1rem" aria-hidden />} onClick={() => add(null)}>
      {t('policy.addObjective')}
    </Button>
  );
  const card = (objective: Objective, number: string, own: readonly { measure: Measure; number: string }[]) => (
    <ObjectiveCard key={objective.id} number={number} objective={objective} measures={own} onOpenMeasure={setMeasureId} />
  );
  // An impact with measures of its own stands among the branches.
  const branching = new Set(tree.branches.flatMap(({ objectives: own }) => own.map(({ objective }) => objective.id)));

  return (
    <StagePage title={t('policy.title')} purpose={t('policy.purpose')} actions={objectives.length > 0 ? addButton : null} wide>
      <div className={classes.columns}>
        <div className={classes.plan}>
          <VisionPanel />
          {isReady && objectives.length === 0 ? (
            <Panel>
              <EmptyState icon={IconTargetArrow} title={t('policy.empty.title')} action={addButton}>
                {t('policy.empty.body')}
              </EmptyState>
            </Panel>
          ) : null}
          {tree.impacts.filter(({ id }) => !branching.has(id)).map((objective) => card(objective, '', []))}
          {tree.branches.map((branch) => (
            <section key={branch.pillar?.id ?? ''} className={classes.plan} aria-label={branch.pillar?.title || t('policy.noPillar')}>
              {branch.pillar ? <PillarHead pillar={branch.pillar} pillars={pillars} /> : null}
              {branch.pillar === null && pillars.length > 0 ? <h2 className={planClasses.noPillar}>{t('policy.noPillar')}</h2> : null}
              {branch.objectives.map(({ objective, number, measures: own }) => card(objective, number, own))}
              {branch.pillar ? (
                <div>
                  <Button variant="subtle" leftSection={<IconPlus size="1.1rem" aria-hidden />} onClick={() => add(branch.pillar?.id ?? null)}>
                    {t('policy.addObjectiveHere')}
                  </Button>
                </div>
              ) : null}
            </section>
          ))}
          {isReady ? (
            <div className={planClasses.adds}>
              <Button variant="default" leftSection={<IconColumns3 size="1.1rem" stroke={1.6} aria-hidden />} onClick={() => addPillar.mutate({})}>
                {t('policy.addPillar')}
              </Button>
            </div>
          ) : null}
        </div>
        <ChecksPanel onOpenMeasure={setMeasureId} />
      </div>
      <MeasureDrawer measure={measures.find((measure) => measure.id === measureId) ?? null} onClose={() => setMeasureId(null)} />
    </StagePage>
  );
}
