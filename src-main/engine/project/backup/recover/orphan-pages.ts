import type { PageSource } from './page-source.ts';
import { fits, likeness, type PlannedTable } from './table-plan.ts';
import { pageKinds, type Row, readTreePage } from './tree-pages.ts';
import type { PageClaims } from './walk-tree.ts';

/** Pages of b-trees that nothing readable points to: leaves whose parents are damaged, or whole trees when the file's own list of tables is. */
export function findOrphans(source: PageSource, claims: PageClaims, tell: (page: number) => void): number[] {
  const orphans: number[] = [];
  for (let page = 2; page <= source.pageCount; page += 1) {
    tell(page);
    if (!claims.has(page) && hasRows(source, page)) orphans.push(page);
  }
  return orphans;
}

/** Tables without rowids keep rows on the pages between as well. */
function hasRows(source: PageSource, page: number): boolean {
  const bytes = source.read(page);
  const kind = bytes?.[0];
  return (kind === pageKinds.tableLeaf || kind === pageKinds.indexLeaf || kind === pageKinds.indexInterior) && readTreePage(source, page)?.rows.length !== 0;
}

const sampleRows = 12;
/** Below this the page could as well be another table's or an index's. */
const leastLikeness = 0.75;

/** A leaf of an index may look like one of a table without rowids: there all links must lead somewhere. */
const leastLinkedLikeness = 1.9;

/** Whether a value is the key of a row already read. */
export type KnowsParent = (parent: string, column: string, value: unknown) => boolean;

/**
 * The table that a lone leaf belongs to: all its rows must fit the columns; among tables of one shape the names of the columns and the links
 * decide. Null where two are as likely.
 */
export function tableOfLeaf(rows: readonly Row[], isTableLeaf: boolean, tables: readonly PlannedTable[], knowsParent: KnowsParent): PlannedTable | null {
  const sample = rows.slice(0, sampleRows);
  const scored = tables
    .filter((table) => table.hasRowid === isTableLeaf && sample.every(({ values }) => fits(table, values)))
    .map((table) => ({
      table,
      score: mean(sample.map(({ values }) => likeness(table, values))) + mean(sample.map((row) => linkScore(table, row, knowsParent))),
    }))
    .filter(({ table, score }) => score >= (isTableLeaf || table.links.length === 0 ? leastLikeness : leastLinkedLikeness))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  return best && (!second || best.score > second.score) ? best.table : null;
}

/** Share of a row's links whose parent is there. */
function linkScore(table: PlannedTable, { values }: Row, knowsParent: KnowsParent): number {
  const checked = table.links.flatMap(({ column, parent, parentColumn }) => {
    const value = values[table.columns.findIndex(({ name }) => name === column)];
    return value === null || value === undefined ? [] : [knowsParent(parent, parentColumn, value)];
  });
  return checked.length === 0 ? 0.5 : checked.filter(Boolean).length / checked.length;
}

const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length);
