import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { CopyProblem } from '#shared/domain/copies.ts';
import { newestVersion } from '../migrations/migrations.ts';
import { applicationId, type Connection } from '../project-file.ts';
import type { LookAnswer, Passphrase } from './copy-messages.ts';
import { describeFile } from './describe-file.ts';
import { isSealed, openToRead } from './open-to-read.ts';

/** Opens a file only to read, says whether it is whole and what it holds. Never throws: what cannot be read is an answer. */
export function lookAtFile(path: string, passphrase: Passphrase, isThorough: boolean): LookAnswer {
  let connection: Connection | undefined;
  try {
    connection = openToRead(path, passphrase);
    const problem = problemOf(connection, isThorough);
    return { path, contents: problem === 'not-whole' ? null : describeFile(connection), problem, hasPassphrase: isSealed(path) };
  } catch (error) {
    const hasPassphrase = existsSync(path) && isSealed(path);
    return { path, contents: null, problem: problemOfError(error, hasPassphrase), hasPassphrase };
  } finally {
    connection?.close();
  }
}

function problemOf(connection: Connection, isThorough: boolean): CopyProblem | null {
  if (connection.pragma('application_id', { simple: true }) !== applicationId) return 'not-whole';
  if (Number(connection.pragma('user_version', { simple: true })) > newestVersion) return 'newer-version';
  if (isThorough && connection.pragma('quick_check(1)', { simple: true }) !== 'ok') return 'not-whole';
  return null;
}

function problemOfError(error: unknown, hasPassphrase: boolean): CopyProblem {
  if (!(error instanceof Database.SqliteError)) return 'not-readable';
  if (error.code === 'SQLITE_NOTADB') return hasPassphrase ? 'other-passphrase' : 'not-whole';
  return error.code.startsWith('SQLITE_CORRUPT') ? 'not-whole' : 'not-readable';
}
