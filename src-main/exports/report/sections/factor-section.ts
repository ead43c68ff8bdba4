import { type EcologicalLevel, ecologicalLevels, type PrintedFactor } from '#shared/domain/factors.ts';
import { readEcology } from '#shared/methods/ecological-model.ts';
import { isolate } from '../isolate.ts';
import type { Block, Section } from '../report-document.ts';
import { column, type ReportWriter } from '../report-writer.ts';

/** Risk and protective factors by ecological level, and what the eight cells leave open. */
export function factorSection(writer: ReportWriter): Section {
  const { t, data } = writer;
  return {
    title: t('report.factors.title'),
    lead: t('report.factors.lead'),
    startsPage: false,
    level: 2,
    blocks: [modelTable(writer), factorTable(writer, data.factors), ...openQuestions(writer)],
  };
}

/** The four levels with both sides beside each other. */
function modelTable({ t, data }: ReportWriter): Block {
  const { cells } = readEcology(data.factors);
  const textsOf = (level: EcologicalLevel, direction: PrintedFactor['direction']) =>
    cells
      .filter((cell) => cell.level === level && cell.direction === direction)
      .flatMap((cell) => cell.factors.map(({ text }) => isolate(text) || t('output.noWords')))
      .join('; ');
  return {
    kind: 'table',
    caption: t('report.factors.model'),
    columns: [column(t('factors.level'), 'start', 2), column(t('factorDirection.risk'), 'start', 4), column(t('factorDirection.protective'), 'start', 4)],
    rows: ecologicalLevels.map((level) => [t(`ecologicalLevel.${level}`), textsOf(level, 'risk') || '–', textsOf(level, 'protective') || '–']),
    total: [],
    note: t('report.factors.dash'),
  };
}

function factorTable({ t, data }: ReportWriter, factors: readonly PrintedFactor[]): Block {
  const numbers = new Map(data.findings.map(({ id }, place) => [id, place + 1]));
  return {
    kind: 'table',
    caption: t('report.factors.known'),
    columns: [
      column(t('history.type.factor'), 'start', 4),
      column(t('factors.changeable'), 'start', 2),
      column(t('factors.grade'), 'center'),
      column(t('output.column.source'), 'start', 3),
    ],
    rows: factors.map((factor) => {
      const number = factor.findingId === null ? undefined : numbers.get(factor.findingId);
      const sources = [isolate(factor.source), number === undefined ? '' : t('report.factors.finding', { number })].filter(Boolean);
      return [
        factor.text || t('output.noWords'),
        factor.changeable === '' ? '–' : t(`changeable.${factor.changeable}`),
        factor.grade || '–',
        sources.join('; ') || t('factors.noEvidence'),
      ];
    }),
    total: [],
    note: t('report.factors.grades'),
  };
}

function openQuestions({ t, data, words }: ReportWriter): Block[] {
  const { emptyCells, withoutEvidence, beyondReach, cells } = readEcology(data.factors);
  const names = (factors: readonly PrintedFactor[]) => words.list(factors.map(({ text }) => isolate(text) || t('output.noWords')));
  const items = [
    emptyCells.length === 0
      ? ''
      : `${t('factors.report.empty', { count: emptyCells.length, total: cells.length })}: ${words.list(
          emptyCells.map(({ level, direction }) => `${t(`ecologicalLevel.${level}`)} – ${t(`factorDirection.${direction}`)}`),
        )}`,
    withoutEvidence.length === 0 ? '' : `${t('factors.report.without', { count: withoutEvidence.length })}: ${names(withoutEvidence)}`,
    beyondReach.length === 0 ? '' : `${t('factors.report.beyond', { count: beyondReach.length })}: ${names(beyondReach)}`,
  ].filter(Boolean);
  return items.length === 0
    ? []
    : [
        { kind: 'text', text: t('report.factors.open') },
        { kind: 'bullets', items },
      ];
}
