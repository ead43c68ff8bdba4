import type { Generated } from 'kysely';

/** `problem_counts`, `problems` (the first 500) and `recipe` are JSON. */
export interface DatasetTable {
  key: Generated<number>;
  id: string;
  kind: string;
  file_name: string;
  sha256: string;
  imported_at: string;
  rows: number;
  imported: number;
  source: string;
  licence: string;
  published_on: string | null;
  first_year: number | null;
  last_year: number | null;
  problem_counts: string;
  problems: string;
  recipe: string;
  title: Generated<string>;
  note: Generated<string>;
  first_day: Generated<string | null>;
  last_day: Generated<string | null>;
  /** JSON: the edition that it took the place of. */
  replaced: Generated<string | null>;
  /** JSON: the columns of the file, by which the next file of its kind is known. */
  columns: Generated<string>;
}

/** `recipe` and `columns` are JSON. */
export interface SavedRecipeTable {
  id: string;
  name: string;
  recipe: string;
  columns: string;
  used_at: string;
}

export interface OffenceTable {
  key: Generated<number>;
  id: string;
  name: string;
  offence_group: string;
  is_confirmed: number;
  /** Smallest count that may be shown, where a person set it; null = by its group and name. */
  smallest_count: Generated<number | null>;
}

/** A distinct combination of areas, at most one of each layer; `signature` is its sorted area keys, '' = nowhere known. */
export interface PlaceTable {
  key: Generated<number>;
  signature: string;
}

export interface PlaceAreaTable {
  place_key: number;
  layer_key: number;
  area_key: number;
}

/**
 * Single incidents, or counts as the source gives them (`count`). Known parts of the time only: `day` is yyyymmdd, `weekday` 1 = Monday.
 * They belong to their dataset and carry small keys instead of ids: hundreds of thousands of rows have no identity of their own
 * beyond dataset and row.
 */
export interface IncidentTable {
  key: Generated<number>;
  dataset_key: number;
  row: number;
  place_key: number;
  offence_key: number;
  year: number | null;
  month: number | null;
  day: number | null;
  weekday: number | null;
  hour: number | null;
  longitude: number | null;
  latitude: number | null;
  count: number;
}

/** One value of an imported table of statistics. Content of its dataset, like incidents. */
export interface FigureTable {
  key: Generated<number>;
  dataset_key: number;
  row: number;
  place_key: number;
  series: string;
  breakdown: string;
  breakdown2: string;
  breakdown3: string;
  year: number | null;
  month: number | null;
  value: number | null;
  low: number | null;
  high: number | null;
  unit: string;
}

/** One person asked. `answers` is a JSON list of codes by the position of the question; null = no answer. */
export interface RespondentTable {
  key: Generated<number>;
  dataset_key: number;
  row: number;
  place_key: number;
  weight: number | null;
  stratum: string;
  cluster: string;
  year: number | null;
  answers: string;
}

/** `options` is JSON: code, label, whether it counts as no answer. */
export interface SurveyQuestionTable {
  id: string;
  dataset_id: string;
  position: number;
  column_name: string;
  wording: string;
  is_numeric: number;
  options: string;
}

export interface ObservationTable {
  id: string;
  indicator_code: string;
  area_id: string | null;
  year: number | null;
  value: number | null;
  low: number | null;
  high: number | null;
  numerator: number | null;
  denominator: number | null;
  breakdown: string;
  source: string;
  published_on: string | null;
  quality: string | null;
  note: string;
  is_computed: number;
  entered_at: string;
  dataset_key: number | null;
  definition_version: Generated<string>;
  sample_size: Generated<number | null>;
  period_start: Generated<string | null>;
  period_end: Generated<string | null>;
  holder: Generated<string>;
  quality_reason: Generated<string>;
  is_chosen: Generated<number>;
  choice_reason: Generated<string>;
  /** JSON: rule, inputs and method version of a computed value. */
  computation: Generated<string | null>;
}

/** Answers are yes, partly, no, unknown. */
export interface IndicatorKnowledgeTable {
  indicator_code: string;
  does_exist: string;
  holder: string;
  update_rhythm: string;
  is_updated: string;
  may_be_shared: string;
  is_used: string;
  note: string;
}

export interface IndicatorTargetTable {
  id: string;
  indicator_code: string;
  area_id: string | null;
  breakdown: string;
  definition_version: string;
  baseline_value: number | null;
  baseline_year: number | null;
  target_value: number | null;
  target_year: number | null;
  reason: string;
}

/** Weights of one place and date; `unit` is what they count (days of sentence). */
export interface HarmWeightSetTable {
  id: string;
  name: string;
  source: string;
  dated: string | null;
  unit: string;
  is_chosen: Generated<number>;
}

/** `tables` is packed JSON: what was given out, cell by cell. */
/** What was given out. `tables` is deflated JSON; a withdrawn one never left the team. */
export interface ReleaseTable {
  id: string;
  at: string;
  kind: string;
  name: string;
  revision: number;
  tables: Uint8Array;
  is_withdrawn: Generated<number>;
}
