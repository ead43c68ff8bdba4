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
  useStore,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { type CSSProperties, type FocusEvent, useEffect, useMemo, useState } from 'react';
import type { Tie } from '#shared/domain/network.ts';
import type { Stakeholder } from '#shared/domain/stakeholders.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { DiagramControls } from '../../../ui/diagram/diagram-controls.tsx';
import { useKeptMoves } from '../../../ui/diagram/use-kept-moves.ts';
import { useStakeholderWords } from '../use-stakeholders.ts';
import { bodySize, type Spot } from './arrange.ts';
import { bodiesWithRoom, dotSize, labelSize, legibleZoom, type Size } from './legible.ts';
import classes from './network.module.css';
import { bends, tieLine } from './tie-line.ts';
import { tieStyles } from './tie-style.ts';
import { useBodyNames } from './use-network.ts';

/** `drawn`: size on the screen of a body whose name keeps its size while the drawing is small; null = at the drawing's own size. */
type BodyNode = Node<{ name: string; detail: string; isAlone: boolean; drawn: Size | null; isNamed: boolean; isPale: boolean; zoom: number }, 'body'>;
type TieEdge = Edge<
  {
    from: { x: number; y: number };
    to: { x: number; y: number };
    drawn: { from: Size; to: Size };
    bend: number;
    word: string;
    hasWord: boolean;
    isPale: boolean;
    kind: Tie['kind'];
  },
  'tie'
>;

