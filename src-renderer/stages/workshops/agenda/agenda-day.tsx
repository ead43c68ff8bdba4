import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Session, Workshop } from '#shared/domain/workshops.ts';
import type { DayPlan } from '#shared/methods/agenda-plan.ts';
import { useProject } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { dayAfter } from '../new-workshop-dialog.tsx';
import classes from './agenda.module.css';
import { AgendaItem } from './agenda-item.tsx';
import type { Move } from './use-move.ts';
import { wallTime } from './wall-time.ts';

/** One day of the agenda: its items in order, to be dragged or moved by the arrow keys. */
export function AgendaDay({
  workshop,
  plan,
  sessions,
  move,
  now,
  onOpen,
  onAdd,
}: {
  workshop: Workshop;
  plan: DayPlan;
  sessions: readonly Session[];
  move: Move;
  now: number;
  onOpen: (id: string) => void;
  onAdd: () => void;
}) {
  const { t, formats } = useTexts();
  const isReadOnly = useProject()?.isReadOnly ?? true;
  const [overId, setOverId] = useState<string | null>(null);
  const date = workshop.startsOn ? formats.dayOf(`${dayAfter(workshop.startsOn, plan.day - 1)}T12:00:00`) : '';
  const first = plan.sessions[0]?.plannedStart ?? 0;
  const drop = (target: string | null) => (event: React.DragEvent) => {
    const id = event.dataTransfer.getData('text/session');
    setOverId(null);
    if (!id) return;
    event.preventDefault();
    move.before(id, target, plan.day);
  };
  const over = (target: string) => (event: React.DragEvent) => {
    if (!event.dataTransfer.types.includes('text/session')) return;
    event.preventDefault();
    setOverId(target);
  };
  return (
    <Panel
      plain
      title={t('agenda.day', { day: plan.day })}
      note={[date, t('agenda.dayTimes', { from: wallTime(formats.language, first), to: wallTime(formats.language, plan.plannedEnd) })]
        .filter(Boolean)
        .join(' · ')}
    >
      <ol className={classes.list}>
        {sessions.map((session, index) => {
          const planned = plan.sessions[index];
          return planned ? (
            <li
              key={session.id}
              className={classes.entry}
              data-over={overId === session.id || undefined}
              onDragOver={over(session.id)}
              onDragLeave={() => setOverId(null)}
              onDrop={drop(session.id)}
            >
              <AgendaItem session={session} planned={planned} move={move} now={now} isReadOnly={isReadOnly} onOpen={() => onOpen(session.id)} />
            </li>
          ) : null;
        })}
        {isReadOnly ? null : (
          <li
            className={classes.last}
            data-over={overId === 'end' || undefined}
            onDragOver={over('end')}
            onDragLeave={() => setOverId(null)}
            onDrop={drop(null)}
          >
            <Button variant="subtle" leftSection={<IconPlus size="1rem" stroke={1.6} aria-hidden />} onClick={onAdd}>
              {t('agenda.add')}
            </Button>
          </li>
        )}
      </ol>
    </Panel>
  );
}
