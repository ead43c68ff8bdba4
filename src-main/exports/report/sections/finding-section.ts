import type { Finding } from '#shared/domain/findings.ts';
import type { Block, Section } from '../report-document.ts';
import type { ReportWriter } from '../report-writer.ts';

export function findingSection(writer: ReportWriter): Section {
  const { t, data } = writer;
  const blocks: Block[] =
    data.findings.length === 0
      ? [{ kind: 'missing', text: t('report.missing.findings') }]
      : [
          ...data.findings.map((finding, place) => findingBlock(writer, finding, place)),
          { kind: 'note', title: t('report.findings.supportTitle'), text: t('report.findings.support') },
        ];
  return { title: t('report.findings.title'), lead: t('report.findings.lead'), startsPage: false, blocks };
}

export function findingBlock(writer: ReportWriter, finding: Finding, place: number): Block {
  const { t, words, formats } = writer;
  return {
    kind: 'finding',
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
      source: item.source ? t('output.sourceLine', { source: item.source }) : '',
    })),
    empty: t('report.findings.noEvidence'),
  };
}
