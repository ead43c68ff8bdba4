import type Database from 'better-sqlite3';
import { returnAreas } from '../../areas/places.ts';
import { atOnce, type InTurns } from '../in-turns.ts';
import { prepareOnce } from '../prepare-once.ts';
import type { Connection } from '../project-file.ts';
import { refreshSections, setSectionState } from '../texts/section-texts.ts';
import { richTextType, textUpdateType } from '../texts/text-columns.ts';
import { refreshTexts, setTexts } from '../texts/write-texts.ts';
import { packContentInTurns, unpackContentInTurns } from './dataset-content.ts';
import type { LoggedTable, Reference } from './logged-tables.ts';
import type { RowValues, SqlValue } from './row-values.ts';

/** Objects that are written in one turn. */
const statesPerTurn = 50;

/** What an object shall be: some columns of it, or null = not there. */
export interface ObjectState {
  readonly type: string;
  readonly id: string;
  readonly values: RowValues | null;
}

/**
 * Writes states of objects into the tables inside a change, links held back until all are there. Rows come back under the key they had in
 * this file; datasets with their content; areas into the places that name them. Texts that several people write are brought to what a state
 * of the project's row says by an update more, so that they can still be united with what others write.
 */
export function writeStates(connection: Connection, tables: readonly LoggedTable[], states: readonly ObjectState[]): void {
  atOnce(writeStatesInTurns(connection, tables, states));
}

export function* writeStatesInTurns(connection: Connection, tables: readonly LoggedTable[], states: readonly ObjectState[]): InTurns<void> {
  connection.pragma('defer_foreign_keys = ON');
  const writer = new StateWriter(connection, tables);
  const order = new Map(tables.map((table, index) => [table.name, index]));
  const placed = states.toSorted((a, b) => (order.get(a.type) ?? 0) - (order.get(b.type) ?? 0));
  const returned: ObjectState[] = [];
  const total = placed.length;
  for (const [done, state] of placed.entries()) {
    if (state.values && writer.put(state.type, state.id, state.values)) returned.push(state);
    if (done % statesPerTurn === 0) yield { step: 'writing', done, total };
  }
  for (const { type, id, values } of returned) if (values) writer.linkToOwnKind(type, id, values);
  // Incidents go before the offences that they name: a link that points nowhere for a while is looked for row by row.
  for (const { type, id, values } of placed) if (type === 'dataset' && !values && writer.keyOf(type, id) !== null) yield* packContentInTurns(connection, id);
  for (const [index, state] of placed.toReversed().entries()) {
    if (!state.values) writer.remove(state.type, state.id);
    if (index % statesPerTurn === 0) yield;
  }
  returnAreas(
    connection,
    returned.filter(({ type }) => type === 'area').map(({ type, id }) => writer.keyOf(type, id) ?? 0),
  );
  for (const { type, id } of returned) if (type === 'dataset') yield* unpackContentInTurns(connection, id);
  if (returned.some(({ type }) => type === textUpdateType)) refreshTexts(connection);
  for (const { type, values } of states) if (type === 'project' && values) setTexts(connection, values);
  if (returned.some(({ type }) => type === textUpdateType || type === richTextType)) refreshSections(connection);
  for (const { type, id, values } of states) if (type === richTextType && values) setSectionState(connection, id, values);
}

/** Finds, inserts, updates and removes rows of logged tables by their identity. */
export class StateWriter {
  readonly #connection: Pick<Connection, 'prepare'>;
  readonly #tables: ReadonlyMap<string, LoggedTable>;

  constructor(connection: Pick<Connection, 'prepare'>, tables: readonly LoggedTable[]) {
    this.#connection = connection;
    this.#tables = new Map(tables.map((table) => [table.name, table]));
  }

