import { Button } from '@mantine/core';
import { IconPlus, IconTargetArrow } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SavedNumberInput } from '../../ui/saved-number.tsx';
import { SavedTextarea, SavedTextInput } from '../../ui/saved-text.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { ChecksPanel } from './checks-panel.tsx';
import { MeasureDrawer } from './measure-drawer.tsx';
import { ObjectiveCard } from './objective-card.tsx';
import classes from './plan-page.module.css';

/** Vision, objectives and measures, with what is missing beside them. */
export function PlanPage() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const policy = useQuery(queries.policy.get.queryOptions()).data;
  const objectives = useQuery(queries.policy.objectives.queryOptions()).data;
  const measures = useQuery(queries.policy.measures.queryOptions()).data ?? [];
  const update = useMutation(queries.policy.update.mutationOptions());
  const addObjective = useMutation(queries.policy.addObjective.mutationOptions());
  const [measureId, setMeasureId] = useState<string | null>(null);
  const add = (
    <Button leftSection={<IconPlus size="1.1rem" aria-hidden />} onClick={() => addObjective.mutate({})}>
      {t('policy.addObjective')}
    </Button>
  );

  return (
    <StagePage title={t('policy.title')} purpose={t('policy.purpose')} actions={objectives && objectives.length > 0 ? add : null} wide>
      <div className={classes.columns}>
        <div className={classes.plan}>
          <Panel title={t('policy.vision')}>
            {policy ? (
              <div className={classes.vision}>
                <SavedTextInput label={t('policy.name')} value={policy.title} onSave={(title) => update.mutate({ title })} className={classes.name} />
                <SavedNumberInput
                  label={t('policy.from')}
                  value={policy.startYear}
                  onSave={(startYear) => update.mutate({ startYear })}
                  min={1900}
                  max={2200}
                  allowDecimal={false}
                  thousandSeparator=""
                  w="6.5rem"
                />
                <SavedNumberInput
                  label={t('policy.to')}
                  value={policy.endYear}
                  onSave={(endYear) => update.mutate({ endYear })}
                  min={1900}
                  max={2200}
                  allowDecimal={false}
                  thousandSeparator=""
                  w="6.5rem"
                />
                <SavedTextarea
                  label={t('policy.visionLabel')}
                  description={t('policy.visionNote')}
                  value={policy.vision}
                  onSave={(vision) => update.mutate({ vision })}
                  className={classes.whole}
                />
              </div>
            ) : null}
          </Panel>
          {objectives?.length === 0 ? (
            <Panel>
              <EmptyState icon={IconTargetArrow} title={t('policy.empty.title')} action={add}>
                {t('policy.empty.body')}
              </EmptyState>
            </Panel>
          ) : null}
          {objectives?.map((objective, index) => (
            <ObjectiveCard
              key={objective.id}
              number={index + 1}
              objective={objective}
              measures={measures.filter((measure) => measure.objectiveId === objective.id)}
              onOpenMeasure={setMeasureId}
            />
          ))}
        </div>
        <ChecksPanel onOpenMeasure={setMeasureId} />
      </div>
      <MeasureDrawer measure={measures.find((measure) => measure.id === measureId) ?? null} onClose={() => setMeasureId(null)} />
    </StagePage>
  );
}
