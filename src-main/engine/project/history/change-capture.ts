import { prepareOnce } from '../prepare-once.ts';
import type { Connection } from '../project-file.ts';
import type { LoggedTable } from './logged-tables.ts';
import { type RowValues, type SqlValue, sameValue } from './row-values.ts';

/** What a change did to one object in the end. Of an update only the columns that differ; `before` null = made, `after` null = removed. */
export interface Edit {
  readonly type: string;
  readonly id: string;
  readonly before: RowValues | null;
  readonly after: RowValues | null;
  /** The row's key in this file, for tables that have one. */
  readonly localKey: number | null;
}

interface Event {
  readonly table: LoggedTable;
  readonly old: readonly SqlValue[] | null;
  readonly new: readonly SqlValue[] | null;
}

interface WholeEdit {
  table: LoggedTable;
  id: string;
  before: RowValues | null;
  after: RowValues | null;
  localKey: number | null;
}

const functionName = 'capture_edit';

/**
 * Sees every insert, update and delete in the tables of a person's work, whatever statement or cascade caused it. Temporary triggers hand
 * the old and new values to this process; nothing of it stays in the file.
 */
export class ChangeCapture {
  readonly #tables: readonly LoggedTable[];
  readonly #connection: Connection;
  #events: Event[] = [];

  constructor(connection: Connection, tables: readonly LoggedTable[]) {
    this.#connection = connection;
    this.#tables = tables;
    connection.function(functionName, { varargs: true }, (...values: unknown[]) => this.#hear(values as SqlValue[]));
    for (const [index, table] of this.#tables.entries()) connection.exec(triggersOf(table, index));
  }

  begin(): void {
    this.#events = [];
  }

  /** The net effect of everything since `begin`, one edit per object. */
  take(): Edit[] {
    const events = this.#events;
    this.#events = [];
    const idOfKey = this.#keyReader(events);
    const objects = new Map<string, WholeEdit>();
    const note = (table: LoggedTable, values: readonly SqlValue[], when: 'before' | 'after') => {
      const row = readRow(table, values, idOfKey);
      const id = identityOf(table, row);
      const name = `${table.name} ${id}`;
      let known = objects.get(name);
      if (!known) {
        // The first thing heard of an object says what it was: a row that stood here, or none.
        known = { table, id, before: when === 'before' ? row : null, after: null, localKey: null };
        objects.set(name, known);
      }
      known.after = when === 'before' ? null : row;
      if (table.hasKey) known.localKey = values[0] as number;
    };
    for (const { table, old, new: next } of events) {
      if (old) note(table, old, 'before');
      if (next) note(table, next, 'after');
    }
    return [...objects.values()].flatMap(netEdit);
  }

  #hear([index, isNew, ...values]: SqlValue[]): null {
    const table = this.#tables[index as number];
    if (!table) return null;
    const width = table.columns.length + (table.hasKey ? 1 : 0);
    if (isNew === 2) this.#events.push({ table, old: values.slice(0, width), new: values.slice(width) });
    else this.#events.push(isNew === 1 ? { table, old: null, new: values } : { table, old: values, new: null });
    return null;
  }

  /** Ids of rows by table and key, those that went in this very change included. */
  #keyReader(events: readonly Event[]): (table: string, key: number) => string {
    const known = new Map<string, string>();
    for (const { table, old, new: next } of events) {
      const at = table.columns.indexOf('id') + 1;
      if (!table.hasKey || at === 0) continue;
      for (const values of [old, next]) if (values) known.set(`${table.name} ${values[0]}`, values[at] as string);
    }
    return (table, key) => {
      const name = `${table} ${key}`;
      const id = known.get(name) ?? prepareOnce<[number], string>(this.#connection, `SELECT id FROM "${table}" WHERE key = ?`).pluck().get(key);
      if (id === undefined) throw new Error(`no ${name}`);
      known.set(name, id);
      return id;
    };
  }
}

function triggersOf(table: LoggedTable, index: number): string {
  const columns = [...(table.hasKey ? ['key'] : []), ...table.columns];
  const values = (row: 'old' | 'new') => columns.map((column) => `${row}."${column}"`).join(', ');
  const isChanged = table.columns.map((column) => `old."${column}" IS NOT new."${column}"`).join(' OR ');
  const trigger = (event: string, when: string, call: string) =>
    `CREATE TEMP TRIGGER "capture_${table.name}_${event}" AFTER ${event} ON "${table.name}" ${when} BEGIN SELECT ${functionName}(${index}, ${call}); END;`;
  return [
    trigger('INSERT', '', `1, ${values('new')}`),
    trigger('UPDATE', `WHEN ${isChanged}`, `2, ${values('old')}, ${values('new')}`),
    trigger('DELETE', '', `0, ${values('old')}`),
  ].join('\n');
}

function readRow(table: LoggedTable, values: readonly SqlValue[], idOfKey: (table: string, key: number) => string): RowValues {
  const row: Record<string, SqlValue> = {};
  const first = table.hasKey ? 1 : 0;
  for (const [index, column] of table.columns.entries()) row[column] = values[index + first] ?? null;
  for (const { column, table: target, by } of table.references) {
    const value = row[column];
    if (by === 'key' && typeof value === 'number') row[column] = idOfKey(target, value);
  }
  return row;
}

/** The last part may hold any character; the ones before it are ids, numbers and code words. */
function identityOf(table: LoggedTable, row: RowValues): string {
  return table.identity.map((column) => String(row[column] ?? '')).join('|');
}

function netEdit({ table, id, before, after, localKey }: WholeEdit): Edit[] {
  if (before && after) {
    const changed = table.columns.filter((column) => !sameValue(before[column], after[column]));
    if (changed.length === 0) return [];
    return [{ type: table.name, id, before: pick(before, changed), after: pick(after, changed), localKey }];
  }
  return before || after ? [{ type: table.name, id, before, after, localKey }] : [];
}

function pick(row: RowValues, columns: readonly string[]): RowValues {
  return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
}
