/** Counts by row and column; the row and column totals are published beside them. */
export type TotalledTable = readonly (readonly number[])[];

/**
 * The hidden cells of a table as a network of its rows and columns. Where counts cannot be negative and totals are published, a
 * hidden cell can rise by just what can flow from its row to its column through the other hidden cells, and fall by what can flow
 * back: so the range that a reader can work out is a largest flow, exact for two-way tables.
 */
export class HiddenCells {
  readonly #counts: TotalledTable;
  readonly #width: number;
  /** #room[from].get(to): columns are nodes 0 … width − 1, rows follow. A row gives away what the cell holds; a column without limit. */
  readonly #room: Map<number, number>[];

  constructor(counts: TotalledTable) {
    this.#counts = counts;
    this.#width = counts[0]?.length ?? 0;
    this.#room = Array.from({ length: this.#width + counts.length }, () => new Map());
  }

  has(row: number, column: number): boolean {
    return this.#room[column]?.has(this.#width + row) ?? false;
  }

  hide(row: number, column: number): void {
    this.#room[this.#width + row]?.set(column, this.#counts[row]?.[column] ?? 0);
    this.#room[column]?.set(this.#width + row, Number.POSITIVE_INFINITY);
  }

  show(row: number, column: number): void {
    this.#room[this.#width + row]?.delete(column);
    this.#room[column]?.delete(this.#width + row);
  }

  /** Smallest and largest value that fits all that is published. */
  range(row: number, column: number): { low: number; high: number } {
    const own = this.#counts[row]?.[column] ?? 0;
    if (!this.has(row, column)) return { low: own, high: own };
    return { low: own - this.#fall(row, column, own), high: own + this.#rise(row, column, Number.POSITIVE_INFINITY) };
  }

  /** Whether the range of a hidden cell is at least so wide; stops looking once it is. */
  isUnsure(row: number, column: number, width: number): boolean {
    const rise = this.#rise(row, column, width);
    return rise >= width || rise + this.#fall(row, column, Math.min(width - rise, this.#counts[row]?.[column] ?? 0)) >= width;
  }

  #rise(row: number, column: number, enough: number): number {
    return this.#without(row, column, () => this.#flow(this.#width + row, column, enough));
  }

  #fall(row: number, column: number, enough: number): number {
    return this.#without(row, column, () => this.#flow(column, this.#width + row, enough));
  }

  #without(row: number, column: number, measure: () => number): number {
    this.show(row, column);
    const measured = measure();
    this.hide(row, column);
    return measured;
  }

  /** Largest flow between two nodes (Edmonds and Karp) up to `enough`; leaves the network as it was. */
  #flow(from: number, to: number, enough: number): number {
    const undo: [number, number, number][] = [];
    let flow = 0;
    while (flow < enough) {
      const path = this.#shortestPath(from, to);
      if (!path) break;
      const room = Math.min(enough - flow, ...path.map(([a, b]) => this.#room[a]?.get(b) ?? 0));
      for (const [a, b] of path) {
        undo.push([a, b, this.#push(a, b, -room)], [b, a, this.#push(b, a, room)]);
      }
      flow += room;
    }
    for (const [a, b, before] of undo.reverse()) this.#room[a]?.set(b, before);
    return flow;
  }

  /** Changes the room of an edge; returns what it was. */
  #push(from: number, to: number, change: number): number {
    const before = this.#room[from]?.get(to) ?? 0;
    this.#room[from]?.set(to, before + change);
    return before;
  }

  #shortestPath(from: number, to: number): [number, number][] | null {
    const cameFrom = new Map<number, number>([[from, from]]);
    const queue = [from];
    for (let place = 0; place < queue.length; place++) {
      const node = queue[place] ?? from;
      for (const [next, room] of this.#room[node] ?? []) {
        if (room <= 0 || cameFrom.has(next)) continue;
        cameFrom.set(next, node);
        // One step ahead: nearly every path is a single rectangle, and a column may reach hundreds of rows.
        if (next !== to && (this.#room[next]?.get(to) ?? 0) > 0) cameFrom.set(to, next);
        if (cameFrom.has(to)) return traceBack(cameFrom, from, to);
        queue.push(next);
      }
    }
    return null;
  }
}

function traceBack(cameFrom: ReadonlyMap<number, number>, from: number, to: number): [number, number][] {
  const path: [number, number][] = [];
  for (let node = to; node !== from; ) {
    const before = cameFrom.get(node) ?? from;
    path.unshift([before, node]);
    node = before;
  }
  return path;
}

/** What a reader can work out about one cell of a table whose hidden cells `isHidden` tells: see `HiddenCells`. */
export function cellRange(counts: TotalledTable, isHidden: (r: number, c: number) => boolean, row: number, column: number): { low: number; high: number } {
  const cells = new HiddenCells(counts);
  for (const [r, line] of counts.entries()) for (const c of line.keys()) if (isHidden(r, c)) cells.hide(r, c);
  return cells.range(row, column);
}
