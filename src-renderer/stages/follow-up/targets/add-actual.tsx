import { Button, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { FollowedIndicator } from '#shared/domain/follow-up.ts';
import { type QualityGrade, qualityGrades } from '#shared/domain/quality-grade.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from '../follow-up.module.css';
import { today } from '../today.ts';

const empty = { value: null as number | null, source: '', quality: null as QualityGrade | null, explanation: '' };

/** Writes down a new value; without a figure, that it was asked for and nobody knew. */
export function AddActual({ followed }: { followed: FollowedIndicator }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const [measuredOn, setMeasuredOn] = useState(today());
  const [draft, setDraft] = useState(empty);
  const { mutate: add, isPending } = useMutation(queries.followUp.addActual.mutationOptions({ onSuccess: () => setDraft(empty) }));
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (measuredOn === '') return;
    const of = followed.objectKind === 'objective' ? { objectiveId: followed.objectId } : { measureId: followed.objectId };
    add({ ...of, measuredOn, ...draft });
  };
  return (
    <form onSubmit={send}>
      <div className={classes.form}>
        <TextInput
          type="date"
          required
          label={t('followUp.actual.measuredOn')}
          value={measuredOn}
          onChange={(event) => setMeasuredOn(event.currentTarget.value)}
        />
        <NumberInput
          hideControls
          inputMode="decimal"
          label={t('followUp.actual.value')}
          value={draft.value ?? ''}
          onChange={(value) => setDraft({ ...draft, value: typeof value === 'number' ? value : null })}
        />
        <TextInput
          label={t('field.source')}
          dir="auto"
          maxLength={500}
          value={draft.source}
          onChange={(event) => setDraft({ ...draft, source: event.currentTarget.value })}
        />
        <Select
          label={t('field.quality')}
          data={qualityGrades.map((value) => ({ value, label: `${value} – ${t(`quality.${value}`)}` }))}
          value={draft.quality}
          onChange={(quality) => setDraft({ ...draft, quality })}
          clearable
          clearButtonProps={{ 'aria-label': t('action.remove') }}
        />
        <Textarea
          className={classes.whole}
          label={t('followUp.explanation')}
          dir="auto"
          autosize
          minRows={1}
          maxLength={20_000}
          value={draft.explanation}
          onChange={(event) => setDraft({ ...draft, explanation: event.currentTarget.value })}
        />
      </div>
      <div className={classes.foot}>
        <p>{t('followUp.actual.note')}</p>
        <Button type="submit" variant="light" loading={isPending} leftSection={<IconPlus size="1.1rem" aria-hidden />}>
          {t(draft.value === null ? 'followUp.actual.addUnknown' : 'followUp.actual.add')}
        </Button>
      </div>
    </form>
  );
}
