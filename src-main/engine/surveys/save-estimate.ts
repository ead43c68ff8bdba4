import type { z } from 'zod';
import type { Observation } from '#shared/domain/indicators.ts';
import type { SurveyEstimate, surveyRequestSchema } from '#shared/domain/surveys.ts';
import { addObservation, findObservation } from '../indicators/observations.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import { estimateSurvey, sourcesOf } from './estimate.ts';

export interface SaveEstimateInput {
  readonly request: z.output<typeof surveyRequestSchema>;
  readonly group: string | null;
  readonly indicatorCode: string;
  readonly breakdown: string;
  readonly quality: Observation['quality'];
}

/** Saves a share in percent, or a mean as it is, with limits, effective n and how it was made. Refusals: `object/not-found`, `survey/no-value`. */
export function saveEstimate(project: OpenProject, { request, group, indicatorCode, breakdown, quality }: SaveEstimateInput): Observation {
  const estimates = estimateSurvey(project, request);
  const estimate: SurveyEstimate = group === null ? estimates.total : (estimates.groups.find(({ key }) => key === group) ?? refuse('object/not-found'));
  if (estimate.value === null) refuse('survey/no-value');
  const scale = estimates.isMean ? 1 : 100;
  const scaled = (value: number | null) => (value === null ? null : value * scale);
  const [source] = sourcesOf(project, request.datasetId);
  const isArea = group !== null && request.by.kind === 'area';
  const dataset = project.found(sql.selectFrom('dataset').select(['key', 'last_year']).where('id', '=', request.datasetId));
  const year = group !== null && request.by.kind === 'year' ? Number(group) : dataset.last_year;
  let id = '';
  project.change({ name: 'surveys.saveAsObservation', params: { code: indicatorCode }, subjects: ['indicators'] }, (write) => {
    id = addObservation(
      write,
      {
        indicatorCode,
        areaId: isArea ? group : request.areaId,
        year,
        value: scaled(estimate.value),
        low: scaled(estimate.low),
        high: scaled(estimate.high),
        sampleSize: estimate.effectiveN,
        breakdown: breakdown || (group === null || isArea || request.by.kind === 'year' ? '' : estimate.label),
        source: source?.name ?? '',
        publishedOn: source?.publishedOn ?? null,
        quality,
      },
      { isComputed: true, enteredAt: project.nowText() },
    );
    write.run(
      sql
        .updateTable('observation')
        .set({ computation: JSON.stringify(estimate.facts) })
        .where('id', '=', id),
    );
  });
  return findObservation(project, id);
}
