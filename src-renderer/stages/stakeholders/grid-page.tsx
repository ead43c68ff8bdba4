import { Button } from '@mantine/core';
import { IconArrowRight, IconChartGridDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { PowerInterestBoard } from './power-interest-board.tsx';
import classes from './stakeholders.module.css';
import { useStakeholders } from './use-stakeholders.ts';

/** Power and interest as a picture that the room fills together. */
export function GridPage() {
  const { t } = useTexts();
  const stakeholders = useStakeholders();
  const next = (
    <Button component={Link} to="/stakeholders/missing" rightSection={<IconArrowRight size="1.1rem" stroke={1.6} aria-hidden className={classes.arrow} />}>
      {t('grid.next')}
    </Button>
  );
  return (
    <StagePage title={t('section.grid')} purpose={t('grid.purpose')} actions={stakeholders && stakeholders.length > 0 ? next : null} wide>
      {stakeholders?.length === 0 ? (
        <Panel>
          <EmptyState
            icon={IconChartGridDots}
            title={t('grid.empty.title')}
            action={
              <Button component={Link} to="/stakeholders">
                {t('grid.empty.action')}
              </Button>
            }
          >
            {t('grid.empty.body')}
          </EmptyState>
        </Panel>
      ) : null}
      {stakeholders && stakeholders.length > 0 ? <PowerInterestBoard stakeholders={stakeholders} /> : null}
    </StagePage>
  );
}
