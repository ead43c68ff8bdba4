import { Button, Skeleton } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { HistoryEntry } from '#shared/domain/history.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { type EntryActions, EntryRow } from './entry-row.tsx';
import classes from './history.module.css';
import type { TimelineFilter } from './timeline-filter.tsx';

const pageSize = 100;

/** Changes by day, newest first, read page by page as one scrolls. Rows out of sight are not drawn. */
export function Timeline({ filter, actions }: { filter: TimelineFilter; actions: EntryActions }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const pages = useInfiniteQuery(
    queries.history.list.infiniteOptions({
      input: (before: number | undefined) => ({ ...filter.query, limit: pageSize, before }),
      initialPageParam: undefined,
      getNextPageParam: (page) => (page.length < pageSize ? undefined : page.at(-1)?.revision),
    }),
  );
  if (!pages.data) return <Skeleton h="20rem" />;
  const entries = pages.data.pages.flat();
  if (entries.length === 0) {
    return (
      <EmptyState icon={IconHistory} title={t('history.empty.title')}>
        {t('history.empty.body')}
      </EmptyState>
    );
  }
  return (
    <section aria-label={t('history.timeline')} className={classes.timeline}>
      {daysOf(entries).map(({ day, at, entries: ofDay }) => (
        <Day key={day} at={at} entries={ofDay} actions={actions} />
      ))}
      {pages.hasNextPage ? (
        <More isLoading={pages.isFetchingNextPage} onMore={() => void pages.fetchNextPage()} />
      ) : filter.isEverything ? (
        <p className={classes.end}>{t('history.end')}</p>
      ) : null}
    </section>
  );
}

function Day({ at, entries, actions }: { at: string; entries: readonly HistoryEntry[]; actions: EntryActions }) {
  const { formats } = useTexts();
  return (
    <div className={classes.day}>
      <h3 className={classes.dayName}>{formats.dayOf(at)}</h3>
      <ol className={classes.entries}>
        {entries.map((entry) => (
          <EntryRow key={entry.revision} entry={entry} actions={actions} />
        ))}
      </ol>
    </div>
  );
}

/** The next page when the end comes into sight; a button for those who do not scroll. */
function More({ isLoading, onMore }: { isLoading: boolean; onMore: () => void }) {
  const { t } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  const more = useRef(onMore);
  more.current = onMore;
  useEffect(() => {
    const element = place.current;
    if (!element || isLoading) return;
    const observer = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && more.current(), { rootMargin: '400px' });
    observer.observe(element);
    return () => observer.disconnect();
  }, [isLoading]);
  return (
    <div ref={place} className={classes.more}>
      <Button variant="default" loading={isLoading} onClick={onMore}>
        {t('history.more')}
      </Button>
    </div>
  );
}

function daysOf(entries: readonly HistoryEntry[]): { day: string; at: string; entries: HistoryEntry[] }[] {
  const days: { day: string; at: string; entries: HistoryEntry[] }[] = [];
  for (const entry of entries) {
    const day = new Date(entry.at).toDateString();
    const last = days.at(-1);
    if (last?.day.startsWith(day)) last.entries.push(entry);
    // A clock that was set back can show a day twice.
    else days.push({ day: `${day} ${entry.revision}`, at: entry.at, entries: [entry] });
  }
  return days;
}
