import type { Risk } from '#shared/domain/findings.ts';
import { anchorOf } from '../anchors.ts';
import type { Block, Section } from '../report-document.ts';
import { column, type ReportWriter } from '../report-writer.ts';

export function riskSection(writer: ReportWriter): Section {
  const { t, data } = writer;
  const blocks: Block[] =
    data.risks.length === 0
      ? [{ kind: 'missing', text: t('report.missing.risks') }]
      : [
          list(writer, 'threat', t('report.risks.threats'), t('report.missing.threats')),
          list(writer, 'vulnerability', t('report.risks.vulnerabilities'), t('report.missing.vulnerabilities')),
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
      column(kind === 'threat' ? t('output.column.threat') : t('output.column.vulnerability'), 'start', 3),
      column(t('output.column.origin'), 'start'),
      column(t('output.column.where'), 'start', 2),
      column(t('output.column.source'), 'start', 2),
    ],
    rows: risks.map((risk) => [
      risk.description ? `${risk.title}. ${risk.description}` : risk.title,
      risk.origin === 'external' ? t('output.origin.external') : t('output.origin.local'),
      risk.areaIds.length > 0 ? words.list(risk.areaIds.map((id) => writer.areaName(id))) : t('output.wholeCity'),
      risk.source || '–',
    ]),
    total: [],
    note: '',
  };
}
