import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Workshop } from '#shared/domain/workshops.ts';
import { planAgenda } from '#shared/methods/agenda-plan.ts';
import { useEngine, useProject } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import { AgendaDay } from './agenda/agenda-day.tsx';
import { NowPanel } from './agenda/now-panel.tsx';
import { SessionDrawer } from './agenda/session-drawer.tsx';
import { useMove } from './agenda/use-move.ts';
import { agendaNow } from './agenda/wall-time.ts';
import { WorkshopDetails } from './agenda/workshop-details.tsx';
import { useNow, useRunningSession } from './timer/use-running-session.ts';
import { WorkshopPage } from './workshop-page.tsx';

/** The day as it is planned and as it goes: items with their times, the one that runs, what is left. */
export function AgendaPage() {
  const { t } = useTexts();
  return (
    <WorkshopPage title={t('section.agenda')} purpose={t('agenda.purpose')} wide>
      {(workshop) => <AgendaOf key={workshop.id} workshop={workshop} />}
    </WorkshopPage>
  );
}

function AgendaOf({ workshop }: { workshop: Workshop }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const isReadOnly = useProject()?.isReadOnly ?? true;
  const sessions = useQuery(queries.workshops.sessions.queryOptions({ input: { workshopId: workshop.id } })).data;
  const running = useRunningSession();
  const ticking = useNow();
  const add = useMutation(queries.workshops.addSession.mutationOptions());
  const [openId, setOpenId] = useState<string | null>(null);
  const move = useMove(sessions ?? []);
  if (!sessions) return null;
  const now = running?.now ?? ticking;
  const plans = planAgenda(sessions, agendaNow(workshop, running?.workshop.id === workshop.id ? running.session : null, now));
  const lastDay = Math.max(1, ...sessions.map(({ day }) => day));
  const addTo = (day: number) => add.mutate({ workshopId: workshop.id, day, title: t('agenda.newItem') }, { onSuccess: ({ id }) => setOpenId(id) });

  return (
    <>
      {sessions.length > 0 ? <NowPanel workshop={workshop} sessions={sessions} plans={plans} now={now} /> : null}
      {sessions.length === 0 ? (
        <Panel plain>
          <EmptyState icon={IconPlus} title={t('agenda.empty.title')} action={isReadOnly ? null : <Button onClick={() => addTo(1)}>{t('agenda.add')}</Button>}>
            {t('agenda.empty.body')}
          </EmptyState>
        </Panel>
      ) : null}
      {plans.map((plan) => (
        <AgendaDay
          key={plan.day}
          workshop={workshop}
          plan={plan}
          sessions={sessions.filter(({ day }) => day === plan.day)}
          move={move}
          now={now}
          onOpen={setOpenId}
          onAdd={() => addTo(plan.day)}
        />
      ))}
      {sessions.length > 0 && !isReadOnly ? (
        <div>
          <Button variant="default" leftSection={<IconPlus size="1rem" stroke={1.6} aria-hidden />} onClick={() => addTo(lastDay + 1)} disabled={lastDay >= 14}>
            {t('agenda.addDay')}
          </Button>
        </div>
      ) : null}
      <WorkshopDetails workshop={workshop} />
      <SessionDrawer session={sessions.find(({ id }) => id === openId) ?? null} onClose={() => setOpenId(null)} />
    </>
  );
}
