import type { WriteSheet } from 'hucre/xlsx';
import { fundingKinds } from '#shared/domain/plan-costs.ts';
import type { Measure } from '#shared/domain/policy.ts';
import { columnLetter, firstDataRow, type TableCell, tableSheet } from '../sheet-table.ts';
import { accent, accentSoft, chartColours, sheetReference } from '../workbook-look.ts';
import type { WorkbookWriter } from '../workbook-writer.ts';
import type { ListRanges } from './list-sheet.ts';
import { wordOf } from './plain-sheet.ts';
import { chartFrame, sheetFrame } from './sheet-frame.ts';

const column = {
  start: 6,
  end: 7,
  years: 8,
  capital: 9,
  recurrent: 10,
  contingency: 11,
  cost: 12,
  own: 13,
  shared: 14,
  external: 15,
  funding: 16,
  gap: 17,
  firstMonth: 23,
  lastMonth: 24,
  currency: 25,
  id: 34,
};
const at = (place: keyof typeof column, row: number) => `${columnLetter(column[place])}${row}`;

/** The plan's arithmetic as live formulas: change a cost or a year, and totals, funding and gap follow. */
export function measureSheet(writer: WorkbookWriter, lists: ListRanges): WriteSheet {
  const { t, data, words } = writer;
  const places = new Map(data.objectives.map((objective, place) => [objective.id, place]));
  const measures = data.measures.toSorted((a, b) => (places.get(a.objectiveId) ?? 0) - (places.get(b.objectiveId) ?? 0));
  const last = firstDataRow + measures.length - 1;
  const currency = data.city.currency || t('output.noCurrency');
  const money = (label: string) => ({ label: t('workbook.moneyColumn', { label, currency }), width: 16, format: 'money' as const });
  const summed = measures.filter(({ hasOwnCurrency }) => !hasOwnCurrency);
  const range = (place: keyof typeof column) => `${at(place, firstDataRow)}:${at(place, last)}`;
  const sum = (place: keyof typeof column, value: (measure: Measure) => number | null): TableCell => ({
    // Amounts in different currencies have no sum.
    formula: summed.length === measures.length ? `SUM(${range(place)})` : `SUMIFS(${range(place)},${range('currency')},"${data.city.currency}")`,
    result: summed.reduce((total, measure) => total + (value(measure) ?? 0), 0),
  });
  return tableSheet({
    ...sheetFrame(writer, 'measures'),
    note: t('workbook.note.measures'),
    frozenColumns: 2,
    columns: [
      { label: t('output.column.objective'), width: 44, format: 'long-text' },
      { label: t('output.column.measure'), width: 40, format: 'long-text' },
      { label: t('output.column.owner'), width: 28, format: 'text', ...(data.stakeholders.length > 0 ? { list: lists.stakeholders } : {}) },
      { label: t('output.column.partners'), width: 32, format: 'long-text' },
      { label: t('output.column.approach'), width: 16, format: 'text', list: lists.approaches },
      { label: t('output.column.where'), width: 24, format: 'long-text' },
      { label: t('workbook.column.start'), width: 9, format: 'year', between: [1900, 2200] },
      { label: t('workbook.column.end'), width: 9, format: 'year', between: [1900, 2200] },
      { label: t('workbook.column.years'), width: 8, format: 'count' },
      money(t('workbook.column.capital')),
      money(t('workbook.column.recurrent')),
      { label: t('workbook.column.contingency'), width: 12, format: 'percent', between: [0, 1] },
      money(t('output.column.cost')),
      money(t('output.funding.own')),
      money(t('output.funding.shared')),
      money(t('output.funding.external')),
      money(t('workbook.column.funding')),
      money(t('output.funding.gap')),
      { label: t('output.column.indicator'), width: 44, format: 'long-text' },
      { label: t('workbook.column.baseline'), width: 11, format: 'decimal' },
      { label: t('workbook.column.baselineYear'), width: 9, format: 'year' },
      { label: t('workbook.column.target'), width: 11, format: 'decimal' },
      { label: t('workbook.column.targetYear'), width: 9, format: 'year' },
      { label: t('workbook.column.firstMonth'), width: 11, format: 'text' },
      { label: t('workbook.column.lastMonth'), width: 11, format: 'text' },
      { label: t('workbook.column.currency'), width: 10, format: 'text' },
      { label: t('workbook.column.number'), width: 9, format: 'text' },
      { label: t('workbook.column.description'), width: 44, format: 'long-text' },
      { label: t('workbook.column.output'), width: 40, format: 'long-text' },
      { label: t('workbook.column.verification'), width: 36, format: 'long-text' },
      { label: t('workbook.column.assumption'), width: 36, format: 'long-text' },
      { label: t('workbook.column.legalBasis'), width: 36, format: 'long-text' },
      { label: t('workbook.column.status'), width: 16, format: 'text', list: lists.statuses },
      { label: t('workbook.column.groups'), width: 28, format: 'long-text' },
      { label: t('workbook.column.id'), width: 38, format: 'text', isHidden: true },
    ],
    rows: measures.map((measure, place) => [
      data.objectives.find((objective) => objective.id === measure.objectiveId)?.title ?? '',
      measure.title,
      data.stakeholders.find((body) => body.id === measure.ownerId)?.name ?? '',
      words.list(measure.partnerIds.map((id) => data.stakeholders.find((body) => body.id === id)?.name ?? '')),
      measure.approach ? words.approach(measure.approach) : '',
      measure.areaIds.length > 0 ? words.list(measure.areaIds.map((id) => writer.areaName(id))) : t('output.wholeCity'),
      measure.startYear,
      measure.endYear,
      ...arithmetic(writer, measure, firstDataRow + place),
      data.indicators.find((indicator) => indicator.code === measure.indicatorCode)?.name ?? measure.indicatorText,
      measure.baselineValue,
      measure.baselineYear,
      measure.targetValue,
      measure.targetYear,
      measure.startsOn,
      measure.endsOn,
      measure.currency || data.city.currency,
      measure.code,
      measure.description,
      measure.output,
      measure.verification,
      measure.assumptions,
      measure.legalBasis,
      wordOf(writer, measure.status),
      words.list(measure.residentGroups.map(words.residentGroup)),
      measure.id,
    ]),
    ...(measures.length > 0
      ? {
          total: [
            t('output.total'),
            ...Array.from({ length: column.cost - 1 }, () => null),
            sum('cost', (measure) => measure.totalCost),
            sum('own', (measure) => measure.ownFunds),
            sum('shared', (measure) => measure.sharedFunds),
            sum('external', (measure) => measure.externalFunds),
            sum('funding', (measure) => measure.funding),
            {
              formula: `${at('cost', last + 1)}-${at('funding', last + 1)}`,
              result: summed.reduce((total, measure) => total + (measure.totalCost ?? 0) - (measure.funding ?? 0), 0),
            },
          ],
        }
      : {}),
    chart: (place) => ({
      ...chartFrame(writer, place, { title: t('workbook.chart.measures'), rows: 20 }),
      type: 'bar',
      barGrouping: 'stacked',
      overlap: 100,
      gapWidth: 50,
      anchor: { from: { row: place.lastRow + 2, col: 0 }, to: { row: place.lastRow + 24, col: 4 } },
      series: [
        { name: t('output.funding.own'), values: place.range(column.own), categories: place.range(1), color: accent },
        { name: t('output.funding.shared'), values: place.range(column.shared), categories: place.range(1), color: chartColours[2] ?? accent },
        { name: t('output.funding.external'), values: place.range(column.external), categories: place.range(1), color: accentSoft },
        { name: t('output.funding.gap'), values: place.range(column.gap), categories: place.range(1), color: chartColours[1] ?? accent },
      ],
      axes: { x: { reverse: true }, y: { gridlines: { major: true }, reverse: writer.isRightToLeft } },
      legend: 'bottom',
    }),
  });
}

