import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconArrowRight, IconListNumbers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { ratingDimensions } from '#shared/domain/stakeholders.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Panel, StagePage } from '../../../ui/stage-page.tsx';
import { today, useStakeholders } from '../use-stakeholders.ts';
import { BodySheet } from './body-sheet.tsx';
import { RaterSheet } from './rater-sheet.tsx';
import { ScaleNote } from './rating-sheet.tsx';
import classes from './ratings.module.css';

const firstDay = '1950-01-01';

/** Ratings of several people, typed as fast as they are read out. */
export function RatingsPage() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const stakeholders = useStakeholders();
  const sources = useQuery(queries.stakeholders.ratingSources.queryOptions()).data;
  const asked = (useParams({ strict: false }) as { stakeholderId?: string }).stakeholderId;
  const [mode, setMode] = useState<'body' | 'rater'>('body');
  const [bodyId, setBodyId] = useState<string | null>(asked ?? null);
  const [typedDay, setTypedDay] = useState(today);
  const day = typedDay >= firstDay && typedDay <= today() ? typedDay : today();
  const stakeholder = stakeholders?.find(({ id }) => id === bodyId) ?? stakeholders?.[0];
  const next = (
    <Button component={Link} to="/stakeholders/grid" rightSection={<IconArrowRight size="1.1rem" stroke={1.6} aria-hidden className={classes.pointing} />}>
      {t('ratings.next')}
    </Button>
  );
  return (
    <StagePage title={t('section.ratings')} purpose={t('ratings.purpose')} actions={stakeholder ? next : null} wide>
      {stakeholders?.length === 0 ? (
        <Panel>
          <EmptyState
            icon={IconListNumbers}
            title={t('grid.empty.title')}
            action={
              <Button component={Link} to="/stakeholders">
                {t('grid.empty.action')}
              </Button>
            }
          >
            {t('ratings.empty')}
          </EmptyState>
        </Panel>
      ) : null}
      {stakeholders && stakeholder && sources ? (
        <>
          <div className={classes.bar}>
            <SegmentedControl
              aria-label={t('ratings.mode')}
              value={mode}
              onChange={(value) => setMode(value === 'rater' ? 'rater' : 'body')}
              data={[
                { value: 'body', label: t('ratings.mode.body') },
                { value: 'rater', label: t('ratings.mode.rater') },
              ]}
            />
            <TextInput
              type="date"
              label={t('ratings.day')}
              className={classes.day}
              min={firstDay}
              max={today()}
              value={typedDay}
              onChange={(event) => setTypedDay(event.currentTarget.value)}
            />
          </div>
          {mode === 'body' ? (
            <BodySheet stakeholders={stakeholders} raters={sources.raters} stakeholder={stakeholder} onChoose={setBodyId} day={day} />
          ) : (
            <RaterSheet stakeholders={stakeholders} raters={sources.raters} day={day} />
          )}
          <ScaleNote dimensions={ratingDimensions} />
        </>
      ) : null}
    </StagePage>
  );
}
