import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import { useTexts } from '../app/texts/texts-provider.tsx';
import classes from './editable-cell.module.css';
import { readTypedNumber } from './typed-number.ts';
import { usePromptValue } from './use-prompt-value.ts';
import { useSavedValue } from './use-saved-value.ts';

/** Text in a table cell that saves itself. A `required` one that is emptied keeps its last saved value until something is typed. */
export function CellText({
  label,
  value,
  onSave,
  placeholder,
  required = false,
  disabled = false,
  wraps = false,
  id,
  onEnter,
}: {
  label: string;
  value: string;
  onSave: (value: string) => void;
  placeholder?: string;
  required?: boolean;
  disabled?: boolean;
  /** Long text runs over several lines instead of being cut. */
  wraps?: boolean;
  id?: string;
  /** Enter is pressed; what was typed has been saved. */
  onEnter?: () => void;
}) {
  const saved = useSavedValue(value, (next) => {
    if (!required || next.trim() !== '') onSave(next);
  });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    saved.flush();
    onEnter?.();
  };
  const shared = {
    id,
    // An empty field takes the page's direction, so that its hint reads right.
    dir: saved.value === '' ? undefined : 'auto',
    'aria-label': label,
    'aria-invalid': required && saved.value.trim() === '' ? true : undefined,
    placeholder,
    maxLength: 500,
    disabled,
    value: saved.value,
    onBlur: saved.flush,
    onKeyDown,
  } as const;
  return wraps ? (
    <textarea
      {...shared}
      rows={1}
      className={`${classes.input} ${classes.bleed} ${classes.wraps}`}
      onChange={(event) => saved.change(event.currentTarget.value.replace(/\s*\n\s*/g, ' '))}
    />
  ) : (
    <input {...shared} className={`${classes.input} ${classes.bleed}`} title={saved.value} onChange={(event) => saved.change(event.currentTarget.value)} />
  );
}

/** A number in a table cell that saves itself, shown as the language writes it while nobody types. Empty = not known, never zero. */
export function CellNumber({
  label,
  value,
  onSave,
  format,
  placeholder = '–',
  disabled = false,
  min = 0,
  max = Number.MAX_SAFE_INTEGER,
  isWhole = false,
  id,
  onFocus,
  onKeyDown,
}: {
  label: string;
  value: number | null;
  onSave: (value: number | null) => void;
  /** For showing; whole numbers grouped by the language where left out. */
  format?: (value: number) => string;
  placeholder?: string;
  disabled?: boolean;
  min?: number;
  max?: number;
  isWhole?: boolean;
  id?: string;
  onFocus?: () => void;
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
}) {
  const { formats } = useTexts();
  const [isTyping, setIsTyping] = useState(false);
  const asTyped = value === null ? '' : String(value);
  const readable = (number: number | null | undefined): number is number | null =>
    number !== undefined && (number === null || (number >= min && number <= max && (!isWhole || Number.isInteger(number))));
  const saved = useSavedValue(asTyped, (text) => {
    const number = readTypedNumber(text);
    if (readable(number) && number !== value) onSave(number);
  });
  const number = readTypedNumber(saved.value);
  const shown = isTyping || !readable(number) || number === null ? saved.value : (format ?? formats.count)(number);
  return (
    <input
      id={id}
      className={`${classes.input} ${classes.bleed}`}
      data-number=""
      inputMode="decimal"
      aria-label={label}
      aria-invalid={readable(number) ? undefined : true}
      placeholder={placeholder}
      maxLength={30}
      disabled={disabled}
      value={shown}
      onFocus={(event) => {
        setIsTyping(true);
        event.currentTarget.select();
        onFocus?.();
      }}
      onChange={(event) => saved.change(event.currentTarget.value)}
      onBlur={() => {
        setIsTyping(false);
        saved.flush();
      }}
      onKeyDown={onKeyDown}
    />
  );
}

/** A choice in a table cell; the system's own list, which any keyboard and any phone knows. */
export function CellSelect<Value extends string>({
  label,
  value,
  options,
  onSave,
  empty,
}: {
  label: string;
  value: Value | null;
  options: readonly { readonly value: Value; readonly label: string }[];
  onSave: (value: Value | null) => void;
  /** Text of the «nothing chosen» entry; there is none where left out. */
  empty?: string;
}) {
  const [chosen, choose] = usePromptValue(value, onSave);
  return (
    <select
      className={`${classes.input} ${classes.select} ${classes.bleed}`}
      aria-label={label}
      value={chosen ?? ''}
      onChange={(event) => choose(options.find((option) => option.value === event.currentTarget.value)?.value ?? null)}
    >
      {empty === undefined ? null : <option value="">{empty}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
