import type { SheetChart } from 'hucre/xlsx';
import type { TablePlace } from '../sheet-table.ts';
import type { SheetKey, WorkbookWriter } from '../workbook-writer.ts';

/** What every sheet begins with: its name and title, the direction it is read in, the way back to the first sheet. */
export function sheetFrame({ t, names, isRightToLeft, back }: WorkbookWriter, key: SheetKey) {
  return { isRightToLeft, back, name: names[key], title: t(`workbook.sheet.${key}`) };
}

/** A chart to the side of its table. */
export function chartFrame(
  writer: WorkbookWriter,
  place: TablePlace,
  look: { title: string; rows: number },
): Pick<SheetChart, 'title' | 'anchor' | 'altText' | 'titleFontSize' | 'axes' | 'lang'> {
  const column = place.columnCount + 1;
  return {
    title: look.title,
    titleFontSize: 13,
    altText: look.title,
    lang: writer.context.language,
    anchor: { from: { row: 2, col: column }, to: { row: 2 + look.rows, col: column + 8 } },
    axes: { x: { reverse: writer.isRightToLeft }, y: { gridlines: { major: true } } },
  };
}
