import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Workshop } from '#shared/domain/workshops.ts';
import { useEngine, useProject } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { BallotList } from './ballots/ballot-list.tsx';
import { BallotView } from './ballots/ballot-view.tsx';
import { NewBallot } from './ballots/new-ballot.tsx';
import { PrintMore } from './ballots/print-more.tsx';
import { useWorkshop } from './use-workshop.ts';
import { WorkshopPage } from './workshop-page.tsx';

type Shown = { readonly is: 'list' } | { readonly is: 'new' } | { readonly is: 'one'; readonly id: string };

/** Ballots of the workshop: made in three steps, opened, printed, closed. */
export function BallotsPage() {
  const { t } = useTexts();
  const isReadOnly = useProject()?.isReadOnly ?? true;
  const { workshop } = useWorkshop();
  const [shown, setShown] = useState<Shown>({ is: 'list' });
  return (
    <WorkshopPage
      title={t('section.ballots')}
      purpose={t('ballots.purpose')}
      wide
      actions={
        workshop && shown.is === 'list' ? (
          <>
            <PrintMore workshopId={workshop.id} />
            {isReadOnly ? null : (
              <Button leftSection={<IconPlus size="1.1rem" stroke={1.6} aria-hidden />} onClick={() => setShown({ is: 'new' })}>
                {t('ballots.new')}
              </Button>
            )}
          </>
        ) : null
      }
    >
      {(current) => <Content key={current.id} workshop={current} shown={shown} onShow={setShown} />}
    </WorkshopPage>
  );
}

function Content({ workshop, shown, onShow }: { workshop: Workshop; shown: Shown; onShow: (shown: Shown) => void }) {
  const { queries } = useEngine();
  const input = { workshopId: workshop.id };
  const ballots = useQuery(queries.ballots.list.queryOptions({ input })).data;
  const sessions = useQuery(queries.workshops.sessions.queryOptions({ input })).data;
  const running = useQuery(queries.workshops.running.queryOptions()).data;
  if (!ballots || !sessions) return null;
  const chosen = shown.is === 'one' ? ballots.find(({ id }) => id === shown.id) : undefined;
  const toList = () => onShow({ is: 'list' });
  const toOne = (id: string) => onShow({ is: 'one', id });
  if (chosen) return <BallotView key={chosen.id} ballot={chosen} sessions={sessions} onLeave={toList} onOther={toOne} />;
  if (shown.is === 'new' || ballots.length === 0)
    return (
      <NewBallot
        workshop={workshop}
        sessions={sessions}
        sessionId={running?.workshop.id === workshop.id ? running.session.id : null}
        onMade={toOne}
        onLeave={ballots.length > 0 ? toList : null}
      />
    );
  return <BallotList ballots={ballots} sessions={sessions} onChoose={toOne} />;
}
