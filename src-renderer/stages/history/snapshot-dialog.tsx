import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Snapshot } from '#shared/domain/history.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';

/** A name and a note for the state as it is now, or for a snapshot that is there. */
export function SnapshotDialog({ snapshot, onClose }: { snapshot: Snapshot | 'new' | null; onClose: () => void }) {
  const { t } = useTexts();
  return (
    <Modal
      opened={snapshot !== null}
      onClose={onClose}
      title={t(snapshot === 'new' ? 'snapshots.make' : 'snapshots.edit')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {snapshot ? <Form snapshot={snapshot === 'new' ? null : snapshot} onClose={onClose} /> : null}
    </Modal>
  );
}

function Form({ snapshot, onClose }: { snapshot: Snapshot | null; onClose: () => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const [name, setName] = useState(snapshot?.name ?? '');
  const [note, setNote] = useState(snapshot?.note ?? '');
  const add = useMutation(queries.history.addSnapshot.mutationOptions({ onSuccess: onClose }));
  const update = useMutation(queries.history.updateSnapshot.mutationOptions({ onSuccess: onClose }));
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) return;
    if (snapshot) update.mutate({ id: snapshot.id, name: name.trim(), note });
    else add.mutate({ name: name.trim(), note });
  };
  return (
    <form onSubmit={save}>
      <Stack gap="sm">
        <TextInput
          label={t('snapshots.name')}
          placeholder={t('snapshots.namePlaceholder')}
          dir="auto"
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <Textarea
          label={t('snapshots.note')}
          dir="auto"
          autosize
          minRows={2}
          maxLength={5_000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" disabled={!name.trim()} loading={add.isPending || update.isPending}>
            {t('snapshots.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
