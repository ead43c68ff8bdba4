import type { WriteSheet } from 'hucre/xlsx';
import { evidenceKinds, supportLevels } from '#shared/domain/findings.ts';
import { qualityGrades } from '#shared/domain/indicators.ts';
import { costKinds, fundingKinds } from '#shared/domain/plan-costs.ts';
import { approaches, changeDirections, measureStatuses } from '#shared/domain/policy.ts';
import { gridPlaces, stakeholderKinds, stakeholderSectors } from '#shared/domain/stakeholders.ts';
import { columnLetter } from '../sheet-table.ts';
import { look, sheetReference } from '../workbook-look.ts';
import type { WorkbookWriter } from '../workbook-writer.ts';
import { wordOf } from './plain-sheet.ts';

/** Ranges with the values that may be chosen; lists written into a validation itself end at 255 characters. */
export interface ListRanges {
  readonly sectors: string;
  readonly kinds: string;
  readonly gridPlaces: string;
  readonly qualities: string;
  readonly supports: string;
  readonly evidenceKinds: string;
  readonly approaches: string;
  readonly stakeholders: string;
  readonly indicators: string;
  readonly directions: string;
  readonly costKinds: string;
  readonly fundingKinds: string;
  readonly statuses: string;
}

/** The sheet of lists, kept out of sight, and where each list is. */
export function listSheet(writer: WorkbookWriter): { sheet: WriteSheet; ranges: ListRanges } {
  const { words, names, data } = writer;
  const columns: string[][] = [];
  const add = (values: string[]): string => {
    const letter = columnLetter(columns.length);
    columns.push(values);
    return `${sheetReference(names.lists)}!$${letter}$1:$${letter}$${Math.max(1, values.length)}`;
  };
  const ranges: ListRanges = {
    sectors: add(stakeholderSectors.map(words.sector)),
    kinds: add(stakeholderKinds.map(words.stakeholderKind)),
    gridPlaces: add(gridPlaces.map(words.gridPlace)),
    qualities: add([...qualityGrades]),
    supports: add(supportLevels.map(words.support)),
    evidenceKinds: add(evidenceKinds.map(words.evidenceKind)),
    approaches: add(approaches.map(words.approach)),
    stakeholders: add(data.stakeholders.map((body) => body.name)),
    indicators: add(data.indicators.map(({ name }) => name)),
    directions: add(changeDirections.map((code) => wordOf(writer, code))),
    costKinds: add(costKinds.map((code) => wordOf(writer, code))),
    fundingKinds: add(fundingKinds.map((code) => wordOf(writer, code))),
    statuses: add(measureStatuses.map((code) => wordOf(writer, code))),
  };
  const cells = new Map(
    columns.flatMap((values, column) => values.map((value, row) => [`${row},${column}`, { value, type: 'string' as const, style: look.text }] as const)),
  );
  return { sheet: { name: names.lists, cells, hidden: true, view: { rightToLeft: writer.isRightToLeft } }, ranges };
}
