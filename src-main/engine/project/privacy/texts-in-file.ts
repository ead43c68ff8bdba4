import { decodeRow, encodeRow, type RowValues, type SqlValue } from '../history/row-values.ts';
import type { Connection } from '../project-file.ts';
import { mapStrings } from './personal-text.ts';
import { textsInClocks, withTextsInClocks } from './values-in-clocks.ts';

/** A text that stands somewhere in the file: in a table's row or, with `isPast`, in the history. */
export interface TextPlace {
  readonly table: string;
  readonly column: string;
  /** Of the object; null where the text is of none (a change, a table without ids). */
  readonly id: string | null;
  readonly value: string;
  readonly isPast: boolean;
}

/** Tables without words of a person, or whose words are looked at as history. */
const wordless: ReadonlySet<string> = new Set([
  ...['incident', 'figure', 'respondent', 'place', 'place_area', 'dataset_content', 'photo_content', 'kept_alive', 'review', 'erased'],
  ...['edit', 'object', 'change', 'text_update', 'measure_resident_group'],
  // Places in a drawing and letters of roles.
  ...['diagram_position', 'measure_role'],
  // Names of places and of offences; a street may well be called after a person.
  ...['area', 'area_layer', 'offence', 'population'],
]);

/** Columns of codes, links and figures in tables that have words too. */
const wordlessColumns: ReadonlySet<string> = new Set([
  ...[
    'id',
    'key',
    'sha256',
    'signature',
    'boundary',
    'country',
    'currency',
    'languages',
    'sector',
    'kind',
    'represents',
    'approach',
    'stance',
    'level',
    'decided_place',
    'direction',
    'delivery_level',
  ],
  ...['event_type', 'form_version', 'part', 'use'],
  ...['input_kind', 'attribute', 'template', 'anchor'],
  ...['indicator_codes', 'definition_version', 'slot', 'question', 'theme'],
  // Of ballots: what is fixed words, numbers or marks. Questions, options and what people wrote are words.
  ...['settings', 'state', 'subject', 'picture', 'channel', 'language', 'key_digest', 'paper_code', 'moderation', 'replaces', 'counts'],
  // Fixed words of factors, strategies and practices, and counts.
  ...['direction', 'changeable', 'grade', 'confidence', 'action_level', 'dimension', 'horizon', 'terms', 'approaches', 'place_types', 'scale'],
  ...['indicator_code', 'sex', 'age_band', 'offence_group', 'quality', 'origin', 'resident_groups', 'problem_counts', 'breakdown'],
]);
const isWordless = (table: string, column: string): boolean =>
  wordlessColumns.has(column) || /_(id|key|at|on)$/.test(column) || (table === 'project' && column === 'name');

/**
 * Goes through every text of the file, the history's included, and writes back what `change` answers where that differs. Counts the
 * differing ones. Writes past the door for changes: what happens here has no history.
 */
export function rewriteTexts(connection: Connection, change: (place: TextPlace) => string): number {
  return rewriteRows(connection, change) + rewriteEdits(connection, change) + rewriteChanges(connection, change);
}

/** Visits the same texts only to read. */
export function readTexts(connection: Connection, visit: (place: TextPlace) => void): void {
  rewriteTexts(connection, (place) => {
    visit(place);
    return place.value;
  });
}

function rewriteRows(connection: Connection, change: (place: TextPlace) => string): number {
  const tables = connection.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").pluck().all();
  let places = 0;
  for (const table of tables.filter((name) => !wordless.has(name))) {
    const columns = wordColumns(connection, table);
    if (columns.length === 0) continue;
    const hasId = (connection.pragma(`table_info("${table}")`) as { name: string }[]).some(({ name }) => name === 'id');
    const list = [hasId ? 'id' : 'NULL', ...columns.map((column) => `"${column}"`)].join(', ');
    const rows = connection.prepare<[], SqlValue[]>(`SELECT rowid, ${list} FROM "${table}"`).raw().all();
    for (const [rowid, id, ...values] of rows) {
      const row = Object.fromEntries(columns.map((column, index) => [column, values[index] ?? null]));
      const changed = changedValues({ table, id: id == null ? null : String(id), isPast: false }, row, change);
      for (const [column, value] of Object.entries(changed)) {
        connection.prepare<SqlValue[]>(`UPDATE "${table}" SET "${column}" = ? WHERE rowid = ?`).run(value, rowid ?? null);
        places += 1;
      }
    }
  }
  return places;
}

