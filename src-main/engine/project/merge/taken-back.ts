import { undoState } from '../history/change-log.ts';
import type { OpenProject } from '../open-project.ts';

/** A merge of this file that does not stand any more. */
export interface TakenBack {
  readonly revision: number;
  /** The change that took it back: an undo, or going back to a moment before it. */
  readonly by: { readonly writer: string; readonly sequence: number };
  /** Its history was folded since; what it did is kept beside the history, under the merge's own revision. */
  readonly isAside: boolean;
}

interface MergeRow {
  revision: number;
  writer: string;
  sequence: number;
  undoState: number;
  isAside: number;
  takenBackBy: string | null;
}

interface StepRow {
  revision: number;
  writer: string;
  sequence: number;
}

/**
 * The merges of this file that were undone, or that the project went back to a moment before. Whoever brings the same copies again
 * means to have their work, although nothing in them is unknown here.
 */
export function takenBackMerges(project: OpenProject): TakenBack[] {
  const merges = project.reader
    .prepare<[], MergeRow>(
      `SELECT c.revision, w.id AS writer, c.sequence, c.undo_state AS undoState, c.merge_revision IS NOT NULL AS isAside, c.params ->> 'takenBackBy' AS takenBackBy
       FROM change c JOIN writer w ON w.key = c.writer_key
       WHERE c.kind = 'merge' AND (c.merge_revision IS NULL OR c.merge_revision = c.revision) ORDER BY c.revision`,
    )
    .all();
  return merges.flatMap((merge) => {
    const by = takenBackBy(project, merge);
    return by ? [{ revision: merge.revision, by, isAside: merge.isAside === 1 }] : [];
  });
}

function takenBackBy(project: OpenProject, merge: MergeRow): TakenBack['by'] | null {
  if (merge.undoState === undoState.undone || merge.undoState === undoState.left) return undoOf(project, merge) ?? stampIn(merge.takenBackBy);
  return merge.undoState === undoState.done && merge.isAside === 0 ? restoreBehind(project, merge) : null;
}

/** The newest undo of a merge, or of doing it again. */
function undoOf(project: OpenProject, { revision, writer, sequence }: MergeRow): StepRow | null {
  const row = project.reader
    .prepare<[number, string], StepRow>(
      `SELECT c.revision, w.id AS writer, c.sequence FROM change c JOIN writer w ON w.key = c.writer_key
       WHERE c.merge_revision IS NULL AND c.kind = 'undo' AND (c.target = ? OR c.target IN
         (SELECT a.revision FROM change a WHERE a.name = 'merging.again' AND a.merge_revision IS NULL AND a.params ->> 'ofMerge' = ?))
       ORDER BY c.revision DESC LIMIT 1`,
    )
    .get(revision, `${writer} ${sequence}`);
  return row ?? null;
}

/** The standing return to a moment before a merge, unless the merge was done again since, or a later return led past it. */
function restoreBehind(project: OpenProject, merge: MergeRow): StepRow | null {
  const steps = project.reader
    .prepare<[number, string], StepRow & { moment: number | null }>(
      `SELECT c.revision, w.id AS writer, c.sequence, CASE WHEN c.name = 'history.restoreProject' THEN c.params ->> 'revision' END AS moment
       FROM change c JOIN writer w ON w.key = c.writer_key
       WHERE c.merge_revision IS NULL AND c.kind = 'restore' AND c.undo_state = ${undoState.done} AND c.revision > ?
         AND (c.name = 'history.restoreProject' OR (c.name = 'merging.again' AND c.params ->> 'ofMerge' = ?))
       ORDER BY c.revision DESC`,
    )
    .all(merge.revision, `${merge.writer} ${merge.sequence}`);
  let until = Number.POSITIVE_INFINITY;
  for (const step of steps) {
    if (step.revision > until) continue;
    // Done again, or a return of an earlier version of the application that does not say where it went.
    if (step.moment === null) return null;
    if (step.moment < merge.revision) return steps[0] ?? null;
    until = step.moment;
  }
  return null;
}

/** As `takenBackBy` among the words of a merge that was set aside. */
export const stampText = ({ writer, sequence }: TakenBack['by']): string => `${writer} ${sequence}`;

function stampIn(text: string | null): TakenBack['by'] | null {
  const [writer, sequence] = (text ?? '').split(' ');
  return writer && sequence ? { writer, sequence: Number(sequence) } : null;
}
