import { SegmentedControl, Select } from '@mantine/core';
import { IconKeyboard, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Workshop } from '#shared/domain/workshops.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import { BallotsLink } from './ballots/ballots-link.tsx';
import type { BoardProps } from './entry/board-props.ts';
import { Differences } from './entry/differences.tsx';
import classes from './entry/entry.module.css';
import { HandsEntry } from './entry/hands-entry.tsx';
import { NotOpen } from './entry/not-open.tsx';
import { SheetEntry } from './entry/sheet-entry.tsx';
import { WorkshopPage } from './workshop-page.tsx';

type Mode = 'first' | 'second' | 'differences' | 'hands';
const noGroup = 'none';

/** Sheets of paper and shows of hands brought in by the keyboard. */
export function EntryPage() {
  const { t } = useTexts();
  return (
    <WorkshopPage title={t('section.entry')} purpose={t('entry.purpose')} wide>
      {(workshop) => <EntryBoard key={workshop.id} workshop={workshop} />}
    </WorkshopPage>
  );
}

function EntryBoard({ workshop }: { workshop: Workshop }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const ballots = useQuery(queries.ballots.list.queryOptions({ input: { workshopId: workshop.id } })).data;
  const groups = useQuery(queries.workshops.groups.queryOptions({ input: { workshopId: workshop.id } })).data;
  const [chosen, setChosen] = useState<string | null>(null);
  const [groupId, setGroupId] = useState<string | null>(null);
  const [mode, setMode] = useState<Mode>('first');
  const ballot = ballots?.find(({ id }) => id === chosen) ?? ballots?.find(({ state }) => state === 'open') ?? ballots?.[0];
  if (!ballots || !groups) return null;
  if (!ballot)
    return (
      <Panel plain>
        <EmptyState icon={IconKeyboard} title={t('entry.empty.title')} action={<BallotsLink />}>
          {t('entry.empty.body')}
        </EmptyState>
      </Panel>
    );
  return (
    <>
      <div className={classes.bar}>
        <Select
          className={classes.ballot}
          aria-label={t('entry.ballot')}
          data={ballots.map(({ id, question, kind, state, round }) => ({
            value: id,
            label: `${question || t(`ballots.kind.${kind}`)}${round > 1 ? ` · ${t('paper.round', { number: round })}` : ''} – ${t(`ballots.state.${state}`)}`,
          }))}
          value={ballot.id}
          onChange={(id) => setChosen(id)}
        />
        <Select
          className={classes.group}
          aria-label={t('entry.group')}
          leftSection={<IconUsersGroup size="1.1rem" stroke={1.6} aria-hidden />}
          data={[{ value: noGroup, label: t('entry.noGroup') }, ...groups.map(({ id, name }) => ({ value: id, label: name }))]}
          value={groupId ?? noGroup}
          onChange={(id) => setGroupId(id === noGroup ? null : id)}
        />
        <SegmentedControl
          aria-label={t('entry.mode')}
          value={mode}
          onChange={(value) => setMode(value as Mode)}
          data={(['first', 'second', 'differences', 'hands'] as const).map((value) => ({ value, label: t(`entry.mode.${value}`) }))}
        />
      </div>
      {ballot.state === 'open' ? (
        <Board ballot={ballot} ballots={ballots} groups={groups} groupId={groupId} mode={mode} onBallot={setChosen} />
      ) : (
        <NotOpen ballot={ballot} />
      )}
    </>
  );
}

function Board({ mode, onBallot, ...props }: BoardProps & { mode: Mode; onBallot: (id: string) => void }) {
  const key = `${props.ballot.id} ${mode}`;
  if (mode === 'hands') return <HandsEntry key={`${key} ${props.groupId ?? ''}`} {...props} />;
  if (mode === 'differences') return <Differences key={key} {...props} />;
  return <SheetEntry key={key} {...props} entry={mode === 'second' ? 2 : 1} onBallot={onBallot} />;
}
