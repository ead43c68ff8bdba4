import { IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconXboxX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './notice.module.css';

const icons = { info: IconInfoCircle, good: IconCircleCheck, caution: IconAlertTriangle, danger: IconXboxX };

/** A message in its place: what it is, what it means, and what can be done now. */
export function Notice({ kind = 'info', title, children, action }: { kind?: keyof typeof icons; title?: string; children?: ReactNode; action?: ReactNode }) {
  const Icon = icons[kind];
  return (
    <div className={classes.notice} data-kind={kind} role={kind === 'danger' ? 'alert' : 'note'}>
      <Icon size="1.25rem" stroke={1.8} aria-hidden className={classes.icon} />
      <div className={classes.text}>
        {title ? <strong>{title}</strong> : null}
        {children ? <div>{children}</div> : null}
        {action ? <div className={classes.action}>{action}</div> : null}
      </div>
    </div>
  );
}
