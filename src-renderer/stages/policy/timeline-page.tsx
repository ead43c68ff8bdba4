import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCalendarTime } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Measure } from '#shared/domain/policy.ts';
import type { MonthSpan } from '#shared/methods/costs-by-year.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useUndo } from '../../app/history/undo-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { useReveal } from '../../app/wanted-object.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { MeasureDrawer } from './measure/measure-drawer.tsx';
import classes from './timeline/gantt.module.css';
import { Gantt } from './timeline/gantt.tsx';
import { patchOfSpan, shownYears, spanOf } from './timeline/plan-months.ts';
import { usePeriodText, usePlan } from './use-plan.ts';

const noteId = 'timeline-moved';

/** When each measure runs, month by month; bars are moved with the mouse, a finger or the keys. */
export function TimelinePage() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const plan = usePlan();
  const policy = useQuery(queries.policy.get.queryOptions()).data;
  const update = useMutation(queries.policy.updateMeasure.mutationOptions());
  const { undo } = useUndo();
  const periodText = usePeriodText();
  const [measureId, setMeasureId] = useState<string | null>(null);
  useReveal(plan.isReady);
  const now = new Date();
  const move = (measure: Measure, span: MonthSpan) =>
    update.mutate(
      { id: measure.id, patch: patchOfSpan(measure, span) },
      {
        onSuccess: (after) =>
          notifications.show({
            id: noteId,
            closeButtonProps: { 'aria-label': t('action.close') },
            message: (
              <>
                {t('timeline.moved', { title: after.title || t('policy.untitledMeasure'), period: periodText(after) })}{' '}
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => {
                    notifications.hide(noteId);
                    void undo();
                  }}
                >
                  {t('shell.undo')}
                </Button>
              </>
            ),
          }),
      },
    );
  const isEmpty = plan.isReady && plan.measures.length === 0;
  return (
    <StagePage title={t('section.timelineOfMeasures')} purpose={t('timeline.purpose')} wide>
      {isEmpty ? (
        <Panel>
          <EmptyState
            icon={IconCalendarTime}
            title={t('policy.budgetEmpty.title')}
            action={
              <Button component={Link} to="/policy">
                {t('policy.budgetEmpty.action')}
              </Button>
            }
          >
            {t('timeline.empty')}
          </EmptyState>
        </Panel>
      ) : null}
      {plan.isReady && policy && !isEmpty ? (
        <Panel plain>
          <Gantt
            tree={plan.tree}
            years={shownYears(policy, plan.measures.map(spanOf), now.getFullYear())}
            today={now.getFullYear() * 12 + now.getMonth()}
            onMove={move}
            onOpenMeasure={setMeasureId}
          />
          <div className={classes.legend}>
            <span>
              <i className={classes.key} data-key="today" /> {t('timeline.today')}
            </span>
            <span>
              <i className={classes.key} data-key="target" /> {t('timeline.targetKey')}
            </span>
            {(['done', 'delayed', 'stopped'] as const).map((status) => (
              <span key={status}>
                <i className={`${classes.bar} ${classes.key}`} data-status={status} /> {t(`measureStatus.${status}`)}
              </span>
            ))}
            <span id="timeline-keys">{t('timeline.keys')}</span>
          </div>
        </Panel>
      ) : null}
      <MeasureDrawer measure={plan.measures.find(({ id }) => id === measureId) ?? null} onClose={() => setMeasureId(null)} />
    </StagePage>
  );
}
