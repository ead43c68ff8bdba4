import type { SheetChart, WriteSheet } from 'hucre/xlsx';
import type { TextKey } from '#shared/i18n/texts.ts';
import { type TableCell, type TableColumn, type TablePlace, tableSheet } from '../sheet-table.ts';
import type { Format } from '../workbook-look.ts';
import type { SheetKey, WorkbookWriter } from '../workbook-writer.ts';
import { sheetFrame } from './sheet-frame.ts';

export interface PlainColumn<Row> extends Pick<TableColumn, 'list' | 'between' | 'about' | 'unit' | 'isHidden'> {
  readonly key: TextKey;
  readonly width: number;
  readonly format: Format;
  readonly value: (row: Row, place: number) => TableCell;
}

/** A column in one line: label, width in characters, format, and its cell in a row. */
export function column<Row>(
  key: TextKey,
  width: number,
  format: Format,
  value: PlainColumn<Row>['value'],
  more: Partial<PlainColumn<Row>> = {},
): PlainColumn<Row> {
  return { key, width, format, value, ...more };
}

/** Rows of one kind as a sheet with its title and what it holds; nothing where there are no rows. */
export function plainSheet<Row>(
  writer: WorkbookWriter,
  key: SheetKey,
  rows: readonly Row[],
  columns: readonly PlainColumn<Row>[],
  more: { chart?: (place: TablePlace) => SheetChart; frozenColumns?: number; note?: string; total?: readonly TableCell[] } = {},
): WriteSheet[] {
  if (rows.length === 0) return [];
  const { t } = writer;
  const { note = t(`workbook.about.${key}` as TextKey), ...others } = more;
  return [
    tableSheet({
      ...sheetFrame(writer, key),
      note,
      columns: columns.map(({ key: label, value: _, ...rest }) => ({ label: t(label), ...rest })),
      rows: rows.map((row, place) => columns.map(({ value }) => value(row, place))),
      ...others,
    }),
  ];
}

/** A fixed word of the domain in the language of the workbook; nothing for nothing said. */
export function wordOf({ t }: WorkbookWriter, code: string | null): string {
  return code === null || code === '' ? '' : t(`workbook.value.${code}` as TextKey);
}
