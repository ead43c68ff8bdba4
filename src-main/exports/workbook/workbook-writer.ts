import type { Area } from '#shared/domain/areas.ts';
import type { ExportContext } from '../export-context.ts';
import type { ProfileData } from '../profile-data.ts';
import { type ShownIncidents, shownIncidents } from '../shown-incidents.ts';
import type { ShownRow } from '../small-numbers.ts';
import { createWords, type Words } from '../words.ts';
import type { LinkCell, TableCell } from './sheet-table.ts';
import { sheetName } from './workbook-look.ts';

export const sheetKeys = [
  'readMe',
  'areas',
  'populations',
  'stakeholders',
  'influence',
  'engagement',
  'areaYear',
  'areaGroup',
  'groups',
  'offences',
  'months',
  'week',
  'indicators',
  'targets',
  'findings',
  'validation',
  'factors',
  'risks',
  'matrix',
  'outsideFactors',
  'strategies',
  'leadership',
  'criteria',
  'scores',
  'priorities',
  'decisions',
  'frame',
  'objectives',
  'measures',
  'roles',
  'costLines',
  'fundingLines',
  'logframe',
  'budget',
  'practices',
  'progress',
  'reports',
  'commitments',
  'answers',
  'citizenScores',
  'lessons',
  'partnerships',
  'workshops',
  'sources',
  'dictionary',
  'lists',
] as const;
export type SheetKey = (typeof sheetKeys)[number];

/** What every sheet is written with. */
export interface WorkbookWriter {
  readonly data: ProfileData;
  readonly context: ExportContext;
  readonly t: ExportContext['t'];
  readonly words: Words;
  readonly incidents: ShownIncidents | null;
  readonly isRightToLeft: boolean;
  readonly names: Readonly<Record<SheetKey, string>>;
  /** By name, as the language orders them. */
  readonly areas: readonly Area[];
  readonly back: LinkCell;
  areaName(areaId: string | null): string;
  /** A figure, or the mark of one too small to show. */
  shown(value: number | null): TableCell;
  /** A rate: empty where there is none, marked where it is hidden. */
  rate(row: ShownRow, value: number | null): TableCell;
}

export function createWorkbookWriter(data: ProfileData, context: ExportContext): WorkbookWriter {
  const { t, formats } = context;
  const taken = new Set<string>();
  const names = Object.fromEntries(sheetKeys.map((key) => [key, sheetName(t(`workbook.sheet.${key}`), taken)])) as Record<SheetKey, string>;
  const areaNames = new Map(data.areas.map((area) => [area.id, area.name]));
  const hidden = { hidden: t('output.hidden') };
  return {
    data,
    context,
    t,
    words: createWords(context),
    incidents: data.incidents && data.incidents.total.count > 0 ? shownIncidents(data.incidents) : null,
    isRightToLeft: context.direction === 'rtl',
    names,
    areas: data.areas.toSorted((a, b) => formats.compare(a.name, b.name)),
    back: { text: t('workbook.back'), sheet: names.readMe },
    areaName: (areaId) => (areaId === null ? t('output.areaNotStated') : (areaNames.get(areaId) ?? t('output.areaNotStated'))),
    shown: (value) => (value === null ? hidden : value),
    rate: (row, value) => (row.isHidden ? hidden : value),
  };
}

/** A calendar day as a cell's date, the same in every time zone. */
export function dayCell(text: string | null): Date | null {
  return text ? new Date(`${text.slice(0, 10)}T00:00:00Z`) : null;
}
