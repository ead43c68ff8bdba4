import type { HidingReason } from '../domain/releases.ts';
import { HiddenCells, type TotalledTable } from './disclosure-range.ts';

/** Why a cell is hidden: it is small itself, it would give a small one away, or an earlier release would. */
export type Hiding = HidingReason | null;

/**
 * What an earlier release did with a figure: hid it (`kept`: it stays hidden), showed another that is nearly the same (`released`: it must be
 * hidden and protected like a small one), or showed this very one (`known`: hiding it protects nothing).
 */
export type EarlierMark = 'kept' | 'released' | 'known';

/** Counts that could point to somebody more easily are shown from here on: sexual or partner violence, children, trafficking (methods, section 15). */
export const smallestSensitiveCount = 10;

/** 1 … k − 1. Zero may stay: nobody is in it. */
export function isSmall(count: number | null, threshold: number): boolean {
  return count !== null && count > 0 && count < threshold;
}

/** A count as it may be shown, where no total is published beside it: null hides it. */
export function shownCount(count: number, threshold: number): number | null {
  return isSmall(count, threshold) ? null : count;
}

/** The threshold of all counts, or of each. */
export type ListThresholds = number | readonly number[];

/**
 * Which counts of a list to hide when its total is published too (methods, section 15): the small ones, and the smallest others
 * until what is missing from the total could be spread over the hidden ones in as many ways as the largest threshold among them asks for.
 */
export function hideInList(
  counts: readonly number[],
  thresholds: ListThresholds,
  earlier: readonly (EarlierMark | null)[] = [],
): { hiding: Hiding[]; isSafe: boolean } {
  const thresholdAt = (place: number) => (typeof thresholds === 'number' ? thresholds : (thresholds[place] ?? 0));
  const hiding = counts.map((count, place): Hiding => {
    if (earlier[place] === 'released' && count > 0) return 'released';
    if (isSmall(count, thresholdAt(place))) return 'small';
    return earlier[place] === 'kept' && count > 0 ? 'protects' : null;
  });
  const unknown = (place: number) => earlier[place] !== 'known';
  const open = hiding.flatMap((why, place) => ((why === 'small' || why === 'released') && unknown(place) ? [thresholdAt(place)] : []));
  if (open.length === 0) return { hiding, isSafe: true };
  const width = Math.max(...open);
  const hiddenPlaces = () => hiding.flatMap((why, place) => (why && unknown(place) ? [place] : []));
  const isUnsure = () => hiddenPlaces().length > 1 && hiddenPlaces().reduce((sum, place) => sum + (counts[place] ?? 0), 0) >= width;
  const others = counts
    .map((count, place) => ({ count, place }))
    .filter(({ count, place }) => count > 0 && hiding[place] === null && unknown(place))
    .sort((a, b) => a.count - b.count || a.place - b.place);
  while (!isUnsure()) {
    const next = others.shift();
    if (!next) return { hiding, isSafe: false };
    hiding[next.place] = 'protects';
  }
  return { hiding, isSafe: true };
}

/** DC-2: rounded to a multiple of the base, half up, where figures are rounded instead of hidden. */
export function roundedToBase(count: number, base: number): number {
  return Math.floor(count / base + 0.5) * base;
}

/** One threshold for a whole table, or larger ones by row and column; a cell has the largest of its three. */
export type TableThresholds = number | { readonly base: number; readonly rows?: readonly number[]; readonly columns?: readonly number[] };

export interface HiddenTable {
  /** Same shape as the table. */
  readonly hiding: readonly (readonly Hiding[])[];
  readonly rowTotals: readonly Hiding[];
  readonly columnTotals: readonly Hiding[];
  /** False where no pattern keeps every small cell unsure: withhold the table, or tell it by fewer, larger classes. */
  readonly isSafe: boolean;
}

/**
 * Which cells of a table to hide when its totals are published too: the small ones, and for each of them the rectangle with the
 * fewest, then the smallest, further cells that leaves it a feasible range `threshold` wide. The ranges are exact (`HiddenCells`);
 * the rectangles are chosen one by one, so the pattern is sound but not always the smallest. Zeros stay.
 *
 * `smallTotals: 'hidden'` also hides totals that are small themselves, and others to protect those; the grand total stays. With
 * `'shown'` all totals are published, which leaves a row with one small cell beside zeros without any protection.
 */
export function hideInTable(counts: TotalledTable, thresholds: TableThresholds, options: { smallTotals?: 'shown' | 'hidden' } = {}): HiddenTable {
  const withTotals = options.smallTotals === 'hidden';
  const plan = new HidingPlan(withTotals ? withTotalCells(counts) : { values: counts, network: counts, corner: false }, thresholds);
  const isSafe = plan.protectAll();
  const width = counts[0]?.length ?? 0;
  return {
    hiding: counts.map((row, r) => row.map((_, c) => plan.hidingAt(r, c))),
    rowTotals: counts.map((_, r) => (withTotals ? plan.hidingAt(r, width) : null)),
    columnTotals: Array.from({ length: width }, (_, c) => (withTotals ? plan.hidingAt(counts.length, c) : null)),
    isSafe,
  };
}

interface PlannedTable {
  /** What is printed: counts, and totals in an additional row and column. */
  readonly values: TotalledTable;
  /** The same cells as they add up to fixed sums. */
  readonly network: TotalledTable;
  /** The last cell is the grand total, which always stays. */
  readonly corner: boolean;
}

