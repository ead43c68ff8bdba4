import { useCallback } from 'react';
import { changeWords, type NamedChange } from '#shared/i18n/change-words.ts';
import { useTexts } from '../texts/texts-provider.tsx';

/** Says what a change was, in the words of the interface. */
export function useChangeWords(): (change: NamedChange) => string {
  const { t, formats } = useTexts();
  return useCallback((change) => changeWords(t, formats, change), [t, formats]);
}
