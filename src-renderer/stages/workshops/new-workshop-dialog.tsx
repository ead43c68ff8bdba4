import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { useWorkshop } from './use-workshop.ts';

/** Makes a workshop from one of the agendas. */
export function NewWorkshopDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { choose } = useWorkshop();
  const [title, setTitle] = useState('');
  const add = useMutation(queries.workshops.add.mutationOptions());
  const make = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(
      { title: title.trim() },
      {
        onSuccess: (workshop) => {
          choose(workshop.id);
          setTitle('');
          onClose();
        },
      },
    );
  };
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('workshops.new')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form onSubmit={make}>
        <Stack gap="md">
          <TextInput label={t('workshops.title')} value={title} onChange={(event) => setTitle(event.currentTarget.value)} data-autofocus />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={add.isPending}>
              {t('workshops.make')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
