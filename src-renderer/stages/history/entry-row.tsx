import { Button } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowMerge,
  IconChevronDown,
  IconHistory,
  IconNote,
  IconPencil,
  IconRestore,
  type TablerIcon,
} from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HistoryEntry } from '#shared/domain/history.ts';
import { useEngine, useProject } from '../../app/engine/engine-provider.tsx';
import type { NamedObject } from '../../app/history/object-history.tsx';
import { useChangeWords } from '../../app/history/use-change-words.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { EntryDetails } from './entry-details.tsx';
import classes from './history.module.css';
import type { Moment } from './use-put-back.tsx';

const icons: Readonly<Record<HistoryEntry['kind'], TablerIcon>> = {
  edit: IconPencil,
  undo: IconArrowBackUp,
  redo: IconArrowForwardUp,
  restore: IconRestore,
  merge: IconArrowMerge,
  note: IconNote,
};

/** Signs that point somewhere: mirrored in a language written from the right. */
const pointing: ReadonlySet<HistoryEntry['kind']> = new Set(['undo', 'redo', 'restore']);

export interface EntryActions {
  readonly onPutBack: (moment: Moment) => void;
  readonly onObject: (object: NamedObject) => void;
}

/** One change of the timeline; opens to what it did. */
export function EntryRow({ entry, actions }: { entry: HistoryEntry; actions: EntryActions }) {
  const { t, formats } = useTexts();
  const isReadOnly = useProject()?.isReadOnly ?? true;
  const words = useEntryWords();
  const [isOpen, setIsOpen] = useState(false);
  const Icon = icons[entry.kind];
  const panelId = `change-${entry.revision}`;
  const isOwn = entry.mergeRevision === null;
  return (
    <li className={classes.entry} data-undone={entry.isUndone || undefined} data-quiet={entry.kind === 'undo' || entry.kind === 'redo' || undefined}>
      <button type="button" className={classes.row} aria-expanded={isOpen} aria-controls={isOpen ? panelId : undefined} onClick={() => setIsOpen(!isOpen)}>
        <time dateTime={entry.at} className={classes.time}>
          {formats.time(entry.at)}
        </time>
        <Icon size="1.1rem" stroke={1.6} aria-hidden className={classes.icon} data-points={pointing.has(entry.kind) || undefined} />
        <span className={classes.words}>
          <bdi className={classes.what}>{words(entry)}</bdi>
          {entry.isUndone ? <span className={classes.meta}>{t('history.entry.isUndone')}</span> : null}
          <EntryMeta entry={entry} />
        </span>
        <IconChevronDown size="1rem" stroke={1.6} aria-hidden className={classes.chevron} />
      </button>
      {isOpen ? (
        <div id={panelId} className={classes.details}>
          <EntryDetails entry={entry} onObject={actions.onObject} />
          {entry.kind === 'merge' ? <IncomingList mergeRevision={entry.revision} actions={actions} /> : null}
          {isOwn && !isReadOnly ? (
            <Button
              variant="subtle"
              size="compact-md"
              leftSection={<IconHistory size="1rem" stroke={1.6} aria-hidden />}
              onClick={() => actions.onPutBack({ revision: entry.revision, at: entry.at })}
            >
              {t('history.entry.restore')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}

const incomingPageSize = 50;

/** The changes of other copies that came in with one merge. */
function IncomingList({ mergeRevision, actions }: { mergeRevision: number; actions: EntryActions }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const pages = useInfiniteQuery(
    queries.history.list.infiniteOptions({
      input: (before: number | undefined) => ({ mergeRevision, limit: incomingPageSize, before }),
      initialPageParam: undefined,
      getNextPageParam: (page) => (page.length < incomingPageSize ? undefined : page.at(-1)?.revision),
    }),
  );
  const entries = pages.data?.pages.flat() ?? [];
  if (entries.length === 0) return null;
  return (
    <>
      <h4 className={classes.incoming}>{t('history.entry.incoming')}</h4>
      <ol className={classes.entries}>
        {entries.map((entry) => (
          <EntryRow key={entry.revision} entry={entry} actions={actions} />
        ))}
      </ol>
      {pages.hasNextPage ? (
        <Button variant="default" size="compact-md" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('history.more')}
        </Button>
      ) : null}
    </>
  );
}

/** Who, in which copy, in a workshop or not, and how much. */
function EntryMeta({ entry }: { entry: HistoryEntry }) {
  const { t } = useTexts();
  const parts = [
    entry.person,
    entry.copyName ? t('history.entry.copy', { name: entry.copyName }) : '',
    entry.sessionId ? t('history.entry.session') : '',
    entry.objects > 1 ? t('history.entry.objects', { count: entry.objects }) : '',
  ].filter(Boolean);
  if (parts.length === 0) return null;
  return (
    <span className={classes.meta}>
      {parts.map((part) => (
        <bdi key={part}>{part}</bdi>
      ))}
    </span>
  );
}

/** An undo says what it undid. */
function useEntryWords(): (entry: HistoryEntry) => string {
  const { t } = useTexts();
  const words = useChangeWords();
  return (entry) => {
    if ((entry.kind === 'undo' || entry.kind === 'redo') && entry.target) return t(`history.entry.${entry.kind}`, { what: words(entry.target) });
    return words(entry);
  };
}
