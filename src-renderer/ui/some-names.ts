import { useTexts } from '../app/texts/texts-provider.tsx';

/** Names that a sentence holds before it becomes unreadable. */
const readable = 8;

/** Names in one sentence, each in its own direction; of many the first ones, and how many more there are. */
export function useSomeNames(): (names: readonly string[]) => string {
  const { t, formats } = useTexts();
  return (names) => {
    // One name takes no more room than the words that stand for it.
    const shown = names.length > readable + 1 ? names.slice(0, readable) : names;
    const rest = names.length - shown.length;
    const parts = shown.map((name) => `\u2068${name}\u2069`);
    return new Intl.ListFormat(formats.language).format(rest > 0 ? [...parts, t('names.more', { count: rest })] : parts);
  };
}
