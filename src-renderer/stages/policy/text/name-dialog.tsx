import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTexts } from '../../../app/texts/texts-provider.tsx';

/** Asks for one line: a name. */
export function NameDialog({
  isOpen,
  title,
  label,
  start,
  onClose,
  onName,
}: {
  isOpen: boolean;
  title: string;
  label: string;
  start: string;
  onClose: () => void;
  onName: (name: string) => void;
}) {
  const { t } = useTexts();
  const [name, setName] = useState(start);
  useEffect(() => {
    if (isOpen) setName(start);
  }, [isOpen, start]);
  return (
    <Modal opened={isOpen} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === '') return;
          onName(name.trim());
          onClose();
        }}
      >
        <TextInput label={label} dir="auto" maxLength={500} value={name} onChange={(event) => setName(event.currentTarget.value)} data-autofocus />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" disabled={name.trim() === ''}>
            {title}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
