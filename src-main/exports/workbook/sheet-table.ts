import type { Cell, CellStyle, CellValue, DataValidation, SheetChart, WriteSheet } from 'hucre/xlsx';
import { type Format, isText, look, sheetReference } from './workbook-look.ts';

export interface FormulaCell {
  /** Without the equals sign, in Excel's own (English) names. */
  readonly formula: string;
  /** What it comes to now, for readers that do not calculate. */
  readonly result: number | string | null;
}
export interface LinkCell {
  readonly text: string;
  readonly sheet: string;
}
/** Text stays text whatever it begins with; null is an empty cell; `hidden` marks a figure too small to show. */
export type TableCell = string | number | Date | null | FormulaCell | LinkCell | { readonly hidden: string };

export interface TableColumn {
  readonly label: string;
  /** Characters. */
  readonly width: number;
  readonly format: Format;
  /** Values that may be chosen: a range on the sheet of lists. */
  readonly list?: string;
  /** Numbers between these, both included. */
  readonly between?: readonly [number, number];
  /** What the column means, where its label alone does not lead to the dictionary's words. */
  readonly about?: string;
  /** What it is measured in. */
  readonly unit?: string;
  /** Out of sight: ids by which rows are known again. */
  readonly isHidden?: boolean;
}

export interface TableSheet {
  readonly name: string;
  readonly title: string;
  /** What the table holds and where it comes from, in one or two sentences. */
  readonly note: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
  readonly total?: readonly TableCell[];
  readonly chart?: (place: TablePlace) => SheetChart;
  /** Columns that stay in sight when scrolling sideways. */
  readonly frozenColumns?: number;
  readonly isRightToLeft: boolean;
  /** The way back to the first sheet. */
  readonly back: LinkCell;
}

/** Where a table's rows and columns are, for formulas and charts. */
export interface TablePlace {
  readonly sheet: string;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly rowCount: number;
  readonly columnCount: number;
  /** `'Sheet'!$B$4:$B$9` of a column, counted from 0. */
  range(column: number): string;
  /** `'Sheet'!$B$4:$B$9` without the sheet. */
  own(column: number): string;
  header(column: number): string;
}

/** Title, note and header stand above the rows; Excel counts rows from 1. */
export const firstDataRow = 4;

/** Letters of a column counted from 0: A … Z, AA … */
export function columnLetter(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : columnLetter(Math.floor(column / 26) - 1) + columnLetter(column % 26);
}

export function placeOf(sheet: string, rowCount: number, columnCount: number): TablePlace {
  const lastRow = firstDataRow + Math.max(rowCount, 1) - 1;
  const own = (column: number) => `$${columnLetter(column)}$${firstDataRow}:$${columnLetter(column)}$${lastRow}`;
  return {
    sheet,
    firstRow: firstDataRow,
    lastRow,
    rowCount,
    columnCount,
    own,
    range: (column) => `${sheetReference(sheet)}!${own(column)}`,
    header: (column) => `${sheetReference(sheet)}!$${columnLetter(column)}$${firstDataRow - 1}`,
  };
}

/** The table that a sheet was made of, by its cells: a sheet may be copied with more added to it. */
const tables = new WeakMap<object, TableSheet>();

export function tableOf({ cells }: WriteSheet): TableSheet | undefined {
  return cells ? tables.get(cells) : undefined;
}

