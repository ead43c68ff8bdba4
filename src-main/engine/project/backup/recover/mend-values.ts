import { v7 as uuidv7 } from 'uuid';
import { decodeRow } from '../../history/row-values.ts';
import { newestVersion } from '../../migrations/migrations.ts';
import type { Connection } from '../../project-file.ts';
import { type PlannedTable, planTables } from './table-plan.ts';
import { valueRanges, valueRules } from './values/value-rules.ts';

export interface BadValue {
  readonly table: string;
  readonly rowid: number;
  readonly id: string | null;
  readonly column: string;
  readonly instead: string | null;
}

/** Values that cannot be true. */
export function findBadValues(target: Connection): BadValue[] {
  return Object.entries(valueRules).flatMap(([table, columns]) => {
    const names = Object.keys(columns);
    const idColumn = columns.id ? 'id' : 'NULL';
    const rows = target.prepare<[], Record<string, unknown>>(`SELECT rowid AS own_rowid, ${idColumn} AS own_id, ${names.join(', ')} FROM "${table}"`).all();
    return rows.flatMap((row) =>
      names.flatMap((column) => {
        const rule = columns[column];
        const value = row[column];
        if (!rule || typeof value !== 'string' || rule.isGood(value)) return [];
        return [{ table, rowid: Number(row.own_rowid), id: typeof row.own_id === 'string' ? row.own_id : null, column, instead: rule.instead }];
      }),
    );
  });
}

function mendNumbers(target: Connection): Map<string, number> {
  const mended = new Map<string, number>();
  for (const [table, columns] of Object.entries(valueRanges)) {
    const isOut = Object.entries(columns).map(([column, [low, high]]) => `ifnull("${column}" NOT BETWEEN ${low} AND ${high}, 0)`);
    const values = Object.entries(columns).map(
      ([column, [low, high]]) => `"${column}" = CASE WHEN "${column}" BETWEEN ${low} AND ${high} THEN "${column}" END`,
    );
    // Two populations of one area that lose their year would be the same one.
    const { changes } = target.prepare(`UPDATE OR REPLACE "${table}" SET ${values.join(', ')} WHERE ${isOut.join(' OR ')}`).run();
    if (changes > 0) mended.set(table, changes);
  }
  return mended;
}

/** Puts something neutral where a value still cannot be true. A row whose name for itself is broken gets a new one. Answers how many rows of each table. */
export function mendValues(target: Connection): Map<string, number> {
  const mended = new Map<string, Set<number>>();
  target.exec('BEGIN');
  const tables = planTables(newestVersion);
  for (const { table, rowid, id: oldId, column, instead } of findBadValues(target)) {
    const value = column === 'id' ? uuidv7() : instead;
    target.prepare<unknown[]>(`UPDATE OR IGNORE "${table}" SET "${column}" = ? WHERE rowid = ?`).run(value, rowid);
    if (column === 'id') renameIn(target, tables, table, oldId, value);
    mended.set(table, (mended.get(table) ?? new Set()).add(rowid));
  }
  const numbers = mendNumbers(target);
  target.exec('COMMIT');
  const touched = new Set([...mended.keys(), ...numbers.keys()]);
  return new Map([...touched].map((table) => [table, (mended.get(table)?.size ?? 0) + (numbers.get(table) ?? 0)]));
}

/** What hangs on a row finds it under its new name. */
function renameIn(target: Connection, tables: readonly PlannedTable[], parent: string, from: string | null, to: string | null): void {
  for (const { name, links } of tables) {
    for (const link of links.filter((candidate) => candidate.parent === parent && candidate.parentColumn === 'id')) {
      target.prepare<unknown[]>(`UPDATE OR IGNORE "${name}" SET "${link.column}" = ? WHERE "${link.column}" = ?`).run(to, from);
    }
  }
}

/** Edits whose before or after is no row any more would stop the history's screens. Answers how many went. */
export function dropUnreadableEdits(target: Connection): number {
  const bad: [number, number][] = [];
  const edits = target
    .prepare<[], { change_revision: number; object_key: number; before: string | Buffer | null; after: string | Buffer | null }>(
      'SELECT change_revision, object_key, before, after FROM edit',
    )
    .iterate();
  for (const { change_revision, object_key, before, after } of edits) {
    try {
      decodeRow(before);
      decodeRow(after);
    } catch {
      bad.push([change_revision, object_key]);
    }
  }
  const remove = target.prepare<[number, number]>('DELETE FROM edit WHERE change_revision = ? AND object_key = ?');
  for (const key of bad) remove.run(...key);
  return bad.length;
}
