/** Version 10: all tables of the first release. Never edited once released; the next change is a new file. */
export const createProject = /* sql */ `
CREATE TABLE project (
  id TEXT PRIMARY KEY, created_at TEXT NOT NULL, is_sample INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL, country TEXT NOT NULL, languages TEXT NOT NULL, currency TEXT NOT NULL, mandate TEXT NOT NULL, team TEXT NOT NULL,
  small_number_threshold INTEGER NOT NULL DEFAULT 5,
  dots_per_person INTEGER, cap_per_option INTEGER,
  policy_title TEXT NOT NULL DEFAULT '', policy_vision TEXT NOT NULL DEFAULT '', policy_start_year INTEGER, policy_end_year INTEGER
) STRICT;
CREATE TABLE change (
  revision INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, name TEXT NOT NULL, params TEXT NOT NULL, subjects TEXT NOT NULL
) STRICT;
CREATE TABLE dataset (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, file_name TEXT NOT NULL, sha256 TEXT NOT NULL, imported_at TEXT NOT NULL,
  rows INTEGER NOT NULL, imported INTEGER NOT NULL, source TEXT NOT NULL, licence TEXT NOT NULL, published_on TEXT,
  first_year INTEGER, last_year INTEGER, problem_counts TEXT NOT NULL, problems TEXT NOT NULL, recipe TEXT NOT NULL
) STRICT;
CREATE TABLE area_layer (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, position INTEGER NOT NULL) STRICT;
CREATE TABLE area (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  layer_key INTEGER NOT NULL REFERENCES area_layer ON DELETE CASCADE,
  parent_key INTEGER REFERENCES area ON DELETE SET NULL,
  name TEXT NOT NULL, code TEXT NOT NULL, area_km2 REAL, boundary TEXT,
  dataset_key INTEGER REFERENCES dataset ON DELETE SET NULL
) STRICT;
CREATE INDEX area_by_layer ON area (layer_key);
CREATE INDEX area_by_parent ON area (parent_key);
CREATE TABLE population (
  key INTEGER PRIMARY KEY, area_key INTEGER NOT NULL REFERENCES area ON DELETE CASCADE, year INTEGER,
  sex TEXT NOT NULL, age_band TEXT NOT NULL, value REAL NOT NULL CHECK (value >= 0), source TEXT NOT NULL,
  dataset_key INTEGER REFERENCES dataset ON DELETE CASCADE
) STRICT;
CREATE UNIQUE INDEX population_once ON population (area_key, ifnull(year, 0), sex, age_band);
CREATE TABLE offence (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE, offence_group TEXT NOT NULL, is_confirmed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE place (key INTEGER PRIMARY KEY, signature TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE place_area (
  place_key INTEGER NOT NULL REFERENCES place ON DELETE CASCADE,
  layer_key INTEGER NOT NULL REFERENCES area_layer ON DELETE CASCADE,
  area_key INTEGER NOT NULL REFERENCES area ON DELETE CASCADE,
  PRIMARY KEY (place_key, layer_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX place_area_by_area ON place_area (area_key);
CREATE TABLE incident (
  key INTEGER PRIMARY KEY, dataset_key INTEGER NOT NULL REFERENCES dataset ON DELETE CASCADE, row INTEGER NOT NULL,
  place_key INTEGER NOT NULL REFERENCES place, offence_key INTEGER NOT NULL REFERENCES offence,
  year INTEGER, month INTEGER, day INTEGER, weekday INTEGER, hour INTEGER,
  longitude REAL, latitude REAL, count INTEGER NOT NULL CHECK (count >= 0)
) STRICT;
CREATE INDEX incident_by_dataset ON incident (dataset_key);
CREATE INDEX incident_counts ON incident (offence_key, place_key, year, month, weekday, hour, day, count);
CREATE TABLE stakeholder (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, sector TEXT NOT NULL, kind TEXT NOT NULL, mandate TEXT NOT NULL, represents TEXT NOT NULL, note TEXT NOT NULL,
  dataset_key INTEGER REFERENCES dataset ON DELETE CASCADE
) STRICT;
CREATE TABLE stakeholder_rating (
  id TEXT PRIMARY KEY, stakeholder_id TEXT NOT NULL REFERENCES stakeholder ON DELETE CASCADE,
  rater TEXT NOT NULL, power INTEGER, interest INTEGER, rated_at TEXT NOT NULL
) STRICT;
CREATE INDEX rating_by_stakeholder ON stakeholder_rating (stakeholder_id);
CREATE TABLE observation (
  id TEXT PRIMARY KEY, indicator_code TEXT NOT NULL, area_id TEXT REFERENCES area (id) ON DELETE CASCADE, year INTEGER,
  value REAL, low REAL, high REAL, numerator REAL, denominator REAL, breakdown TEXT NOT NULL, source TEXT NOT NULL, published_on TEXT,
  quality TEXT, note TEXT NOT NULL, is_computed INTEGER NOT NULL, entered_at TEXT NOT NULL,
  dataset_key INTEGER REFERENCES dataset ON DELETE CASCADE
) STRICT;
CREATE TABLE risk (id TEXT PRIMARY KEY, kind TEXT NOT NULL, title TEXT NOT NULL, description TEXT NOT NULL, origin TEXT NOT NULL, source TEXT NOT NULL) STRICT;
CREATE TABLE risk_area (
  risk_id TEXT NOT NULL REFERENCES risk ON DELETE CASCADE, area_id TEXT NOT NULL REFERENCES area (id) ON DELETE CASCADE, PRIMARY KEY (risk_id, area_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE finding (id TEXT PRIMARY KEY, sentence TEXT NOT NULL, resident_groups TEXT NOT NULL) STRICT;
CREATE TABLE finding_area (
  finding_id TEXT NOT NULL REFERENCES finding ON DELETE CASCADE, area_id TEXT NOT NULL REFERENCES area (id) ON DELETE CASCADE, PRIMARY KEY (finding_id, area_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE evidence (
  id TEXT PRIMARY KEY, finding_id TEXT NOT NULL REFERENCES finding ON DELETE CASCADE,
  kind TEXT NOT NULL, stance TEXT NOT NULL, text TEXT NOT NULL, source TEXT NOT NULL, ref_id TEXT
) STRICT;
CREATE INDEX evidence_by_finding ON evidence (finding_id);
CREATE TABLE priority (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, finding_id TEXT REFERENCES finding ON DELETE SET NULL, is_chosen INTEGER NOT NULL DEFAULT 0, reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE voting_group (id TEXT PRIMARY KEY, name TEXT NOT NULL, people INTEGER NOT NULL) STRICT;
CREATE TABLE vote_tally (
  group_id TEXT NOT NULL REFERENCES voting_group ON DELETE CASCADE, priority_id TEXT NOT NULL REFERENCES priority ON DELETE CASCADE,
  dots INTEGER NOT NULL CHECK (dots >= 0), PRIMARY KEY (group_id, priority_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE objective (id TEXT PRIMARY KEY, title TEXT NOT NULL) STRICT;
CREATE TABLE objective_finding (
  objective_id TEXT NOT NULL REFERENCES objective ON DELETE CASCADE, finding_id TEXT NOT NULL REFERENCES finding ON DELETE CASCADE, PRIMARY KEY (objective_id, finding_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE objective_priority (
  objective_id TEXT NOT NULL REFERENCES objective ON DELETE CASCADE, priority_id TEXT NOT NULL REFERENCES priority ON DELETE CASCADE, PRIMARY KEY (objective_id, priority_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE measure (
  id TEXT PRIMARY KEY, objective_id TEXT NOT NULL REFERENCES objective ON DELETE CASCADE, title TEXT NOT NULL, description TEXT NOT NULL, approach TEXT,
  owner_id TEXT REFERENCES stakeholder ON DELETE SET NULL, start_year INTEGER, end_year INTEGER,
  capital_cost REAL, recurrent_cost_per_year REAL, contingency_percent REAL NOT NULL DEFAULT 0,
  funding_own REAL, funding_shared REAL, funding_external REAL,
  indicator_code TEXT, indicator_text TEXT NOT NULL, baseline_value REAL, baseline_year INTEGER, target_value REAL, target_year INTEGER
) STRICT;
CREATE INDEX measure_by_objective ON measure (objective_id);
CREATE TABLE measure_partner (
  measure_id TEXT NOT NULL REFERENCES measure ON DELETE CASCADE, stakeholder_id TEXT NOT NULL REFERENCES stakeholder ON DELETE CASCADE, PRIMARY KEY (measure_id, stakeholder_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE measure_area (
  measure_id TEXT NOT NULL REFERENCES measure ON DELETE CASCADE, area_id TEXT NOT NULL REFERENCES area (id) ON DELETE CASCADE, PRIMARY KEY (measure_id, area_id)
) STRICT, WITHOUT ROWID;
`;
