import type { Compaction } from '#shared/domain/history.ts';
import { refuse } from '../../refuse.ts';
import { listReviews } from '../merge/reviews.ts';
import { stampText, type TakenBack, takenBackMerges } from '../merge/taken-back.ts';
import { type OpenProject, sql } from '../open-project.ts';
import type { Connection } from '../project-file.ts';
import { keepTextEffects, type TextEffect, textEffects } from '../texts/aside-texts.ts';
import { foldTexts } from '../texts/fold-texts.ts';
import { textUpdateType } from '../texts/text-columns.ts';
import { editKind, undoState } from './change-log.ts';
import { type FoldedEdit, foldEdits, type PastEdit } from './fold-edits.ts';
import { encodeRow } from './row-values.ts';

/** What the folding is written down as; `forgets` = nothing that came before is told, for a project that nobody has worked on yet. */
export interface CompactionOptions {
  readonly name: string;
  readonly forgets?: boolean;
}

/**
 * Folds the history for good: of all that lies between two kept moments (snapshots, and now) only what it came to stays, in the later of the
 * two. The state at every kept moment stays what it is, and so does what a copy that is brought together later finds: for every value that
 * was written in between the edit keeps by whom and when, and of what was made and removed in between the last row: a copy that somebody made
 * without telling may still hold it, and may have gone on with it. What a merge did that was taken back since is kept beside the history: whoever
 * brings the same copies again gets their work. Refused as `history/review-first` while differences between copies are open.
 */
export function compactHistory(project: OpenProject, options: CompactionOptions = { name: 'history.compact' }): Compaction {
  if (listReviews(project).length > 0) refuse('history/review-first');
  const bytesBefore = fileBytes(project);
  const changes = countChanges(project);
  const description = { kind: 'note', name: options.name, params: { count: changes }, subjects: ['project'], isUnlogged: true } as const;
  const takenBack = options.forgets ? [] : takenBackMerges(project);
  project.change(description, ({ connection, revision }) => {
    dropStaleAsides(connection, takenBack);
    const effects = takenBack.map((merge) => (merge.isAside ? [] : textEffects(connection, merge.revision)));
    const asides = takenBack.map((merge) => merge.revision);
    let from = 0;
    for (const to of [...keptRevisions(connection), revision]) {
      foldSpan(connection, from, to, asides);
      from = to;
    }
    for (const [index, merge] of takenBack.entries()) setAside(connection, merge, effects[index] ?? []);
    if (options.forgets) forgetAll(connection, revision);
    dropUnused(connection);
  });
  project.vacuum();
  return { foldedChanges: changes - countChanges(project) + 1, bytesBefore, bytesAfter: fileBytes(project) };
}

function countChanges(project: OpenProject): number {
  return project.found(sql.selectFrom('change').select(({ fn }) => fn.countAll<number>().as('n'))).n;
}

function fileBytes(project: OpenProject): number {
  const pragma = (name: string) => Number(project.reader.prepare<[], number>(`SELECT ${name} FROM pragma_${name}`).pluck().get());
  return pragma('page_count') * pragma('page_size');
}

function keptRevisions(connection: Connection): number[] {
  return connection
    .prepare<[], number>('SELECT DISTINCT s.revision FROM snapshot s JOIN change c ON c.revision = s.revision WHERE c.merge_revision IS NULL ORDER BY 1')
    .pluck()
    .all();
}

/** Everything after `from` and up to `to` becomes part of change `to`; what stands under `asides` is told there too, and stays. */
function foldSpan(connection: Connection, from: number, to: number, asides: readonly number[]): void {
  const objects = connection
    .prepare<[number, number], number>('SELECT DISTINCT object_key FROM edit WHERE change_revision > ? AND change_revision <= ?')
    .pluck()
    .all(from, to);
  const read = connection.prepare<[number, number, number], PastEdit>(
    `SELECT e.kind, e.before, e.after, e.clocks, c.revision, c.clock, c.writer_key AS writerKey, w.id AS writer, c.sequence,
            c.kind = 'merge' AS isMerge, c.merge_revision IS NOT NULL AS isIncoming
     FROM edit e JOIN change c ON c.revision = e.change_revision JOIN writer w ON w.key = c.writer_key
     WHERE e.object_key = ? AND e.change_revision > ? AND e.change_revision <= ? ORDER BY e.change_revision`,
  );
  const remove = connection.prepare<[number, number, number]>(
    `DELETE FROM edit WHERE object_key = ? AND change_revision > ? AND change_revision <= ? AND change_revision NOT IN (${asides.join(', ')})`,
  );
  const insert = connection.prepare<unknown[]>('INSERT INTO edit (change_revision, object_key, kind, before, after, clocks) VALUES (?, ?, ?, ?, ?, ?)');
  const target = connection.prepare<[number], { writerKey: number; sequence: number }>(
    'SELECT writer_key AS writerKey, sequence FROM change WHERE revision = ?',
  );
  const into = target.get(to);
  if (!into) throw new Error(`no change ${to}`);
  const writerIds = connection.prepare<[number], string>('SELECT id FROM writer WHERE key = ?').pluck();
  const writerId = (key: number) => writerIds.get(key) ?? '';
  for (const key of objects) {
    const folded = foldEdits(read.all(key, from, to), into, writerId);
    remove.run(key, from, to);
    if (folded) insert.run(to, key, folded.kind, ...stored(folded));
  }
  foldTexts(connection, to);
  foldChanges(connection, from, to, asides);
}

