import type { Connection } from '../project-file.ts';
import { carryOver, type TextUpdate, textOf, uniteUpdates } from './shared-text.ts';
import { documentOf, type TextColumn, type Texts, textColumns, textUpdateType } from './text-columns.ts';
import { firstIdPrefix, readTexts } from './write-texts.ts';

type Statements = Pick<Connection, 'prepare'>;

/** What one change did to texts; only those that it changed. */
export interface TextChange {
  readonly revision: number;
  readonly before: Texts;
  readonly after: Texts;
}

/** `own`: in this file, where updates of other copies came with a merge. `told`: with the changes of those copies, as the history tells them. */
export type PastView = 'own' | 'told';

export interface PastUpdate {
  revision: number;
  data: Buffer;
}

/** The texts as they stood right after a revision. */
function textsAt(connection: Statements, revision: number, view: PastView = 'own'): Texts {
  const present = readTexts(connection);
  const past: Texts = {};
  for (const column of textColumns) {
    const updates = pastUpdates(connection, documentOf(column), view);
    past[column] = updates.length === 0 ? (present[column] ?? '') : textOf(updates.filter((update) => update.revision <= revision).map(({ data }) => data));
  }
  return past;
}

/** The texts that stood otherwise right after a revision of this file than they do now. */
export function otherTextsAt(connection: Statements, revision: number): Texts {
  return differing(textsAt(connection, revision), readTexts(connection));
}

/** Every change of a text in this file, oldest first. */
export function listTextChanges(connection: Statements): TextChange[] {
  const changes = textColumns.flatMap((column) => changesOf(column, pastUpdates(connection, documentOf(column), 'own')));
  return changes.sort((a, b) => a.revision - b.revision);
}

export function textChangeAt(connection: Statements, revision: number, view: PastView = 'own'): TextChange {
  const before = textsAt(connection, revision - 1, view);
  const after = textsAt(connection, revision, view);
  return { revision, before: differing(before, after), after: differing(after, before) };
}

/** The texts with one revision of this file taken back, or done again, and all else that was written kept. Only those that it changed. */
export function textsWithout(connection: Statements, revision: number, side: 'before' | 'after'): Texts {
  const { before, after } = textChangeAt(connection, revision);
  const present = readTexts(connection);
  const [from, to] = side === 'before' ? [after, before] : [before, after];
  const texts: Texts = {};
  for (const column of textColumns) {
    const target = to[column];
    if (target !== undefined) texts[column] = carryOver(present[column] ?? '', from[column] ?? '', target);
  }
  return texts;
}

/** Texts as a state of the project's row. */
export function projectWith(connection: Statements, texts: Texts): { type: 'project'; id: string; values: Texts } {
  return { type: 'project', id: connection.prepare<[], string>('SELECT id FROM project').pluck().get() ?? '', values: texts };
}

function differing(texts: Texts, others: Texts): Texts {
  return Object.fromEntries(textColumns.filter((column) => texts[column] !== others[column]).map((column) => [column, texts[column]]));
}

/** In order. What a document began with, and what the history no longer tells apart, was there from the start. */
export function pastUpdates(connection: Statements, document: string, view: PastView): PastUpdate[] {
  const counted = view === 'own' ? 'c.merge_revision IS NULL' : "c.kind <> 'merge'";
  return connection
    .prepare<[string, string], PastUpdate>(
      `SELECT CASE WHEN substr(t.id, 1, ${firstIdPrefix.length}) = '${firstIdPrefix}' THEN 0 ELSE ifnull(min(c.revision), 0) END AS revision, t.data
       FROM text_update t
       LEFT JOIN object o ON o.type = ? AND o.id = t.id
       LEFT JOIN edit e ON e.object_key = o.key AND e.kind = 0
       LEFT JOIN change c ON c.revision = e.change_revision AND ${counted}
       WHERE t.document = ? GROUP BY t.id ORDER BY 1, t.rowid`,
    )
    .all(textUpdateType, document);
}

function changesOf(column: TextColumn, updates: readonly PastUpdate[]): TextChange[] {
  const changes: TextChange[] = [];
  let known: TextUpdate[] = [];
  let before = '';
  for (const [index, { revision, data }] of updates.entries()) {
    known.push(data);
    if (updates[index + 1]?.revision === revision) continue;
    known = [uniteUpdates(known)];
    const after = textOf(known);
    if (revision > 0 && before !== after) changes.push({ revision, before: { [column]: before }, after: { [column]: after } });
    before = after;
  }
  return changes;
}