/** A table as a sheet: title and note above, frozen header, filter, formats, lists to choose from, print set-up. */
export function tableSheet(table: TableSheet): WriteSheet {
  const place = placeOf(table.name, table.rows.length, table.columns.length);
  const cells = new Map<string, Partial<Cell>>();
  tables.set(cells, table);
  const put = (row: number, column: number, input: TableCell, style: CellStyle) => cells.set(`${row - 1},${column}`, toCell(input, style));
  put(1, 0, table.title, look.title);
  put(2, 0, table.note, look.note);
  put(1, Math.max(2, table.columns.length - 1), table.back, look.link);
  for (const [column, { label, format }] of table.columns.entries())
    put(firstDataRow - 1, column, label, isText(format) ? look.header(table.isRightToLeft) : look.headerEnd);
  for (const [row, values] of table.rows.entries()) {
    for (const [column, input] of values.entries())
      put(firstDataRow + row, column, input, look.cell(table.columns[column]?.format ?? 'text', table.isRightToLeft));
  }
  for (const [column, input] of (table.total ?? []).entries())
    put(place.lastRow + 1, column, input, look.total(table.columns[column]?.format ?? 'text', table.isRightToLeft));
  return {
    name: table.name,
    cells,
    columns: table.columns.map(({ width, isHidden }) => (isHidden ? { width, hidden: true } : { width })),
    rowDefs: new Map([
      [0, { height: 24 }],
      [1, { height: 18 }],
      [
        firstDataRow - 2,
        {
          height: Math.max(
            32,
            heightOf(
              table.columns,
              table.columns.map(({ label }) => label),
              true,
            ),
          ),
        },
      ],
      ...table.rows.map((row, index) => [firstDataRow - 1 + index, { height: heightOf(table.columns, row) }] as const),
    ]),
    freezePane: { rows: firstDataRow - 1, columns: table.frozenColumns ?? 1 },
    ...(table.rows.length > 0 ? { autoFilter: { range: `A${firstDataRow - 1}:${columnLetter(table.columns.length - 1)}${place.lastRow}` } } : {}),
    dataValidations: table.columns.flatMap((column, index) => validation(column, place, index)),
    view: { rightToLeft: table.isRightToLeft, showGridLines: false },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${firstDataRow - 1}:$${firstDataRow - 1}`,
    },
    a11y: { summary: `${table.title}. ${table.note}`, headerRow: firstDataRow - 2 },
    ...(table.chart && table.rows.length > 0 ? { charts: [table.chart(place)] } : {}),
  };
}

/** Points of one line of text, and how many characters fit in a unit of column width (narrow letters fit more, wide ones fewer). */
const lineHeight = 15;
const fill = 1.05;

/** A row's height for its longest wrapped text: not every program works it out for itself when it opens a file. */
function heightOf(columns: readonly TableColumn[], row: readonly TableCell[], isHeader = false): number {
  const lines = columns.map(({ width, format }, index) => {
    const text = row[index];
    return typeof text === 'string' && (isHeader || format === 'long-text') ? linesOf(text, width - (isHeader ? 1 : 2)) : 1;
  });
  return Math.min(400, Math.max(...lines) * lineHeight + 1);
}

/** Lines that a text takes in a width in characters, broken between words. */
export function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((lines, part) => {
    let room = 0;
    let count = 1;
    for (const word of part.split(' ')) {
      const length = word.length / fill;
      if (room > 0 && room + length > width) {
        count += 1;
        room = 0;
      }
      count += Math.floor(length / Math.max(width, 1));
      room += (length % Math.max(width, 1)) + 1;
    }
    return lines + count;
  }, 0);
}

function validation(column: TableColumn, place: TablePlace, index: number): DataValidation[] {
  const range = place.own(index).replaceAll('$', '');
  if (place.rowCount === 0) return [];
  if (column.list) return [{ type: 'list', formula1: column.list, range, allowBlank: true, showErrorMessage: true, errorStyle: 'warning' }];
  if (column.between) {
    const [low, high] = column.between;
    return [
      {
        type: 'decimal',
        operator: 'between',
        formula1: String(low),
        formula2: String(high),
        range,
        allowBlank: true,
        showErrorMessage: true,
        errorStyle: 'warning',
      },
    ];
  }
  return [];
}

export function toCell(input: TableCell, style: CellStyle): Partial<Cell> {
  if (input === null) return { value: null, type: 'empty', style };
  if (typeof input === 'string') return { value: cleanText(input), type: 'string', style };
  if (typeof input === 'number') return { value: Number.isFinite(input) ? input : null, type: 'number', style };
  if (input instanceof Date) return { value: input, type: 'date', style };
  if ('hidden' in input) return { value: input.hidden, type: 'string', style: { ...style, ...look.hidden } };
  if ('sheet' in input) return { value: input.text, type: 'string', style, hyperlink: { target: '', location: `${sheetReference(input.sheet)}!A1` } };
  return { value: input.result as CellValue, type: 'formula', formula: input.formula, formulaResult: input.result, style };
}

/** Control characters are forbidden in the file format, and Excel's cells end at 32,767 characters. */
function cleanText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').slice(0, 32_000);
}
