import { type QualityGrade, qualityGrades } from '#shared/domain/indicators.ts';
import { type PrintedCell, printedCells } from '../../shown-indicators.ts';
import { anchorOf } from '../anchors.ts';
import type { Block, Section } from '../report-document.ts';
import { column, type ReportWriter } from '../report-writer.ts';
import { longestTable } from './city-section.ts';

export function indicatorSection(writer: ReportWriter): Section {
  const { t, data } = writer;
  const cells = printedCells(data, writer.incidents);
  const blocks: Block[] = cells.length === 0 ? [{ kind: 'missing', text: t('report.missing.indicators') }] : tables(writer, cells);
  return {
    title: t('report.indicators.title'),
    lead: t('report.indicators.lead'),
    startsPage: true,
    blocks,
    code: 'indicators',
    anchor: anchorOf('chapter', 'indicators'),
  };
}

function tables(writer: ReportWriter, cells: readonly PrintedCell[]): Block[] {
  const { t, formats } = writer;
  const city = cells.filter((cell) => cell.shown.areaId === null);
  const byArea = cells.filter((cell) => cell.shown.areaId !== null);
  const listed = byArea.slice(0, longestTable);
  const rest = listed.length < byArea.length ? t('report.rest', { shown: formats.count(listed.length), all: formats.count(byArea.length) }) : '';
  return [
    ...(city.length > 0 ? [table(writer, city, t('report.indicators.cityTable'), '')] : []),
    ...(listed.length > 0 ? [table(writer, listed, t('report.indicators.areaTable'), rest)] : []),
    ...conflicts(writer, cells),
    qualityNote(writer, cells),
  ];
}

/** What sources say who disagree, what was chosen, and why. */
function conflicts(writer: ReportWriter, cells: readonly PrintedCell[]): Block[] {
  const { t, data } = writer;
  const open = cells.filter((cell) => cell.state === 'chosen' || cell.state === 'dispute');
  if (open.length === 0) return [];
  const names = new Map(data.indicators.map((indicator) => [indicator.code, indicator.name]));
  return [
    {
      kind: 'table',
      caption: t('report.indicators.conflictTable'),
      columns: [
        column(t('output.column.indicator'), 'start', 3),
        column(t('output.column.value'), 'end'),
        column(t('output.column.year'), 'end'),
        column(t('output.column.source'), 'start', 3),
        column(t('workbook.column.state'), 'start', 3),
      ],
      rows: open.flatMap((cell) =>
        cell.values.map(({ observation, shown }, place) => [
          place === 0 ? (names.get(cell.indicatorCode) ?? cell.indicatorCode) : '',
          shown.isHidden ? t('output.hidden') : valueText(writer, shown.value, ''),
          writer.words.year(shown.year),
          observation.source || t('output.notStated'),
          cell.state === 'dispute'
            ? t('workbook.state.dispute')
            : observation.isChosen
              ? writer.words.list([t('workbook.state.chosen'), observation.choiceReason].filter(Boolean))
              : t('workbook.state.other'),
        ]),
      ),
      total: [],
      note: t('report.indicators.conflictNote'),
    },
  ];
}

function table(writer: ReportWriter, cells: readonly PrintedCell[], caption: string, rest: string): Block {
  const { t, data } = writer;
  const catalogue = new Map(data.indicators.map((indicator) => [indicator.code, indicator]));
  const places = [...catalogue.keys()];
  const sorted = cells.toSorted(
    (a, b) =>
      places.indexOf(a.indicatorCode) - places.indexOf(b.indicatorCode) ||
      a.shown.breakdown.localeCompare(b.shown.breakdown) ||
      (a.shown.year ?? 0) - (b.shown.year ?? 0),
  );
  let before = '';
  const rowAnchors: string[] = [];
  const rows = sorted.map(({ indicatorCode, shown }) => {
    const indicator = catalogue.get(indicatorCode);
    const name = indicator?.unit ? t('report.indicators.nameAndUnit', { name: indicator.name, unit: indicator.unit }) : (indicator?.name ?? indicatorCode);
    const range = { low: valueText(writer, shown.low, ''), high: valueText(writer, shown.high, '') };
    const isRange = shown.isInDispute && !shown.isHidden;
    const row = [
      name === before ? '' : name,
      writer.words.list([shown.areaId === null ? '' : writer.areaName(shown.areaId), shown.breakdown].filter(Boolean)) || t('output.wholeCity'),
      shown.isHidden ? t('output.hidden') : isRange ? t('report.indicators.disputeRange', range) : valueText(writer, shown.value, ''),
      shown.low === null || isRange ? '–' : `${range.low}–${range.high}`,
      writer.words.year(shown.year),
      shown.grade ?? '–',
    ];
    rowAnchors.push(name === before ? '' : anchorOf('indicator', indicatorCode));
    before = name;
    return row;
  });
  return {
    kind: 'table',
    caption,
    columns: [
      column(t('output.column.indicator'), 'start', 5),
      column(t('output.column.appliesTo'), 'start', 3),
      column(t('output.column.value'), 'end'),
      column(t('output.column.interval'), 'end'),
      column(t('output.column.year'), 'end'),
      column(t('output.column.quality'), 'center'),
    ],
    rows,
    total: [],
    note: [sourceLine(writer, sorted), rest].filter(Boolean).join(' '),
    rowAnchors,
  };
}

/** A value with no more decimals than it has, and its unit. */
export function valueText({ formats }: Pick<ReportWriter, 'formats'>, value: number | null, unit: string): string {
  if (value === null) return '–';
  const digits = Number.isInteger(value) || Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  const text = formats.decimal(value, Number.isInteger(Math.round(value * 100) / 10) ? Math.min(digits, 1) : digits);
  return unit ? `${text} ${unit}` : text;
}

function sourceLine({ t, words }: ReportWriter, cells: readonly PrintedCell[]): string {
  const sources = [...new Set(cells.flatMap(({ shown }) => (shown.source ? shown.source.split('; ') : [])))];
  return sources.length > 0 ? t('output.sourceLine', { source: words.list(sources) }) : t('output.sourceUnknown');
}

function qualityNote({ t, words }: ReportWriter, cells: readonly PrintedCell[]): Block {
  const used = qualityGrades.filter((grade) => cells.some(({ shown }) => shown.grade === grade));
  const line = (grade: QualityGrade) => `${grade}: ${words.quality(grade)}`;
  return {
    kind: 'note',
    title: t('report.indicators.qualityTitle'),
    text: used.length > 0 ? `${used.map(line).join('. ')}.` : t('report.indicators.noQuality'),
  };
}
