import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { dateSchema } from '#shared/domain/ids.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { SavedNumberInput } from '../../ui/saved-number.tsx';
import { useSavedValue } from '../../ui/use-saved-value.ts';
import classes from './measure/measure.module.css';

/** A date as precisely as it is known: a year, a month or a day. Kept once it can be read. */
export function KnownDateInput({ label, value, onSave, className }: { label: string; value: string; onSave: (value: string) => void; className?: string }) {
  const { t } = useTexts();
  const [isLeft, setLeft] = useState(false);
  const saved = useSavedValue(value, (text) => {
    if (dateSchema.safeParse(text.trim()).success) onSave(text.trim());
  });
  const isBad = isLeft && !dateSchema.safeParse(saved.value.trim()).success;
  return (
    <TextInput
      label={label}
      className={className}
      dir="ltr"
      maxLength={10}
      inputMode="numeric"
      placeholder={t('policy.dateHint')}
      value={saved.value}
      error={isBad ? t('policy.dateBad') : undefined}
      onChange={(event) => saved.change(event.currentTarget.value)}
      onBlur={() => {
        setLeft(true);
        saved.flush();
      }}
      onFocus={() => setLeft(false)}
    />
  );
}

/** One end of a period: its year, and the month where it is known. */
export function MonthInput({
  label,
  year,
  month,
  onSave,
}: {
  label: string;
  year: number | null;
  /** `YYYY-MM`, or empty. */
  month: string;
  onSave: (end: { year: number | null; month: string }) => void;
}) {
  const { t, formats } = useTexts();
  const chosen = month.slice(5, 7);
  const months = Array.from({ length: 12 }, (_, index) => ({ value: String(index + 1).padStart(2, '0'), label: formats.monthName(index + 1, 'long') }));
  return (
    <fieldset className={classes.monthInput}>
      <legend>{label}</legend>
      <Select
        aria-label={t('policy.monthOf', { label })}
        placeholder={t('policy.wholeYear')}
        data={months}
        value={chosen || null}
        disabled={year === null}
        onChange={(value) => onSave({ year, month: value === null || year === null ? '' : `${year}-${value}` })}
        clearable
      />
      <SavedNumberInput
        aria-label={t('policy.yearOf', { label })}
        placeholder={t('policy.year')}
        value={year}
        onSave={(value) => onSave({ year: value, month: value === null || chosen === '' ? '' : `${value}-${chosen}` })}
        min={1800}
        max={2200}
        allowDecimal={false}
        thousandSeparator=""
        dir="ltr"
      />
    </fieldset>
  );
}
