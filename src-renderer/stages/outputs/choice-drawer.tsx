import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { chaptersOf, documentsWithAnnexes, documentsWithSignatures } from '#shared/domain/output-chapters.ts';
import { type OutputProfile, type OutputSettings, usualSettings } from '#shared/domain/output-profiles.ts';
import type { OutputKind } from '#shared/domain/outputs.ts';
import { useEngine, useProject } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { ObjectDrawer } from '../../ui/object-drawer.tsx';
import { SavedTextInput } from '../../ui/saved-text.tsx';
import { OrderedChoice } from './ordered-choice.tsx';
import classes from './outputs-page.module.css';

/** Saved choices of one document: which chapters in which order, which annexes, with or without the city's look. */
export function ChoiceDrawer({ kind, profiles, onClose }: { kind: OutputKind | null; profiles: readonly OutputProfile[]; onClose: () => void }) {
  const { t } = useTexts();
  const shown = kind === null ? null : { id: kind, kind };
  return (
    <ObjectDrawer shown={shown} onClose={onClose} size="30rem" title={kind ? t('outputs.choicesOf', { name: t(`outputs.${kind}.title`) }) : ''}>
      {(of) => <Choices kind={of.kind} profiles={profiles.filter((profile) => profile.kind === of.kind)} />}
    </ObjectDrawer>
  );
}

function Choices({ kind, profiles }: { kind: OutputKind; profiles: readonly OutputProfile[] }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const isReadOnly = useProject()?.isReadOnly ?? true;
  const [name, setName] = useState('');
  const { mutate: add, isPending } = useMutation(queries.outputProfiles.add.mutationOptions());
  const save = () => add({ kind, name: name.trim(), settings: { ...usualSettings, chapters: [...chaptersOf(kind)] } }, { onSuccess: () => setName('') });
  return (
    <Stack gap="lg">
      <p className={classes.soft}>{t('outputs.choicesPurpose')}</p>
      {profiles.map((profile) => (
        <ChoiceForm key={profile.id} profile={profile} isReadOnly={isReadOnly} />
      ))}
      {isReadOnly ? null : (
        <form
          className={classes.newChoice}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim()) save();
          }}
        >
          <TextInput
            label={t('outputs.newChoice')}
            placeholder={t('outputs.newChoiceExample')}
            value={name}
            maxLength={120}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" loading={isPending} disabled={name.trim() === ''}>
            {t('outputs.addChoice')}
          </Button>
        </form>
      )}
    </Stack>
  );
}

function ChoiceForm({ profile, isReadOnly }: { profile: OutputProfile; isReadOnly: boolean }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { ask, dialog } = useConfirm();
  const annexes = useQuery(queries.identity.read.queryOptions()).data?.annexes ?? [];
  const { mutate: update } = useMutation(queries.outputProfiles.update.mutationOptions());
  const { mutate: remove } = useMutation(queries.outputProfiles.remove.mutationOptions());
  const { kind } = profile;
  // What was pressed stands at once; two quick presses build on one another.
  const [settings, setSettings] = useState(profile.settings);
  useEffect(() => setSettings(profile.settings), [profile.settings]);
  const set = (patch: Partial<OutputSettings>) => {
    const next = { ...settings, ...patch };
    setSettings(next);
    update({ id: profile.id, patch: { settings: next } });
  };
  const chapters = chaptersOf(kind);
  return (
    <fieldset className={classes.choice} disabled={isReadOnly}>
      <legend>
        <bdi>{profile.name}</bdi>
      </legend>
      <SavedTextInput
        label={t('identity.profile.name')}
        value={profile.name}
        onSave={(name) => (name.trim() ? update({ id: profile.id, patch: { name } }) : undefined)}
      />
      {chapters.length > 0 ? (
        <OrderedChoice
          label={t('outputs.chapters')}
          items={chapters.map((code) => ({ id: code, name: t(`chapter.${code}`) }))}
          chosen={settings.chapters ?? chapters}
          onChange={(codes) => set({ chapters: codes })}
        />
      ) : null}
      {documentsWithAnnexes.includes(kind) && annexes.length > 0 ? (
        <OrderedChoice
          label={t('identity.annexes')}
          items={annexes.map(({ id, title }) => ({ id, name: title }))}
          chosen={settings.annexIds ?? annexes.map(({ id }) => id)}
          onChange={(annexIds) => set({ annexIds })}
        />
      ) : null}
      <Checkbox label={t('outputs.withIdentity')} checked={settings.withIdentity} onChange={(event) => set({ withIdentity: event.currentTarget.checked })} />
      {documentsWithSignatures.includes(kind) ? (
        <Checkbox
          label={t('outputs.withSignatures')}
          checked={settings.withSignatures}
          onChange={(event) => set({ withSignatures: event.currentTarget.checked })}
        />
      ) : null}
      <Group justify="flex-end">
        <Button
          variant="subtle"
          color="red"
          size="compact-sm"
          leftSection={<IconTrash size="1rem" stroke={1.6} aria-hidden />}
          onClick={() =>
            ask({
              title: t('outputs.removeChoice', { name: profile.name }),
              body: t('outputs.removeChoiceBody'),
              action: t('action.remove'),
              onConfirm: () => remove({ id: profile.id }),
            })
          }
        >
          {t('action.remove')}
        </Button>
      </Group>
      {dialog}
    </fieldset>
  );
}
