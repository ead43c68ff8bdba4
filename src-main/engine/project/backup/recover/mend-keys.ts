import type { Connection } from '../../project-file.ts';
import type { PlannedTable } from './table-plan.ts';

/** Keys are given from 1 up, one after the other; what was removed leaves gaps, but none as wide as this. */
const widestGap = 1_000_000;
const keysPerRow = 100;

/**
 * Numbers by which rows know each other, where damage made them what none was ever given: whoever counts by key keeps lists as long as the largest.
 * A row with such a number gets the next free one; rows that point to such a number point to one that nobody has, together. Answers how many rows of each table.
 */
export function mendKeys(target: Connection, tables: readonly PlannedTable[]): Map<string, number> {
  const mended = new Map<string, number>();
  const keys = new Map(tables.flatMap(({ name, columns }) => columns.filter(({ isRowid }) => isRowid).map((column) => [name, column.name] as const)));
  const most = new Map([...keys].map(([table]) => [table, widestGap + keysPerRow * Number(target.prepare(`SELECT count(*) FROM "${table}"`).pluck().get())]));
  const note = (table: string, changes: number) => changes > 0 && mended.set(table, (mended.get(table) ?? 0) + changes);
  target.exec('BEGIN');
  for (const [table, key] of keys) note(table, renumber(target, table, key, most.get(table) ?? 0));
  for (const { name, links } of tables) {
    for (const { column, parent, parentColumn } of links) {
      if (keys.get(parent) !== parentColumn) continue;
      const isOut = `"${column}" NOT BETWEEN 1 AND ${most.get(parent)}`;
      const unknown = nextKey(target, parent, parentColumn, most.get(parent) ?? 0);
      note(name, target.prepare(`UPDATE OR IGNORE "${name}" SET "${column}" = ? WHERE ${isOut}`).run(unknown).changes);
      target.prepare(`DELETE FROM "${name}" WHERE ${isOut}`).run();
    }
  }
  target.exec('COMMIT');
  return mended;
}

function renumber(target: Connection, table: string, key: string, most: number): number {
  const bad = target.prepare(`SELECT "${key}" FROM "${table}" WHERE "${key}" NOT BETWEEN 1 AND ${most}`).safeIntegers().pluck().all();
  const first = nextKey(target, table, key, most);
  const put = target.prepare<unknown[]>(`UPDATE "${table}" SET "${key}" = ? WHERE "${key}" = ?`);
  for (const [place, old] of bad.entries()) put.run(first + place, old);
  return bad.length;
}

function nextKey(target: Connection, table: string, key: string, most: number): number {
  return 1 + Number(target.prepare(`SELECT ifnull(max("${key}"), 0) FROM "${table}" WHERE "${key}" BETWEEN 1 AND ${most}`).pluck().get());
}
