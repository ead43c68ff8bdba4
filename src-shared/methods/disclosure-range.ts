/** Counts by row and column; the row and column totals are published beside them. */
export type TotalledTable = readonly (readonly number[])[];

/**
 * What a reader can work out about one hidden cell from all published cells and the row and column totals, when counts cannot be
 * negative: the smallest and largest value that fits. Exact: hidden cells form a network of rows and columns, and a cell can rise
 * by just what can flow back from its column to its row through the others.
 */
export function cellRange(counts: TotalledTable, isHidden: (r: number, c: number) => boolean, row: number, column: number): { low: number; high: number } {
  const own = counts[row]?.[column] ?? 0;
  if (!isHidden(row, column)) return { low: own, high: own };
  const width = counts[0]?.length ?? 0;
  const rise = mostFlow(buildNetwork(counts, isHidden, row, column), width + row, column, Number.POSITIVE_INFINITY);
  const fall = mostFlow(buildNetwork(counts, isHidden, row, column), column, width + row, own);
  return { low: own - fall, high: own + rise };
}

/** capacities[from][to]; columns are 0 … width − 1, rows follow. Row → column gives up what a cell holds, column → row may grow without limit. */
type Network = Map<number, number>[];

function buildNetwork(counts: TotalledTable, isHidden: (r: number, c: number) => boolean, row: number, column: number): Network {
  const width = counts[0]?.length ?? 0;
  const network: Network = Array.from({ length: width + counts.length }, () => new Map());
  for (const [r, cells] of counts.entries()) {
    for (const [c, count] of cells.entries()) {
      if (!isHidden(r, c) || (r === row && c === column)) continue;
      network[width + r]?.set(c, count);
      network[c]?.set(width + r, Number.POSITIVE_INFINITY);
    }
  }
  return network;
}

/** Largest flow between two nodes (Edmonds and Karp), stopping once `enough` has passed. Changes the network. */
function mostFlow(network: Network, from: number, to: number, enough: number): number {
  let flow = 0;
  while (flow < enough) {
    const path = shortestPath(network, from, to);
    if (!path) return flow;
    const room = Math.min(enough - flow, ...path.map(([a, b]) => network[a]?.get(b) ?? 0));
    if (room === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
    for (const [a, b] of path) {
      network[a]?.set(b, (network[a]?.get(b) ?? 0) - room);
      network[b]?.set(a, (network[b]?.get(a) ?? 0) + room);
    }
    flow += room;
  }
  return flow;
}

function shortestPath(network: Network, from: number, to: number): [number, number][] | null {
  const cameFrom = new Map<number, number>([[from, from]]);
  const queue = [from];
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    if (node === to) return traceBack(cameFrom, from, to);
    for (const [next, room] of network[node] ?? []) {
      if (room <= 0 || cameFrom.has(next)) continue;
      cameFrom.set(next, node);
      queue.push(next);
    }
  }
  return null;
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
