import type { WriteSheet } from 'hucre/xlsx';
import type { ShownIncidents } from '../../shown-incidents.ts';
import { columnLetter, firstDataRow, type TableCell, tableSheet } from '../sheet-table.ts';
import { yearColour } from '../workbook-look.ts';
import type { WorkbookWriter } from '../workbook-writer.ts';
import { chartFrame, sheetFrame } from './sheet-frame.ts';

/** All sheets of incident summaries; none while there is no incident. */
export function incidentSheets(writer: WorkbookWriter): WriteSheet[] {
  const { incidents } = writer;
  if (!incidents) return [];
  return [
    areaYearSheet(writer, incidents),
    areaGroupSheet(writer, incidents),
    groupSheet(writer, incidents),
    offenceSheet(writer, incidents),
    ...(incidents.withMonth > 0 ? [monthSheet(writer, incidents)] : []),
    ...(incidents.withWeekdayHour > 0 ? [weekSheet(writer, incidents)] : []),
  ];
}

/** A sum over cells of a row as a live formula; where one of them is hidden, the figure itself. */
function rowSum(row: number, columns: { from: number; to: number }, parts: readonly (number | null)[], total: number | null, hidden: TableCell): TableCell {
  if (total === null) return hidden;
  if (parts.includes(null)) return total;
  return { formula: `SUM(${columnLetter(columns.from)}${row}:${columnLetter(columns.to)}${row})`, result: total };
}

function areaRows(incidents: ShownIncidents, writer: WorkbookWriter) {
  return incidents.byArea.toSorted(
    (a, b) => Number(!a.areaId) - Number(!b.areaId) || writer.context.formats.compare(writer.areaName(a.areaId ?? null), writer.areaName(b.areaId ?? null)),
  );
}

function areaYearSheet(writer: WorkbookWriter, incidents: ShownIncidents): WriteSheet {
  const { t, words } = writer;
  const years = incidents.years;
  const sumColumn = years.length + 1;
  const rows = areaRows(incidents, writer).map((area, place): TableCell[] => {
    const row = firstDataRow + place;
    const counts = years.map((year) => incidents.areaYear.count(area.areaId ?? null, year));
    const rate =
      area.rate === null
        ? writer.rate(area, null)
        : { formula: `${columnLetter(sumColumn)}${row}/${columnLetter(sumColumn + 1)}${row}*100000`, result: area.rate };
    return [
      writer.areaName(area.areaId ?? null),
      ...counts.map(writer.shown),
      rowSum(row, { from: 1, to: years.length }, counts, area.count, writer.shown(null)),
      area.population,
      rate,
      writer.rate(area, area.low),
      writer.rate(area, area.high),
    ];
  });
  const { total } = incidents;
  return tableSheet({
    ...sheetFrame(writer, 'areaYear'),
    note: t('workbook.note.areaYear'),
    columns: [
      { label: t('output.column.area'), width: 32, format: 'text' },
      ...years.map((year) => ({ label: words.year(year), width: 11, format: 'count' as const })),
      { label: t('workbook.column.allYears'), width: 12, format: 'count' },
      { label: t('workbook.column.personYears'), width: 14, format: 'count' },
      { label: t('workbook.column.rate'), width: 14, format: 'decimal' },
      { label: t('workbook.column.low'), width: 12, format: 'decimal' },
      { label: t('workbook.column.high'), width: 12, format: 'decimal' },
    ],
    rows,
    total: [t('output.cityTotal'), ...incidents.byYear.map((row) => writer.shown(row.count)), total.count, total.population, total.rate, total.low, total.high],
  });
}

function areaGroupSheet(writer: WorkbookWriter, incidents: ShownIncidents): WriteSheet {
  const { t, words } = writer;
  const { groups } = incidents;
  const rows = areaRows(incidents, writer).map((area, place): TableCell[] => {
    const counts = groups.map((group) => incidents.areaGroup.count(area.areaId ?? null, group));
    return [
      writer.areaName(area.areaId ?? null),
      ...counts.map(writer.shown),
      rowSum(firstDataRow + place, { from: 1, to: groups.length }, counts, area.count, writer.shown(null)),
    ];
  });
  return tableSheet({
    ...sheetFrame(writer, 'areaGroup'),
    note: t('workbook.note.areaGroup'),
    columns: [
      { label: t('output.column.area'), width: 32, format: 'text' },
      ...groups.map((group) => ({ label: words.offenceGroup(group), width: 15, format: 'count' as const })),
      { label: t('output.total'), width: 12, format: 'count' },
    ],
    rows,
    total: [t('output.cityTotal'), ...incidents.byGroup.map((row) => writer.shown(row.count)), incidents.total.count],
  });
}

