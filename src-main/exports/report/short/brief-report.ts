import type { Finding } from '#shared/domain/findings.ts';
import type { ExportContext } from '../../export-context.ts';
import type { ProfileData } from '../../profile-data.ts';
import type { Block, Report, Section } from '../report-document.ts';
import { column, createReportWriter, type ReportWriter } from '../report-writer.ts';
import { incidentTrend } from '../sections/incident-trend.ts';
import { budgetBlocks, indicatorOf, ownerOf } from '../sections/policy-section.ts';
import { keyFigures } from '../sections/summary-section.ts';
import { asks } from './asks.ts';
import { moneyOf } from './money.ts';
import { shortFrame } from './short-frame.ts';
import { createShortener, type Shortener } from './shortener.ts';

/** How much a brief says, from everything down to what always fits on two pages. */
interface Detail {
  readonly findings: number;
  readonly priorities: number;
  readonly measures: number;
  readonly asks: number;
  readonly text: number;
  readonly hasChart: boolean;
  readonly hasFunding: boolean;
  readonly hasIndicators: boolean;
}

const details: readonly Detail[] = [
  { findings: 5, priorities: 4, measures: 10, asks: 5, text: 260, hasChart: true, hasFunding: true, hasIndicators: true },
  { findings: 5, priorities: 4, measures: 9, asks: 5, text: 190, hasChart: true, hasFunding: true, hasIndicators: true },
  { findings: 4, priorities: 4, measures: 8, asks: 4, text: 170, hasChart: true, hasFunding: true, hasIndicators: true },
  { findings: 4, priorities: 3, measures: 7, asks: 4, text: 140, hasChart: true, hasFunding: true, hasIndicators: false },
  { findings: 3, priorities: 3, measures: 6, asks: 4, text: 130, hasChart: true, hasFunding: false, hasIndicators: false },
  { findings: 3, priorities: 3, measures: 5, asks: 3, text: 105, hasChart: true, hasFunding: false, hasIndicators: false },
  { findings: 3, priorities: 3, measures: 4, asks: 3, text: 90, hasChart: false, hasFunding: false, hasIndicators: false },
  { findings: 2, priorities: 2, measures: 3, asks: 2, text: 70, hasChart: false, hasFunding: false, hasIndicators: false },
  { findings: 1, priorities: 1, measures: 2, asks: 1, text: 40, hasChart: false, hasFunding: false, hasIndicators: false },
];
export const briefSteps = details.length;

/** Two pages for the council: what is, and what is to be decided. */
export function writeBrief(data: ProfileData, context: ExportContext, detail: number): Report {
  const writer = createReportWriter(data, context);
  const { t } = context;
  const size = details[Math.min(detail, details.length - 1)] ?? fullDetail;
  const short = createShortener(context.language);
  const city = data.city.name || t('output.unnamedCity');
  const situation = situationBlocks(writer, size, short);
  const decision = [...decisionBlocks(writer, size, short), ...closing(writer, short)];
  const sections: Section[] = [
    { title: '', lead: leadOf(writer, short, size), startsPage: false, blocks: situation },
    { title: '', lead: '', startsPage: true, blocks: decision },
  ];
  const title = short.text(data.policy.title || t('report.brief.usualTitle', { city }), 90);
  return {
    document: shortFrame(writer, {
      layout: 'brief',
      kicker: t('report.brief.title'),
      title,
      subtitle: data.policy.title ? short.text(city, 60) : '',
      sections,
    }),
    images: writer.images,
  };
}

const fullDetail: Detail = { findings: 5, priorities: 4, measures: 10, asks: 5, text: 260, hasChart: true, hasFunding: true, hasIndicators: true };

function leadOf({ t, data }: ReportWriter, short: Shortener, size: Detail): string {
  return data.policy.vision ? short.text(data.policy.vision, Math.max(100, size.text)) : t('report.missing.vision');
}

