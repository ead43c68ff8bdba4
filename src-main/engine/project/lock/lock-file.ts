import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { isSurelyGone, isThisMachine, type LockOwner } from './this-program.ts';

const ownerSchema = z.object({
  token: z.string().min(1),
  person: z.string(),
  machine: z.string(),
  machineId: z.string(),
  processId: z.int().min(0),
  processStart: z.string(),
  bootId: z.string(),
  since: z.iso.datetime(),
}) satisfies z.ZodType<LockOwner>;

/** How often the holder of a lock shows that it is alive, by the file's time of change. */
export const heartbeatMs = 30_000;
/** A holder on another machine that has not shown itself for so long is taken to be gone: a laptop asleep, a stick that was pulled out. */
export const staleAfterMs = 5 * 60_000;
/** A lock that cannot be read is being written at this moment, or is what a power cut left of one: so long it is looked at again. */
const unreadableWaitMs = 50;
const unreadableLooks = 4;

/** What lies at a lock's place. */
export type FoundLock = { readonly kind: 'free' } | { readonly kind: 'held'; readonly owner: LockOwner } | { readonly kind: 'stale' };

/** Reads a lock without changing it. `now` in milliseconds since 1970 is compared with the file's time of change. */
export function readLock(path: string, now = Date.now()): FoundLock {
  for (let look = 1; look <= unreadableLooks; look += 1) {
    const seen = lookAtLock(path);
    if (seen === null) return { kind: 'free' };
    if (seen.owner) return isStale(seen.owner, now - seen.changedAtMs) ? { kind: 'stale' } : { kind: 'held', owner: seen.owner };
    wait(unreadableWaitMs);
  }
  return { kind: 'stale' };
}

function lookAtLock(path: string): { owner: LockOwner | null; changedAtMs: number } | null {
  try {
    return { owner: parseOwner(readFileSync(path, 'utf8')), changedAtMs: statSync(path).mtimeMs };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Blocks, as everything does that opens a project. */
function wait(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/** The token written in a lock; null when there is none that can be read. */
export function readToken(path: string): string | null {
  try {
    return parseOwner(readFileSync(path, 'utf8'))?.token ?? '';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function isStale(owner: LockOwner, ageMs: number): boolean {
  if (isSurelyGone(owner)) return true;
  // A process that runs on this machine holds its lock however long it is busy.
  return !isThisMachine(owner) && ageMs > staleAfterMs;
}

/** Makes the lock where none is; false when another was faster. */
export function writeNewLock(path: string, owner: LockOwner): boolean {
  try {
    writeFileSync(path, JSON.stringify(owner), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Puts this owner's lock in the place of whatever is there, in one step. */
export function replaceLock(path: string, owner: LockOwner): void {
  const half = `${path}.${owner.token.slice(0, 8)}`;
  try {
    writeFileSync(half, JSON.stringify(owner));
    renameSync(half, path);
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  }
}

function parseOwner(text: string): LockOwner | null {
  try {
    return ownerSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
