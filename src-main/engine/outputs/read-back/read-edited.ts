import { type ReadBackKind, readBackFormat, readBackKinds } from '../../../exports/workbook/read-back/editable-columns.ts';
import type { PlainCell } from '../../../exports/workbook/read-back/editable-rows.ts';
import { readBackSheetName } from '../../../exports/workbook/read-back/read-back-sheet.ts';
import { ForeignFileError } from '../../../imports/foreign-file-error.ts';
import type { ForeignRow } from '../../../imports/foreign-table.ts';
import { openForeignTable } from '../../../imports/open-foreign-table.ts';
import { refuse } from '../../refuse.ts';

/** What the hidden sheet of a workbook says of how it was made. */
export interface MadeWorkbook {
  readonly projectId: string;
  readonly revision: number;
  readonly language: string;
  /** What stood in the cells, by kind, id and field. */
  readonly base: ReadonlyMap<ReadBackKind, ReadonlyMap<string, ReadonlyMap<string, PlainCell>>>;
}

export interface EditedSheet {
  readonly columns: readonly string[];
  readonly rows: readonly ForeignRow[];
}

interface Asked {
  readonly path: string;
  readonly fileName: string;
  readonly signal?: AbortSignal | undefined;
}

/** Reads the hidden sheet. Refused as `read-back/not-a-workbook` where there is none: any other table, or a copy without it. */
export async function readMade(asked: Asked): Promise<MadeWorkbook> {
  const sheet = await readSheet(asked, readBackSheetName, 1);
  if (sheet === null || !sheet.rows.some(({ cells }) => cells[0] === 'format' && cells[1] === readBackFormat)) refuse('read-back/not-a-workbook');
  const base = new Map(readBackKinds.map((kind) => [kind, new Map<string, Map<string, PlainCell>>()]));
  const facts = new Map<string, readonly (string | number)[]>();
  for (const { cells } of sheet.rows) {
    const [what = '', id = '', field = '', cell = ''] = cells;
    const rows = base.get(what as ReadBackKind);
    if (!rows) facts.set(String(what), cells);
    else rows.set(String(id), (rows.get(String(id)) ?? new Map<string, PlainCell>()).set(String(field), cell === '' ? null : cell));
  }
  return {
    projectId: String(facts.get('project')?.[1] ?? ''),
    revision: Number(facts.get('project')?.[3] ?? 0),
    language: String(facts.get('language')?.[1] ?? ''),
    base,
  };
}

/** Title, note and header stand above the rows of every table of the workbook. */
const headerRow = 3;

/** One table of the workbook as it stands now; null where the sheet is gone. */
export function readEdited(asked: Asked, name: string): Promise<EditedSheet | null> {
  return readSheet(asked, name, headerRow);
}

async function readSheet({ path, fileName, signal }: Asked, sheet: string, header: number): Promise<EditedSheet | null> {
  try {
    const table = await openForeignTable({
      path,
      fileName,
      patch: { format: 'table', sheet, headerRow: header, headerRowCount: 1 },
      ...(signal ? { signal } : {}),
    });
    try {
      if (table.reading.format !== 'table') refuse('read-back/not-a-workbook');
      const rows: ForeignRow[] = [];
      for await (const batch of table.batches(signal ? { signal } : {})) rows.push(...batch);
      return { columns: table.columns, rows };
    } finally {
      table.close();
    }
  } catch (error) {
    if (!(error instanceof ForeignFileError)) throw error;
    if (error.code === 'file/no-such-sheet') return null;
    if (error.code === 'file/only-header' || error.code === 'file/empty') return header === 1 ? null : { columns: [], rows: [] };
    if (error.code === 'file/not-a-table' || error.code === 'file/other-kind') refuse('read-back/not-a-workbook');
    return refuse(error.code, error.params);
  }
}
