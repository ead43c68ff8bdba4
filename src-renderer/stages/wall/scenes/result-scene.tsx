import type { Ballot } from '#shared/domain/ballots.ts';
import classes from './scenes.module.css';

/** The result of a closed ballot, step by step. */
export function ResultScene({ ballot, step }: { ballot: Ballot; step: number }) {
  return <div className={classes.whole}>{step >= 0 ? ballot.question : null}</div>;
}
