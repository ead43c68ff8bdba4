import { Button, Drawer, Select, Stack } from '@mantine/core';
import { IconSettings, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProblemTree } from '#shared/domain/trees.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { ObjectHistoryButton } from '../../../app/history/object-history.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';
import { useWorkshopPlaces } from '../use-workshop-places.ts';

/** What is said of the whole tree: its name, who drew it and where, notes; and its removal. */
export function TreeMenu({ tree, onRemoved }: { tree: ProblemTree; onRemoved: () => void }) {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="subtle" leftSection={<IconSettings size="1.1rem" stroke={1.6} aria-hidden />} onClick={() => setOpen(true)}>
        {t('trees.about')}
      </Button>
      <Drawer
        opened={isOpen}
        onClose={() => setOpen(false)}
        position="right"
        size="28rem"
        title={t('trees.about')}
        closeButtonProps={{ 'aria-label': t('action.close') }}
      >
        {isOpen ? <TreeFields tree={tree} onRemoved={onRemoved} /> : null}
      </Drawer>
    </>
  );
}

function TreeFields({ tree, onRemoved }: { tree: ProblemTree; onRemoved: () => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { mutate: update } = useMutation(queries.trees.update.mutationOptions());
  const remove = useMutation(queries.trees.remove.mutationOptions());
  const { ask, dialog } = useConfirm();
  const places = useWorkshopPlaces();
  const save = (patch: Partial<Pick<ProblemTree, 'title' | 'note' | 'groupId' | 'sessionId'>>) => update({ id: tree.id, patch });
  return (
    <Stack gap="md">
      <SavedTextInput label={t('trees.title')} value={tree.title} onSave={(title) => save({ title })} />
      <Select
        label={t('trees.session')}
        placeholder={t('trees.session.none')}
        data={places.sessions.map(({ group, items }) => ({ group, items: [...items] }))}
        value={tree.sessionId}
        onChange={(sessionId) => save({ sessionId })}
        searchable
        clearable
      />
      <Select
        label={t('trees.group')}
        placeholder={t('trees.group.none')}
        data={places.groups.map(({ group, items }) => ({ group, items: [...items] }))}
        value={tree.groupId}
        onChange={(groupId) => save({ groupId })}
        searchable
        clearable
      />
      <SavedTextarea label={t('trees.note')} description={t('trees.note.hint')} value={tree.note} onSave={(note) => save({ note })} />
      <ObjectHistoryButton object={{ type: 'problem_tree', id: tree.id, name: tree.title }} label={t('history.object.tree')} />
      <Button
        variant="subtle"
        color="red"
        leftSection={<IconTrash size="1.1rem" stroke={1.6} aria-hidden />}
        onClick={() =>
          ask({
            title: t('trees.remove.title'),
            body: t('trees.remove.body', { name: tree.title || t('trees.untitled'), count: tree.nodes.length }),
            action: t('action.remove'),
            onConfirm: () => remove.mutate({ id: tree.id }, { onSuccess: onRemoved }),
          })
        }
      >
        {t('trees.remove')}
      </Button>
      {dialog}
    </Stack>
  );
}
