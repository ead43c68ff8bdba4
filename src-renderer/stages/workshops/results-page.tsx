import { Button, Select } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Ballot } from '#shared/domain/ballots.ts';
import type { Workshop } from '#shared/domain/workshops.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import { GroupPanel } from './results/group-panel.tsx';
import { MeasuresPanel, PeoplePanel, RoundsPanel, WordsPanel } from './results/more-panels.tsx';
import { ResultPanel } from './results/result-panel.tsx';
import classes from './results/results.module.css';
import { WorkshopPage } from './workshop-page.tsx';

/** What the room said: every closed ballot of the workshop, one at a time. Nothing of an open one. */
export function ResultsPage() {
  const { t } = useTexts();
  return (
    <WorkshopPage title={t('section.results')} purpose={t('results.purpose')} wide>
      {(workshop) => <Results key={workshop.id} workshop={workshop} />}
    </WorkshopPage>
  );
}

function Results({ workshop }: { workshop: Workshop }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const ballots = useQuery(queries.ballots.list.queryOptions({ input: { workshopId: workshop.id } })).data;
  const [chosenId, choose] = useState<string | null>(null);
  const closed = (ballots ?? []).filter(({ state }) => state === 'closed').sort((a, b) => ((a.closedAt ?? '') < (b.closedAt ?? '') ? 1 : -1));
  const shown = closed.find(({ id }) => id === chosenId) ?? closed[0];
  const nameOf = ({ question, kind, round }: Ballot) =>
    [question || t('results.unnamed'), t(`ballots.kind.${kind}`), round > 1 ? t('results.round', { round }) : ''].filter(Boolean).join(' · ');
  if (!ballots) return null;
  if (!shown) {
    return (
      <Panel plain>
        <EmptyState
          icon={IconChartBar}
          title={t('results.empty.title')}
          action={
            <Button component={Link} to={ballots.length === 0 ? '/workshops/ballots' : '/workshops/room'}>
              {t(ballots.length === 0 ? 'results.empty.make' : 'results.empty.room')}
            </Button>
          }
        >
          {t(ballots.some(({ state }) => state === 'open') ? 'results.empty.open' : 'results.empty.body')}
        </EmptyState>
      </Panel>
    );
  }
  return (
    <div className={classes.frame}>
      <div className={classes.layout}>
        <Select
          className={classes.narrow ?? ''}
          label={t('results.list')}
          data={closed.map((ballot) => ({ value: ballot.id, label: nameOf(ballot) }))}
          value={shown.id}
          allowDeselect={false}
          onChange={choose}
        />
        <nav aria-label={t('results.list')} className={classes.wide}>
          <ul className={classes.list}>
            {closed.map((ballot) => (
              <li key={ballot.id}>
                <Entry ballot={ballot} isShown={ballot === shown} onChoose={() => choose(ballot.id)} />
              </li>
            ))}
          </ul>
        </nav>
        <div className={classes.main}>
          <Shown ballotId={shown.id} />
        </div>
      </div>
    </div>
  );
}

function Entry({ ballot, isShown, onChoose }: { ballot: Ballot; isShown: boolean; onChoose: () => void }) {
  const { t } = useTexts();
  const { phone, paper, hands } = ballot.turnout;
  return (
    <button type="button" className={classes.entry} aria-current={isShown ? 'true' : undefined} onClick={onChoose}>
      <strong>
        <bdi>{ballot.question || t('results.unnamed')}</bdi>
      </strong>
      <small>
        {t(`ballots.kind.${ballot.kind}`)}
        {ballot.round > 1 ? ` · ${t('results.round', { round: ballot.round })}` : ''} · {t('results.people', { count: phone + paper + hands })}
      </small>
    </button>
  );
}

function Shown({ ballotId }: { ballotId: string }) {
  const { queries } = useEngine();
  const result = useQuery(queries.results.of.queryOptions({ input: { ballotId } })).data;
  if (!result) return null;
  return (
    <>
      <ResultPanel key={result.ballotId} result={result} />
      <RoundsPanel result={result} />
      {result.people.answered > 0 ? <GroupPanel key={`groups ${result.ballotId}`} result={result} /> : null}
      <MeasuresPanel result={result} />
      <WordsPanel result={result} />
      <PeoplePanel result={result} />
    </>
  );
}
