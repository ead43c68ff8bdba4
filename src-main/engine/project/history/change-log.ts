import { v7 as uuidv7 } from 'uuid';
import { prepareOnce } from '../prepare-once.ts';
import type { Connection } from '../project-file.ts';
import type { Edit } from './change-capture.ts';
import { type Clock, laterClock, nextClock } from './hybrid-clock.ts';
import { encodeRow } from './row-values.ts';

/**
 * `edit` a person's own work; `undo` and `redo` write the before or after of another change; `restore` writes an earlier state; `merge`
 * took in changes of other copies (its edits say what that did to the tables here); `note` is nothing that could be taken back.
 */
export type ChangeKind = 'edit' | 'undo' | 'redo' | 'restore' | 'merge' | 'note';

/** A tombstone stands in folded history for an object that was made and removed between two kept moments. */
export const editKind = { insert: 0, update: 1, delete: 2, keep: 3, tombstone: 4 } as const;

/** `undo_state` of a change. */
export const undoState = { done: 0, undone: 1, left: 2, folded: 3 } as const;

/** A change about to be written. */
export interface ChangeEntry {
  readonly kind: ChangeKind;
  readonly name: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly subjects: readonly string[];
  readonly person: string;
  readonly sessionId: string | null;
  readonly at: string;
  readonly target: number | null;
  /** The latest clock among changes that this one takes in. */
  readonly receivedClock: Clock;
  /** What a merge took in: the last sequence of each writer. */
  readonly knows: Readonly<Record<string, number>> | null;
}

/**
 * Writes the record of changes of one opened file. Each opening of a file for writing is a writer of its own, so that no two copies of a
 * file, made by whatever means, ever give the same name to different changes.
 */
export class ChangeLog {
  readonly #line: () => Connection;
  #writerKey: number | null = null;
  #sequence = 0;
  #writerId: string | null = null;

  /** `line` tells the connection that a change is written over right now. */
  constructor(line: () => Connection) {
    this.#line = line;
  }

