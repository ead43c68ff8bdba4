import { Button } from '@mantine/core';
import { IconArrowRight, IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import classes from './compare/compare.module.css';
import { GroupsPanel } from './compare/groups-panel.tsx';
import { RankingPanel } from './compare/ranking-panel.tsx';
import { SteadinessPanel } from './compare/steadiness-panel.tsx';
import { SwingPanel } from './compare/swing-panel.tsx';

/** What the criteria weigh, what comes first by them, and how steady that is. */
export function ComparePage() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const weighing = useQuery(queries.criteria.weighing.queryOptions()).data;
  const isBare = weighing?.why === 'no-options' || weighing?.why === 'no-criteria';
  return (
    <StagePage
      title={t('section.compare')}
      purpose={t('compare.purpose')}
      wide
      actions={
        weighing && weighing.why === null ? (
          <Button component={Link} to="/priorities/decision" rightSection={<IconArrowRight size="1.1rem" stroke={1.6} aria-hidden className={classes.arrow} />}>
            {t('compare.next')}
          </Button>
        ) : null
      }
    >
      {weighing && isBare ? (
        <Panel>
          <EmptyState
            icon={IconScale}
            title={t('compare.empty.title')}
            action={
              weighing.why === 'no-options' ? (
                <Button component={Link} to="/priorities">
                  {t('vote.empty.action')}
                </Button>
              ) : (
                <Button component={Link} to="/priorities/criteria">
                  {t('compare.empty.action')}
                </Button>
              )
            }
          >
            {t('compare.empty.body')}
          </EmptyState>
        </Panel>
      ) : null}
      {weighing && !isBare ? (
        <>
          <SwingPanel weighing={weighing} />
          {weighing.why === 'no-weights' ? <Notice>{t('compare.noWeights')}</Notice> : <RankingPanel weighing={weighing} />}
          {weighing.why === null ? <SteadinessPanel weighing={weighing} /> : null}
          {weighing.why === null ? <GroupsPanel weighing={weighing} /> : null}
        </>
      ) : null}
    </StagePage>
  );
}
