import { Button, Group, Select } from '@mantine/core';
import { IconFileText, IconFileTypePdf, IconReportAnalytics, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { EventReport } from '#shared/domain/event-reports.ts';
import type { Workshop } from '#shared/domain/workshops.ts';
import { useEngine, useProject } from '../../app/engine/engine-provider.tsx';
import { ownNameOf } from '../../app/texts/language-menu-items.tsx';
import { languages, useTexts } from '../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import { MadeOutput } from './made-output.tsx';
import { FactsPanel } from './report/facts-panel.tsx';
import { FocusPanel } from './report/focus-panel.tsx';
import classes from './report/report.module.css';
import { SpeakersPanel } from './report/speakers-panel.tsx';
import { TextPanels } from './report/text-panels.tsx';
import { useMakeOutput } from './use-make-output.ts';
import { WorkshopPage } from './workshop-page.tsx';

/** The partners' report on a workshop: it fills itself, and is then written by people. */
export function ReportPage() {
  const { t } = useTexts();
  return (
    <WorkshopPage title={t('section.eventReport')} purpose={t('eventReport.purpose')} wide>
      {(workshop) => <ReportOf key={workshop.id} workshop={workshop} />}
    </WorkshopPage>
  );
}

function ReportOf({ workshop }: { workshop: Workshop }) {
  const { t, language } = useTexts();
  const { queries } = useEngine();
  const isReadOnly = useProject()?.isReadOnly ?? true;
  const report = useQuery(queries.eventReports.get.queryOptions({ input: { workshopId: workshop.id } })).data;
  const { mutate: start, isPending } = useMutation(queries.eventReports.start.mutationOptions());
  if (report === undefined) return null;
  if (report === null) {
    return (
      <Panel plain>
        <EmptyState
          icon={IconReportAnalytics}
          title={t('eventReport.empty.title')}
          action={
            isReadOnly ? null : (
              <Button loading={isPending} onClick={() => start({ workshopId: workshop.id, language })}>
                {t('eventReport.start')}
              </Button>
            )
          }
        >
          {t('eventReport.empty.body')}
        </EmptyState>
      </Panel>
    );
  }
  return (
    <div className={classes.panels}>
      <Making report={report} />
      <FactsPanel report={report} isReadOnly={isReadOnly} />
      <FocusPanel report={report} isReadOnly={isReadOnly} />
      <TextPanels key={report.id} report={report} isReadOnly={isReadOnly} />
      <SpeakersPanel report={report} isReadOnly={isReadOnly} />
      {isReadOnly ? null : <Remove report={report} title={workshop.title} />}
    </div>
  );
}

function Making({ report }: { report: EventReport }) {
  const { t, language } = useTexts();
  const [wished, setWished] = useState(language);
  const { making, make } = useMakeOutput('event-report', report.workshopId, wished);
  const workingOn = making.is === 'working' ? making.format : null;
  return (
    <div className={classes.making}>
      <Group gap="xs" align="end">
        <Select
          label={t('outputs.language')}
          data={languages.map((tag) => ({ value: tag, label: ownNameOf(tag) }))}
          value={wished}
          allowDeselect={false}
          onChange={(value) => setWished(value ?? language)}
          w="14rem"
        />
        <Button leftSection={<IconFileTypePdf size="1.1rem" stroke={1.6} aria-hidden />} loading={workingOn === 'pdf'} onClick={() => void make('pdf')}>
          {t('eventReport.makePdf')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconFileText size="1.1rem" stroke={1.6} aria-hidden />}
          loading={workingOn === 'docx'}
          onClick={() => void make('docx')}
        >
          {t('eventReport.makeWord')}
        </Button>
      </Group>
      <MadeOutput making={making} />
    </div>
  );
}

function Remove({ report, title }: { report: EventReport; title: string }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { ask, dialog } = useConfirm();
  const { mutate: remove } = useMutation(queries.eventReports.remove.mutationOptions());
  return (
    <Group justify="flex-end">
      <Button
        variant="subtle"
        color="red"
        leftSection={<IconTrash size="1rem" stroke={1.6} aria-hidden />}
        onClick={() =>
          ask({
            title: t('eventReport.remove.title', { name: title }),
            body: t('eventReport.remove.body'),
            action: t('eventReport.remove'),
            onConfirm: () => remove({ id: report.id }),
          })
        }
      >
        {t('eventReport.remove')}
      </Button>
      {dialog}
    </Group>
  );
}
