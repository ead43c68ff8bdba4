import type { KeyboardEvent } from 'react';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import classes from './stakeholders.module.css';
import { wholeScore } from './use-stakeholders.ts';

/** A score 1-5 given by one key: a digit saves it, Delete takes it back. The filled part of the bar below shows the score without reading it. */
export function ScoreInput({
  label,
  value,
  column,
  onSave,
  onMoveKey,
}: {
  label: string;
  value: number | null;
  /** Written on the field, so that arrows find the next one. */
  column: string;
  onSave: (score: number | null, field: HTMLInputElement) => void;
  /** True where the key was a move to another field. */
  onMoveKey: (event: KeyboardEvent<HTMLInputElement>) => boolean;
}) {
  const { formats } = useTexts();
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
        onKeyDown={(event) => {
          if (event.key === 'Delete' || event.key === 'Backspace') onSave(null, event.currentTarget);
          else if (!onMoveKey(event)) return;
          event.preventDefault();
        }}
        onChange={(event) => {
          const score = scoreIn(event.currentTarget.value, text);
          if (score !== null) onSave(score, event.currentTarget);
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
