import type Database from 'better-sqlite3';
import { type TableToCheck, tablesOfFile } from './tables-of-file.ts';

/** How long a slice may keep the engine from answering, and how long others then have. */
const sliceMs = 12;
const pauseMs = 20;
const firstSliceRows = 256;
const fewestSliceRows = 16;

/**
 * Reads the tables that opening did not look at, a few milliseconds at a time between the engine's other work: every row to its last byte, and
 * every index. A `quick_check` in one go, on a connection of its own, would hold SQLite's read lock for as long as the disk takes and keep the next
 * change waiting. Each damaged table is told once. The returned function ends the check.
 */
export function checkInSlices(options: {
  connection: Database.Database;
  tables: readonly string[];
  onDamage: (table: string) => void;
  onEnd?: () => void;
}): () => void {
  const { connection, onDamage, onEnd } = options;
  const wanted = new Set(options.tables);
  const work = tablesOfFile(connection)
    .filter(({ name }) => wanted.has(name))
    .flatMap((table) => [rowSlices(connection, table), ...table.indexes.map((index) => wholeIndex(connection, table, index))]);
  const damaged = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const step = () => {
    const part = work[0];
    if (!connection.open) return;
    if (!part) return onEnd?.();
    if (readSlice(part)) work.shift();
    schedule();
  };
  const schedule = () => {
    timer = setTimeout(step, pauseMs).unref();
  };
  const readSlice = ({ table, next }: Part): boolean => {
    try {
      return next();
    } catch (error) {
      // Another program writes at this moment: this slice again after the pause.
      if (!isDamage(error)) return false;
      if (!damaged.has(table)) onDamage(table);
      damaged.add(table);
      return true;
    }
  };
  schedule();
  return () => clearTimeout(timer);
}

interface Part {
  readonly table: string;
  /** Reads on; true at the end. */
  readonly next: () => boolean;
}

function rowSlices(connection: Database.Database, { name, quotedName, key, columns }: TableToCheck): Part {
  const order = key.join(', ');
  const after = `(${order}) > (${key.map(() => '?').join(', ')})`;
  const upTo = `(${order}) <= (${key.map(() => '?').join(', ')})`;
  // `max` makes SQLite read a value to its last byte, wherever it lies.
  const values = columns.map((column) => `max(${column})`).join(', ');
  let last: unknown[] = [];
  let rows = firstSliceRows;
  return {
    table: name,
    next: () => {
      const start = performance.now();
      const from = last.length > 0 ? [after] : [];
      const end = connection
        .prepare(`SELECT ${order} FROM ${quotedName} ${where(from)} ORDER BY ${order} LIMIT 1 OFFSET ${rows}`)
        .raw()
        .get(...last) as unknown[] | undefined;
      connection.prepare(`SELECT ${values} FROM ${quotedName} NOT INDEXED ${where(end ? [...from, upTo] : from)}`).get(...last, ...(end ?? []));
      rows = fittingRows(rows, performance.now() - start);
      last = end ?? last;
      return end === undefined;
    },
  };
}

const where = (conditions: readonly string[]): string => (conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '');

function fittingRows(rows: number, tookMs: number): number {
  if (tookMs < sliceMs / 2) return rows * 2;
  return tookMs > sliceMs ? Math.max(fewestSliceRows, Math.floor(rows / 2)) : rows;
}

/** Counting walks through all pages of an index: tens of megabytes at most, so in one go. */
function wholeIndex(connection: Database.Database, { name, quotedName }: TableToCheck, index: string): Part {
  return {
    table: name,
    next: () => {
      connection.prepare(`SELECT count(*) FROM ${quotedName} INDEXED BY ${index}`).get();
      return true;
    },
  };
}

/** Pages that contradict themselves, that the disk cannot read, or whose seal is broken in an encrypted file. */
function isDamage(error: unknown): boolean {
  const code = String((error as { code?: unknown }).code ?? '');
  return code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_IOERR') || code === 'SQLITE_NOTADB';
}
