import type { HidingReason } from '../domain/releases.ts';
import { type CubeCounts, type KeyPlace, keyPairs, type PairPlace, TotalledCube } from './disclosure-cube.ts';
import { type Leftovers, type OpenCell, UnseenExchanges } from './disclosure-exchanges.ts';
import { type CubeSpot, HiddenSpots, type HidingCode } from './disclosure-hidden.ts';

export type { CubeSpot } from './disclosure-hidden.ts';

export interface LinkedOptions extends CubeCounts {
  /** The smallest count that may be shown. */
  readonly threshold: number;
  /** Larger ones by place of a key; null = none of this key. */
  readonly thresholds: readonly [readonly number[] | null, readonly number[] | null, readonly number[] | null];
  /** Places that must be hidden for a reason outside the cube, each with the width that its range must have. */
  readonly hiddenPlaces?: readonly { readonly key: KeyPlace; readonly place: number; readonly width: number }[];
  /** Not to be shown, nor to be worked out to less than the threshold: figures that an earlier release would give away. */
  readonly released?: readonly CubeSpot[];
  /** Not to be shown again: what an earlier release hid. */
  readonly keptHidden?: readonly CubeSpot[];
  /** What readers of an earlier release know already: hiding it protects nothing. */
  readonly known?: readonly CubeSpot[];
}

export interface LinkedHiding {
  /** Why the total of a place is hidden. */
  margin(key: KeyPlace, place: number): HidingReason | null;
  /** Why a cell of a table by two keys is hidden. */
  cell(pair: PairPlace, row: number, column: number): HidingReason | null;
  readonly hasHidden: boolean;
}

/**
 * What to hide in all tables of a cube that are published together: its total, its sums by each key and by each two keys. Null where nothing but silence
 * protects the small figures.
 *
 * A small figure counts as protected when there are other incidents, alike in everything that is published, in which it differs: the program finds exchanges
 * that a reader cannot notice. Two incidents of one group exchange their areas: the table of areas by years changes in four cells, which are all
 * hidden, and nothing else changes at all, whatever else is printed of the incidents. An incident moves between two areas that are hidden altogether. The
 * figure's range is at least as wide as what such exchanges can do to it, and it must be at least as wide as its threshold. This is sound however many
 * tables, rates, shares and pictures are made of the same figures, and it needs no system of equations. Hidden further are, one by one, the cells of the
 * rectangle that opens the range with the fewest, then the smallest; where no rectangle does, whole places, the smallest first.
 *
 * Source of the rule: Handbook on Statistical Disclosure Control (linked tables; record swapping as the proof of a range).
 */
export function hideInLinkedTables(options: LinkedOptions): LinkedHiding | null {
  const plan = new LinkedPlan(options);
  return plan.protectAll() ? plan : null;
}

/** More rectangles than this around one figure hide more than a whole place would. */
const mostRectangles = 4;

class LinkedPlan implements LinkedHiding {
  readonly #cube: TotalledCube;
  readonly #options: LinkedOptions;
  readonly #hidden: HiddenSpots;
  readonly #exchanges: UnseenExchanges;
  /** Hidden totals, each with the width that its range needs. */
  readonly #openTotals: { readonly key: KeyPlace; readonly place: number; readonly width: number }[] = [];

  constructor(options: LinkedOptions) {
    this.#options = options;
    this.#cube = new TotalledCube(options);
    this.#hidden = new HiddenSpots(this.#cube);
    this.#exchanges = new UnseenExchanges(this.#cube, this.#hidden);
  }

  get hasHidden(): boolean {
    return this.#hidden.hasHidden;
  }
  margin(key: KeyPlace, place: number): HidingReason | null {
    return this.#hidden.margin(key, place);
  }
  cell(pair: PairPlace, row: number, column: number): HidingReason | null {
    return this.#hidden.cell(pair, row, column);
  }

