import type { WriteSheet } from 'hucre/xlsx';
import { shownObservation } from '../../small-numbers.ts';
import { type TableCell, tableSheet } from '../sheet-table.ts';
import { dayCell, type WorkbookWriter } from '../workbook-writer.ts';
import type { ListRanges } from './list-sheet.ts';
import { shared } from './place-sheets.ts';

export function indicatorSheet(writer: WorkbookWriter, lists: ListRanges): WriteSheet {
  const { t, data, names } = writer;
  const catalogue = new Map(data.indicators.map((indicator) => [indicator.code, indicator]));
  const rows = data.observations.map((observation): TableCell[] => {
    const indicator = catalogue.get(observation.indicatorCode);
    const shown = shownObservation(observation, Math.max(indicator?.smallestCount ?? 0, data.city.smallNumberThreshold));
    return [
      indicator?.name ?? observation.indicatorCode,
      observation.indicatorCode,
      observation.areaId === null ? t('output.wholeCity') : writer.areaName(observation.areaId),
      observation.breakdown,
      observation.year,
      shown.isHidden ? writer.shown(null) : shown.value,
      indicator?.unit ?? '',
      shown.low,
      shown.high,
      observation.quality ?? '',
      observation.source,
      dayCell(observation.publishedOn),
      observation.isComputed ? t('workbook.computed') : '',
      observation.note,
    ];
  });
  return tableSheet({
    ...shared(writer),
    name: names.indicators,
    title: t('workbook.sheet.indicators'),
    note: t('workbook.note.indicators'),
    columns: [
      { label: t('output.column.indicator'), width: 46, format: 'long-text' },
      { label: t('workbook.column.code'), width: 16, format: 'text' },
      { label: t('output.column.area'), width: 24, format: 'text' },
      { label: t('workbook.column.breakdown'), width: 20, format: 'text' },
      { label: t('output.column.year'), width: 9, format: 'year' },
      { label: t('output.column.value'), width: 12, format: 'decimal' },
      { label: t('workbook.column.unit'), width: 26, format: 'text' },
      { label: t('workbook.column.low'), width: 12, format: 'decimal' },
      { label: t('workbook.column.high'), width: 12, format: 'decimal' },
      { label: t('output.column.quality'), width: 9, format: 'text', list: lists.qualities },
      { label: t('output.column.source'), width: 44, format: 'text' },
      { label: t('workbook.column.publishedOn'), width: 13, format: 'day' },
      { label: t('workbook.column.how'), width: 14, format: 'text' },
      { label: t('workbook.column.note'), width: 40, format: 'long-text' },
    ],
    rows,
  });
}

export function riskSheet(writer: WorkbookWriter): WriteSheet {
  const { t, data, words, names } = writer;
  return tableSheet({
    ...shared(writer),
    name: names.risks,
    title: t('workbook.sheet.risks'),
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
  const { t, data, words, names } = writer;
  const rows = data.findings.flatMap((finding, place) => {
    const about: TableCell[] = [
      place + 1,
      finding.sentence,
      words.support(finding.support),
      finding.areaIds.length > 0 ? words.list(finding.areaIds.map((id) => writer.areaName(id))) : t('output.wholeCity'),
      words.list(finding.groups.map(words.residentGroup)),
    ];
    if (finding.evidence.length === 0) return [[...about, '', '', '', '']];
    return finding.evidence.map((item): TableCell[] => [
      ...about,
      words.evidenceKind(item.kind),
      item.stance === 'against' ? t('output.stance.against') : t('output.stance.for'),
      item.text,
      item.source,
    ]);
  });
  return tableSheet({
    ...shared(writer),
    name: names.findings,
    title: t('workbook.sheet.findings'),
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
    ],
    rows,
  });
}

export function sourceSheet(writer: WorkbookWriter): WriteSheet {
  const { t, data, names } = writer;
  return tableSheet({
    ...shared(writer),
    name: names.sources,
    title: t('workbook.sheet.sources'),
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
      { label: t('workbook.column.rowsRead'), width: 12, format: 'count' },
      { label: t('workbook.column.rowsImported'), width: 12, format: 'count' },
      { label: t('workbook.column.fingerprint'), width: 68, format: 'text' },
    ],
    rows: data.datasets.map((dataset) => [
      t(`output.datasetKind.${dataset.kind}`),
      dataset.fileName,
      dataset.source,
      dataset.licence,
      dayCell(dataset.publishedOn),
      dayCell(dataset.importedAt),
      dataset.firstYear,
      dataset.lastYear,
      dataset.rows,
      dataset.imported,
      dataset.sha256,
    ]),
  });
}
