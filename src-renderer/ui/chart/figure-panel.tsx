import { Button } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import type { Figure, FigureContext } from '#shared/figures/figure.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import classes from './chart.module.css';
import { type FigureRows, FigureTable } from './figure-table.tsx';
import { FigureView } from './figure-view.tsx';

const leastTableHeightPx = 200;

export interface FigurePanelProps {
  /** What kind of message this is: a trend, a ranking, a pattern in time, a place. */
  readonly title: string;
  /** The message itself, one sentence with its figure. */
  readonly message: ReactNode;
  readonly alternative: string;
  readonly build?: (context: FigureContext) => Figure;
  /** A bar or point was clicked; the filters of the screen do the same by keyboard. */
  readonly onPick?: ((index: number) => void) | undefined;
  readonly pickHint?: string;
  /** A picture that is not a chart (a map), in place of `build`. */
  readonly picture?: ReactNode;
  /** Left out where the picture has a table of its own. */
  readonly table?: FigureRows;
  readonly source: string;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  /** Controls of the picture itself (unit, period). */
  readonly controls?: ReactNode;
}

/** One figure: its kind, its message, the picture or its table, where it comes from, and what can be done with it. */
export function FigurePanel({ title, message, alternative, build, onPick, pickHint, picture, table, source, note, actions, controls }: FigurePanelProps) {
  const { t } = useTexts();
  const [isTable, setIsTable] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(0);
  const toggle = () => {
    // The table takes the picture's place exactly: nothing below it moves.
    if (!isTable) setHeight(box.current?.offsetHeight ?? 0);
    setIsTable(!isTable);
  };
  return (
    <section className={classes.panel} aria-label={title}>
      <header className={classes.head}>
        <div className={classes.words}>
          <h2>{title}</h2>
          <p>{message}</p>
        </div>
        {controls ? <div className={classes.controls}>{controls}</div> : null}
      </header>
      <div className={classes.picture} ref={box} style={isTable ? { blockSize: Math.max(height, leastTableHeightPx), flex: 'none' } : undefined}>
        {isTable && table ? (
          <FigureTable caption={title} table={table} />
        ) : build ? (
          <FigureView build={build} alternative={alternative} onPick={onPick} pickHint={pickHint} />
        ) : (
          picture
        )}
      </div>
      <footer className={classes.foot}>
        <div className={classes.source}>
          {source}
          {note ? <div>{note}</div> : null}
        </div>
        <div className={classes.actions}>
          {table ? (
            <Button
              variant="subtle"
              size="xs"
              leftSection={isTable ? <IconChartBar size="1rem" stroke={1.6} aria-hidden /> : <IconTable size="1rem" stroke={1.6} aria-hidden />}
              onClick={toggle}
              aria-label={`${t(isTable ? 'chart.asPicture' : 'chart.asTable')}: ${title}`}
            >
              {t(isTable ? 'chart.asPicture' : 'chart.asTable')}
            </Button>
          ) : null}
          {actions}
        </div>
      </footer>
    </section>
  );
}
