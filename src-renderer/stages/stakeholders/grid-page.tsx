import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowRight, IconChartGridDots, IconListNumbers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { ChangeView } from './grid/change-view.tsx';
import classes from './grid/grid.module.css';
import { PowerInterestBoard } from './grid/power-interest-board.tsx';
import { SpreadView } from './grid/spread-view.tsx';
import shared from './stakeholders.module.css';
import { hasOtherRaters, useStakeholders } from './use-stakeholders.ts';

const modes = ['together', 'all', 'change'] as const;
type Mode = (typeof modes)[number];

/** Power and interest as a picture: placed together by the room, as all raters see it, or then and now. */
export function GridPage() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const stakeholders = useStakeholders();
  const sources = useQuery(queries.stakeholders.ratingSources.queryOptions()).data;
  const [asked, setMode] = useState<Mode | null>(null);
  const isRead = stakeholders !== undefined && sources !== undefined;
  const mode = asked ?? (stakeholders?.some(hasOtherRaters) ? 'all' : 'together');
  const control = (
    <SegmentedControl
      aria-label={t('grid.mode')}
      className={classes.modes}
      value={mode}
      onChange={(value) => setMode(modes.find((one) => one === value) ?? 'together')}
      data={modes.map((value) => ({ value, label: t(`grid.mode.${value}`) }))}
    />
  );
  const actions = (
    <>
      <Button component={Link} to="/stakeholders/ratings" variant="default" leftSection={<IconListNumbers size="1.1rem" stroke={1.6} aria-hidden />}>
        {t('grid.typeRatings')}
      </Button>
      <Button component={Link} to="/stakeholders/salience" rightSection={<IconArrowRight size="1.1rem" stroke={1.6} aria-hidden className={shared.arrow} />}>
        {t('grid.nextSalience')}
      </Button>
    </>
  );
  return (
    <StagePage
      title={t('section.grid')}
      purpose={t(mode === 'together' ? 'grid.purpose' : `grid.purpose.${mode}`)}
      actions={stakeholders && stakeholders.length > 0 ? actions : null}
      wide
    >
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
      {isRead && stakeholders.length > 0 ? (
        <>
          {mode === 'together' ? (
            <>
              <div className={classes.controls}>
                {control}
                {stakeholders.some(hasOtherRaters) ? <p className={classes.hint}>{t('grid.together.others')}</p> : null}
              </div>
              <PowerInterestBoard stakeholders={stakeholders} />
            </>
          ) : null}
          {mode === 'all' ? <SpreadView stakeholders={stakeholders} sources={sources} modes={control} /> : null}
          {mode === 'change' ? <ChangeView stakeholders={stakeholders} sources={sources} modes={control} /> : null}
        </>
      ) : null}
    </StagePage>
  );
}
