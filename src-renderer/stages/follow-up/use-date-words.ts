import { useCallback } from 'react';
import { useTexts } from '../../app/texts/texts-provider.tsx';

/** A date that is known to the year, the month or the day, in words; an en dash for none. */
export function useDateWords(): (on: string | null) => string {
  const { formats } = useTexts();
  return useCallback(
    (on) => {
      if (!on) return '–';
      const [year, month, day] = on.split('-').map(Number);
      if (day) return formats.day(on);
      return month ? `${formats.monthName(month, 'long')} ${year}` : String(year);
    },
    [formats],
  );
}

/** A figure with no more decimals than it has. */
export function useFigureWords(): (value: number | null) => string {
  const { formats } = useTexts();
  return useCallback((value) => (value === null ? '–' : formats.decimal(value, Number.isInteger(value) ? 0 : Math.abs(value) >= 100 ? 1 : 2)), [formats]);
}
