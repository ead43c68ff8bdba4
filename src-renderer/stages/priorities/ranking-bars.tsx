import { IconFlag3Filled } from '@tabler/icons-react';
import type { Priority, Vote } from '#shared/domain/priorities.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import classes from './result-page.module.css';
import { byRank, useGivenText, usePlaceText } from './result-words.ts';

/** The ranking in all: one bar per option, its dots and share written at its end. */
export function RankingBars({ options, vote }: { options: readonly Priority[]; vote: Vote }) {
  const { t, formats } = useTexts();
  const placeText = usePlaceText(vote.results);
  const givenText = useGivenText(vote.decided?.unit ?? 'dots');
  const most = Math.max(...vote.results.map((result) => result.dots), 1);
  return (
    <Panel title={t('result.all.title')}>
      <ol className={classes.ranking}>
        {byRank(options, vote.results).map(({ option, result }, index) => (
          <li key={option.id} className={classes.rank} data-first={index === 0 || undefined}>
            <span className={classes.place}>{placeText(option.id, 'rank')}</span>
            <div className={classes.option}>
              <p>
                <bdi>{option.title || t('vote.untitled')}</bdi>
                {option.isChosen ? (
                  <span className={classes.chosenMark}>
                    <IconFlag3Filled size="0.9rem" aria-hidden /> {t('result.chosen')}
                  </span>
                ) : null}
              </p>
              <div className={classes.track}>
                <span
                  className={classes.bar}
                  style={{ inlineSize: `calc((100% - 9.5rem) * ${result.dots / most})`, animationDelay: `${index * 60}ms` }}
                  aria-hidden
                />
                <span className={classes.figure}>
                  <strong>{givenText(result.dots)}</strong> {formats.percent(result.share)}
                </span>
              </div>
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
