const float = new Float64Array(1);
const halves = new Uint32Array(float.buffer);

/** Gathers values of a row into a whole number of 53 bits. Among 1.3 million rows two different ones meet with a chance of 1 in 10,000. */
export class Fingerprint {
  #high = 0;
  #low = 0;

  start(): this {
    this.#high = 0x811c9dc5;
    this.#low = 0x9747b28c;
    return this;
  }

  /** A number, or nothing. */
  number(value: number | null): this {
    float[0] = value ?? Number.NaN;
    this.#mix(halves[0] as number);
    this.#mix(halves[1] as number);
    return this;
  }

  text(value: string): this {
    for (let i = 0; i < value.length; i++) this.#mix(value.charCodeAt(i));
    this.#mix(0x1f);
    return this;
  }

  end(): number {
    const high = avalanche(this.#high) & 0x1fffff;
    return high * 0x100000000 + avalanche(this.#low ^ this.#high);
  }

  #mix(bits: number): void {
    this.#high = Math.imul(this.#high ^ bits, 0x01000193) ^ (this.#high >>> 17);
    this.#low = Math.imul(this.#low ^ bits, 0x5bd1e995) ^ (this.#low >>> 15);
  }
}

function avalanche(bits: number): number {
  let mixed = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** How often each fingerprint occurs: open addressing in typed arrays, 12 to 24 bytes a row whatever the rows are. */
export class FingerprintCounts {
  #keys: Float64Array;
  #counts: Int32Array;
  #size = 0;

  constructor(expected = 1024) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(1024, expected * 1.4)));
    this.#keys = new Float64Array(slots).fill(-1);
    this.#counts = new Int32Array(slots);
  }

  /** Returns how many there are now. */
  add(fingerprint: number): number {
    if (this.#size * 1.4 > this.#keys.length) this.#grow();
    const slot = this.#slotOf(fingerprint);
    if (this.#keys[slot] === -1) {
      this.#keys[slot] = fingerprint;
      this.#size++;
    }
    const count = (this.#counts[slot] as number) + 1;
    this.#counts[slot] = count;
    return count;
  }

  /** Takes one away if there is one. */
  take(fingerprint: number): boolean {
    const slot = this.#slotOf(fingerprint);
    const count = this.#counts[slot] as number;
    if (this.#keys[slot] === -1 || count === 0) return false;
    this.#counts[slot] = count - 1;
    return true;
  }

  #slotOf(fingerprint: number): number {
    const mask = this.#keys.length - 1;
    let slot = (fingerprint ^ (fingerprint / 0x100000000)) & mask;
    while (this.#keys[slot] !== -1 && this.#keys[slot] !== fingerprint) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [keys, counts] = [this.#keys, this.#counts];
    this.#keys = new Float64Array(keys.length * 2).fill(-1);
    this.#counts = new Int32Array(keys.length * 2);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number;
      if (key === -1) continue;
      const slot = this.#slotOf(key);
      this.#keys[slot] = key;
      this.#counts[slot] = counts[i] as number;
    }
  }
}

/** How many two lists of fingerprints have in common, each occurrence counted once. Sorts both in place. */
export function countCommon(one: Float64Array, other: Float64Array): number {
  one.sort();
  other.sort();
  let common = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const difference = (one[i] as number) - (other[j] as number);
    if (difference === 0) common++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return common;
}
