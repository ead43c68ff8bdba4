import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const storedSchema = z.object({ person: z.string().max(100) });

/** Who works at this computer, as they said last; empty = not said. A damaged setting is none. */
export function readAuthor(settingsFolder: string): string {
  try {
    return storedSchema.parse(JSON.parse(readFileSync(pathIn(settingsFolder), 'utf8'))).person;
  } catch {
    return '';
  }
}

export function writeAuthor(settingsFolder: string, person: string): void {
  mkdirSync(settingsFolder, { recursive: true });
  const half = `${pathIn(settingsFolder)}.part`;
  writeFileSync(half, JSON.stringify({ person }));
  renameSync(half, pathIn(settingsFolder));
}

const pathIn = (folder: string) => join(folder, 'author.json');
