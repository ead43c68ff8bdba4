import { Button } from '@mantine/core';
import { IconSitemap } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { useReveal } from '../../app/wanted-object.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { LogframeTable } from './logframe/logframe-table.tsx';
import { ResultsChain } from './logframe/results-chain.tsx';
import { MeasureDrawer } from './measure/measure-drawer.tsx';
import { usePlan } from './use-plan.ts';

/** How the work leads to the change: the results chain as a picture, and the logframe as a table to work in. */
export function LogframePage() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const plan = usePlan();
  const policy = useQuery(queries.policy.get.queryOptions()).data;
  const [measureId, setMeasureId] = useState<string | null>(null);
  useReveal(plan.isReady);
  const isEmpty = plan.isReady && plan.objectives.length === 0;
  return (
    <StagePage title={t('section.logframe')} purpose={t('logframe.purpose')} wide>
      {isEmpty ? (
        <Panel>
          <EmptyState
            icon={IconSitemap}
            title={t('logframe.empty.title')}
            action={
              <Button component={Link} to="/policy">
                {t('policy.budgetEmpty.action')}
              </Button>
            }
          >
            {t('logframe.empty.body')}
          </EmptyState>
        </Panel>
      ) : null}
      {plan.isReady && policy && !isEmpty ? (
        <>
          <Panel title={t('logframe.chain')} note={t('logframe.chainNote')}>
            <ResultsChain tree={plan.tree} vision={policy.vision} onOpenMeasure={setMeasureId} />
          </Panel>
          <Panel title={t('logframe.table')} note={t('logframe.tableNote')} plain>
            <LogframeTable plan={plan} vision={policy.vision} onOpenMeasure={setMeasureId} />
          </Panel>
        </>
      ) : null}
      <MeasureDrawer measure={plan.measures.find(({ id }) => id === measureId) ?? null} onClose={() => setMeasureId(null)} />
    </StagePage>
  );
}
