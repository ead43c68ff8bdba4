import { DirectionProvider, useDirection } from '@mantine/core';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { createFormats, type Formats } from '#shared/i18n/formats.ts';
import { type Direction, directionOf, fallbackLanguage } from '#shared/i18n/languages.ts';
import { createTranslate, type Texts, type Translate } from '#shared/i18n/texts.ts';
import { usePreferences } from '../preferences.tsx';

/** One file a language: the list of languages is the list of files. */
const loaders = import.meta.glob<Texts>('../../../resources/locales/*.json', { import: 'default' });
const languageOfPath = (path: string) => /([^/]+)\.json$/.exec(path)?.[1] ?? '';

export const languages: readonly string[] = Object.keys(loaders).map(languageOfPath).sort();

export async function loadTexts(language: string): Promise<Texts> {
  const entry = Object.entries(loaders).find(([path]) => languageOfPath(path) === language);
  return entry ? entry[1]() : {};
}

interface TextsValue {
  readonly t: Translate;
  readonly formats: Formats;
  readonly language: string;
  readonly direction: Direction;
}

const TextsContext = createContext<TextsValue | null>(null);

/** Words, numbers and direction of the chosen language, for everything below. Nothing is drawn before the words are there. */
export function TextsProvider({ children }: { children: ReactNode }) {
  const { language } = usePreferences();
  const [loaded, setLoaded] = useState<{ language: string; texts: Record<string, Texts> } | null>(null);

  useEffect(() => {
    let isCurrent = true;
    const wanted = [...new Set([fallbackLanguage, language])];
    Promise.all(wanted.map(async (tag) => [tag, await loadTexts(tag)] as const)).then((entries) => {
      if (isCurrent) setLoaded({ language, texts: Object.fromEntries(entries) });
    });
    return () => {
      isCurrent = false;
    };
  }, [language]);

  const value = useMemo<TextsValue | null>(() => {
    if (!loaded) return null;
    const direction = directionOf(loaded.language);
    return { t: createTranslate(loaded.language, loaded.texts), formats: createFormats(loaded.language), language: loaded.language, direction };
  }, [loaded]);

  if (!value) return null;
  return (
    <DirectionProvider initialDirection={value.direction} detectDirection={false}>
      <TextsContext.Provider value={value}>
        <DocumentLanguage language={value.language} direction={value.direction} />
        {children}
      </TextsContext.Provider>
    </DirectionProvider>
  );
}

function DocumentLanguage({ language, direction }: { language: string; direction: Direction }) {
  const { setDirection } = useDirection();
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = direction;
    setDirection(direction);
  }, [language, direction, setDirection]);
  return null;
}

/** The translator `t`, number and date formats, language and direction. */
export function useTexts(): TextsValue {
  const value = useContext(TextsContext);
  if (!value) throw new Error('useTexts outside TextsProvider');
  return value;
}
