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
  /** Removed by someone who did not know what others did to it since, and nobody has looked at it yet. */
  readonly openRemovals: readonly Stamp[];
}

/**
 * The state of one object as a function of the set of changes that touched it, whatever order they came in:
 * - each field has the value written last, by the hybrid clock;
 * - a removal holds unless someone who did not know of it made, changed or kept the object;
 * - values given apart to one field stand beside each other until someone who has seen both writes the field again.
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
  const unknownRemovals = removals.filter((removal) => makers.some((maker) => !knowledge.knew(removal, maker)));
  const isAlive = unknownRemovals.length === removals.length;
  const values: Record<string, SqlValue> = {};
  const conflicts: FieldConflict[] = [];
  for (const [column, list] of writes) {
    const [latest, ...others] = list.toSorted((a, b) => (isLater(a.stamp, b.stamp) ? -1 : 1));
    if (!latest) continue;
    values[column] = latest.value;
    if (others.length === 0) continue;
    const heads = headsOf(list, knowledge);
    const distinct = distinctValues([latest, ...heads.filter((head) => head !== latest)]);
    if (distinct.length > 1) conflicts.push({ column, writes: distinct });
  }
  const looks = [...makers, ...removals];
  const openRemovals = isAlive ? removals.filter((removal) => !looks.some((look) => !isSameStamp(look, removal) && knowledge.knew(look, removal))) : [];
  return { isAlive, values, base, conflicts, openRemovals };
}

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
