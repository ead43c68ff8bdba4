import type { WriteSheet } from 'hucre/xlsx';
import type { TextKey } from '#shared/i18n/texts.ts';
import { type TableColumn, type TableSheet, tableOf } from '../sheet-table.ts';
import type { SheetKey, WorkbookWriter } from '../workbook-writer.ts';
import { describedColumns } from './described-columns.ts';
import { column, plainSheet } from './plain-sheet.ts';

interface Entry {
  readonly sheet: string;
  readonly place: number;
  readonly column: TableColumn;
  readonly meaning: string;
  readonly unit: string;
  readonly allowed: string;
  readonly method: string;
  readonly source: string;
}

/** Every column of every table: what it means, in what unit, what may stand there, how it comes about and from where. */
export function dictionarySheet(writer: WorkbookWriter, sheets: readonly WriteSheet[]): WriteSheet[] {
  const { t, names } = writer;
  const keyOf = new Map(Object.entries(names).map(([key, name]) => [name, key as SheetKey]));
  const currency = writer.data.city.currency || t('output.noCurrency');
  const meanings = new Map(
    describedColumns.flatMap((key) => {
      const meaning = t(`dictionary.${key}` as TextKey);
      // Columns of money carry the currency in their label.
      return [t(key), t('workbook.moneyColumn', { label: t(key), currency })].map((label) => [label, meaning] as const);
    }),
  );
  const entries = sheets.flatMap((sheet) => {
    const table = tableOf(sheet);
    const key = keyOf.get(sheet.name);
    if (!table || !key) return [];
    return table.columns.flatMap((one, place): Entry[] => (one.isHidden ? [] : [entryOf(writer, { table, key, column: one, place, meanings })]));
  });
  return plainSheet(
    writer,
    'dictionary',
    entries,
    [
      column('workbook.column.sheet', 32, 'text', ({ sheet }) => sheet),
      column('workbook.column.column', 34, 'text', (entry) => entry.column.label),
      column('workbook.column.meaning', 70, 'long-text', ({ meaning }) => meaning),
      column('workbook.column.unit', 22, 'text', ({ unit }) => unit),
      column('workbook.column.allowed', 34, 'long-text', ({ allowed }) => allowed),
      column('workbook.column.method', 40, 'long-text', ({ method }) => method),
      column('workbook.column.whereFrom', 60, 'long-text', ({ source }) => source),
    ],
    { frozenColumns: 2 },
  );
}

function entryOf(
  writer: WorkbookWriter,
  { table, key, column: one, place, meanings }: { table: TableSheet; key: SheetKey; column: TableColumn; place: number; meanings: ReadonlyMap<string, string> },
): Entry {
  const { t } = writer;
  const isFormula = table.rows.some((row) => {
    const cell = row[place];
    return typeof cell === 'object' && cell !== null && 'formula' in cell;
  });
  return {
    sheet: table.name,
    place,
    column: one,
    meaning: one.about ?? meanings.get(one.label) ?? t(`workbook.about.${key}` as TextKey),
    unit: one.unit || unitOf(writer, one),
    allowed: allowedOf(writer, one),
    method: isFormula ? t('workbook.method.formula') : t('workbook.method.project'),
    source: table.note,
  };
}

function unitOf({ t, data }: WorkbookWriter, { format }: TableColumn): string {
  switch (format) {
    case 'money':
      return data.city.currency || t('output.noCurrency');
    case 'percent':
      return '%';
    case 'year':
    case 'day':
    case 'month':
    case 'count':
    case 'decimal':
    case 'text':
    case 'long-text':
      return t(`workbook.unit.${format}`);
  }
}

function allowedOf({ t, context }: WorkbookWriter, { list, between }: TableColumn): string {
  if (list) return t('workbook.allowed.list');
  return between ? t('workbook.allowed.between', { low: context.formats.count(between[0]), high: context.formats.count(between[1]) }) : '';
}
