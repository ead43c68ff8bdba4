import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('./disk-shim.c', import.meta.url));
const built = fileURLToPath(new URL('../../../.cache/crash/disk-shim.so', import.meta.url));

/** Why faults of the disk cannot be shown here; null where they can. */
export const whyNoShim: string | null = buildShim();
if (whyNoShim) console.log(`LEFT OUT: power cuts and failing writes. ${whyNoShim}`);

/** The operations of a disk that can be counted, and made to fail. */
export const diskOperations = { write: 1, sync: 2, truncate: 4, unlink: 8, create: 16 } as const;
export type DiskOperation = keyof typeof diskOperations;
export const killPoints = { kill: 1, 'kill-halfway': 2, 'kill-after': 4 } as const;
export type KillPoint = keyof typeof killPoints;
const failAction = 3;
const everyOperation = Object.keys(diskOperations) as DiskOperation[];

/** After `passes` operations of the kinds given the fault comes, once or `times` times (-1 = until it is cleared). */
export interface DiskFault {
  readonly operations?: readonly DiskOperation[];
  /** Counts only operations on journals, or only those on other files. */
  readonly where?: 'project' | 'journal';
  readonly passes: number;
  readonly times?: number;
  /** The process ends there (before, halfway through a write, after), or the operation fails with this error. */
  readonly does: KillPoint | 'EIO' | 'ENOSPC';
}

/** `struct control` of the shim, as it lies in its file. */
const fields = { armed: 0, mask: 4, countdown: 8, action: 12, error: 16, times: 20, hits: 24, where: 28, seen: 32, written: 36 } as const;
const controlBytes = 40;

/** The disk of one engine: environment for its process, and a hand on what the disk does while it runs. */
export class DiskShim {
  readonly environment: Readonly<Record<string, string>>;
  readonly tracePath: string;
  readonly #control: number;
  readonly #controlPath: string;

  /** Watches files in `watched`; writes its own into `own`, which must be another folder. */
  constructor(options: { watched: string; own: string; traces?: boolean }) {
    this.tracePath = join(options.own, 'trace');
    this.#controlPath = join(options.own, 'control');
    writeFileSync(this.#controlPath, Buffer.alloc(controlBytes));
    this.#control = openSync(this.#controlPath, 'r+');
    this.environment = {
      LD_PRELOAD: built,
      CRASH_FOLDER: options.watched,
      CRASH_CONTROL: this.#controlPath,
      ...(options.traces ? { CRASH_TRACE: this.tracePath } : {}),
    };
  }

  arm({ operations = everyOperation, where, passes, times = 1, does }: DiskFault): void {
    this.clear();
    this.#set(
      'mask',
      operations.reduce((sum, operation) => sum | diskOperations[operation], 0),
    );
    this.#set('countdown', passes);
    const isError = does === 'EIO' || does === 'ENOSPC';
    this.#set('action', isError ? failAction : killPoints[does]);
    this.#set('error', isError ? constants.errno[does] : 0);
    this.#set('times', times);
    this.#set('where', where === 'project' ? 1 : where === 'journal' ? 2 : 0);
    this.#set('armed', 1);
  }

  clear(): void {
    this.#set('armed', 0);
  }

  /** How often the fault struck since it was last asked. */
  takeHits(): number {
    const hits = this.#get('hits');
    this.#set('hits', 0);
    return hits;
  }

  /** So far: operations on watched files, and writes to those that are no journals. */
  counts(): { operations: number; projectWrites: number } {
    return { operations: this.#get('seen'), projectWrites: this.#get('written') };
  }

  close(): void {
    closeSync(this.#control);
  }

  #get(field: keyof typeof fields): number {
    return readFileSync(this.#controlPath).readInt32LE(fields[field]);
  }

  #set(field: keyof typeof fields, value: number): void {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32LE(value);
    writeSync(this.#control, bytes, 0, 4, fields[field]);
  }

  /** Length of the record so far: whatever comes later in it happened after this moment. */
  tracePosition(): number {
    return existsSync(this.tracePath) ? statSync(this.tracePath).size : 0;
  }
}

function buildShim(): string | null {
  if (process.platform !== 'linux') return 'They need Linux, where a library can stand between a program and its disk.';
  if (existsSync(built) && statSync(built).mtimeMs > statSync(source).mtimeMs) return null;
  mkdirSync(join(built, '..'), { recursive: true });
  const own = `${built}.${process.pid}`;
  try {
    execFileSync('gcc', ['-O2', '-Wall', '-shared', '-fPIC', '-o', own, source, '-ldl', '-lpthread'], { stdio: 'pipe' });
  } catch (error) {
    return `gcc could not build tests/crash/disk/disk-shim.c (${String(error).slice(0, 200)}).`;
  }
  // Two runs may build at once; each puts a whole library in place.
  renameSync(own, built);
  return null;
}
