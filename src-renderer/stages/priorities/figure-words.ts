import { useMemo } from 'react';
import { useTexts } from '../../app/texts/texts-provider.tsx';

/** Figures and lists as the language writes them, where a figure may be a whole number or not. */
export function useFigureWords() {
  const { formats } = useTexts();
  return useMemo(() => {
    const list = new Intl.ListFormat(formats.language, { type: 'conjunction' });
    return {
      number: (value: number) => (Number.isInteger(value) ? formats.count(value) : formats.decimal(value)),
      list: (parts: readonly string[]) => list.format(parts),
    };
  }, [formats]);
}
