import type { ExportContext } from '../export-context.ts';
import type { ProfileData } from '../profile-data.ts';
import { frame } from './profile-report.ts';
import type { Block, Report, Section } from './report-document.ts';
import { createReportWriter, type ReportWriter } from './report-writer.ts';
import { findingBlock } from './sections/finding-section.ts';
import { draftBlocks, draftToPrint } from './sections/draft-section.ts';
import { checkSection } from './sections/method-section.ts';
import { measureTable } from './sections/measure-table.ts';
import { budgetBlocks, monitoringBlocks, objectiveBlocks, openPoints, visionBlocks } from './sections/policy-section.ts';
import { chosen } from './sections/priority-section.ts';

/** The safety policy for the council: what the city wants, on what evidence, by which measures, at what cost, and how it will be followed. */
export function writePolicy(data: ProfileData, context: ExportContext): Report {
  const writer = createReportWriter(data, context);
  const { t } = context;
  const kicker = t('report.policyDocument.title');
  const sections: Section[] = [
    section(t('report.policyDocument.vision'), visionBlocks(writer), true),
    section(t('report.policyDocument.basis'), basis(writer), false),
    section(t('report.policyDocument.objectives'), objectiveBlocks(writer, false), false),
    section(t('report.policyDocument.measures'), measureTable(writer), false),
    section(t('report.policyDocument.budget'), budgetBlocks(writer), true),
    section(t('report.policyDocument.monitoring'), monitoringBlocks(writer), false),
    ...(data.checks.length > 0
      ? [
          section(
            t('report.policyDocument.open'),
            openPoints(writer).filter((block) => block.kind !== 'heading'),
            false,
          ),
        ]
      : []),
    checkSection(writer, kicker),
  ];
  const city = data.city.name || t('output.unnamedCity');
  return {
    document: frame(writer, { kicker, title: data.policy.title || city, subtitle: data.policy.title ? city : t('report.policyDocument.subtitle'), sections }),
    images: writer.images,
  };
}

function section(title: string, blocks: readonly Block[], startsPage: boolean): Section {
  return { title, lead: '', startsPage, blocks };
}

/** Only the findings that an objective rests on: the profile has them all. */
function basis(writer: ReportWriter): Block[] {
  const { t, data } = writer;
  const used = new Set(data.objectives.flatMap((objective) => objective.findingIds));
  const findings = data.findings.flatMap((finding, place) => (used.has(finding.id) ? [findingBlock(writer, finding, place)] : []));
  return [
    ...(data.priorities.length > 0 ? chosen(writer) : []),
    { kind: 'heading', text: t('report.policyDocument.findings') },
    ...(findings.length > 0 ? findings : [{ kind: 'missing', text: t('report.missing.basis') } as const]),
  ];
}
