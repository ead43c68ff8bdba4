import { Background, type Connection, type Edge, MarkerType, ReactFlow, ReactFlowProvider, useReactFlow } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import type { ProblemTree } from '#shared/domain/trees.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { DiagramControls } from '../../../ui/diagram/diagram-controls.tsx';
import { useKeptMoves } from '../../../ui/diagram/use-kept-moves.ts';
import { arrangeTree, nodeSize } from './arrange-tree.ts';
import { type CardNode, TreeNodeCard } from './tree-node-card.tsx';
import classes from './trees.module.css';
import { type TreeDeeds, type TreeView, useNodeWords } from './use-trees.ts';

const fitting = { padding: 0.08, maxZoom: 1 } as const;

interface CanvasProps {
  readonly tree: ProblemTree;
  readonly view: TreeView;
  readonly deeds: TreeDeeds;
  readonly onOpen: (nodeId: string) => void;
}

/** A tree as a drawing: causes below, effects above. A node is opened by a press or Enter, moved by dragging or arrow keys, tied from its dot. */
export function TreeCanvas(props: CanvasProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

function Canvas({ tree, view, deeds, onOpen }: CanvasProps) {
  const { t } = useTexts();
  const words = useNodeWords();
  const flow = useReactFlow();
  const given = useMemo(() => {
    const spots = new Map(arrangeTree(tree).map((spot) => [spot.id, spot]));
    const rings = new Set(tree.check.cycles.flat());
    return tree.nodes.map((node): CardNode => {
      const { x, y } = spots.get(node.id) ?? { x: 0, y: 0 };
      const title = view === 'problems' ? words.problem(node) : words.objective(node);
      const isWrong = [tree.check.orphans, tree.check.wrongSide].some((ids) => ids.includes(node.id)) || rings.has(node.id);
      return {
        ...{ id: node.id, type: 'card', position: { x, y } },
        // Said to be measured already: without it the drawing cannot be fitted after the tree is read again.
        ...{ ...nodeSize, measured: nodeSize },
        ariaLabel: `${words.kind(node.kind, view)}: ${title}`,
        data: {
          ...{ node, view, title, isWrong, isBare: tree.check.bareRoots.includes(node.id) },
          onOpen: () => onOpen(node.id),
          onAdd: (side) => deeds.addBeside(node, side, onOpen),
        },
      };
    });
    // Only what the drawing shows: `deeds` and `onOpen` are made anew with every change.
  }, [tree, view, words, deeds, onOpen]);
  const [nodes, setNodes] = useState(given);
  useEffect(() => setNodes(given), [given]);
  const rings = useMemo(() => tree.check.cycles.map((ring) => new Set(ring)), [tree]);
  const edges = useMemo(
    () =>
      tree.links.map(({ causeId, effectId }): Edge => {
        const isRing = rings.some((ring) => ring.has(causeId) && ring.has(effectId));
        const colour = isRing ? 'var(--danger)' : 'var(--line-strong)';
        return {
          ...{ id: `${causeId} ${effectId}`, source: causeId, target: effectId, type: 'default', focusable: false },
          style: { stroke: colour, strokeWidth: 2, ...(isRing ? { strokeDasharray: '6 4' } : {}) },
          markerEnd: { type: MarkerType.ArrowClosed, color: colour, width: 18, height: 18, markerUnits: 'userSpaceOnUse' },
        };
      }),
    [tree, rings],
  );
  const shape = `${tree.id} ${tree.nodes.length} ${tree.links.length}`;
  // Another tree or another node: all of it comes into view again.
  useEffect(() => {
    const timer = setTimeout(() => void flow.fitView({ ...fitting, duration: shape === '' ? 0 : 200 }), 60);
    return () => clearTimeout(timer);
  }, [flow, shape]);

  const onNodesChange = useKeptMoves(setNodes, (moved) => {
    const isFirst = tree.nodes.every(({ x }) => x === null);
    // With the first move the whole picture stays as it is: nothing jumps when a node is added later.
    const all = isFirst ? nodes.map(({ id, position }) => ({ id, x: Math.round(position.x), y: Math.round(position.y) })) : [];
    deeds.move([...new Map([...all, ...moved].map((spot) => [spot.id, spot])).values()]);
  });
  const connect = ({ source, target }: Connection) => {
    if (source !== target) deeds.link(source, target);
  };
  const openByKey = (event: KeyboardEvent<HTMLElement>) => {
    const id = event.key === 'Enter' && event.target instanceof HTMLElement && event.target.matches('.react-flow__node') ? event.target.dataset.id : undefined;
    if (id === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onOpen(id);
  };
  return (
    <div className={classes.keys} onKeyDownCapture={openByKey}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        onNodesChange={onNodesChange}
        onConnect={connect}
        onNodeClick={(_event, node) => onOpen(node.id)}
        deleteKeyCode={null}
        edgesFocusable={false}
        connectionRadius={36}
        nodeDragThreshold={4}
        minZoom={0.2}
        maxZoom={2}
        fitView
        fitViewOptions={fitting}
        zoomOnScroll={false}
        preventScrolling={false}
        className={classes.flow}
        aria-label={t(view === 'problems' ? 'trees.drawing.problems' : 'trees.drawing.objectives')}
        ariaLabelConfig={{
          'node.a11yDescription.default': t('trees.keys'),
          'node.a11yDescription.keyboardDisabled': t('trees.keys'),
          'edge.a11yDescription.default': '',
          'controls.ariaLabel': t('network.view'),
        }}
        proOptions={{ hideAttribution: true }}
      >
        <Background gap={24} size={1} color="var(--line)" />
        <DiagramControls fitting={fitting} wholeLabel={t('trees.whole')} onArrange={tree.nodes.every(({ x }) => x === null) ? null : deeds.arrange} />
      </ReactFlow>
    </div>
  );
}

const nodeTypes = { card: TreeNodeCard };
