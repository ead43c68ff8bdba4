import { Select, TextInput } from '@mantine/core';
import { IconNotes, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type LogKind, logKinds, type Workshop } from '#shared/domain/workshops.ts';
import { useEngine, useProject } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import { EntryRow } from './log/entry-row.tsx';
import classes from './log/log.module.css';
import { NoteForm } from './log/note-form.tsx';
import { PhotosPanel } from './log/photos-panel.tsx';
import { SessionNotes } from './log/session-notes.tsx';
import { WorkshopPage } from './workshop-page.tsx';

/** What was decided, parked, said and promised, session by session; notes and photos. */
export function LogPage() {
  const { t } = useTexts();
  return (
    <WorkshopPage title={t('section.log')} purpose={t('log.purpose')} wide>
      {(workshop) => <LogOf key={workshop.id} workshop={workshop} />}
    </WorkshopPage>
  );
}

function LogOf({ workshop }: { workshop: Workshop }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const isReadOnly = useProject()?.isReadOnly ?? true;
  const input = { workshopId: workshop.id };
  const entries = useQuery(queries.workshops.log.queryOptions({ input })).data;
  const sessions = useQuery(queries.workshops.sessions.queryOptions({ input })).data;
  const [search, setSearch] = useState('');
  const [kind, setKind] = useState<LogKind | null>(null);
  const [sessionId, setSessionId] = useState<string | null>(null);
  if (!entries || !sessions) return null;
  const wanted = search.trim().toLocaleLowerCase();
  const shown = entries.filter(
    (entry) =>
      (kind === null || entry.kind === kind) &&
      (sessionId === null || entry.sessionId === sessionId) &&
      [entry.text, entry.responsible, entry.reason].join(' ').toLocaleLowerCase().includes(wanted),
  );
  const parked = entries.filter((entry) => entry.kind === 'parking' && entry.status === 'open').length;
  const promised = entries.filter((entry) => entry.kind === 'commitment' && entry.status === 'open').length;
  return (
    <>
      {isReadOnly ? null : (
        <Panel>
          <NoteForm workshop={workshop} />
        </Panel>
      )}
      <Panel
        plain
        title={t('log.entries')}
        note={entries.length > 0 ? [t('log.parked', { count: parked }), t('log.promised', { count: promised })].join(' · ') : undefined}
      >
        {entries.length === 0 ? (
          <EmptyState icon={IconNotes} title={t('log.empty.title')}>
            {t('log.empty.body')}
          </EmptyState>
        ) : (
          <>
            <div className={classes.filter}>
              <TextInput
                aria-label={t('log.search')}
                placeholder={t('log.search')}
                leftSection={<IconSearch size="1rem" aria-hidden />}
                value={search}
                onChange={(event) => setSearch(event.currentTarget.value)}
              />
              <Select
                aria-label={t('log.kind')}
                placeholder={t('log.everyKind')}
                data={logKinds.map((value) => ({ value, label: t(`log.kind.${value}`) }))}
                value={kind}
                clearable
                clearButtonProps={{ 'aria-label': t('action.clear') }}
                onChange={(value) => setKind(logKinds.find((each) => each === value) ?? null)}
              />
              <Select
                aria-label={t('log.session')}
                placeholder={t('log.everySession')}
                data={sessions.map(({ id, title }) => ({ value: id, label: title || t('agenda.untitled') }))}
                value={sessionId}
                clearable
                clearButtonProps={{ 'aria-label': t('action.clear') }}
                onChange={setSessionId}
              />
            </div>
            {shown.length === 0 ? <p className={classes.nothing}>{t('log.nothing')}</p> : null}
            <ul className={classes.list}>
              {shown.map((entry) => (
                <EntryRow key={entry.id} entry={entry} sessions={sessions} isReadOnly={isReadOnly} />
              ))}
            </ul>
          </>
        )}
      </Panel>
      <PhotosPanel workshop={workshop} sessions={sessions} />
      <SessionNotes sessions={sessions} />
    </>
  );
}
