import type { SheetKey } from '../workbook-writer.ts';

/** What is read back from an edited workbook. */
export const readBackKinds = ['stakeholder', 'observation', 'objective', 'measure'] as const;
export type ReadBackKind = (typeof readBackKinds)[number];

/** How a cell is read: as text, a number, a choice among words, or the names of things in the project. */
export type CellType =
  | 'text'
  | 'title'
  | 'number'
  | 'amount'
  | 'year'
  | 'share'
  | 'month'
  | 'date'
  | 'sector'
  | 'stakeholder-kind'
  | 'approach'
  | 'direction'
  | 'status'
  | 'quality'
  | 'body'
  | 'bodies'
  | 'areas'
  | 'indicator';

export interface EditableColumn {
  /** Place of the column on the sheet as it is written. */
  readonly place: number;
  /** The field of the project. */
  readonly field: string;
  readonly type: CellType;
}
export interface EditableSheet {
  readonly sheet: SheetKey;
  /** Place of the column of ids; the other columns are worked out or belong to something else and are not read. */
  readonly id: number;
  readonly columns: readonly EditableColumn[];
}

const editable = (place: number, field: string, type: CellType): EditableColumn => ({ place, field, type });

/** Which columns of which sheets are read back, and as what. The places are those of the functions that write the sheets. */
export const editableSheets: Readonly<Record<ReadBackKind, EditableSheet>> = {
  stakeholder: {
    sheet: 'stakeholders',
    id: 17,
    columns: [editable(0, 'name', 'title'), editable(1, 'sector', 'sector'), editable(2, 'kind', 'stakeholder-kind'), editable(16, 'mandate', 'text')],
  },
  observation: {
    sheet: 'indicators',
    id: 24,
    columns: [
      ...[editable(5, 'year', 'year'), editable(8, 'value', 'number'), editable(10, 'low', 'number'), editable(11, 'high', 'number')],
      ...[editable(14, 'sampleSize', 'amount'), editable(15, 'quality', 'quality'), editable(16, 'qualityReason', 'text'), editable(17, 'source', 'text')],
      ...[editable(18, 'holder', 'text'), editable(23, 'note', 'text')],
    ],
  },
  objective: {
    sheet: 'objectives',
    id: 16,
    columns: [
      ...[editable(0, 'title', 'title'), editable(3, 'description', 'text'), editable(4, 'ownerId', 'body'), editable(5, 'indicator', 'indicator')],
      ...[editable(6, 'direction', 'direction'), editable(7, 'baselineValue', 'number'), editable(8, 'baselineOn', 'date')],
      ...[editable(9, 'targetValue', 'number'), editable(10, 'targetOn', 'date'), editable(11, 'verification', 'text')],
      ...[editable(12, 'assumption', 'text'), editable(13, 'budgetLine', 'text')],
    ],
  },
  measure: {
    sheet: 'measures',
    id: 34,
    columns: [
      ...[editable(1, 'title', 'title'), editable(2, 'ownerId', 'body'), editable(3, 'partnerIds', 'bodies'), editable(4, 'approach', 'approach')],
      ...[editable(5, 'areaIds', 'areas'), editable(6, 'startYear', 'year'), editable(7, 'endYear', 'year'), editable(9, 'capitalCost', 'amount')],
      ...[editable(10, 'recurrentCostPerYear', 'amount'), editable(11, 'contingencyPercent', 'share'), editable(13, 'fundingOwn', 'amount')],
      ...[editable(14, 'fundingShared', 'amount'), editable(15, 'fundingExternal', 'amount'), editable(18, 'indicator', 'indicator')],
      ...[editable(19, 'baselineValue', 'number'), editable(20, 'baselineYear', 'year'), editable(21, 'targetValue', 'number')],
      ...[editable(22, 'targetYear', 'year'), editable(23, 'startsOn', 'month'), editable(24, 'endsOn', 'month'), editable(26, 'code', 'text')],
      ...[editable(27, 'description', 'text'), editable(28, 'output', 'text'), editable(29, 'verification', 'text'), editable(30, 'assumptions', 'text')],
      ...[editable(31, 'legalBasis', 'text'), editable(32, 'status', 'status')],
    ],
  },
};

/** Under what the first sheet of the hidden record is known, and the form it has. */
export const readBackFormat = 'city-safety-studio read-back 1';