  get #connection(): Connection {
    return this.#line();
  }

  /** Opens a change inside the running transaction; returns its revision. */
  begin(entry: ChangeEntry): number {
    const now = Date.parse(entry.at);
    const clock = nextClock(laterClock(this.#lastClock(), entry.receivedClock), now);
    const writerKey = this.#writer(entry.at);
    this.#sequence += 1;
    return Number(
      prepareOnce(
        this.#connection,
        `INSERT INTO change (writer_key, sequence, clock, at, kind, name, params, subjects, person, session_id, target, knows)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ).run(
        writerKey,
        this.#sequence,
        clock,
        entry.at,
        entry.kind,
        entry.name,
        JSON.stringify(entry.params),
        JSON.stringify(entry.subjects),
        entry.person,
        entry.sessionId,
        entry.target,
        entry.knows && JSON.stringify(entry.knows),
      ).lastInsertRowid,
    );
  }

  /** Writes the edits of a change; a change that did nothing leaves no trace unless it is a note or a merge. */
  end(revision: number, kind: ChangeKind, edits: readonly Edit[]): void {
    if (edits.length === 0 && kind !== 'note' && kind !== 'merge') {
      prepareOnce(this.#connection, 'DELETE FROM change WHERE revision = ?').run(revision);
      this.#sequence -= 1;
      return;
    }
    writeEdits(this.#connection, revision, edits);
    // What a merge found to be needed is kept by the next person who goes on from there, not by the merge.
    if (kind !== 'merge') this.#keepAlive(revision);
    if (kind !== 'undo' && kind !== 'redo' && kind !== 'note') this.#leaveUndone();
  }

  /** Forgets what the rolled-back transaction had counted. */
  rollBack(): void {
    this.#writerKey = null;
  }

  /** A merge is later than all that it took in, so the newest change of this file is the latest of all. */
  #lastClock(): Clock {
    return prepareOnce<[], Clock>(this.#connection, 'SELECT clock FROM change WHERE merge_revision IS NULL ORDER BY revision DESC LIMIT 1').pluck().get() ?? '';
  }

  #writer(at: string): number {
    if (this.#writerKey !== null) return this.#writerKey;
    const known =
      this.#writerId === null ? undefined : this.#connection.prepare<[string], number>('SELECT key FROM writer WHERE id = ?').pluck().get(this.#writerId);
    if (known !== undefined) {
      this.#sequence = this.#connection.prepare<[number], number>('SELECT ifnull(max(sequence), 0) FROM change WHERE writer_key = ?').pluck().get(known) ?? 0;
      this.#writerKey = known;
      return known;
    }
    return this.#addWriter(at);
  }

  #addWriter(at: string): number {
    const connection = this.#connection;
    const previous = connection
      .prepare<[], { id: string; sequence: number }>(
        `SELECT w.id, c.sequence FROM change c JOIN writer w ON w.key = c.writer_key WHERE c.merge_revision IS NULL ORDER BY c.revision DESC LIMIT 1`,
      )
      .get();
    const copy = connection.prepare<[], { id: string; name: string }>('SELECT id, name FROM this_copy').get() ?? this.#addCopy();
    const id = uuidv7();
    this.#writerKey = Number(
      connection
        .prepare<unknown[]>('INSERT INTO writer (id, copy_id, copy_name, started_at, previous_id, previous_sequence) VALUES (?, ?, ?, ?, ?, ?)')
        .run(id, copy.id, copy.name, at, previous?.id ?? null, previous?.sequence ?? null).lastInsertRowid,
    );
    this.#writerId = id;
    this.#sequence = 0;
    return this.#writerKey;
  }

  #addCopy(): { id: string; name: string } {
    const id = uuidv7();
    this.#connection.prepare<[string]>("INSERT INTO this_copy (id, name) VALUES (?, '')").run(id);
    return { id, name: '' };
  }

  /** What lives only because someone else's work needed it is from now on there because this person, who saw it there, went on. */
  #keepAlive(revision: number): void {
    const kept = prepareOnce<[], number>(this.#connection, 'SELECT object_key FROM kept_alive').pluck().all();
    if (kept.length === 0) return;
    const insert = this.#connection.prepare<[number, number, number]>('INSERT OR IGNORE INTO edit (change_revision, object_key, kind) VALUES (?, ?, ?)');
    for (const key of kept) insert.run(revision, key, editKind.keep);
    this.#connection.exec('DELETE FROM kept_alive');
  }

  /** After new work, what was undone before can no longer be redone. It stays in the history. */
  #leaveUndone(): void {
    prepareOnce(this.#connection, "UPDATE change SET undo_state = ? WHERE undo_state = ? AND merge_revision IS NULL AND kind <> 'note'").run(
      undoState.left,
      undoState.undone,
    );
  }
}

function writeEdits(connection: Connection, revision: number, edits: readonly Edit[]): void {
  const keyOf = objectKeys(connection);
  const insert = prepareOnce(connection, 'INSERT INTO edit (change_revision, object_key, kind, before, after) VALUES (?, ?, ?, ?, ?)');
  for (const { type, id, before, after, localKey } of edits) {
    const kind = before === null ? editKind.insert : after === null ? editKind.delete : editKind.update;
    insert.run(revision, keyOf(type, id, localKey), kind, encodeRow(before), encodeRow(after));
  }
}

/** Finds or makes the small key under which the history knows an object. */
export function objectKeys(connection: Connection): (type: string, id: string, localKey: number | null) => number {
  const find = prepareOnce<[string, string], { key: number; local_key: number | null }>(
    connection,
    'SELECT key, local_key FROM object WHERE type = ? AND id = ?',
  );
  const add = prepareOnce(connection, 'INSERT INTO object (type, id, local_key) VALUES (?, ?, ?)');
  const settle = prepareOnce(connection, 'UPDATE object SET local_key = ? WHERE key = ?');
  return (type, id, localKey) => {
    const known = find.get(type, id);
    if (!known) return Number(add.run(type, id, localKey).lastInsertRowid);
    if (localKey !== null && known.local_key !== localKey) settle.run(localKey, known.key);
    return known.key;
  };
}
