import { Checkbox, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { MeasureProgress, ProgressReport, ReportInput } from '#shared/domain/follow-up.ts';
import { measureStatuses } from '#shared/domain/policy.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from '../follow-up.module.css';
import { FormFoot, useFocusWhenChanging } from '../form-foot.tsx';
import { today } from '../today.ts';

type Draft = Omit<ReportInput, 'measureId'>;

/** A new report on a measure; or, with `report`, that one told otherwise. */
export function ReportForm({ measure, report, onChanged }: { measure: MeasureProgress; report: ProgressReport | null; onChanged: () => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const [draft, setDraft] = useState<Draft>(() => (report ? draftOf(report) : emptyDraft(measure)));
  const change = (patch: Partial<Draft>) => setDraft({ ...draft, ...patch });
  const add = useMutation(queries.followUp.addReport.mutationOptions({ onSuccess: () => change({ explanation: '', nextStep: '', spent: null }) }));
  const update = useMutation(queries.followUp.updateReport.mutationOptions({ onSuccess: onChanged }));
  const what = useFocusWhenChanging(report !== null);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (draft.reportedOn === '') return;
    if (report) update.mutate({ id: report.id, patch: draft });
    else add.mutate({ measureId: measure.measureId, ...draft });
  };
  return (
    <form onSubmit={send}>
      <div className={classes.form}>
        <TextInput
          type="date"
          required
          label={t('followUp.report.on')}
          value={draft.reportedOn}
          onChange={(event) => change({ reportedOn: event.currentTarget.value })}
        />
        <Select
          label={t('followUp.status')}
          data={measureStatuses.map((value) => ({ value, label: t(`measureStatus.${value}`) }))}
          value={draft.status}
          allowDeselect={false}
          onChange={(status) => status && change({ status })}
        />
        <NumberInput
          hideControls
          inputMode="decimal"
          min={0}
          thousandSeparator=" "
          label={t('followUp.report.spent')}
          description={t('followUp.report.spentNote')}
          className={classes.whole}
          value={draft.spent ?? ''}
          onChange={(spent) => change({ spent: typeof spent === 'number' ? spent : null })}
        />
        <Textarea
          className={classes.whole}
          ref={what}
          label={t('followUp.report.what')}
          dir="auto"
          autosize
          minRows={2}
          maxLength={20_000}
          value={draft.explanation}
          onChange={(event) => change({ explanation: event.currentTarget.value })}
        />
        <Textarea
          className={classes.whole}
          label={t('followUp.report.nextStep')}
          dir="auto"
          autosize
          minRows={1}
          maxLength={20_000}
          value={draft.nextStep}
          onChange={(event) => change({ nextStep: event.currentTarget.value })}
        />
        <TextInput
          className={classes.whole}
          label={t('followUp.report.by')}
          description={t('followUp.report.byNote')}
          dir="auto"
          maxLength={500}
          value={draft.reportedBy}
          onChange={(event) => change({ reportedBy: event.currentTarget.value })}
        />
        <Checkbox
          className={classes.whole}
          size="md"
          label={t('followUp.isPublic')}
          checked={draft.isPublic}
          onChange={(event) => change({ isPublic: event.currentTarget.checked })}
        />
      </div>
      <FormFoot
        isChange={report !== null}
        addLabel={t('followUp.report.add')}
        variant="filled"
        isPending={add.isPending || update.isPending}
        onCancel={onChanged}
      />
    </form>
  );
}

function emptyDraft(measure: MeasureProgress): Draft {
  return { reportedOn: today(), status: measure.status ?? 'on-track', explanation: '', nextStep: '', spent: null, reportedBy: '', isPublic: true };
}

function draftOf({ reportedOn, status, explanation, nextStep, spent, reportedBy, isPublic }: ProgressReport): Draft {
  return { reportedOn, status, explanation, nextStep, spent, reportedBy, isPublic };
}
