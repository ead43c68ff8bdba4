import type { Ballot } from '#shared/domain/ballots.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useTurnout } from '../turnout.ts';
import classes from './scenes.module.css';

/** More dots than this would be dust from ten metres. */
const mostDots = 240;

/** A question and how many have answered. Never what they answered. */
export function BallotScene({ ballot }: { ballot: Ballot }) {
  const { t, formats } = useTexts();
  const { answered, present, words } = useTurnout(ballot);
  const dots = Math.max(present, answered);
  return (
    <div className={classes.ballot}>
      <div className={classes.question}>
        {ballot.round > 1 ? <p className={classes.round}>{t('wall.round', { round: formats.count(ballot.round) })}</p> : null}
        <h2>
          <bdi>{ballot.question || t('wall.noQuestion')}</bdi>
        </h2>
        {ballot.help ? (
          <p className={classes.help} dir="auto">
            {ballot.help}
          </p>
        ) : null}
      </div>
      <div className={classes.turnout} role="status">
        <strong className={classes.answered}>{formats.count(answered)}</strong>
        <span className={classes.present}>{words}</span>
      </div>
      {dots > 0 && dots <= mostDots ? (
        <div className={classes.dots} aria-hidden data-many={dots > 80 || undefined}>
          {Array.from({ length: dots }, (_, index) => (
            // The dots stand for nobody in particular.
            // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its place in the row
            <span key={index} className={classes.dot} data-full={index < answered || undefined} />
          ))}
        </div>
      ) : null}
      <p className={classes.state}>{t(`wall.ballot.${ballot.state}`)}</p>
    </div>
  );
}
