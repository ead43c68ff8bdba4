import { join } from 'node:path';
import { z } from 'zod';
import { type CopySettings, copySettingsSchema } from '#shared/domain/copies.ts';
import { idSchema } from '#shared/domain/ids.ts';
import { readStored, writeStored } from '../../stored-setting.ts';

const storedSchema = copySettingsSchema.extend({ projects: z.record(z.string(), idSchema) });
type Stored = z.infer<typeof storedSchema>;
const knownCount = 100;

/**
 * Where this machine keeps copies, and which project each file was when it was last copied: the id of a damaged file cannot be read any more.
 * A damaged settings file is an empty one: folders go back to the application's own, copies stay where they are.
 */
export class CopySettingsFile {
  readonly #path: string;
  constructor(settingsFolder: string) {
    this.#path = join(settingsFolder, 'copies.json');
  }

  read(): CopySettings {
    const { folder, secondFolder } = this.#read();
    return { folder, secondFolder };
  }

  write(settings: Partial<CopySettings>): CopySettings {
    this.#write({ ...this.#read(), ...settings });
    return this.read();
  }

  rememberProject(path: string, projectId: string): void {
    const stored = this.#read();
    if (stored.projects[path] === projectId) return;
    const others = Object.entries(stored.projects).filter(([other]) => other !== path);
    this.#write({ ...stored, projects: Object.fromEntries([[path, projectId], ...others].slice(0, knownCount)) });
  }

  projectAt(path: string): string | null {
    return this.#read().projects[path] ?? null;
  }

  #read(): Stored {
    return readStored(this.#path, storedSchema) ?? { folder: null, secondFolder: null, projects: {} };
  }

  #write(stored: Stored): void {
    writeStored(this.#path, stored);
  }
}