/**
 * From years to gap. Each formula gives an empty text where what it needs is empty, as the application gives no figure. A measure with lines of
 * cost or funding takes its amounts from their sheets.
 */
function arithmetic(writer: WorkbookWriter, measure: Measure, row: number): TableCell[] {
  const cell = (place: keyof typeof column) => at(place, row);
  const month = (place: 'firstMonth' | 'lastMonth', year: 'start' | 'end', ofYear: number) =>
    `IF(LEN(${cell(place)})=7,VALUE(LEFT(${cell(place)},4))*12+VALUE(MID(${cell(place)},6,2)),${cell(year)}*12+${ofYear})`;
  const months = `${month('lastMonth', 'end', 12)}-${month('firstMonth', 'start', 1)}+1`;
  return [
    { formula: `IF(COUNT(${cell('start')},${cell('end')})<2,"",IF(${months}<1,"",(${months})/12))`, result: measure.years ?? '' },
    ...(measure.costLines.length > 0 ? costsOfLines(writer, measure, row) : [measure.capitalCost, measure.recurrentCostPerYear]),
    measure.contingencyPercent / 100,
    {
      formula: `IF(COUNT(${cell('capital')},${cell('recurrent')})=0,"",IF(AND(N(${cell('recurrent')})>0,${cell('years')}=""),"",ROUND((N(${cell('capital')})+N(${cell('recurrent')})*N(${cell('years')}))*(1+N(${cell('contingency')})),2)))`,
      result: measure.totalCost ?? '',
    },
    ...(measure.fundingLines.length > 0 ? fundsOfLines(writer, measure, row) : [measure.fundingOwn, measure.fundingShared, measure.fundingExternal]),
    { formula: `IF(COUNT(${cell('own')}:${cell('external')})=0,"",SUM(${cell('own')}:${cell('external')}))`, result: measure.funding ?? '' },
    { formula: `IF(OR(${cell('cost')}="",${cell('funding')}=""),"",${cell('cost')}-${cell('funding')})`, result: measure.gap ?? '' },
  ];
}

