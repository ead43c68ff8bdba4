import { type KeyboardEvent, useContext } from 'react';
import type { Stakeholder } from '#shared/domain/stakeholders.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import classes from './stakeholders.module.css';
import { ScoresContext } from './use-scores.ts';
import { wholeScore } from './use-stakeholders.ts';

/**
 * A score 1-5 given by one key: a digit saves it, Delete takes it back, the arrows go up and down the column.
 * The filled part of the bar below shows the score without reading it.
 */
export function ScoreCell({ column, label, stakeholder }: { column: 'power' | 'interest'; label: string; stakeholder: Stakeholder }) {
  const { formats } = useTexts();
  const all = useContext(ScoresContext);
  const scores = all?.scoresOf(stakeholder) ?? stakeholder;
  const value = scores[column];
  const onSave = (score: number | null) => all?.place(stakeholder.id, { power: scores.power, interest: scores.interest, [column]: score });
  const move = (from: HTMLInputElement, step: number) => {
    const cells = [...document.querySelectorAll<HTMLInputElement>(`input[data-score="${column}"]`)];
    cells[cells.indexOf(from) + step]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'ArrowDown' || event.key === 'Enter') move(event.currentTarget, 1);
    else if (event.key === 'ArrowUp') move(event.currentTarget, -1);
    else if (event.key === 'Delete' || event.key === 'Backspace') onSave(null);
    else return;
    event.preventDefault();
  };
  const text = value === null ? '' : Number.isInteger(value) ? formats.count(value) : formats.decimal(value);
  return (
    <span className={classes.score} data-value={wholeScore(value) ?? 0}>
      <input
        data-score={column}
        inputMode="numeric"
        aria-label={label}
        autoComplete="off"
        placeholder="–"
        value={text}
        onFocus={(event) => event.currentTarget.select()}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          const score = scoreIn(event.currentTarget.value, text);
          if (score !== null && score !== value) onSave(score);
        }}
      />
      <span className={classes.scoreBar} aria-hidden />
    </span>
  );
}

/** The digit 1-5 that was added to what stood there, in Western or Eastern digits. */
function scoreIn(typed: string, before: string): number | null {
  const added = typed.length > before.length && typed.startsWith(before) ? typed.slice(before.length) : typed;
  const digit = /[1-5١-٥۱-۵]/.exec(added)?.[0];
  return digit ? (digit.codePointAt(0) ?? 0) & 0xf : null;
}
