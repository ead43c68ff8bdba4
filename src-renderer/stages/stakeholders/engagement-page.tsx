import { Button } from '@mantine/core';
import { IconArrowRight, IconMessages } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { EngagementStep } from '#shared/domain/engagement.ts';
import type { Stakeholder } from '#shared/domain/stakeholders.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useSomeNames } from '../../ui/some-names.ts';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { Stat, StatRow } from '../../ui/stat.tsx';
import classes from './engagement/engagement.module.css';
import { PlanForm } from './engagement/plan-form.tsx';
import { StepTable } from './engagement/step-table.tsx';
import { useStakeholders } from './use-stakeholders.ts';

/** How far each body takes part, how it is reached, by whom and until when. */
export function EngagementPage() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const stakeholders = useStakeholders();
  const steps = useQuery(queries.engagement.list.queryOptions()).data;
  const next = (
    <Button component={Link} to="/stakeholders/partners" rightSection={<IconArrowRight size="1.1rem" stroke={1.6} aria-hidden className={classes.arrow} />}>
      {t('engagement.next')}
    </Button>
  );
  return (
    <StagePage title={t('section.engagement')} purpose={t('engagement.purpose')} actions={stakeholders && stakeholders.length > 0 ? next : null} wide>
      {stakeholders?.length === 0 ? (
        <Panel>
          <EmptyState
            icon={IconMessages}
            title={t('engagement.empty.title')}
            action={
              <Button component={Link} to="/stakeholders">
                {t('grid.empty.action')}
              </Button>
            }
          >
            {t('engagement.empty.body')}
          </EmptyState>
        </Panel>
      ) : null}
      {stakeholders && stakeholders.length > 0 && steps ? <Plan stakeholders={stakeholders} steps={steps} /> : null}
    </StagePage>
  );
}

function Plan({ stakeholders, steps }: { stakeholders: readonly Stakeholder[]; steps: readonly EngagementStep[] }) {
  const { t, formats } = useTexts();
  const someNames = useSomeNames();
  const open = steps.filter(({ doneOn }) => doneOn === null);
  const overdue = open.filter(({ isOverdue }) => isOverdue).length;
  const nextStep = open.find(({ dueOn, isOverdue }) => dueOn !== null && !isOverdue);
  const planned = new Set(steps.map(({ stakeholderId }) => stakeholderId));
  const without = stakeholders.filter(({ id }) => !planned.has(id));
  const nameOf = (id: string) => stakeholders.find((stakeholder) => stakeholder.id === id)?.name || t('register.nameless');
  const unheard = without.filter(({ gridPlace }) => gridPlace === 'protect-and-inform');
  return (
    <>
      {overdue > 0 ? <Notice kind="caution">{t('engagement.overdue', { count: overdue })}</Notice> : null}
      {unheard.length > 0 ? (
        <Notice kind="info" title={t('engagement.protect.title')}>
          {t('engagement.protect.body', {
            names: someNames(unheard.map(({ name }) => name || t('register.nameless'))),
          })}
        </Notice>
      ) : null}
      <Panel>
        <StatRow>
          <Stat value={formats.count(open.length)} label={t('engagement.open')} />
          <Stat value={formats.count(steps.length - open.length)} label={t('engagement.doneCount')} />
          <Stat value={formats.count(without.length)} label={t('engagement.without')} />
          <Stat
            value={formats.day(nextStep?.dueOn)}
            label={t('engagement.nextDue')}
            note={nextStep ? <bdi>{nameOf(nextStep.stakeholderId)}</bdi> : undefined}
          />
        </StatRow>
      </Panel>
      <PlanForm stakeholders={stakeholders} without={without.map(({ id }) => id)} />
      <StepTable steps={steps} stakeholders={stakeholders} nameOf={nameOf} />
    </>
  );
}
