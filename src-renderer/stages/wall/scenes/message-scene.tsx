import classes from './scenes.module.css';

/** Words of the facilitator, as large as they fit. */
export function MessageScene({ message }: { message: string }) {
  const size = message.length <= 40 ? 'short' : message.length <= 140 ? 'middle' : 'long';
  return (
    <div className={classes.middle}>
      <p className={classes.message} data-size={size} dir="auto">
        {message}
      </p>
    </div>
  );
}
