import type { KeyboardEvent, ReactNode } from 'react';
import { type RatingDimension, ratingDimensions } from '#shared/domain/stakeholders.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Term } from '../../../ui/term.tsx';
import { ScoreInput } from '../score-input.tsx';
import { useStakeholderWords } from '../use-stakeholders.ts';
import classes from './ratings.module.css';
import { type SheetRow, useSheet } from './use-sheet.ts';

/** Lines of five scores: a digit fills a field and goes on to the next, the arrows go anywhere. */
export function RatingSheet({
  caption,
  first,
  rows,
  day,
  foot,
}: {
  caption: string;
  /** What the lines are: raters, or stakeholders. */
  first: string;
  rows: readonly SheetRow[];
  day: string;
  foot?: ReactNode;
}) {
  const { t, direction } = useTexts();
  const words = useStakeholderWords();
  const { scoreOf, give } = useSheet(rows, day);

  const onMoveKey = (event: KeyboardEvent<HTMLInputElement>): boolean => {
    const forward = direction === 'rtl' ? -1 : 1;
    const lines: Readonly<Record<string, number>> = { ArrowDown: 1, Enter: 1, ArrowUp: -1 };
    const fields: Readonly<Record<string, number>> = { ArrowRight: forward, ArrowLeft: -forward };
    const step = (lines[event.key] ?? 0) * ratingDimensions.length + (fields[event.key] ?? 0);
    if (step !== 0) goTo(event.currentTarget, step);
    return step !== 0;
  };

  return (
    <div className={classes.scroller}>
      <table className={classes.sheet} data-sheet="">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {ratingDimensions.map((dimension) => (
              <th key={dimension} scope="col" className={classes.scoreColumn}>
                <Term name={`rating.${dimension}`}>{words.dimension(dimension)}</Term>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <span dir="auto">{row.label}</span>
                {row.note ? <small>{row.note}</small> : null}
              </th>
              {ratingDimensions.map((dimension) => (
                <td key={dimension} className={classes.scoreColumn}>
                  <ScoreInput
                    column={dimension}
                    label={t('ratings.scoreOf', { dimension: words.dimension(dimension), name: row.note ? `${row.label}, ${row.note}` : row.label })}
                    value={scoreOf(row, dimension)}
                    onMoveKey={onMoveKey}
                    onSave={(score, field) => {
                      give(row, dimension, score);
                      if (score !== null) goTo(field, 1);
                    }}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {foot ? <tfoot>{foot}</tfoot> : null}
      </table>
    </div>
  );
}

function goTo(from: HTMLInputElement, step: number): void {
  const fields = [...(from.closest('[data-sheet]')?.querySelectorAll<HTMLInputElement>('input[data-score]') ?? [])];
  fields[fields.indexOf(from) + step]?.focus();
}

/** A dimension's words for its ends: what 1 and what 5 means. */
export function ScaleNote({ dimensions }: { dimensions: readonly RatingDimension[] }) {
  const { t } = useTexts();
  const words = useStakeholderWords();
  return (
    <dl className={classes.scale}>
      {dimensions.map((dimension) => (
        <div key={dimension}>
          <dt>{words.dimension(dimension)}</dt>
          <dd>{t(`ratings.scale.${dimension}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
