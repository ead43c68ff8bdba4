import type { WriteSheet } from 'hucre/xlsx';
import type { CostLine } from '#shared/domain/plan-costs.ts';
import type { Measure } from '#shared/domain/policy.ts';
import { type MonthSpan, monthSpan } from '#shared/methods/costs-by-year.ts';
import { columnLetter, firstDataRow, type TableCell, tableSheet } from '../sheet-table.ts';
import { chartColours } from '../workbook-look.ts';
import type { WorkbookWriter } from '../workbook-writer.ts';
import type { ListRanges } from './list-sheet.ts';
import { wordOf } from './plain-sheet.ts';
import { chartFrame, sheetFrame } from './sheet-frame.ts';

/** One thing that is paid for, once or every year. */
interface Item {
  readonly measure: Measure;
  readonly title: string;
  readonly kind: 'capital' | 'recurrent';
  readonly unit: string;
  readonly unitCost: number | null;
  readonly quantity: number | null;
  /** When it is paid; months counted from year 0, both ends included. */
  readonly span: MonthSpan | null;
}

const letters = { kind: 'C', unitCost: 'E', quantity: 'F', from: 'G', to: 'H', contingency: 'I' } as const;
const firstYearColumn = 9;
/** Years a planner may add behind the plan's own. */
const spareYears = 2;

/**
 * The budget to go on working in: every thing that is paid for with its price, number and months, and what falls due each year as live formulas.
 * What recurs counts by the months of a year; what is bought once falls evenly on its months. Measures in other currencies are left out.
 */
export function budgetSheet(writer: WorkbookWriter, lists: ListRanges): WriteSheet[] {
  const { t, data, names } = writer;
  const items = data.measures.filter(({ hasOwnCurrency }) => !hasOwnCurrency).flatMap(itemsOf);
  const spans = items.flatMap(({ span }) => (span ? [span] : []));
  if (items.length === 0 || spans.length === 0) return [];
  const first = Math.min(...spans.map((span) => Math.floor(span.first / 12)));
  const last = Math.min(first + 40, Math.max(...spans.map((span) => Math.floor(span.last / 12))));
  const years = Array.from({ length: last - first + 1 + spareYears }, (_, place) => first + place);
  const lastRow = firstDataRow + items.length - 1;
  const totalColumn = firstYearColumn + years.length;
  const currency = data.city.currency || t('output.noCurrency');
  const capital = wordOf(writer, 'capital').replaceAll('"', '""');
  const total = (column: number, value: number): TableCell => ({
    formula: `SUM(${columnLetter(column)}${firstDataRow}:${columnLetter(column)}${lastRow})`,
    result: value,
  });
  const yearly = (year: number) => items.reduce((sum, item) => sum + (dueIn(item, year) ?? 0), 0);
  return [
    tableSheet({
      ...sheetFrame(writer, 'budget'),
      note: t('workbook.about.budget'),
      frozenColumns: 2,
      columns: [
        { label: t('output.column.measure'), width: 40, format: 'long-text' },
        { label: t('workbook.column.costLine'), width: 34, format: 'long-text' },
        { label: t('workbook.column.kind'), width: 14, format: 'text', list: lists.costKinds },
        { label: t('workbook.column.unit'), width: 16, format: 'text' },
        { label: t('workbook.column.unitCost'), width: 14, format: 'money' },
        { label: t('workbook.column.quantity'), width: 11, format: 'decimal' },
        { label: t('workbook.column.firstMonth'), width: 12, format: 'month' },
        { label: t('workbook.column.lastMonth'), width: 12, format: 'month' },
        { label: t('workbook.column.contingency'), width: 12, format: 'percent', between: [0, 1] },
        ...years.map((year) => ({
          label: String(year),
          width: 14,
          format: 'money' as const,
          about: t('workbook.meaning.dueInYear', { year: String(year) }),
          unit: currency,
        })),
        {
          label: t('workbook.moneyColumn', { label: t('output.total'), currency }),
          width: 16,
          format: 'money',
          about: t('workbook.meaning.dueInAll'),
          unit: currency,
        },
      ],
      rows: items.map((item, place): TableCell[] => {
        const row = firstDataRow + place;
        return [
          item.measure.title,
          item.title,
          wordOf(writer, item.kind),
          item.unit,
          item.unitCost,
          item.quantity,
          item.span ? monthCell(item.span.first) : null,
          item.span ? monthCell(item.span.last) : null,
          item.measure.contingencyPercent / 100,
          ...years.map(
            (year, offset): TableCell => ({ formula: dueFormula(row, columnLetter(firstYearColumn + offset), capital), result: dueIn(item, year) ?? '' }),
          ),
          {
            formula: `SUM(${columnLetter(firstYearColumn)}${row}:${columnLetter(totalColumn - 1)}${row})`,
            result: years.reduce((sum, year) => sum + (dueIn(item, year) ?? 0), 0),
          },
        ];
      }),
      total: [
        t('output.total'),
        ...Array.from({ length: firstYearColumn - 1 }, () => null),
        ...years.map((year, offset) => total(firstYearColumn + offset, yearly(year))),
        total(
          totalColumn,
          years.reduce((sum, year) => sum + yearly(year), 0),
        ),
      ],
      chart: (place) => ({
        ...chartFrame(writer, place, { title: t('workbook.chart.budget'), rows: 18 }),
        type: 'column',
        gapWidth: 60,
        anchor: { from: { row: place.lastRow + 2, col: 0 }, to: { row: place.lastRow + 20, col: 4 } },
        series: [
          {
            name: t('output.column.cost'),
            values: yearRange(names.budget, place.lastRow + 1, years.length),
            categories: yearRange(names.budget, firstDataRow - 1, years.length),
            color: chartColours[0] ?? '0B5D66',
          },
        ],
        legend: false,
      }),
    }),
  ];
}

