import { decodeRow, encodeRow } from '../history/row-values.ts';
import type { Connection } from '../project-file.ts';
import { listTextChanges } from '../texts/past-texts.ts';
import { forgetPlaces, textOf } from '../texts/shared-text.ts';
import { documentOf, type TextColumn, textColumns, textUpdateType } from '../texts/text-columns.ts';
import type { PersonalTexts } from './personal-text.ts';
import { withBytesInClocks } from './values-in-clocks.ts';

/** An update that says nothing: no writing, nothing crossed out. */
const emptyUpdate = Buffer.from([0, 0]);

/**
 * Takes people's words out of texts that several write at once, which stand in the file as updates. A text that ever said one of them is
 * folded: it says from its beginning on what is left now, and its earlier wordings are gone from the history. Counts the folded texts.
 */
export function scrubSharedTexts(connection: Connection, texts: PersonalTexts): number {
  if (texts.isEmpty) return 0;
  let folded = 0;
  const said = listTextChanges(connection);
  for (const column of textColumns) {
    const updates = updatesOf(connection, column);
    if (updates.length === 0) continue;
    const wordings = [textOf(updates.map(({ data }) => data)), ...said.flatMap(({ before, after }) => [before[column] ?? '', after[column] ?? ''])];
    if (!wordings.some((wording) => texts.placesIn(wording).length > 0)) continue;
    fold(connection, column, updates, texts);
    folded += 1;
  }
  return folded;
}

interface StoredUpdate {
  readonly id: string;
  readonly data: Buffer;
}

function updatesOf(connection: Connection, column: TextColumn): StoredUpdate[] {
  return connection.prepare<[string], StoredUpdate>('SELECT id, data FROM text_update WHERE document = ? ORDER BY rowid').all(documentOf(column));
}

function fold(connection: Connection, column: TextColumn, updates: readonly StoredUpdate[], texts: PersonalTexts): void {
  const all = updates.map(({ data }) => data);
  const left = Buffer.from(forgetPlaces(all, texts.placesIn(textOf(all))));
  const history = historyOf(connection, column);
  const keepers = keepersOf(updates, history);
  const dataOf = (id: string) => (keepers.has(id) ? left : emptyUpdate);
  const save = connection.prepare<[Buffer, string]>('UPDATE text_update SET data = ? WHERE id = ?');
  for (const { id } of updates) save.run(dataOf(id), id);
  connection.prepare<[string]>(`UPDATE project SET ${column} = ?`).run(textOf([left]));
  foldHistory(connection, history, dataOf);
}

interface PastUpdate {
  readonly key: number;
  readonly id: string;
  readonly revision: number;
  readonly writer: number;
  readonly before: string | Uint8Array | null;
  readonly after: string | Uint8Array | null;
  readonly clocks: string | null;
}

function historyOf(connection: Connection, column: TextColumn): PastUpdate[] {
  return connection
    .prepare<[string], PastUpdate>(
      `SELECT o.key, o.id, e.change_revision AS revision, c.writer_key AS writer, e.before, e.after, e.clocks
       FROM object o JOIN edit e ON e.object_key = o.key JOIN change c ON c.revision = e.change_revision WHERE o.type = ? ORDER BY c.writer_key, c.sequence`,
    )
    .all(textUpdateType)
    .filter(({ before, after }) => [before, after].some((stored) => decodeRow(stored)?.document === documentOf(column)));
}

/** The updates that say what is left: the first, and each writer's last, which any copy that does not know everything yet will receive. */
function keepersOf(updates: readonly StoredUpdate[], history: readonly PastUpdate[]): Set<string> {
  const lastOfWriter = new Map(history.map(({ writer, id }) => [writer, id]));
  return new Set([...updates.slice(0, 1), ...updates.slice(-1)].map(({ id }) => id).concat([...lastOfWriter.values()]));
}

/** Changes of nothing but the text say nothing any more that could be taken back. */
function foldHistory(connection: Connection, history: readonly PastUpdate[], dataOf: (id: string) => Buffer): void {
  const save = connection.prepare<unknown[]>('UPDATE edit SET before = ?, after = ?, clocks = ? WHERE change_revision = ? AND object_key = ?');
  const settle = connection.prepare<[number, string]>(
    `UPDATE change SET kind = 'note' WHERE revision = ? AND kind IN ('edit', 'restore') AND NOT EXISTS
     (SELECT 1 FROM edit e JOIN object o ON o.key = e.object_key WHERE e.change_revision = revision AND o.type <> ?)`,
  );
  for (const { key, id, revision, before, after, clocks } of history) {
    const [then, now] = [before, after].map((stored) => {
      const row = decodeRow(stored);
      return row && encodeRow({ ...row, data: dataOf(id) });
    });
    save.run(then, now, withBytesInClocks(clocks, 'data', dataOf(id)), revision, key);
    settle.run(revision, textUpdateType);
  }
}
