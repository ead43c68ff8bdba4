import { Link } from '@tanstack/react-router';
import type { Weighing } from '#shared/domain/criteria.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { useFigureWords } from '../figure-words.ts';
import classes from './compare.module.css';

const colourOf = (place: number) => `var(--data-${(place % 7) + 1})`;

/** The ranking: each bar is made of what the criteria give the option; those with a gap stand below, unranked. */
export function RankingPanel({ weighing }: { weighing: Weighing }) {
  const { t, formats } = useTexts();
  const { list } = useFigureWords();
  const { criteria, options } = weighing;
  const ranked = options.filter(({ value }) => value !== null).sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const incomplete = options.filter(({ value }) => value === null);
  const nameOf = (id: string) => criteria.find((criterion) => criterion.id === id)?.name ?? '';
  return (
    <Panel title={t('compare.ranking.title')} note={t('compare.ranking.note')}>
      <ul className={classes.legend}>
        {criteria.map((criterion, place) =>
          criterion.weight ? (
            <li key={criterion.id}>
              <span style={{ background: colourOf(place) }} aria-hidden /> <bdi>{criterion.name}</bdi>
            </li>
          ) : null,
        )}
      </ul>
      <ol className={classes.ranking}>
        {ranked.map((option, index) => (
          <li key={option.priorityId} className={classes.rank} data-first={index === 0 || undefined}>
            <span className={classes.place}>{formats.decimal(option.rank, Number.isInteger(option.rank) ? 0 : 1)}</span>
            <div className={classes.option}>
              <p>
                <bdi>{option.title || t('vote.untitled')}</bdi>
              </p>
              <div className={classes.track}>
                <span className={classes.bar} style={{ inlineSize: 'calc(100% - 5rem)' }} aria-hidden>
                  {option.cells.map((cell, place) => {
                    const part = Math.max(0, (criteria[place]?.weight ?? 0) * (cell.score ?? 0));
                    return part > 0 ? <span key={cell.criterionId} style={{ inlineSize: `${Math.min(100, part)}%`, background: colourOf(place) }} /> : null;
                  })}
                </span>
                <strong className={classes.figure}>{formats.decimal(option.value)}</strong>
              </div>
            </div>
          </li>
        ))}
      </ol>
      {incomplete.length > 0 ? (
        <Notice
          kind="caution"
          title={t('compare.incomplete.title', { count: incomplete.length })}
          action={<Link to="/priorities/criteria">{t('compare.incomplete.action')}</Link>}
        >
          <ul className={classes.incomplete}>
            {incomplete.map((option) => (
              <li key={option.priorityId}>
                <bdi>{option.title || t('vote.untitled')}</bdi>: {list(option.missing.map(nameOf))}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </Panel>
  );
}
