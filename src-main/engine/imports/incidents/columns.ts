/** Whole numbers of many rows, four bytes each. */
export class IntColumn {
  #values = new Int32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Int32Array(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  at(index: number): number {
    return this.#values[index] as number;
  }

  set(index: number, value: number): void {
    this.#values[index] = value;
  }
}

/** Decimal numbers of many rows; NaN = none. */
export class FloatColumn {
  #values = new Float64Array(1024);
  #length = 0;

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Float64Array(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  at(index: number): number {
    return this.#values[index] as number;
  }

  set(index: number, value: number): void {
    this.#values[index] = value;
  }
}

/** Each distinct value once: a column of few different texts becomes a column of small numbers. */
export class Distinct<Value> {
  readonly values: Value[] = [];
  readonly #ids = new Map<Value, number>();

  idOf(value: Value): number {
    const known = this.#ids.get(value);
    if (known !== undefined) return known;
    const id = this.values.length;
    // A slice of a larger text would keep the whole text in memory.
    const own = (typeof value === 'string' ? Buffer.from(value, 'utf8').toString('utf8') : value) as Value;
    this.values.push(own);
    this.#ids.set(own, id);
    return id;
  }
}

/** Remembers 64-bit hashes of rows and where each was seen first: open addressing, twelve bytes a row. */
export class RowHashes {
  #high = new Uint32Array(4096);
  #low = new Uint32Array(4096);
  #first = new Int32Array(4096);
  #count = 0;

  /** The number given with the same cells before, or 0; `row` must be above 0. */
  seen(cells: readonly (string | number)[], row: number): number {
    let high = 0x811c9dc5;
    let low = 0x9747b28c;
    for (const cell of cells) {
      const text = typeof cell === 'string' ? cell : String(cell);
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        high = Math.imul(high ^ code, 0x01000193);
        low = Math.imul(low ^ code, 0x5bd1e995) ^ (low >>> 15);
      }
      high = Math.imul(high ^ 0x1f, 0x01000193);
      low = Math.imul(low ^ 0x1f, 0x5bd1e995) ^ (low >>> 13);
    }
    return this.#put(high >>> 0, low >>> 0, row);
  }

  #put(high: number, low: number, row: number): number {
    if (this.#count * 2 > this.#first.length) this.#grow();
    const mask = this.#first.length - 1;
    let slot = (high ^ (low >>> 7)) & mask;
    for (; this.#first[slot] !== 0; slot = (slot + 1) & mask) {
      if (this.#high[slot] === high && this.#low[slot] === low) return this.#first[slot] ?? 0;
    }
    this.#high[slot] = high;
    this.#low[slot] = low;
    this.#first[slot] = row;
    this.#count++;
    return 0;
  }

  #grow(): void {
    const [high, low, first] = [this.#high, this.#low, this.#first];
    this.#high = new Uint32Array(first.length * 2);
    this.#low = new Uint32Array(first.length * 2);
    this.#first = new Int32Array(first.length * 2);
    this.#count = 0;
    for (let i = 0; i < first.length; i++) if (first[i] !== 0) this.#put(high[i] ?? 0, low[i] ?? 0, first[i] ?? 0);
  }
}
