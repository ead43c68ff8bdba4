import type { ExportContext } from '../export-context.ts';
import type { ProfileData } from '../profile-data.ts';
import { anchorOf } from './anchors.ts';
import { writeChapters } from './chapters.ts';
import { frame } from './profile-report.ts';
import type { Block, Report, Section } from './report-document.ts';
import { createReportWriter, type ReportWriter } from './report-writer.ts';
import { findingBlock } from './sections/finding-section.ts';
import { incidentMap } from './sections/incident-map.ts';
import { incidentTrend } from './sections/incident-trend.ts';
import { checkSection, sourceTable } from './sections/method-section.ts';
import { budgetBlocks, objectiveBlocks, visionBlocks } from './sections/policy-section.ts';
import { chosen } from './sections/priority-section.ts';
import { summarySection } from './sections/summary-section.ts';

/** How many findings a reader with ten minutes takes in. */
const mostFindings = 6;
/** Pixels: note, trend and map stand on one page, in Arabic too. */
const mapHeight = 290;

/** The profile on a few pages: figures, findings with their evidence, priorities, what the city will do. */
export function writeShortProfile(data: ProfileData, context: ExportContext): Report {
  const writer = createReportWriter(data, context);
  const { t } = context;
  const kicker = t('report.short.title');
  const sections = [
    ...writeChapters(context.options, {
      summary: () => summarySection(writer),
      situation: () => part('situation', t('report.short.situation'), situation(writer), true),
      findings: () => part('findings', t('report.findings.title'), findings(writer), false),
      policy: () => part('policy', t('report.short.plan'), plan(writer), true),
      sources: () => part('sources', t('report.methods.sources'), sourceTable(writer), false),
    }),
    checkSection(writer, kicker),
  ];
  return {
    document: frame(writer, { kicker, title: data.city.name || t('output.unnamedCity'), subtitle: t('report.profile.subtitle'), sections }),
    images: writer.images,
  };
}

function part(code: string, title: string, blocks: readonly Block[], startsPage: boolean): Section {
  return { title, lead: '', startsPage, blocks, code, anchor: anchorOf('chapter', code) };
}

function situation(writer: ReportWriter): Block[] {
  const { t, data, incidents } = writer;
  if (!incidents) return [{ kind: 'missing', text: data.incidents ? t('report.missing.tooFewIncidents') : t('report.missing.incidents') }];
  const hasAreas = incidents.byArea.some((row) => row.areaId);
  return [
    { kind: 'note', title: t('report.incidents.reportedTitle'), text: t('report.incidents.reported') },
    ...incidentTrend(writer, incidents).slice(0, 1),
    ...(hasAreas ? incidentMap(writer, incidents, { tallest: mapHeight }) : [{ kind: 'missing' as const, text: t('report.missing.incidentAreas') }]),
  ];
}

function findings(writer: ReportWriter): Block[] {
  const { t, data, formats } = writer;
  if (data.findings.length === 0) return [{ kind: 'missing', text: t('report.missing.findings') }];
  const order = { supported: 0, single: 1, contested: 2, claim: 3 };
  const sorted = data.findings.map((finding, place) => ({ finding, place })).toSorted((a, b) => order[a.finding.support] - order[b.finding.support]);
  const listed = sorted.slice(0, mostFindings).map(({ finding, place }) => findingBlock(writer, finding, place));
  const rest = data.findings.length - listed.length;
  return [
    { kind: 'note', title: t('report.findings.supportTitle'), text: t('report.findings.support') },
    ...listed,
    ...(rest > 0
      ? [{ kind: 'text' as const, text: t('report.short.findingRest', { shown: formats.count(listed.length), all: formats.count(data.findings.length) }) }]
      : []),
  ];
}

function plan(writer: ReportWriter): Block[] {
  const { t } = writer;
  return [
    ...visionBlocks(writer),
    ...chosen(writer),
    { kind: 'heading', text: t('report.policy.objectives') },
    ...objectiveBlocks(writer, false),
    { kind: 'heading', text: t('report.policy.budget') },
    ...budgetBlocks(writer).slice(0, 1),
  ];
}
