import { useQuery } from '@tanstack/react-query';
import { type CSSProperties, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { BallotResult } from '#shared/domain/results.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { GroupChart } from './group-chart.tsx';
import { ResultChart } from './result-chart.tsx';
import { firstDivision, optionRows } from './result-figures.ts';
import { useResultWords } from './use-result-words.ts';
import classes from './wall-result.module.css';

/** What can be read from ten metres at once. */
const mostRows = 7;
const mostGroupRows = 6;
const mostSentences = 4;

type Part = 'question' | 'totals' | 'groups' | 'sentence';

function partsOf(result: BallotResult): Part[] {
  return firstDivision(result) ? ['question', 'totals', 'groups', 'sentence'] : ['question', 'totals', 'sentence'];
}

/** How many steps a result has on the wall: the question, the whole room, the groups where they may be shown, the sentence. */
export function wallResultSteps(result: BallotResult): number {
  return partsOf(result).length;
}

/** A result on the wall, step by step; sizes are in em of whoever mounts it. Shows nothing while the ballot is open. */
export function WallResult({ ballotId, step }: { ballotId: string; step: number }) {
  const { queries } = useEngine();
  const result = useQuery(queries.results.of.queryOptions({ input: { ballotId } })).data;
  return result ? <Shown result={result} step={step} /> : null;
}

function Shown({ result, step }: { result: BallotResult; step: number }) {
  const { t } = useTexts();
  const parts = partsOf(result);
  const part = parts[Math.max(0, Math.min(step, parts.length - 1))] ?? 'question';
  const division = firstDivision(result);
  const rows = Math.min(mostRows, Math.max(1, optionRows(result).length));
  return (
    <section className={classes.result} data-part={part} aria-live="polite">
      <header className={classes.head}>
        <h1>
          <bdi>{result.question || t('results.unnamed')}</bdi>
        </h1>
        <p>{t('results.wall.people', { count: result.people.answered })}</p>
      </header>
      {part === 'totals' ? (
        <Fitted key="totals" most={rows}>
          {(most) => <ResultChart result={result} most={most} />}
        </Fitted>
      ) : null}
      {part === 'groups' && division ? (
        <Fitted key="groups" most={mostGroupRows}>
          {(most) => <GroupChart result={result} division={division} most={most} />}
        </Fitted>
      ) : null}
      {part === 'sentence' ? <Sentences result={result} /> : null}
    </section>
  );
}

/** From large letters to the smallest that is read from ten metres. */
const letters = [1.6, 1.4, 1.2, 1.05, 1] as const;
const fewestRows = 2;

/** As large as the wall allows: letters shrink to one em, then the last rows stay away; nothing is ever cut. */
function Fitted({ most, children }: { most: number; children: (rows: number) => ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ letter: 0, rows: most });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || element.scrollHeight <= element.clientHeight + 1) return;
    if (size.letter < letters.length - 1) setSize({ ...size, letter: size.letter + 1 });
    else if (size.rows > fewestRows) setSize({ ...size, rows: size.rows - 1 });
  }, [size]);
  useLayoutEffect(() => {
    const again = () => setSize({ letter: 0, rows: most });
    window.addEventListener('resize', again);
    return () => window.removeEventListener('resize', again);
  }, [most]);
  return (
    <div ref={box} className={classes.picture} style={{ '--letter': letters[size.letter] } as CSSProperties}>
      {children(size.rows)}
    </div>
  );
}

function Sentences({ result }: { result: BallotResult }) {
  const words = useResultWords(result);
  const last = result.sentences.at(-1);
  const said = result.sentences.slice(0, -1).slice(0, mostSentences - 1);
  return (
    <div className={classes.sentences}>
      {said.map((sentence, place) => (
        <p key={sentence.key} data-main={place === 0 || undefined}>
          {words.sentence(sentence)}
        </p>
      ))}
      {last ? <p className={classes.limits}>{words.sentence(last)}</p> : null}
    </div>
  );
}
