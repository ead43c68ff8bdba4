import { type City, citySchema } from '#shared/domain/project.ts';
import type { ProjectTable } from './schema.ts';

/** The City stage's answers, out of the project's one row. */
export function readCity(row: ProjectTable): City {
  return citySchema.parse({
    name: row.name,
    country: row.country,
    languages: JSON.parse(row.languages),
    currency: row.currency,
    mandate: row.mandate,
    team: JSON.parse(row.team),
    smallNumberThreshold: row.small_number_threshold,
  });
}

export function writeCityColumns(
  city: City,
): Pick<ProjectTable, 'name' | 'country' | 'languages' | 'currency' | 'mandate' | 'team' | 'small_number_threshold'> {
  return {
    name: city.name,
    country: city.country,
    languages: JSON.stringify(city.languages),
    currency: city.currency,
    mandate: city.mandate,
    team: JSON.stringify(city.team),
    small_number_threshold: city.smallNumberThreshold,
  };
}
