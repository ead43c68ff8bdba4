import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowRight, IconCheck, IconCoffee, IconGripVertical, IconPencil, IconPlayerPlay, IconSoup } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Session } from '#shared/domain/workshops.ts';
import type { PlannedSession } from '#shared/methods/agenda-plan.ts';
import { sessionClock } from '#shared/methods/session-clock.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { findSection } from '../../../app/sections.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedNumberInput } from '../../../ui/saved-number.tsx';
import classes from './agenda.module.css';
import type { Move } from './use-move.ts';
import { wallTime } from './wall-time.ts';

/** One item: when, what, how long, and the screen where its work is done. */
export function AgendaItem({
  session,
  planned,
  move,
  now,
  isReadOnly,
  onOpen,
}: {
  session: Session;
  planned: PlannedSession;
  move: Move;
  now: number;
  isReadOnly: boolean;
  onOpen: () => void;
}) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const { mutate: update } = useMutation(queries.workshops.updateSession.mutationOptions());
  const { mutate: start } = useMutation(queries.workshops.startSession.mutationOptions());
  const clock = sessionClock(session, now);
  const title = session.title || t('agenda.untitled');
  const section = session.task ? findSection(session.task)?.section : undefined;
  const isFree = session.kind === 'break' || session.kind === 'lunch';
  return (
    <div className={classes.item} data-state={clock.state} data-free={isFree || undefined}>
      {isReadOnly ? (
        <span />
      ) : (
        <ActionIcon
          className={classes.grip}
          draggable
          aria-label={t('agenda.move', { name: title })}
          aria-keyshortcuts="ArrowUp ArrowDown"
          onDragStart={(event) => event.dataTransfer.setData('text/session', session.id)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
            event.preventDefault();
            move.by(session.id, event.key === 'ArrowUp' ? -1 : 1);
          }}
        >
          <IconGripVertical size="1.1rem" stroke={1.6} aria-hidden />
        </ActionIcon>
      )}
      <Times session={session} planned={planned} />
      <div className={classes.what}>
        <span className={classes.title}>
          {session.kind === 'break' ? <IconCoffee size="1rem" stroke={1.6} aria-hidden /> : null}
          {session.kind === 'lunch' ? <IconSoup size="1rem" stroke={1.6} aria-hidden /> : null}
          <bdi>{title}</bdi>
        </span>
        {session.purpose ? (
          <bdi dir="auto" className={classes.purpose}>
            {session.purpose}
          </bdi>
        ) : null}
        <State session={session} planned={planned} now={now} />
      </div>
      <SavedNumberInput
        className={classes.minutes}
        aria-label={t('agenda.minutesOf', { name: title })}
        value={session.minutes}
        min={1}
        max={1_440}
        allowDecimal={false}
        readOnly={isReadOnly}
        rightSection={<span className={classes.unit}>{t('agenda.min')}</span>}
        rightSectionWidth="2.75rem"
        onSave={(minutes) => {
          if (minutes !== null && minutes >= 1) update({ id: session.id, patch: { minutes: Math.round(minutes) } });
        }}
      />
      <div className={classes.doing}>
        {section ? (
          <Button
            component={Link}
            to={session.task}
            className={classes.task}
            variant="subtle"
            size="compact-md"
            rightSection={<IconArrowRight size="1rem" stroke={1.6} aria-hidden className={classes.arrow} />}
          >
            {t(section.title)}
          </Button>
        ) : null}
        {isReadOnly || clock.state === 'running' ? null : (
          <Tooltip label={t(clock.state === 'waiting' ? 'agenda.start' : 'agenda.continue')}>
            <ActionIcon
              aria-label={t(clock.state === 'waiting' ? 'agenda.startOf' : 'agenda.continueOf', { name: title })}
              onClick={() => start({ id: session.id })}
            >
              <IconPlayerPlay size="1.1rem" stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        )}
        <Tooltip label={t('agenda.edit')}>
          <ActionIcon aria-label={t('agenda.editOf', { name: title })} onClick={onOpen}>
            <IconPencil size="1.1rem" stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </div>
      <span className="visually-hidden">{t('agenda.ends', { time: wallTime(formats.language, planned.plannedEnd) })}</span>
    </div>
  );
}

/** The planned start; where it is pushed along, the expected one with the planned one struck through. */
function Times({ session, planned }: { session: Session; planned: PlannedSession }) {
  const { t, formats } = useTexts();
  const plannedAt = wallTime(formats.language, planned.plannedStart);
  const expected = planned.expectedStart;
  const isPushed = expected !== null && Math.abs(expected - planned.plannedStart) >= 1;
  return (
    <div className={classes.times}>
      {isPushed ? (
        <>
          <s title={t('agenda.plannedAt', { time: plannedAt })}>{plannedAt}</s>
          <strong>{wallTime(formats.language, expected)}</strong>
        </>
      ) : (
        <strong>{plannedAt}</strong>
      )}
      {session.plannedStart && planned.isTooEarly ? <span className={classes.clash}>{t('agenda.tooEarly')}</span> : null}
    </div>
  );
}

function State({ session, planned, now }: { session: Session; planned: PlannedSession; now: number }) {
  const { t } = useTexts();
  const { state, elapsedSeconds } = sessionClock(session, now);
  if (state === 'waiting') return planned.isSkipped ? <span className={classes.state}>{t('agenda.skipped')}</span> : null;
  const minutes = Math.round(elapsedSeconds / 60);
  return (
    <span className={classes.state}>
      {state === 'ended' ? <IconCheck size="0.95rem" stroke={2} aria-hidden /> : null}
      {t(`agenda.state.${state}`, { count: minutes })}
    </span>
  );
}
