import type Database from 'better-sqlite3';
import { type TableToCheck, tablesOfFile } from './tables-of-file.ts';

/** Up to this size the whole file is checked before it opens: a second on a slow stick. */
const checkedWholeBytes = 24 * 1024 * 1024;
/** Tables with no more rows and bytes than these are checked before opening, until the time is up. */
const smallTableRows = 2_000;
const smallTableBytes = 8 * 1024 * 1024;
const checkTimeMs = 400;

/**
 * The part of SQLite's `quick_check` that fits before the first screen: all of a small file, the small tables of a large one.
 * `isDamaged` says what it found; `later` are the tables it did not look at.
 */
export function checkAtOpening(connection: Database.Database): { isDamaged: boolean; later: readonly string[] } {
  const bytes = Number(connection.pragma('page_count', { simple: true })) * Number(connection.pragma('page_size', { simple: true }));
  if (bytes <= checkedWholeBytes) return { isDamaged: connection.pragma('quick_check(1)', { simple: true }) !== 'ok', later: [] };
  const later: string[] = [];
  const start = performance.now();
  for (const table of tablesOfFile(connection)) {
    if (performance.now() - start > checkTimeMs || !isSmall(connection, table)) later.push(table.name);
    else if (connection.pragma(`quick_check(${table.quotedName})`, { simple: true }) !== 'ok') return { isDamaged: true, later };
  }
  return { isDamaged: false, later };
}

/** Neither many rows nor long ones; lengths are read from the rows' heads without the values. */
function isSmall(connection: Database.Database, { quotedName, columns }: TableToCheck): boolean {
  if (connection.prepare(`SELECT 1 FROM ${quotedName} LIMIT 1 OFFSET ${smallTableRows}`).get()) return false;
  const octets = columns.map((column) => `ifnull(octet_length(${column}), 0)`).join(' + ');
  return Number(connection.prepare(`SELECT sum(${octets}) FROM ${quotedName}`).pluck().get() ?? 0) <= smallTableBytes;
}
