import { Button, Kbd, Select } from '@mantine/core';
import { type CSSProperties, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Answer, Ballot } from '#shared/domain/ballots.ts';
import { isBlank } from '#shared/methods/ballot-rules.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from './entry.module.css';
import { fieldName, partWords } from './field-words.ts';
import { answerOf, fieldsOf, isOffScale, type SheetField } from './sheet-fields.ts';

interface Start {
  readonly code: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly groupId: string | null;
}
const noGroup = 'none';

/** The answers of one sheet. Digits go on by themselves, the arrows and Space skip, Enter keeps the sheet, Escape puts it aside. */
export function SheetForm({
  ballot,
  groups,
  start,
  isSaving,
  onSave,
  onPutAside,
}: {
  ballot: Ballot;
  groups: readonly { id: string; name: string }[];
  start: Start;
  isSaving: boolean;
  onSave: (answer: Answer, groupId: string | null) => Promise<void>;
  onPutAside: () => void;
}) {
  const { t } = useTexts();
  const [typed, setTyped] = useState(start.typed);
  const [groupId, setGroupId] = useState(start.groupId);
  const [isSureOfBlank, setSureOfBlank] = useState(false);
  const fields = useMemo(() => fieldsOf(ballot), [ballot]);
  const form = useRef<HTMLFormElement>(null);
  const inputs = () => [...(form.current?.querySelectorAll<HTMLInputElement>('input[data-field]') ?? [])];
  const focusAt = (place: number) => {
    const target = inputs()[place];
    if (!target) return form.current?.querySelector<HTMLButtonElement>('button[type=submit]')?.focus();
    target.focus();
    target.select();
  };
  useEffect(() => {
    const first = form.current?.querySelector<HTMLInputElement>('input[data-field]');
    first?.focus();
    first?.select();
  }, []);

  const write = (field: SheetField, place: number, text: string) => {
    setSureOfBlank(false);
    if (field.input === 'text') return setTyped((before) => ({ ...before, [field.key]: text }));
    const digits = latinDigits(text);
    const value = field.isOneDigit ? digits.slice(-1) : digits.slice(0, 3);
    setTyped((before) => ({ ...before, [field.key]: value }));
    if (field.isOneDigit && value !== '') focusAt(place + 1);
  };
  const keys = (event: KeyboardEvent<HTMLInputElement>, field: SheetField, place: number) => {
    if (event.key === 'ArrowDown' || (event.key === ' ' && field.input === 'digits')) {
      event.preventDefault();
      focusAt(place + 1);
    } else if (event.key === 'ArrowUp' || (event.key === 'Backspace' && event.currentTarget.value === '' && place > 0)) {
      event.preventDefault();
      focusAt(Math.max(0, place - 1));
    }
  };
  const save = async () => {
    if (isSaving) return;
    const off = fields.findIndex((field) => field.isStrict && isOffScale(field, typed[field.key] ?? ''));
    if (off >= 0) return focusAt(off);
    const answer = answerOf(ballot, typed);
    if (isBlank(answer) && !isSureOfBlank) return setSureOfBlank(true);
    await onSave(answer, groupId);
  };
  const lines = linesOf(fields);
  const said = isSureOfBlank ? 'entry.blank' : offWords(fields, typed);

  return (
    // Escape works wherever the focus is inside the sheet.
    <form
      ref={form}
      className={classes.sheet}
      aria-label={t('entry.sheet', { code: start.code })}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onPutAside();
      }}
    >
      <div className={classes.sheetHead}>
        <h2>
          <bdi dir="ltr">{start.code}</bdi>
        </h2>
        {groups.length > 0 ? (
          <Select
            aria-label={t('entry.groupOfSheet')}
            size="xs"
            tabIndex={-1}
            data={[{ value: noGroup, label: t('entry.noGroup') }, ...groups.map(({ id, name }) => ({ value: id, label: name }))]}
            value={groupId ?? noGroup}
            onChange={(id) => setGroupId(id === noGroup ? null : id)}
          />
        ) : null}
      </div>
      <div
        className={classes.fields}
        data-many={lines.length > 7 || undefined}
        style={{ '--lines': Math.ceil(lines.length / (lines.length > 7 ? 2 : 1)) } as CSSProperties}
      >
        {lines.map((line) => (
          <div key={line.key} className={classes.line}>
            <span className={classes.number} aria-hidden>
              {line.isNumbered ? line.number : ''}
            </span>
            <span className={classes.option} dir="auto" title={line.text}>
              {line.text || (line.fields[0] ? fieldName(t, line.fields[0].field) : '')}
            </span>
            {line.fields.map(({ field, place }) => {
              const value = typed[field.key] ?? '';
              const isOff = isOffScale(field, value);
              return (
                <label key={field.key} className={field.input === 'text' ? classes.words : classes.digit}>
                  {partWords(t, field.part) && line.text ? <span>{partWords(t, field.part)}</span> : null}
                  <input
                    data-field
                    data-off={isOff || undefined}
                    aria-label={fieldName(t, field)}
                    aria-invalid={isOff || undefined}
                    inputMode={field.input === 'digits' ? 'numeric' : 'text'}
                    dir={field.input === 'text' ? 'auto' : 'ltr'}
                    maxLength={field.input === 'text' ? 1_000 : 4}
                    autoComplete="off"
                    value={value}
                    onFocus={(event) => event.currentTarget.select()}
                    onChange={(event) => write(field, place, event.currentTarget.value)}
                    onKeyDown={(event) => keys(event, field, place)}
                  />
                </label>
              );
            })}
          </div>
        ))}
      </div>
      <div className={classes.sheetFoot}>
        {/* One line that says what is the matter, or what the keys do: nothing moves while somebody types. */}
        <p className={classes.keys} aria-live="polite" data-caution={said !== null || undefined}>
          {said ? (
            t(said)
          ) : (
            <>
              <Kbd>Enter</Kbd> {t('entry.key.enter')} · <Kbd>↓</Kbd> {t('entry.key.skip')} · <Kbd>Esc</Kbd> {t('entry.key.escape')}
            </>
          )}
        </p>
        <div className={classes.buttons}>
          <Button variant="default" onClick={onPutAside}>
            {t('entry.putAside')}
          </Button>
          <Button type="submit" loading={isSaving}>
            {t('entry.keep')}
          </Button>
        </div>
      </div>
    </form>
  );
}

