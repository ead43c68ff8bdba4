import { Button, Skeleton } from '@mantine/core';
import { IconTableColumn } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { FigureChoicePanel } from './figures/figure-choice-panel.tsx';
import classes from './figures/figures.module.css';
import { FiguresMap } from './figures/figures-map.tsx';
import { FiguresTable } from './figures/figures-table.tsx';
import { FiguresTrend } from './figures/figures-trend.tsx';
import { useFigureChoice } from './figures/use-figure-choice.ts';

/** Tables of statistics that came in: one series by one breakdown, over the years, on the map where areas are known. */
export function FiguresPage() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const tables = useQuery(queries.figures.tables.queryOptions()).data;
  const choice = useFigureChoice(tables);
  const { table } = choice;
  return (
    <StagePage wide title={t('section.figures')} purpose={t('figures.purpose')}>
      {tables === undefined ? (
        <Skeleton height="30rem" />
      ) : !table ? (
        <Panel>
          <EmptyState
            icon={IconTableColumn}
            title={t('figures.empty.title')}
            action={
              <Button component={Link} to="/import/figures">
                {t('import.title.figures')}
              </Button>
            }
          >
            {t('figures.empty.body')}
          </EmptyState>
        </Panel>
      ) : (
        <>
          <FigureChoicePanel tables={tables} choice={choice} />
          <div className={classes.grid}>
            <FiguresTrend table={table} choice={choice} />
            {choice.layerId === null ? null : <FiguresMap table={table} choice={choice} />}
          </div>
          <FiguresTable table={table} choice={choice} />
        </>
      )}
    </StagePage>
  );
}
