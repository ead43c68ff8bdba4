import { SSF, type WorkSheet } from 'xlsx';
import { ForeignFileError } from '../foreign-file-error.ts';
import type { Cell } from '../foreign-table.ts';
import { limits } from '../guard/limits.ts';
import type { GridRow } from '../tables/header-row.ts';
import { isoOfSerial } from './serial-dates.ts';

/** What SheetJS holds for one cell, of the parts that are used. */
interface SheetCell {
  readonly t: string;
  readonly v?: unknown;
  readonly z?: string | number;
}

/**
 * The rows of a sheet that hold anything, with their numbers in the sheet. Formulas give their last computed value, errors their text (`#N/A`).
 * Only cells with content count: a stray format at the far corner adds nothing, content there is refused (`file/too-many-columns`, `file/too-large`).
 */
export function readSheetCells(sheet: WorkSheet, fileName: string, is1904: boolean): GridRow[] {
  const data: (SheetCell | undefined)[][] = sheet['!data'] ?? [];
  const rows: GridRow[] = [];
  let cellCount = 0;
  data.forEach((sheetRow, index) => {
    if (!sheetRow) return;
    const cells: Cell[] = [];
    sheetRow.forEach((cell, column) => {
      const value = cell === undefined ? '' : contentOf(cell, is1904);
      if (value === '') return;
      if (column >= limits.sheetColumns) {
        throw new ForeignFileError('file/too-many-columns', { fileName, row: index + 1, limit: limits.sheetColumns });
      }
      while (cells.length < column) cells.push('');
      cells.push(value);
      cellCount++;
    });
    if (cells.length === 0) return;
    if (cellCount > limits.sheetCells) throw new ForeignFileError('file/too-many-rows', { fileName, limit: index + 1 });
    rows.push({ row: index + 1, cells });
  });
  return rows;
}

/** Source: [MS-XLS] 2.5.10 Bes. */
const errorNames: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

function contentOf(cell: SheetCell, is1904: boolean): Cell {
  const { v } = cell;
  if (cell.t === 'e') return errorNames[Number(v)] ?? '#ERROR';
  if (typeof v === 'string') return v.length > limits.cellCharacters ? v.slice(0, limits.cellCharacters) : v.trim();
  if (typeof v === 'boolean') return v ? 'TRUE' : 'FALSE';
  if (v instanceof Date) return isoOfDate(v);
  if (typeof v !== 'number' || !Number.isFinite(v)) return '';
  return cell.z !== undefined && SSF.is_date(String(cell.z)) ? isoOfSerial(v, is1904, String(cell.z)) : v;
}

/** SheetJS was asked for UTC: the wall-clock time of the cell stands in the UTC fields. */
function isoOfDate(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const text = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString().slice(0, 19);
  return text.endsWith('T00:00:00') ? text.slice(0, 10) : text;
}
