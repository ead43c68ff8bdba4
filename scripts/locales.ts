import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../resources/locales/', import.meta.url));

export function localePath(fileName: string): string {
  return `${folder}${fileName}`;
}

/** Languages that have a file, e.g. `['ar', 'en', 'es']`. */
export function listLanguages(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
}
