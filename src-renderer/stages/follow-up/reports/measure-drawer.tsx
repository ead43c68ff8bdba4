import { ActionIcon, Button, Checkbox, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { MeasureProgress } from '#shared/domain/follow-up.ts';
import { type MeasureStatus, measureStatuses } from '#shared/domain/policy.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { ObjectDrawer } from '../../../ui/object-drawer.tsx';
import classes from '../follow-up.module.css';
import { Mark } from '../mark.tsx';
import { today } from '../today.ts';
import { statusLooks } from './status-looks.ts';

/** What was reported on one measure over time, and a place for a new report. */
export function MeasureReports({ measure, onClose }: { measure: MeasureProgress | null; onClose: () => void }) {
  const { t } = useTexts();
  return (
    <ObjectDrawer shown={measure && { ...measure, id: measure.measureId }} onClose={onClose} size="34rem" title={measure?.title || t('policy.untitledMeasure')}>
      {(shown) => (
        <>
          <AddReport key={shown.id} measure={shown} />
          <Reports measure={shown} />
        </>
      )}
    </ObjectDrawer>
  );
}

function AddReport({ measure }: { measure: MeasureProgress }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const empty = {
    status: measure.status ?? ('on-track' as MeasureStatus),
    explanation: '',
    nextStep: '',
    spent: null as number | null,
    reportedBy: '',
    isPublic: true,
  };
  const [reportedOn, setReportedOn] = useState(today());
  const [draft, setDraft] = useState(empty);
  const change = (patch: Partial<typeof empty>) => setDraft({ ...draft, ...patch });
  const { mutate: add, isPending } = useMutation(
    queries.followUp.addReport.mutationOptions({ onSuccess: () => change({ explanation: '', nextStep: '', spent: null }) }),
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (reportedOn !== '') add({ measureId: measure.measureId, reportedOn, ...draft });
  };
  return (
    <form onSubmit={send}>
      <div className={classes.form}>
        <TextInput type="date" required label={t('followUp.report.on')} value={reportedOn} onChange={(event) => setReportedOn(event.currentTarget.value)} />
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
      <div className={classes.foot}>
        <Button type="submit" loading={isPending} leftSection={<IconPlus size="1.1rem" aria-hidden />}>
          {t('followUp.report.add')}
        </Button>
      </div>
    </form>
  );
}

function Reports({ measure }: { measure: MeasureProgress }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const { mutate: remove } = useMutation(queries.followUp.removeReport.mutationOptions());
  const confirm = useConfirm();
  return (
    <div className={classes.part}>
      <h3>{t('followUp.report.list')}</h3>
      {measure.reports.length === 0 ? <p className={classes.soft}>{t('followUp.report.none')}</p> : null}
      <ul className={classes.reports}>
        {measure.reports.map((report) => (
          <li key={report.id}>
            <div className={classes.head}>
              <span className={classes.marks}>
                <strong>{formats.day(report.reportedOn)}</strong>
                <Mark {...statusLooks[report.status]}>{t(`measureStatus.${report.status}`)}</Mark>
                {report.isPublic ? null : <span className={classes.soft}>{t('followUp.notPublic')}</span>}
              </span>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="2.25rem"
                aria-label={t('followUp.report.removeOf', { on: formats.day(report.reportedOn) })}
                onClick={() =>
                  confirm.ask({
                    title: t('followUp.report.remove'),
                    body: t('followUp.report.removeBody', { on: formats.day(report.reportedOn) }),
                    action: t('action.remove'),
                    onConfirm: () => remove({ id: report.id }),
                  })
                }
              >
                <IconTrash size="1.1rem" stroke={1.6} aria-hidden />
              </ActionIcon>
            </div>
            {report.explanation ? <p dir="auto">{report.explanation}</p> : null}
            {report.nextStep ? (
              <p dir="auto">
                <strong>{t('followUp.report.nextStep')}:</strong> {report.nextStep}
              </p>
            ) : null}
            <div className={classes.soft}>
              {[report.spent === null ? '' : t('followUp.report.spentIs', { amount: formats.money(report.spent, measure.currency) }), report.reportedBy]
                .filter(Boolean)
                .join(' · ')}
            </div>
          </li>
        ))}
      </ul>
      {confirm.dialog}
    </div>
  );
}
