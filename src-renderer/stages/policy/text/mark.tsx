import type { ReactNode } from 'react';
import classes from './notes.module.css';

/** A word on the state of something, in a colour that can be read on every ground. */
export function Mark({ tone, children }: { tone: 'good' | 'caution' | 'danger' | 'quiet'; children: ReactNode }) {
  return (
    <span className={classes.mark} data-tone={tone}>
      {children}
    </span>
  );
}