  /** True when the row was not there before. Columns that are not given stay as they are. */
  put(type: string, id: string, values: RowValues): boolean {
    const table = this.#table(type);
    const stored = this.#withKeys(table, values);
    const where = this.#whereOf(table, id);
    const columns = table.columns.filter((column) => stored[column] !== undefined);
    if (where && this.#exists(table, where)) {
      const others = columns.filter((column) => !table.identity.includes(column));
      if (others.length === 0) return false;
      this.#run(`UPDATE "${type}" SET ${others.map((column) => `"${column}" = ?`).join(', ')} WHERE ${where.text}`, [
        ...others.map((column) => stored[column] ?? null),
        ...where.values,
      ]);
      return false;
    }
    const key = table.hasKey ? this.#freeLocalKey(type, id) : null;
    const names = [...(key === null ? [] : ['key']), ...columns];
    this.#run(`INSERT INTO "${type}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`, [
      ...(key === null ? [] : [key]),
      ...columns.map((column) => stored[column] ?? null),
    ]);
    return true;
  }

  /** Links to rows of the same table, once all of them are there. */
  linkToOwnKind(type: string, id: string, values: RowValues): void {
    const links = this.#table(type).references.filter((link) => link.table === type && link.by === 'key' && typeof values[link.column] === 'string');
    if (links.length > 0) this.put(type, id, Object.fromEntries(links.map(({ column }) => [column, values[column] ?? null])));
  }

  /** The identities of all rows with a value in a column (for links by key: this file's key). */
  identitiesWhere(type: string, column: string, value: SqlValue): string[] {
    const table = this.#table(type);
    const parts = table.identity.map((name) => `ifnull(${this.#columnWithId(table, name)}, '')`);
    return this.#prepare(`SELECT ${parts.join(" || '|' || ")} FROM "${type}" WHERE "${column}" = ?`)
      .pluck()
      .all(value) as string[];
  }

  remove(type: string, id: string): void {
    const table = this.#table(type);
    const where = this.#whereOf(table, id);
    if (!where || !this.#exists(table, where)) return;
    this.#run(`DELETE FROM "${type}" WHERE ${where.text}`, where.values);
  }

  /** The present row with links as ids, or null. */
  read(type: string, id: string): RowValues | null {
    const table = this.#table(type);
    const where = this.#whereOf(table, id);
    if (!where) return null;
    const columns = table.columns.map((column) => `${this.#columnWithId(table, column)} AS "${column}"`);
    const row = this.#prepare(`SELECT ${columns.join(', ')} FROM "${type}" WHERE ${where.text}`).get(...where.values);
    return (row as RowValues | undefined) ?? null;
  }

  #columnWithId(table: LoggedTable, column: string): string {
    const link = table.references.find((reference) => reference.column === column && reference.by === 'key');
    return link ? `(SELECT id FROM "${link.table}" WHERE key = "${table.name}"."${column}")` : `"${column}"`;
  }

  #prepare(text: string): Database.Statement<SqlValue[]> {
    return prepareOnce<SqlValue[]>(this.#connection, text);
  }

  keyOf(type: string, id: string): number | null {
    return (this.#prepare(`SELECT key FROM "${type}" WHERE id = ?`).pluck().get(id) as number | undefined) ?? null;
  }

  #table(type: string): LoggedTable {
    const table = this.#tables.get(type);
    if (!table) throw new Error(`no table ${type}`);
    return table;
  }

  /** Ids of linked rows become this file's keys; a link to nothing becomes null. */
  #withKeys(table: LoggedTable, values: RowValues): RowValues {
    const stored: Record<string, SqlValue> = { ...values };
    for (const link of table.references) {
      const value = stored[link.column];
      if (link.by === 'key' && typeof value === 'string') stored[link.column] = this.#linkedKey(link, value);
    }
    return stored;
  }

  /** The key of a linked row; one that is about to come back is promised its old key. */
  #linkedKey(link: Reference, id: string): number | null {
    return this.keyOf(link.table, id) ?? this.#localKey(link.table, id);
  }

  /** Keys that other rows point to are never given twice; where none do, another row may have it by now, and a new one does as well. */
  #freeLocalKey(type: string, id: string): number | null {
    const key = this.#localKey(type, id);
    return key !== null && this.#prepare(`SELECT 1 FROM "${type}" WHERE key = ?`).get(key) ? null : key;
  }

  #localKey(type: string, id: string): number | null {
    return (this.#prepare('SELECT local_key FROM object WHERE type = ? AND id = ?').pluck().get(type, id) as number | null | undefined) ?? null;
  }

  /** Null when a part of the identity is linked to something this file does not hold. */
  #whereOf(table: LoggedTable, id: string): { text: string; values: SqlValue[] } | null {
    const values: SqlValue[] = [];
    const conditions: string[] = [];
    for (const [column, part] of splitIdentity(table, id)) {
      const link = table.references.find((reference) => reference.column === column && reference.by === 'key');
      const value = link ? this.#linkedKey(link, part) : part;
      if (value === null) return null;
      // A missing year is written as nothing.
      conditions.push(column === 'year' && part === '' ? `"${column}" IS NULL` : `"${column}" = ?`);
      if (!(column === 'year' && part === '')) values.push(value);
    }
    return { text: conditions.join(' AND '), values };
  }

  #exists(table: LoggedTable, where: { text: string; values: SqlValue[] }): boolean {
    return this.#prepare(`SELECT 1 FROM "${table.name}" WHERE ${where.text}`).get(...where.values) !== undefined;
  }

  #run(text: string, values: readonly SqlValue[]): void {
    this.#prepare(text).run(...values);
  }
}

/** The parts of an identity with their columns; the last part may hold the separator. */
export function splitIdentity(table: LoggedTable, id: string): [string, string][] {
  const parts = id.split('|');
  return table.identity.map((column, index) => [column, index === table.identity.length - 1 ? parts.slice(index).join('|') : (parts[index] ?? '')]);
}
