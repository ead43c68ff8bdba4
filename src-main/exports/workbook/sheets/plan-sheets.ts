import type { WriteSheet } from 'hucre/xlsx';
import { raciRoles } from '#shared/domain/roles.ts';
import { activityLines, logframeRows } from '#shared/methods/logframe.ts';
import type { WorkbookWriter } from '../workbook-writer.ts';
import { dayCell } from '../workbook-writer.ts';
import type { ListRanges } from './list-sheet.ts';
import { column, plainSheet, wordOf } from './plain-sheet.ts';

/** The plan beside its measures: pillars and principles, objectives, who does what, and the lines of cost and funding. */
export function planSheets(writer: WorkbookWriter, lists: ListRanges): { before: WriteSheet[]; after: WriteSheet[] } {
  return { before: [...frameSheet(writer), ...objectiveSheet(writer, lists)], after: [...roleSheet(writer), ...lineSheets(writer, lists)] };
}

function frameSheet(writer: WorkbookWriter): WriteSheet[] {
  const { data, t } = writer;
  const rows = [
    ...(data.policy.vision ? [{ kind: t('output.vision'), title: data.policy.title, text: data.policy.vision }] : []),
    ...data.principles.map(({ title, text }) => ({ kind: t('workbook.frame.principle'), title, text })),
    ...data.pillars.map(({ title, description }) => ({ kind: t('workbook.frame.pillar'), title, text: description })),
  ];
  return plainSheet(writer, 'frame', rows, [
    column('workbook.column.kind', 16, 'text', ({ kind }) => kind),
    column('workbook.column.title', 44, 'long-text', ({ title }) => title),
    column('workbook.column.description', 90, 'long-text', ({ text }) => text),
  ]);
}

function objectiveSheet(writer: WorkbookWriter, lists: ListRanges): WriteSheet[] {
  const { data, words } = writer;
  const body = (id: string | null) => data.stakeholders.find((one) => one.id === id)?.name ?? '';
  const withBodies = data.stakeholders.length > 0 ? { list: lists.stakeholders } : {};
  return plainSheet(
    writer,
    'objectives',
    data.objectives,
    [
      column('output.column.objective', 50, 'long-text', ({ title }) => title),
      column('workbook.column.pillar', 28, 'long-text', ({ pillarId }) => data.pillars.find(({ id }) => id === pillarId)?.title ?? ''),
      column('workbook.column.objectiveLevel', 14, 'text', ({ level }) => wordOf(writer, level)),
      column('workbook.column.description', 44, 'long-text', ({ description }) => description),
      column('output.column.owner', 28, 'text', ({ ownerId }) => body(ownerId), withBodies),
      column('output.column.indicator', 44, 'long-text', ({ indicatorCode, indicatorText }) => indicatorName(writer, indicatorCode, indicatorText), {
        ...(data.indicators.length > 0 ? { list: lists.indicators } : {}),
      }),
      column('workbook.column.better', 12, 'text', ({ direction }) => wordOf(writer, direction), { list: lists.directions }),
      column('workbook.column.baseline', 11, 'decimal', ({ baselineValue }) => baselineValue),
      column('workbook.column.baselineOn', 13, 'text', ({ baselineOn }) => baselineOn),
      column('workbook.column.target', 11, 'decimal', ({ targetValue }) => targetValue),
      column('workbook.column.targetOn', 13, 'text', ({ targetOn }) => targetOn),
      column('workbook.column.verification', 36, 'long-text', ({ verification }) => verification),
      column('workbook.column.assumption', 36, 'long-text', ({ assumption }) => assumption),
      column('workbook.column.budgetLine', 20, 'text', ({ budgetLine }) => budgetLine),
      column('workbook.column.findings', 60, 'long-text', ({ findingIds }) =>
        words.list(data.findings.filter(({ id, isRestricted }) => findingIds.includes(id) && !isRestricted).map(({ sentence }) => sentence)),
      ),
      column('workbook.column.priorities', 44, 'long-text', ({ priorityIds }) =>
        words.list(data.priorities.filter(({ id }) => priorityIds.includes(id)).map(({ title }) => title)),
      ),
      column('workbook.column.id', 38, 'text', ({ id }) => id, { isHidden: true }),
    ],
    { frozenColumns: 1 },
  );
}

/** The catalogue's name of an indicator, else the city's own words. */
export function indicatorName({ data }: WorkbookWriter, code: string | null, text: string): string {
  return data.indicators.find((indicator) => indicator.code === code)?.name ?? text;
}

function roleSheet(writer: WorkbookWriter): WriteSheet[] {
  const { data, t } = writer;
  const rows = data.workbook.roles.toSorted((a, b) => raciRoles.indexOf(a.role) - raciRoles.indexOf(b.role));
  const ordered = data.measures.flatMap(({ id, title }) => rows.filter(({ measureId }) => measureId === id).map((role) => ({ ...role, title })));
  return plainSheet(writer, 'roles', ordered, [
    column('output.column.measure', 44, 'long-text', ({ title }) => title),
    column('output.column.name', 40, 'text', ({ stakeholderId }) => data.stakeholders.find(({ id }) => id === stakeholderId)?.name ?? ''),
    column('roles.role', 26, 'text', ({ role }) => t(`raci.${role}`)),
    column('workbook.column.confirmedOn', 14, 'day', ({ confirmedOn }) => dayCell(confirmedOn)),
  ]);
}

