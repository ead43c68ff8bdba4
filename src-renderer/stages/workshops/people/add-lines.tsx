import { Button, Checkbox, Group, Modal, NumberInput, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Workshop } from '#shared/domain/workshops.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { readLines } from './read-lines.ts';
import { usePeopleWords } from './use-people-words.ts';

interface AddLinesProps {
  readonly workshop: Workshop;
  readonly day: number;
  /** What the list holds as it opens; null = closed. */
  readonly list: string | null;
  readonly onClose: () => void;
}

/** Several at once: a pasted list, or only how many there are. */
export function AddLines({ workshop, day, list, onClose }: AddLinesProps) {
  const { t } = useTexts();
  return (
    <Modal opened={list !== null} onClose={onClose} size="lg" title={t('attendance.several')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      {list === null ? null : <Form workshop={workshop} day={day} list={list} onClose={onClose} />}
    </Modal>
  );
}

function Form({ workshop, day, list, onClose }: AddLinesProps & { readonly list: string }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { bodies } = usePeopleWords();
  const add = useMutation(queries.workshops.addParticipants.mutationOptions());
  const [text, setText] = useState(list);
  const [agree, setAgree] = useState(false);
  const [count, setCount] = useState<number | string>('');
  const lines = readLines(text, bodies);
  const named = lines.filter(({ name }) => name !== '').length;
  const known = lines.filter(({ stakeholderId }) => stakeholderId !== null).length;
  const people = [
    ...lines.map(({ name, stakeholderId, role }) => ({
      ...(agree && name !== '' ? { name, consent: { list: true } } : {}),
      stakeholderId,
      role,
      presentDays: [day],
    })),
    ...Array.from({ length: typeof count === 'number' ? count : 0 }, () => ({ presentDays: [day] })),
  ];
  return (
    <Stack gap="md">
      <Textarea
        label={t('attendance.lines.label')}
        description={t('attendance.lines.note')}
        placeholder={t('attendance.lines.placeholder')}
        value={text}
        dir={text === '' ? undefined : 'auto'}
        autosize
        minRows={5}
        maxRows={12}
        onChange={(event) => setText(event.currentTarget.value)}
        data-autofocus
      />
      {lines.length > 0 ? <Text size="sm">{t('attendance.lines.read', { count: lines.length, known })}</Text> : null}
      <Checkbox
        label={t('attendance.lines.agree')}
        description={named > 0 && !agree ? t('attendance.lines.withoutNames') : undefined}
        checked={agree}
        onChange={(event) => setAgree(event.currentTarget.checked)}
      />
      <NumberInput
        label={t('attendance.lines.count')}
        description={t('attendance.lines.countNote')}
        value={count}
        onChange={setCount}
        min={0}
        max={500}
        allowDecimal={false}
        w="16rem"
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button
          disabled={people.length === 0 || people.length > 1_000}
          loading={add.isPending}
          onClick={() => add.mutate({ workshopId: workshop.id, people }, { onSuccess: onClose })}
        >
          {t('attendance.lines.add', { count: people.length })}
        </Button>
      </Group>
    </Stack>
  );
}
