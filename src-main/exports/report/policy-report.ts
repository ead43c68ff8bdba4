import type { ExportContext } from '../export-context.ts';
import type { ProfileData } from '../profile-data.ts';
import { writeChapters } from './chapters.ts';
import { frame } from './profile-report.ts';
import type { Block, Report, Section } from './report-document.ts';
import { createReportWriter, type ReportWriter } from './report-writer.ts';
import { draftBlocks, draftToPrint, standingOf } from './sections/draft-section.ts';
import { findingBlock } from './sections/finding-section.ts';
import { measureTable } from './sections/measure-table.ts';
import { checkSection } from './sections/method-section.ts';
import { budgetBlocks, monitoringBlocks, objectiveBlocks, openPoints, visionBlocks } from './sections/policy-section.ts';
import { chosen } from './sections/priority-section.ts';
import { sourceSection } from './sections/source-section.ts';

/** The safety policy for the council: what the city wants, on what evidence, by which measures, at what cost, and how it will be followed. */
export function writePolicy(data: ProfileData, context: ExportContext): Report {
  const writer = createReportWriter(data, context);
  const { t } = context;
  const kicker = t('report.policyDocument.title');
  const draft = draftToPrint(data, context.language, context.options.about);
  const written = draft ? withBasis(writer, draftBlocks(writer, draft)) : planSections(writer);
  const sections: Section[] = [
    ...written,
    ...writeChapters(context.options, { sources: () => sourceSection(writer, usedFindings(data)) }),
    checkSection(writer, kicker),
  ];
  const city = data.city.name || t('output.unnamedCity');
  const title = draft?.title || data.policy.title || city;
  return {
    document: frame(writer, {
      kicker,
      title,
      subtitle: draft ? standingOf(writer, draft) : data.policy.title ? city : t('report.policyDocument.subtitle'),
      sections,
    }),
    images: writer.images,
  };
}

/** The written text; where it shows no finding, what it rests on follows. */
function withBasis(writer: ReportWriter, text: readonly Section[]): Section[] {
  const showsFindings = text.some(({ blocks }) => blocks.some(({ kind }) => kind === 'finding'));
  return [...text, ...writeChapters(writer.context.options, { basis: () => (showsFindings ? [] : basisOf(writer)) })];
}

/** The plan as chapters, while nobody has written a text around it. */
function planSections(writer: ReportWriter): Section[] {
  const { t, data } = writer;
  return writeChapters(writer.context.options, {
    vision: () => section(t('report.policyDocument.vision'), visionBlocks(writer), true),
    basis: () => basisOf(writer),
    objectives: () => section(t('report.policyDocument.objectives'), objectiveBlocks(writer, false), false),
    measures: () => section(t('report.policyDocument.measures'), measureTable(writer), false),
    budget: () => section(t('report.policyDocument.budget'), budgetBlocks(writer), true),
    monitoring: () => section(t('report.policyDocument.monitoring'), monitoringBlocks(writer), false),
    open: () =>
      data.checks.length === 0
        ? []
        : section(
            t('report.policyDocument.open'),
            openPoints(writer).filter((block) => block.kind !== 'heading'),
            false,
          ),
  });
}

/** The findings that something of the plan rests on. */
function usedFindings(data: ProfileData): ReadonlySet<string> {
  return new Set(data.objectives.flatMap((objective) => objective.findingIds));
}

function basisOf(writer: ReportWriter): Section {
  return section(writer.t('report.policyDocument.basis'), basis(writer), false);
}

function section(title: string, blocks: readonly Block[], startsPage: boolean): Section {
  return { title, lead: '', startsPage, blocks };
}

/** Only the findings that an objective rests on: the profile has them all. */
function basis(writer: ReportWriter): Block[] {
  const { t, data } = writer;
  const used = usedFindings(data);
  const findings = data.findings.flatMap((finding, place) => (used.has(finding.id) ? [findingBlock(writer, finding, place)] : []));
  return [
    ...(data.priorities.length > 0 ? chosen(writer) : []),
    { kind: 'heading', text: t('report.policyDocument.findings') },
    ...(findings.length > 0 ? findings : [{ kind: 'missing', text: t('report.missing.basis') } as const]),
  ];
}
