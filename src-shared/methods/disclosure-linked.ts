import type { HidingReason } from '../domain/releases.ts';
import { type CubeCounts, type KeyPlace, keyPairs, type PairPlace, TotalledCube } from './disclosure-cube.ts';

/** Tells apart what is hidden: a whole place of a key (its total, and all its cells) or one cell of a table by two keys. */
export type CubeSpot = { readonly key: KeyPlace; readonly place: number } | { readonly pair: PairPlace; readonly row: number; readonly column: number };

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

const reasons = [null, 'small', 'protects', 'released'] as const;
type Code = 0 | 1 | 2 | 3;
interface Spot {
  readonly pair: PairPlace;
  readonly row: number;
  readonly column: number;
}
interface Cell extends Spot {
  readonly width: number;
  /** Readers know from before that it is hardly less: only what it can be more counts. */
  readonly isReleased: boolean;
}

/** Incidents of a figure's row that exchanges have not used yet, by the third key: its own, and those of each column. */
interface Leftovers {
  readonly own: Float64Array;
  readonly beside: readonly Float64Array[];
}

/** More rectangles than this around one figure hide more than a whole place would. */
const mostRectangles = 4;

class LinkedPlan implements LinkedHiding {
  readonly #cube: TotalledCube;
  readonly #options: LinkedOptions;
  readonly #places: readonly Uint8Array[];
  readonly #cells: readonly Uint8Array[];
  /** Rows with a hidden cell, by pair and column. */
  readonly #hiddenRows: readonly (readonly number[][])[];
  /** 1 where readers know the figure already; null while they know none. */
  #knownPlaces: readonly Uint8Array[] | null = null;
  #knownCells: readonly Uint8Array[] | null = null;
  /** Hidden totals, each with the width that its range needs. */
  readonly #openTotals: { readonly key: KeyPlace; readonly place: number; readonly width: number }[] = [];

  constructor(options: LinkedOptions) {
    this.#options = options;
    this.#cube = new TotalledCube(options);
    const { sizes } = this.#cube;
    this.#places = sizes.map((size) => new Uint8Array(size));
    this.#cells = keyPairs.map(([first, second]) => new Uint8Array((sizes[first] ?? 0) * (sizes[second] ?? 0)));
    this.#hiddenRows = keyPairs.map(([, second]) => Array.from({ length: sizes[second] ?? 0 }, () => []));
  }