/** What is to be said of numbers that the sheet does not offer; null = nothing. */
function offWords(fields: readonly SheetField[], typed: Readonly<Record<string, string>>) {
  const off = fields.filter((field) => isOffScale(field, typed[field.key] ?? ''));
  if (off.length === 0) return null;
  return off.some((field) => field.isStrict) ? 'entry.offScale' : 'entry.overRule';
}

interface Line {
  readonly key: string;
  readonly number: number;
  readonly isNumbered: boolean;
  readonly text: string;
  readonly fields: { readonly field: SheetField; readonly place: number }[];
}

/** One line an option, with all that is asked of it. */
function linesOf(fields: readonly SheetField[]): Line[] {
  const lines: Line[] = [];
  for (const [place, field] of fields.entries()) {
    const last = lines.at(-1);
    if (last && last.key === field.optionId && field.optionId !== '') last.fields.push({ field, place });
    else {
      const text = field.otherText ? `${field.text} / ${field.otherText}` : field.text;
      lines.push({ key: field.optionId || field.key, number: field.number, isNumbered: text !== '', text, fields: [{ field, place }] });
    }
  }
  return lines;
}

/** Digits of any keyboard as the sheet's own. */
function latinDigits(text: string): string {
  return [...text]
    .map((character) => {
      const point = character.codePointAt(0) ?? 0;
      const zero = [0x30, 0x660, 0x6f0].find((first) => point >= first && point < first + 10);
      return zero === undefined ? '' : String(point - zero);
    })
    .join('');
}
