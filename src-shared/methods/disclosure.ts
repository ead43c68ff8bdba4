import { cellRange, type TotalledTable } from './disclosure-range.ts';

/** Why a cell is hidden: it is small itself, or it would give a small one away. */
export type Hiding = 'small' | 'protects' | null;

export interface HiddenTable {
  /** Same shape as the table. */
  readonly hiding: readonly (readonly Hiding[])[];
  /** False where no pattern keeps every small cell unsure: withhold the table, or tell it by fewer, larger classes. */
  readonly isSafe: boolean;
}

/** 1 … k − 1. Zero may stay: nobody is in it. */
export function isSmall(count: number | null, threshold: number): boolean {
  return count !== null && count > 0 && count < threshold;
}

/** A count as it may be shown, where no total is published beside it: null hides it. */
export function shownCount(count: number, threshold: number): number | null {
  return isSmall(count, threshold) ? null : count;
}

/**
 * Which counts of a list to hide when its total is published too (methods, section 15): the small ones, and the smallest others
 * until what is missing from the total could be spread over the hidden ones in `threshold` ways or more.
 */
export function hideInList(counts: readonly number[], threshold: number): { hiding: Hiding[]; isSafe: boolean } {
  const hiding = counts.map((count): Hiding => (isSmall(count, threshold) ? 'small' : null));
  if (!hiding.includes('small')) return { hiding, isSafe: true };
  const hiddenPlaces = () => hiding.flatMap((why, place) => (why ? [place] : []));
  const isUnsure = () => hiddenPlaces().length > 1 && hiddenPlaces().reduce((sum, place) => sum + (counts[place] ?? 0), 0) >= threshold;
  const others = counts
    .map((count, place) => ({ count, place }))
    .filter(({ count }) => count >= threshold)
    .sort((a, b) => a.count - b.count || a.place - b.place);
  while (!isUnsure()) {
    const next = others.shift();
    if (!next) return { hiding, isSafe: false };
    hiding[next.place] = 'protects';
  }
  return { hiding, isSafe: true };
}

/**
 * Which cells of a table to hide when its row and column totals are published too: the small ones, and for each of them the
 * rectangle with the fewest, then the smallest, further cells that leaves it a feasible range `threshold` wide. Ranges are exact
 * (see `cellRange`), the choice of rectangles is not the fewest possible over the whole table. Zeros stay.
 */
export function hideInTable(counts: TotalledTable, threshold: number): HiddenTable {
  const hiding = counts.map((row) => row.map((count): Hiding => (isSmall(count, threshold) ? 'small' : null)));
  const small = hiding.flatMap((row, r) => row.flatMap((why, c) => (why ? [{ r, c, count: counts[r]?.[c] ?? 0 }] : [])));
  // The largest needs the widest rectangle; what it hides often protects the others too.
  small.sort((a, b) => b.count - a.count || a.r - b.r || a.c - b.c);
  const isHidden = (r: number, c: number) => hiding[r]?.[c] != null;
  const isUnsure = (cell: { r: number; c: number }) => {
    const { low, high } = cellRange(counts, isHidden, cell.r, cell.c);
    return high - low >= threshold;
  };
  for (const cell of small) {
    if (isUnsure(cell)) continue;
    for (const corners of rectanglesAround(counts, hiding, cell)) {
      for (const { r, c } of corners) setHiding(hiding, r, c);
      if (isUnsure(cell)) break;
      for (const { r, c } of corners) clearHiding(hiding, r, c);
    }
  }
  if (small.every(isUnsure)) return { hiding, isSafe: true };
  // Nothing so small worked: everything that is not zero, which is the most that can be hidden.
  for (const [r, row] of counts.entries()) for (const [c, count] of row.entries()) if (count > 0 && !isHidden(r, c)) setHiding(hiding, r, c);
  return { hiding, isSafe: small.every(isUnsure) };
}

interface Corner {
  readonly r: number;
  readonly c: number;
}

/** Cells to hide for each rectangle with the cell as one corner, cheapest first; zeros cannot be corners because they are published. */
function rectanglesAround(counts: TotalledTable, hiding: readonly Hiding[][], cell: Corner): Corner[][] {
  const rectangles: { corners: Corner[]; sum: number }[] = [];
  for (const [r, row] of counts.entries()) {
    if (r === cell.r) continue;
    for (const c of row.keys()) {
      if (c === cell.c) continue;
      const all = [
        { r: cell.r, c },
        { r, c: cell.c },
        { r, c },
      ];
      const valueAt = (corner: Corner) => counts[corner.r]?.[corner.c] ?? 0;
      if (all.some((corner) => valueAt(corner) === 0)) continue;
      const corners = all.filter((corner) => !hiding[corner.r]?.[corner.c]);
      if (corners.length > 0) rectangles.push({ corners, sum: corners.reduce((sum, corner) => sum + valueAt(corner), 0) });
    }
  }
  return rectangles.sort((a, b) => a.corners.length - b.corners.length || a.sum - b.sum).map(({ corners }) => corners);
}

function setHiding(hiding: Hiding[][], r: number, c: number): void {
  const row = hiding[r];
  if (row) row[c] ??= 'protects';
}

function clearHiding(hiding: Hiding[][], r: number, c: number): void {
  const row = hiding[r];
  if (row) row[c] = null;
}
