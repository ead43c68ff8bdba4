import type { CSSProperties, ReactNode } from 'react';
import type { BallotResult, ResultFigure } from '#shared/domain/results.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from './result-chart.module.css';
import { drawingOf, type OptionRow, optionRows, reachOf } from './result-figures.ts';
import { type ResultWords, useResultWords } from './use-result-words.ts';

/** Only so many statements and words are read from a picture. */
const mostWords = 40;

/**
 * The one picture of a result: bars with their figures, how many gave each level, the choices of each question, or what was said. Sizes are
 * in em, so that the wall only sets a larger letter. `most` leaves the last options out and says how many.
 */
export function ResultChart({
  result,
  most = Number.POSITIVE_INFINITY,
  besideFigure,
}: {
  result: BallotResult;
  most?: number;
  besideFigure?: (index: number) => ReactNode;
}) {
  const { t } = useTexts();
  const words = useResultWords(result);
  const rows = optionRows(result);
  const shown = rows.slice(0, most);
  const drawing = drawingOf(result);
  if (drawing === 'words') return <Said result={result} most={Math.min(most, mostWords)} />;
  return (
    <div className={classes.chart}>
      {drawing === 'levels' ? <LevelLegend words={words} /> : null}
      <ol className={classes.rows}>
        {shown.map((row, place) => (
          <li key={row.option.id} className={classes.row} data-first={isFirst(result, row) || undefined} style={{ '--turn': place } as CSSProperties}>
            {drawing === 'bars' ? <BarRow result={result} row={row} words={words} /> : null}
            {drawing === 'levels' ? <LevelRow result={result} row={row} words={words} besideFigure={besideFigure} /> : null}
            {drawing === 'choices' ? <ChoiceRow result={result} row={row} words={words} /> : null}
            {besideFigure && row.at[0] !== undefined && drawing !== 'levels' ? <span className={classes.facts}>{besideFigure(row.at[0])}</span> : null}
          </li>
        ))}
      </ol>
      {rows.length > shown.length ? <p className={classes.more}>{t('results.more', { count: rows.length - shown.length })}</p> : null}
    </div>
  );
}

function isFirst(result: BallotResult, row: OptionRow): boolean {
  if (drawingOf(result) !== 'bars') return false;
  const ranks = result.totals.figures.flatMap(({ rank }) => rank ?? []);
  return ranks.length > 0 && result.totals.figures[row.at[0] ?? -1]?.rank === Math.min(...ranks);
}

interface RowProps {
  readonly result: BallotResult;
  readonly row: OptionRow;
  readonly words: ResultWords;
}

function BarRow({ result, row, words }: RowProps) {
  const index = row.at[0] ?? -1;
  const figure = result.totals.figures[index];
  // In the whole room a bar is measured by the highest of the room, not of a group.
  const most = Math.max(...result.totals.figures.map(({ points }) => points ?? 0), 0) || 1;
  if (!figure) return null;
  return (
    <>
      <span className={classes.place}>{words.place(result.totals.figures, index)}</span>
      <div className={classes.words}>
        <p className={classes.name}>
          <bdi>{words.nameOf(row.option.id)}</bdi>
        </p>
        <div className={classes.track}>
          <span className={classes.bar} style={{ '--reach': reachOf(figure.points, { low: 0, high: most }) } as CSSProperties} aria-hidden />
          <span className={classes.figure}>
            <strong>{words.headline(figure)}</strong> {words.beside(figure)}
          </span>
        </div>
      </div>
    </>
  );
}

function LevelLegend({ words }: { words: ResultWords }) {
  return (
    <ul className={classes.legend}>
      {[1, 2, 3, 4, 5].map((level) => (
        <li key={level}>
          <span className={classes.swatch} data-level={level} aria-hidden />
          {words.level(level)}
        </li>
      ))}
    </ul>
  );
}

function LevelRow({ result, row, words, besideFigure }: RowProps & { besideFigure: ((index: number) => ReactNode) | undefined }) {
  const figures = row.at.flatMap((index) => (result.totals.figures[index] ? [{ index, figure: result.totals.figures[index] }] : []));
  return (
    <div className={classes.words}>
      <p className={classes.name}>
        <bdi>{words.nameOf(row.option.id)}</bdi>
      </p>
      {figures.map(({ figure, index }) => (
        <div key={figure.facet} className={classes.levels} data-faceted={figure.facet !== '' || undefined}>
          {figure.facet === '' ? null : <span className={classes.facet}>{words.facet(figure.facet)}</span>}
          <LevelBar figure={figure} words={words} />
          <span className={classes.figure}>
            <strong>{words.headline(figure)}</strong>
          </span>
          {besideFigure ? <span className={classes.facts}>{besideFigure(index)}</span> : null}
        </div>
      ))}
    </div>
  );
}

/** How many of those who answered gave each level. */
function LevelBar({ figure, words }: { figure: ResultFigure; words: ResultWords }) {
  const { formats } = useTexts();
  const n = figure.counts.reduce((sum, count) => sum + count, 0);
  const spoken = figure.counts.map((count, index) => `${words.level(index + 1)}: ${formats.count(count)}`).join(', ');
  return (
    <div className={classes.stack} role="img" aria-label={n === 0 ? '–' : spoken}>
      {figure.counts.map((count, index) =>
        count === 0 ? null : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the five levels never change places
          <span key={index} className={classes.part} data-level={index + 1} style={{ inlineSize: `${(100 * count) / n}%` }} />
        ),
      )}
    </div>
  );
}

function ChoiceRow({ result, row, words }: RowProps) {
  const { t, formats } = useTexts();
  const figure = result.totals.figures[row.at[0] ?? -1];
  const { choices, correct } = row.option;
  const isLevel = choices.join() === '1,2,3,4,5';
  const n = figure?.n ?? 0;
  return (
    <div className={classes.words}>
      <p className={classes.name}>
        <bdi>{words.nameOf(row.option.id)}</bdi>
      </p>
      {choices.length === 0 ? <p className={classes.quiet}>{t('results.inWords', { count: n })}</p> : null}
      {choices.map((choice, index) => {
        const count = figure?.counts[index] ?? 0;
        return (
          <div key={choice} className={classes.choice} data-correct={choice === correct || undefined}>
            <span className={classes.choiceName}>
              <bdi>{words.choice(choice, isLevel)}</bdi>
              {choice === correct ? <span className={classes.correct}> {t('results.correct')}</span> : null}
            </span>
            <div className={classes.track}>
              <span className={classes.bar} style={{ '--reach': n === 0 ? 0 : count / n } as CSSProperties} aria-hidden />
              <span className={classes.figure}>
                <strong>{formats.count(count)}</strong> {n === 0 ? '' : formats.percent(count / n)}
              </span>
            </div>
          </div>
        );
      })}
    </div>
  );
}

function Said({ result, most }: { result: BallotResult; most: number }) {
  const { t } = useTexts();
  if (result.texts.length === 0) return <p className={classes.quiet}>{t('results.noWords')}</p>;
  return (
    <ul className={classes.said}>
      {result.texts.slice(0, most).map(({ id, text }) => (
        <li key={id}>
          <bdi>{text}</bdi>
        </li>
      ))}
    </ul>
  );
}