  protectAll(): boolean {
    if (this.#cube.total === 0) return true;
    this.#hidden.noteKnown(this.#options.known ?? []);
    for (const { key, place, width } of this.#options.hiddenPlaces ?? []) this.#hidePlace(key, place, 2, width);
    for (const spot of this.#options.keptHidden ?? []) this.#hideSpot(spot, 2, 0);
    for (const spot of this.#options.released ?? []) this.#hideSpot(spot, 3, this.#widthOf(spot));
    this.#hideSmallTotals();
    const open = this.#hideSmallCells();
    // A place that is hidden on the way asks again whether hidden totals are enough; what is protected once stays so, for more is only ever hidden.
    for (;;) {
      if (!this.#protectTotals()) return false;
      const before = this.#hidden.placeCount();
      while (open.length > 0) {
        const cell = open.at(-1) as OpenCell;
        if (!this.#protect(cell)) return false;
        open.pop();
      }
      if (this.#hidden.placeCount() === before) return true;
    }
  }

  #widthOf(spot: CubeSpot): number {
    const { threshold, thresholds } = this.#options;
    const at = (key: KeyPlace, place: number) => thresholds[key]?.[place] ?? 0;
    if ('key' in spot) return Math.max(threshold, at(spot.key, spot.place));
    const [first, second] = keyPairs[spot.pair];
    return Math.max(threshold, at(first, spot.row), at(second, spot.column));
  }

  #hideSmallTotals(): void {
    for (const key of [0, 1, 2] as const) {
      for (const [place, value] of (this.#cube.margins[key] ?? []).entries()) {
        const width = this.#widthOf({ key, place });
        if (value > 0 && value < width) this.#hidePlace(key, place, 1, this.#hidden.isPlaceKnown(key, place) ? 0 : width);
      }
    }
  }

  /** The largest come last, to be protected first: what they need often protects the others too. */
  #hideSmallCells(): OpenCell[] {
    const small: (OpenCell & { value: number })[] = [];
    for (const pair of [0, 1, 2] as const) {
      const columns = this.#cube.width(pair);
      for (const [place, value] of (this.#cube.tables[pair] ?? []).entries()) {
        const spot = { pair, row: Math.floor(place / columns), column: place % columns };
        const width = this.#widthOf(spot);
        const isReleased = this.#hidden.codes(pair)[place] === 3 && value > 0;
        if (!(value > 0 && value < width) && !isReleased) continue;
        if (!isReleased) this.#hidden.hide(spot, 1);
        if (!this.#hidden.known(pair)?.[place]) small.push({ ...spot, width, value, isReleased });
      }
    }
    return small.sort((a, b) => a.value - b.value || b.pair - a.pair || b.row - a.row || b.column - a.column);
  }

  #hideSpot(spot: CubeSpot, code: HidingCode, width: number): void {
    if ('key' in spot) this.#hidePlace(spot.key, spot.place, code, width);
    else this.#hidden.hide(spot, code);
  }

  /** Hides a total with all cells of its place, and notes how wide its range must be. */
  #hidePlace(key: KeyPlace, place: number, code: HidingCode, width: number): void {
    // Of a total that was released nearly the same only what it can be more counts.
    if (width > 0) this.#openTotals.push({ key, place, width: width + (code === 3 ? (this.#cube.margins[key]?.[place] ?? 0) : 0) });
    this.#hidden.hidePlace(key, place, code);
  }

  /** Hides further places, the smallest first, until incidents can move far enough between the hidden ones; never one alone. */
  #protectTotals(): boolean {
    for (const key of [0, 1, 2] as const) {
      const margins = this.#cube.margins[key] ?? new Float64Array();
      const isCounted = (place: number) => !this.#hidden.isPlaceKnown(key, place) && (margins[place] ?? 0) > 0;
      const hidden = this.#hidden.hiddenPlaces(key).filter(isCounted);
      const others = [...margins.keys()].filter((place) => !this.#hidden.isPlaceHidden(key, place) && isCounted(place));
      others.sort((a, b) => (margins[a] ?? 0) - (margins[b] ?? 0) || a - b);
      const isOpen = () =>
        hidden.length === 1 || this.#openTotals.some((total) => total.key === key && this.#exchanges.rangeOfTotal(total, hidden) < total.width);
      while (hidden.length > 0 && isOpen()) {
        const next = others.shift();
        if (next === undefined) return false;
        this.#hidePlace(key, next, 2, 0);
        hidden.push(next);
      }
    }
    return true;
  }

  #protect(cell: OpenCell): boolean {
    for (let tries = 0; tries <= mostRectangles; tries += 1) {
      const left = this.#exchanges.leftoversOf(cell);
      const missing = cell.width - this.#exchanges.rangeAround(cell, left);
      if (missing <= 0) return true;
      if (tries === mostRectangles || !this.#hideRectangle(cell, missing, left)) break;
    }
    return this.#protectByPlaces(cell);
  }

  /** Hides the rectangle that opens the range by what is missing, with the fewest, then the smallest further cells; else the one that helps most. */
  #hideRectangle(cell: OpenCell, missing: number, left: Leftovers): boolean {
    const { pair, row, column } = cell;
    const cube = this.#cube;
    const values = cube.tables[pair] ?? new Float64Array();
    const codes = this.#hidden.codes(pair);
    const width = cube.width(pair);
    // An empty cell is published as empty, unless its whole place is hidden.
    const known = this.#hidden.known(pair);
    const canHide = (at: number) => !known?.[at] && ((codes[at] as number) > 0 || (values[at] as number) > 0);
    const columns = Array.from({ length: width }, (_, other) => other).filter((other) => other !== column && canHide(row * width + other));
    let best: Rectangle | null = null;
    for (let otherRow = 0; otherRow < cube.sizes[keyPairs[pair][0]]; otherRow += 1) {
      const below = otherRow * width + column;
      if (otherRow === row || !canHide(below)) continue;
      for (const other of columns) {
        const beside = row * width + other;
        const across = otherRow * width + other;
        if (!canHide(across)) continue;
        let cells = 0;
        let sum = 0;
        for (const at of [beside, below, across]) {
          if (codes[at] !== 0) continue;
          cells += 1;
          sum += values[at] as number;
        }
        if (cells === 0 || (best?.isEnough && (cells > best.cells || (cells === best.cells && sum >= best.sum)))) continue;
        const up = cube.alike(pair, otherRow, column, left.beside[other] ?? left.own);
        const down = up >= missing || cell.isReleased ? 0 : cube.alike(pair, otherRow, other, left.own);
        const opens = Math.min(missing, up + down);
        if (opens === 0) continue;
        const found: Rectangle = { row: otherRow, column: other, opens, isEnough: opens === missing, cells, sum };
        if (!best || isBetter(found, best)) best = found;
      }
    }
    if (!best) return false;
    this.#hidden.hide({ pair, row, column: best.column }, 2);
    this.#hidden.hide({ pair, row: best.row, column }, 2);
    this.#hidden.hide({ pair, row: best.row, column: best.column }, 2);
    return true;
  }

  /** Hides the smaller of the figure's two places, and others beside it until incidents of the figure's kind can move far enough. */
  #protectByPlaces(cell: OpenCell): boolean {
    const [first, second] = keyPairs[cell.pair];
    const margin = (key: KeyPlace, place: number) => this.#cube.margins[key]?.[place] ?? 0;
    const byRow = margin(first, cell.row) <= margin(second, cell.column);
    return byRow
      ? this.#growPlaces(cell, first, cell.row) || this.#growPlaces(cell, second, cell.column)
      : this.#growPlaces(cell, second, cell.column) || this.#growPlaces(cell, first, cell.row);
  }

  #growPlaces(cell: OpenCell, key: KeyPlace, place: number): boolean {
    if (this.#hidden.isPlaceKnown(key, place)) return false;
    this.#hidePlace(key, place, 2, 0);
    const margins = this.#cube.margins[key] ?? new Float64Array();
    const isRow = keyPairs[cell.pair][0] === key;
    const gain = (other: number) => (isRow ? this.#cube.value(cell.pair, other, cell.column) : this.#cube.value(cell.pair, cell.row, other));
    for (;;) {
      const missing = cell.width - this.#exchanges.rangeAround(cell, this.#exchanges.leftoversOf(cell));
      if (missing <= 0) return true;
      const others = [...margins.keys()].filter(
        (other) => !this.#hidden.isPlaceHidden(key, other) && !this.#hidden.isPlaceKnown(key, other) && gain(other) > 0,
      );
      const enough = others.filter((other) => gain(other) >= missing);
      const order = (a: number, b: number) => (margins[a] ?? 0) - (margins[b] ?? 0) || a - b;
      const next = enough.length > 0 ? enough.sort(order)[0] : others.sort((a, b) => gain(b) - gain(a) || order(a, b))[0];
      if (next === undefined) return false;
      this.#hidePlace(key, next, 2, 0);
    }
  }
}

interface Rectangle {
  readonly row: number;
  readonly column: number;
  /** How much of what is missing it opens. */
  readonly opens: number;
  readonly isEnough: boolean;
  /** Further cells to hide, and their sum. */
  readonly cells: number;
  readonly sum: number;
}

/** Enough with the fewest cells is best, then the smallest; where neither is enough, what opens more for each cell. */
function isBetter(one: Rectangle, other: Rectangle): boolean {
  if (one.isEnough !== other.isEnough) return one.isEnough;
  const [share, otherShare] = [one.opens * other.cells, other.opens * one.cells];
  if (!one.isEnough && share !== otherShare) return share > otherShare;
  return one.cells !== other.cells ? one.cells < other.cells : one.sum < other.sum;
}
