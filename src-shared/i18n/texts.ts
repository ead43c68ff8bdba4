import { createInstance, type i18n } from 'i18next';
import type english from '../../resources/locales/en.json';

/** Every key of the English file without its plural suffix: the complete language, so a misspelt key is a type error. */
type WithoutPlural<Key extends string> = Key extends `${infer Stem}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Stem : Key;
export type TextKey = WithoutPlural<keyof typeof english & string>;

/** Texts of one language, flat: key → text. */
export type Texts = Readonly<Record<string, string>>;

/** Turns a key and the values of its blanks into words. Values are inserted as they are: whoever shows them escapes. */
export type Translate = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

/** An i18next instance over flat texts: English fills what a language lacks. */
function createTexts(language: string, texts: Readonly<Record<string, Texts>>): i18n {
  const instance = createInstance();
  instance.init({
    lng: language,
    fallbackLng: 'en',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    initAsync: false,
    resources: Object.fromEntries(Object.entries(texts).map(([tag, entries]) => [tag, { translation: entries }])),
  });
  return instance;
}

/** The translator of one language. */
export function createTranslate(language: string, texts: Readonly<Record<string, Texts>>): Translate {
  const instance = createTexts(language, texts);
  return (key, values) => instance.t(key, { ...values });
}
