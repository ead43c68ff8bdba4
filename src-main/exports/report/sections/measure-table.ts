import { planTree } from '#shared/methods/plan-tree.ts';
import { anchorOf } from '../anchors.ts';
import type { Block } from '../report-document.ts';
import { column, type ReportWriter } from '../report-writer.ts';
import { indicatorOf, ownerOf } from './policy-section.ts';

/** All measures in the order of their objectives: who, when, how it is measured, what it costs. */
export function measureTable(writer: ReportWriter): Block[] {
  const { t, data, formats, words } = writer;
  if (data.measures.length === 0) return [{ kind: 'missing', text: t('report.missing.measures') }];
  const tree = planTree(data.pillars, data.objectives, data.measures);
  const sorted = tree.branches.flatMap(({ objectives }) => objectives.flatMap(({ measures }) => measures));
  return [
    {
      kind: 'table',
      caption: t('report.policyDocument.measureTable'),
      columns: [
        column(t('output.column.number'), 'start'),
        column(t('output.column.measure'), 'start', 4),
        column(t('output.column.owner'), 'start', 3),
        column(t('output.column.period'), 'start'),
        column(t('output.column.indicator'), 'start', 4),
        column(t('output.column.cost'), 'end'),
      ],
      rows: sorted.map(({ measure, number }) => [
        number,
        measure.title || t('output.noWords'),
        ownerOf(writer, measure),
        words.period(measure.startYear, measure.endYear),
        indicatorOf(writer, measure) || t('output.notStated'),
        measure.totalCost === null ? t('output.notStated') : formats.count(measure.totalCost),
      ]),
      total: [],
      rowAnchors: sorted.map(({ measure }) => anchorOf('measure', measure.id)),
      note: t('report.policyDocument.measureNote', { currency: data.city.currency || t('output.noCurrency') }),
    },
  ];
}
