import type { Selectable } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { type FigureFacts, figureFactsSchema } from '#shared/domain/figure-facts.ts';
import { given } from '#shared/domain/given.ts';
import { emptyObservation, type Observation, type ObservationInput, observationInputSchema } from '#shared/domain/indicators.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import type { ObservationTable } from '../project/schema.ts';

export { emptyObservation };

type ObservationDraft = Partial<ObservationInput> & Pick<ObservationInput, 'indicatorCode'>;

/** Every value in the order of entry. Two sources that disagree are both kept. */
export function listObservations(project: OpenProject): Observation[] {
  return project.all(sql.selectFrom('observation').selectAll().orderBy('id')).map(readObservation);
}

export function findObservation(project: OpenProject, id: string): Observation {
  return readObservation(project.found(sql.selectFrom('observation').selectAll().where('id', '=', id)));
}

/** Adds one value; what is not given stays empty. Returns its id. */
export function addObservation(
  write: ChangeWriter,
  draft: ObservationDraft,
  origin: { isComputed: boolean; enteredAt: string; id?: string; datasetKey?: number | null; computation?: FigureFacts | null },
): string {
  const id = origin.id ?? uuidv7();
  const columns = observationColumns({ ...emptyObservation, ...given(draft) });
  write.run(
    sql.insertInto('observation').values({
      id,
      ...columns,
      is_computed: origin.isComputed ? 1 : 0,
      entered_at: origin.enteredAt,
      dataset_key: origin.datasetKey ?? null,
      computation: origin.computation ? JSON.stringify(origin.computation) : null,
    }),
  );
  return id;
}

export function observationColumns(input: ObservationInput) {
  return {
    indicator_code: input.indicatorCode,
    definition_version: input.definitionVersion,
    area_id: input.areaId,
    year: input.year,
    period_start: input.periodStart,
    period_end: input.periodEnd,
    value: input.value,
    low: input.low,
    high: input.high,
    numerator: input.numerator,
    denominator: input.denominator,
    sample_size: input.sampleSize,
    breakdown: input.breakdown,
    source: input.source,
    holder: input.holder,
    published_on: input.publishedOn,
    quality: input.quality,
    quality_reason: input.qualityReason,
    note: input.note,
  };
}

function readObservation(row: Selectable<ObservationTable>): Observation {
  return {
    ...observationInputSchema.parse({
      indicatorCode: row.indicator_code,
      definitionVersion: row.definition_version,
      areaId: row.area_id,
      year: row.year,
      periodStart: row.period_start,
      periodEnd: row.period_end,
      value: row.value,
      low: row.low,
      high: row.high,
      numerator: row.numerator,
      denominator: row.denominator,
      sampleSize: row.sample_size,
      breakdown: row.breakdown,
      source: row.source,
      holder: row.holder,
      publishedOn: row.published_on,
      quality: row.quality,
      qualityReason: row.quality_reason,
      note: row.note,
    }),
    id: row.id,
    isComputed: row.is_computed === 1,
    enteredAt: row.entered_at,
    isChosen: row.is_chosen === 1,
    choiceReason: row.choice_reason,
    computation: readComputation(row.computation),
    isImported: row.dataset_key !== null,
  };
}

/** Facts that another version of the application wrote and this one cannot read are as good as none: the value stays. */
function readComputation(text: string | null): FigureFacts | null {
  if (text === null) return null;
  try {
    const facts = figureFactsSchema.safeParse(JSON.parse(text));
    return facts.success ? facts.data : null;
  } catch {
    return null;
  }
}
