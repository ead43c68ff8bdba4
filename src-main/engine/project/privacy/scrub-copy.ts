import { existsSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import type { EraseChoices } from '#shared/domain/people.ts';
import { isSealed } from '../backup/open-to-read.ts';
import { copyDatabase, syncFile } from '../encryption/copy-database.ts';
import { applyKey, ProjectKey, removeKey } from '../encryption/project-key.ts';
import { newestVersion } from '../migrations/migrations.ts';
import type { Connection } from '../project-file.ts';
import { countTraces } from './count-traces.ts';
import { noteLeftOut } from './left-out.ts';
import { peopleInFile } from './people-in-file.ts';
import { type PersonalText, PersonalTexts } from './personal-text.ts';
import { holdsRestricted, scrubRestricted } from './restricted-in-file.ts';
import { scrubEverybody, scrubPeople } from './scrub-file.ts';
import type { ScrubAsk, Scrubbed, ScrubOrder } from './scrub-messages.ts';

/** Takes people out of a copy and writes the rest to a new file, on the disk and checked when it returns. Runs in the process for copies. */
export function scrubCopy(ask: ScrubAsk, tell: (done: number, total: number) => void): Scrubbed {
  const { work, to, passphrase, keepPassphrase, order } = ask;
  if (existsSync(to)) throw new Error(`there is already a file at ${to}`);
  // A copy from before the project had a passphrase has none.
  const key = passphrase === null || !isSealed(work) ? null : new ProjectKey(passphrase);
  try {
    const { scrubbed, gone } = scrubInto(work, to, key, order, tell);
    if (key && !keepPassphrase) unlockFile(to, key);
    syncFile(to);
    tell(3, 4);
    requireClean(to, keepPassphrase ? key : null, order, gone);
    return scrubbed;
  } catch (error) {
    rmSync(to, { force: true });
    throw error;
  } finally {
    rmSync(work, { force: true });
  }
}

function scrubInto(work: string, to: string, key: ProjectKey | null, order: ScrubOrder, tell: (done: number, total: number) => void) {
  const connection = open(work, key);
  try {
    if (Number(connection.pragma('user_version', { simple: true })) !== newestVersion) throw new Error('only a file of the present version can be cleaned');
    const people = peopleInFile(connection).filter(({ id }) => order.what === 'everybody' || order.ids.includes(id));
    const scrubbed = connection.transaction(() => {
      if (order.what === 'people') return { ...scrubPeople(connection, people, order.choices), restrictedTexts: 0 };
      const restrictedTexts = order.keepRestricted ? 0 : scrubRestricted(connection);
      const counts = { ...scrubEverybody(connection, order.keepInTexts), restrictedTexts };
      nameCopy(connection, order.madeAt);
      noteLeftOut(connection, order.madeAt);
      return counts;
    })();
    tell(1, 4);
    // A file built anew holds what is left and nothing else.
    copyDatabase(connection, to);
    tell(2, 4);
    return { scrubbed, gone: people.flatMap(({ texts }) => texts) };
  } finally {
    connection.close();
  }
}

function open(path: string, key: ProjectKey | null, isReadOnly = false): Connection {
  const connection = new Database(path, { fileMustExist: true, readonly: isReadOnly });
  applyKey(connection, key);
  connection.pragma('temp_store = MEMORY');
  if (!isReadOnly) {
    // Work on a file that is thrown away whatever happens.
    connection.pragma('journal_mode = OFF');
    connection.pragma('synchronous = OFF');
    connection.pragma('foreign_keys = ON');
  }
  return connection;
}

/** A copy of its own, which can be brought together with the file that it comes from. */
function nameCopy(connection: Connection, madeAt: string): void {
  const origin = connection.prepare<[], { id: string; name: string }>('SELECT id, name FROM this_copy').get();
  connection.exec('DELETE FROM this_copy; DELETE FROM handed_copy');
  connection
    .prepare<unknown[]>("INSERT INTO this_copy (id, name, origin_id, origin_name, handed_out_at) VALUES (?, '', ?, ?, ?)")
    .run(uuidv7(), origin?.id ?? null, origin?.name ?? '', madeAt);
}

function unlockFile(path: string, key: ProjectKey): void {
  const connection = open(path, key);
  try {
    removeKey(connection);
  } finally {
    connection.close();
  }
}

/** Reads the finished file once more: whole, and nobody in it any more. A fault of ours where that is not so; the file is not handed out. */
function requireClean(path: string, key: ProjectKey | null, order: ScrubOrder, gone: readonly PersonalText[]): void {
  const connection = open(path, key, true);
  try {
    const check = connection.pragma('quick_check(1)', { simple: true });
    if (check !== 'ok') throw new Error(`the copy is not whole: ${String(check)}`);
    const left = peopleInFile(connection).filter(({ id }) => order.what === 'everybody' || order.ids.includes(id));
    if (left.length > 0) throw new Error('the copy still holds people');
    const { texts, authored } =
      order.what === 'everybody' ? textsLeft(connection, gone, order.keepInTexts, () => true) : textsLeftOf(connection, gone, order.choices);
    if (texts > 0 || authored > 0) throw new Error('the copy still holds names');
    if (order.what === 'everybody' && !order.keepRestricted && holdsRestricted(connection)) throw new Error('the copy still holds restricted words');
  } finally {
    connection.close();
  }
}

function textsLeft(connection: Connection, gone: readonly PersonalText[], kept: readonly string[], isWanted: (name: string) => boolean) {
  const { texts, authored } = countTraces(
    connection,
    gone.filter(({ text }) => !kept.includes(text)),
    isWanted,
  );
  return { texts: texts.length, authored };
}

function textsLeftOf(connection: Connection, gone: readonly PersonalText[], { asAuthor, inTexts }: EraseChoices) {
  const names = new PersonalTexts(gone);
  return textsLeft(connection, inTexts ? gone : [], [], (name) => asAuthor && names.isName(name));
}
