import { type ChangeWriter, sql } from '../../project/open-project.ts';

export interface PopulationFigure {
  readonly areaKey: number;
  readonly year: number | null;
  readonly sex: 'all' | 'female' | 'male';
  readonly ageBand: string;
  readonly value: number;
  readonly source: string;
  readonly datasetKey: number | null;
}

/** Writes one figure in place of an earlier one for the same area, year, sex and age. */
export function writePopulation(write: ChangeWriter, { areaKey, year, sex, ageBand, value, source, datasetKey }: PopulationFigure): void {
  write.run(
    sql
      .deleteFrom('population')
      .where('area_key', '=', areaKey)
      .where('sex', '=', sex)
      .where('age_band', '=', ageBand)
      .where('year', year === null ? 'is' : '=', year),
  );
  write.run(sql.insertInto('population').values({ area_key: areaKey, year, sex, age_band: ageBand, value, source, dataset_key: datasetKey }));
}
