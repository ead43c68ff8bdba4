import { Select, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Snapshot } from '#shared/domain/history.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { ObjectCard } from '../../app/history/object-card.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import { CountLines } from './count-lines.tsx';
import classes from './snapshots.module.css';

const now = '*';

/** What changed between two snapshots, or between one and now: in counts, and in words on demand. */
export function ComparePanel({ snapshots, from, onFrom }: { snapshots: readonly Snapshot[]; from: string; onFrom: (id: string) => void }) {
  const { t } = useTexts();
  const [to, setTo] = useState(now);
  const options = snapshots.map(({ id, name }) => ({ value: id, label: name || t('history.noName') }));
  const revisionOf = (id: string) => snapshots.find((snapshot) => snapshot.id === id)?.revision ?? null;
  return (
    <div id="compare">
      <Panel title={t('snapshots.compare.title')}>
        <div className={classes.sides}>
          <Select label={t('snapshots.compare.from')} data={options} value={from} onChange={(value) => value && onFrom(value)} />
          <Select
            label={t('snapshots.compare.to')}
            data={[{ value: now, label: t('snapshots.compare.now') }, ...options]}
            value={revisionOf(to) === null ? now : to}
            onChange={(value) => value && setTo(value)}
          />
        </div>
        <Difference from={revisionOf(from)} to={revisionOf(to)} />
      </Panel>
    </div>
  );
}

function Difference({ from, to }: { from: number | null; to: number | null }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const difference = useQuery(queries.history.compare.queryOptions({ input: { from, to } })).data;
  if (!difference) return <Skeleton h="6rem" mt="md" />;
  if (difference.total === 0) return <p>{t('snapshots.compare.same')}</p>;
  return (
    <>
      <p className={classes.total}>{t('snapshots.compare.total', { count: difference.total })}</p>
      <CountLines counts={difference.counts} />
      <details className={classes.all}>
        <summary>{t('snapshots.compare.all')}</summary>
        {difference.objects.map((change) => (
          <ObjectCard key={`${change.type} ${change.id}`} change={change} />
        ))}
        {difference.total > difference.objects.length ? <p>{t('history.objects.more', { count: difference.total - difference.objects.length })}</p> : null}
      </details>
    </>
  );
}