  get hasHidden(): boolean {
    return [...this.#places, ...this.#cells].some((list) => list.some((code) => code > 0));
  }
  margin(key: KeyPlace, place: number): HidingReason | null {
    return reasons[this.#places[key]?.[place] ?? 0] ?? null;
  }
  cell(pair: PairPlace, row: number, column: number): HidingReason | null {
    return reasons[this.#cells[pair]?.[row * this.#cube.width(pair) + column] ?? 0] ?? null;
  }

  protectAll(): boolean {
    if (this.#cube.total === 0) return true;
    this.#noteKnown();
    for (const { key, place, width } of this.#options.hiddenPlaces ?? []) this.#hidePlace(key, place, 2, width);
    for (const spot of this.#options.keptHidden ?? []) this.#hideSpot(spot, 2, 0);
    for (const spot of this.#options.released ?? []) this.#hideSpot(spot, 3, this.#widthOf(spot));
    this.#hideSmallTotals();
    const open = this.#hideSmallCells();
    // A place that is hidden on the way asks again whether hidden totals are enough; what is protected once stays so, for more is only ever hidden.
    for (;;) {
      if (!this.#protectTotals()) return false;
      const before = this.#placeCount();
      while (open.length > 0) {
        const cell = open.at(-1) as Cell;
        if (!this.#protect(cell)) return false;
        open.pop();
      }
      if (this.#placeCount() === before) return true;
    }
  }

  #noteKnown(): void {
    const { known } = this.#options;
    if (!known || known.length === 0) return;
    const places = this.#places.map((list) => new Uint8Array(list.length));
    const cells = this.#cells.map((list) => new Uint8Array(list.length));
    for (const spot of known) {
      if ('key' in spot) (places[spot.key] ?? places[0] ?? new Uint8Array())[spot.place] = 1;
      else (cells[spot.pair] ?? cells[0] ?? new Uint8Array())[spot.row * this.#cube.width(spot.pair) + spot.column] = 1;
    }
    this.#knownPlaces = places;
    this.#knownCells = cells;
  }

  #placeCount(): number {
    return this.#places.reduce((sum, list) => sum + list.reduce((count, code) => count + Number(code > 0), 0), 0);
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
        if (value > 0 && value < width) this.#hidePlace(key, place, 1, this.#isPlaceKnown(key, place) ? 0 : width);
      }
    }
  }

  /** The largest come last, to be protected first: what they need often protects the others too. */
  #hideSmallCells(): Cell[] {
    const small: (Cell & { value: number })[] = [];
    for (const pair of [0, 1, 2] as const) {
      const columns = this.#cube.width(pair);
      for (const [place, value] of (this.#cube.tables[pair] ?? []).entries()) {
        const spot = { pair, row: Math.floor(place / columns), column: place % columns };
        const width = this.#widthOf(spot);
        const isReleased = this.#cells[pair]?.[place] === 3 && value > 0;
        if (!(value > 0 && value < width) && !isReleased) continue;
        if (!isReleased) this.#hide(spot, 1);
        if (!this.#knownCells?.[pair]?.[place]) small.push({ ...spot, width, value, isReleased });
      }
    }
    return small.sort((a, b) => a.value - b.value || b.pair - a.pair || b.row - a.row || b.column - a.column);
  }

  #hideSpot(spot: CubeSpot, code: Code, width: number): void {
    if ('key' in spot) this.#hidePlace(spot.key, spot.place, code, width);
    else this.#hide(spot, code);
  }

  /** A larger reason stays: small before protecting. */
  #hide({ pair, row, column }: Spot, code: Code): void {
    const cells = this.#cells[pair];
    const place = row * this.#cube.width(pair) + column;
    if (!cells) return;
    if (cells[place] === 0) this.#hiddenRows[pair]?.[column]?.push(row);
    if (cells[place] === 0 || (cells[place] === 2 && code !== 2)) cells[place] = code;
  }

  /** Hidden, and unknown to readers of earlier releases: what may change unseen. */
  #isUnseen(pair: PairPlace, row: number, column: number): boolean {
    const at = row * this.#cube.width(pair) + column;
    return (this.#cells[pair]?.[at] ?? 0) > 0 && !this.#knownCells?.[pair]?.[at];
  }

  #isUnseenAt(one: KeyPlace, place: number, other: KeyPlace, otherPlace: number): boolean {
    const pair = (one + other - 1) as PairPlace;
    return one < other ? this.#isUnseen(pair, place, otherPlace) : this.#isUnseen(pair, otherPlace, place);
  }

  #isPlaceKnown(key: KeyPlace, place: number): boolean {
    return this.#knownPlaces?.[key]?.[place] === 1;
  }

  /** Hides a total with all cells of its place, the empty ones too: then incidents can move to any other such place unseen. */
  #hidePlace(key: KeyPlace, place: number, code: Code, width: number): void {
    const places = this.#places[key];
    if (!places) return;
    // Of a total that was released nearly the same only what it can be more counts.
    if (width > 0) this.#openTotals.push({ key, place, width: width + (code === 3 ? (this.#cube.margins[key]?.[place] ?? 0) : 0) });
    if (places[place] === 0 || (places[place] === 2 && code !== 2)) places[place] = code;
    for (const pair of [0, 1, 2] as const) {
      const [first, second] = keyPairs[pair];
      if (first === key) for (let column = 0; column < this.#cube.sizes[second]; column += 1) this.#hide({ pair, row: place, column }, 2);
      if (second === key) for (let row = 0; row < this.#cube.sizes[first]; row += 1) this.#hide({ pair, row, column: place }, 2);
    }
  }

  #isPlaceHidden(key: KeyPlace, place: number): boolean {
    return (this.#places[key]?.[place] ?? 0) > 0;
  }

  /** Hides further places, the smallest first, until incidents can move far enough between the hidden ones; never one alone. */
  #protectTotals(): boolean {
    for (const key of [0, 1, 2] as const) {
      const margins = this.#cube.margins[key] ?? new Float64Array();
      const isCounted = (place: number) => !this.#isPlaceKnown(key, place) && (margins[place] ?? 0) > 0;
      const hidden = this.#hiddenPlaces(key).filter(isCounted);
      const others = [...margins.keys()].filter((place) => !this.#isPlaceHidden(key, place) && isCounted(place));
      others.sort((a, b) => (margins[a] ?? 0) - (margins[b] ?? 0) || a - b);
      const isOpen = () => hidden.length === 1 || this.#openTotals.some((total) => total.key === key && this.#rangeOfTotal(total, hidden) < total.width);
      while (hidden.length > 0 && isOpen()) {
        const next = others.shift();
        if (next === undefined) return false;
        this.#hidePlace(key, next, 2, 0);
        hidden.push(next);
      }
    }
    return true;
  }

  /** How far a hidden total can differ by incidents that move between it and the other hidden places. */
  #rangeOfTotal({ key, place }: { key: KeyPlace; place: number }, hidden: readonly number[]): number {
    if (!this.#knownCells) return hidden.reduce((sum, other) => sum + (this.#cube.margins[key]?.[other] ?? 0), 0);
    const [one, two] = ([0, 1, 2] as const).filter((other) => other !== key) as [KeyPlace, KeyPlace];
    const columns = this.#cube.sizes[two];
    const canLeave = new Uint8Array(this.#cube.sizes[one] * columns);
    let up = 0;
    for (const other of hidden) {
      if (other === place) continue;
      for (let j = 0; j < this.#cube.sizes[one]; j += 1) {
        for (let k = 0; k < columns; k += 1) {
          if (![other, place].every((at) => this.#isUnseenAt(key, at, one, j) && this.#isUnseenAt(key, at, two, k))) continue;
          up += this.#cube.count(key, other, one, j, k);
          canLeave[j * columns + k] = 1;
        }
      }
    }
    return canLeave.reduce((sum, can, at) => (can ? sum + this.#cube.count(key, place, one, Math.floor(at / columns), at % columns) : sum), up);
  }

  #protect(cell: Cell): boolean {
    for (let tries = 0; tries <= mostRectangles; tries += 1) {
      const left = this.#leftoversOf(cell);
      const missing = cell.width - this.#rangeAround(cell, left);
      if (missing <= 0) return true;
      if (tries === mostRectangles || !this.#hideRectangle(cell, missing, left)) break;
    }
    return this.#protectByPlaces(cell);
  }

  /** How far the figure can differ, at least; stops looking once it is wide enough. */
  #rangeAround(cell: Cell, left: Leftovers): number {
    const moved = this.#rangeByPlaces(cell);
    const byPlaces = cell.isReleased ? Math.max(0, moved - this.#cube.value(cell.pair, cell.row, cell.column)) : moved;
    return byPlaces >= cell.width ? byPlaces : this.#rangeByRectangles(cell, byPlaces, left);
  }

  #leftoversOf({ pair, row, column }: Cell): Leftovers {
    const beside = Array.from({ length: this.#cube.width(pair) }, (_, other) => this.#cube.behind(pair, row, other));
    return { own: this.#cube.behind(pair, row, column), beside };
  }

  /** What incidents of hidden places can do that move to and from this one. */
  #rangeByPlaces({ pair, row, column }: Spot): number {
    const [first, second] = keyPairs[pair];
    const rows = this.#isPlaceHidden(first, row) ? this.#hiddenPlaces(first) : [row];
    const columns = this.#isPlaceHidden(second, column) ? this.#hiddenPlaces(second) : [column];
    if (rows.length < 2 && columns.length < 2) return 0;
    if (this.#knownCells) return this.#rangeByUnknownPlaces({ pair, row, column }, rows, columns);
    let sum = 0;
    for (const r of rows) for (const c of columns) sum += this.#cube.value(pair, r, c);
    return sum;
  }

  /** The same where readers know some of the figures: only moves that change none of those. */
  #rangeByUnknownPlaces({ pair, row, column }: Spot, rows: readonly number[], columns: readonly number[]): number {
    const [first, second] = keyPairs[pair];
    const third = (3 - first - second) as KeyPlace;
    const isUnseen = (one: KeyPlace, place: number, other: KeyPlace, otherPlace: number) => this.#isUnseenAt(one, place, other, otherPlace);
    const canMove = (r: number, c: number, k: number) =>
      this.#isUnseen(pair, r, c) &&
      (r === row || (!this.#isPlaceKnown(first, r) && !this.#isPlaceKnown(first, row) && isUnseen(first, r, third, k) && isUnseen(first, row, third, k))) &&
      (c === column ||
        (!this.#isPlaceKnown(second, c) && !this.#isPlaceKnown(second, column) && isUnseen(second, c, third, k) && isUnseen(second, column, third, k)));
    if (!this.#isUnseen(pair, row, column)) return 0;
    let up = 0;
    const out = new Float64Array(this.#cube.sizes[third]);
    for (const r of rows) {
      for (const c of columns) {
        if (r === row && c === column) continue;
        for (const [k, count] of this.#cube.behind(pair, r, c).entries()) {
          if (!canMove(r, c, k)) continue;
          up += count;
          out[k] = 1;
        }
      }
    }
    return up + this.#cube.behind(pair, row, column).reduce((sum, count, k) => sum + count * (out[k] ?? 0), 0);
  }

  #hiddenPlaces(key: KeyPlace): number[] {
    return [...(this.#places[key] ?? []).keys()].filter((place) => this.#isPlaceHidden(key, place));
  }

  /**
   * What exchanges along hidden rectangles can do, beside those by places. Each incident is used once on the way up and once on the way down, so that the
   * exchanges can all happen together; what is not used stays in `left`.
   */
  #rangeByRectangles(cell: Cell, byPlaces: number, left: Leftovers): number {
    const { pair, row, column, width } = cell;
    const [first, second] = keyPairs[pair];
    const columns = Array.from({ length: this.#cube.width(pair) }, (_, other) => other).filter(
      (other) => other !== column && this.#isUnseen(pair, row, other) && !(this.#isPlaceHidden(second, column) && this.#isPlaceHidden(second, other)),
    );
    let range = byPlaces;
    for (const otherRow of this.#hiddenRows[pair]?.[column] ?? []) {
      if (otherRow === row || (this.#isPlaceHidden(first, row) && this.#isPlaceHidden(first, otherRow))) continue;
      if (!this.#isUnseen(pair, otherRow, column)) continue;
      let takers: Float64Array | null = null;
      for (const other of columns) {
        if (!this.#isUnseen(pair, otherRow, other)) continue;
        takers ??= this.#cube.behind(pair, otherRow, column);
        range += exchange(left.beside[other], takers);
        if (byPlaces === 0 && !cell.isReleased) range += exchange(left.own, this.#cube.behind(pair, otherRow, other));
        if (range >= width) return range;
      }
    }
    return range;
  }

  /** Hides the rectangle that opens the range by what is missing, with the fewest, then the smallest further cells; else the one that helps most. */
  #hideRectangle(cell: Cell, missing: number, left: Leftovers): boolean {
    const { pair, row, column } = cell;
    const cube = this.#cube;
    const values = cube.tables[pair] ?? new Float64Array();
    const codes = this.#cells[pair] ?? new Uint8Array();
    const width = cube.width(pair);
    // An empty cell is published as empty, unless its whole place is hidden.
    const known = this.#knownCells?.[pair];
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
    this.#hide({ pair, row, column: best.column }, 2);
    this.#hide({ pair, row: best.row, column }, 2);
    this.#hide({ pair, row: best.row, column: best.column }, 2);
    return true;
  }

  /** Hides the smaller of the figure's two places, and others beside it until incidents of the figure's kind can move far enough. */
  #protectByPlaces(cell: Cell): boolean {
    const [first, second] = keyPairs[cell.pair];
    const margin = (key: KeyPlace, place: number) => this.#cube.margins[key]?.[place] ?? 0;
    const byRow = margin(first, cell.row) <= margin(second, cell.column);
    return byRow
      ? this.#growPlaces(cell, first, cell.row) || this.#growPlaces(cell, second, cell.column)
      : this.#growPlaces(cell, second, cell.column) || this.#growPlaces(cell, first, cell.row);
  }

  #growPlaces(cell: Cell, key: KeyPlace, place: number): boolean {
    if (this.#isPlaceKnown(key, place)) return false;
    this.#hidePlace(key, place, 2, 0);
    const margins = this.#cube.margins[key] ?? new Float64Array();
    const isRow = keyPairs[cell.pair][0] === key;
    const gain = (other: number) => (isRow ? this.#cube.value(cell.pair, other, cell.column) : this.#cube.value(cell.pair, cell.row, other));
    for (;;) {
      const missing = cell.width - this.#rangeAround(cell, this.#leftoversOf(cell));
      if (missing <= 0) return true;
      const others = [...margins.keys()].filter((other) => !this.#isPlaceHidden(key, other) && !this.#isPlaceKnown(key, other) && gain(other) > 0);
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

/** Takes what two lists of incidents can exchange one for one out of both. */
function exchange(from: Float64Array | undefined, to: Float64Array): number {
  let sum = 0;
  if (!from) return 0;
  for (let place = 0; place < from.length; place += 1) {
    const many = Math.min(from[place] ?? 0, to[place] ?? 0);
    if (many === 0) continue;
    from[place] = (from[place] ?? 0) - many;
    to[place] = (to[place] ?? 0) - many;
    sum += many;
  }
  return sum;
}
