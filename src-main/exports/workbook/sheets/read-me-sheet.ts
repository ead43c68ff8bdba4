import type { Cell, CellStyle, WriteSheet } from 'hucre/xlsx';
import { protectionTexts } from '../../protection-texts.ts';
import { isolate } from '../../report/isolate.ts';
import { fingerprint } from '../../report/report-writer.ts';
import { smallestRatedPopulation } from '../../shown-incidents.ts';
import { linesOf, type TableCell, toCell } from '../sheet-table.ts';
import { look } from '../workbook-look.ts';
import { dayCell, type SheetKey, type WorkbookWriter } from '../workbook-writer.ts';

const textWidth = 110;

/** The first sheet: what this is, of when, the way to every sheet, how figures were made and which are hidden. */
export function readMeSheet(writer: WorkbookWriter, present: readonly SheetKey[]): WriteSheet {
  const { t, data, words, names, context } = writer;
  const cells = new Map<string, Partial<Cell>>();
  const heights = new Map<number, { height: number }>([[0, { height: 28 }]]);
  let row = 0;
  const line = (label: TableCell, text: TableCell, styles: { label: CellStyle; text: CellStyle } = { label: look.label, text: look.text }) => {
    cells.set(`${row},0`, toCell(label, styles.label));
    cells.set(`${row},1`, toCell(text, styles.text));
    if (typeof text === 'string') heights.set(row, { height: linesOf(text, textWidth) * 15 + 2 });
    row += 1;
  };
  const heading = (text: string) => {
    row += 1;
    cells.set(`${row},0`, toCell(text, look.heading));
    row += 1;
  };
  const cityName = data.city.name || t('output.unnamedCity');
  cells.set('0,0', toCell(t('workbook.readMe.title', { city: cityName }), look.title));
  cells.set('1,0', toCell(t('workbook.readMe.what'), look.note));
  row = 3;
  line(t('report.cover.city'), words.list([cityName, words.country(data.city.country)].filter(Boolean)));
  cells.set(`${row},0`, toCell(t('report.cover.dataOf'), look.label));
  cells.set(`${row},1`, toCell(dayCell(data.changedAt), { ...look.text, numFmt: 'yyyy-mm-dd', alignment: { horizontal: 'left' } }));
  row += 1;
  if (data.isSample) line(t('workbook.readMe.note'), t('report.cover.sample'));
  line(t('report.check.madeWith'), t('report.check.version', { app: t('app.name'), version: data.appVersion }));
  line(t('report.check.project'), data.projectId);
  line(t('report.check.revision'), String(data.revision));
  line(t('report.check.fingerprint'), fingerprint(data));
  heading(t('workbook.readMe.sheets'));
  for (const key of present) {
    if (key === 'readMe' || key === 'lists') continue;
    line({ text: names[key], sheet: names[key] }, t(`workbook.about.${key}`), { label: look.link, text: look.text });
  }
  heading(t('report.methods.sources'));
  if (data.datasets.length === 0) line('', t('report.missing.datasets'));
  for (const dataset of data.datasets) {
    const about = [
      dataset.source || dataset.fileName,
      dataset.licence,
      words.period(dataset.firstYear, dataset.lastYear),
      context.formats.day(dataset.importedAt.slice(0, 10)),
    ];
    const parts = about.filter(Boolean).map((part) => (writer.isRightToLeft ? isolate(part) : part));
    line(t(`output.datasetKind.${dataset.kind}`), parts.join(' · '));
  }
  heading(t('report.methods.how'));
  line(t('workbook.readMe.formulas'), t('workbook.readMe.formulasText'));
  line(t('output.column.rate'), `${t('report.methods.rates')} ${t('report.methods.thinRates', { residents: context.formats.count(smallestRatedPopulation) })}`);
  line(t('workbook.column.support'), t('report.methods.support'));
  line(t('output.column.votes'), t('report.methods.votes'));
  line(t('output.column.cost'), t('report.methods.costs'));
  for (const [place, text] of protectionTexts(writer).entries()) line(place === 0 ? t('report.methods.smallNumbers') : '', text);
  return {
    name: names.readMe,
    cells: writer.isRightToLeft ? new Map([...cells].map(([place, cell]) => [place, fromTheRight(cell)])) : cells,
    columns: [{ width: 34 }, { width: textWidth }],
    rowDefs: heights,
    view: { rightToLeft: writer.isRightToLeft, showGridLines: false },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    a11y: { summary: t('workbook.readMe.what') },
  };
}

/** A title that begins with a foreign name would run from the left, out of the sheet's edge. */
function fromTheRight(cell: Partial<Cell>): Partial<Cell> {
  return { ...cell, style: { ...cell.style, alignment: { ...cell.style?.alignment, horizontal: 'right', readingOrder: 'rtl' } } };
}
