import type { ProjectHolder, ReadOnlyReason } from '#shared/domain/project.ts';
import { refuse } from '../refuse.ts';
import type { ProjectKey } from './encryption/project-key.ts';
import { dropRekeyedCopies } from './encryption/rekeyed-copy.ts';
import { ProjectLock, whoHolds } from './lock/project-lock.ts';
import { identifyFile } from './opening/identify-file.ts';
import { whyNotWritable } from './opening/place.ts';
import { findSideFile, setAside } from './opening/side-files.ts';
import { type Connection, type OpeningOptions, openProjectFile } from './project-file.ts';

export interface HoldOptions {
  /** Nothing said: for writing, refused when somebody else has it open. */
  readonly mode?: 'write' | 'read-only' | 'take-over' | undefined;
  readonly key?: ProjectKey | null | undefined;
  readonly setAsideLeftOver?: boolean | undefined;
  readonly despiteDamage?: boolean | undefined;
}

/** An open project file with the right to write to it, or the reason why there is none. */
export interface HeldFile {
  readonly path: string;
  readonly connection: Connection;
  readonly key: ProjectKey | null;
  /** Null for a reader, and on a disk too full for a lock. */
  readonly lock: ProjectLock | null;
  readonly readOnlyReason: ReadOnlyReason | null;
  /** Who may write, as far as known when it was opened. */
  readonly holder: ProjectHolder | null;
  readonly uncheckedTables: readonly string[];
}

/** Opens a project file in the way asked for: the lock first, because already the first look may write (unfinished work, a newer version). */
export function holdFile(path: string, options: HoldOptions, beforeMigration: OpeningOptions['beforeMigration']): HeldFile {
  const look = identifyFile(path);
  const key = look.kind === 'sealed' ? (options.key ?? refuse('project/passphrase-needed', { path })) : null;
  if (options.mode === 'read-only' || options.despiteDamage) return readFile(path, options.despiteDamage ? 'damaged' : 'chosen', key, options);
  const obstacle = whyNotWritable(path);
  if (obstacle) return readFile(path, obstacle, key, options);
  const claim = ProjectLock.claim(path, { force: options.mode === 'take-over' });
  if (claim.kind === 'held') {
    const { person, machine, since, isThisMachine } = claim.holder;
    return refuse('project/open-elsewhere', { path, person, machine, since, isThisMachine: isThisMachine ? 1 : 0 });
  }
  // Without room for a lock there is none for a change either; SQLite will say so when somebody makes one.
  if (claim.kind === 'not-writable' && claim.code !== 'ENOSPC') return readFile(path, claim.code === 'EROFS' ? 'medium' : 'folder', key, options);
  const lock = claim.kind === 'claimed' ? claim.lock : null;
  try {
    const side = findSideFile(path, look, key);
    if (side.kind === 'foreign' && options.setAsideLeftOver) setAside(side.path, new Date());
    // What is left of a change of passphrase that was cut short.
    dropRekeyedCopies(path);
    const opened = openProjectFile(path, { key, ...(beforeMigration && { beforeMigration }) });
    if (!opened.isReadOnly) return { path, ...opened, key, lock, readOnlyReason: null, holder: null };
    lock?.release();
    return { path, ...opened, key, lock: null, readOnlyReason: 'file', holder: null };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

function readFile(path: string, readOnlyReason: ReadOnlyReason, key: ProjectKey | null, { despiteDamage = false }: HoldOptions): HeldFile {
  const opened = openProjectFile(path, { isReadOnly: true, key, despiteDamage });
  return { path, ...opened, key, lock: null, readOnlyReason, holder: readOnlyReason === 'chosen' ? whoHolds(path) : null };
}
