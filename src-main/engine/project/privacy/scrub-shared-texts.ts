import { blocksOf, plainTextOf } from '#shared/domain/policy-text-blocks.ts';
import { decodeRow, encodeRow } from '../history/row-values.ts';
import type { Connection } from '../project-file.ts';
import { forgetWords } from '../texts/forget-words.ts';
import { listTextChanges } from '../texts/past-texts.ts';
import { nodesOf } from '../texts/rich-text.ts';
import { forgetPlaces, type TextUpdate, textOf } from '../texts/shared-text.ts';
import { documentOf, sectionOfDocument, textColumns, textUpdateType } from '../texts/text-columns.ts';
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
  const documents = [...columnDocuments(connection), ...sectionDocuments(connection)];
  let folded = 0;
  for (const document of documents) {
    const updates = updatesOf(connection, document.name);
    if (updates.length === 0) continue;
    if (!document.wordings(updates).some((wording) => texts.placesIn(wording).length > 0)) continue;
    fold(connection, document, { updates, texts });
    folded += 1;
  }
  return folded;
}

interface StoredUpdate {
  readonly id: string;
  readonly data: Buffer;
}

/** A text that stands in the file as updates. */
interface SharedDocument {
  readonly name: string;
  /** All that it says or ever said. */
  wordings(updates: readonly StoredUpdate[]): readonly string[];
  /** The text without people's words, as one update. */
  left(data: readonly Buffer[], texts: PersonalTexts): TextUpdate;
  /** Brings the readable column to what is left. */
  write(left: Buffer): void;
}

function columnDocuments(connection: Connection): SharedDocument[] {
  const said = listTextChanges(connection);
  return textColumns.map((column) => ({
    name: documentOf(column),
    wordings: (updates) => [textOf(updates.map(({ data }) => data)), ...said.flatMap(({ before, after }) => [before[column] ?? '', after[column] ?? ''])],
    left: (data, texts) => forgetPlaces(data, texts.placesIn(textOf(data))),
    write: (left) => connection.prepare<[string]>(`UPDATE project SET ${column} = ?`).run(textOf([left])),
  }));
}

/** The parts of the policy's text, also of those that were removed: their words stay in the file so that they can come back. */
function sectionDocuments(connection: Connection): SharedDocument[] {
  const names = connection.prepare<[], string>('SELECT DISTINCT document FROM text_update').pluck().all();
  return names.flatMap((name) => {
    const id = sectionOfDocument(name);
    if (id === null) return [];
    return {
      name,
      // What was crossed out, too: each stand of the text is what the updates up to it say.
      wordings: (updates) => updates.map((_, index) => plainTextOf(blocksOf(nodesOf(updates.slice(0, index + 1).map(({ data }) => data))))),
      left: (data, texts) => forgetWords(data, (text) => texts.placesIn(text)),
      write: (left) => {
        const text = plainTextOf(blocksOf(nodesOf([left])));
        connection.prepare<[string, string]>('UPDATE draft_section SET plain_text = ? WHERE id = ?').run(text, id);
      },
    };
  });
}

function updatesOf(connection: Connection, document: string): StoredUpdate[] {
  return connection.prepare<[string], StoredUpdate>('SELECT id, data FROM text_update WHERE document = ? ORDER BY rowid').all(document);
}

function fold(connection: Connection, document: SharedDocument, { updates, texts }: { updates: readonly StoredUpdate[]; texts: PersonalTexts }): void {
  const left = Buffer.from(
    document.left(
      updates.map(({ data }) => data),
      texts,
    ),
  );
  const history = historyOf(connection, document.name);
  const keepers = keepersOf(updates, history);
  const dataOf = (id: string) => (keepers.has(id) ? left : emptyUpdate);
  const save = connection.prepare<[Buffer, string]>('UPDATE text_update SET data = ? WHERE id = ?');
  for (const { id } of updates) save.run(dataOf(id), id);
  document.write(left);
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

function historyOf(connection: Connection, document: string): PastUpdate[] {
  return connection
    .prepare<[string], PastUpdate>(
      `SELECT o.key, o.id, e.change_revision AS revision, c.writer_key AS writer, e.before, e.after, e.clocks
       FROM object o JOIN edit e ON e.object_key = o.key JOIN change c ON c.revision = e.change_revision WHERE o.type = ? ORDER BY c.writer_key, c.sequence`,
    )
    .all(textUpdateType)
    .filter(({ before, after }) => [before, after].some((stored) => decodeRow(stored)?.document === document));
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