function wordColumns(connection: Connection, table: string): string[] {
  const columns = connection.pragma(`table_info("${table}")`) as { name: string; type: string }[];
  return columns.filter(({ name, type }) => ['TEXT', 'ANY'].includes(type) && !isWordless(table, name)).map(({ name }) => name);
}

interface StoredEdit {
  change_revision: number;
  before: string | Uint8Array | null;
  after: string | Uint8Array | null;
  clocks: string | null;
}

function rewriteEdits(connection: Connection, change: (place: TextPlace) => string): number {
  const objects = connection
    .prepare<[], { key: number; type: string; id: string }>('SELECT key, type, id FROM object')
    .all()
    .filter(({ type }) => !wordless.has(type));
  const editsOf = connection.prepare<[number], StoredEdit>('SELECT change_revision, before, after, clocks FROM edit WHERE object_key = ?');
  const save = connection.prepare<unknown[]>('UPDATE edit SET before = ?, after = ?, clocks = ? WHERE change_revision = ? AND object_key = ?');
  let places = 0;
  for (const { key, type, id } of objects) {
    const place = { table: type, id, isPast: true };
    for (const edit of editsOf.all(key)) {
      const [before, after] = [edit.before, edit.after].map((stored) => {
        const row = decodeRow(stored);
        const changed = row ? changedValues(place, row, change) : {};
        return { row, changed, count: Object.keys(changed).length };
      });
      const beside = changedValues(place, textsInClocks(edit.clocks), change);
      const count = (before?.count ?? 0) + (after?.count ?? 0) + Object.keys(beside).length;
      if (count === 0 || !before || !after) continue;
      save.run(
        encodeRow(before.row && { ...before.row, ...before.changed }),
        encodeRow(after.row && { ...after.row, ...after.changed }),
        withTextsInClocks(edit.clocks, beside),
        edit.change_revision,
        key,
      );
      places += count;
    }
  }
  return places;
}

/** What a change was called, and by whom it was made. */
function rewriteChanges(connection: Connection, change: (place: TextPlace) => string): number {
  const save = connection.prepare<unknown[]>('UPDATE change SET params = ?, person = ? WHERE revision = ?');
  let places = 0;
  for (const row of connection.prepare<[], { revision: number; params: string; person: string }>('SELECT revision, params, person FROM change').all()) {
    const of = { table: 'change', id: null, isPast: true };
    const person = row.person === '' ? '' : change({ ...of, column: 'person', value: row.person });
    const stored = JSON.parse(row.params) as Record<string, unknown>;
    const params = JSON.stringify(
      Object.fromEntries(
        Object.entries(stored).map(([name, value]) => [
          name,
          name === 'city' ? value : mapStrings(value, (text) => change({ ...of, column: `params.${name}`, value: text })),
        ]),
      ),
    );
    if (person === row.person && params === JSON.stringify(stored)) continue;
    save.run(params, person, row.revision);
    places += 1;
  }
  return places;
}

function changedValues(of: Pick<TextPlace, 'table' | 'id' | 'isPast'>, row: RowValues, change: (place: TextPlace) => string): Record<string, SqlValue> {
  const changed: Record<string, SqlValue> = {};
  for (const [column, value] of Object.entries(row)) {
    if (value === null || isWordless(of.table, column)) continue;
    if (typeof value !== 'string' || value === '') continue;
    const next = change({ ...of, column, value });
    if (next !== value) changed[column] = next;
  }
  return changed;
}
