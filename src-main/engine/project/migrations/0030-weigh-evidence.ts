/**
 * Version 30: statistics and surveys as datasets of their own, layers with versions, several figures for one cell of which one is chosen,
 * evidence that waits for its finding, harm weights, and what was given out.
 */
export const weighEvidence = /* sql */ `
ALTER TABLE dataset ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE dataset ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE dataset ADD COLUMN first_day TEXT;
ALTER TABLE dataset ADD COLUMN last_day TEXT;
ALTER TABLE dataset ADD COLUMN replaced TEXT;
ALTER TABLE dataset ADD COLUMN columns TEXT NOT NULL DEFAULT '[]';

CREATE TABLE saved_recipe (id TEXT PRIMARY KEY, name TEXT NOT NULL, recipe TEXT NOT NULL, columns TEXT NOT NULL, used_at TEXT NOT NULL) STRICT;

-- Content of datasets, like incidents: without a history of its own.
CREATE TABLE figure (
  key INTEGER PRIMARY KEY, dataset_key INTEGER NOT NULL REFERENCES dataset ON DELETE CASCADE, row INTEGER NOT NULL,
  place_key INTEGER NOT NULL REFERENCES place, series TEXT NOT NULL, breakdown TEXT NOT NULL, breakdown2 TEXT NOT NULL, breakdown3 TEXT NOT NULL,
  year INTEGER, month INTEGER, value REAL, low REAL, high REAL, unit TEXT NOT NULL
) STRICT;
CREATE INDEX figure_by_dataset ON figure (dataset_key, series, year);
CREATE TABLE respondent (
  key INTEGER PRIMARY KEY, dataset_key INTEGER NOT NULL REFERENCES dataset ON DELETE CASCADE, row INTEGER NOT NULL,
  place_key INTEGER NOT NULL REFERENCES place, weight REAL, stratum TEXT NOT NULL, cluster TEXT NOT NULL, year INTEGER, answers TEXT NOT NULL
) STRICT;
CREATE INDEX respondent_by_dataset ON respondent (dataset_key);
CREATE TABLE survey_question (
  id TEXT PRIMARY KEY, dataset_id TEXT NOT NULL REFERENCES dataset (id) ON DELETE CASCADE, position INTEGER NOT NULL, column_name TEXT NOT NULL,
  wording TEXT NOT NULL, is_numeric INTEGER NOT NULL, options TEXT NOT NULL
) STRICT;
CREATE INDEX survey_question_by_dataset ON survey_question (dataset_id);

ALTER TABLE area_layer ADD COLUMN kind TEXT NOT NULL DEFAULT '';
ALTER TABLE area_layer ADD COLUMN valid_from INTEGER;
ALTER TABLE area_layer ADD COLUMN valid_to INTEGER;
ALTER TABLE area_layer ADD COLUMN source TEXT NOT NULL DEFAULT '';
ALTER TABLE area_layer ADD COLUMN follows_id TEXT;
ALTER TABLE area ADD COLUMN area_type TEXT;
ALTER TABLE population ADD COLUMN is_estimate INTEGER NOT NULL DEFAULT 0;
ALTER TABLE population ADD COLUMN method TEXT NOT NULL DEFAULT '';
ALTER TABLE population ADD COLUMN choice_reason TEXT NOT NULL DEFAULT '';
-- Figures of other sources for a cell of the population table; the one that counts stands in population.
CREATE TABLE population_alternative (
  id TEXT PRIMARY KEY, area_id TEXT NOT NULL REFERENCES area (id) ON DELETE CASCADE, year INTEGER, sex TEXT NOT NULL, age_band TEXT NOT NULL,
  value REAL NOT NULL CHECK (value >= 0), source TEXT NOT NULL, is_estimate INTEGER NOT NULL DEFAULT 0, method TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '',
  dataset_id TEXT REFERENCES dataset (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX population_alternative_by_dataset ON population_alternative (dataset_id);
CREATE INDEX population_alternative_by_area ON population_alternative (area_id);

ALTER TABLE offence ADD COLUMN smallest_count INTEGER;

ALTER TABLE observation ADD COLUMN definition_version TEXT NOT NULL DEFAULT '';
ALTER TABLE observation ADD COLUMN sample_size REAL;
ALTER TABLE observation ADD COLUMN period_start TEXT;
ALTER TABLE observation ADD COLUMN period_end TEXT;
ALTER TABLE observation ADD COLUMN holder TEXT NOT NULL DEFAULT '';
ALTER TABLE observation ADD COLUMN quality_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE observation ADD COLUMN is_chosen INTEGER NOT NULL DEFAULT 0;
ALTER TABLE observation ADD COLUMN choice_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE observation ADD COLUMN computation TEXT;
CREATE TABLE own_indicator (id TEXT PRIMARY KEY, code TEXT NOT NULL, definition TEXT NOT NULL) STRICT;
CREATE TABLE indicator_knowledge (
  indicator_code TEXT PRIMARY KEY, does_exist TEXT NOT NULL, holder TEXT NOT NULL, update_rhythm TEXT NOT NULL, is_updated TEXT NOT NULL,
  may_be_shared TEXT NOT NULL, is_used TEXT NOT NULL, note TEXT NOT NULL
) STRICT;
CREATE TABLE indicator_target (
  id TEXT PRIMARY KEY, indicator_code TEXT NOT NULL, area_id TEXT REFERENCES area (id) ON DELETE CASCADE, breakdown TEXT NOT NULL, definition_version TEXT NOT NULL,
  baseline_value REAL, baseline_year INTEGER, target_value REAL, target_year INTEGER, reason TEXT NOT NULL
) STRICT;
CREATE TABLE monitor_slot (slot TEXT PRIMARY KEY, theme TEXT NOT NULL, name TEXT NOT NULL, indicator_codes TEXT NOT NULL) STRICT;
CREATE TABLE monitor_note (question TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;

-- An evidence item may wait for its finding. shown keeps what the person saw: question, figures, method, n, missing, source, day.
CREATE TABLE new_evidence (
  id TEXT PRIMARY KEY, finding_id TEXT REFERENCES finding ON DELETE CASCADE,
  kind TEXT NOT NULL, stance TEXT NOT NULL, text TEXT NOT NULL, source TEXT NOT NULL, ref_id TEXT, shown TEXT
) STRICT;
INSERT INTO new_evidence (id, finding_id, kind, stance, text, source, ref_id) SELECT id, finding_id, kind, stance, text, source, ref_id FROM evidence;
DROP TABLE evidence;
ALTER TABLE new_evidence RENAME TO evidence;
CREATE INDEX evidence_by_finding ON evidence (finding_id);

CREATE TABLE harm_weight_set (id TEXT PRIMARY KEY, name TEXT NOT NULL, source TEXT NOT NULL, dated TEXT, unit TEXT NOT NULL, is_chosen INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE harm_weight (
  id TEXT PRIMARY KEY, set_id TEXT NOT NULL REFERENCES harm_weight_set ON DELETE CASCADE, offence_id TEXT NOT NULL REFERENCES offence (id) ON DELETE CASCADE,
  weight REAL NOT NULL CHECK (weight >= 0)
) STRICT;
CREATE INDEX harm_weight_by_set ON harm_weight (set_id);
CREATE INDEX harm_weight_by_offence ON harm_weight (offence_id);

CREATE TABLE release (id TEXT PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, revision INTEGER NOT NULL, tables BLOB NOT NULL, is_withdrawn INTEGER NOT NULL DEFAULT 0) STRICT;
`;
