import type { Dataset } from '#shared/domain/datasets.ts';
import type { EvidenceItem, Finding } from '#shared/domain/findings.ts';
import { groupBy } from '#shared/domain/group-by.ts';
import type { Measure, Objective } from '#shared/domain/policy.ts';
import type { TextKey } from '#shared/i18n/texts.ts';
import { planNumbers, planTree } from '#shared/methods/plan-tree.ts';
import type { ExportContext } from '../export-context.ts';
import type { ProfileData } from '../profile-data.ts';
import { anchorOf } from './anchors.ts';
import type { TextRun } from './report-document.ts';

/** What rests on what in a report, in both directions: from a claim to the file it was read in, and from a file to every sentence that rests on it. */
export interface ReportTrace {
  /** The imported file that a piece of evidence was read in or counted from; null where it was typed. */
  datasetOf(evidence: EvidenceItem): Dataset | null;
  /** Objectives and measures that rest on a finding. */
  carriedBy(finding: Finding): TextRun[];
  /** Everything that rests on a file: chapters counted from it, indicators, findings, objectives, measures. */
  restingOn(dataset: Dataset): TextRun[];
}

/** Chapters that are counted from files of a kind, in the documents that have them. */
const chaptersOfKind: Readonly<Partial<Record<Dataset['kind'], readonly string[]>>> = {
  areas: ['city', 'incidents'],
  population: ['city', 'incidents'],
  incidents: ['incidents'],
  stakeholders: ['stakeholders'],
  ties: ['stakeholders'],
  indicators: ['indicators'],
  figures: ['indicators'],
  survey: ['indicators'],
};

export function createTrace(writer: Pick<ExportContext, 't' | 'formats'> & { readonly data: ProfileData }): ReportTrace {
  const { data, t, formats } = writer;
  const datasets = new Map(data.datasets.map((dataset) => [dataset.id, dataset]));
  const findings = data.findings.map((finding, place) => ({ finding, number: formats.count(place + 1) }));
  const objectives = data.objectives.map((objective, place) => ({ objective, number: formats.count(place + 1) }));
  // As the chapters on the plan count them.
  const numbers = planNumbers(planTree(data.pillars, data.objectives, data.measures));
  const measuresOf = groupBy(data.measures, (measure) => measure.objectiveId);
  const objectivesOf = (ids: ReadonlySet<string>) => objectives.filter(({ objective }) => objective.findingIds.some((id) => ids.has(id)));

  const datasetOf = (evidence: EvidenceItem) =>
    datasets.get(evidence.datasetId ?? '') ?? datasets.get(evidence.refId ?? '') ?? datasets.get(data.observationSources[evidence.refId ?? ''] ?? '') ?? null;

  const objectiveRuns = (list: readonly { objective: Objective; number: string }[]): TextRun[] =>
    list.flatMap(({ objective, number }) => [
      { text: t('report.trace.objective', { number: numbers.get(objective.id) ?? number }), to: anchorOf('objective', objective.id) },
      ...(measuresOf.get(objective.id) ?? []).map((measure, place) => measureRun(measure, `${number}.${formats.count(place + 1)}`)),
    ]);
  const measureRun = (measure: Measure, number: string): TextRun => ({
    text: t('report.trace.measure', { number: numbers.get(measure.id) ?? number }),
    to: anchorOf('measure', measure.id),
  });

  return {
    datasetOf,
    carriedBy: (finding) => joined(objectiveRuns(objectivesOf(new Set([finding.id]))), t('output.listSeparator')),
    restingOn: (dataset) => {
      const resting = findings.filter(({ finding }) => finding.evidence.some((item) => datasetOf(item) === dataset));
      const codes = new Set(data.observations.filter(({ id }) => data.observationSources[id] === dataset.id).map(({ indicatorCode }) => indicatorCode));
      const runs: TextRun[] = [
        ...(chaptersOfKind[dataset.kind] ?? []).map((code) => ({ text: t(`report.trace.chapter.${code}` as TextKey), to: anchorOf('chapter', code) })),
        ...data.indicators.filter(({ code }) => codes.has(code)).map(({ code, name }) => ({ text: name ?? code, to: anchorOf('indicator', code) })),
        ...resting.map(({ finding, number }) => ({ text: t('report.trace.finding', { number }), to: anchorOf('finding', finding.id) })),
        ...objectiveRuns(objectivesOf(new Set(resting.map(({ finding }) => finding.id)))),
      ];
      return joined(runs, t('output.listSeparator'));
    },
  };
}

function joined(runs: readonly TextRun[], separator: string): TextRun[] {
  return runs.flatMap((run, place) => (place === 0 ? [run] : [{ text: separator }, run]));
}