/** Once in all, and per year of the measure, from the sheet of cost lines. A line without an amount leaves the measure without one. */
function costsOfLines(writer: WorkbookWriter, measure: Measure, row: number): TableCell[] {
  const sheet = sheetReference(writer.names.costLines);
  const ids = `${sheet}!$M:$M`;
  const id = `$${columnLetter(column.id)}${row}`;
  const sum = (kind: 'capital' | 'recurrent') => `SUMIFS(${sheet}!$H:$H,${ids},${id},${sheet}!$C:$C,"${wordOf(writer, kind).replaceAll('"', '""')}")`;
  const isWhole = `COUNTIFS(${ids},${id},${sheet}!$H:$H,"")>0`;
  const years = at('years', row);
  return [
    { formula: `IF(${isWhole},"",${sum('capital')})`, result: measure.totalCost === null ? '' : (measure.capitalTotal ?? '') },
    {
      formula: `IF(OR(${isWhole},N(${years})=0),"",${sum('recurrent')}/${years})`,
      result: measure.totalCost === null || !measure.years ? '' : (measure.recurrentTotal ?? 0) / measure.years,
    },
  ];
}

function fundsOfLines(writer: WorkbookWriter, measure: Measure, row: number): TableCell[] {
  const sheet = sheetReference(writer.names.fundingLines);
  const id = `$${columnLetter(column.id)}${row}`;
  return fundingKinds.map((kind): TableCell => {
    const chosen = `${sheet}!$J:$J,${id},${sheet}!$B:$B,"${wordOf(writer, kind).replaceAll('"', '""')}"`;
    const result = kind === 'own' ? measure.ownFunds : kind === 'shared' ? measure.sharedFunds : measure.externalFunds;
    return { formula: `IF(COUNTIFS(${chosen})=0,"",SUMIFS(${sheet}!$E:$E,${chosen}))`, result: result ?? '' };
  });
}
