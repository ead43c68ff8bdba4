import { Button } from '@mantine/core';
import { IconArrowRight, IconGavel } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import classes from './decision/decision.module.css';
import { DecisionPanel, RecordButton } from './decision/decision-panel.tsx';
import { OrderPanel } from './decision/order-panel.tsx';

/** Criteria and vote advise; here people decide, say why, and write down who saw it otherwise. */
export function DecisionPage() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const options = useQuery(queries.priorities.list.queryOptions()).data;
  const weighing = useQuery(queries.criteria.weighing.queryOptions()).data;
  const vote = useQuery(queries.priorities.result.queryOptions()).data;
  const decisions = useQuery(queries.criteria.decisions.queryOptions()).data;
  const { object } = useSearch({ strict: false });
  const isReady = options !== undefined && weighing !== undefined && vote !== undefined;
  useEffect(() => {
    if (!isReady || object === undefined) return;
    const line = document.getElementById(`priority-${object}`);
    line?.scrollIntoView({ block: 'center' });
    line?.querySelector('input')?.focus();
  }, [isReady, object]);
  const isFirst = decisions?.length === 0;
  const hasChosen = options?.some(({ isChosen }) => isChosen) ?? false;
  return (
    <StagePage
      title={t('section.decision')}
      purpose={t('decision.purpose')}
      wide
      actions={
        decisions && hasChosen ? (
          <>
            <RecordButton isFirst={isFirst ?? false} />
            {isFirst ? null : (
              <Button component={Link} to="/policy" rightSection={<IconArrowRight size="1.1rem" stroke={1.6} aria-hidden className={classes.arrow} />}>
                {t('result.next')}
              </Button>
            )}
          </>
        ) : null
      }
    >
      {options?.length === 0 ? (
        <Panel>
          <EmptyState
            icon={IconGavel}
            title={t('criteria.noOptions.title')}
            action={
              <Button component={Link} to="/priorities">
                {t('vote.empty.action')}
              </Button>
            }
          >
            {t('criteria.noOptions.body')}
          </EmptyState>
        </Panel>
      ) : null}
      {isReady && options.length > 0 ? <OrderPanel {...{ options, weighing, vote }} /> : null}
      {decisions?.map((decision, place) => (
        <DecisionPanel key={decision.id} decision={decision} isNewest={place === 0} />
      ))}
    </StagePage>
  );
}
