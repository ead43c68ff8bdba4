import { isUsedIn } from '#shared/domain/identity.ts';
import type { LiveBlock } from '#shared/domain/policy-text.ts';
import type { LiveBlockName } from '#shared/domain/policy-text-live.ts';
import type { Block } from '../report-document.ts';
import type { ReportWriter } from '../report-writer.ts';
import { findingBlock } from './finding-section.ts';
import { incidentMap } from './incident-map.ts';
import { incidentTrend } from './incident-trend.ts';
import { measureTable } from './measure-table.ts';
import { budgetBlocks, monitoringBlocks, objectiveBlocks, visionBlocks } from './policy-section.ts';
import { chosen } from './priority-section.ts';

type Writer = (writer: ReportWriter, of: string) => readonly Block[];

/** What a live block of a text says now: the same blocks that the other documents print of the same data. */
export function liveBlocks(writer: ReportWriter, { block, of }: Pick<LiveBlock, 'block' | 'of'>): readonly Block[] {
  // The text has headings of its own.
  return writers[block](writer, of).filter(({ kind }) => kind !== 'heading');
}

const writers: Readonly<Record<LiveBlockName, Writer>> = {
  vision: visionBlocks,
  principles,
  priorities: chosen,
  findings,
  finding: oneFinding,
  objectives: (writer) => objectiveBlocks(writer, false),
  measures: measureTable,
  budget: budgetBlocks,
  indicators: monitoringBlocks,
  chart: ofIncidents(incidentTrend),
  map: ofIncidents(incidentMap),
  signatures,
};

function principles({ t, data }: ReportWriter): Block[] {
  if (data.principles.length === 0) return [{ kind: 'missing', text: t('policyText.live.noPrinciples') }];
  return data.principles.map(({ title, text }) => ({
    kind: 'rich',
    style: 'bullet',
    level: 0,
    runs: [{ text: title, isBold: true }, ...(text ? [{ text: title ? ` – ${text}` : text }] : [])],
  }));
}

/** Those that an objective rests on; all of them while none does. */
function findings(writer: ReportWriter): Block[] {
  const { t, data } = writer;
  const used = new Set(data.objectives.flatMap(({ findingIds }) => findingIds));
  const listed = data.findings.flatMap((finding, place) => (used.size === 0 || used.has(finding.id) ? [findingBlock(writer, finding, place)] : []));
  return listed.length > 0 ? listed : [{ kind: 'missing', text: t('report.missing.basis') }];
}

function oneFinding(writer: ReportWriter, of: string): Block[] {
  const place = writer.data.findings.findIndex(({ id }) => id === of);
  const finding = writer.data.findings[place];
  return [finding ? findingBlock(writer, finding, place) : { kind: 'missing', text: writer.t('policyText.live.noFinding') }];
}

function ofIncidents(write: (writer: ReportWriter, incidents: NonNullable<ReportWriter['incidents']>) => Block[]): Writer {
  return (writer) => (writer.incidents ? write(writer, writer.incidents) : [{ kind: 'missing', text: writer.t('report.missing.incidents') }]);
}

function signatures({ t, context }: ReportWriter): Block[] {
  const items = context.options.signatories.filter(({ use }) => isUsedIn(use, 'policy')).map(({ name, title, body }) => ({ name, title, body }));
  if (items.length === 0) return [{ kind: 'missing', text: t('policyText.live.noSignatories') }];
  return [{ kind: 'signatures', items, dateLabel: t('policyText.live.placeAndDate') }];
}
