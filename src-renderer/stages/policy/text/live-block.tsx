import { ActionIcon } from '@mantine/core';
import { IconRefresh, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { mergeAttributes, Node } from '@tiptap/core';
import { NodeViewWrapper, type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react';
import { type LiveBlockName, liveBlockNames } from '#shared/domain/policy-text-live.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from './live-block.module.css';
import { LiveParts } from './live-parts.tsx';
import { useWriting } from './writing-context.ts';

/** A part of the text that the project's data fills: in the text stands its name only. */
export const LiveBlock = Node.create({
  name: 'liveBlock',
  group: 'block',
  atom: true,
  draggable: true,
  selectable: true,
  addAttributes: () => ({ block: { default: 'measures' }, of: { default: '' } }),
  parseHTML: () => [{ tag: 'div[data-live-block]', getAttrs: (element) => ({ block: element.dataset.liveBlock ?? '', of: element.dataset.of ?? '' }) }],
  renderHTML: ({ HTMLAttributes, node }) => ['div', mergeAttributes(HTMLAttributes, { 'data-live-block': node.attrs.block, 'data-of': node.attrs.of })],
  addNodeView: () => ReactNodeViewRenderer(LiveBlockView),
});

function LiveBlockView({ node, selected, deleteNode, editor }: ReactNodeViewProps) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { language } = useWriting();
  const block: LiveBlockName | undefined = liveBlockNames.find((name) => name === node.attrs.block);
  const of = String(node.attrs.of ?? '');
  const options = queries.policyLive.read.queryOptions({ input: { language, blocks: block ? [{ block, of }] : [] } });
  const parts = useQuery({ ...options, enabled: block !== undefined, placeholderData: (previous) => previous }).data?.[0]?.parts;
  const name = block ? t(`policyText.live.${block}`) : '';

  return (
    <NodeViewWrapper as="section" className={classes.block} data-selected={selected || undefined} aria-label={name} contentEditable={false}>
      <header className={classes.head} data-drag-handle>
        <IconRefresh size="0.95rem" stroke={1.6} aria-hidden />
        <span className={classes.name}>{name}</span>
        <span className={classes.note}>{t('policyText.live.stays')}</span>
        {editor.isEditable ? (
          <ActionIcon variant="subtle" color="gray" size="2.25rem" onClick={() => deleteNode()} aria-label={t('policyText.live.remove', { name })}>
            <IconTrash size="1rem" stroke={1.6} aria-hidden />
          </ActionIcon>
        ) : null}
      </header>
      <div className={classes.body}>{parts ? <LiveParts parts={parts} /> : <div className={classes.waiting} />}</div>
    </NodeViewWrapper>
  );
}
