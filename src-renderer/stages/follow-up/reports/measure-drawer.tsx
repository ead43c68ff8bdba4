import { ActionIcon } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { MeasureProgress } from '#shared/domain/follow-up.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { ObjectDrawer } from '../../../ui/object-drawer.tsx';
import classes from '../follow-up.module.css';
import { Mark } from '../mark.tsx';
import { ReportForm } from './report-form.tsx';
import { statusLooks } from './status-looks.ts';

/** What was reported on one measure over time, and a place for a new report. */
export function MeasureReports({ measure, onClose }: { measure: MeasureProgress | null; onClose: () => void }) {
  const { t } = useTexts();
  return (
    <ObjectDrawer shown={measure && { ...measure, id: measure.measureId }} onClose={onClose} size="34rem" title={measure?.title || t('policy.untitledMeasure')}>
      {(shown) => <FormAndReports key={shown.id} measure={shown} />}
    </ObjectDrawer>
  );
}

function FormAndReports({ measure }: { measure: MeasureProgress }) {
  const [changed, setChanged] = useState<string | null>(null);
  const report = measure.reports.find(({ id }) => id === changed) ?? null;
  return (
    <>
      <ReportForm key={report?.id ?? ''} measure={measure} report={report} onChanged={() => setChanged(null)} />
      <Reports measure={measure} onChange={setChanged} />
    </>
  );
}

function Reports({ measure, onChange }: { measure: MeasureProgress; onChange: (id: string) => void }) {
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
              <ActionIcon.Group>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="2.25rem"
                  aria-label={t('followUp.report.changeOf', { on: formats.day(report.reportedOn) })}
                  onClick={() => onChange(report.id)}
                >
                  <IconPencil size="1.1rem" stroke={1.6} aria-hidden />
                </ActionIcon>
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
              </ActionIcon.Group>
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
