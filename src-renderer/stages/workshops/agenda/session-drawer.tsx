import { Group, Select, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { stages } from '#shared/domain/stages.ts';
import { type Session, type SessionInput, sessionKinds } from '#shared/domain/workshops.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { ObjectFoot } from '../../../app/history/object-foot.tsx';
import { projectEntries, stageEntries } from '../../../app/sections.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { ObjectDrawer } from '../../../ui/object-drawer.tsx';
import { SavedNumberInput } from '../../../ui/saved-number.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';

/** Everything about one item of the agenda. */
export function SessionDrawer({ session, onClose }: { session: Session | null; onClose: () => void }) {
  const { t } = useTexts();
  return (
    <ObjectDrawer shown={session} onClose={onClose} size="30rem" title={session?.title || t('agenda.untitled')}>
      {(shown) => <Details key={shown.id} session={shown} onClose={onClose} />}
    </ObjectDrawer>
  );
}

function Details({ session, onClose }: { session: Session; onClose: () => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { mutate: update } = useMutation(queries.workshops.updateSession.mutationOptions());
  const { mutate: remove } = useMutation(queries.workshops.removeSession.mutationOptions());
  const save = (patch: Partial<SessionInput>) => update({ id: session.id, patch });
  const entries = [...stageEntries, ...projectEntries];
  const tasks = entries.map((entry) => ({
    group: t(entry.title),
    items: entry.sections.map((section) => ({ value: section.path, label: t(section.title) })),
  }));
  const title = session.title || t('agenda.untitled');
  return (
    <Stack gap="md">
      <SavedTextInput label={t('agenda.item.title')} value={session.title} onSave={(value) => save({ title: value })} />
      <Group grow align="end">
        <SavedNumberInput
          label={t('agenda.item.minutes')}
          value={session.minutes}
          min={1}
          max={1_440}
          allowDecimal={false}
          onSave={(minutes) => {
            if (minutes !== null && minutes >= 1) save({ minutes: Math.round(minutes) });
          }}
        />
        <TextInput
          label={t('agenda.item.start')}
          type="time"
          value={session.plannedStart}
          onChange={(event) => save({ plannedStart: event.currentTarget.value })}
        />
        <Select
          label={t('agenda.item.kind')}
          data={sessionKinds.map((kind) => ({ value: kind, label: t(`agenda.kind.${kind}`) }))}
          value={session.kind}
          allowDeselect={false}
          onChange={(value) => {
            const kind = sessionKinds.find((each) => each === value);
            if (kind) save({ kind });
          }}
        />
      </Group>
      <SavedTextarea label={t('agenda.item.purpose')} value={session.purpose} onSave={(purpose) => save({ purpose })} />
      <SavedTextarea label={t('agenda.item.how')} description={t('agenda.item.howNote')} value={session.how} onSave={(how) => save({ how })} minRows={4} />
      <SavedTextarea label={t('agenda.materials')} value={session.materials} onSave={(materials) => save({ materials })} />
      <Group grow align="end">
        <Select
          label={t('agenda.item.task')}
          data={tasks}
          value={session.task || null}
          clearable
          clearButtonProps={{ 'aria-label': t('action.clear') }}
          searchable
          onChange={(value) => save({ task: value ?? '' })}
        />
        <Select
          label={t('agenda.item.stage')}
          data={stages.map((stage) => ({ value: stage, label: t(`stage.${stage}`) }))}
          value={session.stage || null}
          clearable
          clearButtonProps={{ 'aria-label': t('action.clear') }}
          onChange={(value) => save({ stage: stages.find((stage) => stage === value) ?? '' })}
        />
      </Group>
      <SavedTextarea
        label={t('agenda.item.notes')}
        description={t('agenda.item.notesNote')}
        value={session.notes}
        onSave={(notes) => save({ notes })}
        minRows={3}
      />
      <ObjectFoot
        object={{ type: 'session', id: session.id, name: title }}
        removeLabel={t('agenda.remove.do')}
        question={{ title: t('agenda.remove.title', { name: title }), body: t('agenda.remove.body'), action: t('agenda.remove.do') }}
        onRemove={() => remove({ id: session.id }, { onSuccess: onClose })}
      />
    </Stack>
  );
}
