import type { MeasureProgress } from '#shared/domain/follow-up.ts';
import { measureStatuses } from '#shared/domain/policy.ts';
import { isolate } from '../../isolate.ts';
import type { Block } from '../../report-document.ts';
import { column, type ReportWriter } from '../../report-writer.ts';
import { bodyText, dateText } from './follow-up-words.ts';

/** How many measures stand how. */
export function statusFigures(writer: ReportWriter): Block[] {
  const { t, formats, data } = writer;
  const { measures } = data.followUp;
  if (measures.length === 0) return [];
  const count = (status: MeasureProgress['status']) => measures.filter((one) => one.status === status).length;
  return [
    {
      kind: 'key-figures',
      items: [...measureStatuses, null].flatMap((status) =>
        count(status) === 0 ? [] : [{ value: formats.count(count(status)), label: t(`measureStatus.${status ?? 'unknown'}`), note: '' }],
      ),
    },
  ];
}

/** Every measure with its status, its money and what is late. */
export function measureBlocks(writer: ReportWriter): Block[] {
  const { t, data, formats } = writer;
  const { measures } = data.followUp;
  if (measures.length === 0) return [{ kind: 'missing', text: t('report.missing.measures') }];
  return [
    {
      kind: 'table',
      caption: t('report.followUp.measureTable'),
      columns: [
        column(t('output.column.measure'), 'start', 4),
        column(t('output.column.owner'), 'start', 3),
        column(t('followUp.status'), 'start', 2),
        column(t('report.followUp.spent'), 'end'),
        column(t('report.followUp.budget'), 'end'),
        column(t('followUp.late'), 'start', 2),
      ],
      rows: measures.map((measure) => [
        measure.title || t('output.noWords'),
        bodyText(writer, measure.ownerId),
        [t(`measureStatus.${measure.status ?? 'unknown'}`), measure.statusOn ? dateText(writer, measure.statusOn) : ''].filter(Boolean).join(' · '),
        measure.spent === null ? t('output.notStated') : formats.money(measure.spent, measure.currency),
        measure.budget === null ? t('output.notStated') : formats.money(measure.budget, measure.currency),
        measure.late.map((reason) => t(`late.${reason}`)).join(t('output.listSeparator')) || '–',
      ]),
      total: [],
      note: t('report.followUp.measureNote'),
    },
  ];
}

/** What the newest report on each measure says. */
export function reportBlocks(writer: ReportWriter, isForPublic: boolean): Block[] {
  const { t, data, formats } = writer;
  return data.followUp.measures.flatMap((measure): Block[] => {
    const report = measure.reports.find((one) => one.isPublic || !isForPublic);
    if (!report) return [];
    const says = [isolate(report.explanation), report.nextStep ? t('report.followUp.nextStep', { step: isolate(report.nextStep) }) : '']
      .filter(Boolean)
      .join(' ');
    return [
      { kind: 'heading', text: measure.title || t('output.noWords') },
      {
        kind: 'text',
        text: [
          t('report.followUp.statusOn', { status: t(`measureStatus.${report.status}`), on: formats.day(report.reportedOn) }),
          says,
          report.reportedBy && !isForPublic ? t('report.followUp.reportedBy', { body: isolate(report.reportedBy) }) : '',
        ]
          .filter(Boolean)
          .join(' '),
      },
    ];
  });
}
