import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Finding } from '#shared/domain/findings.ts';
import type { NodeInput, ProblemNode, ProblemTree } from '#shared/domain/trees.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';

/** Which side of a tree is looked at. */
export type TreeView = 'problems' | 'objectives';

/** What can be done with the open tree. */
export function useTree(tree: ProblemTree) {
  const { queries } = useEngine();
  const { mutate: addNode } = useMutation(queries.trees.addNode.mutationOptions());
  const { mutate: updateNode } = useMutation(queries.trees.updateNode.mutationOptions());
  const { mutate: removeNode } = useMutation(queries.trees.removeNode.mutationOptions());
  const { mutate: link } = useMutation(queries.trees.link.mutationOptions());
  const { mutate: unlink } = useMutation(queries.trees.unlink.mutationOptions());
  const { mutate: move } = useMutation(queries.trees.move.mutationOptions());
  const { mutate: arrange } = useMutation(queries.trees.arrange.mutationOptions());
  return {
    /** A new node tied to one that is there; `onAdded` gets its id. */
    addBeside: (node: ProblemNode, side: 'cause' | 'effect', onAdded: (id: string) => void) =>
      addNode(
        { treeId: tree.id, kind: side, ...(side === 'cause' ? { causeOf: node.id } : { effectOf: node.id }) },
        { onSuccess: ({ nodeId }) => onAdded(nodeId) },
      ),
    addCore: (onAdded: (id: string) => void) => addNode({ treeId: tree.id, kind: 'core' }, { onSuccess: ({ nodeId }) => onAdded(nodeId) }),
    updateNode: (id: string, patch: Partial<NodeInput>) => updateNode({ id, patch }),
    removeNode: (id: string) => removeNode({ id }),
    link: (causeId: string, effectId: string) => link({ treeId: tree.id, causeId, effectId }),
    unlink: (causeId: string, effectId: string) => unlink({ treeId: tree.id, causeId, effectId }),
    move: (positions: { id: string; x: number; y: number }[]) => move({ treeId: tree.id, positions }),
    arrange: () => arrange({ treeId: tree.id }),
  };
}
export type TreeDeeds = ReturnType<typeof useTree>;

/** What nodes are called on either side of a tree. */
export function useNodeWords() {
  const { t } = useTexts();
  return useMemo(() => {
    const problem = ({ text }: ProblemNode) => text || t('trees.node.unwritten');
    return {
      problem,
      /** The objective, and until it is worded what it has to turn round. */
      objective: (node: ProblemNode) => node.objectiveText || t('trees.node.notTurned', { problem: problem(node) }),
      kind: (kind: ProblemNode['kind'], view: TreeView) => t(`trees.${view}.${kind}`),
    };
  }, [t]);
}

/** Findings that a node can rest on, ready for a select. */
export function useFindingChoices(): { findings: readonly Finding[]; options: { value: string; label: string }[] } {
  const { t } = useTexts();
  const { queries } = useEngine();
  const findings = useQuery(queries.findings.list.queryOptions()).data;
  return useMemo(
    () => ({ findings: findings ?? [], options: (findings ?? []).map(({ id, sentence }) => ({ value: id, label: sentence || t('findings.unwritten') })) }),
    [findings, t],
  );
}