function situationBlocks(writer: ReportWriter, size: Detail, short: Shortener): Block[] {
  const { t, data, words, formats, incidents } = writer;
  const order = { supported: 0, single: 1, contested: 2, claim: 3 };
  const findings = data.findings.map((finding, place) => ({ ...finding, number: place + 1 })).toSorted((a, b) => order[a.support] - order[b.support]);
  const figures = keyFigures(writer);
  return [
    figures,
    { kind: 'heading', text: t('report.summary.found') },
    findings.length === 0
      ? { kind: 'missing', text: t('report.missing.findings') }
      : {
          kind: 'ranked',
          items: short.first(findings, size.findings).map((finding) => ({
            mark: formats.count(finding.number),
            text: short.text(finding.sentence || t('output.noWords'), size.text),
            note: [words.support(finding.support), ...evidenceOf(finding, size, short)].map((part) => apart(writer, part)).join(' · '),
          })),
        },
    ...(size.hasChart && incidents ? incidentTrend(writer, incidents).slice(0, 1) : []),
  ];
}

/** In right-to-left writing each part keeps its own direction, its full stop at its own end. */
function apart({ context }: ReportWriter, text: string): string {
  return context.direction === 'rtl' ? `\u2068${text}\u2069` : text;
}

/** The first thing that speaks for it, where there is room. */
function evidenceOf(finding: Finding, size: Detail, short: Shortener): string[] {
  const first = finding.evidence.find((item) => item.stance === 'for');
  return first && size.text > 120 ? [short.text(first.text, size.text)] : [];
}

function decisionBlocks(writer: ReportWriter, size: Detail, short: Shortener): Block[] {
  const { t, data, formats } = writer;
  const priorities = data.priorities.filter((priority) => priority.isChosen);
  return [
    { kind: 'heading', text: t('report.summary.chosen') },
    priorities.length === 0
      ? { kind: 'missing', text: t('report.missing.chosen') }
      : {
          kind: 'ranked',
          items: short.first(priorities, size.priorities).map((priority, place) => ({
            mark: formats.count(place + 1),
            text: short.text(priority.title || t('output.noWords'), Math.min(size.text, 140)),
            note: short.text(priority.reason, Math.min(size.text, 160)),
          })),
        },
    { kind: 'heading', text: t('report.brief.measures') },
    data.measures.length === 0 ? { kind: 'missing', text: t('report.missing.measures') } : measureTable(writer, size, short),
    ...moneyOf(writer),
    ...(size.hasFunding ? budgetBlocks(writer).filter(({ kind }) => kind === 'figure') : []),
    { kind: 'heading', text: t('report.brief.asked') },
    { kind: 'bullets', items: short.first(asks(writer), size.asks).map((ask) => short.text(ask, Math.max(size.text, 120))) },
  ];
}

/** The most costly first: what a council decides on. */
function measureTable(writer: ReportWriter, size: Detail, short: Shortener): Block {
  const { t, data, words, formats } = writer;
  const sorted = data.measures.toSorted((a, b) => (b.totalCost ?? -1) - (a.totalCost ?? -1));
  const cell = (text: string) => short.text(text, Math.min(size.text, 90));
  return {
    kind: 'table',
    caption: t('report.brief.measureTable', { currency: short.text(data.city.currency || t('output.noCurrency'), 30) }),
    columns: [
      column(t('output.column.measure'), 'start', 5),
      column(t('output.column.owner'), 'start', 3),
      column(t('output.column.period'), 'start'),
      ...(size.hasIndicators ? [column(t('output.column.indicator'), 'start', 4)] : []),
      column(t('output.column.cost'), 'end'),
    ],
    rows: short
      .first(sorted, size.measures)
      .map((measure) => [
        cell(measure.title || t('output.noWords')),
        cell(ownerOf(writer, measure)),
        words.period(measure.startYear, measure.endYear),
        ...(size.hasIndicators ? [cell(indicatorOf(writer, measure) || t('output.notStated'))] : []),
        measure.totalCost === null ? t('output.notStated') : formats.count(measure.totalCost),
      ]),
    total: [],
    note:
      data.measures.length > size.measures
        ? t('report.brief.measureRest', { shown: formats.count(size.measures), all: formats.count(data.measures.length) })
        : '',
  };
}

/** What was shortened, and where all of it stands; the small numbers; how it can be checked. */
function closing(writer: ReportWriter, short: Shortener): Block[] {
  const { t, data, formats } = writer;
  const parts = [
    short.texts + short.items > 0
      ? t('report.brief.shortened', { texts: formats.count(short.texts), items: formats.count(short.items) })
      : t('report.brief.whole'),
    t('report.brief.smallNumbers', { threshold: formats.count(data.city.smallNumberThreshold) }),
  ];
  return [{ kind: 'note', title: '', text: parts.join(' ') }];
}
