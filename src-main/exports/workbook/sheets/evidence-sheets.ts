import type { WriteSheet } from 'hucre/xlsx';
import type { EvidenceItem } from '#shared/domain/findings.ts';
import type { Observation } from '#shared/domain/indicators.ts';
import { type HeadlineState, wordingOf } from '#shared/methods/indicator-headline.ts';
import { shownIndicatorValue } from '#shared/methods/indicator-shown.ts';
import type { ProfileData } from '../../profile-data.ts';
import { type PrintedValue, printedCells } from '../../shown-indicators.ts';
import { datasetsWithHiddenRows } from '../../small-numbers.ts';
import { type TableCell, tableSheet } from '../sheet-table.ts';
import { dayCell, type WorkbookWriter } from '../workbook-writer.ts';
import type { ListRanges } from './list-sheet.ts';
import { sheetFrame } from './sheet-frame.ts';

/** Every value, those that disagree beside each other with what was chosen and why. */
export function indicatorSheet(writer: WorkbookWriter, lists: ListRanges): WriteSheet {
  const { t, data } = writer;
  const catalogue = new Map(data.indicators.map((indicator) => [indicator.code, indicator]));
  const lines = [...printedCells(data, writer.incidents).flatMap(({ values }) => values), ...withoutValue(data)];
  const rows = lines.map(({ observation, shown, state }): TableCell[] => {
    const indicator = catalogue.get(observation.indicatorCode);
    const figure = (value: number | null) => (shown.isHidden ? writer.shown(null) : value);
    return [
      indicator?.name ?? observation.indicatorCode,
      observation.indicatorCode,
      wordingOf(observation.definitionVersion, indicator?.versions ?? []),
      observation.areaId === null ? t('output.wholeCity') : writer.areaName(observation.areaId),
      observation.breakdown,
      observation.year,
      dayCell(observation.periodStart),
      dayCell(observation.periodEnd),
      figure(roundedIfWeighted(observation, shown.value)),
      indicator?.unit ?? '',
      shown.low,
      shown.high,
      figure(roundedIfWeighted(observation, shown.numerator)),
      shown.denominator,
      observation.sampleSize,
      observation.quality ?? '',
      observation.qualityReason,
      observation.source,
      observation.holder,
      dayCell(observation.publishedOn),
      observation.isComputed ? t('workbook.computed') : '',
      stateText(writer, state, observation.isChosen),
      observation.isChosen ? observation.choiceReason : '',
      observation.note,
      observation.id,
    ];
  });
  return tableSheet({
    ...sheetFrame(writer, 'indicators'),
    note: t('workbook.note.indicators'),
    columns: [
      { label: t('output.column.indicator'), width: 46, format: 'long-text' },
      { label: t('workbook.column.code'), width: 16, format: 'text' },
      { label: t('workbook.column.wording'), width: 12, format: 'text' },
      { label: t('output.column.area'), width: 24, format: 'text' },
      { label: t('workbook.column.breakdown'), width: 20, format: 'text' },
      { label: t('output.column.year'), width: 9, format: 'year' },
      { label: t('workbook.column.from'), width: 12, format: 'day' },
      { label: t('workbook.column.to'), width: 12, format: 'day' },
      { label: t('output.column.value'), width: 12, format: 'decimal' },
      { label: t('workbook.column.unit'), width: 26, format: 'text' },
      { label: t('workbook.column.low'), width: 12, format: 'decimal' },
      { label: t('workbook.column.high'), width: 12, format: 'decimal' },
      { label: t('workbook.column.numerator'), width: 12, format: 'decimal' },
      { label: t('workbook.column.denominator'), width: 14, format: 'decimal' },
      { label: t('workbook.column.sampleSize'), width: 10, format: 'count' },
      { label: t('output.column.quality'), width: 9, format: 'text', list: lists.qualities },
      { label: t('workbook.column.qualityReason'), width: 32, format: 'long-text' },
      { label: t('output.column.source'), width: 44, format: 'text' },
      { label: t('indicators.holder'), width: 24, format: 'text' },
      { label: t('workbook.column.publishedOn'), width: 13, format: 'day' },
      { label: t('workbook.column.how'), width: 14, format: 'text' },
      { label: t('workbook.column.state'), width: 16, format: 'text' },
      { label: t('workbook.column.choiceReason'), width: 36, format: 'long-text' },
      { label: t('workbook.column.note'), width: 40, format: 'long-text' },
      { label: t('workbook.column.id'), width: 38, format: 'text', isHidden: true },
    ],
    rows,
  });
}

