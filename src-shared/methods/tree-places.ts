import type { ProblemNode, ProblemTree } from '../domain/trees.ts';

/** How far a node stands from the core, in links, and on which side; `null` where no way leads there. */
export interface NodePlace {
  readonly node: ProblemNode;
  /** 0 = the core; above 0 = effects; below 0 = causes. */
  readonly level: number | null;
  /** The node next to it on the way to the core. */
  readonly towards: string | null;
}

/** Every node with its level, nearest to the core first, in the order of the nodes. A ring does not go on for ever: the shortest way counts. */
export function placesInTree({ nodes, links }: Pick<ProblemTree, 'nodes' | 'links'>): NodePlace[] {
  const found = new Map<string, NodePlace>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const spread = (from: 'causeId' | 'effectId', to: 'causeId' | 'effectId', step: 1 | -1) => {
    let edge = nodes.filter(({ kind }) => kind === 'core').map(({ id }) => id);
    for (let level: number = step; edge.length > 0; level += step) {
      const next: string[] = [];
      for (const near of edge) {
        for (const link of links) {
          const node = byId.get(link[to]);
          if (link[from] !== near || !node || found.has(node.id)) continue;
          found.set(node.id, { node, level, towards: near });
          next.push(node.id);
        }
      }
      edge = next;
    }
  };
  for (const node of nodes) if (node.kind === 'core') found.set(node.id, { node, level: 0, towards: null });
  spread('effectId', 'causeId', -1);
  spread('causeId', 'effectId', 1);
  for (const node of nodes) if (!found.has(node.id)) found.set(node.id, { node, level: null, towards: null });
  return [...found.values()].sort((a, b) => Math.abs(a.level ?? 99) - Math.abs(b.level ?? 99));
}
