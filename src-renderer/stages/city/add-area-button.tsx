import { Button, Group, Popover, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';

export interface AddingState {
  readonly isOpen: boolean;
  readonly setIsOpen: (isOpen: boolean) => void;
}

/**
 * Adds areas by name, one after the other: the field stays open and empty for the next. Whether it is open is kept by the screen,
 * because with the first area another button takes this one's place.
 */
export function AddAreaButton({ layerId, adding }: { layerId?: string; adding: AddingState }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const add = useMutation(queries.areas.add.mutationOptions());
  const [name, setName] = useState('');
  return (
    <Popover opened={adding.isOpen} onChange={adding.setIsOpen} position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconPlus size="1rem" stroke={1.6} aria-hidden />} onClick={() => adding.setIsOpen(!adding.isOpen)}>
          {t('areas.add')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!name.trim()) return;
            add.mutate({ name: name.trim(), ...(layerId ? { layerId } : {}) });
            setName('');
          }}
        >
          <Group align="end" wrap="nowrap" gap="xs">
            <TextInput
              label={t('areas.add.name')}
              dir={name === '' ? undefined : 'auto'}
              maxLength={500}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              data-autofocus
            />
            <Button type="submit" disabled={!name.trim()}>
              {t('action.add')}
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
