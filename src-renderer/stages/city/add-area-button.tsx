import { Button, Group, Popover, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';

/** Adds areas by name, one after the other: the field stays open and empty for the next. */
export function AddAreaButton({ layerId }: { layerId?: string }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const add = useMutation(queries.areas.add.mutationOptions());
  const [name, setName] = useState('');
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconPlus size="1rem" stroke={1.6} aria-hidden />}>
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
