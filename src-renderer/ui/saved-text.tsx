import { Textarea, type TextareaProps, TextInput, type TextInputProps } from '@mantine/core';
import { useSavedValue } from './use-saved-value.ts';

/** One line of free text that saves itself; the direction of writing follows what is typed. */
export function SavedTextInput({ value, onSave, ...props }: Omit<TextInputProps, 'value' | 'onChange'> & { value: string; onSave: (value: string) => void }) {
  const saved = useSavedValue(value, onSave);
  return (
    <TextInput dir="auto" maxLength={500} {...props} value={saved.value} onChange={(event) => saved.change(event.currentTarget.value)} onBlur={saved.flush} />
  );
}

/** Free text of several lines that saves itself. */
export function SavedTextarea({ value, onSave, ...props }: Omit<TextareaProps, 'value' | 'onChange'> & { value: string; onSave: (value: string) => void }) {
  const saved = useSavedValue(value, onSave);
  return (
    <Textarea
      dir="auto"
      autosize
      minRows={2}
      maxLength={20_000}
      {...props}
      value={saved.value}
      onChange={(event) => saved.change(event.currentTarget.value)}
      onBlur={saved.flush}
    />
  );
}