/** Lines that were begun and have no figure yet: what was noted about them is not lost. */
function withoutValue({ observations }: ProfileData): PrintedValue[] {
  const nothing = { value: null, low: null, high: null, numerator: null, denominator: null, isHidden: false };
  return observations
    .filter(({ value }) => value === null)
    .map((observation) => ({ observation, shown: { ...shownIndicatorValue(observation, undefined, 1), ...nothing }, state: 'none' }));
}

function stateText({ t }: WorkbookWriter, state: HeadlineState, isChosen: boolean): string {
  if (state === 'dispute') return t('workbook.state.dispute');
  if (state === 'agreed') return t('workbook.state.agreed');
  if (state !== 'chosen') return '';
  return isChosen ? t('workbook.state.chosen') : t('workbook.state.other');
}

/** A sum of weights told to the last digit is an equation over counts that are hidden: three digits say enough. */
function roundedIfWeighted({ computation }: Observation, value: number | null): number | null {
  return value === null || computation?.method !== 'harm' ? value : Number(value.toPrecision(3));
}

/** What the city wants to reach; nothing while there is no target. */
export function targetSheets(writer: WorkbookWriter): WriteSheet[] {
  const { t, data } = writer;
  if (data.targets.length === 0) return [];
  const catalogue = new Map(data.indicators.map((indicator) => [indicator.code, indicator]));
  return [
    tableSheet({
      ...sheetFrame(writer, 'targets'),
      note: t('workbook.note.targets'),
      columns: [
        { label: t('output.column.indicator'), width: 46, format: 'long-text' },
        { label: t('output.column.area'), width: 24, format: 'text' },
        { label: t('workbook.column.breakdown'), width: 20, format: 'text' },
        { label: t('workbook.column.baseline'), width: 11, format: 'decimal' },
        { label: t('workbook.column.baselineYear'), width: 9, format: 'year' },
        { label: t('workbook.column.target'), width: 11, format: 'decimal' },
        { label: t('workbook.column.targetYear'), width: 9, format: 'year' },
        { label: t('workbook.column.unit'), width: 26, format: 'text' },
        { label: t('workbook.column.reason'), width: 50, format: 'long-text' },
      ],
      rows: data.targets.map((target) => [
        catalogue.get(target.indicatorCode)?.name ?? target.indicatorCode,
        target.areaId === null ? t('output.wholeCity') : writer.areaName(target.areaId),
        target.breakdown,
        target.baselineValue,
        target.baselineYear,
        target.targetValue,
        target.targetYear,
        catalogue.get(target.indicatorCode)?.unit ?? '',
        target.reason,
      ]),
    }),
  ];
}

export function riskSheet(writer: WorkbookWriter): WriteSheet {
  const { t, data, words } = writer;
  return tableSheet({
    ...sheetFrame(writer, 'risks'),
    note: t('workbook.note.risks'),
    columns: [
      { label: t('workbook.column.kind'), width: 16, format: 'text' },
      { label: t('workbook.column.title'), width: 40, format: 'long-text' },
      { label: t('workbook.column.description'), width: 60, format: 'long-text' },
      { label: t('output.column.origin'), width: 14, format: 'text' },
      { label: t('output.column.where'), width: 32, format: 'long-text' },
      { label: t('output.column.source'), width: 36, format: 'long-text' },
    ],
    rows: data.risks.map((risk) => [
      risk.kind === 'threat' ? t('output.column.threat') : t('output.column.vulnerability'),
      risk.title,
      risk.description,
      risk.origin === 'external' ? t('output.origin.external') : t('output.origin.local'),
      risk.areaIds.length > 0 ? words.list(risk.areaIds.map((id) => writer.areaName(id))) : t('output.wholeCity'),
      risk.source,
    ]),
  });
}

