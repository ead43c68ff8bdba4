import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { type RecentProject, recentProjectSchema } from '#shared/domain/project.ts';
import { readStored, writeStored } from '../stored-setting.ts';

const storedSchema = z.array(recentProjectSchema.omit({ isMissing: true, fileName: true }));
type Stored = z.infer<typeof storedSchema>;
const keptCount = 12;

/** The projects opened on this machine, newest first. A damaged list is an empty list: it is a convenience, not data. */
export class RecentProjects {
  readonly #path: string;
  constructor(settingsFolder: string) {
    this.#path = join(settingsFolder, 'recent-projects.json');
  }

  list(): RecentProject[] {
    return this.#read().map((entry) => ({ ...entry, fileName: basename(entry.path), isMissing: !existsSync(entry.path) }));
  }

  remember(entry: Stored[number]): void {
    this.#write([entry, ...this.#read().filter((other) => other.path !== entry.path)].slice(0, keptCount));
  }

  forget(path: string): void {
    this.#write(this.#read().filter((entry) => entry.path !== path));
  }

  #read(): Stored {
    return readStored(this.#path, storedSchema) ?? [];
  }

  #write(entries: Stored): void {
    writeStored(this.#path, entries);
  }
}