/** A total T beside its row turns, as «grand total − T», into one more cell of a row whose sum is fixed: so totals are hidden like cells. */
function withTotalCells(counts: TotalledTable): PlannedTable {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const rowTotals = counts.map(sum);
  const columnTotals = (counts[0] ?? []).map((_, c) => sum(counts.map((row) => row[c] ?? 0)));
  const grand = sum(rowTotals);
  return {
    values: [...counts.map((row, r) => [...row, rowTotals[r] ?? 0]), [...columnTotals, grand]],
    network: [...counts.map((row, r) => [...row, grand - (rowTotals[r] ?? 0)]), [...columnTotals.map((total) => grand - total), grand]],
    corner: true,
  };
}

interface Cell {
  readonly r: number;
  readonly c: number;
}

/** The cells of one table on their way from «small ones hidden» to «no small one can be worked out». */
class HidingPlan {
  readonly #table: PlannedTable;
  readonly #thresholds: Exclude<TableThresholds, number>;
  readonly #cells: HiddenCells;
  readonly #small: readonly Cell[];
  /** What any further cell costs: more than all values together, so that fewer cells always win. */
  readonly #costOfAny: number;

  constructor(table: PlannedTable, thresholds: TableThresholds) {
    this.#table = table;
    this.#thresholds = typeof thresholds === 'number' ? { base: thresholds } : thresholds;
    this.#cells = new HiddenCells(table.network);
    this.#costOfAny = 1 + 4 * table.values.reduce((sum, row) => sum + row.reduce((total, count) => total + count, 0), 0);
    const small = table.values.flatMap((row, r) =>
      row.flatMap((count, c) => (isSmall(count, this.#thresholdAt({ r, c })) && !this.#isGrandTotal({ r, c }) ? [{ r, c }] : [])),
    );
    for (const { r, c } of small) this.#cells.hide(r, c);
    // The largest needs the widest rectangle; what it hides often protects the others too.
    this.#small = small.sort((a, b) => this.#valueAt(b) - this.#valueAt(a) || a.r - b.r || a.c - b.c);
  }

  hidingAt(r: number, c: number): Hiding {
    if (!this.#cells.has(r, c)) return null;
    return isSmall(this.#valueAt({ r, c }), this.#thresholdAt({ r, c })) ? 'small' : 'protects';
  }

  /** Hides what the small cells need; false where even hiding everything but the zeros is not enough. */
  protectAll(): boolean {
    for (const cell of this.#small) if (!this.#isUnsure(cell)) this.#protect(cell);
    if (this.#small.every((cell) => this.#isUnsure(cell))) return true;
    for (const [r, row] of this.#table.values.entries()) {
      for (const [c, count] of row.entries()) if (count > 0 && !this.#isGrandTotal({ r, c })) this.#cells.hide(r, c);
    }
    return this.#small.every((cell) => this.#isUnsure(cell));
  }

  #valueAt({ r, c }: Cell): number {
    return this.#table.values[r]?.[c] ?? 0;
  }

  #isGrandTotal({ r, c }: Cell): boolean {
    return this.#table.corner && r === this.#table.values.length - 1 && c === (this.#table.values[0]?.length ?? 0) - 1;
  }

  #thresholdAt({ r, c }: Cell): number {
    const { base, rows, columns } = this.#thresholds;
    return Math.max(base, rows?.[r] ?? 0, columns?.[c] ?? 0);
  }

  #isUnsure({ r, c }: Cell): boolean {
    return this.#cells.isUnsure(r, c, this.#thresholdAt({ r, c }));
  }

  /** Tries the rectangles with the cell as one corner, the cheapest first, until one leaves the cell unsure. */
  #protect(cell: Cell): void {
    const costs = this.#rectangleCosts(cell);
    const width = this.#table.values[0]?.length ?? 0;
    for (let tries = 0; tries < costs.length; tries++) {
      const place = costs.reduce((best, cost, index) => (cost < (costs[best] ?? Number.POSITIVE_INFINITY) ? index : best), 0);
      if (!Number.isFinite(costs[place])) return;
      costs[place] = Number.POSITIVE_INFINITY;
      const added = cornersOf(cell, { r: Math.floor(place / width), c: place % width }).filter(({ r, c }) => !this.#cells.has(r, c));
      for (const { r, c } of added) this.#cells.hide(r, c);
      if (this.#isUnsure(cell)) return;
      for (const { r, c } of added) this.#cells.show(r, c);
    }
  }

  /** By the opposite corner: fewest new cells first, then their smallest sum. Zeros are published and cannot be corners. */
  #rectangleCosts(cell: Cell): Float64Array {
    const { values } = this.#table;
    const width = values[0]?.length ?? 0;
    const costs = new Float64Array(values.length * width).fill(Number.POSITIVE_INFINITY);
    const alongRow = Array.from({ length: width }, (_, c) => this.#costOf(cell.r, c));
    for (let r = 0; r < values.length; r++) {
      const beside = this.#costOf(r, cell.c);
      if (r === cell.r || beside === Number.POSITIVE_INFINITY) continue;
      for (let c = 0; c < width; c++) {
        if (c === cell.c) continue;
        const cost = beside + (alongRow[c] ?? 0) + this.#costOf(r, c);
        if (cost > 0) costs[r * width + c] = cost;
      }
    }
    return costs;
  }

  /** 0 for a cell that is hidden already; infinite for one that has to stay. */
  #costOf(r: number, c: number): number {
    if (this.#cells.has(r, c)) return 0;
    const value = this.#valueAt({ r, c });
    return value === 0 || this.#isGrandTotal({ r, c }) ? Number.POSITIVE_INFINITY : this.#costOfAny + value;
  }
}

/** The other three corners of the rectangle between two cells. */
function cornersOf(cell: Cell, opposite: Cell): Cell[] {
  return [{ r: cell.r, c: opposite.c }, { r: opposite.r, c: cell.c }, opposite];
}
