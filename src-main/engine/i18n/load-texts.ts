import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fallbackLanguage } from '#shared/i18n/languages.ts';
import { createTranslate, type Texts, type Translate } from '#shared/i18n/texts.ts';

const textsByFolder = new Map<string, Readonly<Record<string, Texts>>>();

/** Every language file under `<resources>/locales`, read once per folder: language → key → text. */
export function loadTexts(resourcesFolder: string): Readonly<Record<string, Texts>> {
  const folder = join(resourcesFolder, 'locales');
  let texts = textsByFolder.get(folder);
  if (!texts) {
    const fileNames = readdirSync(folder).filter((name) => name.endsWith('.json'));
    texts = Object.fromEntries(fileNames.map((name) => [name.slice(0, -'.json'.length), JSON.parse(readFileSync(join(folder, name), 'utf8')) as Texts]));
    textsByFolder.set(folder, texts);
  }
  return texts;
}

/** Languages that ship, e.g. `['ar', 'en', 'es']`. */
export function listLanguages(resourcesFolder: string): string[] {
  return Object.keys(loadTexts(resourcesFolder)).sort();
}

/** The language to speak for a wish such as `es-MX`: itself, its base language, else English. */
export function chooseLanguage(resourcesFolder: string, wished: string): string {
  const known = listLanguages(resourcesFolder);
  const base = wished.toLowerCase().split(/[-_]/)[0] ?? '';
  return [wished, base].find((language) => known.includes(language)) ?? fallbackLanguage;
}

/** The translator of one language for everything outside a window: outputs, command line, messages. */
export function loadTranslate(resourcesFolder: string, language: string): Translate {
  return createTranslate(chooseLanguage(resourcesFolder, language), loadTexts(resourcesFolder));
}
