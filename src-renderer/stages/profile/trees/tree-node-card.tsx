import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconCircleHalf2, IconPlus, IconQuote, IconScale, IconTargetArrow } from '@tabler/icons-react';
import { Handle, type Node, type NodeProps, Position, useConnection } from '@xyflow/react';
import type { ProblemNode } from '#shared/domain/trees.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from './trees.module.css';
import type { TreeView } from './use-trees.ts';

export type CardNode = Node<
  {
    node: ProblemNode;
    view: TreeView;
    title: string;
    isWrong: boolean;
    isBare: boolean;
    onOpen: () => void;
    onAdd: (side: 'cause' | 'effect') => void;
  },
  'card'
>;

const supportIcons = { supported: IconCircleCheck, single: IconCircleHalf2, contested: IconScale, claim: IconCircleDashed };

/** A node of the drawing: what it says, what stands behind it, and where another is added. */
export function TreeNodeCard({ id, data }: NodeProps<CardNode>) {
  const connection = useConnection();
  const { node, view, title, isWrong, isBare } = data;
  const isTarget = connection.inProgress && connection.fromNode.id !== id;
  const isUnworded = view === 'problems' ? node.text === '' : node.objectiveText === '';
  return (
    <div
      className={classes.card}
      data-kind={node.kind}
      data-view={view}
      data-wrong={isWrong || undefined}
      data-bare={isBare || undefined}
      data-unworded={isUnworded || undefined}
      data-target={isTarget || undefined}
      title={title}
    >
      <span className={classes.cardWords} dir="auto">
        {title}
      </span>
      <Behind node={node} view={view} isBare={isBare} isWrong={isWrong} />
      {view === 'problems' ? <AddButtons data={data} /> : null}
      <Handle type="source" position={Position.Top} className={classes.dot} />
      <Handle type="target" position={Position.Bottom} className={classes.landing} data-open={isTarget || undefined} isConnectableStart={false} />
    </div>
  );
}

/** What stands behind a node, as a sign with its words; in the objective tree whether the plan has it. */
function Behind({ node, view, isBare, isWrong }: { node: ProblemNode; view: TreeView; isBare: boolean; isWrong: boolean }) {
  const { t } = useTexts();
  if (view === 'objectives') {
    if (node.objectiveId === null) return null;
    return (
      <span className={classes.behind}>
        <IconTargetArrow size={14} stroke={1.8} aria-hidden />
        {t('trees.inPlan')}
      </span>
    );
  }
  if (isWrong) {
    return (
      <span className={classes.behind} data-wrong>
        <IconAlertTriangle size={14} stroke={1.8} aria-hidden />
        {t('trees.look')}
      </span>
    );
  }
  if (node.support !== null) {
    const Icon = supportIcons[node.support];
    return (
      <span className={classes.behind}>
        <Icon size={14} stroke={1.8} aria-hidden />
        {t(`support.${node.support}`)}
      </span>
    );
  }
  if (node.isClaim) {
    return (
      <span className={classes.behind}>
        <IconQuote size={14} stroke={1.8} aria-hidden />
        {t('support.claim')}
      </span>
    );
  }
  if (!isBare) return null;
  return (
    <span className={classes.behind} data-bare>
      <IconAlertTriangle size={14} stroke={1.8} aria-hidden />
      {t('trees.noEvidence')}
    </span>
  );
}

function AddButtons({ data: { node, title, onAdd } }: { data: CardNode['data'] }) {
  const { t } = useTexts();
  const sides = node.kind === 'core' ? (['effect', 'cause'] as const) : ([node.kind] as const);
  return sides.map((side) => (
    <button
      key={side}
      type="button"
      // The whole is in the tab order of the list beside the picture; here a mouse or a finger uses them.
      tabIndex={-1}
      className={`${classes.add} nodrag`}
      data-side={side}
      aria-label={t(side === 'cause' ? 'trees.addCauseOf' : 'trees.addEffectOf', { name: title })}
      title={t(side === 'cause' ? 'trees.addCause' : 'trees.addEffect')}
      onClick={(event) => {
        event.stopPropagation();
        onAdd(side);
      }}
    >
      <IconPlus size={16} stroke={2} aria-hidden />
    </button>
  ));
}
