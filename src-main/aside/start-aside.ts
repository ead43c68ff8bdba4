import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface AsideProgram {
  /** The program's file without its ending, e.g. `copy-child`. */
  readonly name: string;
  /** `import.meta.url` of the file that starts it. */
  readonly from: string;
  /** Switches of Node, e.g. how much memory it may take. */
  readonly switches?: readonly string[];
  /** Whether what it writes to its standard error is wanted; nothing reads it otherwise. */
  readonly complains?: boolean;
}

/** Where a program's code is: beside the file that starts it when run from source; in a bundle beside or above the chunk which that file's code lies in. */
export function asideEntry(name: string, from: string): URL {
  const fileName = `${name}${new URL(from).pathname.endsWith('.ts') ? '.ts' : '.js'}`;
  const places = [`./${fileName}`, `../${fileName}`].map((place) => new URL(place, from));
  return places.find((place) => existsSync(fileURLToPath(place))) ?? new URL(fileName, from);
}

/** Starts a program in a process of its own, on Node whatever this process runs on. Whoever starts it kills it. */
export function startAside({ name, from, switches = [], complains = false }: AsideProgram): ChildProcess {
  return fork(asideEntry(name, from), {
    serialization: 'advanced',
    execArgv: [...switches],
    // Inside Electron the executable is Electron itself, which acts as Node only when told so.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' },
    stdio: ['ignore', 'ignore', complains ? 'pipe' : 'ignore', 'ipc'],
  });
}
