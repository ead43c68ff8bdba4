import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useSavedValue } from './use-saved-value.ts';

/** A number that saves itself; empty is «not known» (null), never zero. */
export function SavedNumberInput({
  value,
  onSave,
  ...props
}: Omit<NumberInputProps, 'value' | 'onChange'> & { value: number | null; onSave: (value: number | null) => void }) {
  const saved = useSavedValue<number | null>(value, onSave);
  return (
    <NumberInput
      hideControls
      inputMode="decimal"
      {...props}
      value={saved.value ?? ''}
      onChange={(next) => saved.change(typeof next === 'number' ? next : null)}
      onBlur={saved.flush}
    />
  );
}
