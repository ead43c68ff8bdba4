import { unzipSync, type Zippable, zipSync } from 'fflate';
import { type WriteOptions, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { ExportContext } from '../export-context.ts';
import type { ProfileData } from '../profile-data.ts';
import { readBackSheet } from './read-back/read-back-sheet.ts';
import { budgetSheet } from './sheets/budget-sheet.ts';
import { dictionarySheet } from './sheets/dictionary-sheet.ts';
import { findingSheet, indicatorSheet, riskSheet, sourceSheet, targetSheets } from './sheets/evidence-sheets.ts';
import { followUpSheets, partnerSheets } from './sheets/follow-up-sheets.ts';
import { incidentSheets } from './sheets/incident-sheets.ts';
import { listSheet } from './sheets/list-sheet.ts';
import { measureSheet } from './sheets/measure-sheet.ts';
import { areaSheet, populationSheets, stakeholderSheet } from './sheets/place-sheets.ts';
import { logframeSheet, planSheets } from './sheets/plan-sheets.ts';
import { prioritySheet } from './sheets/priority-sheet.ts';
import { readMeSheet } from './sheets/read-me-sheet.ts';
import { relationSheets } from './sheets/relation-sheets.ts';
import { riskSheets, validationSheet } from './sheets/risk-sheets.ts';
import { weighingSheets } from './sheets/weighing-sheets.ts';
import { createWorkbookWriter, sheetKeys, type WorkbookWriter } from './workbook-writer.ts';

/** The data workbook (.xlsx): every table with its sources, sums as live formulas, charts; summaries only, small numbers hidden. */
export async function writeWorkbook(data: ProfileData, context: ExportContext): Promise<Uint8Array> {
  const writer = createWorkbookWriter(data, context);
  const { sheet: lists, ranges } = listSheet(writer);
  const plan = planSheets(writer, ranges);
  const content: WriteSheet[] = [
    areaSheet(writer),
    ...populationSheets(writer),
    stakeholderSheet(writer, ranges),
    ...relationSheets(writer),
    ...incidentSheets(writer),
    indicatorSheet(writer, ranges),
    ...targetSheets(writer),
    findingSheet(writer, ranges),
    ...validationSheet(writer),
    riskSheet(writer),
    ...riskSheets(writer),
    ...weighingSheets(writer),
    prioritySheet(writer),
    ...plan.before,
    measureSheet(writer, ranges),
    ...plan.after,
    ...logframeSheet(writer),
    ...budgetSheet(writer, ranges),
    ...followUpSheets(writer),
    ...partnerSheets(writer),
    sourceSheet(writer),
  ];
  const tables = inOrder(writer, [...content, ...dictionarySheet(writer, inOrder(writer, content))]);
  const present = sheetKeys.filter((key) => tables.some((sheet) => sheet.name === writer.names[key]));
  const changed = new Date(data.changedAt);
  const title = `${data.city.name || context.t('output.unnamedCity')} – ${context.t('workbook.title')}`;
  const bytes = await writeXlsx({
    ...withQuotedTitles([readMeSheet(writer, present), ...tables, lists, readBackSheet(writer, tables)]),
    properties: {
      title,
      subject: context.t('workbook.readMe.what'),
      creator: context.t('app.name'),
      lastModifiedBy: context.t('app.name'),
      created: changed,
      modified: changed,
    },
    defaultFont: { name: 'Calibri', size: 11 },
    activeSheet: 0,
  });
  return withFixedTimes(bytes);
}

/** Sheets in the order of `sheetKeys`. */
function inOrder({ names }: WorkbookWriter, sheets: readonly WriteSheet[]): WriteSheet[] {
  const places = new Map(sheetKeys.map((key, place) => [names[key], place]));
  return sheets.toSorted((a, b) => (places.get(a.name) ?? 0) - (places.get(b.name) ?? 0));
}

/** Heads that repeat on paper as names of the workbook: the library would write a sheet's name with spaces without its quotes, and Excel asks to repair such a file. */
function withQuotedTitles(sheets: readonly WriteSheet[]): Pick<WriteOptions, 'sheets' | 'namedRanges'> {
  const namedRanges = sheets.flatMap(({ name, pageSetup }) =>
    pageSetup?.printTitlesRow ? [{ name: '_xlnm.Print_Titles', range: `'${name.replaceAll("'", "''")}'!${pageSetup.printTitlesRow}`, scope: name }] : [],
  );
  const unnamed = sheets.map((sheet) => {
    const { printTitlesRow: _row, ...pageSetup } = sheet.pageSetup ?? {};
    return sheet.pageSetup ? { ...sheet, pageSetup } : sheet;
  });
  return { sheets: unnamed, namedRanges };
}

/** Packs the parts again in the order of their names, each dated the same, so that equal tables give equal bytes. */
function withFixedTimes(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts).sort((a, b) => (a < b ? -1 : 1));
  // A local time on purpose: ZIP stores the clock's own hours, so this is the same entry in every time zone.
  const mtime = new Date(1980, 0, 1);
  const packed: Zippable = {};
  for (const name of names) packed[name] = [parts[name] ?? new Uint8Array(), { mtime, level: 6 }];
  return zipSync(packed);
}
