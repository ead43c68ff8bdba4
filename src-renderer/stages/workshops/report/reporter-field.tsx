import { useMutation } from '@tanstack/react-query';
import type { EventReport } from '#shared/domain/event-reports.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedTextInput } from '../../../ui/saved-text.tsx';

/** Who writes the report: a person like the speakers, so that the name goes when the person is deleted. */
export function ReporterField({ report, isReadOnly }: { report: EventReport; isReadOnly: boolean }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { mutate: add } = useMutation(queries.eventReports.addSpeaker.mutationOptions());
  const { mutate: update } = useMutation(queries.eventReports.updateSpeaker.mutationOptions());
  const { mutate: remove } = useMutation(queries.eventReports.removeSpeaker.mutationOptions());
  const reporter = report.speakers.find(({ role }) => role === 'reporter');
  const save = (fullName: string) => {
    if (!reporter) add({ reportId: report.id, role: 'reporter', fullName });
    else if (fullName.trim() === '') remove({ id: reporter.id });
    else update({ id: reporter.id, patch: { fullName } });
  };
  return <SavedTextInput label={t('eventReport.field.reporter')} value={reporter?.fullName ?? ''} disabled={isReadOnly} onSave={save} />;
}
