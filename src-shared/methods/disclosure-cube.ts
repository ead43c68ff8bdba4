/** Counts by three keys; the last key runs fastest. */
export interface CubeCounts {
  readonly sizes: readonly [number, number, number];
  readonly counts: ArrayLike<number>;
}

/** The three tables by two keys. */
export const keyPairs = [
  [0, 1],
  [0, 2],
  [1, 2],
] as const;
export type PairPlace = 0 | 1 | 2;
export type KeyPlace = 0 | 1 | 2;

/** A cube with its sums by two keys and by one. */
export class TotalledCube {
  readonly sizes: readonly [number, number, number];
  readonly total: number;
  /** By pair of keys (`keyPairs`), the second key fastest. */
  readonly tables: readonly Float64Array[];
  /** By key. */
  readonly margins: readonly Float64Array[];
  readonly #counts: Float64Array;
  readonly #steps: readonly [number, number, number];

  constructor({ sizes, counts }: CubeCounts) {
    const [a, b, c] = sizes;
    this.sizes = sizes;
    this.#steps = [b * c, c, 1];
    this.#counts = Float64Array.from(counts);
    const tables = keyPairs.map(([first, second]) => new Float64Array((sizes[first] ?? 0) * (sizes[second] ?? 0)));
    const margins = sizes.map((size) => new Float64Array(size));
    let total = 0;
    for (let i = 0, place = 0; i < a; i += 1) {
      for (let j = 0; j < b; j += 1) {
        for (let k = 0; k < c; k += 1, place += 1) {
          const count = this.#counts[place] ?? 0;
          if (count === 0) continue;
          total += count;
          add(tables[0], i * b + j, count);
          add(tables[1], i * c + k, count);
          add(tables[2], j * c + k, count);
          add(margins[0], i, count);
          add(margins[1], j, count);
          add(margins[2], k, count);
        }
      }
    }
    this.total = total;
    this.tables = tables;
    this.margins = margins;
  }

  /** How many places the second key of a pair has. */
  width(pair: PairPlace): number {
    return this.sizes[keyPairs[pair][1]];
  }

  value(pair: PairPlace, row: number, column: number): number {
    return this.tables[pair]?.[row * this.width(pair) + column] ?? 0;
  }

  /** One count: `key` at `place`, `one` (the lower of the other two keys) at `j`, the last at `k`. */
  count(key: KeyPlace, place: number, one: KeyPlace, j: number, k: number): number {
    const two = (3 - key - one) as KeyPlace;
    return this.#counts[place * this.#steps[key] + j * this.#steps[one] + k * this.#steps[two]] ?? 0;
  }

  /** The counts behind a cell of a table by two keys: one for each place of the third key. */
  behind(pair: PairPlace, row: number, column: number): Float64Array {
    const [first, second] = keyPairs[pair];
    const third = (3 - first - second) as KeyPlace;
    const start = row * this.#steps[first] + column * this.#steps[second];
    const step = this.#steps[third];
    const counts = new Float64Array(this.sizes[third]);
    for (let place = 0; place < counts.length; place += 1) counts[place] = this.#counts[start + place * step] as number;
    return counts;
  }

  /** How many incidents a cell could exchange with a list of others (one count for each place of the third key) that are alike in the third key. */
  alike(pair: PairPlace, row: number, column: number, others: Float64Array): number {
    const [first, second] = keyPairs[pair];
    const step = this.#steps[(3 - first - second) as KeyPlace];
    let sum = 0;
    for (let place = 0, at = row * this.#steps[first] + column * this.#steps[second]; place < others.length; place += 1, at += step) {
      const here = this.#counts[at] as number;
      if (here > 0) sum += Math.min(here, others[place] as number);
    }
    return sum;
  }
}

function add(to: Float64Array | undefined, place: number, count: number): void {
  if (to) to[place] = (to[place] ?? 0) + count;
}
