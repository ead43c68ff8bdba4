import { type RowValues, type SqlValue, sameValue } from '../history/row-values.ts';
import { isLater, type Knowledge, type Stamp } from './knowledge.ts';

/** What one change did to one object. */
export interface WriteEvent extends Stamp {
  readonly kind: 'insert' | 'update' | 'delete' | 'keep';
  readonly before: RowValues | null;
  readonly after: RowValues | null;
  /** In folded history: all that the event stands for, with the changes that it was really written by. */
  readonly folded?: {
    readonly makers: readonly Stamp[];
    readonly removals: readonly Stamp[];
    readonly writes: readonly (FieldWrite & { readonly column: string })[];
  };
  /**
   * Part of undoing a whole merge or doing it again (`merge` names it), or of going on while the object was there only because something
   * needs it (`merge` is empty): that says what stands, but nobody has looked at this object. `instead`: the change that it takes the place of,
   * as `writer sequence`, where the history does not tell any more that this was such a step, or it went back to a moment before the merge.
   */
  readonly mergeStep?: { readonly merge: string; readonly isUndo: boolean; readonly instead?: string | null } | null;
}

export interface FieldWrite {
  readonly value: SqlValue;
  readonly stamp: Stamp;
}

/** Values that were given to one field by people who did not know of each other; the first is the one that stands. */
export interface FieldConflict {
  readonly column: string;
  readonly writes: readonly FieldWrite[];
}

/** What an object is, by all that is known of it. */
export interface ObjectFold {
  readonly isAlive: boolean;
  /** Columns that were ever written, with the value that stands. */
  readonly values: RowValues;
  /** What columns held before anybody wrote them, as far as the history tells. */
  readonly base: RowValues;
  readonly conflicts: readonly FieldConflict[];
  /** Removals that nobody has looked at yet: a question where the object is there all the same, because of others' work on it or beside it. */
  readonly openRemovals: readonly Stamp[];
}

/**
 * The state of one object as a function of the set of changes that touched it, whatever order they came in:
 * - each field has the value written last, by the hybrid clock;
 * - a removal holds unless someone who did not know of it made, changed or kept the object;
 * - values given apart to one field stand beside each other until someone who has seen both writes the field again;
 * - undoing a merge and doing it again say what stands, and leave the questions as they were; a merge that stays undone is a person's word.
 */
export function foldObject(events: readonly WriteEvent[], knowledge: Knowledge): ObjectFold {
  const writes = new Map<string, FieldWrite[]>();
  const base: Record<string, SqlValue> = {};
  const makers: Stamp[] = [];
  const removals: Stamp[] = [];
  for (const event of [...events].sort((a, b) => (isLater(a, b) ? 1 : -1))) {
    makers.push(...(event.folded?.makers ?? (event.kind === 'delete' ? [] : [event])));
    removals.push(...(event.folded?.removals ?? (event.kind === 'delete' ? [event] : [])));
    for (const [column, value] of Object.entries(event.before ?? {})) if (!(column in base)) base[column] = value;
    for (const { column, value, stamp } of event.folded?.writes ?? plainWrites(event)) {
      const list = writes.get(column) ?? [];
      // Folded history and the copy that still has the single changes tell the same write twice.
      if (!list.some((known) => isSameStamp(known.stamp, stamp))) list.push({ value, stamp });
      writes.set(column, list);
    }
  }
  const isSaid = saidWrites(events);
  const unknownRemovals = removals.filter((removal) => makers.some((maker) => !knowledge.knew(removal, maker)));
  const isAlive = unknownRemovals.length === removals.length;
  const values: Record<string, SqlValue> = {};
  const conflicts: FieldConflict[] = [];
  for (const [column, list] of writes) {
    // Folded history tells a write later than it was made.
    const inOrder = list.toSorted((a, b) => (isLater(a.stamp, b.stamp) ? 1 : -1));
    const latest = inOrder.at(-1);
    if (!latest) continue;
    values[column] = latest.value;
    if (inOrder.length === 1) continue;
    const distinct = distinctValues(answersOf(latest, inOrder, { knowledge, isSaid }));
    if (distinct.length > 1) conflicts.push({ column, writes: distinct });
  }
  return { isAlive, values, base, conflicts, openRemovals: openRemovalsOf(makers, removals, { knowledge, isSaid }) };
}

interface Judgement {
  readonly knowledge: Knowledge;
  readonly isSaid: (stamp: Stamp) => boolean;
}

/** Which changes are somebody's word about the object. Found by stamp: folded history tells a change too, without saying what it was. */
function saidWrites(events: readonly WriteEvent[]): (stamp: Stamp) => boolean {
  const lastSteps = new Map<string, WriteEvent>();
  for (const event of events) {
    const known = event.mergeStep && lastSteps.get(event.mergeStep.merge);
    if (event.mergeStep && (!known || isLater(event, known))) lastSteps.set(event.mergeStep.merge, event);
  }
  if (lastSteps.size === 0) return () => true;
  const unsaid = events.filter(({ mergeStep }) => mergeStep && !lastSteps.get(mergeStep.merge)?.mergeStep?.isUndo);
  const names = new Set(unsaid.flatMap((event) => [nameOfStamp(event), ...(event.mergeStep?.instead ? [event.mergeStep.instead] : [])]));
  return (stamp) => !names.has(nameOfStamp(stamp));
}

/** What people said of a field without knowing of each other, what stands first; `writes` in the order of their clocks. */
function answersOf(latest: FieldWrite, writes: readonly FieldWrite[], { knowledge, isSaid }: Judgement): FieldWrite[] {
  const said = writes.filter(({ stamp }) => isSaid(stamp));
  const standing = said.includes(latest) ? latest : (said.findLast(({ value }) => sameValue(value, latest.value)) ?? latest);
  return [standing, ...headsOf(said, knowledge).filter((head) => head !== standing)];
}

/** Removals that nobody knew of who worked on the object, or removed it too. */
function openRemovalsOf(makers: readonly Stamp[], removals: readonly Stamp[], { knowledge, isSaid }: Judgement): Stamp[] {
  const looks = [...makers, ...removals].filter(isSaid);
  const open = removals.filter((removal, index) => {
    if (!isSaid(removal)) return false;
    // Folded history and the copy that still has the single changes tell the same removal twice.
    if (removals.findIndex((other) => isSameStamp(other, removal)) !== index) return false;
    return !looks.some((look) => !isSameStamp(look, removal) && knowledge.knew(look, removal));
  });
  // Folded history tells its removals together, in another place than the single changes of a copy that was not folded.
  return open.sort((a, b) => (isLater(a, b) ? 1 : -1));
}

const nameOfStamp = ({ writer, sequence }: Stamp) => `${writer} ${sequence}`;

function plainWrites(event: WriteEvent): (FieldWrite & { column: string })[] {
  if (event.kind === 'delete') return [];
  return Object.entries(event.after ?? {}).map(([column, value]) => ({ column, value, stamp: event }));
}

function isSameStamp(a: Stamp, b: Stamp): boolean {
  return a.writer === b.writer && a.sequence === b.sequence;
}

/** Writes that no other write of the field knew of. */
function headsOf(writes: readonly FieldWrite[], knowledge: Knowledge): FieldWrite[] {
  return writes.filter(({ stamp }) => !writes.some((other) => other.stamp !== stamp && knowledge.knew(other.stamp, stamp)));
}

function distinctValues(writes: readonly FieldWrite[]): FieldWrite[] {
  const distinct: FieldWrite[] = [];
  for (const write of writes) if (!distinct.some(({ value }) => sameValue(value, write.value))) distinct.push(write);
  return distinct;
}
