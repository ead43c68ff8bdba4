import { useEffect, useState } from 'react';
import { createFormats, type Formats } from '#shared/i18n/formats.ts';
import { type Direction, directionOf, fallbackLanguage } from '#shared/i18n/languages.ts';
import { createTranslate, type Translate } from '#shared/i18n/texts.ts';
import { languages, loadTexts } from './texts-provider.tsx';

export interface TextsIn {
  readonly language: string;
  readonly direction: Direction;
  readonly t: Translate;
  readonly formats: Formats;
}

/** Words in several languages at once, for what a whole room reads: those of the wished ones that the interface has, in their order. Empty while they load. */
export function useTextsIn(wished: readonly string[]): readonly TextsIn[] {
  const known = wished.map((tag) => tag.split('-')[0] ?? '').filter((tag, index, all) => languages.includes(tag) && all.indexOf(tag) === index);
  const key = known.join(' ');
  const [loaded, setLoaded] = useState<readonly TextsIn[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const load = async () => {
      const fallback = await loadTexts(fallbackLanguage);
      const entries = await Promise.all(
        key
          .split(' ')
          .filter(Boolean)
          .map(async (language) => {
            const t = createTranslate(language, { [fallbackLanguage]: fallback, [language]: await loadTexts(language) });
            return { language, direction: directionOf(language), t, formats: createFormats(language) };
          }),
      );
      if (isCurrent) setLoaded(entries);
    };
    void load();
    return () => {
      isCurrent = false;
    };
  }, [key]);
  return loaded;
}
