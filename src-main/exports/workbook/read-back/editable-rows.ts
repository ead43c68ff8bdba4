import type { WriteSheet } from 'hucre/xlsx';
import { type TableCell, tableOf } from '../sheet-table.ts';
import type { WorkbookWriter } from '../workbook-writer.ts';
import { editableSheets, type ReadBackKind, readBackKinds } from './editable-columns.ts';

/** What a cell holds that can be read back; a cell that is worked out, hidden or a day is none. */
export type PlainCell = string | number | null;

export interface EditableRows {
  readonly kind: ReadBackKind;
  readonly sheetName: string;
  /** Labels in the header by field, and that of the ids. */
  readonly labels: ReadonlyMap<string, string>;
  readonly idLabel: string;
  /** By id: cells by field. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, PlainCell>>;
}

/** What the sheets that are read back say now, as their cells stand there. */
export function editableRows(writer: WorkbookWriter, sheets: readonly WriteSheet[]): EditableRows[] {
  const { data, names } = writer;
  // Values that were computed or came with an imported table are changed where they come from.
  const fixed = new Set(data.observations.filter(({ isComputed, isImported }) => isComputed || isImported).map(({ id }) => id));
  return readBackKinds.flatMap((kind): EditableRows[] => {
    const { sheet: key, id: idPlace, columns } = editableSheets[kind];
    const sheet = sheets.find(({ name }) => name === names[key]);
    const table = sheet && tableOf(sheet);
    if (!table) return [];
    const rows = table.rows.flatMap((row): [string, ReadonlyMap<string, PlainCell>][] => {
      const id = row[idPlace];
      if (typeof id !== 'string' || fixed.has(id) || row.some(isHiddenCell)) return [];
      return [[id, new Map(columns.flatMap(({ place, field }) => (isPlain(row[place]) ? [[field, row[place]]] : [])))]];
    });
    return [
      {
        kind,
        sheetName: table.name,
        labels: new Map(columns.map(({ place, field }) => [field, table.columns[place]?.label ?? ''])),
        idLabel: table.columns[idPlace]?.label ?? '',
        rows: new Map(rows),
      },
    ];
  });
}

function isPlain(cell: TableCell | undefined): cell is PlainCell {
  return cell === null || typeof cell === 'string' || typeof cell === 'number';
}

function isHiddenCell(cell: TableCell): boolean {
  return typeof cell === 'object' && cell !== null && 'hidden' in cell;
}
