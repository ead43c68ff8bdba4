import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import {
  IconBlockquote,
  IconBold,
  IconH2,
  IconH3,
  IconItalic,
  IconList,
  IconListNumbers,
  IconMessagePlus,
  IconPlus,
  IconReplace,
  type TablerIcon,
} from '@tabler/icons-react';
import { type Editor, useEditorState } from '@tiptap/react';
import { type KeyboardEvent, useRef } from 'react';
import { type LiveBlockName, liveBlockNames } from '#shared/domain/policy-text-live.ts';
import type { TextKey } from '#shared/i18n/texts.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { livePart } from './editor-extensions.ts';
import classes from './section-editor.module.css';

interface Tool {
  readonly name: string;
  readonly icon: TablerIcon;
  readonly keys: string;
  readonly isOn: (editor: Editor) => boolean;
  readonly press: (editor: Editor) => void;
}

const tools: readonly (readonly Tool[])[] = [
  [
    { name: 'bold', icon: IconBold, keys: 'Ctrl+B', isOn: (editor) => editor.isActive('bold'), press: (editor) => editor.chain().focus().toggleBold().run() },
    {
      name: 'italic',
      icon: IconItalic,
      keys: 'Ctrl+I',
      isOn: (editor) => editor.isActive('italic'),
      press: (editor) => editor.chain().focus().toggleItalic().run(),
    },
  ],
  [
    {
      ...{ name: 'heading', icon: IconH2, keys: 'Ctrl+Alt+2' },
      isOn: (editor) => editor.isActive('heading', { level: 2 }),
      press: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
    },
    {
      ...{ name: 'smallHeading', icon: IconH3, keys: 'Ctrl+Alt+3' },
      isOn: (editor) => editor.isActive('heading', { level: 3 }),
      press: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
    },
    {
      ...{ name: 'bullets', icon: IconList, keys: 'Ctrl+Shift+8' },
      isOn: (editor) => editor.isActive('bulletList'),
      press: (editor) => editor.chain().focus().toggleBulletList().run(),
    },
    {
      ...{ name: 'numbers', icon: IconListNumbers, keys: 'Ctrl+Shift+7' },
      isOn: (editor) => editor.isActive('orderedList'),
      press: (editor) => editor.chain().focus().toggleOrderedList().run(),
    },
    {
      ...{ name: 'quote', icon: IconBlockquote, keys: 'Ctrl+Shift+B' },
      isOn: (editor) => editor.isActive('blockquote'),
      press: (editor) => editor.chain().focus().toggleBlockquote().run(),
    },
  ],
];

/** Looks of the text, live parts, comments and suggestions. Arrow keys go from tool to tool. */
export function EditorToolbar({
  editor,
  onComment,
  onSuggest,
  onFinding,
}: {
  editor: Editor;
  onComment?: () => void;
  onSuggest?: () => void;
  onFinding?: () => void;
}) {
  const { t } = useTexts();
  const bar = useRef<HTMLDivElement>(null);
  const on = useEditorState({ editor, selector: ({ editor: now }) => tools.flat().map((tool) => tool.isOn(now)) });
  const place = new Map(tools.flat().map((tool, index) => [tool.name, index]));

  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const buttons = [...(bar.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    if (!step || at < 0) return;
    event.preventDefault();
    const isRightToLeft = bar.current ? getComputedStyle(bar.current).direction === 'rtl' : false;
    buttons[(at + (isRightToLeft ? -step : step) + buttons.length) % buttons.length]?.focus();
  };
  const insert = (block: LiveBlockName) => {
    if (block === 'finding') onFinding?.();
    else editor.chain().focus().insertContent(livePart(block)).run();
  };

  return (
    <div ref={bar} className={classes.toolbar} role="toolbar" aria-label={t('policyText.tools')} onKeyDown={move}>
      {tools.map((group, index) => (
        <span key={group[0]?.name} style={{ display: 'contents' }}>
          {index > 0 ? <span className={classes.gap} aria-hidden /> : null}
          {group.map(({ name, icon: Icon, keys, press }) => {
            const isOn = on[place.get(name) ?? -1] ?? false;
            const label = t(`policyText.tool.${name}` as TextKey);
            return (
              <Tooltip key={name} label={`${label} (${keys})`} openDelay={500}>
                <ActionIcon
                  variant={isOn ? 'light' : 'subtle'}
                  color={isOn ? undefined : 'gray'}
                  size="2.25rem"
                  aria-label={label}
                  aria-pressed={isOn}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => press(editor)}
                >
                  <Icon size="1.15rem" stroke={1.6} aria-hidden />
                </ActionIcon>
              </Tooltip>
            );
          })}
        </span>
      ))}
      <span className={classes.gap} aria-hidden />
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            size="compact-md"
            h="2.25rem"
            aria-label={t('policyText.insertLive')}
            leftSection={<IconPlus size="1.1rem" stroke={1.6} aria-hidden />}
          >
            {t('policyText.insert')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah="20rem" style={{ overflowY: 'auto' }}>
          {liveBlockNames
            .filter((block) => block !== 'finding' || onFinding)
            .map((block) => (
              <Menu.Item key={block} onClick={() => insert(block)}>
                {t(`policyText.live.${block}`)}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
      {onComment ? (
        <Tooltip label={`${t('policyText.comment.add')} (Ctrl+Alt+M)`} openDelay={500}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="2.25rem"
            aria-label={t('policyText.comment.add')}
            onMouseDown={(event) => event.preventDefault()}
            onClick={onComment}
          >
            <IconMessagePlus size="1.15rem" stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ) : null}
      {onSuggest ? (
        <Tooltip label={t('policyText.suggestion.add')} openDelay={500}>
          <ActionIcon variant="subtle" color="gray" size="2.25rem" aria-label={t('policyText.suggestion.add')} onClick={onSuggest}>
            <IconReplace size="1.15rem" stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ) : null}
    </div>
  );
}
