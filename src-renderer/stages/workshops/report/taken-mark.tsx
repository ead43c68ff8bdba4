import { ActionIcon, Tooltip } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { EventReport, Taken } from '#shared/domain/event-reports.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from './report.module.css';

/** A field's name with the mark «taken from the workshop», and the way to take it from there once more. */
export function TakenMark({ report, what, label, isReadOnly }: { report: EventReport; what: Taken; label: string; isReadOnly: boolean }) {
  const { t, language } = useTexts();
  const { queries } = useEngine();
  const { mutate: take } = useMutation(queries.eventReports.take.mutationOptions());
  const again = t('eventReport.takeAgain', { field: label });
  return (
    <span className={classes.mark}>
      {report.taken.includes(what) ? <span className={classes.taken}>{t('eventReport.isTaken')}</span> : null}
      {isReadOnly ? null : (
        <Tooltip label={again}>
          <ActionIcon variant="subtle" size="md" aria-label={again} onClick={() => take({ id: report.id, what, language })}>
            <IconRefresh size="1rem" stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </span>
  );
}
