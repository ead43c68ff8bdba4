import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { ActualInput, FollowedIndicator, ProgressPoint } from '#shared/domain/follow-up.ts';
import { qualityGrades } from '#shared/domain/quality-grade.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from '../follow-up.module.css';
import { FormFoot, useFocusWhenChanging } from '../form-foot.tsx';
import { today } from '../today.ts';

type Draft = Omit<ActualInput, 'objectiveId' | 'measureId'>;

/** Writes down a new value; without a figure, that it was asked for and nobody knew. With `point`, changes that value. */
export function ActualForm({ followed, point, onChanged }: { followed: FollowedIndicator; point: ProgressPoint | null; onChanged: () => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const [draft, setDraft] = useState<Draft>(() => (point ? draftOf(point) : emptyDraft(today())));
  const add = useMutation(queries.followUp.addActual.mutationOptions({ onSuccess: () => setDraft(emptyDraft(draft.measuredOn)) }));
  const update = useMutation(queries.followUp.updateActual.mutationOptions({ onSuccess: onChanged }));
  const value = useFocusWhenChanging<HTMLInputElement>(point !== null);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (draft.measuredOn === '') return;
    const of = followed.objectKind === 'objective' ? { objectiveId: followed.objectId } : { measureId: followed.objectId };
    if (point?.id) update.mutate({ id: point.id, patch: draft });
    else add.mutate({ ...of, ...draft });
  };
  return (
    <form onSubmit={send}>
      <div className={classes.form}>
        <TextInput
          type="date"
          required
          label={t('followUp.actual.measuredOn')}
          value={draft.measuredOn}
          onChange={(event) => setDraft({ ...draft, measuredOn: event.currentTarget.value })}
        />
        <NumberInput
          ref={value}
          hideControls
          inputMode="decimal"
          label={t('followUp.actual.value')}
          value={draft.value ?? ''}
          onChange={(typed) => setDraft({ ...draft, value: typeof typed === 'number' ? typed : null })}
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
          data={qualityGrades.map((grade) => ({ value: grade, label: `${grade} – ${t(`quality.${grade}`)}` }))}
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
      <FormFoot
        isChange={point !== null}
        addLabel={t(draft.value === null ? 'followUp.actual.addUnknown' : 'followUp.actual.add')}
        note={t('followUp.actual.note')}
        variant="light"
        isPending={add.isPending || update.isPending}
        onCancel={onChanged}
      />
    </form>
  );
}

function emptyDraft(measuredOn: string): Draft {
  return { measuredOn, value: null, source: '', quality: null, explanation: '' };
}

function draftOf({ on, value, source, quality, explanation }: ProgressPoint): Draft {
  return { measuredOn: on, value, source, quality, explanation };
}
