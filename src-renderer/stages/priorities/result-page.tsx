import { Button } from '@mantine/core';
import { IconArrowRight, IconChartBar } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { usePreferences } from '../../app/preferences.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { ChosenPanel } from './chosen-panel.tsx';
import { GroupComparison } from './group-comparison.tsx';
import { RankingBars } from './ranking-bars.tsx';
import classes from './result-page.module.css';
import { useGivenText } from './result-words.ts';
import { SourceChoice } from './source-choice.tsx';

/** What the room decided: in all, by group, and what would change if every group weighed the same. */
export function ResultPage() {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const { isProjector } = usePreferences();
  const options = useQuery(queries.priorities.list.queryOptions()).data;
  const vote = useQuery(queries.priorities.result.queryOptions()).data;
  const givenText = useGivenText(vote?.decided.unit ?? 'dots');
  const dots = (vote?.results ?? []).reduce((sum, result) => sum + result.dots, 0);
  const people = vote?.decided.people ?? 0;
  const isTyped = vote?.decided.source.kind !== 'ballot';

  return (
    <StagePage
      title={t('section.result')}
      purpose={
        dots > 0
          ? isTyped
            ? t('result.counted', { dots: formats.count(dots), people: formats.count(people), groups: formats.count(vote?.groups.length) })
            : t('result.countedByBallot', { dots: givenText(dots), people: formats.count(people) })
          : t('result.purpose')
      }
      wide
      actions={
        dots > 0 && !isProjector ? (
          <Button component={Link} to="/policy" rightSection={<IconArrowRight size="1.1rem" stroke={1.6} aria-hidden className={classes.arrow} />}>
            {t('result.next')}
          </Button>
        ) : null
      }
    >
      {vote && options && dots === 0 ? (
        <Panel>
          <EmptyState
            icon={IconChartBar}
            title={t('result.empty.title')}
            action={
              options.length === 0 ? (
                <Button component={Link} to="/priorities">
                  {t('vote.empty.action')}
                </Button>
              ) : (
                <Button component={Link} to="/priorities/vote">
                  {t('result.empty.action')}
                </Button>
              )
            }
          >
            {t('result.empty.body')}
          </EmptyState>
        </Panel>
      ) : null}
      {vote && options && dots > 0 ? (
        <>
          {vote.problems.length > 0 && !isProjector ? (
            <Notice
              kind="caution"
              action={
                <Button component={Link} to="/priorities/vote" variant="default">
                  {t('result.problems.action')}
                </Button>
              }
            >
              {t('result.problems', { count: vote.problems.length })}
            </Notice>
          ) : null}
          {isProjector ? null : <SourceChoice decided={vote.decided} />}
          <RankingBars options={options} vote={vote} />
          {vote.groups.length > 1 ? <GroupComparison options={options} vote={vote} /> : null}
          {isProjector ? null : <ChosenPanel options={options} results={vote.results} />}
        </>
      ) : null}
    </StagePage>
  );
}
