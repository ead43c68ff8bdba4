import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';

const empty = { said: '', saidBy: '' };

/** Something that was said by letter, at the counter, in the street. */
export function AddInput({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const [draft, setDraft] = useState(empty);
  const close = () => {
    setDraft(empty);
    onClose();
  };
  const { mutate: add, isPending } = useMutation(queries.followUp.addInput.mutationOptions({ onSuccess: close }));
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (draft.said.trim() !== '') add(draft);
  };
  return (
    <Modal opened={opened} onClose={close} title={t('followUp.answers.add')} closeButtonProps={{ 'aria-label': t('action.cancel') }}>
      <form onSubmit={send}>
        <Stack gap="md">
          <Textarea
            label={t('followUp.answers.said')}
            dir="auto"
            autosize
            minRows={3}
            maxLength={20_000}
            data-autofocus
            value={draft.said}
            onChange={(event) => setDraft({ ...draft, said: event.currentTarget.value })}
          />
          <TextInput
            label={t('followUp.answers.saidBy')}
            description={t('followUp.answers.saidByNote')}
            dir="auto"
            maxLength={500}
            value={draft.saidBy}
            onChange={(event) => setDraft({ ...draft, saidBy: event.currentTarget.value })}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={isPending} disabled={draft.said.trim() === ''}>
              {t('action.add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
