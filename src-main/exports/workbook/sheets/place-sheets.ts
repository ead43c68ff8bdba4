import type { WriteSheet } from 'hucre/xlsx';
import { iqrOf } from '#shared/methods/standings.ts';
import { firstDataRow, type TableCell, tableSheet } from '../sheet-table.ts';
import type { WorkbookWriter } from '../workbook-writer.ts';
import type { ListRanges } from './list-sheet.ts';
import { sheetFrame } from './sheet-frame.ts';

export function areaSheet(writer: WorkbookWriter): WriteSheet {
  const { t, areas } = writer;
  const rows = areas.map((area, place): TableCell[] => {
    const row = firstDataRow + place;
    const density = area.population && area.areaKm2 ? area.population.value / area.areaKm2 : null;
    return [
      area.name,
      area.code,
      area.population?.value ?? null,
      area.population?.year ?? null,
      area.areaKm2,
      density === null ? null : { formula: `C${row}/E${row}`, result: density },
      area.population?.source ?? '',
    ];
  });
  const last = firstDataRow + rows.length - 1;
  const sum = (letter: string, values: (number | null | undefined)[]): TableCell => ({
    formula: `SUM(${letter}${firstDataRow}:${letter}${last})`,
    result: values.reduce((total: number, value) => total + (value ?? 0), 0),
  });
  return tableSheet({
    ...sheetFrame(writer, 'areas'),
    note: t('workbook.note.areas'),
    columns: [
      { label: t('output.column.area'), width: 32, format: 'text' },
      { label: t('workbook.column.code'), width: 12, format: 'text' },
      { label: t('output.column.population'), width: 13, format: 'count' },
      { label: t('output.column.year'), width: 9, format: 'year' },
      { label: t('output.column.km2'), width: 10, format: 'decimal' },
      { label: t('workbook.column.density'), width: 13, format: 'count' },
      { label: t('output.column.source'), width: 52, format: 'text' },
    ],
    rows,
    ...(rows.length > 0
      ? {
          total: [
            t('output.total'),
            '',
            sum(
              'C',
              areas.map((area) => area.population?.value),
            ),
            null,
            sum(
              'E',
              areas.map((area) => area.areaKm2),
            ),
            null,
            '',
          ],
        }
      : {}),
  });
}

/** Residents by cell with every source; nothing while there are neither parts nor several figures. */
export function populationSheets(writer: WorkbookWriter): WriteSheet[] {
  const { t, data } = writer;
  if (data.populations.length === 0) return [];
  const counting = data.populations.map((row) => ({ ...row, note: '', state: row.choiceReason === '' ? '' : t('workbook.state.chosen') }));
  const others = data.alternatives.map((row) => ({ ...row, choiceReason: '', state: t('workbook.state.other') }));
  const sexText = (sex: 'all' | 'female' | 'male') => (sex === 'all' ? t('history.value.everybody') : t(`history.value.sex.${sex}`));
  const rows = [...counting, ...others].map((row) => ({ ...row, area: writer.areaName(row.areaId) }));
  rows.sort((a, b) => writer.context.formats.compare(a.area, b.area) || (a.year ?? 0) - (b.year ?? 0));
  return [
    tableSheet({
      ...sheetFrame(writer, 'populations'),
      note: t('workbook.note.populations'),
      columns: [
        { label: t('output.column.area'), width: 32, format: 'text' },
        { label: t('output.column.year'), width: 9, format: 'year' },
        { label: t('workbook.column.sex'), width: 14, format: 'text' },
        { label: t('workbook.column.ageBand'), width: 12, format: 'text' },
        { label: t('output.column.population'), width: 13, format: 'count' },
        { label: t('workbook.column.state'), width: 18, format: 'text' },
        { label: t('workbook.column.choiceReason'), width: 40, format: 'long-text' },
        { label: t('workbook.column.how'), width: 24, format: 'long-text' },
        { label: t('output.column.source'), width: 52, format: 'text' },
        { label: t('workbook.column.note'), width: 40, format: 'long-text' },
      ],
      rows: rows.map((row) => [
        row.area,
        row.year,
        sexText(row.sex),
        row.ageBand,
        row.value,
        row.state,
        row.choiceReason,
        [row.isEstimate ? t('workbook.estimate') : '', row.method].filter(Boolean).join(': '),
        row.source,
        row.note,
      ]),
    }),
  ];
}

export function stakeholderSheet(writer: WorkbookWriter, lists: ListRanges): WriteSheet {
  const { t, data, words } = writer;
  return tableSheet({
    ...sheetFrame(writer, 'stakeholders'),
    note: t('workbook.note.stakeholders'),
    columns: [
      { label: t('output.column.name'), width: 40, format: 'text' },
      { label: t('output.column.sector'), width: 26, format: 'text', list: lists.sectors },
      { label: t('workbook.column.kind'), width: 20, format: 'text', list: lists.kinds },
      { label: t('field.level'), width: 18, format: 'text' },
      { label: t('output.column.power'), width: 9, format: 'decimal', between: [1, 5] },
      { label: t('output.column.interest'), width: 9, format: 'decimal', between: [1, 5] },
      { label: t('workbook.column.raters'), width: 10, format: 'count' },
      { label: t('output.column.gridPlace'), width: 28, format: 'text', list: lists.gridPlaces },
      { label: t('workbook.column.decidedReason'), width: 36, format: 'long-text' },
      { label: t('workbook.column.powerIqr'), width: 12, format: 'decimal' },
      { label: t('workbook.column.interestIqr'), width: 12, format: 'decimal' },
      { label: t('field.legitimacy'), width: 11, format: 'decimal', between: [1, 5] },
      { label: t('field.urgency'), width: 9, format: 'decimal', between: [1, 5] },
      { label: t('field.stance'), width: 9, format: 'decimal', between: [1, 5] },
      { label: t('section.salience'), width: 28, format: 'text' },
      { label: t('workbook.column.represents'), width: 32, format: 'long-text' },
      { label: t('workbook.column.mandate'), width: 50, format: 'long-text' },
      { label: t('workbook.column.id'), width: 38, format: 'text', isHidden: true },
    ],
    rows: data.stakeholders.map((body) => [
      body.name,
      words.sector(body.sector),
      words.stakeholderKind(body.kind),
      body.level === '' ? '' : t(`stakeholderLevel.${body.level}`),
      body.power,
      body.interest,
      body.raterCount,
      words.gridPlace(body.gridPlace),
      body.isDecided ? body.decidedReason : '',
      iqrOf(body.spread.power),
      iqrOf(body.spread.interest),
      body.spread.legitimacy.median,
      body.spread.urgency.median,
      body.spread.stance.median,
      t(`salience.${body.salience}`),
      words.list(body.represents.map(words.residentGroup)),
      body.mandate,
      body.id,
    ]),
  });
}
