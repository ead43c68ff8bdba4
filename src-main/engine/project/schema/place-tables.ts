import type { Generated } from 'kysely';

export interface AreaLayerTable {
  key: Generated<number>;
  id: string;
  name: string;
  position: number;
  kind: Generated<string>;
  valid_from: Generated<number | null>;
  valid_to: Generated<number | null>;
  source: Generated<string>;
  /** Id of the layer whose boundaries these took the place of. */
  follows_id: Generated<string | null>;
}

/** `boundary` is a GeoJSON geometry in degrees, rings closed, or null. */
export interface AreaTable {
  key: Generated<number>;
  id: string;
  layer_key: number;
  parent_key: number | null;
  name: string;
  code: string;
  area_km2: number | null;
  boundary: string | null;
  dataset_key: number | null;
  area_type: Generated<string | null>;
}

/** `sex` all/female/male, `age_band` '' = all ages. A null year is «year not stated». */
export interface PopulationTable {
  key: Generated<number>;
  area_key: number;
  year: number | null;
  sex: string;
  age_band: string;
  value: number;
  source: string;
  dataset_key: number | null;
  is_estimate: Generated<number>;
  method: Generated<string>;
  /** Why this figure counts and not one of its alternatives. */
  choice_reason: Generated<string>;
}

/** What another source says about a cell of the population table. */
export interface PopulationAlternativeTable {
  id: string;
  area_id: string;
  year: number | null;
  sex: string;
  age_band: string;
  value: number;
  source: string;
  is_estimate: Generated<number>;
  method: Generated<string>;
  note: Generated<string>;
  dataset_id: string | null;
}

/** What part of the city's people a group is, 0 to 1: against it the people present are held. */
export interface CityShareTable {
  id: string;
  attribute: string;
  value: string;
  share: number | null;
  source: Generated<string>;
  year: number | null;
}
