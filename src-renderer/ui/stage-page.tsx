import type { ReactNode } from 'react';
import classes from './stage-page.module.css';

/**
 * The frame of every screen: a title, one sentence that says what it is for, the one obvious next action, then the task.
 * `wide` gives tables and maps the whole width; text and forms keep a readable measure.
 */
export function StagePage({
  title,
  purpose,
  actions,
  wide = false,
  children,
}: {
  title: string;
  purpose: string;
  actions?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={classes.page} data-wide={wide || undefined}>
      <header className={classes.head}>
        <div className={classes.words}>
          <h1>{title}</h1>
          <p>{purpose}</p>
        </div>
        {actions ? <div className={classes.actions}>{actions}</div> : null}
      </header>
      {children}
    </div>
  );
}

/** A titled part of a screen on its own surface. `plain` leaves the padding to the content (tables, maps). */
export function Panel({
  title,
  note,
  actions,
  plain = false,
  children,
}: {
  title?: string;
  note?: ReactNode;
  actions?: ReactNode;
  plain?: boolean;
  children: ReactNode;
}) {
  return (
    <section className={classes.panel} aria-label={title}>
      {title ? (
        <div className={classes.panelHead}>
          <h2>{title}</h2>
          {actions ? <div className={classes.actions}>{actions}</div> : null}
          {note ? <p className={classes.note}>{note}</p> : null}
        </div>
      ) : null}
      <div className={plain ? classes.plain : classes.body}>{children}</div>
    </section>
  );
}
