import { protectionTexts } from '../../protection-texts.ts';
import { smallestRatedPopulation } from '../../shown-incidents.ts';
import { datasetsWithHiddenRows } from '../../small-numbers.ts';
import { anchorOf } from '../anchors.ts';
import type { Block, Section } from '../report-document.ts';
import { column, fingerprint, grouped, type ReportWriter } from '../report-writer.ts';

export function methodSection(writer: ReportWriter): Section {
  const { t, formats } = writer;
  return {
    title: t('report.methods.title'),
    lead: t('report.methods.lead'),
    startsPage: true,
    code: 'methods',
    anchor: anchorOf('chapter', 'methods'),
    blocks: [
      { kind: 'heading', text: t('report.methods.sources') },
      ...sourceTable(writer),
      { kind: 'heading', text: t('report.methods.how') },
      { kind: 'text', text: t('report.methods.rates'), anchor: anchorOf('method', 'rates') },
      { kind: 'text', text: t('report.methods.thinRates', { residents: formats.count(smallestRatedPopulation) }) },
      { kind: 'text', text: t('report.methods.change') },
      { kind: 'text', text: t('report.methods.support'), anchor: anchorOf('method', 'support') },
      { kind: 'text', text: t('report.methods.votes'), anchor: anchorOf('method', 'votes') },
      { kind: 'text', text: t('report.methods.costs'), anchor: anchorOf('method', 'costs') },
      { kind: 'heading', text: t('report.methods.smallNumbers'), anchor: anchorOf('method', 'small-numbers') },
      ...protectionTexts(writer).map((text) => ({ kind: 'text' as const, text })),
    ],
  };
}

export function sourceTable({ t, data, formats, words }: ReportWriter): Block[] {
  if (data.datasets.length === 0) return [{ kind: 'missing', text: t('report.missing.datasets') }];
  const hiddenRows = datasetsWithHiddenRows(data);
  const kind = (name: (typeof data.datasets)[number]['kind']) => t(`output.datasetKind.${name}`);
  return [
    {
      kind: 'table',
      caption: t('report.methods.datasetTable'),
      columns: [
        column(t('output.column.holds'), 'start'),
        column(t('output.column.source'), 'start', 2),
        column(t('output.column.licence'), 'start', 2),
        column(t('output.column.period'), 'start'),
        column(t('output.column.rows'), 'end'),
        column(t('output.column.readOn'), 'end'),
      ],
      rows: data.datasets.map((dataset) => [
        kind(dataset.kind),
        words.list([dataset.source, dataset.fileName].filter(Boolean)),
        words.list(
          [
            dataset.licence || t('output.notStated'),
            dataset.publishedOn ? t('report.methods.publishedOn', { day: formats.day(dataset.publishedOn) }) : '',
          ].filter(Boolean),
        ),
        words.period(dataset.firstYear, dataset.lastYear),
        hiddenRows.has(dataset.id)
          ? t('output.hidden')
          : dataset.imported === dataset.rows
            ? formats.count(dataset.rows)
            : t('report.methods.rowsOf', { imported: formats.count(dataset.imported), rows: formats.count(dataset.rows) }),
        formats.day(dataset.importedAt.slice(0, 10)),
      ]),
      total: [],
      note: t('report.methods.datasetNote'),
      links: data.datasets.map((dataset, row) => ({ row, column: 1, to: anchorOf('source', dataset.id) })),
    },
  ];
}

/** Both builds of it set the same pages. */
const typesetterName = 'Typst 0.14.2';

export function checkSection(writer: ReportWriter, kindName: string): Section {
  const { t, data, formats } = writer;
  return {
    title: t('report.check.title'),
    lead: t('report.check.lead'),
    startsPage: false,
    anchor: anchorOf('chapter', 'check'),
    blocks: [
      {
        kind: 'facts',
        items: [
          { label: t('report.check.document'), text: kindName },
          { label: t('report.check.dataOf'), text: formats.day(writer.day()) },
          { label: t('report.check.revision'), text: formats.count(data.revision) },
          { label: t('report.check.project'), text: data.projectId },
          { label: t('report.check.fingerprint'), text: grouped(fingerprint(data)) },
          { label: t('report.check.madeWith'), text: t('report.check.version', { app: t('app.name'), version: data.appVersion }) },
          { label: t('report.check.typesetter'), text: typesetterName },
          { label: t('report.check.standard'), text: t('report.check.standardText') },
        ],
      },
      { kind: 'heading', text: t('report.check.howTitle') },
      {
        kind: 'ranked',
        items: (['same', 'figure', 'claim', 'access'] as const).map((step, place) => ({
          mark: formats.count(place + 1),
          text: t(`report.check.step.${step}`),
          note: '',
        })),
      },
    ],
  };
}
