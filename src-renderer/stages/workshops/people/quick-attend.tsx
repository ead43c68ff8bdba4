import { Autocomplete, Button, Checkbox, Select, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Workshop } from '#shared/domain/workshops.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { listRows } from './list-rows.ts';
import classes from './people.module.css';
import { usePeopleWords } from './use-people-words.ts';

interface QuickAttendProps {
  readonly workshop: Workshop;
  readonly day: number;
  /** A list was pasted where one name is asked for. */
  readonly onList: (text: string) => void;
}

/** A line, Enter, the next one: as fast as people come through the door. Without consent the name is not sent, and the line is kept without it. */
export function QuickAttend({ workshop, day, onList }: QuickAttendProps) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const words = usePeopleWords();
  const known = useQuery(queries.workshops.knownPeople.queryOptions({ input: { workshopId: workshop.id } })).data ?? [];
  const add = useMutation(queries.workshops.addParticipants.mutationOptions());
  const [name, setName] = useState('');
  const [agrees, setAgrees] = useState(false);
  const [stakeholderId, setStakeholderId] = useState<string | null>(null);
  const [role, setRole] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const person = known.find((each) => each.name === name.trim());
  const needsConsent = name.trim() !== '' && !agrees;

  const choose = (chosen: string) => {
    const found = known.find((each) => each.name === chosen);
    if (!found) return;
    setStakeholderId(found.stakeholderId ?? stakeholderId);
    if (found.role) setRole(found.role);
  };
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (needsConsent) return;
    const named = name.trim() === '' ? {} : person ? { personId: person.personId } : { name: name.trim() };
    add.mutate({
      workshopId: workshop.id,
      people: [{ ...named, consent: agrees ? { list: true } : {}, stakeholderId, role: role.trim(), presentDays: [day] }],
    });
    setName('');
    setAgrees(false);
    setRole('');
    field.current?.focus();
  };
  const paste = (event: React.ClipboardEvent) => {
    const text = event.clipboardData.getData('text');
    if (listRows(text).length < 2) return;
    event.preventDefault();
    onList(text);
  };
  return (
    <form className={classes.quick} onSubmit={submit}>
      <Autocomplete
        ref={field}
        label={t('attendance.quick.name')}
        placeholder={t('attendance.quick.namePlaceholder')}
        description={needsConsent ? t('attendance.quick.askFirst') : undefined}
        inputWrapperOrder={['label', 'input', 'description']}
        data={[...new Set(known.map((each) => each.name))]}
        limit={6}
        value={name}
        onChange={setName}
        onPaste={paste}
        onOptionSubmit={choose}
        maxLength={500}
        autoComplete="off"
        dir={name === '' ? undefined : 'auto'}
      />
      <Select
        label={t('attendance.body')}
        data={words.bodies}
        value={stakeholderId}
        onChange={setStakeholderId}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('action.clear') }}
        nothingFoundMessage={t('attendance.noSuchBody')}
      />
      <TextInput
        label={t('attendance.role')}
        value={role}
        maxLength={500}
        dir={role === '' ? undefined : 'auto'}
        onChange={(event) => setRole(event.currentTarget.value)}
      />
      <Checkbox
        className={classes.agrees}
        label={t('attendance.quick.agrees')}
        checked={agrees}
        disabled={name.trim() === ''}
        onChange={(event) => setAgrees(event.currentTarget.checked)}
      />
      <Button type="submit" variant="default" leftSection={<IconPlus size="1rem" stroke={1.6} aria-hidden />} disabled={needsConsent}>
        {t(name.trim() === '' ? 'attendance.quick.addNameless' : 'action.add')}
      </Button>
    </form>
  );
}
