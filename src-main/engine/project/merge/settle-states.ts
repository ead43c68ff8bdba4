import type { LoggedTable, Reference } from '../history/logged-tables.ts';
import { type RowValues, sameValue } from '../history/row-values.ts';
import { type ObjectState, StateWriter } from '../history/write-states.ts';
import type { Connection } from '../project-file.ts';
import { foldObject, type ObjectFold } from './fold-object.ts';
import type { Knowledge } from './knowledge.ts';
import type { TouchedObject } from './take-in-log.ts';
import { WriteEvents } from './write-events.ts';

interface Settled extends TouchedObject {
  readonly fold: ObjectFold;
  readonly table: LoggedTable;
  /** The row as it stands in this file now. */
  readonly row: RowValues | null;
  isAlive: boolean;
  /** Lives although its removal would hold, because something that lives points to it. */
  isNeeded: boolean;
  /** Nothing is known of it (any more): it was erased for good, or its beginnings were folded away. */
  isUnknown: boolean;
  /** Links to what is unknown, which are left empty. */
  readonly emptied: Set<string>;
}

export interface SettledStates {
  /** What has to be written: objects that are not as they shall be, and of those that are there only the columns that differ. */
  readonly states: readonly ObjectState[];
  /** Whether an object that was looked at is there. */
  isAlive(type: string, id: string): boolean;
  readonly needed: readonly TouchedObject[];
  /** Objects with something that a person should look at. */
  readonly toReview: readonly TouchedObject[];
  readonly settled: readonly TouchedObject[];
}

/** Whether something that is no object of the history needs the object; `isGone` says what is about to go. */
export type UseCheck = (object: TouchedObject, isGone: (type: string, id: string) => boolean) => boolean;

/**
 * What the touched objects are by all that is known now, and with them every object that they need: a row that lives keeps what it points
 * to alive, because whoever removed that did not know of the row.
 */
export class StateSettler {
  readonly #tables: ReadonlyMap<string, LoggedTable>;
  readonly #knowledge: Knowledge;
  readonly #events: WriteEvents;
  readonly #reader: StateWriter;
  readonly #objects = new Map<string, Settled>();
  #isStable = true;

  constructor(connection: Connection, tables: readonly LoggedTable[], knowledge: Knowledge) {
    this.#tables = new Map(tables.map((table) => [table.name, table]));
    this.#knowledge = knowledge;
    this.#events = new WriteEvents(connection);
    this.#reader = new StateWriter(connection, tables);
  }

  /** `isUsed` says of an offence whether incidents that stay or come need it. */
  settle(touched: readonly TouchedObject[], isUsed: UseCheck): SettledStates {
    for (const object of touched) this.#take(object);
    for (this.#isStable = false; !this.#isStable; ) {
      this.#isStable = true;
      for (const object of [...this.#objects.values()]) {
        if (object.isAlive) this.#keepTargets(object);
        else if (!object.isUnknown && (this.#isPointedTo(object) || isUsed(object, this.#isGone))) this.#keep(object);
      }
    }
    const all = [...this.#objects.values()];
    return {
      states: all.flatMap((object) => this.#difference(object)),
      isAlive: (type, id) => this.#objects.get(`${type} ${id}`)?.isAlive === true,
      needed: all.filter(({ isNeeded }) => isNeeded),
      toReview: all.filter(({ isAlive, fold }) => isAlive && (fold.conflicts.length > 0 || fold.openRemovals.length > 0)),
      settled: all,
    };
  }

  readonly #isGone = (type: string, id: string): boolean => this.#objects.get(`${type} ${id}`)?.isAlive === false;

  #take({ type, id }: TouchedObject): Settled | null {
    const name = `${type} ${id}`;
    const known = this.#objects.get(name);
    if (known) return known;
    const table = this.#tables.get(type);
    if (!table) return null;
    const events = this.#events.of(type, id);
    const fold = foldObject(events, this.#knowledge);
    const row = this.#reader.read(type, id);
    const isUnknown = row === null && table.columns.some((column) => fold.values[column] === undefined && fold.base[column] === undefined);
    const settled = { type, id, table, fold, row, isAlive: fold.isAlive && !isUnknown, isNeeded: false, isUnknown, emptied: new Set<string>() };
    this.#objects.set(name, settled);
    this.#isStable = false;
    return settled;
  }

  #keep(object: Settled): void {
    object.isAlive = true;
    object.isNeeded = true;
    this.#isStable = false;
  }

  /** What a living row points to lives. What nobody knows any more (erased for good) leaves the link empty, or the row goes with it. */
  #keepTargets(object: Settled): void {
    const values = this.#valuesOf(object);
    for (const link of object.table.references) {
      const id = values[link.column];
      if (typeof id !== 'string' || id === '') continue;
      const target = this.#objects.get(`${link.table} ${id}`) ?? (this.#isThere(link.table, id) ? null : this.#take({ type: link.table, id }));
      if (!target || target.isAlive) continue;
      if (target.isUnknown) this.#leaveLink(object, link);
      else this.#keep(target);
    }
  }

  #leaveLink(object: Settled, link: Reference): void {
    this.#isStable = false;
    if (link.onDelete === 'SET NULL') object.emptied.add(link.column);
    else {
      object.isAlive = false;
      object.isUnknown = true;
    }
  }

  #isThere(type: string, id: string): boolean {
    return this.#tables.has(type) ? this.#reader.read(type, id) !== null : true;
  }

  /** Rows of this file that point to the object and stay. */
  #isPointedTo({ type, id }: TouchedObject): boolean {
    for (const table of this.#tables.values()) {
      for (const link of table.references) {
        if (link.table !== type) continue;
        if (this.#livingRows(table, link.column, link.by, type, id)) return true;
      }
    }
    return false;
  }

  #livingRows(table: LoggedTable, column: string, by: 'id' | 'key', type: string, id: string): boolean {
    const target = by === 'key' ? this.#reader.keyOf(type, id) : id;
    if (target === null) return false;
    const rows = this.#reader.identitiesWhere(table.name, column, target);
    return rows.some((row) => {
      const known = this.#objects.get(`${table.name} ${row}`);
      return !known || (known.isAlive && this.#valuesOf(known)[column] === id);
    });
  }

  #difference(object: Settled): ObjectState[] {
    const { type, id, row } = object;
    if (!object.isAlive) return row ? [{ type, id, values: null }] : [];
    const values = this.#valuesOf(object);
    if (!row) return [{ type, id, values }];
    const changed = Object.entries(values).filter(([column, value]) => !sameValue(value, row[column]));
    return changed.length > 0 ? [{ type, id, values: Object.fromEntries(changed) }] : [];
  }

  /** All columns that are known: those of the present row, over them what stands by the history. */
  #valuesOf({ fold, row, emptied }: Settled): RowValues {
    const values = { ...fold.base, ...row, ...fold.values };
    for (const column of emptied) values[column] = null;
    return values;
  }
}
