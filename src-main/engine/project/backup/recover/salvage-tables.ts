import type { Statement } from 'better-sqlite3';
import type { Connection } from '../../project-file.ts';
import type { FileSchema } from './file-schema.ts';
import { findOrphans, tableOfLeaf } from './orphan-pages.ts';
import type { PageSource } from './page-source.ts';
import type { PlannedTable } from './table-plan.ts';
import { type Row, readTreePage } from './tree-pages.ts';
import { claimFreePages, PageClaims, type TreeDamage, walkTree } from './walk-tree.ts';

export interface Salvage {
  readonly rows: number;
  readonly unreadablePages: number;
  readonly tables: readonly { readonly table: string; readonly read: number; readonly expected: number | null }[];
}

interface Work {
  readonly source: PageSource;
  readonly schema: FileSchema;
  readonly tables: readonly PlannedTable[];
  readonly target: Connection;
  readonly tell: (done: number, total: number) => void;
}

/** Rows of all tables into the new file: first along the trees of the tables, then from leaves that no readable page points to any more. */
export function salvageTables(work: Work): Salvage {
  const { source, schema, tables, target } = work;
  const claims = new PageClaims(source.pageCount);
  const shelves = new Map(tables.map((table) => [table.name, new Shelf(target, table)]));
  const damages = new Map<string, TreeDamage>();
  target.exec('BEGIN');
  claims.claim(1);
  // Roots first: a pointer gone astray must not claim the root of another table.
  for (const table of tables) {
    const root = schema.roots.get(table.name);
    const shelf = shelves.get(table.name);
    if (root === undefined || !shelf) continue;
    damages.set(table.name, walkTree({ source, claims, root, table, onRow: (row) => shelf.put(row) }));
    work.tell(damages.size, tables.length * 2);
  }
  const expected = countByIndexes(work, claims);
  const damaged = tables.filter(({ name }) => {
    const damage = damages.get(name);
    return !damage || damage.missingPages > 0;
  });
  if (damaged.length > 0) {
    claimFreePages(source, claims);
    placeOrphans(work, claims, damaged, shelves);
  }
  target.exec('COMMIT');
  return summarise(tables, shelves, damages, expected);
}

function summarise(
  tables: readonly PlannedTable[],
  shelves: ReadonlyMap<string, Shelf>,
  damages: ReadonlyMap<string, TreeDamage>,
  expected: ReadonlyMap<string, number>,
): Salvage {
  let unreadablePages = 0;
  const counts = tables.map(({ name }) => {
    const read = shelves.get(name)?.kept ?? 0;
    const damage = damages.get(name);
    const isWhole = damage !== undefined && damage.missingPages === 0 && damage.brokenRows === 0;
    unreadablePages += damage?.missingPages ?? 1;
    const known = expected.get(name) ?? (isWhole ? (damage?.rows ?? 0) : null);
    return { table: name, read, expected: known === null ? null : Math.max(known, read) };
  });
  return { rows: counts.reduce((sum, { read }) => sum + read, 0), unreadablePages, tables: counts };
}

/** The rows that a table had, where one of its indexes can still be read from end to end. */
function countByIndexes({ source, schema }: Work, claims: PageClaims): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { table, root } of schema.indexes) {
    let rows = 0;
    const damage = walkTree({
      ...{ source, claims, root, table: null },
      onRow: () => {
        rows += 1;
      },
    });
    if (damage.missingPages === 0 && damage.brokenRows === 0) counts.set(table, Math.max(rows, counts.get(table) ?? 0));
  }
  return counts;
}

/** Only tables that miss pages get any: otherwise rows that were removed long ago would come back. */
function placeOrphans(work: Work, claims: PageClaims, damaged: readonly PlannedTable[], shelves: ReadonlyMap<string, Shelf>): void {
  const { source, target } = work;
  const orphans = findOrphans(source, claims, (page) => work.tell(source.pageCount + page, source.pageCount * 2));
  const known = new Map<string, Statement<unknown[]>>();
  const knowsParent = (parent: string, column: string, value: unknown) => {
    const text = `SELECT 1 FROM "${parent}" WHERE "${column}" = ?`;
    const statement = known.get(text) ?? target.prepare<unknown[]>(text);
    known.set(text, statement);
    return statement.get(value) !== undefined;
  };
  // Parents are placed before the children whose links tell them apart.
  const depths = new Map(work.tables.map((table) => [table.name, depthOf(table, work.tables)]));
  for (let depth = 0; depth <= Math.max(...depths.values()); depth += 1) {
    for (const page of orphans) {
      const found = claims.has(page) ? null : readTreePage(source, page);
      const table = found && tableOfLeaf(found.rows, found.kind === 'tableLeaf', damaged, knowsParent);
      if (!table || depths.get(table.name) !== depth) continue;
      claims.claim(page);
      for (const row of found.rows) shelves.get(table.name)?.put(row);
    }
  }
}

/** How many tables lie between this one and one without links. */
function depthOf(table: PlannedTable, tables: readonly PlannedTable[]): number {
  const parents = tables.filter(({ name }) => name !== table.name && table.links.some(({ parent }) => parent === name));
  return parents.length === 0 ? 0 : 1 + Math.max(...parents.map((parent) => depthOf(parent, tables)));
}

/** Takes the rows of one table into the new file. What breaks a rule of the table, or is there already, is left out. */
class Shelf {
  kept = 0;
  readonly #table: PlannedTable;
  readonly #insert: Statement<unknown[]>;

  constructor(target: Connection, table: PlannedTable) {
    this.#table = table;
    const names = table.columns.map(({ name }) => `"${name}"`);
    const needsRowid = table.hasRowid && !table.columns.some(({ isRowid }) => isRowid);
    const columns = needsRowid ? ['rowid', ...names] : names;
    this.#insert = target.prepare<unknown[]>(`INSERT OR IGNORE INTO "${table.name}" (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
  }

  put({ rowid, values }: Row): void {
    const { columns, hasRowid } = this.#table;
    const own = values.map((value, index) => (columns[index]?.isRowid ? rowid : value));
    const needsRowid = hasRowid && !columns.some(({ isRowid }) => isRowid);
    try {
      this.kept += this.#insert.run(...(needsRowid ? [rowid, ...own] : own)).changes;
    } catch {
      // A value of another type than the column's: the row's bytes are damaged.
    }
  }
}
