import classes from './scenes.module.css';

/** The time that is left of the session that runs. */
export function TimerScene({ workshopId }: { workshopId: string }) {
  return <div className={classes.middle}>{workshopId ? null : null}</div>;
}
