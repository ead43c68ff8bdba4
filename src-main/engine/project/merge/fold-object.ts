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
  /** A whole merge was undone or done again: it says what stands, but nobody has looked at this object. */
  readonly mergeStep?: MergeStep | null;
}

type MergeStep = 'undone' | 'done';

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
  /** Removed by someone who did not know what others did to it since, and nobody has looked at it yet. */
  readonly openRemovals: readonly Stamp[];
}

/**
 * The state of one object as a function of the set of changes that touched it, whatever order they came in:
 * - each field has the value written last, by the hybrid clock;
 * - a removal holds unless someone who did not know of it made, changed or kept the object;
 * - values given apart to one field stand beside each other until someone who has seen both writes the field again;
 * - undoing a merge and doing it again say what stands, and leave the questions as they were.
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
  const steps = new MergeSteps(events);
  const unknownRemovals = removals.filter((removal) => makers.some((maker) => !knowledge.knew(removal, maker)));
  const isAlive = unknownRemovals.length === removals.length;
  const values: Record<string, SqlValue> = {};
  const conflicts: FieldConflict[] = [];
  for (const [column, list] of writes) {
    const [latest, ...others] = list.toSorted((a, b) => (isLater(a.stamp, b.stamp) ? -1 : 1));
    if (!latest) continue;
    values[column] = latest.value;
    if (others.length === 0) continue;
    const distinct = distinctValues(answersOf(latest, list, { knowledge, steps }));
    if (distinct.length > 1) conflicts.push({ column, writes: distinct });
  }
  return { isAlive, values, base, conflicts, openRemovals: isAlive ? openRemovalsOf(makers, removals, { knowledge, steps }) : [] };
}

/** Changes that undid a merge or did it again, found by their stamps: folded history tells them too, without saying what they were. */
class MergeSteps {
  readonly #steps: ReadonlyMap<string, MergeStep>;

  constructor(events: readonly WriteEvent[]) {
    this.#steps = new Map(events.flatMap((event) => (event.mergeStep ? [[nameOfStamp(event), event.mergeStep]] : [])));
  }

  of(stamp: Stamp): MergeStep | undefined {
    return this.#steps.size === 0 ? undefined : this.#steps.get(nameOfStamp(stamp));
  }
}

interface Judgement {
  readonly knowledge: Knowledge;
  readonly steps: MergeSteps;
}

/** What people said of a field without knowing of each other, what stands first. While a merge is undone there is no question. */
function answersOf(latest: FieldWrite, writes: readonly FieldWrite[], { knowledge, steps }: Judgement): FieldWrite[] {
  const step = steps.of(latest.stamp);
  if (step === 'undone') return [latest];
  const said = writes.filter(({ stamp }) => !steps.of(stamp));
  const standing = step ? (said.findLast(({ value }) => sameValue(value, latest.value)) ?? latest) : latest;
  return [standing, ...headsOf(said, knowledge).filter((head) => head !== standing)];
}

/** Removals that nobody knew of who worked on the object, or removed it too. */
function openRemovalsOf(makers: readonly Stamp[], removals: readonly Stamp[], { knowledge, steps }: Judgement): Stamp[] {
  const all = [...makers, ...removals];
  const said = all.filter((stamp) => !steps.of(stamp));
  const [lastStep] = all.filter((stamp) => steps.of(stamp)).sort((a, b) => (isLater(a, b) ? -1 : 1));
  const undone = lastStep && steps.of(lastStep) === 'undone' ? lastStep : null;
  return removals.filter((removal) => {
    if (undone && !isSameStamp(undone, removal) && knowledge.knew(undone, removal)) return false;
    const looks = steps.of(removal) ? all : said;
    return !looks.some((look) => !isSameStamp(look, removal) && knowledge.knew(look, removal));
  });
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
