import type { Risk } from '#shared/domain/findings.ts';
import type { PrintedRisk } from '#shared/domain/risk-meetings.ts';
import { anchorOf } from '../anchors.ts';
import { isolate } from '../isolate.ts';
import type { Block, Section } from '../report-document.ts';
import { column, type ReportWriter } from '../report-writer.ts';
import { factorSection } from './factor-section.ts';
import { meetingBlocks } from './meeting-blocks.ts';
import { outsideSection } from './outside-section.ts';
import { strategySection } from './strategy-section.ts';

/** What bears on the city's safety: threats and vulnerabilities, then as parts of the chapter factors, influences from outside, and other strategies. */
export function riskSections(writer: ReportWriter): Section[] {
  const { data } = writer;
  return [
    riskSection(writer),
    ...(data.factors.length > 0 ? [factorSection(writer)] : []),
    ...(data.outsideFactors.length > 0 ? [outsideSection(writer)] : []),
    ...(data.strategies.length + data.leadershipRoles.length > 0 ? [strategySection(writer)] : []),
  ];
}

function riskSection(writer: ReportWriter): Section {
  const { t, data } = writer;
  const blocks: Block[] =
    data.risks.length === 0
      ? [{ kind: 'missing', text: t('report.missing.risks') }]
      : [
          list(writer, 'threat', t('report.risks.threats'), t('report.missing.threats')),
          list(writer, 'vulnerability', t('report.risks.vulnerabilities'), t('report.missing.vulnerabilities')),
          ...meetingBlocks(writer),
        ];
  return { title: t('report.risks.title'), lead: t('report.risks.lead'), startsPage: false, blocks, code: 'risks', anchor: anchorOf('chapter', 'risks') };
}

function list(writer: ReportWriter, kind: Risk['kind'], caption: string, missing: string): Block {
  const { t, data, words } = writer;
  const risks = data.risks.filter((risk) => risk.kind === kind);
  if (risks.length === 0) return { kind: 'missing', text: missing };
  return {
    kind: 'table',
    caption,
    columns: [
      column(kind === 'threat' ? t('output.column.threat') : t('output.column.vulnerability'), 'start', 4),
      column(t('output.column.origin'), 'start', 1),
      column(t('risks.actionLevel'), 'start', 1),
      column(t('output.column.where'), 'start', 2),
      column(t('output.column.source'), 'start', 2),
    ],
    rows: risks.map((risk) => [
      wordsOf(writer, risk),
      risk.origin === 'external' ? t('output.origin.external') : t('output.origin.local'),
      risk.actionLevel === '' ? '–' : t(`risks.actionLevel.${risk.actionLevel}`),
      risk.areaIds.length > 0 ? words.list(risk.areaIds.map((id) => writer.areaName(id))) : t('output.wholeCity'),
      risk.source || '–',
    ]),
    total: [],
    note: '',
  };
}

/** All that is known of it, each thing on a line of its own: words of two directions would change places within one. */
function wordsOf({ t }: ReportWriter, risk: PrintedRisk): string {
  const more: [string, string][] = [
    [t('risks.flow'), risk.flow],
    [t('risks.route'), risk.route],
    [t('risks.who'), risk.who],
    [t('risks.why'), risk.why],
    [t('risks.confidence'), risk.confidence === '' ? '' : t(`risks.confidence.${risk.confidence}`)],
  ];
  const sentences = [
    isolate(risk.title),
    isolate(risk.description),
    ...more.filter(([, text]) => text !== '').map(([label, text]) => `${label}: ${isolate(text)}`),
  ];
  return sentences
    .filter(Boolean)
    .map((sentence) => (/[.!?؟。]\u2069?$/.test(sentence) ? sentence : `${sentence}.`))
    .join('\n');
}
