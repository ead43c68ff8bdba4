import type { HidingReason } from '../domain/releases.ts';
import { type KeyPlace, keyPairs, type PairPlace, type TotalledCube } from './disclosure-cube.ts';

/** Tells apart what is hidden: a whole place of a key (its total, and all its cells) or one cell of a table by two keys. */
export type CubeSpot = { readonly key: KeyPlace; readonly place: number } | CubeCell;
export interface CubeCell {
  readonly pair: PairPlace;
  readonly row: number;
  readonly column: number;
}

const reasons = [null, 'small', 'protects', 'released'] as const;
/** Why something is hidden, as its place in the list of reasons; 0 = it is not. */
export type HidingCode = 0 | 1 | 2 | 3;

/** What is hidden of a cube so far, and what readers of earlier releases know of it. More is only ever hidden. */
export class HiddenSpots {
  readonly #cube: TotalledCube;
  readonly #places: readonly Uint8Array[];
  readonly #cells: readonly Uint8Array[];
  /** Rows with a hidden cell, by pair and column. */
  readonly #hiddenRows: readonly (readonly number[][])[];
  /** 1 where readers know the figure already; null while they know none. */
  #knownPlaces: readonly Uint8Array[] | null = null;
  #knownCells: readonly Uint8Array[] | null = null;

  constructor(cube: TotalledCube) {
    this.#cube = cube;
    const { sizes } = cube;
    this.#places = sizes.map((size) => new Uint8Array(size));
    this.#cells = keyPairs.map(([first, second]) => new Uint8Array((sizes[first] ?? 0) * (sizes[second] ?? 0)));
    this.#hiddenRows = keyPairs.map(([, second]) => Array.from({ length: sizes[second] ?? 0 }, () => []));
  }

  /** Readers know some figures from before. */
  get hasKnown(): boolean {
    return this.#knownCells !== null;
  }
  /** The reasons of the cells of a table, row by row. */
  codes(pair: PairPlace): Uint8Array {
    return this.#cells[pair] ?? new Uint8Array();
  }
  /** 1 for each cell of a table that readers know, row by row; undefined while they know none. */
  known(pair: PairPlace): Uint8Array | undefined {
    return this.#knownCells?.[pair];
  }
  /** Rows with a hidden cell in a column of a table. */
  rowsHidden(pair: PairPlace, column: number): readonly number[] {
    return this.#hiddenRows[pair]?.[column] ?? [];
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

  /** Readers of an earlier release know these already: hiding them protects nothing, and nothing changes in them unseen. */
  noteKnown(known: readonly CubeSpot[]): void {
    if (known.length === 0) return;
    const places = this.#places.map((list) => new Uint8Array(list.length));
    const cells = this.#cells.map((list) => new Uint8Array(list.length));
    for (const spot of known) {
      if ('key' in spot) (places[spot.key] ?? places[0] ?? new Uint8Array())[spot.place] = 1;
      else (cells[spot.pair] ?? cells[0] ?? new Uint8Array())[spot.row * this.#cube.width(spot.pair) + spot.column] = 1;
    }
    this.#knownPlaces = places;
    this.#knownCells = cells;
  }

  /** How many places are hidden with all their cells. */
  placeCount(): number {
    return this.#places.reduce((sum, list) => sum + list.reduce((count, code) => count + Number(code > 0), 0), 0);
  }

  /** A larger reason stays: small before protecting. */
  hide({ pair, row, column }: CubeCell, code: HidingCode): void {
    const cells = this.#cells[pair];
    const place = row * this.#cube.width(pair) + column;
    if (!cells) return;
    if (cells[place] === 0) this.#hiddenRows[pair]?.[column]?.push(row);
    if (cells[place] === 0 || (cells[place] === 2 && code !== 2)) cells[place] = code;
  }

  /** Hidden, and unknown to readers of earlier releases: what may change unseen. */
  isUnseen(pair: PairPlace, row: number, column: number): boolean {
    const at = row * this.#cube.width(pair) + column;
    return (this.#cells[pair]?.[at] ?? 0) > 0 && !this.#knownCells?.[pair]?.[at];
  }

  /** The same of the cell in which two places of two keys meet. */
  isUnseenAt(one: KeyPlace, place: number, other: KeyPlace, otherPlace: number): boolean {
    const pair = (one + other - 1) as PairPlace;
    return one < other ? this.isUnseen(pair, place, otherPlace) : this.isUnseen(pair, otherPlace, place);
  }

  isPlaceKnown(key: KeyPlace, place: number): boolean {
    return this.#knownPlaces?.[key]?.[place] === 1;
  }

  isPlaceHidden(key: KeyPlace, place: number): boolean {
    return (this.#places[key]?.[place] ?? 0) > 0;
  }

  hiddenPlaces(key: KeyPlace): number[] {
    return [...(this.#places[key] ?? []).keys()].filter((place) => this.isPlaceHidden(key, place));
  }

  /** Hides a total with all cells of its place, the empty ones too: then incidents can move to any other such place unseen. */
  hidePlace(key: KeyPlace, place: number, code: HidingCode): void {
    const places = this.#places[key];
    if (!places) return;
    if (places[place] === 0 || (places[place] === 2 && code !== 2)) places[place] = code;
    for (const pair of [0, 1, 2] as const) {
      const [first, second] = keyPairs[pair];
      if (first === key) for (let column = 0; column < this.#cube.sizes[second]; column += 1) this.hide({ pair, row: place, column }, 2);
      if (second === key) for (let row = 0; row < this.#cube.sizes[first]; row += 1) this.hide({ pair, row, column: place }, 2);
    }
  }
}
