import type { Selectable } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { given } from '#shared/domain/given.ts';
import { type Observation, type ObservationInput, observationInputSchema } from '#shared/domain/indicators.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import type { ObservationTable } from '../project/schema.ts';

type ObservationDraft = Partial<ObservationInput> & Pick<ObservationInput, 'indicatorCode'>;

/** A value of which nothing is known yet. */
export const emptyObservation: Omit<ObservationInput, 'indicatorCode'> = {
  areaId: null,
  year: null,
  value: null,
  low: null,
  high: null,
  numerator: null,
  denominator: null,
  breakdown: '',
  source: '',
  publishedOn: null,
  quality: null,
  note: '',
};

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
  origin: { isComputed: boolean; enteredAt: string; id?: string; datasetKey?: number | null },
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
    }),
  );
  return id;
}

export function observationColumns(
  input: ObservationInput,
): Pick<
  Selectable<ObservationTable>,
  'indicator_code' | 'area_id' | 'year' | 'value' | 'low' | 'high' | 'numerator' | 'denominator' | 'breakdown' | 'source' | 'published_on' | 'quality' | 'note'
> {
  return {
    indicator_code: input.indicatorCode,
    area_id: input.areaId,
    year: input.year,
    value: input.value,
    low: input.low,
    high: input.high,
    numerator: input.numerator,
    denominator: input.denominator,
    breakdown: input.breakdown,
    source: input.source,
    published_on: input.publishedOn,
    quality: input.quality,
    note: input.note,
  };
}

function readObservation(row: Selectable<ObservationTable>): Observation {
  return {
    ...observationInputSchema.parse({
      indicatorCode: row.indicator_code,
      areaId: row.area_id,
      year: row.year,
      value: row.value,
      low: row.low,
      high: row.high,
      numerator: row.numerator,
      denominator: row.denominator,
      breakdown: row.breakdown,
      source: row.source,
      publishedOn: row.published_on,
      quality: row.quality,
      note: row.note,
    }),
    id: row.id,
    isComputed: row.is_computed === 1,
    enteredAt: row.entered_at,
  };
}
