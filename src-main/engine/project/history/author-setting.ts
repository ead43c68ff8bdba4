import { join } from 'node:path';
import { z } from 'zod';
import { readStored, writeStored } from '../../stored-setting.ts';

const storedSchema = z.object({ person: z.string().max(100) });

/** Who works at this computer, as they said last; empty = not said. A damaged setting is none. */
export function readAuthor(settingsFolder: string): string {
  return readStored(pathIn(settingsFolder), storedSchema)?.person ?? '';
}

export function writeAuthor(settingsFolder: string, person: string): void {
  writeStored(pathIn(settingsFolder), { person });
}

const pathIn = (folder: string) => join(folder, 'author.json');
