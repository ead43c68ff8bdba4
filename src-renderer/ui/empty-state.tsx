import type { TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

/** Nothing here yet: one sentence that teaches, and the first step. */
export function EmptyState({ icon: Icon, title, children, action }: { icon: TablerIcon; title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <Icon size="2.25rem" stroke={1.3} aria-hidden className={classes.icon} />
      <h2>{title}</h2>
      <p>{children}</p>
      {action ? <div className={classes.action}>{action}</div> : null}
    </div>
  );
}
