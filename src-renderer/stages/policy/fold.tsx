import { IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import classes from './fold.module.css';

/** A part that most people leave closed; `note` says what is in it. Opens by itself when `isWanted` becomes true. */
export function Fold({
  title,
  note,
  isOpenAtFirst = false,
  isWanted = false,
  children,
}: {
  title: string;
  note?: ReactNode;
  isOpenAtFirst?: boolean;
  isWanted?: boolean;
  children: ReactNode;
}) {
  const [isOpen, setOpen] = useState(isOpenAtFirst || isWanted);
  useEffect(() => {
    if (isWanted) setOpen(true);
  }, [isWanted]);
  return (
    <details className={classes.fold} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <IconChevronRight size="1.05rem" stroke={1.8} aria-hidden />
        <span className={classes.title}>{title}</span>
        {note ? <span className={classes.note}>{note}</span> : null}
      </summary>
      {isOpen ? <div className={classes.body}>{children}</div> : null}
    </details>
  );
}
