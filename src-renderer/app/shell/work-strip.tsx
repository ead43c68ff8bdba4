import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { LongWork } from '#shared/domain/project.ts';
import { WorkProgress } from '../../ui/work-progress.tsx';
import { useEngine } from '../engine/engine-provider.tsx';
import { useTexts } from '../texts/texts-provider.tsx';
import classes from './work-strip.module.css';

/** What is over sooner is not worth a word. */
const quietMs = 1_000;

/** A change that takes long, whoever asked for it: what is going on, how far it is, and a way to stop it. Lies over the screen, so that nothing jumps. */
export function WorkStrip() {
  const { t } = useTexts();
  const { client } = useEngine();
  const work = useLongWork();
  if (!work) return null;
  return (
    <aside className={classes.strip}>
      <div className={classes.words}>
        <WorkProgress progress={{ step: work.name, done: work.done, total: work.total }} />
        <p className={classes.meanwhile}>{t('work.meanwhile')}</p>
      </div>
      <Button variant="default" onClick={() => void client.project.stopWork({})}>
        {t('work.stop')}
      </Button>
    </aside>
  );
}

/** What has been going on for a second or more; null = nothing. */
function useLongWork(): LongWork | null {
  const { client, connectionState } = useEngine();
  const [work, setWork] = useState<LongWork | null>(null);
  const [isLong, setIsLong] = useState(false);
  const isGoingOn = work !== null;

  useEffect(() => {
    if (connectionState === 'lost') return;
    const stop = new AbortController();
    const follow = async () => {
      for await (const next of await client.project.work(undefined, { signal: stop.signal })) setWork(next);
    };
    follow().catch((error: unknown) => {
      if (!stop.signal.aborted) console.error(error);
    });
    return () => stop.abort();
  }, [client, connectionState]);

  useEffect(() => {
    if (!isGoingOn) return setIsLong(false);
    const timer = setTimeout(() => setIsLong(true), quietMs);
    return () => clearTimeout(timer);
  }, [isGoingOn]);

  return isLong ? work : null;
}
