import { accessSync, constants, existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import Database from 'better-sqlite3';
import { refuse } from '../refuse.ts';
import { syncFolderOf } from './encryption/copy-database.ts';
import type { ProjectKey } from './encryption/project-key.ts';
import { migrate } from './migrations/migrate.ts';
import { migrations, newestVersion } from './migrations/migrations.ts';
import { checkAtOpening } from './opening/check-at-opening.ts';
import { applicationId, checkVersion, identifyFile } from './opening/identify-file.ts';
import type { OpenableLook } from './opening/look-at-file.ts';
import { findSideFile } from './opening/side-files.ts';

export { applicationId, projectExtension } from './opening/identify-file.ts';

export type Connection = Database.Database;

/** Bytes of a page cache: enough for the counting index of a quarter of a million incidents, small enough for an old laptop. */
const cacheKibibytes = 32 * 1024;

/**
 * Makes a new project file with all tables and what `fill` writes into them. Refuses to touch anything that is already there. The file is made whole
 * under another name: a power cut leaves no half project.
 */
export function createProjectFile(path: string, fill: (connection: Connection) => void = () => {}): Connection {
  if (existsSync(path)) refuse('project/already-exists', { path });
  requireWritableFolder(path);
  const half = `${path}.part`;
  let connection: Connection | undefined;
  try {
    rmSync(half, { force: true });
    connection = new Database(half);
    connection.pragma(`application_id = ${applicationId}`);
    prepareConnection(connection, { isReadOnly: false, key: null });
    migrate(connection, migrations);
    fill(connection);
    connection.close();
    renameSync(half, path);
    syncFolderOf(path);
    connection = new Database(path, { fileMustExist: true });
    prepareConnection(connection, { isReadOnly: false, key: null });
    return connection;
  } catch (error) {
    connection?.close();
    rmSync(half, { force: true });
    throw translateSqliteError(error, path);
  }
}

export interface OpeningOptions {
  /** Only to read: nothing is written, not even an older file's way to the newest version. */
  readonly isReadOnly?: boolean;
  readonly key?: ProjectKey | null;
  /** Leaves a file of an older version as it is, for those who only want a copy of it. */
  readonly mayBeOlder?: boolean;
  /** Reads what can be read of a damaged file, without a look at the rest. Only together with `isReadOnly`. */
  readonly despiteDamage?: boolean;
  readonly beforeMigration?: (file: { path: string; connection: Connection; from: number; to: number; key: ProjectKey | null }) => void;
}

export interface OpenedFile {
  readonly connection: Connection;
  /** Also when SQLite may not write to a file that looked writable. */
  readonly isReadOnly: boolean;
  /** Tables too large to be checked before the first screen. */
  readonly uncheckedTables: readonly string[];
}

/** Opens an existing project file, brings it to the newest version, and refuses what is not one without changing a byte of it. */
export function openProjectFile(path: string, options: OpeningOptions = {}): OpenedFile {
  const { isReadOnly = false, key = null } = options;
  const look = identifyFile(path);
  if (look.kind === 'sealed' && !key) refuse('project/passphrase-needed', { path });
  // A key is no harm to a file without passphrase: it is not used.
  const usedKey = look.kind === 'sealed' ? key : null;
  checkSideFile(path, look, { isReadOnly, key: usedKey });
  let connection: Connection | undefined;
  try {
    connection = new Database(path, { readonly: isReadOnly, fileMustExist: true });
    checkKey(connection, path, usedKey);
    checkIdentity(connection, path);
    if (!isReadOnly && !canWrite(connection)) {
      connection.close();
      return openProjectFile(path, { ...options, isReadOnly: true });
    }
    prepareConnection(connection, { isReadOnly, key: usedKey });
    const check = options.despiteDamage ? { isDamaged: false, later: [] } : checkAtOpening(connection);
    if (check.isDamaged) refuse('project/damaged', { path });
    bringUpToDate(connection, path, { ...options, key: usedKey });
    return { connection, isReadOnly, uncheckedTables: check.later };
  } catch (error) {
    connection?.close();
    throw translateSqliteError(error, path);
  }
}

/** Left-overs of unfinished work: the project's own are taken back by SQLite, a stranger's would be written into it. */
function checkSideFile(path: string, look: OpenableLook, { isReadOnly, key }: { isReadOnly: boolean; key: ProjectKey | null }): void {
  const side = findSideFile(path, look, key);
  if (side.kind === 'foreign') refuse('project/foreign-journal', { path, journal: basename(side.path) });
  if (side.kind === 'own' && isReadOnly) refuse('project/unfinished-read-only', { path });
}

/** One more connection to a file that this process has open for writing and has checked. */
export function connectAgain(path: string, key: ProjectKey | null): Connection {
  const connection = new Database(path, { fileMustExist: true });
  try {
    checkKey(connection, path, key);
    prepareConnection(connection, { isReadOnly: false, key });
    return connection;
  } catch (error) {
    connection.close();
    throw translateSqliteError(error, path);
  }
}

/** The first read: a wrong passphrase shows here, and so does a beginning that is beyond reading. */
function checkKey(connection: Connection, path: string, key: ProjectKey | null): void {
  key?.apply(connection);
  connection.pragma('busy_timeout = 3000');
  try {
    connection.pragma('schema_version');
  } catch (error) {
    if (key && error instanceof Database.SqliteError && error.code === 'SQLITE_NOTADB') refuse('project/passphrase-wrong', { path });
    throw error;
  }
}

function checkIdentity(connection: Connection, path: string): void {
  if (connection.pragma('application_id', { simple: true }) !== applicationId) refuse('project/foreign', { path });
  checkVersion(path, versionOf(connection));
}

/** Asks SQLite itself, by beginning a change and giving it up. */
function canWrite(connection: Connection): boolean {
  try {
    connection.exec('BEGIN IMMEDIATE');
    connection.exec('ROLLBACK');
    return true;
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_READONLY')) return false;
    throw error;
  }
}

function bringUpToDate(connection: Connection, path: string, options: OpeningOptions): void {
  const from = versionOf(connection);
  if (from === newestVersion || options.mayBeOlder) return;
  if (options.isReadOnly) refuse('project/update-needs-writing', { path, fileVersion: from, ownVersion: newestVersion });
  options.beforeMigration?.({ path, connection, from, to: newestVersion, key: options.key ?? null });
  try {
    migrate(connection, migrations);
  } catch (error) {
    const translated = translateSqliteError(error, path);
    // What SQLite has a kinder word for (full disk, damage) keeps it; the rest is a file whose tables are not what its version says.
    if (translated !== error) throw translated;
    refuse('project/update-failed', { path, fileVersion: from, ownVersion: newestVersion, detail: error instanceof Error ? error.message : String(error) });
  }
}

function versionOf(connection: Connection): number {
  return Number(connection.pragma('user_version', { simple: true }));
}

function prepareConnection(connection: Connection, { isReadOnly, key }: { isReadOnly: boolean; key: ProjectKey | null }): void {
  connection.pragma('foreign_keys = ON');
  connection.pragma(`cache_size = -${cacheKibibytes}`);
  // What SQLite puts aside while it sorts is not encrypted, so with a passphrase it stays off the disk.
  connection.pragma(`temp_store = ${key ? 'MEMORY' : 'FILE'}`);
  connection.pragma('busy_timeout = 3000');
  if (isReadOnly) return;
  // A rollback journal leaves one file that can be carried on a stick.
  const mode = connection.pragma('journal_mode = DELETE', { simple: true });
  if (mode !== 'delete') throw new Error(`journal mode is ${String(mode)}`);
  // FULL would leave the end of the journal, which is the commit, in the disk's cache: a power cut would take back what was acknowledged.
  connection.pragma('synchronous = EXTRA');
}

function requireWritableFolder(path: string): void {
  try {
    accessSync(dirname(path), constants.W_OK);
  } catch {
    refuse('project/folder-not-writable', { path: dirname(path), name: basename(path) });
  }
}

/** SQLite's own codes become refusals; anything else is passed on as it is. */
export function translateSqliteError(error: unknown, path: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const code = error.code;
  try {
    if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) refuse('project/damaged', { path });
    if (code === 'SQLITE_FULL') refuse('project/disk-full', { path });
    if (code.startsWith('SQLITE_READONLY')) refuse('project/read-only', { path });
    if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED') refuse('project/in-use', { path });
    // A link to something that is not in the project.
    if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY') refuse('object/not-found');
    if (code.startsWith('SQLITE_CANTOPEN')) refuse('project/folder-not-writable', { path: dirname(path), name: basename(path) });
    if (code.startsWith('SQLITE_IOERR')) refuse('project/disk-failed', { path });
  } catch (refusal) {
    return refusal;
  }
  return error;
}
