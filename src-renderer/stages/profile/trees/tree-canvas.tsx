import {
  applyNodeChanges,
  Background,
  type Connection,
  ControlButton,
  Controls,
  type Edge,
  MarkerType,
  type NodeChange,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { IconFocusCentered, IconMinus, IconPlus, IconWand } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { ProblemTree } from '#shared/domain/trees.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { arrangeTree, nodeSize, type Spot } from './arrange-tree.ts';
import { type CardNode, TreeNodeCard } from './tree-node-card.tsx';
import classes from './trees.module.css';
import { type TreeDeeds, type TreeView, useNodeWords } from './use-trees.ts';

/** After this many milliseconds without a further move a place is kept. */
const keepAfter = 500;
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
        ...{ id: node.id, type: 'card', position: { x, y }, width: nodeSize.width, height: nodeSize.height },
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

  const pending = useRef(new Map<string, Spot>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const keep = () => {
    const isFirst = tree.nodes.every(({ x }) => x === null);
    // With the first move the whole picture stays as it is: nothing jumps when a node is added later.
    const all = isFirst ? nodes.map(({ id, position }) => ({ id, x: Math.round(position.x), y: Math.round(position.y) })) : [];
    const moved = new Map([...all.map((spot) => [spot.id, spot] as const), ...pending.current]);
    pending.current = new Map();
    if (moved.size > 0) deeds.move([...moved.values()]);
  };
  const onNodesChange = (changes: NodeChange<CardNode>[]) => {
    setNodes((before) => applyNodeChanges(changes, before));
    for (const change of changes) {
      if (change.type !== 'position' || !change.position || change.dragging) continue;
      pending.current.set(change.id, { id: change.id, x: Math.round(change.position.x), y: Math.round(change.position.y) });
    }
    if (pending.current.size === 0) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(keep, keepAfter);
  };
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
        <Controls showZoom={false} showFitView={false} showInteractive={false} position="bottom-right" className={classes.controls}>
          <ControlButton onClick={() => void flow.zoomIn()} aria-label={t('network.closer')} title={t('network.closer')}>
            <IconPlus size="1rem" stroke={1.8} aria-hidden />
          </ControlButton>
          <ControlButton onClick={() => void flow.zoomOut()} aria-label={t('network.further')} title={t('network.further')}>
            <IconMinus size="1rem" stroke={1.8} aria-hidden />
          </ControlButton>
          <ControlButton onClick={() => void flow.fitView(fitting)} aria-label={t('trees.whole')} title={t('trees.whole')}>
            <IconFocusCentered size="1rem" stroke={1.8} aria-hidden />
          </ControlButton>
          <ControlButton
            onClick={() => {
              deeds.arrange();
              setTimeout(() => void flow.fitView(fitting), keepAfter);
            }}
            disabled={tree.nodes.every(({ x }) => x === null)}
            aria-label={t('network.arrange')}
            title={t('network.arrange')}
          >
            <IconWand size="1rem" stroke={1.8} aria-hidden />
          </ControlButton>
        </Controls>
      </ReactFlow>
    </div>
  );
}

const nodeTypes = { card: TreeNodeCard };
