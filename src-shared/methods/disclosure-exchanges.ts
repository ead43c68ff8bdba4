import { type KeyPlace, keyPairs, type TotalledCube } from './disclosure-cube.ts';
import type { CubeCell, HiddenSpots } from './disclosure-hidden.ts';

/** A hidden cell whose range must be at least so wide. */
export interface OpenCell extends CubeCell {
  readonly width: number;
  /** Readers know from before that it is hardly less: only what it can be more counts. */
  readonly isReleased: boolean;
}

/** Incidents of a figure's row that exchanges have not used yet, by the third key: its own, and those of each column. */
export interface Leftovers {
  readonly own: Float64Array;
  readonly beside: readonly Float64Array[];
}

/**
 * How far hidden figures of a cube can differ, at least, by incidents that change places with others alike in everything that is published (record swapping
 * as the proof of a range; Handbook on Statistical Disclosure Control).
 */
export class UnseenExchanges {
  readonly #cube: TotalledCube;
  readonly #hidden: HiddenSpots;

  constructor(cube: TotalledCube, hidden: HiddenSpots) {
    this.#cube = cube;
    this.#hidden = hidden;
  }

  /** What exchanges around a cell may still use. */
  leftoversOf({ pair, row, column }: CubeCell): Leftovers {
    const beside = Array.from({ length: this.#cube.width(pair) }, (_, other) => this.#cube.behind(pair, row, other));
    return { own: this.#cube.behind(pair, row, column), beside };
  }

  /** How far a hidden total can differ by incidents that move between it and the other hidden places. */
  rangeOfTotal({ key, place }: { key: KeyPlace; place: number }, hidden: readonly number[]): number {
    if (!this.#hidden.hasKnown) return hidden.reduce((sum, other) => sum + (this.#cube.margins[key]?.[other] ?? 0), 0);
    const [one, two] = ([0, 1, 2] as const).filter((other) => other !== key) as [KeyPlace, KeyPlace];
    const columns = this.#cube.sizes[two];
    const canLeave = new Uint8Array(this.#cube.sizes[one] * columns);
    let up = 0;
    for (const other of hidden) {
      if (other === place) continue;
      for (let j = 0; j < this.#cube.sizes[one]; j += 1) {
        for (let k = 0; k < columns; k += 1) {
          if (![other, place].every((at) => this.#hidden.isUnseenAt(key, at, one, j) && this.#hidden.isUnseenAt(key, at, two, k))) continue;
          up += this.#cube.count(key, other, one, j, k);
          canLeave[j * columns + k] = 1;
        }
      }
    }
    return canLeave.reduce((sum, can, at) => (can ? sum + this.#cube.count(key, place, one, Math.floor(at / columns), at % columns) : sum), up);
  }

  /** How far the figure can differ, at least; stops looking once it is wide enough. */
  rangeAround(cell: OpenCell, left: Leftovers): number {
    const moved = this.#rangeByPlaces(cell);
    const byPlaces = cell.isReleased ? Math.max(0, moved - this.#cube.value(cell.pair, cell.row, cell.column)) : moved;
    return byPlaces >= cell.width ? byPlaces : this.#rangeByRectangles(cell, byPlaces, left);
  }

  /** What incidents of hidden places can do that move to and from this one. */
  #rangeByPlaces({ pair, row, column }: CubeCell): number {
    const [first, second] = keyPairs[pair];
    const rows = this.#hidden.isPlaceHidden(first, row) ? this.#hidden.hiddenPlaces(first) : [row];
    const columns = this.#hidden.isPlaceHidden(second, column) ? this.#hidden.hiddenPlaces(second) : [column];
    if (rows.length < 2 && columns.length < 2) return 0;
    if (this.#hidden.hasKnown) return this.#rangeByUnknownPlaces({ pair, row, column }, rows, columns);
    let sum = 0;
    for (const r of rows) for (const c of columns) sum += this.#cube.value(pair, r, c);
    return sum;
  }

  /** The same where readers know some of the figures: only moves that change none of those. */
  #rangeByUnknownPlaces({ pair, row, column }: CubeCell, rows: readonly number[], columns: readonly number[]): number {
    const [first, second] = keyPairs[pair];
    const third = (3 - first - second) as KeyPlace;
    const isUnseen = (one: KeyPlace, place: number, other: KeyPlace, otherPlace: number) => this.#hidden.isUnseenAt(one, place, other, otherPlace);
    const canMove = (r: number, c: number, k: number) =>
      this.#hidden.isUnseen(pair, r, c) &&
      (r === row ||
        (!this.#hidden.isPlaceKnown(first, r) && !this.#hidden.isPlaceKnown(first, row) && isUnseen(first, r, third, k) && isUnseen(first, row, third, k))) &&
      (c === column ||
        (!this.#hidden.isPlaceKnown(second, c) &&
          !this.#hidden.isPlaceKnown(second, column) &&
          isUnseen(second, c, third, k) &&
          isUnseen(second, column, third, k)));
    if (!this.#hidden.isUnseen(pair, row, column)) return 0;
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

  /**
   * What exchanges along hidden rectangles can do, beside those by places. Each incident is used once on the way up and once on the way down, so that the
   * exchanges can all happen together; what is not used stays in `left`.
   */
  #rangeByRectangles(cell: OpenCell, byPlaces: number, left: Leftovers): number {
    const { pair, row, column, width } = cell;
    const [first, second] = keyPairs[pair];
    const columns = Array.from({ length: this.#cube.width(pair) }, (_, other) => other).filter(
      (other) =>
        other !== column &&
        this.#hidden.isUnseen(pair, row, other) &&
        !(this.#hidden.isPlaceHidden(second, column) && this.#hidden.isPlaceHidden(second, other)),
    );
    let range = byPlaces;
    for (const otherRow of this.#hidden.rowsHidden(pair, column)) {
      if (otherRow === row || (this.#hidden.isPlaceHidden(first, row) && this.#hidden.isPlaceHidden(first, otherRow))) continue;
      if (!this.#hidden.isUnseen(pair, otherRow, column)) continue;
      let takers: Float64Array | null = null;
      for (const other of columns) {
        if (!this.#hidden.isUnseen(pair, otherRow, other)) continue;
        takers ??= this.#cube.behind(pair, otherRow, column);
        range += exchange(left.beside[other], takers);
        if (byPlaces === 0 && !cell.isReleased) range += exchange(left.own, this.#cube.behind(pair, otherRow, other));
        if (range >= width) return range;
      }
    }
    return range;
  }
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
