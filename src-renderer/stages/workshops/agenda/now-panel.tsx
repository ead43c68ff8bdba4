import { Button } from '@mantine/core';
import { IconArrowRight, IconPlayerPause, IconPlayerPlay, IconPlayerStop, IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Session, Workshop } from '#shared/domain/workshops.ts';
import { type DayPlan, type DayStanding, shortenings } from '#shared/methods/agenda-plan.ts';
import { sessionStateOf } from '#shared/methods/session-clock.ts';
import { useEngine, useProject } from '../../../app/engine/engine-provider.tsx';
import { findSection } from '../../../app/sections.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { SessionScript } from '../session-script.tsx';
import { BigTimer } from '../timer/big-timer.tsx';
import classes from './agenda.module.css';
import { agendaNow, wallTime } from './wall-time.ts';

/** What runs now, with its clock and script, or what comes next; and how the day stands. */
export function NowPanel({ workshop, sessions, plans, now }: { workshop: Workshop; sessions: readonly Session[]; plans: readonly DayPlan[]; now: number }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const isReadOnly = useProject()?.isReadOnly ?? true;
  const running = sessions.find((session) => ['running', 'paused'].includes(sessionStateOf(session)));
  const lastBegun = sessions.findLastIndex((session) => session.startedAt !== null);
  const next = sessions.find((session, index) => index > lastBegun && session.startedAt === null);
  const { mutate: start } = useMutation(queries.workshops.startSession.mutationOptions());
  const { mutate: pause } = useMutation(queries.workshops.pauseSession.mutationOptions());
  const { mutate: addMinutes } = useMutation(queries.workshops.addMinutes.mutationOptions());
  const { mutate: end } = useMutation(queries.workshops.endSession.mutationOptions());
  const standing = plans.find((plan) => plan.standing)?.standing;

  if (!running) {
    if (!next || isReadOnly) return standing ? <Standing workshop={workshop} sessions={sessions} standing={standing} /> : null;
    return (
      <>
        <div className={classes.nextUp}>
          <Button leftSection={<IconPlayerPlay size="1.1rem" stroke={1.6} aria-hidden />} onClick={() => start({ id: next.id })}>
            {t('agenda.startNext', { name: next.title || t('agenda.untitled') })}
          </Button>
          <span>{t('agenda.startNote')}</span>
        </div>
        {standing ? <Standing workshop={workshop} sessions={sessions} standing={standing} /> : null}
      </>
    );
  }
  const section = running.task ? findSection(running.task)?.section : undefined;
  const isPaused = running.pausedAt !== null;
  return (
    <Panel>
      <div className={classes.now}>
        <div className={classes.clock}>
          <BigTimer session={running} now={now} />
          {isReadOnly ? null : (
            <div className={classes.buttons}>
              {isPaused ? (
                <Button leftSection={<IconPlayerPlay size="1rem" aria-hidden />} onClick={() => start({ id: running.id })}>
                  {t('agenda.continue')}
                </Button>
              ) : (
                <Button variant="default" leftSection={<IconPlayerPause size="1rem" aria-hidden />} onClick={() => pause({ id: running.id })}>
                  {t('agenda.pause')}
                </Button>
              )}
              <Button variant="default" leftSection={<IconPlus size="1rem" aria-hidden />} onClick={() => addMinutes({ id: running.id, minutes: 5 })}>
                {t('agenda.fiveMore')}
              </Button>
              <Button variant="default" leftSection={<IconPlayerStop size="1rem" aria-hidden />} onClick={() => end({ id: running.id })}>
                {t('agenda.end')}
              </Button>
            </div>
          )}
        </div>
        <div className={classes.script}>
          <SessionScript session={running} />
          <div className={classes.buttons}>
            {section ? (
              <Button component={Link} to={running.task} rightSection={<IconArrowRight size="1rem" aria-hidden className={classes.arrow} />}>
                {t('agenda.toTask', { name: t(section.title) })}
              </Button>
            ) : null}
            {next && !isReadOnly ? (
              <Button variant="default" onClick={() => start({ id: next.id })}>
                {t('agenda.endAndStart', { name: next.title || t('agenda.untitled') })}
              </Button>
            ) : null}
          </div>
        </div>
      </div>
      {standing ? <Standing workshop={workshop} sessions={sessions} standing={standing} /> : null}
    </Panel>
  );
}

/** Differences below this are no news. */
const worthSaying = 3;

function Standing({ workshop, sessions, standing }: { workshop: Workshop; sessions: readonly Session[]; standing: DayStanding }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const isReadOnly = useProject()?.isReadOnly ?? true;
  const { mutate: setMinutes } = useMutation(queries.workshops.setMinutes.mutationOptions());
  const { behindMinutes, neededMinutes, leftMinutes, expectedEnd } = standing;
  const underWay = sessions.filter((session) => session.startedAt !== null).at(-1)?.day ?? 1;
  if (neededMinutes === 0) return null;
  // A rehearsal: the clock of today says nothing about another day, nor about a day that has no date and is over by its plan.
  const today = agendaNow(workshop, null, Date.now()).day;
  if (today === null ? leftMinutes === 0 : today !== underWay) return <p className={classes.standing}>{t('agenda.otherTime')}</p>;
  const params = { needed: t('agenda.minutes', { count: neededMinutes }), left: t('agenda.minutes', { count: leftMinutes }) };
  if (behindMinutes < worthSaying) {
    return (
      <p className={classes.standing} role="status">
        {behindMinutes <= -worthSaying ? t('agenda.ahead', { count: -behindMinutes }) : t('agenda.onTime', { time: wallTime(formats.language, expectedEnd) })}
      </p>
    );
  }
  const { cuts, missing } = shortenings(
    sessions.filter(({ day }) => day === underWay),
    behindMinutes,
  );
  const titleOf = (id: string) => sessions.find((session) => session.id === id)?.title ?? '';
  return (
    <div className={classes.behind}>
      <Notice
        kind="caution"
        title={t('agenda.behind', { count: behindMinutes })}
        action={
          cuts.length > 0 && !isReadOnly ? (
            <Button variant="default" onClick={() => setMinutes({ workshopId: workshop.id, minutes: cuts.map(({ id, to }) => ({ id, minutes: to })) })}>
              {t('agenda.shorten')}
            </Button>
          ) : null
        }
      >
        <p>{t('agenda.needed', params)}</p>
        {cuts.length > 0 ? (
          <p>
            {t('agenda.couldShorten')}{' '}
            {cuts
              .map(({ id, from, to }) => t('agenda.cut', { name: `\u2068${titleOf(id)}\u2069`, from: formats.count(from), to: formats.count(to) }))
              .join(' · ')}
          </p>
        ) : null}
        {missing > 0 ? <p>{t('agenda.stillMissing', { count: missing })}</p> : null}
      </Notice>
    </div>
  );
}
