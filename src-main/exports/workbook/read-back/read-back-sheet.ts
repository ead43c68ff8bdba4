import type { Cell, WriteSheet } from 'hucre/xlsx';
import { toCell } from '../sheet-table.ts';
import { look } from '../workbook-look.ts';
import type { WorkbookWriter } from '../workbook-writer.ts';
import { readBackFormat } from './editable-columns.ts';
import { editableRows } from './editable-rows.ts';

/** The same in every language, so that it is found again. */
export const readBackSheetName = 'read-back';

/**
 * A sheet out of sight that keeps what stood in the cells when the workbook was made: with it an edited workbook can be told from the project
 * as it was and as it is. A table of four columns: what, id, field, cell.
 */
export function readBackSheet(writer: WorkbookWriter, sheets: readonly WriteSheet[]): WriteSheet {
  const { data, context } = writer;
  const lines: (string | number | null)[][] = [
    ['what', 'id', 'field', 'cell'],
    ['format', readBackFormat, '', ''],
    ['project', data.projectId, '', data.revision],
    ['language', context.language, '', ''],
  ];
  for (const { kind, rows } of editableRows(writer, sheets))
    for (const [id, cells] of rows) for (const [field, cell] of cells) lines.push([kind, id, field, cell]);
  const cells = new Map<string, Partial<Cell>>();
  for (const [row, line] of lines.entries()) for (const [column, value] of line.entries()) cells.set(`${row},${column}`, toCell(value, look.text));
  return { name: readBackSheetName, cells, hidden: true, view: { rightToLeft: writer.isRightToLeft } };
}
