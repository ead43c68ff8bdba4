import { Button, Group, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { FileToken } from '#shared/domain/ids.ts';
import { useEngine } from '../app/engine/engine-provider.tsx';
import { errorText } from '../app/engine/refusals.ts';
import { useTexts } from '../app/texts/texts-provider.tsx';

/** In a browser, which has no dialog for folders of this machine: the folder's path. `title` null = closed. */
export function FolderPathDialog({ title, onClose, onChosen }: { title: string | null; onClose: () => void; onChosen: (folder: FileToken) => void }) {
  const { t } = useTexts();
  const { client } = useEngine();
  const [path, setPath] = useState('');
  const [error, setError] = useState<unknown>(null);
  const close = () => {
    setPath('');
    setError(null);
    onClose();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!path.trim()) return;
    try {
      const { file } = await client.files.folderFromPath({ path: path.trim() });
      onChosen(file);
      close();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Modal opened={title !== null} onClose={close} title={title} closeButtonProps={{ 'aria-label': t('action.cancel') }}>
      <form onSubmit={(event) => void submit(event)}>
        <TextInput
          label={t('folders.path')}
          description={t('folders.pathNote')}
          error={error ? errorText(t, error) : null}
          value={path}
          onChange={(event) => setPath(event.currentTarget.value)}
          dir="ltr"
          data-autofocus
        />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={close}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" disabled={!path.trim()}>
            {t('folders.use')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
