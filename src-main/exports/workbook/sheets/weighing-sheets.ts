import type { WriteSheet } from 'hucre/xlsx';
import type { Weighing } from '#shared/domain/criteria.ts';
import { columnLetter, firstDataRow, type TableCell, tableSheet } from '../sheet-table.ts';
import { accent, sheetReference } from '../workbook-look.ts';
import { dayCell, type WorkbookWriter } from '../workbook-writer.ts';
import { column, plainSheet } from './plain-sheet.ts';
import { chartFrame, sheetFrame } from './sheet-frame.ts';

type Option = Weighing['options'][number];

/** Criteria with their weights, how every option stands with the ranking as live formulas, and what was decided. */
export function weighingSheets(writer: WorkbookWriter): WriteSheet[] {
  return [...criteriaSheet(writer), ...scoreSheet(writer), ...decisionSheet(writer)];
}

const places = { worst: 'E', best: 'F', swing: 'G', weight: 'H' } as const;

function criteriaSheet(writer: WorkbookWriter): WriteSheet[] {
  const { t, data } = writer;
  const { criteria, options } = data.workbook.weighing;
  const last = firstDataRow + criteria.length - 1;
  const title = (id: string | null) => options.find(({ priorityId }) => priorityId === id)?.title ?? '';
  const fromSwings = criteria.some(({ swing }) => swing !== null);
  const ends = (criterion: Weighing['criteria'][number], which: 'worst' | 'best') =>
    criterion.worst === null && criterion.best === null ? (criterion.suggested?.[which] ?? null) : criterion[which];
  return plainSheet(
    writer,
    'criteria',
    criteria,
    [
      column('criteria.name', 30, 'text', ({ name }) => name),
      column('workbook.column.description', 50, 'long-text', ({ description }) => description),
      column('criteria.from', 40, 'long-text', ({ kind }) => (kind === 'ballot' ? t('criteria.short.ballot') : t(`criteria.kind.${kind}`))),
      column('workbook.column.unit', 18, 'text', ({ unit }) => unit),
      column('criteria.worst', 14, 'decimal', (criterion) => ends(criterion, 'worst')),
      column('criteria.best', 14, 'decimal', (criterion) => ends(criterion, 'best')),
      column('workbook.column.swing', 10, 'count', ({ swing }) => swing, { between: [0, 100] }),
      column('compare.weight', 10, 'percent', ({ weight }, place) =>
        fromSwings && weight !== null
          ? { formula: `N(${places.swing}${firstDataRow + place})/SUM(${places.swing}$${firstDataRow}:${places.swing}$${last})`, result: weight }
          : weight,
      ),
      column('workbook.column.rangeLow', 14, 'percent', ({ range }) => range?.low ?? null),
      column('workbook.column.rangeHigh', 14, 'percent', ({ range }) => range?.high ?? null),
      column('workbook.column.belowLeads', 40, 'long-text', ({ range }) => title(range?.lowNextId ?? null)),
      column('workbook.column.aboveLeads', 40, 'long-text', ({ range }) => title(range?.highNextId ?? null)),
    ],
    { note: t('workbook.note.criteria', { sets: writer.context.formats.count(data.workbook.weighing.sets), seed: String(data.workbook.weighing.seed) }) },
  );
}

