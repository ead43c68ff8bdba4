import type { ExportContext } from '../export-context.ts';
import { drawOutline } from '../maps/paper-map.ts';
import type { ProfileData } from '../profile-data.ts';
import { writeChapters } from './chapters.ts';
import type { Report, ReportDocument, Section } from './report-document.ts';
import { createReportWriter, type ReportWriter } from './report-writer.ts';
import { citySection } from './sections/city-section.ts';
import { findingSection } from './sections/finding-section.ts';
import { incidentSection } from './sections/incident-section.ts';
import { indicatorSection } from './sections/indicator-section.ts';
import { checkSection, methodSection } from './sections/method-section.ts';
import { policySection } from './sections/policy-section.ts';
import { practiceSections } from './sections/practice-section.ts';
import { prioritySection } from './sections/priority-section.ts';
import { riskSections } from './sections/risk-section.ts';
import { sourceSection } from './sections/source-section.ts';
import { stakeholderSection } from './sections/stakeholder-section.ts';
import { summarySection } from './sections/summary-section.ts';
import { treeSections } from './sections/tree-section.ts';

/** The City Safety Profile: from who is at the table to what the city will do, each part saying what it rests on. */
export function writeProfile(data: ProfileData, context: ExportContext): Report {
  const writer = createReportWriter(data, context);
  const kicker = context.t('report.profile.title');
  const sections = [
    ...writeChapters(context.options, {
      summary: () => summarySection(writer),
      city: () => citySection(writer),
      stakeholders: () => stakeholderSection(writer),
      incidents: () => incidentSection(writer),
      indicators: () => indicatorSection(writer),
      risks: () => riskSections(writer),
      findings: () => [findingSection(writer), ...treeSections(writer)],
      priorities: () => prioritySection(writer),
      policy: () => [policySection(writer), ...practiceSections(writer)],
      methods: () => methodSection(writer),
      sources: () => sourceSection(writer),
    }),
    checkSection(writer, kicker),
  ];
  return {
    document: frame(writer, { kicker, title: data.city.name || context.t('output.unnamedCity'), subtitle: context.t('report.profile.subtitle'), sections }),
    images: writer.images,
  };
}

/** Cover, running lines and properties that every report shares. */
export function frame(writer: ReportWriter, parts: { kicker: string; title: string; subtitle: string; sections: readonly Section[] }): ReportDocument {
  const { t, data, formats, words, context } = writer;
  const [year = 1970, month = 1, day = 1] = writer.day().split('-').map(Number);
  const cityName = data.city.name || t('output.unnamedCity');
  const { identity } = context.options;
  const contact = words.list([identity.contact, identity.website, identity.address].filter(Boolean));
  const bodies = [...new Set(data.city.team.flatMap((member) => (member.body ? [member.body] : [])))];
  const hasOutline = data.boundaries.length > 0;
  if (hasOutline) writer.images.set('cover.svg', drawOutline(data.boundaries, { width: 520, stroke: '#ffffff', opacity: 0.32 }));
  return {
    language: context.language,
    direction: context.direction,
    title: `${cityName} – ${parts.kicker}`,
    author: identity.publisher || bodies[0] || cityName,
    keywords: [cityName, words.country(data.city.country), parts.kicker].filter(Boolean),
    year,
    month,
    day,
    cover: {
      kicker: parts.kicker,
      title: parts.title,
      subtitle: parts.subtitle,
      image: hasOutline ? 'cover.svg' : '',
      facts: [
        { label: t('report.cover.city'), text: words.list([cityName, words.country(data.city.country)].filter(Boolean)) },
        { label: t('report.cover.dataOf'), text: formats.day(writer.day()) },
        ...(identity.publisher || identity.unit || bodies.length > 0
          ? [{ label: t('report.cover.preparedBy'), text: words.list([identity.publisher, identity.unit].filter(Boolean)) || words.list(bodies.slice(0, 3)) }]
          : []),
        ...(data.policy.startYear === null && data.policy.endYear === null
          ? []
          : [{ label: t('report.cover.policyPeriod'), text: words.period(data.policy.startYear, data.policy.endYear) }]),
        ...(contact ? [{ label: t('report.cover.contact'), text: contact }] : []),
      ],
      note: [data.isSample ? t('report.cover.sample') : '', t('report.cover.madeWith', { app: t('app.name') })].filter(Boolean).join(' '),
    },
    labels: { contents: t('report.contents'), figure: t('report.figure'), table: t('report.table') },
    header: { start: cityName, end: parts.kicker },
    footer: t('report.footer', { day: formats.day(writer.day()) }),
    hasContents: true,
    sections: parts.sections.map((section, place) => ({ ...section, startsPage: section.startsPage && (place === 0 || hasContent(section)) })),
  };
}

/** A part that only says what is missing needs no page of its own. */
function hasContent(section: Section): boolean {
  return section.blocks.some((block) => block.kind !== 'missing' && block.kind !== 'heading');
}
