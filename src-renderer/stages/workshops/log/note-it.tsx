import { ActionIcon, Modal, Tooltip } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconNote } from '@tabler/icons-react';
import { useState } from 'react';
import { useProject } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useWorkshop } from '../use-workshop.ts';
import { NoteForm } from './note-form.tsx';

/** «Note it» from any screen, by the button or Alt+N; there as soon as the project has a workshop. */
export function NoteIt() {
  const { t } = useTexts();
  const isReadOnly = useProject()?.isReadOnly ?? true;
  const { workshop } = useWorkshop();
  const [isOpen, setOpen] = useState(false);
  const canNote = workshop !== undefined && !isReadOnly;
  useHotkeys([['alt+N', () => setOpen(canNote), { usePhysicalKeys: true }]], []);
  if (!canNote) return null;
  return (
    <>
      <Tooltip label={t('log.noteIt')}>
        <ActionIcon aria-label={t('log.noteIt')} aria-keyshortcuts="Alt+N" onClick={() => setOpen(true)}>
          <IconNote size="1.2rem" stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <Modal opened={isOpen} onClose={() => setOpen(false)} size="lg" title={t('log.noteIt')} closeButtonProps={{ 'aria-label': t('action.close') }}>
        {isOpen ? <NoteForm workshop={workshop} onNoted={() => setOpen(false)} /> : null}
      </Modal>
    </>
  );
}
