import * as XLSX from 'xlsx';

export interface SheetContent {
  readonly rows: readonly (readonly unknown[])[];
  /** Joined cells: `A1:B2`. */
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
  readonly change?: (sheet: XLSX.WorkSheet) => void;
}

/** A workbook made for one test. */
export function workbookOf(sheets: Readonly<Record<string, SheetContent>>, bookType: XLSX.BookType = 'xlsx', date1904 = false): Buffer {
  const book = XLSX.utils.book_new();
  for (const [name, { rows, merges = [], change }] of Object.entries(sheets)) {
    const sheet = XLSX.utils.aoa_to_sheet(rows as unknown[][], { UTC: true, date1904 } as XLSX.AOA2SheetOpts);
    sheet['!merges'] = merges.map((range) => XLSX.utils.decode_range(range));
    change?.(sheet);
    XLSX.utils.book_append_sheet(book, sheet, name);
  }
  book.Workbook = { WBProps: { date1904 }, Sheets: Object.values(sheets).map(({ hidden }) => ({ Hidden: hidden ? 1 : 0 })) };
  return XLSX.write(book, { type: 'buffer', bookType, compression: true }) as Buffer;
}
