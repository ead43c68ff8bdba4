const chunkBits = 16;
const chunkLength = 1 << chunkBits;
const chunkMask = chunkLength - 1;

/** Whole numbers of many rows, four bytes each, in chunks: a growing column is never copied, so that memory stays what the rows need. */
export class IntColumn {
  readonly #chunks: Int32Array[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    const at = this.#length++;
    if ((at & chunkMask) === 0) this.#chunks.push(new Int32Array(chunkLength));
    (this.#chunks[at >> chunkBits] as Int32Array)[at & chunkMask] = value;
  }

  at(index: number): number {
    return (this.#chunks[index >> chunkBits] as Int32Array)[index & chunkMask] as number;
  }

  set(index: number, value: number): void {
    (this.#chunks[index >> chunkBits] as Int32Array)[index & chunkMask] = value;
  }
}

/** Decimal numbers of many rows; NaN = none. */
export class FloatColumn {
  readonly #chunks: Float64Array[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    const at = this.#length++;
    if ((at & chunkMask) === 0) this.#chunks.push(new Float64Array(chunkLength));
    (this.#chunks[at >> chunkBits] as Float64Array)[at & chunkMask] = value;
  }

  at(index: number): number {
    return (this.#chunks[index >> chunkBits] as Float64Array)[index & chunkMask] as number;
  }

  set(index: number, value: number): void {
    (this.#chunks[index >> chunkBits] as Float64Array)[index & chunkMask] = value;
  }
}

/** Each distinct value once: a column of few different texts becomes a column of small numbers. */
export class Distinct<Value> {
  readonly values: Value[] = [];
  readonly #ids = new Map<Value, number>();
  /** Files are mostly sorted by something: the value of the last row is asked for again and again. */
  #last: Value | undefined;
  #lastId = -1;

  idOf(value: Value): number {
    if (value === this.#last) return this.#lastId;
    const known = this.#ids.get(value);
    const id = known ?? this.values.length;
    if (known === undefined) {
      // A slice of a larger text would keep the whole text in memory.
      const own = (typeof value === 'string' ? Buffer.from(value, 'utf8').toString('utf8') : value) as Value;
      this.values.push(own);
      this.#ids.set(own, id);
    }
    this.#last = this.values[id];
    this.#lastId = id;
    return id;
  }
}

/** Remembers 64-bit hashes of rows and where each was seen first: open addressing, twelve bytes a slot, at most three quarters full. */
export class RowHashes {
  #high = new Uint32Array(4096);
  #low = new Uint32Array(4096);
  #first = new Int32Array(4096);
  #count = 0;

  /** The number given with the same cells before, or 0; `row` must be above 0. */
  seen(cells: readonly (string | number)[], row: number): number {
    let high = 0x811c9dc5;
    let low = 0x9747b28c;
    for (let c = 0; c < cells.length; c++) {
      const cell = cells[c] as string | number;
      const text = typeof cell === 'string' ? cell : String(cell);
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        high = Math.imul(high ^ code, 0x01000193);
        low = (Math.imul(low, 0x5bd1e995) + code) | 0;
      }
      high = Math.imul(high ^ 0x1f, 0x01000193);
      low = Math.imul(low ^ (low >>> 15) ^ 0x1f, 0x2c1b3c6d);
    }
    return this.#put(high >>> 0, (low ^ (low >>> 13)) >>> 0, row);
  }

  #put(high: number, low: number, row: number): number {
    if (this.#count * 4 > this.#first.length * 3) this.#grow();
    const slot = this.#slotOf(high, low);
    const first = this.#first[slot] as number;
    if (first !== 0) return first;
    this.#high[slot] = high;
    this.#low[slot] = low;
    this.#first[slot] = row;
    this.#count++;
    return 0;
  }

  /** Where the hash stands, or the free place where it belongs. */
  #slotOf(high: number, low: number): number {
    const [highs, lows, firsts] = [this.#high, this.#low, this.#first];
    const mask = firsts.length - 1;
    let slot = (high ^ (low >>> 7)) & mask;
    while (firsts[slot] !== 0 && (highs[slot] !== high || lows[slot] !== low)) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [high, low, first] = [this.#high, this.#low, this.#first];
    this.#high = new Uint32Array(first.length * 2);
    this.#low = new Uint32Array(first.length * 2);
    this.#first = new Int32Array(first.length * 2);
    for (let i = 0; i < first.length; i++) {
      if (first[i] === 0) continue;
      const slot = this.#slotOf(high[i] as number, low[i] as number);
      this.#high[slot] = high[i] as number;
      this.#low[slot] = low[i] as number;
      this.#first[slot] = first[i] as number;
    }
  }
}
