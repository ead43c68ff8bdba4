import { Button, Group, Popover, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Stakeholder } from '#shared/domain/stakeholders.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';

/** Fills a gap: with someone new, or with someone from the register who speaks for them already. */
export function AddVoice({
  label,
  note,
  candidates,
  onAdd,
  onChoose,
}: {
  label: string;
  note?: string;
  candidates?: readonly Stakeholder[];
  onAdd: (name: string) => void;
  onChoose?: (stakeholder: Stakeholder) => void;
}) {
  const { t } = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  const [name, setName] = useState('');
  const named = (candidates ?? []).filter((candidate) => candidate.name !== '');
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" shadow="md" trapFocus returnFocus width="22rem">
      <Popover.Target>
        <Button
          variant="default"
          size="compact-md"
          mih="2.25rem"
          leftSection={<IconPlus size="1rem" stroke={1.6} aria-hidden />}
          aria-label={`${t('action.add')}: ${label}`}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t('action.add')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (!name.trim()) return;
              onAdd(name.trim());
              setName('');
              setIsOpen(false);
            }}
          >
            <Group align="end" wrap="nowrap" gap="xs">
              <TextInput
                label={label}
                placeholder={t('missing.newName')}
                dir={name === '' ? undefined : 'auto'}
                maxLength={500}
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
                data-autofocus
                flex={1}
              />
              <Button type="submit" disabled={!name.trim()}>
                {t('action.add')}
              </Button>
            </Group>
          </form>
          {onChoose && named.length > 0 ? (
            <Select
              label={t('missing.choose')}
              placeholder={t('missing.choosePlaceholder')}
              data={named.map((candidate) => ({ value: candidate.id, label: candidate.name }))}
              searchable
              nothingFoundMessage={t('city.nothingFound')}
              comboboxProps={{ withinPortal: false }}
              value={null}
              onChange={(id) => {
                const chosen = named.find((candidate) => candidate.id === id);
                if (!chosen) return;
                onChoose(chosen);
                setIsOpen(false);
              }}
            />
          ) : null}
          {note ? (
            <Text size="xs" c="dimmed">
              {note}
            </Text>
          ) : null}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
