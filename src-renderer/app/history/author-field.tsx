import { ActionIcon, Popover, Text, Tooltip } from '@mantine/core';
import { IconUserCircle } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { SavedTextInput } from '../../ui/saved-text.tsx';
import { useEngine } from '../engine/engine-provider.tsx';
import { useTexts } from '../texts/texts-provider.tsx';

/** Who works at this computer: a name or a group, no account. Kept on this machine, stands beside every change. */
export function AuthorField() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const queryClient = useQueryClient();
  const person = useQuery(queries.history.author.queryOptions()).data?.person ?? '';
  const { mutate: save } = useMutation(
    queries.history.setAuthor.mutationOptions({ onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.history.author.key() }) }),
  );
  return (
    <SavedTextInput
      label={t('history.author.label')}
      description={t('history.author.note')}
      placeholder={t('history.author.placeholder')}
      maxLength={100}
      value={person}
      onSave={(value) => save({ person: value })}
    />
  );
}

/** Whether this page is a co-facilitator's, who works on the lead's laptop over the network. */
export function useIsHelper(): boolean {
  const { queries } = useEngine();
  return useQuery(queries.history.author.queryOptions()).data?.isHelper ?? false;
}

/** The same behind a sign in the top bar. */
export function AuthorButton() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const person = useQuery(queries.history.author.queryOptions()).data?.person ?? '';
  const isHelper = useIsHelper();
  const [isOpen, setIsOpen] = useState(false);
  const label = person ? t('history.author.menu', { name: person }) : t('history.author.menuNone');
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" width={300} trapFocus shadow="md">
      <Popover.Target>
        <Tooltip label={label}>
          <ActionIcon aria-label={label} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            <IconUserCircle size="1.2rem" stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('history.author.label')}>
        {isHelper ? <Text size="sm">{t('helper.you', { name: person })}</Text> : <AuthorField />}
      </Popover.Dropdown>
    </Popover>
  );
}
