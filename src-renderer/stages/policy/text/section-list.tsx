import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconGripVertical, IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Draft, DraftSection } from '#shared/domain/policy-text.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { NameDialog } from './name-dialog.tsx';
import classes from './section-list.module.css';

/** The parts of a draft in order: chosen, moved (by hand, or with Alt and the arrow keys), left out, renamed, added, removed. */
export function SectionList({
  draft,
  chosenId,
  isReadOnly,
  onChoose,
}: {
  draft: Draft;
  chosenId: string | null;
  isReadOnly: boolean;
  onChoose: (id: string) => void;
}) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const update = useMutation(queries.policyText.updateSection.mutationOptions());
  const move = useMutation(queries.policyText.moveSection.mutationOptions());
  const add = useMutation(queries.policyText.addSection.mutationOptions());
  const remove = useMutation(queries.policyText.removeSection.mutationOptions());
  const [naming, setNaming] = useState<'new' | DraftSection | null>(null);
  const [drag, setDrag] = useState<{ id: string; over: string | null } | null>(null);
  const { ask, dialog } = useConfirm();
  const { sections } = draft;
  const list = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen part is marked in the page when it changes.
  useEffect(() => {
    list.current?.querySelector('[data-chosen]')?.scrollIntoView({ block: 'nearest' });
  }, [chosenId]);

  const moveBy = (section: DraftSection, step: -1 | 1) => {
    const place = sections.indexOf(section);
    if (place + step < 0 || place + step >= sections.length) return;
    move.mutate({ id: section.id, beforeId: sections[place + (step < 0 ? -1 : 2)]?.id ?? null });
  };
  const hear = (event: KeyboardEvent, section: DraftSection) => {
    if (!event.altKey || isReadOnly || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    moveBy(section, event.key === 'ArrowUp' ? -1 : 1);
  };
  const drop = (event: DragEvent, target: DraftSection) => {
    event.preventDefault();
    if (drag && drag.id !== target.id) move.mutate({ id: drag.id, beforeId: target.id });
    setDrag(null);
  };

  return (
    <nav className={classes.list} aria-label={t('policyText.parts')}>
      <h2>{t('policyText.parts')}</h2>
      <ol ref={list}>
        {sections.map((section, place) => (
          <li
            key={section.id}
            data-chosen={section.id === chosenId || undefined}
            data-out={section.isLeftOut || undefined}
            data-sub={section.level === 2 || undefined}
            data-over={drag?.over === section.id || undefined}
            draggable={!isReadOnly}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              setDrag({ id: section.id, over: null });
            }}
            onDragOver={(event) => {
              if (!drag) return;
              event.preventDefault();
              if (drag.over !== section.id) setDrag({ ...drag, over: section.id });
            }}
            onDragEnd={() => setDrag(null)}
            onDrop={(event) => drop(event, section)}
          >
            <IconGripVertical className={classes.grip} size="0.9rem" stroke={1.6} aria-hidden />
            <button
              type="button"
              className={classes.choose}
              aria-current={section.id === chosenId ? 'true' : undefined}
              onClick={() => onChoose(section.id)}
              onKeyDown={(event) => hear(event, section)}
              lang={draft.language}
              dir="auto"
            >
              <span>{section.title || t('output.noWords')}</span>
              {section.isLeftOut ? <span className="visually-hidden">{t('policyText.leftOut')}</span> : null}
            </button>
            {section.openComments + section.openSuggestions > 0 ? (
              <span className={classes.count}>
                <span aria-hidden>{formats.count(section.openComments + section.openSuggestions)}</span>
                <span className="visually-hidden">{t('policyText.openIn', { count: section.openComments + section.openSuggestions })}</span>
              </span>
            ) : null}
            {isReadOnly ? null : (
              <Menu position="bottom-end" withinPortal>
                <Menu.Target>
                  <ActionIcon variant="subtle" color="gray" size="2.25rem" aria-label={t('policyText.partMenu', { name: section.title })}>
                    <IconDots size="1rem" stroke={1.6} aria-hidden />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={() => setNaming(section)}>{t('policyText.rename')}</Menu.Item>
                  <Menu.Item disabled={place === 0} onClick={() => moveBy(section, -1)}>
                    {t('policyText.moveUp')}
                  </Menu.Item>
                  <Menu.Item disabled={place === sections.length - 1} onClick={() => moveBy(section, 1)}>
                    {t('policyText.moveDown')}
                  </Menu.Item>
                  <Menu.Item onClick={() => update.mutate({ id: section.id, patch: { level: section.level === 1 ? 2 : 1 } })}>
                    {t(section.level === 1 ? 'policyText.makeSub' : 'policyText.makeMain')}
                  </Menu.Item>
                  <Menu.Item onClick={() => update.mutate({ id: section.id, patch: { isLeftOut: !section.isLeftOut } })}>
                    {t(section.isLeftOut ? 'policyText.takeIn' : 'policyText.leaveOut')}
                  </Menu.Item>
                  <Menu.Divider />
                  <Menu.Item
                    color="red"
                    onClick={() =>
                      ask({
                        title: t('policyText.removePart', { name: section.title }),
                        body: t('policyText.removePartBody', { count: section.words, words: formats.count(section.words) }),
                        action: t('action.remove'),
                        onConfirm: () => remove.mutate({ id: section.id }),
                      })
                    }
                  >
                    {t('action.remove')}
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
            )}
          </li>
        ))}
      </ol>
      {isReadOnly ? null : (
        <Button variant="subtle" size="compact-md" h="2.25rem" leftSection={<IconPlus size="1rem" aria-hidden />} onClick={() => setNaming('new')}>
          {t('policyText.addPart')}
        </Button>
      )}
      <NameDialog
        isOpen={naming !== null}
        title={t(naming === 'new' ? 'policyText.addPart' : 'policyText.rename')}
        label={t('policyText.partName')}
        start={naming && naming !== 'new' ? naming.title : ''}
        onClose={() => setNaming(null)}
        onName={(title) => {
          if (naming === 'new') add.mutate({ draftId: draft.id, afterId: chosenId, title }, { onSuccess: ({ id }) => onChoose(id) });
          else if (naming) update.mutate({ id: naming.id, patch: { title } });
        }}
      />
      {dialog}
    </nav>
  );
}
