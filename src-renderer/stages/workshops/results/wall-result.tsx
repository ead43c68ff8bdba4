import { useQuery } from '@tanstack/react-query';
import type { CSSProperties } from 'react';
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
        <div key="totals" className={classes.picture} style={{ '--letter': letterFor(rows) } as CSSProperties}>
          <ResultChart result={result} most={mostRows} />
        </div>
      ) : null}
      {part === 'groups' && division ? (
        <div key="groups" className={classes.picture} style={{ '--letter': 1 } as CSSProperties}>
          <GroupChart result={result} division={division} most={mostGroupRows} />
        </div>
      ) : null}
      {part === 'sentence' ? <Sentences result={result} /> : null}
    </section>
  );
}

/** Few rows get large letters. */
function letterFor(rows: number): number {
  return rows <= 3 ? 1.6 : rows <= 5 ? 1.3 : 1.08;
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
