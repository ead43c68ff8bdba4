import type { CSSProperties } from 'react';
import type { BallotResult, ResultDivided } from '#shared/domain/results.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from './group-chart.module.css';
import { dotLanes, optionRows, pointScale, reachOf } from './result-figures.ts';
import { type ResultWords, useResultWords } from './use-result-words.ts';

interface GroupChartProps {
  readonly result: BallotResult;
  readonly division: ResultDivided;
  /** Only so many rows; where there are more, those on which the parts lie furthest apart, in their order. */
  readonly most?: number;
}

/**
 * Where each part of the room stands on every option: numbered marks on one scale, a line for the whole room, a diamond for every part weighing
 * the same, and how far the parts lie apart. Sizes are in em, so that the wall only sets a larger letter.
 */
export function GroupChart({ result, division, most = Number.POSITIVE_INFINITY }: GroupChartProps) {
  const { t } = useTexts();
  const words = useResultWords(result);
  const all = optionRows(result)
    .flatMap(({ at }) => at)
    .filter((index) => result.totals.figures[index]?.points !== null);
  const widest = all.toSorted((a, b) => (division.divergence[b] ?? 0) - (division.divergence[a] ?? 0)).slice(0, most);
  const rows = all.filter((index) => widest.includes(index));
  return (
    <div className={classes.groups}>
      <ul className={classes.key}>
        {division.parts.map((part, place) => (
          <li key={part.id}>
            <span className={classes.mark} data-part={place % 6} aria-hidden>
              {place + 1}
            </span>
            <span>
              <bdi>{words.partName(part)}</bdi> <small>{t('results.people', { count: part.people })}</small>
            </span>
          </li>
        ))}
        <li>
          <span className={classes.roomKey} aria-hidden />
          {t('results.wholeRoom')}
        </li>
        <li>
          <span className={classes.equalKey} aria-hidden />
          {t('results.equal')}
        </li>
      </ul>
      <table className={classes.table}>
        <caption className="visually-hidden">{t('results.groups.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('results.option')}</th>
            <th scope="col">{t(`results.unit.${result.kind}`)}</th>
            <th scope="col" className={classes.number}>
              {t('results.apart')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((index) => (
            <Row
              key={index}
              result={result}
              division={division}
              index={index}
              words={words}
              isWidest={index === widest[0] && (division.divergence[index] ?? 0) > 1e-9}
            />
          ))}
        </tbody>
      </table>
      {all.length > rows.length ? <p className={classes.more}>{t('results.moreAlike', { count: all.length - rows.length })}</p> : null}
    </div>
  );
}

function Row({
  result,
  division,
  index,
  words,
  isWidest,
}: {
  result: BallotResult;
  division: ResultDivided;
  index: number;
  words: ResultWords;
  isWidest: boolean;
}) {
  const { t } = useTexts();
  const total = result.totals.figures[index];
  if (!total) return null;
  const scale = pointScale(result);
  const points = division.parts.map((part) => part.figures[index]?.points ?? null);
  const reaches = points.map((value) => (value === null ? null : reachOf(value, scale)));
  const known = reaches.filter((reach) => reach !== null);
  const lanes = dotLanes(reaches);
  const equal = division.equal[index]?.points ?? null;
  const spoken = division.parts.map((part, place) => `${words.partName(part)}: ${words.points(points[place] ?? null)}`);
  return (
    <tr data-widest={isWidest || undefined}>
      <th scope="row">
        <bdi>{words.figureName(total)}</bdi>
      </th>
      <td>
        <div className={classes.track} style={{ '--lanes': Math.max(0, ...lanes) + 1 } as CSSProperties} aria-hidden>
          {known.length > 1 ? (
            <span
              className={classes.between}
              style={{ insetInlineStart: `${100 * Math.min(...known)}%`, inlineSize: `${100 * (Math.max(...known) - Math.min(...known))}%` }}
            />
          ) : null}
          {total.points === null ? null : <span className={classes.room} style={{ insetInlineStart: `${100 * reachOf(total.points, scale)}%` }} />}
          {equal === null ? null : <span className={classes.equal} style={{ insetInlineStart: `${100 * reachOf(equal, scale)}%` }} />}
          {reaches.map((reach, place) =>
            reach === null ? null : (
              <span
                key={division.parts[place]?.id}
                className={classes.mark}
                data-part={place % 6}
                style={{ insetInlineStart: `${100 * reach}%`, '--lane': lanes[place] ?? 0 } as CSSProperties}
              >
                {place + 1}
              </span>
            ),
          )}
        </div>
        <span className="visually-hidden">
          {spoken.join('; ')}; {t('results.wholeRoom')}: {words.points(total.points)}; {t('results.equal')}: {words.points(equal)}
        </span>
      </td>
      <td className={classes.number}>{words.points(division.divergence[index] ?? null)}</td>
    </tr>
  );
}
