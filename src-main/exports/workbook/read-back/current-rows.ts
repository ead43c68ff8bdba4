import type { ExportContext } from '../../export-context.ts';
import type { ProfileData } from '../../profile-data.ts';
import { indicatorSheet } from '../sheets/evidence-sheets.ts';
import { listSheet } from '../sheets/list-sheet.ts';
import { measureSheet } from '../sheets/measure-sheet.ts';
import { stakeholderSheet } from '../sheets/place-sheets.ts';
import { planSheets } from '../sheets/plan-sheets.ts';
import { createWorkbookWriter, type WorkbookWriter } from '../workbook-writer.ts';
import { type EditableRows, editableRows } from './editable-rows.ts';

/** What the sheets that are read back would say if the workbook were made now, and the words it would be written with. */
export function currentRows(data: ProfileData, context: ExportContext): { sheets: EditableRows[]; writer: WorkbookWriter } {
  const writer = createWorkbookWriter(data, context);
  const { ranges } = listSheet(writer);
  const sheets = [stakeholderSheet(writer, ranges), indicatorSheet(writer, ranges), ...planSheets(writer, ranges).before, measureSheet(writer, ranges)];
  return { sheets: editableRows(writer, sheets), writer };
}