function stored({ before, after, clocks }: FoldedEdit): unknown[] {
  return [encodeRow(before), encodeRow(after), clocks];
}

/** Of the changes stay: the one that all is folded into, what merges took in, how far each writer came, and how far in a merge that is set aside. */
function foldChanges(connection: Connection, from: number, to: number, asides: readonly number[]): void {
  connection
    .prepare<[number, number]>(
      `DELETE FROM change WHERE revision > ? AND revision < ? AND NOT (kind = 'merge' AND knows IS NOT NULL)
       AND sequence <> (SELECT max(c.sequence) FROM change c WHERE c.writer_key = change.writer_key)
       AND NOT (ifnull(merge_revision, 0) IN (${asides.join(', ')}) AND sequence =
         (SELECT max(c.sequence) FROM change c WHERE c.writer_key = change.writer_key AND c.merge_revision = change.merge_revision))`,
    )
    .run(from, to);
  connection
    .prepare<[number, number, number]>(
      `UPDATE change SET kind = CASE kind WHEN 'merge' THEN kind ELSE 'note' END, undo_state = ?, target = NULL
       WHERE revision > ? AND revision <= ? AND merge_revision IS NOT revision`,
    )
    .run(undoState.folded, from, to);
}

/** From now on the merge is told by nothing but `takenBackMerges`: its edits stand apart from the chain of states and from what people wrote. */
function setAside(connection: Connection, { revision, by }: TakenBack, effects: readonly TextEffect[]): void {
  connection
    .prepare<unknown[]>("UPDATE change SET merge_revision = revision, undo_state = ?, params = json_set(params, '$.takenBackBy', ?) WHERE revision = ?")
    .run(undoState.left, stampText(by), revision);
  // The updates themselves are folded with all others; what they said stands beside them in words.
  connection
    .prepare<[number, string]>('DELETE FROM edit WHERE change_revision = ? AND object_key IN (SELECT key FROM object WHERE type = ?)')
    .run(revision, textUpdateType);
  keepTextEffects(connection, revision, effects);
}

/** What was set aside and done again since is told by the history like everything else. */
function dropStaleAsides(connection: Connection, takenBack: readonly TakenBack[]): void {
  const asides = connection.prepare<[], number>('SELECT revision FROM change WHERE merge_revision = revision').pluck().all();
  for (const revision of asides.filter((aside) => !takenBack.some((merge) => merge.revision === aside))) {
    connection.prepare<[number]>('DELETE FROM edit WHERE change_revision = ?').run(revision);
    connection.prepare<[number]>('UPDATE change SET merge_revision = NULL WHERE revision = ?').run(revision);
  }
}

function forgetAll(connection: Connection, revision: number): void {
  connection.exec('DELETE FROM edit');
  connection.prepare<[number]>('DELETE FROM change WHERE revision <> ?').run(revision);
}

/** What no edit speaks of any more: objects, and content put aside for datasets and photos that no kept moment holds. */
function dropUnused(connection: Connection): void {
  // Differences that have been settled since need no mark any more.
  connection.exec(`
    DELETE FROM review;
    DELETE FROM object WHERE key NOT IN (SELECT object_key FROM edit) AND key NOT IN (SELECT object_key FROM kept_alive);
    DELETE FROM dataset_content WHERE dataset_id NOT IN
      (SELECT o.id FROM object o JOIN edit e ON e.object_key = o.key WHERE o.type = 'dataset' AND e.kind IN (${editKind.insert}, ${editKind.delete}));
    DELETE FROM photo_content WHERE photo_id NOT IN (SELECT id FROM photo) AND photo_id NOT IN
      (SELECT o.id FROM object o JOIN edit e ON e.object_key = o.key WHERE o.type = 'photo' AND e.kind = ${editKind.insert});
  `);
}
