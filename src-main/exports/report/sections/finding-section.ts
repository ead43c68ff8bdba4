import type { EvidenceItem, Finding } from '#shared/domain/findings.ts';
import { anchorOf } from '../anchors.ts';
import type { Block, Section, TextRun } from '../report-document.ts';
import type { ReportWriter } from '../report-writer.ts';

export function findingSection(writer: ReportWriter): Section {
  const { t, data } = writer;
  const blocks: Block[] =
    data.findings.length === 0
      ? [{ kind: 'missing', text: t('report.missing.findings') }]
      : [
          { kind: 'note', title: t('report.findings.supportTitle'), text: t('report.findings.support') },
          ...data.findings.map((finding, place) => findingBlock(writer, finding, place)),
        ];
  return {
    title: t('report.findings.title'),
    lead: t('report.findings.lead'),
    startsPage: false,
    blocks,
    code: 'findings',
    anchor: anchorOf('chapter', 'findings'),
  };
}

export function findingBlock(writer: ReportWriter, finding: Finding, place: number): Block {
  const { t, words, formats } = writer;
  return {
    kind: 'finding',
    anchor: anchorOf('finding', finding.id),
    number: formats.count(place + 1),
    text: finding.sentence || t('output.noWords'),
    support: words.support(finding.support),
    level: finding.support,
    about: words.list([...finding.areaIds.map((id) => writer.areaName(id)), ...finding.groups.map((group) => words.residentGroup(group))]),
    evidence: finding.evidence.map((item) => ({
      kind: words.evidenceKind(item.kind),
      isAgainst: item.stance === 'against',
      stance: item.stance === 'against' ? t('output.stance.against') : t('output.stance.for'),
      text: item.text,
      ...sourceOf(writer, item),
      anchor: anchorOf('evidence', item.id),
    })),
    carries: carriedBy(writer, finding),
    empty: t('report.findings.noEvidence'),
  };
}

/** Where a piece of evidence comes from, leading to the file it was read in. */
function sourceOf({ t, trace }: ReportWriter, item: EvidenceItem): { source: string; to?: string } {
  const dataset = trace.datasetOf(item);
  const words = item.source || dataset?.source || dataset?.fileName || '';
  return { source: words ? t('output.sourceLine', { source: words }) : '', ...(dataset ? { to: anchorOf('source', dataset.id) } : {}) };
}

function carriedBy({ t, trace }: ReportWriter, finding: Finding): TextRun[] {
  const runs = trace.carriedBy(finding);
  return runs.length > 0 ? [{ text: `${t('report.trace.carries')} ` }, ...runs] : [];
}
