import { Button } from '@mantine/core';
import { IconListNumbers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type RatingLine, ratingDimensions, type Stakeholder } from '#shared/domain/stakeholders.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useRaterWords } from '../ratings/use-rater-words.ts';
import { useStakeholderWords } from '../use-stakeholders.ts';
import classes from './register.module.css';

/** Lines that are shown before «all of them» is asked for. */
const firstLines = 6;

/** Where a body stands and who says so, the newest first; people in a ballot are one line without names. */
export function RatingsPanel({ stakeholder }: { stakeholder: Stakeholder }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const words = useStakeholderWords();
  const [isWhole, setIsWhole] = useState(false);
  const lines = useQuery(queries.stakeholders.ratings.queryOptions({ input: { id: stakeholder.id } })).data ?? [];
  const shown = isWhole ? lines : lines.slice(0, firstLines);
  return (
    <section className={classes.raters} aria-label={t('ratings.title')}>
      <h3>{t('ratings.title')}</h3>
      <p className={classes.placeLine}>
        <strong>{words.placeName(stakeholder.gridPlace)}</strong>
        {stakeholder.isDecided ? ` · ${t('grid.line.decidedByGroup')}` : ''}
        {stakeholder.isDecided && stakeholder.decidedReason ? ` (${stakeholder.decidedReason})` : ''}
        {' · '}
        {words.className(stakeholder.salience)}
      </p>
      <dl className={classes.summary}>
        {ratingDimensions.map((dimension) => {
          const { median, q1, q3, raters } = stakeholder.spread[dimension];
          return (
            <div key={dimension}>
              <dt>{words.dimension(dimension)}</dt>
              <dd>{formats.decimal(median, Number.isInteger(median) ? 0 : 1)}</dd>
              <dd className={classes.range}>{raters === 0 ? t('ratings.nobody') : t('ratings.range', { low: short(q1), high: short(q3), count: raters })}</dd>
            </div>
          );
        })}
      </dl>
      {lines.length > 0 ? (
        <table className={classes.lines}>
          <thead>
            <tr>
              <th scope="col">{t('ratings.rater')}</th>
              {ratingDimensions.map((dimension) => (
                <th key={dimension} scope="col" title={words.dimension(dimension)}>
                  <span aria-hidden>{t(`ratings.short.${dimension}`)}</span>
                  <span className="visually-hidden">{words.dimension(dimension)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </tbody>
        </table>
      ) : null}
      <Button
        renderRoot={(props) => <Link to="/stakeholders/ratings/$stakeholderId" params={{ stakeholderId: stakeholder.id }} {...props} />}
        variant="default"
        mt="sm"
        leftSection={<IconListNumbers size="1rem" stroke={1.6} aria-hidden />}
      >
        {t('ratings.open')}
      </Button>
      {lines.length > firstLines && !isWhole ? (
        <Button variant="subtle" mt="sm" ms="xs" onClick={() => setIsWhole(true)}>
          {t('ratings.showAll', { number: formats.count(lines.length) })}
        </Button>
      ) : null}
    </section>
  );

  function short(value: number | null): string {
    return formats.decimal(value, Number.isInteger(value) ? 0 : 1);
  }
}

function Line({ line }: { line: RatingLine }) {
  const { t, formats } = useTexts();
  const raters = useRaterWords();
  const name = line.ballotId === null ? raters.name(line) : line.ballotQuestion || t('ratings.ballot');
  const rest = [
    line.ballotId === null ? '' : t('ratings.ballotPeople', { count: line.raters }),
    raters.group(line),
    line.sessionTitle,
    formats.day(line.day),
    line.counts ? '' : t('ratings.earlier'),
  ].filter(Boolean);
  return (
    <tr data-old={line.counts ? undefined : ''}>
      <td>
        <span dir="auto">{name}</span>
        <small>{rest.join(' · ')}</small>
      </td>
      {ratingDimensions.map((dimension) => (
        <td key={dimension}>{formats.decimal(line.scores[dimension], Number.isInteger(line.scores[dimension]) ? 0 : 1)}</td>
      ))}
    </tr>
  );
}
