import type { ReactNode } from 'react';
import classes from './stat.module.css';

/** A key figure: the number first, what it counts below. */
export function Stat({ value, label, note }: { value: ReactNode; label: ReactNode; note?: ReactNode }) {
  return (
    <div className={classes.stat}>
      <div className={classes.value}>{value}</div>
      <div className={classes.label}>{label}</div>
      {note ? <div className={classes.note}>{note}</div> : null}
    </div>
  );
}

export function StatRow({ children }: { children: ReactNode }) {
  return <div className={classes.row}>{children}</div>;
}
