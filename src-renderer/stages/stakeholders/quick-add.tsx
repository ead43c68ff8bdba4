import { Button, Select, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { StakeholderSector } from '#shared/domain/stakeholders.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import classes from './stakeholders.module.css';
import { useStakeholderWords } from './use-stakeholders.ts';

/** Where Enter in the table leads: the next name. */
export const quickAddId = 'stakeholder-quick-add';

/** A name, Enter, the next name: as fast as people in a room call them out. The sector stays for the next one. */
export function QuickAdd() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const words = useStakeholderWords();
  const add = useMutation(queries.stakeholders.add.mutationOptions());
  const [name, setName] = useState('');
  const [sector, setSector] = useState<StakeholderSector>('municipality');
  const field = useRef<HTMLInputElement>(null);
  return (
    <form
      className={classes.quickAdd}
      onSubmit={(event) => {
        event.preventDefault();
        if (!name.trim()) return;
        add.mutate({ name: name.trim(), sector });
        setName('');
        field.current?.focus();
      }}
    >
      <TextInput
        id={quickAddId}
        ref={field}
        className={classes.quickName}
        label={t('register.add.label')}
        placeholder={t('register.add.placeholder')}
        dir={name === '' ? undefined : 'auto'}
        maxLength={500}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label={t('register.sector')}
        data={words.sectors}
        value={sector}
        allowDeselect={false}
        onChange={(value) => setSector(words.sectors.find((option) => option.value === value)?.value ?? 'other')}
      />
      <Button type="submit" variant="default" leftSection={<IconPlus size="1rem" stroke={1.6} aria-hidden />} disabled={!name.trim()}>
        {t('action.add')}
      </Button>
    </form>
  );
}
