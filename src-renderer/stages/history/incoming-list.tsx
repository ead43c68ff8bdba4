import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { type EntryActions, EntryRow } from './entry-row.tsx';
import classes from './history.module.css';

const pageSize = 50;

/** The changes of other copies that came in with one merge. */
export function IncomingList({ mergeRevision, actions }: { mergeRevision: number; actions: EntryActions }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const pages = useInfiniteQuery(
    queries.history.list.infiniteOptions({
      input: (before: number | undefined) => ({ mergeRevision, limit: pageSize, before }),
      initialPageParam: undefined,
      getNextPageParam: (page) => (page.length < pageSize ? undefined : page.at(-1)?.revision),
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
