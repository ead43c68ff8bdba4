import { Tooltip } from '@mantine/core';
import { type KeyboardEvent, useContext } from 'react';
import type { Stakeholder } from '#shared/domain/stakeholders.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { ScoreInput } from './score-input.tsx';
import classes from './stakeholders.module.css';
import { ScoresContext } from './use-scores.ts';
import { hasOtherRaters, wholeScore } from './use-stakeholders.ts';

/**
 * The room's own score of one line; the arrows go up and down the column. Where others have rated too, it shows the median of all of them and is
 * not typed over: a press opens who gave what.
 */
export function ScoreCell({
  column,
  label,
  stakeholder,
  onOpen,
}: {
  column: 'power' | 'interest';
  label: string;
  stakeholder: Stakeholder;
  onOpen: (id: string) => void;
}) {
  const all = useContext(ScoresContext);
  if (hasOtherRaters(stakeholder)) return <MedianCell column={column} stakeholder={stakeholder} onOpen={() => onOpen(stakeholder.id)} />;
  const scores = all?.scoresOf(stakeholder) ?? stakeholder;
  const move = (from: HTMLInputElement, step: number) => {
    const cells = [...document.querySelectorAll<HTMLInputElement>(`input[data-score="${column}"]`)];
    cells[cells.indexOf(from) + step]?.focus();
  };
  const onMoveKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) move(event.currentTarget, step);
    return step !== 0;
  };
  const value = scores[column];
  return (
    <ScoreInput
      column={column}
      label={label}
      value={value}
      onMoveKey={onMoveKey}
      onSave={(score) => {
        if (score !== value) all?.place(stakeholder.id, { power: scores.power, interest: scores.interest, [column]: score });
      }}
    />
  );
}

function MedianCell({ column, stakeholder, onOpen }: { column: 'power' | 'interest'; stakeholder: Stakeholder; onOpen: () => void }) {
  const { t, formats } = useTexts();
  const { median, q1, q3, raters } = stakeholder.spread[column];
  const words = t(`register.medianOf.${column}`, {
    name: stakeholder.name,
    median: formats.decimal(median, Number.isInteger(median) ? 0 : 1),
    low: formats.decimal(q1, Number.isInteger(q1) ? 0 : 2),
    high: formats.decimal(q3, Number.isInteger(q3) ? 0 : 2),
    count: raters,
  });
  return (
    <Tooltip label={words} multiline maw="18rem">
      <button type="button" className={classes.median} data-value={wholeScore(median) ?? 0} aria-label={words} onClick={onOpen}>
        <span>{formats.decimal(median, Number.isInteger(median) ? 0 : 1)}</span>
        <span className={classes.scoreBar} aria-hidden />
      </button>
    </Tooltip>
  );
}