function yearRange(sheet: string, row: number, count: number): string {
  return `'${sheet.replaceAll("'", "''")}'!$${columnLetter(firstYearColumn)}$${row}:$${columnLetter(firstYearColumn + count - 1)}$${row}`;
}

/** Price × number × the months of the year that are paid for, with contingency. The year stands in the header as text. */
function dueFormula(row: number, column: string, capital: string): string {
  const at = (name: keyof typeof letters) => `$${letters[name]}${row}`;
  const year = `VALUE(${column}$${firstDataRow - 1})`;
  const month = (cell: string) => `(YEAR(${cell})*12+MONTH(${cell}))`;
  const months = `MAX(0,MIN(${month(at('to'))},${year}*12+12)-MAX(${month(at('from'))},${year}*12+1)+1)`;
  const all = `(${month(at('to'))}-${month(at('from'))}+1)`;
  return `IF(COUNT(${at('unitCost')},${at('quantity')},${at('from')},${at('to')})<4,"",ROUND(${at('unitCost')}*${at('quantity')}*${months}/IF(${at('kind')}="${capital}",${all},12)*(1+N(${at('contingency')})),2))`;
}

function dueIn({ unitCost, quantity, kind, span, measure }: Item, year: number): number | null {
  if (unitCost === null || quantity === null || span === null) return null;
  const months = Math.max(0, Math.min(span.last, year * 12 + 11) - Math.max(span.first, year * 12) + 1);
  const part = kind === 'capital' ? months / (span.last - span.first + 1) : months / 12;
  return Math.round(unitCost * quantity * part * (1 + measure.contingencyPercent / 100) * 100) / 100;
}

function itemsOf(measure: Measure): Item[] {
  const span = monthSpan(measure);
  if (measure.costLines.length > 0) return measure.costLines.map((line) => ({ measure, ...line, span: spanOfLine(line, span) }));
  const simple = (kind: Item['kind'], unitCost: number | null): Item[] =>
    unitCost === null ? [] : [{ measure, title: '', kind, unit: '', unitCost, quantity: 1, span: kind === 'capital' ? firstYearOf(span) : span }];
  return [...simple('capital', measure.capitalCost), ...simple('recurrent', measure.recurrentCostPerYear)];
}

function spanOfLine({ kind, firstYear, lastYear }: Pick<CostLine, 'kind' | 'firstYear' | 'lastYear'>, span: MonthSpan | null): MonthSpan | null {
  if (firstYear === null && lastYear === null) return kind === 'capital' ? firstYearOf(span) : span;
  const ofMeasure = kind === 'capital' ? null : span;
  const first = firstYear ?? (ofMeasure ? Math.floor(ofMeasure.first / 12) : lastYear);
  const last = lastYear ?? (ofMeasure ? Math.floor(ofMeasure.last / 12) : firstYear);
  return first === null || last === null || last < first ? null : { first: first * 12, last: last * 12 + 11 };
}

/** What is bought once is bought in the year in which the measure starts. */
function firstYearOf(span: MonthSpan | null): MonthSpan | null {
  if (span === null) return null;
  return { first: span.first, last: Math.min(span.last, Math.floor(span.first / 12) * 12 + 11) };
}

function monthCell(month: number): Date {
  return new Date(Date.UTC(Math.floor(month / 12), month % 12, 1));
}
