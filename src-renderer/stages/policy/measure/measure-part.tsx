import type { ReactNode } from 'react';
import classes from './measure.module.css';

/** One group of a measure's fields under its own heading. */
export function MeasurePart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.part} aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
