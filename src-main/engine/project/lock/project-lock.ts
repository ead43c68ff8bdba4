import { realpathSync, rmSync, utimesSync } from 'node:fs';
import type { ProjectHolder } from '#shared/domain/project.ts';
import { refuse } from '../../refuse.ts';
import { heartbeatMs, readLock, readToken, replaceLock, writeNewLock } from './lock-file.ts';
import { isThisMachine, type LockOwner, thisProgram } from './this-program.ts';

/** Where the lock of a project lies: beside the file itself, whatever name or link it was opened by. */
function lockPathOf(projectPath: string): string {
  return `${realpathSync.native(projectPath)}.lock`;
}

/** Who has a project open for writing; null when nobody does. */
export function whoHolds(projectPath: string): ProjectHolder | null {
  try {
    const found = readLock(lockPathOf(projectPath));
    return found.kind === 'held' ? asHolder(found.owner) : null;
  } catch {
    return null;
  }
}

export type Claim =
  | { readonly kind: 'claimed'; readonly lock: ProjectLock }
  /** Somebody else has the project open. */
  | { readonly kind: 'held'; readonly holder: ProjectHolder }
  /** No file can be made beside the project. */
  | { readonly kind: 'not-writable'; readonly code: string };

/**
 * The right to write to a project, as a file beside it. It keeps two programs from writing by mistake, not by force: SQLite's own locks keep the
 * file whole. Whoever takes it over leaves the other's token nowhere, which the other notices before its next write.
 */
export class ProjectLock {
  readonly #path: string;
  readonly #projectPath: string;
  readonly #owner: LockOwner;
  readonly #heartbeat: NodeJS.Timeout;
  #holder: ProjectHolder | null = null;
  #onLost: () => void = () => {};

  private constructor(projectPath: string, path: string, owner: LockOwner) {
    this.#projectPath = projectPath;
    this.#path = path;
    this.#owner = owner;
    this.#heartbeat = setInterval(() => this.#beat(), heartbeatMs).unref();
  }

  /** Takes the lock if it is free or left behind by a program that is gone; `force` takes it from a program that runs. */
  static claim(projectPath: string, options: { force: boolean; now?: Date }): Claim {
    const path = lockPathOf(projectPath);
    const owner = thisProgram(options.now ?? new Date());
    try {
      if (!writeNewLock(path, owner)) {
        const found = readLock(path);
        if (found.kind === 'held' && !options.force) return { kind: 'held', holder: asHolder(found.owner) };
        replaceLock(path, owner);
      }
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (!notWritableCodes.has(code)) throw error;
      return { kind: 'not-writable', code };
    }
    return { kind: 'claimed', lock: new ProjectLock(projectPath, path, owner) };
  }

  /** Who took the lock over, once that was noticed; null while it is this program's. */
  get takenBy(): ProjectHolder | null {
    return this.#holder;
  }

  /** Called once, when it is noticed that another program has taken the lock over. */
  onLost(listener: () => void): void {
    this.#onLost = listener;
  }

  /** Refuses the write that is about to happen when another program has taken the project over. */
  requireHeld(): void {
    this.#look();
    if (!this.#holder) return;
    const { person, machine, since } = this.#holder;
    refuse('project/taken-over', { path: this.#projectPath, person, machine, since });
  }

  /** Gives the lock up; another program's stays where it is. */
  release(): void {
    clearInterval(this.#heartbeat);
    try {
      if (readToken(this.#path) === this.#owner.token) rmSync(this.#path, { force: true });
    } catch {
      // The stick is gone, and the lock with it.
    }
  }

  #beat(): void {
    this.#look();
    if (this.#holder) return;
    const now = new Date();
    try {
      utimesSync(this.#path, now, now);
    } catch {
      // A network that is away for a while; the next beat tries again.
    }
  }

  /** A lock that somebody deleted is made again; one with another token is lost for good. */
  #look(): void {
    if (this.#holder) return;
    try {
      const token = readToken(this.#path);
      if (token === this.#owner.token) return;
      if (token === null && writeNewLock(this.#path, this.#owner)) return;
      const found = readLock(this.#path);
      if (found.kind === 'held' && found.owner.token === this.#owner.token) return;
      this.#holder = found.kind === 'held' ? asHolder(found.owner) : nobodyKnown();
    } catch (error) {
      // What cannot be read or made just now says nothing about who holds it; the write itself will tell.
      if ((error as NodeJS.ErrnoException).code === undefined) throw error;
      return;
    }
    clearInterval(this.#heartbeat);
    this.#onLost();
  }
}

/** A disk that is full or locked, and folders that other programs may not write to. */
const notWritableCodes: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENAMETOOLONG']);

function nobodyKnown(): ProjectHolder {
  return { person: '', machine: '', isThisMachine: false, since: new Date().toISOString() };
}

function asHolder(owner: LockOwner): ProjectHolder {
  return { person: owner.person, machine: owner.machine, isThisMachine: isThisMachine(owner), since: owner.since };
}