/** Raw figures, their place on the scale 0–100, and V = Σwv with its rank: change a figure, an end or a swing and the ranking follows. */
function scoreSheet(writer: WorkbookWriter): WriteSheet[] {
  const { t, data, names } = writer;
  const { criteria, options } = data.workbook.weighing;
  if (criteria.length === 0 || options.length === 0) return [];
  const count = criteria.length;
  const sheet = sheetReference(names.criteria);
  const raw = (criterion: number, row: number) => `${columnLetter(1 + criterion)}${row}`;
  const scaled = (criterion: number, row: number) => `${columnLetter(1 + count + criterion)}${row}`;
  const of = (place: keyof typeof places, criterion: number) => `${sheet}!$${places[place]}$${firstDataRow + criterion}`;
  const last = firstDataRow + options.length - 1;
  const value = columnLetter(1 + 2 * count);
  const range = `$${value}$${firstDataRow}:$${value}$${last}`;
  const scale = (option: Option, criterion: number, row: number): TableCell => {
    const ends = `${of('worst', criterion)},${of('best', criterion)}`;
    const distance = `(${of('best', criterion)}-${of('worst', criterion)})`;
    return {
      formula: `IF(COUNT(${raw(criterion, row)},${ends})<3,"",IF(${distance}=0,"",(${raw(criterion, row)}-${of('worst', criterion)})/${distance}*100))`,
      result: option.cells[criterion]?.score ?? '',
    };
  };
  const sum = (row: number) => criteria.map((_, criterion) => `N(${of('weight', criterion)})*N(${scaled(criterion, row)})`).join('+');
  const gaps = (row: number) => criteria.map((_, criterion) => `AND(N(${of('weight', criterion)})>0,${scaled(criterion, row)}="")`).join(',');
  const weights = criteria.map((_, criterion) => `N(${of('weight', criterion)})`).join('+');
  return [
    tableSheet({
      ...sheetFrame(writer, 'scores'),
      note: t('workbook.about.scores'),
      columns: [
        { label: t('output.column.priority'), width: 46, format: 'long-text' },
        ...criteria.map(({ name, unit }) => ({ label: name, width: 16, format: 'decimal' as const, about: t('workbook.meaning.rawScore', { name }), unit })),
        ...criteria.map(({ name }) => ({
          label: t('workbook.column.onScale', { name }),
          width: 16,
          format: 'decimal' as const,
          about: t('workbook.meaning.onScale', { name }),
        })),
        { label: t('workbook.column.weightedValue'), width: 12, format: 'decimal' },
        { label: t('output.column.rank'), width: 9, format: 'decimal' },
        { label: t('workbook.column.leads'), width: 14, format: 'percent' },
        { label: t('workbook.column.sources'), width: 60, format: 'long-text' },
      ],
      rows: options.map((option, place): TableCell[] => {
        const row = firstDataRow + place;
        return [
          option.title,
          ...option.cells.map(({ value: figure }) => figure),
          ...criteria.map((_, criterion) => scale(option, criterion, row)),
          { formula: `IF(OR(${weights}=0,${gaps(row)}),"",${sum(row)})`, result: option.value ?? '' },
          { formula: `IF(${value}${row}="","",RANK(${value}${row},${range})+(COUNTIF(${range},${value}${row})-1)/2)`, result: option.rank ?? '' },
          option.leads,
          criteria
            .map(({ name }, criterion) => `${name}: ${t(`criteria.short.${option.cells[criterion]?.origin.kind ?? 'none'}`)}`)
            .join(t('output.listSeparator')),
        ];
      }),
      chart: (place) => ({
        ...chartFrame(writer, place, { title: t('workbook.chart.scores'), rows: 18 }),
        type: 'bar',
        gapWidth: 50,
        anchor: { from: { row: place.lastRow + 2, col: 0 }, to: { row: place.lastRow + 20, col: 5 } },
        series: [{ name: t('workbook.column.weightedValue'), values: place.range(1 + 2 * count), categories: place.range(0), color: accent }],
        axes: { x: { reverse: true }, y: { gridlines: { major: true }, reverse: writer.isRightToLeft } },
        legend: false,
      }),
    }),
  ];
}

function decisionSheet(writer: WorkbookWriter): WriteSheet[] {
  const { t, data } = writer;
  const rows = data.workbook.decisions.flatMap((decision) => [
    ...decision.content.options.flatMap((option) => (option.decidedRank === null ? [] : [{ decision, option, dissent: null }])),
    ...decision.dissents.map((dissent) => ({ decision, option: decision.content.options.find(({ id }) => id === dissent.priorityId) ?? null, dissent })),
  ]);
  return plainSheet(writer, 'decisions', rows, [
    column('decision.decidedOn', 12, 'day', ({ decision }) => dayCell(decision.decidedOn)),
    column('decision.body', 32, 'long-text', ({ decision }) => decision.body),
    column('decision.method', 24, 'text', ({ decision }) => t(`decision.method.${decision.method}`)),
    column('decision.people', 12, 'count', ({ decision }) => decision.people),
    column('workbook.column.kind', 18, 'text', ({ dissent }) => (dissent === null ? t('workbook.decision.chosen') : t('workbook.decision.dissent'))),
    column('workbook.column.decidedRank', 10, 'count', ({ option, dissent }) => (dissent === null ? (option?.decidedRank ?? null) : null)),
    column('output.column.priority', 44, 'long-text', ({ option }) => option?.title ?? ''),
    column('workbook.column.rankCriteria', 12, 'decimal', ({ option, dissent }) => (dissent === null ? (option?.rank ?? null) : null)),
    column('workbook.column.rankVote', 12, 'decimal', ({ option, dissent }) => (dissent === null ? (option?.voteRank ?? null) : null)),
    column('workbook.column.who', 30, 'text', ({ dissent }) => dissent?.who ?? ''),
    column('workbook.column.reason', 60, 'long-text', ({ decision, option, dissent }) => dissent?.text ?? (option?.reason || decision.reasons)),
  ]);
}
