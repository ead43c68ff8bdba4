import { ForeignFileError } from '../foreign-file-error.ts';
import type { ForeignRow } from '../foreign-table.ts';
import { tabulateRecords } from './record-table.ts';

/** How deep a list of records may be wrapped in objects. */
const mostWraps = 3;

/**
 * The table inside a parsed JSON value: a list of objects; a list of lists whose first one names the columns; an object whose members are objects
 * (its keys become the column `key`) or plain values (columns `key`, `value`); else the longest list of objects among its members or, where none of them is
 * one, deeper inside, as the answers of open-data portals wrap it (`{"result": {"records": […]}}`). `row` counts from 1. Throws `file/not-a-table` and
 * `file/empty`.
 */
export function readJsonRows(value: unknown, fileName: string): { columns: readonly string[]; rows: ForeignRow[] } {
  if (isObject(value) && value.type === 'Topology') throw new ForeignFileError('file/other-kind', { fileName, kind: 'TopoJSON' });
  const records = recordsOf(value);
  if (records === null) throw new ForeignFileError('file/not-a-table', { fileName });
  if (records.length === 0) throw new ForeignFileError('file/empty', { fileName });
  const table = tabulateRecords(records);
  return { columns: table.columns, rows: table.rows.map((cells, index) => ({ row: index + 1, cells })) };
}

function recordsOf(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return recordsOfList(value);
  if (!isObject(value)) return null;
  const entries = Object.entries(value);
  if (entries.length === 0) return [];
  if (entries.every(([, member]) => isObject(member)) && entries.length > 1) return entries.map(([key, member]) => withKey(key, member));
  const lists = entries.map(([, member]) => (Array.isArray(member) ? recordsOfList(member) : null)).filter((list) => list !== null && list.length > 0);
  const longest = lists.reduce((best, list) => ((list?.length ?? 0) > (best?.length ?? 0) ? list : best), null) ?? listInside(entries, mostWraps);
  if (longest) return longest;
  if (entries.length > 1 && entries.every(([, member]) => member === null || typeof member !== 'object'))
    return entries.map(([key, member]) => ({ key, value: member }));
  return null;
}

/** The longest list of records inside the members that are objects: the shallowest one counts. */
function listInside(entries: readonly (readonly [string, unknown])[], depth: number): readonly unknown[] | null {
  const inner = entries.flatMap(([, member]) => (isObject(member) ? Object.entries(member) : []));
  if (inner.length === 0 || depth === 0) return null;
  const lists = inner.flatMap(([, member]) => {
    const list = Array.isArray(member) && member.length > 0 ? recordsOfList(member) : null;
    return list === null ? [] : [list];
  });
  const [longest] = lists.toSorted((a, b) => b.length - a.length);
  return longest ?? listInside(inner, depth - 1);
}

function recordsOfList(list: readonly unknown[]): readonly unknown[] | null {
  if (list.every(isObject)) return list;
  const [header, ...rows] = list;
  if (!Array.isArray(header) || !list.every(Array.isArray) || rows.length === 0) return null;
  return (rows as unknown[][]).map((cells) => Object.fromEntries(header.map((name, index) => [String(name ?? '') || `column ${index + 1}`, cells[index]])));
}

function withKey(key: string, member: unknown): object {
  return isObject(member) && 'key' in member ? { 'key (2)': key, ...member } : { key, ...(isObject(member) ? member : {}) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
