import { accessSync, constants, existsSync, rmSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import Database from 'better-sqlite3';
import { refuse } from '../refuse.ts';
import { type Migration, migrations } from './migrations/migrations.ts';

/** `CSSt` in ASCII: how a project file says what it is, whatever its name. */
export const applicationId = 0x43535374;

/** The file name ending of a project, without the dot. */
export const projectExtension = 'citysafety';

export type Connection = Database.Database;

/** Bytes of a page cache: enough for the counting index of a quarter of a million incidents, small enough for an old laptop. */
const cacheKibibytes = 32 * 1024;

/** Makes a new project file with all tables and no rows. Refuses to touch anything that is already there. */
export function createProjectFile(path: string): Connection {
  if (existsSync(path)) refuse('project/already-exists', { path });
  requireWritableFolder(path);
  let connection: Connection | undefined;
  try {
    connection = new Database(path);
    connection.pragma(`application_id = ${applicationId}`);
    prepareConnection(connection);
    migrate(connection, migrations);
    return connection;
  } catch (error) {
    connection?.close();
    rmSync(path, { force: true });
    throw translateSqliteError(error, path);
  }
}

/** Opens an existing project file, brings it to the newest version, and refuses what is not one without changing a byte of it. */
export function openProjectFile(path: string): { connection: Connection; isReadOnly: boolean } {
  if (!existsSync(path)) refuse('project/not-found', { path });
  const size = statSync(path).size;
  if (size === 0) refuse('project/empty-file', { path });
  const isReadOnly = !canWrite(path);
  let connection: Connection | undefined;
  try {
    connection = new Database(path, { readonly: isReadOnly, fileMustExist: true });
    checkIdentity(connection, path, isReadOnly);
    prepareConnection(connection, isReadOnly);
    if (!isReadOnly) migrate(connection, migrations);
    return { connection, isReadOnly };
  } catch (error) {
    connection?.close();
    throw translateSqliteError(error, path);
  }
}

function checkIdentity(connection: Connection, path: string, isReadOnly: boolean): void {
  const id = connection.pragma('application_id', { simple: true });
  if (id !== applicationId) refuse('project/foreign', { path });
  const version = Number(connection.pragma('user_version', { simple: true }));
  const newest = migrations.at(-1)?.version ?? 0;
  if (version > newest) refuse('project/from-newer-version', { path, fileVersion: version, ownVersion: newest });
  // A reader cannot bring an older file up to date.
  if (isReadOnly && version < newest) refuse('project/read-only', { path });
  if (connection.pragma('quick_check(1)', { simple: true }) !== 'ok') refuse('project/damaged', { path });
}

function prepareConnection(connection: Connection, isReadOnly = false): void {
  connection.pragma('foreign_keys = ON');
  connection.pragma(`cache_size = -${cacheKibibytes}`);
  connection.pragma('temp_store = FILE');
  connection.pragma('busy_timeout = 3000');
  if (isReadOnly) return;
  // A rollback journal leaves one file that can be carried on a stick; FULL survives a power cut.
  const mode = connection.pragma('journal_mode = DELETE', { simple: true });
  if (mode !== 'delete') throw new Error(`journal mode is ${String(mode)}`);
  connection.pragma('synchronous = FULL');
}

/** All missing steps in one transaction with the version they lead to: either all of it or none. */
export function migrate(connection: Connection, steps: readonly Migration[]): void {
  const from = Number(connection.pragma('user_version', { simple: true }));
  const missing = steps.filter((step) => step.version > from);
  const last = missing.at(-1);
  if (!last) return;
  connection.transaction(() => {
    for (const step of missing) connection.exec(step.sql);
    connection.pragma(`user_version = ${last.version}`);
  })();
}

function requireWritableFolder(path: string): void {
  try {
    accessSync(dirname(path), constants.W_OK);
  } catch {
    refuse('project/folder-not-writable', { path: dirname(path), name: basename(path) });
  }
}

function canWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    // The rollback journal is made beside the file.
    accessSync(dirname(path), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** SQLite's own codes become refusals; anything else is passed on as it is. */
export function translateSqliteError(error: unknown, path: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const code = error.code;
  try {
    if (code === 'SQLITE_NOTADB') refuse('project/foreign', { path });
    if (code.startsWith('SQLITE_CORRUPT')) refuse('project/damaged', { path });
    if (code === 'SQLITE_FULL') refuse('project/disk-full', { path });
    if (code.startsWith('SQLITE_READONLY')) refuse('project/read-only', { path });
    if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED') refuse('project/in-use', { path });
    // A link to something that is not in the project.
    if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY') refuse('object/not-found');
    if (code.startsWith('SQLITE_CANTOPEN')) refuse('project/folder-not-writable', { path: dirname(path), name: basename(path) });
  } catch (refusal) {
    return refusal;
  }
  return error;
}
