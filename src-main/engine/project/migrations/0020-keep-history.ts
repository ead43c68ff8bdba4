/**
 * Version 20: the record of every change with its before and after, copies that know each other, people in tables of their own.
 *
 * Keys of tables that other rows point to by key are never given twice from here on (AUTOINCREMENT): a deleted area comes back under its
 * own key when its removal is undone, and a place's signature goes on meaning the same areas.
 */
export const keepHistory = /* sql */ `
CREATE TABLE new_dataset (
  key INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, file_name TEXT NOT NULL, sha256 TEXT NOT NULL, imported_at TEXT NOT NULL,
  rows INTEGER NOT NULL, imported INTEGER NOT NULL, source TEXT NOT NULL, licence TEXT NOT NULL, published_on TEXT,
  first_year INTEGER, last_year INTEGER, problem_counts TEXT NOT NULL, problems TEXT NOT NULL, recipe TEXT NOT NULL
) STRICT;
INSERT INTO new_dataset SELECT * FROM dataset;
DROP TABLE dataset;
ALTER TABLE new_dataset RENAME TO dataset;

CREATE TABLE new_area_layer (key INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, position INTEGER NOT NULL) STRICT;
INSERT INTO new_area_layer SELECT * FROM area_layer;
DROP TABLE area_layer;
ALTER TABLE new_area_layer RENAME TO area_layer;

CREATE TABLE new_area (
  key INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
  layer_key INTEGER NOT NULL REFERENCES area_layer ON DELETE CASCADE,
  parent_key INTEGER REFERENCES area ON DELETE SET NULL,
  name TEXT NOT NULL, code TEXT NOT NULL, area_km2 REAL, boundary TEXT,
  dataset_key INTEGER REFERENCES dataset ON DELETE SET NULL
) STRICT;
INSERT INTO new_area SELECT * FROM area;
DROP TABLE area;
ALTER TABLE new_area RENAME TO area;
CREATE INDEX area_by_layer ON area (layer_key);
CREATE INDEX area_by_parent ON area (parent_key);
CREATE INDEX area_by_dataset ON area (dataset_key);
CREATE INDEX population_by_dataset ON population (dataset_key);
CREATE INDEX stakeholder_by_dataset ON stakeholder (dataset_key);
CREATE INDEX observation_by_dataset ON observation (dataset_key);

CREATE TABLE new_offence (
  key INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE, offence_group TEXT NOT NULL, is_confirmed INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO new_offence SELECT * FROM offence;
DROP TABLE offence;
ALTER TABLE new_offence RENAME TO offence;

CREATE TABLE this_copy (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, origin_id TEXT, origin_name TEXT NOT NULL DEFAULT '', handed_out_at TEXT
) STRICT;
INSERT INTO this_copy (id, name) SELECT id, '' FROM project;

CREATE TABLE writer (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, copy_id TEXT NOT NULL, copy_name TEXT NOT NULL, started_at TEXT NOT NULL,
  previous_id TEXT, previous_sequence INTEGER
) STRICT;
INSERT INTO writer (id, copy_id, copy_name, started_at) SELECT 'first:' || id, id, '', created_at FROM project;

CREATE TABLE new_change (
  revision INTEGER PRIMARY KEY AUTOINCREMENT,
  writer_key INTEGER NOT NULL REFERENCES writer, sequence INTEGER NOT NULL, clock TEXT NOT NULL,
  at TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, params TEXT NOT NULL, subjects TEXT NOT NULL,
  person TEXT NOT NULL, session_id TEXT,
  target INTEGER, undo_state INTEGER NOT NULL DEFAULT 0, merge_revision INTEGER, knows TEXT,
  UNIQUE (writer_key, sequence)
) STRICT;
INSERT INTO new_change (revision, writer_key, sequence, clock, at, kind, name, params, subjects, person)
  SELECT revision, 1, revision, printf('%015d', revision), at, 'note', name, params, subjects, '' FROM change;
DROP TABLE change;
ALTER TABLE new_change RENAME TO change;
CREATE INDEX change_to_undo ON change (undo_state, revision) WHERE merge_revision IS NULL AND kind <> 'note';
CREATE INDEX change_by_merge ON change (merge_revision) WHERE merge_revision IS NOT NULL;

CREATE TABLE object (key INTEGER PRIMARY KEY, type TEXT NOT NULL, id TEXT NOT NULL, local_key INTEGER, UNIQUE (type, id)) STRICT;
CREATE TABLE edit (
  change_revision INTEGER NOT NULL REFERENCES change, object_key INTEGER NOT NULL REFERENCES object,
  kind INTEGER NOT NULL, before ANY, after ANY, clocks TEXT,
  PRIMARY KEY (change_revision, object_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX edit_by_object ON edit (object_key, change_revision);
CREATE TABLE dataset_content (dataset_id TEXT NOT NULL, chunk INTEGER NOT NULL, rows BLOB NOT NULL, PRIMARY KEY (dataset_id, chunk)) STRICT;
CREATE TABLE kept_alive (object_key INTEGER PRIMARY KEY REFERENCES object) STRICT;
CREATE TABLE review (object_key INTEGER PRIMARY KEY REFERENCES object, merge_revision INTEGER NOT NULL) STRICT;
CREATE TABLE erased (type TEXT NOT NULL, id TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (type, id)) STRICT, WITHOUT ROWID;
CREATE TABLE handed_copy (id TEXT PRIMARY KEY, name TEXT NOT NULL, handed_out_at TEXT NOT NULL, brought_back_at TEXT) STRICT;
CREATE TABLE snapshot (id TEXT PRIMARY KEY, name TEXT NOT NULL, note TEXT NOT NULL, made_at TEXT NOT NULL, person TEXT NOT NULL, revision INTEGER NOT NULL) STRICT;

CREATE TABLE person (id TEXT PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE team_member (
  id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person ON DELETE CASCADE, role TEXT NOT NULL, body TEXT NOT NULL, position INTEGER NOT NULL
) STRICT;
CREATE INDEX team_member_by_person ON team_member (person_id);
CREATE TABLE contact (
  id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person ON DELETE CASCADE,
  stakeholder_id TEXT NOT NULL REFERENCES stakeholder ON DELETE CASCADE, role TEXT NOT NULL
) STRICT;
CREATE INDEX contact_by_person ON contact (person_id);
CREATE INDEX contact_by_stakeholder ON contact (stakeholder_id);
-- Members who share an id get ids of their own, the same in every copy of the file.
CREATE TABLE member AS
  SELECT m.value ->> 'id' AS id, m.key AS position, row_number() OVER (PARTITION BY m.value ->> 'id' ORDER BY m.key) AS bearer,
    ifnull(m.value ->> 'name', '') AS name, ifnull(m.value ->> 'role', '') AS role, ifnull(m.value ->> 'body', '') AS body
  FROM project, json_each(project.team) m;
UPDATE member SET id = substr(id, 1, 24) || printf('%012x', position) WHERE bearer > 1;
INSERT INTO person (id, name) SELECT id, name FROM member ORDER BY position;
INSERT INTO team_member (id, person_id, role, body, position) SELECT id, id, role, body, position FROM member ORDER BY position;
DROP TABLE member;
ALTER TABLE project DROP COLUMN team;

CREATE TABLE text_update (id TEXT PRIMARY KEY, document TEXT NOT NULL, data BLOB NOT NULL) STRICT;
CREATE INDEX text_update_by_document ON text_update (document);
`;
