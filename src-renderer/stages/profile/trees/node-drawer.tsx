import { ActionIcon, Button, Checkbox, SegmentedControl, Select, Stack, Tooltip } from '@mantine/core';
import { IconLinkMinus, IconPlus, IconTargetArrow, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ProblemNode, ProblemTree } from '#shared/domain/trees.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { ObjectHistoryIcon } from '../../../app/history/object-history.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { addressOf } from '../../../app/wanted-object.ts';
import { useConfirm } from '../../../ui/confirm.tsx';
import { ObjectDrawer } from '../../../ui/object-drawer.tsx';
import { SavedTextarea } from '../../../ui/saved-text.tsx';
import classes from './trees.module.css';
import { type TreeDeeds, type TreeView, useFindingChoices, useNodeWords } from './use-trees.ts';

interface NodeProps {
  readonly tree: ProblemTree;
  readonly deeds: TreeDeeds;
  readonly onOpen: (nodeId: string) => void;
}

/** Everything about one node: its words on both sides, what stands behind it, what it hangs together with. */
export function NodeDrawer({ node, view, onClose, ...props }: NodeProps & { node: ProblemNode | null; view: TreeView; onClose: () => void }) {
  const words = useNodeWords();
  return (
    <ObjectDrawer shown={node} title={node ? words.kind(node.kind, view) : ''} size="28rem" onClose={onClose}>
      {(shown) => <NodeFields key={shown.id} node={shown} isFresh={shown.text === ''} onClose={onClose} {...props} />}
    </ObjectDrawer>
  );
}

function NodeFields({ tree, node, deeds, isFresh, onOpen, onClose }: NodeProps & { node: ProblemNode; isFresh: boolean; onClose: () => void }) {
  const { t } = useTexts();
  const words = useNodeWords();
  const { findings, options } = useFindingChoices();
  const { ask, dialog } = useConfirm();
  const save = (patch: Parameters<TreeDeeds['updateNode']>[1]) => deeds.updateNode(node.id, patch);
  const remove = () => {
    onClose();
    deeds.removeNode(node.id);
  };
  return (
    <Stack gap="md">
      <SavedTextarea
        label={t('trees.node.text')}
        description={t('trees.node.text.hint')}
        value={node.text}
        onSave={(text) => save({ text })}
        {...(isFresh ? { 'data-autofocus': true } : {})}
      />
      <div>
        <p className={classes.linksTitle}>{t('trees.node.kind')}</p>
        <SegmentedControl
          fullWidth
          aria-label={t('trees.node.kind')}
          data={(['cause', 'core', 'effect'] as const).map((kind) => ({ value: kind, label: t(`trees.problems.${kind}`) }))}
          value={node.kind}
          onChange={(kind) => save({ kind })}
        />
      </div>
      <Select
        label={t('trees.node.finding')}
        description={t('trees.node.finding.hint')}
        placeholder={options.length === 0 ? t('trees.node.finding.none') : t('trees.node.finding.placeholder')}
        disabled={options.length === 0}
        data={options}
        value={node.findingId}
        onChange={(findingId) => {
          const sentence = findings.find(({ id }) => id === findingId)?.sentence ?? '';
          save({ findingId, ...(node.text === '' && sentence !== '' ? { text: sentence } : {}) });
        }}
        searchable
        clearable
      />
      <Checkbox
        label={t('trees.node.claim')}
        description={t('trees.node.claim.hint')}
        checked={node.isClaim}
        onChange={(event) => save({ isClaim: event.currentTarget.checked })}
      />
      <SavedTextarea
        label={t('trees.node.objective')}
        description={t('trees.node.objective.hint')}
        placeholder={t('trees.node.objective.placeholder', { problem: words.problem(node) })}
        value={node.objectiveText}
        onSave={(objectiveText) => save({ objectiveText })}
      />
      <PlanButton node={node} />
      <Links tree={tree} node={node} side="cause" deeds={deeds} onOpen={onOpen} />
      <Links tree={tree} node={node} side="effect" deeds={deeds} onOpen={onOpen} />
      <div className={classes.drawerEnd}>
        <ObjectHistoryIcon object={{ type: 'problem_node', id: node.id, name: node.text }} label={t('history.object.node')} />
        <Button
          variant="subtle"
          color="red"
          leftSection={<IconTrash size="1.1rem" stroke={1.6} aria-hidden />}
          onClick={() =>
            node.text === '' && node.objectiveText === ''
              ? remove()
              : ask({
                  title: t('trees.node.remove.title'),
                  body: t('trees.node.remove.body', { name: words.problem(node) }),
                  action: t('action.remove'),
                  onConfirm: remove,
                })
          }
        >
          {t('trees.node.remove')}
        </Button>
      </div>
      {dialog}
    </Stack>
  );
}

