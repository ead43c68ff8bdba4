/** Corners of one ring on a drawing's grid of whole steps, not closed. */
export type GridRing = readonly (readonly [x: number, y: number])[];

interface Corner {
  readonly x: number;
  readonly y: number;
  before: Corner | null;
  after: Corner | null;
  weight: number;
  place: number;
}

/**
 * How much each corner matters, by `x,y`: the surface of the triangle that goes with it when corners are left out in the order of their weight (Visvalingam and
 * Whyatt 1993). A corner of several rings has the weight it has where it matters most; one where three or more rings meet is always kept.
 */
export function cornerWeights(rings: readonly GridRing[]): Map<string, number> {
  const weights = new Map<string, number>();
  const uses = new Map<string, number>();
  for (const ring of rings) {
    const own = new Map<string, number>();
    for (const [key, weight] of weightsOfRing(ring)) own.set(key, Math.max(own.get(key) ?? 0, weight));
    for (const [key, weight] of own) {
      weights.set(key, Math.max(weights.get(key) ?? 0, weight));
      uses.set(key, (uses.get(key) ?? 0) + 1);
    }
  }
  for (const [key, count] of uses) if (count > 2) weights.set(key, Number.POSITIVE_INFINITY);
  return weights;
}

function weightsOfRing(ring: GridRing): [string, number][] {
  const corners = ring.map(([x, y], place): Corner => ({ x, y, before: null, after: null, weight: 0, place }));
  for (const [place, corner] of corners.entries()) {
    corner.before = corners.at(place - 1) ?? null;
    corner.after = corners[(place + 1) % corners.length] ?? null;
  }
  const heap = new Heap(corners);
  const result: [string, number][] = [];
  let reached = 0;
  for (let corner = heap.pop(); corner; corner = heap.pop()) {
    reached = Math.max(reached, corner.weight);
    result.push([`${corner.x},${corner.y}`, reached]);
    const { before, after } = corner;
    if (!before || !after || before === after) continue;
    before.after = after;
    after.before = before;
    heap.weigh(before);
    heap.weigh(after);
  }
  return result;
}

function triangle({ x, y, before, after }: Corner): number {
  if (!before || !after) return 0;
  return Math.abs((before.x - x) * (after.y - y) - (after.x - x) * (before.y - y)) / 2;
}

/** The lightest corner first; equal ones in the order of the ring, so that the same ring gives the same drawing. */
class Heap {
  readonly #items: Corner[];
  readonly #places = new Map<Corner, number>();

  constructor(corners: Corner[]) {
    this.#items = [...corners];
    for (const [place, corner] of this.#items.entries()) {
      corner.weight = triangle(corner);
      this.#places.set(corner, place);
    }
    for (let place = this.#items.length >> 1; place >= 0; place--) this.#sink(place);
  }

  pop(): Corner | undefined {
    const top = this.#items[0];
    const last = this.#items.pop();
    if (!top || !last) return undefined;
    this.#places.delete(top);
    if (last !== top) {
      this.#put(0, last);
      this.#sink(0);
    }
    return top;
  }

  weigh(corner: Corner): void {
    const place = this.#places.get(corner);
    if (place === undefined) return;
    corner.weight = triangle(corner);
    this.#rise(place);
    this.#sink(this.#places.get(corner) ?? place);
  }

  #put(place: number, corner: Corner): void {
    this.#items[place] = corner;
    this.#places.set(corner, place);
  }

  #isLighter(one: Corner, other: Corner): boolean {
    return one.weight < other.weight || (one.weight === other.weight && one.place < other.place);
  }

  #rise(start: number): void {
    let place = start;
    const corner = this.#items[place];
    while (corner && place > 0) {
      const above = (place - 1) >> 1;
      const parent = this.#items[above];
      if (!parent || !this.#isLighter(corner, parent)) break;
      this.#put(place, parent);
      place = above;
    }
    if (corner) this.#put(place, corner);
  }

  #sink(start: number): void {
    let place = start;
    const corner = this.#items[place];
    if (!corner) return;
    for (;;) {
      const left = place * 2 + 1;
      const [one, two] = [this.#items[left], this.#items[left + 1]];
      if (!one) break;
      const isRight = two !== undefined && this.#isLighter(two, one);
      const child = isRight ? two : one;
      if (!this.#isLighter(child, corner)) break;
      this.#put(place, child);
      place = isRight ? left + 1 : left;
    }
    this.#put(place, corner);
  }
}
