import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FileCopy } from '#shared/domain/copies.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import type { OpeningProblem } from '../../../app/engine/opening-problem.ts';
import { useProjectActions } from '../../../app/engine/use-project-actions.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from './opening-problem.module.css';
import type { WayOut } from './problem-screens.ts';
import { RecoverButton } from './recover-button.tsx';

/** One row per way on: what it does, in a sentence, and its button. A way that leads nowhere is not shown. */
export function WaysOut({ problem, ways, isQuiet }: { problem: OpeningProblem; ways: readonly WayOut[]; isQuiet: boolean }) {
  const { t, formats } = useTexts();
  const { client, queries } = useEngine();
  const actions = useProjectActions();
  const [busy, setBusy] = useState<WayOut | null>(null);
  const copies = useQuery({
    ...queries.copies.listFor.queryOptions({ input: { file: problem.file } }),
    enabled: ways.includes('newest-copy'),
    staleTime: 0,
    meta: { showsOwnError: true },
  });
  const newest = copies.data?.find(({ problem: copyProblem }) => copyProblem === null || copyProblem === 'other-passphrase');
  const { passphrase } = problem;

  const run = async (way: WayOut, work: () => Promise<unknown>) => {
    setBusy(way);
    await work();
    setBusy(null);
  };
  const openCopy = (copy: FileCopy) => actions.openFile({ file: copy.file, fileName: copy.fileName }, {}, () => client.copies.openBeside({ copy: copy.file }));
  const work: Readonly<Record<Exclude<WayOut, 'recover'>, () => Promise<unknown>>> = {
    'read-only': () => actions.openFile(problem, { mode: 'read-only', passphrase }),
    'take-over': () => actions.openFile(problem, { mode: 'take-over', passphrase }),
    'set-aside': () => actions.openFile(problem, { setAsideLeftOver: true, passphrase }),
    'copy-here': () => actions.openCopy(problem, { passphrase }),
    'read-damaged': () => actions.openCopy(problem, { passphrase, despiteDamage: true }),
    'newest-copy': async () => newest && openCopy(newest),
    again: () => actions.openFile(problem, { passphrase }),
    choose: () => actions.open(),
  };
  const noteOf = (way: WayOut) =>
    way === 'newest-copy' ? t('opening.way.newest-copy.noteWhen', { when: newest ? formats.instant(newest.madeAt) : '' }) : t(`opening.way.${way}.note`);
  const offered = ways.filter((way) => way !== 'newest-copy' || newest !== undefined);

  // The newest copy comes first, so nothing is offered before it is known whether there is one: buttons do not change places under a hand.
  if (ways.includes('newest-copy') && copies.isPending) return <Skeleton height={`${ways.length * 3.5}rem`} />;
  return (
    <ul className={classes.ways} aria-label={t('opening.ways')}>
      {offered.map((way, place) => (
        <li key={way}>
          <p>{noteOf(way)}</p>
          {way === 'recover' ? (
            <RecoverButton problem={problem} isFirst={place === 0 && !isQuiet} />
          ) : (
            <Button
              variant={place === 0 && !isQuiet ? 'filled' : 'default'}
              loading={busy === way}
              disabled={busy !== null && busy !== way}
              onClick={() => void run(way, work[way])}
            >
              {t(`opening.way.${way}.do`)}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
