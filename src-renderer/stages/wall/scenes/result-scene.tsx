import { WallResult } from '../../workshops/results/wall-result.tsx';
import classes from './scenes.module.css';

/** The result of a closed ballot, step by step. */
export function ResultScene({ ballotId, step }: { ballotId: string; step: number }) {
  return (
    <div className={classes.whole}>
      <WallResult ballotId={ballotId} step={step} />
    </div>
  );
}
