import type { WriteSheet } from 'hucre/xlsx';
import { firstDataRow, type TableCell, tableSheet } from '../sheet-table.ts';
import type { WorkbookWriter } from '../workbook-writer.ts';
import type { ListRanges } from './list-sheet.ts';

export function areaSheet(writer: WorkbookWriter): WriteSheet {
  const { t, areas, names } = writer;
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
    ...shared(writer),
    name: names.areas,
    title: t('workbook.sheet.areas'),
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

export function stakeholderSheet(writer: WorkbookWriter, lists: ListRanges): WriteSheet {
  const { t, data, words, names } = writer;
  return tableSheet({
    ...shared(writer),
    name: names.stakeholders,
    title: t('workbook.sheet.stakeholders'),
    note: t('workbook.note.stakeholders'),
    columns: [
      { label: t('output.column.name'), width: 40, format: 'text' },
      { label: t('output.column.sector'), width: 26, format: 'text', list: lists.sectors },
      { label: t('workbook.column.kind'), width: 20, format: 'text', list: lists.kinds },
      { label: t('output.column.power'), width: 9, format: 'decimal', between: [1, 5] },
      { label: t('output.column.interest'), width: 9, format: 'decimal', between: [1, 5] },
      { label: t('workbook.column.raters'), width: 10, format: 'count' },
      { label: t('output.column.gridPlace'), width: 28, format: 'text', list: lists.gridPlaces },
      { label: t('workbook.column.represents'), width: 32, format: 'long-text' },
      { label: t('workbook.column.mandate'), width: 50, format: 'long-text' },
    ],
    rows: data.stakeholders.map((body) => [
      body.name,
      words.sector(body.sector),
      words.stakeholderKind(body.kind),
      body.power,
      body.interest,
      body.raterCount,
      words.gridPlace(body.gridPlace),
      words.list(body.represents.map(words.residentGroup)),
      body.mandate,
    ]),
  });
}

export function shared({ isRightToLeft, back }: WorkbookWriter) {
  return { isRightToLeft, back };
}
