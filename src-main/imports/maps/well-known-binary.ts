import { type Place, placeOf, toBoundary } from './boundaries.ts';
import type { ToDegrees } from './coordinate-system.ts';

type Positions = number[][];
const POINT = 1;
const POLYGON = 3;
const MULTI_POINT = 4;
const MULTI_POLYGON = 6;
const COLLECTION = 7;

/** Reads well-known binary (ISO and extended, both byte orders, heights and measures passed over) and never past its end. */
class WkbReader {
  readonly #bytes: Buffer;
  #at: number;
  #little = true;
  constructor(bytes: Buffer, start: number) {
    this.#bytes = bytes;
    this.#at = start;
  }

  #uint(): number {
    const value = this.#little ? this.#bytes.readUInt32LE(this.#at) : this.#bytes.readUInt32BE(this.#at);
    this.#at += 4;
    return value;
  }

  #double(): number {
    const value = this.#little ? this.#bytes.readDoubleLE(this.#at) : this.#bytes.readDoubleBE(this.#at);
    this.#at += 8;
    return value;
  }

  /** Kind of geometry and numbers per position. */
  #header(): { kind: number; dimensions: number } {
    this.#little = this.#bytes.readUInt8(this.#at) === 1;
    this.#at++;
    const type = this.#uint();
    if (type & 0x20000000) this.#at += 4;
    const iso = type & 0xffff;
    const extra = Math.floor(iso / 1000);
    const dimensions = 2 + (extra === 3 ? 2 : extra > 0 ? 1 : 0) + (type & 0x80000000 ? 1 : 0) + (type & 0x40000000 ? 1 : 0);
    return { kind: iso % 1000, dimensions };
  }

  /** A count that the bytes left can hold. */
  #count(smallest: number): number {
    const count = this.#uint();
    if (count * smallest > this.#bytes.length - this.#at) throw new RangeError('count beyond the end');
    return count;
  }

  #position(dimensions: number): number[] {
    const position = [this.#double(), this.#double()];
    this.#at += (dimensions - 2) * 8;
    return position;
  }

  #rings(dimensions: number): Positions[] {
    return Array.from({ length: this.#count(4) }, () => Array.from({ length: this.#count(dimensions * 8) }, () => this.#position(dimensions)));
  }

  place(toDegrees: ToDegrees, depth = 0): Place {
    const { kind, dimensions } = this.#header();
    if (kind === POINT) {
      const [x = Number.NaN, y = Number.NaN] = this.#position(dimensions);
      return placeOf(null, toDegrees(x, y));
    }
    if (kind === POLYGON) return placeOf(toBoundary([this.#rings(dimensions)], toDegrees));
    if (kind === MULTI_POLYGON) {
      const polygons = Array.from({ length: this.#count(9) }, () => this.#rings(this.#header().dimensions));
      return placeOf(toBoundary(polygons, toDegrees));
    }
    if ((kind === MULTI_POINT || kind === COLLECTION) && depth < 4) return this.#count(5) === 1 ? this.place(toDegrees, depth + 1) : {};
    return {};
  }
}

/** The boundary or point that well-known binary holds from `start` on; neither for lines, curves and broken bytes. */
export function placeOfWkb(bytes: Buffer, start: number, toDegrees: ToDegrees): Place {
  try {
    return new WkbReader(bytes, start).place(toDegrees);
  } catch (error) {
    if (error instanceof RangeError) return {};
    throw error;
  }
}
