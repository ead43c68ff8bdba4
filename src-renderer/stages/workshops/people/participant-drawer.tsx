import { Button, Checkbox, Group, MultiSelect, Select, Stack, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type Attributes, consentPurposes, type Participant, type ParticipantInput, type Group as Table, type Workshop } from '#shared/domain/workshops.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { ObjectDrawer } from '../../../ui/object-drawer.tsx';
import { SavedNumberInput } from '../../../ui/saved-number.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';
import classes from './people.module.css';
import { usePeopleWords } from './use-people-words.ts';

interface DrawerProps {
  readonly participant: Participant | null;
  readonly workshop: Workshop;
  readonly groups: readonly Table[];
  readonly days: number;
  readonly onClose: () => void;
}

/** Everything about one person on the list; all but presence is optional. */
export function ParticipantDrawer(props: DrawerProps) {
  const words = usePeopleWords();
  const { participant, onClose } = props;
  return (
    <ObjectDrawer shown={participant} onClose={onClose} size="28rem" title={participant ? words.nameOf(participant) : ''}>
      {(shown) => <Details key={shown.id} {...props} participant={shown} />}
    </ObjectDrawer>
  );
}

function Details({ participant, workshop, groups, days, onClose }: DrawerProps & { participant: Participant }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const words = usePeopleWords();
  const { ask, dialog } = useConfirm();
  const { mutate: update } = useMutation(queries.workshops.updateParticipant.mutationOptions());
  const { mutate: seat } = useMutation(queries.workshops.seat.mutationOptions());
  const { mutate: remove } = useMutation(queries.workshops.removeParticipants.mutationOptions());
  const save = (patch: Partial<ParticipantInput>) => update({ id: participant.id, patch });
  const say = (patch: { [Name in keyof Attributes]: Attributes[Name] | null | undefined }) => {
    const said = Object.entries({ ...participant.attributes, ...patch }).filter(([, value]) => value !== null && value !== undefined);
    save({ attributes: Object.fromEntries(said) as Attributes });
  };
  const { consent } = participant;
  const choice = <Value extends string>(
    label: string,
    data: readonly { value: string; label: string }[],
    value: Value | undefined,
    onChange: (next: string | null) => void,
  ) => (
    <Select
      label={label}
      data={data}
      value={value ?? null}
      onChange={onChange}
      clearable
      clearButtonProps={{ 'aria-label': t('action.clear') }}
      placeholder={t('attendance.notSaid')}
    />
  );
  return (
    <Stack gap="md">
      <fieldset className={classes.consent}>
        <legend>{t('attendance.consent')}</legend>
        <Text size="sm">{t('attendance.consentNote')}</Text>
        {consentPurposes.map((purpose) => (
          <Checkbox
            key={purpose}
            label={t(`attendance.consent.${purpose}`)}
            checked={consent[purpose] === true}
            onChange={(event) => {
              const given = event.currentTarget.checked;
              const patch = { consent: { ...consent, [purpose]: given } };
              if (purpose === 'list' && !given && participant.name !== '') {
                ask({
                  title: t('attendance.withdraw.title'),
                  body: t('attendance.withdraw.body'),
                  action: t('attendance.withdraw.do'),
                  onConfirm: () => save(patch),
                });
              } else save(patch);
            }}
          />
        ))}
        {participant.consentAt ? <Text size="sm">{t('attendance.consentAt', { time: formats.instant(participant.consentAt) })}</Text> : null}
      </fieldset>
      {consent.list ? (
        <SavedTextInput
          label={t('attendance.name')}
          value={participant.name}
          description={participant.isKnownElsewhere ? t('attendance.knownElsewhere') : undefined}
          onSave={(name) => save({ name })}
        />
      ) : null}
      {consent.list && consent.contact ? (
        <Group grow align="end">
          <SavedTextInput label={t('attendance.email')} type="email" dir="ltr" value={participant.email} onSave={(email) => save({ email })} />
          <SavedTextInput label={t('attendance.phone')} type="tel" dir="ltr" value={participant.phone} onSave={(phone) => save({ phone })} />
        </Group>
      ) : null}
      <Group grow align="end">
        <Select
          label={t('attendance.body')}
          data={words.bodies}
          value={participant.stakeholderId}
          onChange={(stakeholderId) => save({ stakeholderId })}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('action.clear') }}
        />
        <SavedTextInput label={t('attendance.role')} value={participant.role} onSave={(role) => save({ role })} />
      </Group>
      <Text size="sm">{t('attendance.onlySelf')}</Text>
      <Group grow align="end">
        {choice(t('attendance.by.gender'), words.options.gender, participant.attributes.gender, (gender) =>
          say({ gender: gender as Attributes['gender'] | null }),
        )}
        {choice(t('attendance.by.ageBand'), words.options.ageBand, participant.attributes.ageBand, (ageBand) =>
          say({ ageBand: ageBand as Attributes['ageBand'] | null }),
        )}
      </Group>
      <Group grow align="end">
        {choice(t('attendance.by.standing'), words.options.standing, participant.attributes.standing, (standing) =>
          say({ standing: standing as Attributes['standing'] | null }),
        )}
        <Select
          label={t('attendance.by.area')}
          data={words.areaOptions.map(({ group, items }) => ({ group, items: [...items] }))}
          value={participant.attributes.areaId ?? null}
          onChange={(areaId) => say({ areaId })}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('action.clear') }}
          placeholder={t('attendance.notSaid')}
        />
      </Group>
      <MultiSelect
        label={t('attendance.by.residentGroup')}
        data={words.residentGroups}
        value={participant.residentGroups}
        onChange={(chosen) => save({ residentGroups: words.residentGroups.flatMap(({ value }) => (chosen.includes(value) ? [value] : [])) })}
        clearButtonProps={{ 'aria-label': t('action.clear') }}
      />
      <SavedTextarea
        label={t('attendance.accessNeeds')}
        description={t('attendance.accessNeedsNote')}
        value={participant.accessNeeds}
        onSave={(accessNeeds) => save({ accessNeeds })}
      />
      <Select
        label={t('attendance.table')}
        data={groups.filter(({ kind }) => kind === 'table').map(({ id, name }) => ({ value: id, label: name }))}
        value={participant.groupId}
        onChange={(groupId) => seat({ ids: [participant.id], groupId })}
        clearable
        clearButtonProps={{ 'aria-label': t('action.clear') }}
      />
      <Checkbox.Group
        label={t('attendance.present')}
        value={participant.presentDays.map(String)}
        onChange={(chosen) => save({ presentDays: chosen.map(Number).sort((a, b) => a - b) })}
      >
        <Group mt="xs">
          {Array.from({ length: days }, (_, index) => index + 1).map((day) => (
            <Checkbox key={day} value={String(day)} label={t('agenda.day', { day })} />
          ))}
        </Group>
      </Checkbox.Group>
      {workshop.kind === 'training' ? (
        <Group grow align="end">
          <SavedNumberInput
            label={t('attendance.hours')}
            value={participant.presentHours}
            min={0}
            max={1_000}
            onSave={(presentHours) => save({ presentHours })}
          />
          <Checkbox label={t('attendance.completed')} checked={participant.completed} onChange={(event) => save({ completed: event.currentTarget.checked })} />
        </Group>
      ) : null}
      <Group justify="flex-end">
        <Button
          variant="subtle"
          color="red"
          leftSection={<IconTrash size="1rem" stroke={1.6} aria-hidden />}
          onClick={() =>
            ask({
              title: t('attendance.remove.title', { name: words.nameOf(participant) }),
              body: t('attendance.remove.body'),
              action: t('attendance.remove.do'),
              onConfirm: () => remove({ ids: [participant.id] }, { onSuccess: onClose }),
            })
          }
        >
          {t('attendance.remove.do')}
        </Button>
      </Group>
      {dialog}
    </Stack>
  );
}
