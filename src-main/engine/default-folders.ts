import { randomUUID } from 'node:crypto';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EngineFolders } from './services.ts';

const name = 'city-safety-studio';

/** The data that ships: two folders up from here both in the sources (`src-main/engine/`) and in the bundle (`out/main/`). */
const resources = fileURLToPath(new URL('../../resources/', import.meta.url));

/** The same folders whatever the door, so that a project opened in one is recent in the other. */
export function defaultFolders(environment: NodeJS.ProcessEnv = process.env): EngineFolders {
  return {
    settings: environment.CITY_SAFETY_SETTINGS ?? join(settingsRoot(environment), name),
    projects: environment.CITY_SAFETY_PROJECTS ?? join(homedir(), 'City Safety'),
    resources,
    temporary: join(tmpdir(), `${name}-${randomUUID()}`),
  };
}

function settingsRoot(environment: NodeJS.ProcessEnv): string {
  if (process.platform === 'win32') return environment.APPDATA ?? join(homedir(), 'AppData', 'Roaming');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return environment.XDG_CONFIG_HOME ?? join(homedir(), '.config');
}
