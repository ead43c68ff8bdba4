import type { TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './follow-up.module.css';

/** How something stands: a sign and a word, never a colour alone. */
export function Mark({ tone, icon: Icon, children }: { tone: 'good' | 'caution' | 'danger' | 'plain'; icon: TablerIcon; children: ReactNode }) {
  return (
    <span className={classes.mark} data-tone={tone}>
      <Icon size="1rem" stroke={1.9} aria-hidden />
      {children}
    </span>
  );
}
