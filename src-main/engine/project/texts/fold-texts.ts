import { contentId } from '../content-id.ts';
import { editKind, objectKeys } from '../history/change-log.ts';
import { encodeRow } from '../history/row-values.ts';
import type { Connection } from '../project-file.ts';
import { uniteUpdates } from './shared-text.ts';
import { textUpdateType } from './text-columns.ts';
import { firstIdPrefix } from './write-texts.ts';

interface FoldedUpdate {
  id: string;
  document: string;
  data: Buffer;
  objectKey: number;
}

/**
 * Makes one update of all that stand in one change, document by document: for a change that many were folded into. The text stays, letter
 * by letter, and so does all that was crossed out; a copy that still holds the single updates unites with it as before. The same updates
 * give the same id.
 */
export function foldTexts(connection: Connection, revision: number): void {
  const updates = connection
    .prepare<[number, number, string, string], FoldedUpdate>(
      `SELECT t.id, t.document, t.data, o.key AS objectKey
       FROM edit e JOIN object o ON o.key = e.object_key JOIN text_update t ON t.id = o.id
       WHERE e.change_revision = ? AND e.kind = ? AND o.type = ? AND substr(t.id, 1, length(?)) <> '${firstIdPrefix}' ORDER BY t.rowid`,
    )
    .all(revision, editKind.insert, textUpdateType, firstIdPrefix);
  for (const document of new Set(updates.map((update) => update.document))) {
    const folded = updates.filter((update) => update.document === document);
    if (folded.length > 1) replace(connection, revision, document, folded);
  }
}

function replace(connection: Connection, revision: number, document: string, folded: readonly FoldedUpdate[]): void {
  const data = Buffer.from(uniteUpdates(folded.map((update) => update.data)));
  const id = contentId(data.toString('base64'));
  for (const update of folded) {
    connection.prepare<[number, number]>('DELETE FROM edit WHERE change_revision = ? AND object_key = ?').run(revision, update.objectKey);
    connection.prepare<[string]>('DELETE FROM text_update WHERE id = ?').run(update.id);
  }
  connection.prepare<[string, string, Buffer]>('INSERT OR IGNORE INTO text_update (id, document, data) VALUES (?, ?, ?)').run(id, document, data);
  connection
    .prepare<unknown[]>('INSERT OR IGNORE INTO edit (change_revision, object_key, kind, after) VALUES (?, ?, ?, ?)')
    .run(revision, objectKeys(connection)(textUpdateType, id, null), editKind.insert, encodeRow({ id, document, data }));
}
