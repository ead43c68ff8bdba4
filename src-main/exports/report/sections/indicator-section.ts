import { type Observation, type QualityGrade, qualityGrades } from '#shared/domain/indicators.ts';
import { shownObservation } from '../../small-numbers.ts';
import type { Block, Section } from '../report-document.ts';
import { column, type ReportWriter } from '../report-writer.ts';
import { longestTable } from './city-section.ts';

export function indicatorSection(writer: ReportWriter): Section {
  const { t, data } = writer;
  const withValue = data.observations.filter((observation) => observation.value !== null);
  const blocks: Block[] = withValue.length === 0 ? [{ kind: 'missing', text: t('report.missing.indicators') }] : tables(writer, withValue);
  return { title: t('report.indicators.title'), lead: t('report.indicators.lead'), startsPage: true, blocks };
}

function tables(writer: ReportWriter, observations: readonly Observation[]): Block[] {
  const { t, formats } = writer;
  const city = observations.filter((observation) => observation.areaId === null);
  const byArea = observations.filter((observation) => observation.areaId !== null);
  const listed = byArea.slice(0, longestTable);
  const rest = listed.length < byArea.length ? t('report.rest', { shown: formats.count(listed.length), all: formats.count(byArea.length) }) : '';
  return [
    ...(city.length > 0 ? [table(writer, city, t('report.indicators.cityTable'), '')] : []),
    ...(listed.length > 0 ? [table(writer, listed, t('report.indicators.areaTable'), rest)] : []),
    qualityNote(writer, observations),
  ];
}

function table(writer: ReportWriter, observations: readonly Observation[], caption: string, rest: string): Block {
  const { t, data } = writer;
  const catalogue = new Map(data.indicators.map((indicator) => [indicator.code, indicator]));
  const places = [...catalogue.keys()];
  const sorted = observations.toSorted(
    (a, b) => places.indexOf(a.indicatorCode) - places.indexOf(b.indicatorCode) || a.breakdown.localeCompare(b.breakdown) || (a.year ?? 0) - (b.year ?? 0),
  );
  let before = '';
  const rows = sorted.map((observation) => {
    const indicator = catalogue.get(observation.indicatorCode);
    const shown = shownObservation(observation, Math.max(indicator?.smallestCount ?? 0, data.city.smallNumberThreshold));
    const name = indicator?.unit
      ? t('report.indicators.nameAndUnit', { name: indicator.name, unit: indicator.unit })
      : (indicator?.name ?? observation.indicatorCode);
    const row = [
      name === before ? '' : name,
      writer.words.list([observation.areaId === null ? '' : writer.areaName(observation.areaId), observation.breakdown].filter(Boolean)) ||
        t('output.wholeCity'),
      shown.isHidden ? t('output.hidden') : valueText(writer, observation.value, ''),
      shown.low === null ? '–' : `${valueText(writer, shown.low, '')}–${valueText(writer, shown.high, '')}`,
      writer.words.year(observation.year),
      observation.quality ?? '–',
    ];
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
  };
}

/** A value with no more decimals than it has, and its unit. */
export function valueText({ formats }: Pick<ReportWriter, 'formats'>, value: number | null, unit: string): string {
  if (value === null) return '–';
  const digits = Number.isInteger(value) || Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  const text = formats.decimal(value, Number.isInteger(Math.round(value * 100) / 10) ? Math.min(digits, 1) : digits);
  return unit ? `${text} ${unit}` : text;
}

function sourceLine({ t, words }: ReportWriter, observations: readonly Observation[]): string {
  const sources = [...new Set(observations.flatMap((observation) => (observation.source ? [observation.source] : [])))];
  return sources.length > 0 ? t('output.sourceLine', { source: words.list(sources) }) : t('output.sourceUnknown');
}

function qualityNote({ t, words }: ReportWriter, observations: readonly Observation[]): Block {
  const used = qualityGrades.filter((grade) => observations.some((observation) => observation.quality === grade));
  const line = (grade: QualityGrade) => `${grade}: ${words.quality(grade)}`;
  return {
    kind: 'note',
    title: t('report.indicators.qualityTitle'),
    text: used.length > 0 ? `${used.map(line).join('. ')}.` : t('report.indicators.noQuality'),
  };
}