/** From the wording to an objective of the plan, once. */
function PlanButton({ node }: { node: ProblemNode }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const make = useMutation(queries.trees.makeObjective.mutationOptions());
  if (node.objectiveId !== null) {
    return (
      <Button
        variant="default"
        component="a"
        href={addressOf('/policy', node.objectiveId)}
        leftSection={<IconTargetArrow size="1.1rem" stroke={1.6} aria-hidden />}
      >
        {t('trees.node.seeInPlan')}
      </Button>
    );
  }
  return (
    <Button
      variant="light"
      disabled={node.objectiveText.trim() === ''}
      loading={make.isPending}
      leftSection={<IconTargetArrow size="1.1rem" stroke={1.6} aria-hidden />}
      onClick={() => make.mutate({ nodeId: node.id })}
    >
      {t('trees.node.toPlan')}
    </Button>
  );
}

/** The nodes on one side of a node: untie them, tie one that is there, add a new one. */
function Links({ tree, node, side, deeds, onOpen }: NodeProps & { node: ProblemNode; side: 'cause' | 'effect' }) {
  const { t } = useTexts();
  const words = useNodeWords();
  const [own, other] = side === 'cause' ? (['effectId', 'causeId'] as const) : (['causeId', 'effectId'] as const);
  const tied = tree.links.filter((link) => link[own] === node.id).map((link) => link[other]);
  const tie = (id: string) => (side === 'cause' ? deeds.link(id, node.id) : deeds.link(node.id, id));
  const untie = (id: string) => (side === 'cause' ? deeds.unlink(id, node.id) : deeds.unlink(node.id, id));
  const free = tree.nodes.filter(({ id }) => id !== node.id && !tied.includes(id));
  const title = t(side === 'cause' ? 'trees.links.causes' : 'trees.links.effects');
  return (
    <section aria-label={title}>
      <p className={classes.linksTitle}>{title}</p>
      <ul className={classes.links}>
        {tree.nodes
          .filter(({ id }) => tied.includes(id))
          .map((one) => (
            <li key={one.id}>
              <span>
                <button type="button" className={classes.nodeLink} onClick={() => onOpen(one.id)}>
                  <bdi>{words.problem(one)}</bdi>
                </button>
              </span>
              <Tooltip label={t('trees.links.untie')}>
                <ActionIcon aria-label={t('trees.links.untieFrom', { name: words.problem(one) })} onClick={() => untie(one.id)}>
                  <IconLinkMinus size="1.1rem" stroke={1.6} aria-hidden />
                </ActionIcon>
              </Tooltip>
            </li>
          ))}
      </ul>
      <Stack gap="xs">
        {free.length > 0 ? (
          <Select
            aria-label={t(side === 'cause' ? 'trees.links.tieCause' : 'trees.links.tieEffect')}
            placeholder={t(side === 'cause' ? 'trees.links.tieCause' : 'trees.links.tieEffect')}
            data={free.map((one) => ({ value: one.id, label: words.problem(one) }))}
            value={null}
            onChange={(id) => id && tie(id)}
            searchable
          />
        ) : null}
        <Button variant="default" leftSection={<IconPlus size="1rem" stroke={1.8} aria-hidden />} onClick={() => deeds.addBeside(node, side, onOpen)}>
          {t(side === 'cause' ? 'trees.addCause' : 'trees.addEffect')}
        </Button>
      </Stack>
    </section>
  );
}
