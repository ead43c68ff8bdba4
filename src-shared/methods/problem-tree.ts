import type { ProblemNodeKind } from '../domain/trees.ts';

export interface TreeNode {
  readonly id: string;
  readonly kind: ProblemNodeKind;
  /** A finding with evidence stands behind it. */
  readonly hasEvidence: boolean;
  /** People said so, and know that nothing else stands behind it. */
  readonly isClaim: boolean;
}

/** A cause and what it leads to. */
export interface TreeLink {
  readonly causeId: string;
  readonly effectId: string;
}

export interface TreeCheck {
  /** Nodes that lead to themselves, ring by ring, each in the order of the nodes. */
  readonly cycles: readonly (readonly string[])[];
  /** Nodes that neither reach the core nor are reached from it. */
  readonly orphans: readonly string[];
  /** Causes that reach the core and have no cause of their own, outside every ring. */
  readonly rootCauses: readonly string[];
  /** Root causes with neither evidence nor the mark «claim only». */
  readonly bareRoots: readonly string[];
  /** Causes that stand behind the core, and effects that stand before it. */
  readonly wrongSide: readonly string[];
  /** There is no core problem, or more than one. */
  readonly hasOneCore: boolean;
  /** Nothing above is wrong, and at least one root cause is there. */
  readonly isWhole: boolean;
}

/**
 * Checks a problem tree (participatory planning, e.g. the logical framework approach; methods §10): no cycle; no orphan (every node reaches
 * the core or is reached from it); each root cause has evidence or the mark «claim only». Links to nodes that are not there count for nothing.
 */
export function checkProblemTree(nodes: readonly TreeNode[], links: readonly TreeLink[]): TreeCheck {
  const ids = new Set(nodes.map(({ id }) => id));
  const known = links.filter(({ causeId, effectId }) => ids.has(causeId) && ids.has(effectId));
  const effectsOf = neighbours(known, 'causeId', 'effectId');
  const causesOf = neighbours(known, 'effectId', 'causeId');
  const cores = nodes.filter(({ kind }) => kind === 'core').map(({ id }) => id);
  const before = reach(cores, causesOf);
  const behind = reach(cores, effectsOf);
  const cycles = ringsOf(nodes, effectsOf, causesOf);
  const inRing = new Set(cycles.flat());
  const idsOf = (isMeant: (node: TreeNode) => boolean) => nodes.filter(isMeant).map(({ id }) => id);
  const isRoot = ({ id, kind }: TreeNode) => kind !== 'core' && before.has(id) && !inRing.has(id) && (causesOf.get(id) ?? []).length === 0;
  const orphans = idsOf(({ id }) => !before.has(id) && !behind.has(id));
  const rootCauses = idsOf(isRoot);
  const bareRoots = idsOf((node) => isRoot(node) && !node.hasEvidence && !node.isClaim);
  const wrongSide = idsOf(
    ({ id, kind }) => (kind === 'cause' && behind.has(id) && !before.has(id)) || (kind === 'effect' && before.has(id) && !behind.has(id)),
  );
  const hasOneCore = cores.length === 1;
  const isWhole = hasOneCore && rootCauses.length > 0 && [cycles, orphans, bareRoots, wrongSide].every((list) => list.length === 0);
  return { cycles, orphans, rootCauses, bareRoots, wrongSide, hasOneCore, isWhole };
}

type Neighbours = ReadonlyMap<string, readonly string[]>;

function neighbours(links: readonly TreeLink[], from: keyof TreeLink, to: keyof TreeLink): Neighbours {
  const found = new Map<string, string[]>();
  for (const link of links) found.set(link[from], [...(found.get(link[from]) ?? []), link[to]]);
  return found;
}

/** The nodes themselves and all that can be come to from them. */
function reach(from: readonly string[], next: Neighbours): Set<string> {
  const seen = new Set(from);
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const other of next.get(id) ?? []) {
      if (seen.has(other)) continue;
      seen.add(other);
      open.push(other);
    }
  }
  return seen;
}

/** Groups of nodes each of which leads to all of the group, itself included: what can be come to forwards and backwards. */
function ringsOf(nodes: readonly TreeNode[], effectsOf: Neighbours, causesOf: Neighbours): string[][] {
  const placed = new Set<string>();
  const rings: string[][] = [];
  for (const { id } of nodes) {
    if (placed.has(id)) continue;
    const forwards = reach(effectsOf.get(id) ?? [], effectsOf);
    if (!forwards.has(id)) continue;
    const backwards = reach(causesOf.get(id) ?? [], causesOf);
    const ring = nodes.map((node) => node.id).filter((other) => forwards.has(other) && backwards.has(other));
    for (const member of ring) placed.add(member);
    rings.push(ring);
  }
  return rings;
}
