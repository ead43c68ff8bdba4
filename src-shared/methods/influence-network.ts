/** Version of the arithmetic below, kept with every figure. */
export const networkVersion = '1';

/** Below this many actors betweenness is not shown: a rule of thumb, one body more or less would turn it round. */
export const fewestForBetweenness = 10;

export interface DirectedTie {
  readonly from: string;
  readonly to: string;
}

export interface ActorPlace {
  readonly outDegree: number;
  readonly inDegree: number;
  /** 0 to 1; null with fewer than 3 actors. */
  readonly betweenness: number | null;
  /** 1 = the part with most actors; parts of one size in the order of their first actor. */
  readonly component: number;
}

export interface NetworkFigures {
  readonly actorCount: number;
  /** Pairs with a tie; kinds and repeats of a pair count once. */
  readonly tieCount: number;
  readonly selfTieCount: number;
  /** Part of all possible ties that are there, 0 to 1; null with fewer than 2 actors. */
  readonly density: number | null;
  /** Part of the ties whose reverse is there too, 0 to 1; null without ties. */
  readonly reciprocity: number | null;
  readonly componentCount: number;
  /** Actors without any tie, in the order given. */
  readonly isolates: readonly string[];
  readonly places: ReadonlyMap<string, ActorPlace>;
}

/**
 * Figures of a directed network (Wasserman & Faust 1994): self-ties dropped, a repeated pair counted once, ties to unknown actors
 * ignored. Betweenness on unweighted shortest paths (Brandes 2001) ÷ (N−1)(N−2).
 */
export function networkFigures(actors: readonly string[], ties: readonly DirectedTie[]): NetworkFigures {
  const next = new Map(actors.map((actor): [string, Set<string>] => [actor, new Set()]));
  const before = new Map(actors.map((actor): [string, Set<string>] => [actor, new Set()]));
  let selfTieCount = 0;
  for (const { from, to } of ties) {
    const targets = next.get(from);
    const origins = before.get(to);
    if (!targets || !origins) continue;
    if (from === to) selfTieCount += 1;
    else {
      targets.add(to);
      origins.add(from);
    }
  }
  const count = next.size;
  const pairs = [...next].flatMap(([from, targets]) => [...targets].map((to) => ({ from, to })));
  const mutual = pairs.filter(({ from, to }) => next.get(to)?.has(from)).length;
  const component = weakComponents(next, before);
  const between = count < 3 ? null : betweenness(next);
  const places = [...next].map(([actor, targets]): [string, ActorPlace] => [
    actor,
    {
      outDegree: targets.size,
      inDegree: before.get(actor)?.size ?? 0,
      betweenness: between && (between.get(actor) ?? 0) / ((count - 1) * (count - 2)),
      component: component.get(actor) ?? 0,
    },
  ]);
  return {
    actorCount: count,
    tieCount: pairs.length,
    selfTieCount,
    density: count < 2 ? null : pairs.length / (count * (count - 1)),
    reciprocity: pairs.length === 0 ? null : mutual / pairs.length,
    componentCount: new Set(component.values()).size,
    isolates: places.filter(([, place]) => place.outDegree + place.inDegree === 0).map(([actor]) => actor),
    places: new Map(places),
  };
}

type Neighbours = ReadonlyMap<string, ReadonlySet<string>>;

function weakComponents(next: Neighbours, before: Neighbours): Map<string, number> {
  const parts: string[][] = [];
  const seen = new Set<string>();
  for (const start of next.keys()) {
    if (seen.has(start)) continue;
    seen.add(start);
    const part = [start];
    for (const actor of part) {
      for (const neighbour of [...(next.get(actor) ?? []), ...(before.get(actor) ?? [])]) {
        if (seen.has(neighbour)) continue;
        seen.add(neighbour);
        part.push(neighbour);
      }
    }
    parts.push(part);
  }
  // Sorting is stable: parts of one size keep the order of their first actor.
  parts.sort((a, b) => b.length - a.length);
  return new Map(parts.flatMap((part, index) => part.map((actor): [string, number] => [actor, index + 1])));
}

/** Brandes (2001), algorithm 1: for each actor, the sum over pairs of the share of shortest paths that lead through it. */
function betweenness(next: Neighbours): Map<string, number> {
  const between = new Map([...next.keys()].map((actor): [string, number] => [actor, 0]));
  for (const source of next.keys()) {
    const { order, paths, predecessors } = shortestPaths(next, source);
    const dependency = new Map<string, number>();
    for (const actor of order.toReversed()) {
      const own = dependency.get(actor) ?? 0;
      for (const predecessor of predecessors.get(actor) ?? []) {
        const share = ((paths.get(predecessor) ?? 0) / (paths.get(actor) ?? 1)) * (1 + own);
        dependency.set(predecessor, (dependency.get(predecessor) ?? 0) + share);
      }
      if (actor !== source) between.set(actor, (between.get(actor) ?? 0) + own);
    }
  }
  return between;
}

/** Breadth-first from one actor: those reached in the order of their distance, how many shortest paths lead to each, and by whom. */
function shortestPaths(next: Neighbours, source: string) {
  const order = [source];
  const distance = new Map([[source, 0]]);
  const paths = new Map([[source, 1]]);
  const predecessors = new Map<string, string[]>();
  for (const actor of order) {
    const reach = (distance.get(actor) ?? 0) + 1;
    for (const neighbour of next.get(actor) ?? []) {
      if (!distance.has(neighbour)) {
        distance.set(neighbour, reach);
        order.push(neighbour);
      }
      if (distance.get(neighbour) !== reach) continue;
      paths.set(neighbour, (paths.get(neighbour) ?? 0) + (paths.get(actor) ?? 0));
      predecessors.set(neighbour, [...(predecessors.get(neighbour) ?? []), actor]);
    }
  }
  return { order, paths, predecessors };
}
