import {
  Background,
  BaseEdge,
  type Connection,
  type Edge,
  EdgeLabelRenderer,
  type EdgeProps,
  Handle,
  MarkerType,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useConnection,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useEffect, useMemo, useState } from 'react';
import type { Tie } from '#shared/domain/network.ts';
import type { Stakeholder } from '#shared/domain/stakeholders.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { DiagramControls } from '../../../ui/diagram/diagram-controls.tsx';
import { useKeptMoves } from '../../../ui/diagram/use-kept-moves.ts';
import { useStakeholderWords } from '../use-stakeholders.ts';
import { bodySize, type Spot } from './arrange.ts';
import classes from './network.module.css';
import { bends, tieLine } from './tie-line.ts';
import { tieStyles } from './tie-style.ts';
import { useBodyNames } from './use-network.ts';

type BodyNode = Node<{ name: string; detail: string; isAlone: boolean }, 'body'>;
type TieEdge = Edge<{ from: { x: number; y: number }; to: { x: number; y: number }; bend: number; word: string; kind: Tie['kind'] }, 'tie'>;

const fitting = { padding: 0.06, maxZoom: 1 } as const;

interface CanvasProps {
  readonly stakeholders: readonly Stakeholder[];
  readonly ties: readonly Tie[];
  readonly spots: readonly Spot[];
  readonly onConnect: (fromId: string, toId: string) => void;
  readonly onOpen: (tie: Tie) => void;
  readonly onMoved: (spots: Spot[]) => void;
  /** Null where nothing was moved by hand. */
  readonly onArrange: (() => void) | null;
}

/** Bodies and their ties as a drawing: drag a body to move it, drag from its dot to another body to tie them. */
export function NetworkCanvas(props: CanvasProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

function Canvas({ stakeholders, ties, spots, onConnect, onOpen, onMoved, onArrange }: CanvasProps) {
  const { t } = useTexts();
  const { sectors } = useStakeholderWords();
  const { nameOf } = useBodyNames(stakeholders);
  const tied = useMemo(() => new Set(ties.flatMap(({ fromId, toId }) => [fromId, toId])), [ties]);
  const given = useMemo(
    () =>
      spots.map(({ id, x, y }): BodyNode => {
        const sector = stakeholders.find((stakeholder) => stakeholder.id === id)?.sector;
        const detail = sectors.find(({ value }) => value === sector)?.label ?? '';
        return {
          ...{ id, type: 'body', position: { x, y }, width: bodySize.width, height: bodySize.height, ariaLabel: nameOf(id) },
          data: { name: nameOf(id), detail, isAlone: !tied.has(id) },
        };
      }),
    [spots, stakeholders, sectors, nameOf, tied],
  );
  const [nodes, setNodes] = useState(given);
  useEffect(() => setNodes(given), [given]);
  const edges = useMemo(() => {
    const at = new Map(nodes.map(({ id, position }) => [id, position]));
    const bend = bends(ties);
    return ties.flatMap((tie): TieEdge[] => {
      const [from, to] = [at.get(tie.fromId), at.get(tie.toId)];
      if (!from || !to) return [];
      const word = t(`tieKind.${tie.kind}`);
      return [
        {
          ...{ id: tie.id, type: 'tie', source: tie.fromId, target: tie.toId },
          ariaLabel: t('network.tieWords', { from: nameOf(tie.fromId), kind: word, to: nameOf(tie.toId) }),
          markerEnd: { type: MarkerType.ArrowClosed, color: tieStyles[tie.kind].colour, width: 18, height: 18, markerUnits: 'userSpaceOnUse' },
          data: { from, to, bend: bend.get(tie.id) ?? 0, word, kind: tie.kind },
        },
      ];
    });
  }, [nodes, ties, t, nameOf]);

  const onNodesChange = useKeptMoves(setNodes, onMoved);
  const connect = ({ source, target }: Connection) => {
    if (source !== target) onConnect(source, target);
  };
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      onNodesChange={onNodesChange}
      onConnect={connect}
      onEdgeClick={(_event, edge) => {
        const tie = ties.find(({ id }) => id === edge.id);
        if (tie) onOpen(tie);
      }}
      deleteKeyCode={null}
      edgesFocusable={false}
      connectionRadius={28}
      minZoom={0.2}
      maxZoom={2}
      fitView
      fitViewOptions={fitting}
      zoomOnScroll={false}
      preventScrolling={false}
      className={classes.flow}
      aria-label={t('network.drawing')}
      ariaLabelConfig={{
        'node.a11yDescription.default': t('network.keys'),
        'node.a11yDescription.keyboardDisabled': t('network.keys'),
        'edge.a11yDescription.default': '',
        'controls.ariaLabel': t('network.view'),
      }}
      proOptions={{ hideAttribution: true }}
    >
      <Background gap={24} size={1} color="var(--line)" />
      <DiagramControls fitting={fitting} wholeLabel={t('network.whole')} onArrange={onArrange} />
    </ReactFlow>
  );
}

function Body({ id, data }: NodeProps<BodyNode>) {
  const connection = useConnection();
  const isTarget = connection.inProgress && connection.fromNode.id !== id;
  return (
    <div className={classes.body} data-alone={data.isAlone || undefined} data-target={isTarget || undefined} title={`${data.name} · ${data.detail}`}>
      <strong dir="auto">{data.name}</strong>
      <Handle type="source" position={Position.Right} className={classes.dot} />
      <Handle type="target" position={Position.Left} className={classes.landing} data-open={isTarget || undefined} isConnectableStart={false} />
    </div>
  );
}

function TieArrow({ data, markerEnd, selected }: EdgeProps<TieEdge>) {
  if (!data) return null;
  const { path, middle } = tieLine(data.from, data.to, data.bend);
  const style = tieStyles[data.kind];
  return (
    <>
      <BaseEdge
        path={path}
        interactionWidth={18}
        style={{ stroke: style.colour, strokeWidth: style.width, strokeDasharray: style.dash }}
        {...(markerEnd ? { markerEnd } : {})}
      />
      <EdgeLabelRenderer>
        <span
          className={classes.word}
          data-selected={selected || undefined}
          style={{ transform: `translate(-50%, -50%) translate(${middle.x}px, ${middle.y}px)` }}
        >
          {data.word}
        </span>
      </EdgeLabelRenderer>
    </>
  );
}

const nodeTypes = { body: Body };
const edgeTypes = { tie: TieArrow };