function lineSheets(writer: WorkbookWriter, lists: ListRanges): WriteSheet[] {
  const { data } = writer;
  const costs = data.measures.flatMap((measure) => measure.costLines.map((line) => ({ measure, line })));
  const funds = data.measures.flatMap((measure) => measure.fundingLines.map((line) => ({ measure, line })));
  const currency = (own: string) => own || data.city.currency;
  const year = { between: [1900, 2200] as const };
  return [
    ...plainSheet(writer, 'costLines', costs, [
      column('output.column.measure', 40, 'long-text', ({ measure }) => measure.title),
      column('workbook.column.costLine', 36, 'long-text', ({ line }) => line.title),
      column('workbook.column.kind', 14, 'text', ({ line }) => wordOf(writer, line.kind), { list: lists.costKinds }),
      column('workbook.column.unit', 18, 'text', ({ line }) => line.unit),
      column('workbook.column.unitCost', 14, 'money', ({ line }) => line.unitCost),
      column('workbook.column.quantity', 12, 'decimal', ({ line }) => line.quantity),
      column('workbook.column.years', 9, 'decimal', ({ line }) => line.years),
      column('workbook.column.amount', 16, 'money', ({ line }, place) => {
        const row = place + 4;
        return { formula: `IF(COUNT(E${row}:G${row})<3,"",ROUND(E${row}*F${row}*G${row},2))`, result: line.amount ?? '' };
      }),
      column('workbook.column.currency', 10, 'text', ({ measure }) => currency(measure.currency)),
      column('workbook.column.firstYear', 11, 'year', ({ line }) => line.firstYear, year),
      column('workbook.column.lastYear', 11, 'year', ({ line }) => line.lastYear, year),
      column('output.column.source', 40, 'long-text', ({ line }) => line.source),
      column('workbook.column.id', 38, 'text', ({ measure }) => measure.id, { isHidden: true }),
    ]),
    ...plainSheet(writer, 'fundingLines', funds, [
      column('output.column.measure', 40, 'long-text', ({ measure }) => measure.title),
      column('workbook.column.fundingKind', 16, 'text', ({ line }) => wordOf(writer, line.kind), { list: lists.fundingKinds }),
      column('output.column.source', 40, 'long-text', ({ line }) => line.source),
      column('workbook.column.payer', 32, 'text', ({ line }) => data.stakeholders.find(({ id }) => id === line.stakeholderId)?.name ?? ''),
      column('workbook.column.amount', 16, 'money', ({ line }) => line.amount),
      column('workbook.column.currency', 10, 'text', ({ measure }) => currency(measure.currency)),
      column('workbook.column.firstYear', 11, 'year', ({ line }) => line.firstYear, year),
      column('workbook.column.lastYear', 11, 'year', ({ line }) => line.lastYear, year),
      column('workbook.column.fundingStatus', 14, 'text', ({ line }) => wordOf(writer, line.status)),
      column('workbook.column.id', 38, 'text', ({ measure }) => measure.id, { isHidden: true }),
    ]),
  ];
}

/** Impact, outcome, output, activity × indicator, means of verification, assumption (methods section 12). */
export function logframeSheet(writer: WorkbookWriter): WriteSheet[] {
  const { data } = writer;
  if (data.objectives.length === 0) return [];
  const rows = logframeRows({ vision: data.policy.vision, pillars: data.pillars, objectives: data.objectives, measures: data.measures }).map((row) => {
    if (row.of === 'policy') return { ...row, text: row.text, aim: null, verification: '', assumption: '' };
    if (row.of === 'objective') {
      const { objective } = row;
      return { ...row, text: objective.title, aim: objective, verification: objective.verification, assumption: objective.assumption };
    }
    const { measure } = row;
    const isOutput = row.level === 'output';
    const text = isOutput ? measure.output || measure.title : activityLines(measure.activities).join('\n') || measure.description || measure.title;
    return {
      ...row,
      text,
      aim: isOutput ? measure : null,
      verification: isOutput ? measure.verification : '',
      assumption: isOutput ? measure.assumptions : '',
    };
  });
  const when = (aim: (typeof rows)[number]['aim'], which: 'baseline' | 'target') => {
    if (aim === null) return '';
    if ('baselineOn' in aim) return which === 'baseline' ? aim.baselineOn : aim.targetOn;
    return String((which === 'baseline' ? aim.baselineYear : aim.targetYear) ?? '');
  };
  return plainSheet(
    writer,
    'logframe',
    rows,
    [
      column('workbook.column.number', 9, 'text', ({ number }) => number),
      column('workbook.column.logframeLevel', 14, 'text', ({ level }) => wordOf(writer, level)),
      column('workbook.column.logframeText', 56, 'long-text', ({ text }) => text),
      column('output.column.indicator', 44, 'long-text', ({ aim }) => (aim === null ? '' : indicatorName(writer, aim.indicatorCode, aim.indicatorText))),
      column('workbook.column.baseline', 11, 'decimal', ({ aim }) => aim?.baselineValue ?? null),
      column('workbook.column.baselineOn', 13, 'text', ({ aim }) => when(aim, 'baseline')),
      column('workbook.column.target', 11, 'decimal', ({ aim }) => aim?.targetValue ?? null),
      column('workbook.column.targetOn', 13, 'text', ({ aim }) => when(aim, 'target')),
      column('workbook.column.verification', 40, 'long-text', ({ verification }) => verification),
      column('workbook.column.assumption', 40, 'long-text', ({ assumption }) => assumption),
    ],
    { frozenColumns: 3 },
  );
}
