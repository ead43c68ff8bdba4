import type { CSSProperties, ReactNode } from 'react';
import type { BallotResult, ResultFigure } from '#shared/domain/results.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from './result-chart.module.css';
import { drawingOf, type OptionRow, optionRows, pointScale, reachOf } from './result-figures.ts';
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
            {drawing === 'levels' ? <LevelRow result={result} row={row} words={words} /> : null}
            {drawing === 'choices' ? <ChoiceRow result={result} row={row} words={words} /> : null}
            {besideFigure && row.at[0] !== undefined ? <span className={classes.facts}>{besideFigure(row.at[0])}</span> : null}
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

function LevelRow({ result, row, words }: RowProps) {
  const figures = row.at.flatMap((index) => result.totals.figures[index] ?? []);
  return (
    <div className={classes.words}>
      <p className={classes.name}>
        <bdi>{words.nameOf(row.option.id)}</bdi>
      </p>
      {figures.map((figure) => (
        <div key={figure.facet} className={classes.levels} data-faceted={figure.facet !== '' || undefined}>
          {figure.facet === '' ? null : <span className={classes.facet}>{words.facet(figure.facet)}</span>}
          <LevelBar figure={figure} words={words} />
          <span className={classes.figure}>
            <strong>{words.headline(figure)}</strong>
          </span>
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

/** Whose part of the room each column is, and how long each option's bar is in it: the same scale everywhere. */
export function GroupMultiples({
  result,
  division,
  most = Number.POSITIVE_INFINITY,
  mostParts = Number.POSITIVE_INFINITY,
}: {
  result: BallotResult;
  division: BallotResult['divisions'][number];
  most?: number;
  mostParts?: number;
}) {
  const { t, formats } = useTexts();
  const words = useResultWords(result);
  const scale = pointScale(result);
  const rows = optionRows(result)
    .flatMap((row) => row.at)
    .slice(0, most);
  const parts = division.parts.slice(0, mostParts);
  const columns = [
    ...parts.map((part) => ({
      id: part.id,
      name: words.partName(part),
      people: part.people,
      figures: part.figures.map(({ points, rank, why }) => ({ points, rank, why })),
    })),
    { id: 'equal', name: t('results.equal'), people: null, figures: division.equal.map((figure) => ({ ...figure, why: null })) },
  ];
  return (
    <div className={classes.scroller}>
      <table className={classes.multiples}>
        <caption className="visually-hidden">{t('results.groups.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('results.option')}</th>
            {columns.map((column) => (
              <th key={column.id} scope="col" data-equal={column.id === 'equal' || undefined}>
                <bdi>{column.name}</bdi>
                <small>{column.people === null ? t('results.equalNote') : t('results.people', { count: column.people })}</small>
              </th>
            ))}
            <th scope="col">{t('results.apart')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((index) => {
            const total = result.totals.figures[index];
            if (!total) return null;
            return (
              <tr key={index}>
                <th scope="row">
                  <bdi>{words.figureName(total)}</bdi>
                </th>
                {columns.map((column) => {
                  const figure = column.figures[index];
                  return (
                    <td key={column.id} data-top={figure?.rank === 1 || undefined} data-equal={column.id === 'equal' || undefined}>
                      {figure?.points === null || figure === undefined ? (
                        <span className={classes.hidden} title={figure?.why ? t(`undefined.${figure.why}`) : undefined}>
                          –{figure?.why ? <span className="visually-hidden"> {t(`undefined.${figure.why}`)}</span> : null}
                        </span>
                      ) : (
                        <>
                          <span className={classes.mini} style={{ '--reach': reachOf(figure.points, scale) } as CSSProperties} aria-hidden />
                          <span className={classes.number}>{words.points(figure.points)}</span>
                        </>
                      )}
                    </td>
                  );
                })}
                <td>
                  <Apart result={result} division={division} index={index} words={words} scale={scale} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {division.parts.length > parts.length ? <p className={classes.more}>{t('results.moreParts', { count: division.parts.length - parts.length })}</p> : null}
      <p className={classes.more}>{t('results.unit', { unit: t(`results.unit.${result.kind}`) })}</p>
      <span className="visually-hidden">{formats.count(result.totals.people)}</span>
    </div>
  );
}

/** From the lowest part to the highest on the common scale; the tick is the whole room. */
function Apart({
  result,
  division,
  index,
  words,
  scale,
}: {
  result: BallotResult;
  division: BallotResult['divisions'][number];
  index: number;
  words: ResultWords;
  scale: { low: number; high: number };
}) {
  const reaches = division.parts.flatMap((part) => {
    const points = part.figures[index]?.points ?? null;
    return points === null ? [] : [reachOf(points, scale)];
  });
  const apart = division.divergence[index] ?? null;
  if (reaches.length < 2 || apart === null) return <span className={classes.hidden}>–</span>;
  const low = Math.min(...reaches);
  const high = Math.max(...reaches);
  const room = reachOf(result.totals.figures[index]?.points ?? null, scale);
  return (
    <div className={classes.apart}>
      <span className={classes.span} aria-hidden>
        <span className={classes.between} style={{ insetInlineStart: `${100 * low}%`, inlineSize: `${100 * (high - low)}%` }} />
        {reaches.map((reach, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts never change places
          <span key={place} className={classes.dot} style={{ insetInlineStart: `${100 * reach}%` }} />
        ))}
        <span className={classes.tick} style={{ insetInlineStart: `${100 * room}%` }} />
      </span>
      <span className={classes.number}>{words.points(apart)}</span>
    </div>
  );
}
