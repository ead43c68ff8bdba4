import type { ProblemTree } from '#shared/domain/trees.ts';
import { placesInTree } from '#shared/methods/tree-places.ts';

/** Size of a node in the drawing, in the drawing's own units (CSS pixels at full size). */
export const nodeSize = { width: 216, height: 94 } as const;
const gap = { x: 20, y: 34 } as const;

export interface Spot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/**
 * The drawing of a tree: the core in the middle, causes below it, effects above, each over (or under) those that lead to it. Nodes without a
 * way to the core stand in a row at the bottom. Places by hand go before the arrangement's.
 */
export function arrangeTree(tree: Pick<ProblemTree, 'nodes' | 'links'>): Spot[] {
  const places = placesInTree(tree);
  const step = { x: nodeSize.width + gap.x, y: nodeSize.height + gap.y };
  const columns = new Map<string, number>();
  const cores = places.filter(({ level }) => level === 0).map(({ node }) => node.id);
  for (const side of [-1, 1]) {
    const children = (id: string) => places.filter(({ towards, level }) => towards === id && Math.sign(level ?? 0) === side).map(({ node }) => node.id);
    const width = widthOf(cores, children);
    let slot = -(width - 1) / 2;
    const put = (id: string): number => {
      const below = children(id);
      if (below.length === 0) {
        const column = slot;
        slot += 1;
        if (!columns.has(id)) columns.set(id, column);
        return column;
      }
      const taken = below.map(put);
      const column = ((taken[0] ?? 0) + (taken.at(-1) ?? 0)) / 2;
      if (!columns.has(id)) columns.set(id, column);
      return column;
    };
    cores.forEach(put);
  }
  const lowest = Math.min(0, ...places.map(({ level }) => level ?? 0));
  const loose = places.filter(({ level }) => level === null);
  return places.map(({ node, level }) => {
    if (node.x !== null && node.y !== null) return { id: node.id, x: node.x, y: node.y };
    const column = level === null ? loose.findIndex((place) => place.node.id === node.id) - (loose.length - 1) / 2 : (columns.get(node.id) ?? 0);
    const row = level ?? lowest - 1;
    // Causes are the roots: they stand below.
    return { id: node.id, x: Math.round(column * step.x), y: Math.round(-row * step.y) };
  });
}

/** How many columns the ends of the branches take. */
function widthOf(ids: readonly string[], children: (id: string) => readonly string[]): number {
  return ids.reduce((sum, id) => {
    const below = children(id);
    return sum + (below.length === 0 ? 1 : widthOf(below, children));
  }, 0);
}