/** Names that keep their size need room at the sides, the buttons at the right. */
const fitting = { padding: { x: '48px', right: '84px', y: '28px' }, maxZoom: 1 } as const;
const dot: Size = { width: dotSize, height: dotSize };
/** With fewer ties a drawing is taken in at once, and nothing needs to pale. */
const manyTies = 12;

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
  const tied = useMemo(() => tieCounts(ties), [ties]);
  const given = useMemo(
    () =>
      spots.map(({ id, x, y }): BodyNode => {
        const sector = stakeholders.find((stakeholder) => stakeholder.id === id)?.sector;
        const detail = sectors.find(({ value }) => value === sector)?.label ?? '';
        return {
          ...{ id, type: 'body', position: { x, y }, ariaLabel: nameOf(id) },
          // Said to be measured already: without it the drawing cannot be fitted after the places are read again.
          ...{ ...bodySize, measured: bodySize },
          data: { name: nameOf(id), detail, isAlone: !tied.has(id), drawn: null, isNamed: true, isPale: false, zoom: 1 },
        };
      }),
    [spots, stakeholders, sectors, nameOf, tied],
  );
  const [nodes, setNodes] = useState(given);
  useEffect(() => setNodes(given), [given]);
  const [pointedAt, setPointedAt] = useState<string | null>(null);
  // In steps, so that names do not tremble while the drawing grows.
  const zoom = useStore((state) => Math.max(0.1, Math.round(state.transform[2] * 20) / 20));
  const isSmall = zoom < legibleZoom;
  const near = useMemo(() => neighboursOf(pointedAt, ties), [pointedAt, ties]);
  const withRoom = useMemo(() => {
    if (!isSmall) return null;
    return bodiesWithRoom(
      nodes.map(({ id, position }) => ({ id, ...position })),
      tied,
      zoom,
      nameOf,
    );
  }, [isSmall, nodes, tied, zoom, nameOf]);
  const isPaling = near !== null && ties.length >= manyTies;
  const shownNodes = useMemo(
    () =>
      nodes.map((node): BodyNode => {
        const isNamed = withRoom === null || withRoom.has(node.id) || near?.has(node.id) === true;
        const drawn = withRoom === null ? null : isNamed ? labelSize(node.data.name) : dot;
        return {
          ...node,
          zIndex: node.id === pointedAt ? 3 : isNamed ? 2 : 1,
          data: { ...node.data, drawn, isNamed, isPale: isPaling && !near.has(node.id), zoom },
        };
      }),
    [nodes, withRoom, near, pointedAt, isPaling, zoom],
  );
  const edges = useMemo(() => {
    const sizes = new Map(shownNodes.map(({ id, data }): [string, Size] => [id, data.drawn ? scaled(data.drawn, 1 / zoom) : bodySize]));
    const headSize = isSmall ? 11 / zoom : 18;
    const at = new Map(shownNodes.map(({ id, position }) => [id, position]));
    const bend = bends(ties);
    return ties.flatMap((tie): TieEdge[] => {
      const [from, to] = [at.get(tie.fromId), at.get(tie.toId)];
      if (!from || !to) return [];
      const word = t(`tieKind.${tie.kind}`);
      const isOfPointedAt = tie.fromId === pointedAt || tie.toId === pointedAt;
      const drawn = { from: sizes.get(tie.fromId) ?? bodySize, to: sizes.get(tie.toId) ?? bodySize };
      return [
        {
          ...{ id: tie.id, type: 'tie', source: tie.fromId, target: tie.toId },
          zIndex: isOfPointedAt ? 1 : 0,
          ariaLabel: t('network.tieWords', { from: nameOf(tie.fromId), kind: word, to: nameOf(tie.toId) }),
          markerEnd: { type: MarkerType.ArrowClosed, color: tieStyles[tie.kind].colour, width: headSize, height: headSize, markerUnits: 'userSpaceOnUse' },
          data: { from, to, drawn, bend: bend.get(tie.id) ?? 0, word, hasWord: !isSmall || isOfPointedAt, isPale: isPaling && !isOfPointedAt, kind: tie.kind },
        },
      ];
    });
  }, [shownNodes, ties, t, nameOf, zoom, isSmall, isPaling, pointedAt]);

  const onNodesChange = useKeptMoves(setNodes, onMoved);
  const connect = ({ source, target }: Connection) => {
    if (source !== target) onConnect(source, target);
  };
  return (
    <ReactFlow
      nodes={shownNodes}
      onNodeMouseEnter={(_event, { id }) => setPointedAt(id)}
      onNodeMouseLeave={() => setPointedAt(null)}
      onFocus={(event) => setPointedAt(bodyOf(event))}
      onBlur={() => setPointedAt(null)}
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

/** How many ties each body has; bodies without one are not in it. */
function tieCounts(ties: readonly Tie[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of ties.flatMap(({ fromId, toId }) => [fromId, toId])) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** A body and all it has ties with; null where none is pointed at. */
function neighboursOf(id: string | null, ties: readonly Tie[]): ReadonlySet<string> | null {
  return id === null ? null : new Set([id, ...ties.flatMap(({ fromId, toId }) => (fromId === id ? [toId] : toId === id ? [fromId] : []))]);
}

function bodyOf({ target }: FocusEvent): string | null {
  return target.closest<HTMLElement>('.react-flow__node')?.dataset.id ?? null;
}

function scaled({ width, height }: Size, by: number): Size {
  return { width: width * by, height: height * by };
}

function Body({ id, data }: NodeProps<BodyNode>) {
  const connection = useConnection();
  const isTarget = connection.inProgress && connection.fromNode.id !== id;
  const small: CSSProperties | undefined = data.drawn
    ? { inlineSize: data.drawn.width, blockSize: data.drawn.height, transform: `translate(-50%, -50%) scale(${1 / data.zoom})` }
    : undefined;
  return (
    <div
      className={classes.body}
      style={small}
      data-small={data.drawn ? true : undefined}
      data-dot={data.isNamed ? undefined : true}
      data-pale={data.isPale || undefined}
      data-alone={data.isAlone || undefined}
      data-target={isTarget || undefined}
      title={`${data.name} · ${data.detail}`}
    >
      {data.isNamed ? <strong dir="auto">{data.name}</strong> : null}
      <Handle type="source" position={Position.Right} className={classes.dot} />
      <Handle type="target" position={Position.Left} className={classes.landing} data-open={isTarget || undefined} isConnectableStart={false} />
    </div>
  );
}

function TieArrow({ data, markerEnd, selected }: EdgeProps<TieEdge>) {
  const zoom = useStore((state) => Math.min(1, state.transform[2]));
  if (!data) return null;
  const { path, middle } = tieLine(data.from, data.to, data.bend, data.drawn);
  const style = tieStyles[data.kind];
  return (
    <>
      <BaseEdge
        path={path}
        interactionWidth={18}
        style={{ stroke: style.colour, strokeWidth: style.width, strokeDasharray: style.dash, opacity: data.isPale ? 0.15 : 1 }}
        className={classes.tie}
        {...(markerEnd ? { markerEnd } : {})}
      />
      {data.hasWord ? (
        <EdgeLabelRenderer>
          <span
            className={classes.word}
            data-selected={selected || undefined}
            data-pale={data.isPale || undefined}
            style={{ transform: `translate(-50%, -50%) translate(${middle.x}px, ${middle.y}px) scale(${zoom < legibleZoom ? 1 / zoom : 1})` }}
          >
            {data.word}
          </span>
        </EdgeLabelRenderer>
      ) : null}
    </>
  );
}

const nodeTypes = { body: Body };
const edgeTypes = { tie: TieArrow };
