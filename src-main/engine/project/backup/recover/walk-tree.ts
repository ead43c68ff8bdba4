import type { PageSource } from './page-source.ts';
import { fits, type PlannedTable } from './table-plan.ts';
import { type Row, readTreePage, type TreePage } from './tree-pages.ts';

export interface TreeDamage {
  /** Pages that the tree points to and that could not be read as a part of it. */
  missingPages: number;
  /** Rows on readable pages that could not be read. */
  brokenRows: number;
  /** Rows handed on. */
  rows: number;
}

/** What belongs to whom: a page is claimed once. */
export class PageClaims {
  readonly #claimed: Uint8Array;
  constructor(pageCount: number) {
    this.#claimed = new Uint8Array(pageCount + 1);
  }
  /** False where the page is not there or is claimed already. */
  claim(page: number): boolean {
    if (page < 1 || page >= this.#claimed.length || this.#claimed[page] === 1) return false;
    this.#claimed[page] = 1;
    return true;
  }
  release(page: number): void {
    this.#claimed[page] = 0;
  }
  has(page: number): boolean {
    return this.#claimed[page] === 1;
  }
}

interface Step {
  readonly page: number;
  /** Rowids on this page lie above `above` and up to `upTo`, where known. */
  readonly above: bigint | null;
  readonly upTo: bigint | null;
}

/**
 * Walks the tree of a table (or, with null, of an index) from its root and hands on every row that holds together. Pages that turn out to
 * be another table's are left for it.
 */
export function walkTree(options: { source: PageSource; claims: PageClaims; root: number; table: PlannedTable | null; onRow: (row: Row) => void }): TreeDamage {
  const { source, claims, root, table, onRow } = options;
  const damage: TreeDamage = { missingPages: 0, brokenRows: 0, rows: 0 };
  const isTable = table?.hasRowid ?? false;
  const stack: Step[] = [{ page: root, above: null, upTo: null }];
  for (let step = stack.pop(); step; step = stack.pop()) {
    if (!claims.claim(step.page)) {
      damage.missingPages += 1;
      continue;
    }
    const page = readTreePage(source, step.page);
    const own = page && isOfKind(page, isTable) ? rowsOfTable(page, table, step) : null;
    if (!page || !own) {
      claims.release(step.page);
      damage.missingPages += 1;
      continue;
    }
    for (const overflow of page.overflow) claims.claim(overflow);
    damage.brokenRows += page.brokenCells + page.rows.length - own.length;
    damage.rows += own.length;
    for (const row of own) onRow(row);
    stack.push(...stepsBelow(page, step, isTable).reverse());
  }
  return damage;
}

const isOfKind = (page: TreePage, isTable: boolean): boolean => (page.kind === 'tableLeaf' || page.kind === 'tableInterior') === isTable;

/** The rows that fit; null where so few do that the page must be another table's. */
function rowsOfTable(page: TreePage, table: PlannedTable | null, step: Step): Row[] | null {
  if (!table) return [...page.rows];
  const own = page.rows.filter((row) => fits(table, row.values) && isBetween(row.rowid, step));
  return page.rows.length > 0 && own.length * 2 < page.rows.length ? null : own;
}

function isBetween(rowid: Row['rowid'], { above, upTo }: Step): boolean {
  if (rowid === null) return true;
  const value = BigInt(rowid);
  return (above === null || value > above) && (upTo === null || value <= upTo);
}

function stepsBelow(page: TreePage, step: Step, isTable: boolean): Step[] {
  let above = step.above;
  return page.children.map(({ page: child, upTo }) => {
    const below = { page: child, above: isTable ? above : null, upTo: isTable ? (upTo ?? step.upTo) : null };
    above = upTo;
    return below;
  });
}

/** Marks the pages that the file keeps for new content, so that removed rows do not come back. False where the list is broken. */
export function claimFreePages(source: PageSource, claims: PageClaims): boolean {
  const head = source.read(1);
  if (!head) return false;
  const expected = head.readUInt32BE(36);
  let found = 0;
  for (let trunk = head.readUInt32BE(32); trunk !== 0; ) {
    const bytes = source.read(trunk);
    if (!bytes || !claims.claim(trunk)) return false;
    found += 1;
    const count = bytes.readUInt32BE(4);
    if (count > source.usableBytes / 4 - 2) return false;
    for (let index = 0; index < count; index += 1) {
      claims.claim(bytes.readUInt32BE(8 + index * 4));
      found += 1;
    }
    trunk = bytes.readUInt32BE(0);
  }
  return found === expected;
}
