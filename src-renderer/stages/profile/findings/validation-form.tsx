import { Button, Drawer, NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Validation, ValidationInput } from '#shared/domain/findings.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { errorText } from '../../../app/engine/refusals.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useWorkshopPlaces } from '../use-workshop-places.ts';
import classes from './findings.module.css';

const nothing: ValidationInput = { workshopId: null, sessionId: null, groupId: null, agree: null, people: null, note: '', validatedOn: null };

/** What people said to a finding: where, which group, how many agreed of how many. The figures of a ballot stay the ballot's. */
export function ValidationForm({ findingId, validation, onClose }: { findingId: string; validation?: Validation; onClose: () => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const add = useMutation(queries.findings.addValidation.mutationOptions({ meta: { showsOwnError: true } }));
  const update = useMutation(queries.findings.updateValidation.mutationOptions({ meta: { showsOwnError: true } }));
  const places = useWorkshopPlaces();
  const [said, setSaid] = useState<ValidationInput>(validation ? inputOf(validation) : nothing);
  const change = (patch: Partial<ValidationInput>) => setSaid((before) => ({ ...before, ...patch }));
  const isCounted = validation?.ballotId != null;
  const error = add.error ?? update.error;
  const where = [
    ...(places.workshops.length > 0 ? [{ group: t('validation.session'), items: [...places.workshops] }] : []),
    ...places.sessions.map(({ group, items }) => ({ group, items: [...items] })),
  ];
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="md"
      title={t(validation ? 'validation.edit' : 'validation.add')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (validation) update.mutate({ id: validation.id, patch: said }, { onSuccess: onClose });
          else add.mutate({ findingId, ...said }, { onSuccess: onClose });
        }}
      >
        <Stack gap="md">
          {error ? <Notice kind="danger">{errorText(t, error)}</Notice> : null}
          <Select
            label={t('validation.session')}
            placeholder={t('validation.session.none')}
            data={where}
            value={said.sessionId ?? said.workshopId}
            onChange={(id) => {
              const isWorkshop = places.workshops.some(({ value }) => value === id);
              change({ sessionId: isWorkshop ? null : id, workshopId: isWorkshop ? id : places.workshopOf(id) });
            }}
            searchable
            clearable
            openOnFocus={false}
            data-autofocus
          />
          <Select
            label={t('validation.group')}
            placeholder={t('validation.group.all')}
            data={places.groups.map(({ group, items }) => ({ group, items: [...items] }))}
            value={said.groupId}
            onChange={(groupId) => change({ groupId, ...(said.workshopId === null && groupId !== null ? { workshopId: places.workshopOf(groupId) } : {}) })}
            searchable
            clearable
          />
          {isCounted ? null : (
            <div className={classes.pair}>
              <Count label={t('validation.agree')} value={said.agree} onChange={(agree) => change({ agree })} />
              <Count label={t('validation.people')} value={said.people} onChange={(people) => change({ people })} />
            </div>
          )}
          <TextInput
            type="date"
            label={t('validation.day')}
            value={said.validatedOn ?? ''}
            onChange={(event) => change({ validatedOn: event.currentTarget.value || null })}
          />
          <Textarea
            label={t('validation.note')}
            description={t('validation.note.hint')}
            dir="auto"
            autosize
            minRows={2}
            maxLength={20_000}
            value={said.note}
            onChange={(event) => change({ note: event.currentTarget.value })}
          />
          <Button type="submit" loading={add.isPending || update.isPending}>
            {t(validation ? 'validation.keep' : 'validation.add')}
          </Button>
        </Stack>
      </form>
    </Drawer>
  );
}

function Count({ label, value, onChange }: { label: string; value: number | null; onChange: (value: number | null) => void }) {
  return (
    <NumberInput
      label={label}
      min={0}
      max={1_000_000}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      value={value ?? ''}
      onChange={(typed) => onChange(typeof typed === 'number' ? typed : null)}
    />
  );
}

function inputOf({ workshopId, sessionId, groupId, agree, people, note, validatedOn }: Validation): ValidationInput {
  return { workshopId, sessionId, groupId, agree, people, note, validatedOn };
}
