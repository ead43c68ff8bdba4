import { Button, Checkbox, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type Speaker, type SpeakerConsent, type SpeakerInput, speakerConsentSchema, speakerRoles } from '#shared/domain/event-reports.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { ObjectDrawer } from '../../../ui/object-drawer.tsx';
import { SavedTextInput } from '../../../ui/saved-text.tsx';
import { useSavedValue } from '../../../ui/use-saved-value.ts';
import peopleClasses from '../people/people.module.css';
import { SavedTime } from './saved-time.tsx';

interface SpeakerProps {
  readonly speaker: Speaker | null;
  readonly isReadOnly: boolean;
  readonly onClose: () => void;
}

/** One person of the report: consent first, then what is known. */
export function SpeakerDrawer({ speaker, isReadOnly, onClose }: SpeakerProps) {
  return (
    <ObjectDrawer shown={speaker} onClose={onClose} size="28rem" title={speaker?.fullName ?? ''}>
      {(shown) => <Details key={shown.id} speaker={shown} isReadOnly={isReadOnly} onClose={onClose} />}
    </ObjectDrawer>
  );
}

function Details({ speaker, isReadOnly, onClose }: SpeakerProps & { speaker: Speaker }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const { ask, dialog } = useConfirm();
  const { mutate: update } = useMutation(queries.eventReports.updateSpeaker.mutationOptions());
  const { mutate: remove } = useMutation(queries.eventReports.removeSpeaker.mutationOptions());
  const save = (patch: Partial<SpeakerInput>) => update({ id: speaker.id, patch });
  // Both boxes may be ticked before the first has arrived.
  const saved = useSavedValue(JSON.stringify(speaker.consent), (text) => save({ consent: speakerConsentSchema.parse(JSON.parse(text)) }));
  const consent = speakerConsentSchema.parse(JSON.parse(saved.value));
  const agree = (patch: Partial<SpeakerConsent>) => saved.change(JSON.stringify({ ...consent, ...patch }));
  const line = (name: 'title' | 'fullName' | 'nationality' | 'organisation' | 'post') => (
    <SavedTextInput label={t(`eventReport.speaker.${name}`)} value={speaker[name]} disabled={isReadOnly} onSave={(value) => save({ [name]: value })} />
  );
  return (
    <Stack gap="md">
      <fieldset className={peopleClasses.consent}>
        <legend>{t('eventReport.speaker.consent')}</legend>
        <Checkbox
          label={t('eventReport.consentNamed')}
          checked={consent.named}
          disabled={isReadOnly}
          onChange={(event) => agree({ named: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('eventReport.consentEmail')}
          checked={consent.email}
          disabled={isReadOnly}
          onChange={(event) => agree({ email: event.currentTarget.checked })}
        />
        {speaker.consentAt ? <Text size="sm">{t('attendance.consentAt', { time: formats.instant(speaker.consentAt) })}</Text> : null}
        <TextInput
          label={t('eventReport.speaker.deleteAfter')}
          description={t('eventReport.deleteAfterHint')}
          type="date"
          value={speaker.deleteAfter ?? ''}
          disabled={isReadOnly}
          onChange={(event) => save({ deleteAfter: event.currentTarget.value || null })}
        />
      </fieldset>
      {speaker.isKnownElsewhere ? <Text size="sm">{t('eventReport.knownElsewhere')}</Text> : null}
      <Select
        label={t('eventReport.speaker.role')}
        data={speakerRoles.filter((role) => role !== 'reporter').map((role) => ({ value: role, label: t(`eventReport.role.${role}`) }))}
        value={speaker.role}
        allowDeselect={false}
        disabled={isReadOnly}
        onChange={(value) => {
          const role = speakerRoles.find((each) => each === value);
          if (role) save({ role });
        }}
      />
      {line('title')}
      {line('fullName')}
      {line('nationality')}
      {line('organisation')}
      {line('post')}
      <SavedTime label={t('eventReport.speaker.speaksAt')} value={speaker.speaksAt} disabled={isReadOnly} onSave={(speaksAt) => save({ speaksAt })} />
      <SavedTextInput
        label={t('eventReport.speaker.email')}
        type="email"
        dir="ltr"
        value={speaker.email}
        disabled={isReadOnly}
        onSave={(email) => save({ email })}
      />
      {isReadOnly ? null : (
        <Group justify="flex-end">
          <Button
            variant="subtle"
            color="red"
            leftSection={<IconTrash size="1rem" stroke={1.6} aria-hidden />}
            onClick={() =>
              ask({
                title: t('eventReport.removeSpeaker.title', { name: speaker.fullName }),
                body: t('eventReport.removeSpeaker.body'),
                action: t('eventReport.removeSpeaker'),
                onConfirm: () => remove({ id: speaker.id }, { onSuccess: onClose }),
              })
            }
          >
            {t('eventReport.removeSpeaker')}
          </Button>
        </Group>
      )}
      {dialog}
    </Stack>
  );
}
