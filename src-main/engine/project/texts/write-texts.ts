import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Connection } from '../project-file.ts';
import { firstUpdate, handOf, type TextUpdate, textOf, updateTo } from './shared-text.ts';
import { documentOf, type TextColumn, type Texts, textColumns } from './text-columns.ts';

type Statements = Pick<Connection, 'prepare'>;

/** Ids of updates that take over a text which was there before the first change. */
export const firstIdPrefix = 'first:';

/**
 * Makes a text say something, inside a change: writes what differs as one more update. A text that has no updates yet (a file of an earlier
 * version) begins with one that any other copy of the file would begin with.
 */
export function setText(connection: Statements, column: TextColumn, text: string): void {
  const updates = updatesOf(connection, column);
  if (updates.length === 0) updates.push(...takeOver(connection, column));
  const update = updateTo(updates, text, handOf(writerOf(connection)));
  if (!update) return;
  addUpdate(connection, { id: uuidv7(), document: documentOf(column), update });
  writeColumn(connection, column, textOf([...updates, update]));
}

export function setTexts(connection: Statements, texts: Texts): void {
  for (const column of textColumns) {
    const text = texts[column];
    if (text !== undefined) setText(connection, column, text);
  }
}

/** Brings the readable columns to what the updates say. To be called wherever updates came in by another way than `setText`. */
export function refreshTexts(connection: Statements): void {
  for (const column of textColumns) {
    const updates = updatesOf(connection, column);
    if (updates.length > 0) writeColumn(connection, column, textOf(updates));
  }
}

/** The texts as they stand now. */
export function readTexts(connection: Statements): Texts {
  return connection.prepare<[], Texts>(`SELECT ${textColumns.join(', ')} FROM project`).get() ?? {};
}

function takeOver(connection: Statements, column: TextColumn): TextUpdate[] {
  const text = readTexts(connection)[column] ?? '';
  const update = firstUpdate(text);
  if (!update) return [];
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 32);
  addUpdate(connection, { id: `${firstIdPrefix}${documentOf(column)}:${digest}`, document: documentOf(column), update });
  return [update];
}

function updatesOf(connection: Statements, column: TextColumn): TextUpdate[] {
  return updatesOfDocument(connection, documentOf(column));
}

export function updatesOfDocument(connection: Statements, document: string): TextUpdate[] {
  return connection.prepare<[string], Buffer>('SELECT data FROM text_update WHERE document = ? ORDER BY rowid').pluck().all(document);
}

export function addUpdate(connection: Statements, { id, document, update }: { id: string; document: string; update: TextUpdate }): void {
  connection.prepare<unknown[]>('INSERT INTO text_update (id, document, data) VALUES (?, ?, ?)').run(id, document, Buffer.from(update));
}

function writeColumn(connection: Statements, column: TextColumn, text: string): void {
  connection.prepare<[string, string]>(`UPDATE project SET ${column} = ? WHERE ${column} <> ?`).run(text, text);
}

/** The writer of the running change. */
export function writerOf(connection: Statements): string {
  const writer = connection
    .prepare<[], string>('SELECT w.id FROM change c JOIN writer w ON w.key = c.writer_key WHERE c.merge_revision IS NULL ORDER BY c.revision DESC LIMIT 1')
    .pluck()
    .get();
  if (writer === undefined) throw new Error('a text is written outside a change');
  return writer;
}
