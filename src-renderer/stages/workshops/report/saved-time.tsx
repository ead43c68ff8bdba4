import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { clockTime } from '#shared/methods/clock-time.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';

/** A time of day in any way of writing it; kept as the 24-hour clock when the field is left. */
export function SavedTime({ label, value, disabled, onSave }: { label: string; value: string; disabled: boolean; onSave: (value: string) => void }) {
  const { t } = useTexts();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? value;
  const time = clockTime(shown);
  return (
    <TextInput
      label={label}
      dir="ltr"
      placeholder="14:30"
      value={shown}
      disabled={disabled}
      error={time === null ? t('eventReport.timeUnclear') : undefined}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => {
        if (time === null) return;
        setTyped(null);
        if (time !== value) onSave(time);
      }}
    />
  );
}