function groupSheet(writer: WorkbookWriter, incidents: ShownIncidents): WriteSheet {
  const { t, words } = writer;
  const { years, groups } = incidents;
  const totalRow = firstDataRow + groups.length;
  const sumColumn = columnLetter(years.length + 1);
  const rows = groups.map((group, place): TableCell[] => {
    const row = firstDataRow + place;
    const counts = years.map((year) => incidents.groupYear.count(group, year));
    const all = incidents.byGroup.find((entry) => entry.group === group)?.count ?? null;
    return [
      words.offenceGroup(group),
      ...counts.map(writer.shown),
      rowSum(row, { from: 1, to: years.length }, counts, all, writer.shown(null)),
      all === null ? writer.shown(null) : { formula: `${sumColumn}${row}/${sumColumn}$${totalRow}`, result: all / incidents.total.count },
    ];
  });
  return tableSheet({
    ...sheetFrame(writer, 'groups'),
    note: t('workbook.note.groups'),
    columns: [
      { label: t('output.column.offenceGroup'), width: 28, format: 'text' },
      ...years.map((year) => ({ label: words.year(year), width: 11, format: 'count' as const })),
      { label: t('workbook.column.allYears'), width: 12, format: 'count' },
      { label: t('output.column.share'), width: 10, format: 'percent' },
    ],
    rows,
    total: [t('output.total'), ...incidents.byYear.map((row) => writer.shown(row.count)), incidents.total.count, 1],
    chart: (place) => ({
      ...chartFrame(writer, place, { title: t('workbook.chart.groups'), rows: 20 }),
      type: 'column',
      series: years.map((year, index) => ({
        name: words.year(year),
        values: place.range(index + 1),
        categories: place.range(0),
        color: yearColour(index, years.length),
      })),
      legend: 'bottom',
      gapWidth: 60,
    }),
  });
}

function offenceSheet(writer: WorkbookWriter, incidents: ShownIncidents): WriteSheet {
  const { t, words } = writer;
  return tableSheet({
    ...sheetFrame(writer, 'offences'),
    note: t('workbook.note.offences'),
    columns: [
      { label: t('output.column.offence'), width: 44, format: 'text' },
      { label: t('output.column.offenceGroup'), width: 28, format: 'text' },
      { label: t('output.column.incidents'), width: 13, format: 'count' },
      { label: t('output.column.share'), width: 10, format: 'percent' },
    ],
    rows: incidents.byOffence
      .toSorted((a, b) => (b.count ?? -1) - (a.count ?? -1))
      .map((row) => [
        row.offence ?? '',
        row.group ? words.offenceGroup(row.group) : '',
        writer.shown(row.count),
        row.count === null ? writer.shown(null) : row.count / incidents.total.count,
      ]),
  });
}

function monthSheet(writer: WorkbookWriter, incidents: ShownIncidents): WriteSheet {
  const { t, words, context } = writer;
  const years = incidents.years;
  return tableSheet({
    ...sheetFrame(writer, 'months'),
    note: t('workbook.note.months', { known: context.formats.count(incidents.withMonth), all: context.formats.count(incidents.total.count) }),
    columns: [
      { label: t('workbook.column.month'), width: 18, format: 'text' },
      ...years.map((year) => ({ label: words.year(year), width: 12, format: 'count' as const })),
    ],
    rows: incidents.yearMonth.columns.map((month) => [
      context.formats.monthName(month, 'long'),
      ...years.map((year) => writer.shown(incidents.yearMonth.count(year, month))),
    ]),
    chart: (place) => ({
      ...chartFrame(writer, place, { title: t('workbook.chart.months'), rows: 18 }),
      type: 'line',
      series: years.map((year, index) => ({
        name: words.year(year),
        values: place.range(index + 1),
        categories: place.range(0),
        color: yearColour(index, years.length),
        marker: { symbol: 'circle', size: 5 },
      })),
      legend: 'bottom',
    }),
  });
}

function weekSheet(writer: WorkbookWriter, incidents: ShownIncidents): WriteSheet {
  const { t, context } = writer;
  const { weekdayHour } = incidents;
  const sheet = tableSheet({
    ...sheetFrame(writer, 'week'),
    note: t('workbook.note.week', { known: context.formats.count(incidents.withWeekdayHour), all: context.formats.count(incidents.total.count) }),
    columns: [
      { label: t('workbook.column.hour'), width: 12, format: 'text' },
      ...weekdayHour.rows.map((weekday) => ({ label: context.formats.weekdayName(weekday, 'long'), width: 13, format: 'count' as const })),
    ],
    rows: weekdayHour.columns.map((hour) => [
      `${String(hour).padStart(2, '0')}:00`,
      ...weekdayHour.rows.map((weekday) => writer.shown(weekdayHour.count(weekday, hour))),
    ]),
  });
  const range = `B${firstDataRow}:${columnLetter(weekdayHour.rows.length)}${firstDataRow + weekdayHour.columns.length - 1}`;
  return {
    ...sheet,
    conditionalRules: [{ type: 'colorScale', priority: 1, range, colorScale: { cfvo: [{ type: 'min' }, { type: 'max' }], colors: ['FFFFFF', '52B0B4'] } }],
  };
}
