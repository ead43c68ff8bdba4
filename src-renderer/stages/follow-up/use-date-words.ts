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
  return useCallback((value) => (value === null ? '–' : formats.decimal(value, digitsOf(value))), [formats]);
}

/** As many decimals as the figure has, at most two; one from a hundred on. */
function digitsOf(value: number): number {
  const most = Math.abs(value) >= 100 ? 1 : 2;
  return [0, 1, 2].find((digits) => digits === most || Math.abs(value - Number(value.toFixed(digits))) < 1e-9) ?? most;
}
