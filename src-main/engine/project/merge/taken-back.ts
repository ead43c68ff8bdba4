import { undoState } from '../history/change-log.ts';
import type { OpenProject } from '../open-project.ts';

/** A change as every copy names it. */
interface Stamp {
  readonly writer: string;
  readonly sequence: number;
}

/** A merge of this file that does not stand any more. */
export interface TakenBack {
  readonly revision: number;
  /** The change that took it back: an undo, or going back to a moment when it did not stand. */
  readonly by: Stamp;
  /** Its history was folded since; what it did is kept beside the history, under the merge's own revision. */
  readonly isAside: boolean;
}

interface MergeRow extends Stamp {
  revision: number;
  isAside: number;
  takenBackBy: string | null;
}

/** An undo, a redo, a return to a moment, or a merge that was done again. */
interface StepRow extends Stamp {
  revision: number;
  kind: 'undo' | 'redo' | 'restore';
  name: string;
  target: number | null;
  moment: number | null;
  ofMerge: string | null;
}

/**
 * The merges of this file that were undone, or that the project went back to a moment before. Whoever brings the same copies again
 * means to have their work, although nothing in them is unknown here.
 */
export function takenBackMerges(project: OpenProject): TakenBack[] {
  const merges = project.reader
    .prepare<[], MergeRow>(
      `SELECT c.revision, w.id AS writer, c.sequence, c.merge_revision IS NOT NULL AS isAside, c.params ->> 'takenBackBy' AS takenBackBy
       FROM change c JOIN writer w ON w.key = c.writer_key
       WHERE c.kind = 'merge' AND c.undo_state <> ${undoState.folded} AND (c.merge_revision IS NULL OR c.merge_revision = c.revision) ORDER BY c.revision`,
    )
    .all();
  if (merges.length === 0) return [];
  const steps = project.reader
    .prepare<[], StepRow>(
      `SELECT c.revision, w.id AS writer, c.sequence, c.kind, c.name, c.target, c.params ->> 'ofMerge' AS ofMerge,
         CASE WHEN c.name = 'history.restoreProject' THEN c.params ->> 'revision' END AS moment
       FROM change c JOIN writer w ON w.key = c.writer_key
       WHERE c.merge_revision IS NULL AND c.kind IN ('undo', 'redo', 'restore') ORDER BY c.revision`,
    )
    .all();
  return merges.flatMap((merge) => {
    const by = new Standing(merge).after(steps);
    return by ? [{ revision: merge.revision, by, isAside: merge.isAside === 1 }] : [];
  });
}

/** Follows a merge through the steps of this file: from which revision on it stood, and from which it did not. */
class Standing {
  readonly #merge: MergeRow;
  /** Oldest first; `by` null = it stands. */
  readonly #past: { revision: number; by: Stamp | null }[];
  readonly #agains = new Set<number>();
  readonly #returns = new Map<number, number>();

  constructor(merge: MergeRow) {
    this.#merge = merge;
    this.#past = [{ revision: merge.revision, by: stampIn(merge.takenBackBy) }];
  }

  after(steps: readonly StepRow[]): Stamp | null {
    for (const step of steps) if (step.revision > this.#merge.revision) this.#take(step);
    return this.#now;
  }

  get #now(): Stamp | null {
    return this.#past.at(-1)?.by ?? null;
  }

  #take(step: StepRow): void {
    const stands = this.#standsAfter(step);
    if (stands === null) return;
    // Who has seen it taken back knows, whatever took it back once more.
    this.#past.push({ revision: step.revision, by: stands ? null : (this.#now ?? step) });
  }

  /** Null = the step says nothing about the merge. */
  #standsAfter({ revision, kind, name, target, moment, ofMerge }: StepRow): boolean | null {
    if (kind === 'restore') {
      if (moment !== null) {
        this.#returns.set(revision, moment);
        return this.#stoodAt(moment);
      }
      if (name !== 'merging.again' || ofMerge !== `${this.#merge.writer} ${this.#merge.sequence}`) return null;
      this.#agains.add(revision);
      return true;
    }
    if (target === null) return null;
    if (target === this.#merge.revision || this.#agains.has(target)) return kind === 'redo';
    const returned = this.#returns.get(target);
    if (returned === undefined) return null;
    return this.#stoodAt(kind === 'redo' ? returned : target - 1);
  }

  #stoodAt(revision: number): boolean {
    const then = this.#past.findLast((entry) => entry.revision <= revision);
    return then !== undefined && then.by === null;
  }
}

/** As `takenBackBy` among the words of a merge that was set aside. */
export const stampText = ({ writer, sequence }: Stamp): string => `${writer} ${sequence}`;

function stampIn(text: string | null): Stamp | null {
  const [writer, sequence] = (text ?? '').split(' ');
  return writer && sequence ? { writer, sequence: Number(sequence) } : null;
}
