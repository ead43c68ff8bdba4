import { Button, Select, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from './ratings.module.css';

export interface NamedRater {
  readonly rater: string;
  readonly groupId: string | null;
  readonly groupName: string;
}

/** A line for somebody more: a name, a role or a table, within a group where there are some. */
export function AddRater({ label, onAdd }: { label: string; onAdd: (rater: NamedRater) => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const groups = useQuery(queries.priorities.vote.queryOptions()).data?.groups ?? [];
  const [name, setName] = useState('');
  const [groupId, setGroupId] = useState<string | null>(null);
  const canAdd = name.trim() !== '' || groupId !== null;
  return (
    <form
      className={classes.addRater}
      onSubmit={(event) => {
        event.preventDefault();
        if (!canAdd) return;
        onAdd({ rater: name.trim(), groupId, groupName: groups.find(({ id }) => id === groupId)?.name ?? '' });
        setName('');
      }}
    >
      <TextInput
        label={label}
        placeholder={t('ratings.raterPlaceholder')}
        dir={name === '' ? undefined : 'auto'}
        maxLength={200}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {groups.length > 0 ? (
        <Select
          label={t('ratings.group')}
          placeholder={t('ratings.noGroup')}
          data={groups.map((group) => ({ value: group.id, label: group.name || t('register.nameless') }))}
          value={groupId}
          onChange={setGroupId}
          clearable
        />
      ) : null}
      <Button type="submit" variant="default" leftSection={<IconPlus size="1rem" stroke={1.6} aria-hidden />} disabled={!canAdd}>
        {t('action.add')}
      </Button>
    </form>
  );
}
