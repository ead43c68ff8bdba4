import { progressFigure } from '#shared/figures/progress-figure.ts';
import type { Block } from '../../report-document.ts';
import { column, type ReportWriter } from '../../report-writer.ts';
import { valueText } from '../indicator-section.ts';
import { atText, dateText, indicatorName, printedIndicators, shareText } from './follow-up-words.ts';

/** More curves than this are no overview. */
const mostFigures = 6;

/** All indicators of the plan against their targets, and the course of those that have one. */
export function targetBlocks(writer: ReportWriter): Block[] {
  const { t } = writer;
  const followed = printedIndicators(writer);
  if (followed.length === 0) return [{ kind: 'missing', text: t('report.followUp.noIndicators') }];
  return [
    {
      kind: 'table',
      caption: t('report.followUp.targetTable'),
      columns: [
        column(t('report.followUp.aim'), 'start', 4),
        column(t('output.column.indicator'), 'start', 4),
        column(t('output.column.baseline'), 'start', 2),
        column(t('report.followUp.now'), 'start', 2),
        column(t('output.column.target'), 'start', 2),
        column(t('report.followUp.way'), 'start', 3),
      ],
      rows: followed.map((one) => [
        one.title || t('output.noWords'),
        indicatorName(writer, one),
        atText(writer, one.baseline.value, one.baseline.on),
        one.actual ? atText(writer, one.actual.value, one.actual.on) : t(`progressGap.${one.gap ?? 'no-value'}`),
        atText(writer, one.target.value, one.target.on),
        one.gap ? t('pace.unknown') : `${shareText(writer, one)} · ${t(`pace.${one.pace}`)}`,
      ]),
      total: [],
      note: t('report.followUp.targetNote'),
    },
    ...courses(writer),
  ];
}

function courses(writer: ReportWriter): Block[] {
  const { t, formats } = writer;
  const shown = printedIndicators(writer).filter(({ share }) => share !== null);
  return shown.slice(0, mostFigures).map((one) =>
    writer.chart(progressFigure(writer.figureContext, { ...one, words: (on, value) => `${dateText(writer, on)}: ${valueText(writer, value, '')}` }), {
      caption: t('report.followUp.courseCaption', {
        name: indicatorName(writer, one),
        now: valueText(writer, one.actual?.value ?? null, ''),
        on: dateText(writer, one.actual?.on ?? null),
        share: formats.percent(one.share).replace('-', '−'),
      }),
      alt: t('followUp.lineAlternative', {
        name: indicatorName(writer, one),
        from: atText(writer, one.baseline.value, one.baseline.on),
        to: atText(writer, one.target.value, one.target.on),
        now: atText(writer, one.actual?.value ?? null, one.actual?.on ?? ''),
      }),
      source: [
        t('report.followUp.courseSource'),
        one.actual?.source ? t('output.sourceLine', { source: one.actual.source }) : '',
        one.actual?.explanation ?? '',
      ]
        .filter(Boolean)
        .join(' '),
    }),
  );
}
