import { Button, Drawer, FileButton, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HarmAnswer, HarmSet } from '#shared/domain/patterns.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { SavedNumberInput } from '../../../ui/saved-number.tsx';
import { SavedTextInput } from '../../../ui/saved-text.tsx';
import classes from './patterns.module.css';

/** Problems beyond these are told by their number. */
const mostProblems = 8;

/** The city's own weights: where they come from, one by one or pasted from a table. */
export function HarmSetsDrawer({ offences, onClose }: { offences: HarmAnswer['byOffence']; onClose: () => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const sets = useQuery(queries.patterns.harmSets.queryOptions()).data ?? [];
  const choose = useMutation(queries.patterns.chooseHarmSet.mutationOptions());
  const add = useMutation(queries.patterns.addHarmSet.mutationOptions());
  const [name, setName] = useState('');
  const chosen = sets.find((set) => set.isChosen) ?? sets[0];
  const start = async () => {
    const set = await add.mutateAsync({ name: name.trim() });
    if (!set.isChosen) await choose.mutateAsync({ id: set.id });
    setName('');
  };
  return (
    <Drawer opened onClose={onClose} position="right" size="38rem" title={t('patterns.harm.weights')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <Stack gap="lg">
        <p className={classes.note}>{t('patterns.harm.drawer')}</p>
        {sets.length > 0 ? (
          <Select
            label={t('factInput.weightSet')}
            data={sets.map((set) => ({ value: set.id, label: set.name || '–' }))}
            value={chosen?.id ?? null}
            onChange={(id) => id && choose.mutate({ id })}
            allowDeselect={false}
          />
        ) : null}
        <form
          onSubmit={(event) => {
            event.preventDefault();
            start().catch(() => undefined);
          }}
        >
          <Group align="end" wrap="nowrap">
            <TextInput
              style={{ flex: 1 }}
              dir="auto"
              label={t('patterns.harm.newName')}
              maxLength={500}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" variant={sets.length === 0 ? 'filled' : 'default'} disabled={name.trim() === ''} loading={add.isPending}>
              {t('patterns.harm.add')}
            </Button>
          </Group>
        </form>
        {chosen ? <SetFields key={chosen.id} set={chosen} offences={offences} /> : null}
      </Stack>
    </Drawer>
  );
}

function SetFields({ set, offences }: { set: HarmSet; offences: HarmAnswer['byOffence'] }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { ask, dialog } = useConfirm();
  const update = useMutation(queries.patterns.updateHarmSet.mutationOptions());
  const remove = useMutation(queries.patterns.removeHarmSet.mutationOptions());
  const weigh = useMutation(queries.patterns.setHarmWeights.mutationOptions());
  const weights = new Map(set.weights.map(({ offenceId, weight }) => [offenceId, weight]));
  const save = (patch: Partial<Pick<HarmSet, 'name' | 'source' | 'dated' | 'unit'>>) => update.mutate({ id: set.id, patch });
  return (
    <>
      <div className={classes.form}>
        <SavedTextInput label={t('field.name')} value={set.name} onSave={(name) => save({ name })} />
        <SavedTextInput label={t('field.source')} description={t('patterns.harm.sourceHint')} value={set.source} onSave={(source) => save({ source })} />
        <TextInput
          type="date"
          label={t('history.field.dated')}
          value={set.dated ?? ''}
          onChange={(event) => save({ dated: event.currentTarget.value || null })}
        />
        <SavedTextInput label={t('patterns.harm.unit')} description={t('patterns.harm.unitHint')} value={set.unit} onSave={(unit) => save({ unit })} />
      </div>
      <Paste set={set} />
      <Stack gap="xs">
        {offences.map((offence) => (
          <SavedNumberInput
            key={offence.offenceId}
            label={offence.offence}
            placeholder={t('patterns.harm.noWeight')}
            min={0}
            value={weights.get(offence.offenceId) ?? null}
            onSave={(weight) => weigh.mutate({ id: set.id, weights: [{ offenceId: offence.offenceId, weight }] })}
          />
        ))}
      </Stack>
      <Button
        variant="subtle"
        color="red"
        onClick={() =>
          ask({
            title: t('patterns.harm.removeTitle', { name: set.name }),
            body: t('patterns.harm.removeBody'),
            action: t('action.remove'),
            onConfirm: () => remove.mutate({ id: set.id }),
          })
        }
      >
        {t('patterns.harm.remove')}
      </Button>
      {dialog}
    </>
  );
}

function Paste({ set }: { set: HarmSet }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const paste = useMutation(queries.patterns.pasteHarmWeights.mutationOptions());
  const [text, setText] = useState('');
  const read = async (content: string) => {
    await paste.mutateAsync({ id: set.id, text: content });
    setText('');
  };
  const result = paste.data;
  return (
    <Stack gap="xs">
      <Textarea
        label={t('patterns.harm.paste')}
        description={t('patterns.harm.pasteHint')}
        dir="auto"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2_000_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group>
        <Button variant="default" disabled={text.trim() === ''} loading={paste.isPending} onClick={() => read(text).catch(() => undefined)}>
          {t('patterns.harm.take')}
        </Button>
        <FileButton
          accept=".csv,.tsv,.txt"
          onChange={(file) =>
            file
              ?.text()
              .then(read)
              .catch(() => undefined)
          }
        >
          {(props) => (
            <Button variant="subtle" {...props}>
              {t('patterns.harm.file')}
            </Button>
          )}
        </FileButton>
      </Group>
      {result ? (
        <Notice kind={result.problems.length > 0 ? 'caution' : 'good'} title={t('patterns.harm.taken', { count: result.taken })}>
          {result.problems.slice(0, mostProblems).map((problem) => (
            <div key={problem.line} dir="auto">
              {t(`patterns.harm.problem.${problem.reason}`, { line: problem.line, text: problem.text })}
            </div>
          ))}
          {result.problems.length > mostProblems ? t('patterns.harm.moreProblems', { count: result.problems.length - mostProblems }) : null}
        </Notice>
      ) : null}
    </Stack>
  );
}
