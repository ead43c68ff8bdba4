import { personalTables } from '../history/logged-tables.ts';
import { decodeRow, type RowValues } from '../history/row-values.ts';
import type { Connection } from '../project-file.ts';
import { normal, type PersonalText } from './personal-text.ts';
import { textsInClocks } from './values-in-clocks.ts';

type Reader = Pick<Connection, 'prepare'>;

export interface PersonalObject {
  readonly type: string;
  readonly id: string;
}

/** A person with everything that the file's rows and its history hold of them. */
export interface PersonInFile {
  readonly id: string;
  /** The person's own row, memberships and contacts, those that are gone included. */
  readonly objects: readonly PersonalObject[];
  /** Every name, phone and e-mail address the person ever had here. */
  readonly texts: readonly PersonalText[];
  readonly isRemoved: boolean;
  /** What was known last. */
  readonly latest: RowValues;
}

const textColumns = { name: 'name', email: 'email', phone: 'phone' } as const;

/** Everybody whom a file holds, out of its rows and out of its history. */
export function peopleInFile(connection: Reader): PersonInFile[] {
  const found = new Map<
    string,
    { objects: Map<string, PersonalObject>; texts: Map<string, PersonalText>; isRemoved: boolean; latest: Record<string, unknown> }
  >();
  const person = (id: string) => {
    let known = found.get(id);
    if (!known) {
      known = { objects: new Map([[`person ${id}`, { type: 'person', id }]]), texts: new Map(), isRemoved: true, latest: {} };
      found.set(id, known);
    }
    return known;
  };
  const note = (type: string, id: string, values: RowValues | null) => {
    if (!values) return;
    if (type !== 'person') {
      const owner = values.person_id;
      if (typeof owner === 'string') person(owner).objects.set(`${type} ${id}`, { type, id });
      return;
    }
    const known = person(id);
    Object.assign(known.latest, values);
    for (const [column, kind] of Object.entries(textColumns)) {
      const text = values[column];
      if (typeof text === 'string' && text.trim() !== '') known.texts.set(`${kind} ${normal(text)}`, { kind, text });
    }
  };
  for (const { type, id, before, after, clocks } of personalEdits(connection)) {
    note(type, id, textsInClocks(clocks));
    note(type, id, decodeRow(before));
    note(type, id, decodeRow(after));
  }
  for (const type of personalTables) {
    for (const row of connection.prepare<[], RowValues>(`SELECT * FROM "${type}"`).all()) {
      note(type, String(row.id), row);
      if (type === 'person') person(String(row.id)).isRemoved = false;
    }
  }
  return [...found].map(([id, { objects, texts, isRemoved, latest }]) => ({
    id,
    objects: [...objects.values()],
    texts: [...texts.values()],
    isRemoved,
    latest: latest as RowValues,
  }));
}

interface PersonalEdit extends PersonalObject {
  before: string | Uint8Array | null;
  after: string | Uint8Array | null;
  clocks: string | null;
}

const typeList = [...personalTables].map((type) => `'${type}'`).join(', ');

/** What the history holds of people, oldest first. */
function personalEdits(connection: Reader): PersonalEdit[] {
  return connection
    .prepare<[], PersonalEdit>(
      `SELECT o.type, o.id, e.before, e.after, e.clocks FROM object o JOIN edit e ON e.object_key = o.key
       WHERE o.type IN (${typeList}) ORDER BY e.change_revision`,
    )
    .all();
}

/** How many entries of the history are about people; of one person where their objects are given. */
export function countPersonalEdits(connection: Reader, objects?: readonly PersonalObject[]): number {
  if (!objects) {
    return Number(connection.prepare(`SELECT count(*) FROM object o JOIN edit e ON e.object_key = o.key WHERE o.type IN (${typeList})`).pluck().get());
  }
  const count = connection.prepare('SELECT count(*) FROM object o JOIN edit e ON e.object_key = o.key WHERE o.type = ? AND o.id = ?').pluck();
  return objects.reduce((sum, { type, id }) => sum + Number(count.get(type, id)), 0);
}