/** One row for each piece of evidence, and one for a finding without any. */
export function findingSheet(writer: WorkbookWriter, lists: ListRanges): WriteSheet {
  const { t, data, words } = writer;
  const rows = data.findings
    .filter(({ isRestricted }) => !isRestricted)
    .flatMap((finding, place) => {
      const about: TableCell[] = [
        place + 1,
        finding.sentence,
        words.support(finding.support),
        finding.areaIds.length > 0 ? words.list(finding.areaIds.map((id) => writer.areaName(id))) : t('output.wholeCity'),
        words.list(finding.groups.map(words.residentGroup)),
      ];
      const evidence = finding.evidence.filter(({ isRestricted }) => !isRestricted);
      if (evidence.length === 0) return [[...about, '', '', '', '', '']];
      return evidence.map((item): TableCell[] => [
        ...about,
        words.evidenceKind(item.kind),
        item.stance === 'against' ? t('output.stance.against') : t('output.stance.for'),
        item.text,
        item.source,
        figureText(writer, item),
      ]);
    });
  return tableSheet({
    ...sheetFrame(writer, 'findings'),
    note: t('workbook.note.findings'),
    frozenColumns: 2,
    columns: [
      { label: t('output.column.number'), width: 6, format: 'count' },
      { label: t('workbook.column.finding'), width: 56, format: 'long-text' },
      { label: t('workbook.column.support'), width: 16, format: 'text', list: lists.supports },
      { label: t('output.column.where'), width: 28, format: 'long-text' },
      { label: t('workbook.column.groups'), width: 26, format: 'long-text' },
      { label: t('workbook.column.evidenceKind'), width: 20, format: 'text', list: lists.evidenceKinds },
      { label: t('workbook.column.stance'), width: 14, format: 'text' },
      { label: t('workbook.column.evidence'), width: 60, format: 'long-text' },
      { label: t('output.column.source'), width: 36, format: 'long-text' },
      { label: t('workbook.column.figure'), width: 44, format: 'long-text' },
    ],
    rows,
  });
}

/** What the person saw when the item was kept: its title, what was looked at, how many cases, the day. Not its table, which is the team's own. */
function figureText({ context }: WorkbookWriter, { shown }: EvidenceItem): string {
  if (!shown) return '';
  const n = shown.facts?.n ?? null;
  return [shown.title, shown.about, n === null ? '' : `n = ${context.formats.count(n)}`, context.formats.day(shown.keptAt.slice(0, 10))]
    .filter(Boolean)
    .join(' · ');
}

export function sourceSheet(writer: WorkbookWriter): WriteSheet {
  const { t, data } = writer;
  const hiddenRows = datasetsWithHiddenRows(data);
  return tableSheet({
    ...sheetFrame(writer, 'sources'),
    note: t('workbook.note.sources'),
    columns: [
      { label: t('output.column.holds'), width: 16, format: 'text' },
      { label: t('workbook.column.file'), width: 36, format: 'text' },
      { label: t('output.column.source'), width: 44, format: 'long-text' },
      { label: t('output.column.licence'), width: 34, format: 'long-text' },
      { label: t('workbook.column.publishedOn'), width: 13, format: 'day' },
      { label: t('output.column.readOn'), width: 13, format: 'day' },
      { label: t('workbook.column.firstYear'), width: 11, format: 'year' },
      { label: t('workbook.column.lastYear'), width: 11, format: 'year' },
      { label: t('workbook.column.edition'), width: 30, format: 'text' },
      { label: t('workbook.column.rowsRead'), width: 12, format: 'count' },
      { label: t('workbook.column.rowsImported'), width: 12, format: 'count' },
      { label: t('workbook.column.problems'), width: 13, format: 'count' },
      { label: t('workbook.column.fingerprint'), width: 68, format: 'text' },
    ],
    rows: data.datasets.map((dataset) => [
      t(`output.datasetKind.${dataset.kind}`),
      dataset.title || dataset.fileName,
      dataset.source,
      dataset.licence,
      dayCell(dataset.publishedOn),
      dayCell(dataset.importedAt),
      dataset.firstYear,
      dataset.lastYear,
      dataset.replaced?.fileName ?? '',
      ...(hiddenRows.has(dataset.id) ? [writer.shown(null), writer.shown(null), writer.shown(null)] : [dataset.rows, dataset.imported, problemsOf(dataset)]),
      dataset.sha256,
    ]),
  });
}

function problemsOf(dataset: ProfileData['datasets'][number]): number {
  return dataset.problemCounts.reduce((sum, problem) => sum + problem.count, 0);
}
