import type { ExportContext } from '../export-context.ts';
import type { ProfileData } from '../profile-data.ts';
import { frame } from './profile-report.ts';
import type { Block, Report, Section } from './report-document.ts';
import { column, createReportWriter, type ReportWriter } from './report-writer.ts';
import { findingBlock } from './sections/finding-section.ts';
import { checkSection } from './sections/method-section.ts';
import { budgetBlocks, indicatorOf, monitoringBlocks, objectiveBlocks, openPoints, ownerOf, visionBlocks } from './sections/policy-section.ts';
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

function measureTable(writer: ReportWriter): Block[] {
  const { t, data, formats, words } = writer;
  if (data.measures.length === 0) return [{ kind: 'missing', text: t('report.missing.measures') }];
  const places = new Map(data.objectives.map((objective, place) => [objective.id, place]));
  const sorted = data.measures.toSorted((a, b) => (places.get(a.objectiveId) ?? 0) - (places.get(b.objectiveId) ?? 0));
  return [
    {
      kind: 'table',
      caption: t('report.policyDocument.measureTable'),
      columns: [
        column(t('output.column.objective'), 'end'),
        column(t('output.column.measure'), 'start', 4),
        column(t('output.column.owner'), 'start', 3),
        column(t('output.column.period'), 'start'),
        column(t('output.column.indicator'), 'start', 4),
        column(t('output.column.cost'), 'end'),
      ],
      rows: sorted.map((measure) => [
        formats.count((places.get(measure.objectiveId) ?? 0) + 1),
        measure.title || t('output.noWords'),
        ownerOf(writer, measure),
        words.period(measure.startYear, measure.endYear),
        indicatorOf(writer, measure) || t('output.notStated'),
        measure.totalCost === null ? t('output.notStated') : formats.count(measure.totalCost),
      ]),
      total: [],
      note: t('report.policyDocument.measureNote', { currency: data.city.currency || t('output.noCurrency') }),
    },
  ];
}
