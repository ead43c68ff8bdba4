/**
 * Stakeholders in full, workshops, ballots. What people answered (`ballot_answer`, `ballot_hands`) and who was in the room (`voter`) is
 * deliberately not tied by foreign keys to its ballot and workshop: taking back «add ballot» must never take an answer with it. The bytes of a photo are
 * no row of the history (`photo_content`) and stay while the history may bring the photo back: a photo costs its size once.
 */
export const hearEverybody = `
ALTER TABLE stakeholder ADD COLUMN level TEXT NOT NULL DEFAULT '';
ALTER TABLE stakeholder ADD COLUMN decided_place TEXT NOT NULL DEFAULT '';
ALTER TABLE stakeholder ADD COLUMN decided_reason TEXT NOT NULL DEFAULT '';
CREATE TABLE stakeholder_area (
  stakeholder_id TEXT NOT NULL REFERENCES stakeholder ON DELETE CASCADE, area_id TEXT NOT NULL REFERENCES area (id) ON DELETE CASCADE, PRIMARY KEY (stakeholder_id, area_id)
) STRICT, WITHOUT ROWID;
ALTER TABLE stakeholder_rating ADD COLUMN legitimacy INTEGER;
ALTER TABLE stakeholder_rating ADD COLUMN urgency INTEGER;
ALTER TABLE stakeholder_rating ADD COLUMN stance INTEGER;
ALTER TABLE stakeholder_rating ADD COLUMN group_id TEXT;
ALTER TABLE stakeholder_rating ADD COLUMN session_id TEXT;
ALTER TABLE stakeholder_rating ADD COLUMN ballot_id TEXT;
ALTER TABLE stakeholder_rating ADD COLUMN rated_on TEXT NOT NULL DEFAULT '';

CREATE TABLE influence_tie (
  id TEXT PRIMARY KEY, from_id TEXT NOT NULL REFERENCES stakeholder ON DELETE CASCADE, to_id TEXT NOT NULL REFERENCES stakeholder ON DELETE CASCADE,
  kind TEXT NOT NULL, informant TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '', observed_on TEXT NOT NULL DEFAULT '', session_id TEXT,
  dataset_key INTEGER REFERENCES dataset ON DELETE CASCADE
) STRICT;
CREATE INDEX influence_tie_by_from ON influence_tie (from_id);
CREATE TABLE diagram_position (
  diagram TEXT NOT NULL, stakeholder_id TEXT NOT NULL REFERENCES stakeholder ON DELETE CASCADE, x REAL NOT NULL, y REAL NOT NULL, PRIMARY KEY (diagram, stakeholder_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE engagement_step (
  id TEXT PRIMARY KEY, stakeholder_id TEXT NOT NULL REFERENCES stakeholder ON DELETE CASCADE, level TEXT NOT NULL, how TEXT NOT NULL DEFAULT '',
  responsible TEXT NOT NULL DEFAULT '', due_on TEXT, done_on TEXT, note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE partnership (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, agreement TEXT NOT NULL DEFAULT '', pledge TEXT NOT NULL DEFAULT '',
  pledge_amount REAL, pledge_currency TEXT NOT NULL DEFAULT '', starts_on TEXT, ends_on TEXT, status TEXT NOT NULL, note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE partnership_member (
  partnership_id TEXT NOT NULL REFERENCES partnership ON DELETE CASCADE, stakeholder_id TEXT NOT NULL REFERENCES stakeholder ON DELETE CASCADE, PRIMARY KEY (partnership_id, stakeholder_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE partnership_contribution (
  id TEXT PRIMARY KEY, partnership_id TEXT NOT NULL REFERENCES partnership ON DELETE CASCADE, stakeholder_id TEXT REFERENCES stakeholder ON DELETE SET NULL,
  what TEXT NOT NULL, amount REAL, currency TEXT NOT NULL DEFAULT '', given_on TEXT
) STRICT;
CREATE TABLE measure_role (
  measure_id TEXT NOT NULL REFERENCES measure ON DELETE CASCADE, stakeholder_id TEXT NOT NULL REFERENCES stakeholder ON DELETE CASCADE,
  role TEXT NOT NULL, confirmed_on TEXT, PRIMARY KEY (measure_id, stakeholder_id, role)
) STRICT, WITHOUT ROWID;
CREATE TABLE city_share (
  id TEXT PRIMARY KEY, attribute TEXT NOT NULL, value TEXT NOT NULL, share REAL, source TEXT NOT NULL DEFAULT '', year INTEGER
) STRICT;

CREATE TABLE workshop (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, kind TEXT NOT NULL, depth TEXT NOT NULL, place TEXT NOT NULL DEFAULT '', starts_on TEXT, ends_on TEXT,
  purpose TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '', template TEXT NOT NULL DEFAULT '', made_at TEXT NOT NULL, smallest_group INTEGER,
  course TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE session (
  id TEXT PRIMARY KEY, workshop_id TEXT NOT NULL REFERENCES workshop ON DELETE CASCADE, position REAL NOT NULL, day INTEGER NOT NULL, title TEXT NOT NULL,
  purpose TEXT NOT NULL DEFAULT '', stage TEXT NOT NULL DEFAULT '', task TEXT NOT NULL DEFAULT '', minutes INTEGER NOT NULL, planned_start TEXT NOT NULL DEFAULT '',
  started_at TEXT, ended_at TEXT, paused_at TEXT, paused_seconds INTEGER NOT NULL DEFAULT 0, added_minutes INTEGER NOT NULL DEFAULT 0, notes TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT 'work', how TEXT NOT NULL DEFAULT '', materials TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX session_by_workshop ON session (workshop_id);
ALTER TABLE voting_group ADD COLUMN workshop_id TEXT REFERENCES workshop ON DELETE CASCADE;
ALTER TABLE voting_group ADD COLUMN kind TEXT NOT NULL DEFAULT 'table';
ALTER TABLE voting_group ADD COLUMN position REAL NOT NULL DEFAULT 0;
ALTER TABLE voting_group ADD COLUMN note TEXT NOT NULL DEFAULT '';
CREATE TABLE participant (
  id TEXT PRIMARY KEY, workshop_id TEXT NOT NULL REFERENCES workshop ON DELETE CASCADE, person_id TEXT REFERENCES person ON DELETE SET NULL,
  stakeholder_id TEXT REFERENCES stakeholder ON DELETE SET NULL, group_id TEXT REFERENCES voting_group ON DELETE SET NULL,
  label TEXT NOT NULL DEFAULT '', role TEXT NOT NULL DEFAULT '', attributes TEXT NOT NULL DEFAULT '{}', resident_groups TEXT NOT NULL DEFAULT '[]',
  consent TEXT NOT NULL DEFAULT '{}', consent_at TEXT, present_days TEXT NOT NULL DEFAULT '[]', present_hours REAL, completed INTEGER NOT NULL DEFAULT 0,
  access_needs TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX participant_by_workshop ON participant (workshop_id);
CREATE TABLE log_entry (
  id TEXT PRIMARY KEY, workshop_id TEXT NOT NULL REFERENCES workshop ON DELETE CASCADE, session_id TEXT REFERENCES session ON DELETE SET NULL,
  kind TEXT NOT NULL, text TEXT NOT NULL, at TEXT NOT NULL, status TEXT NOT NULL DEFAULT '', responsible TEXT NOT NULL DEFAULT '', due_on TEXT,
  reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE photo (
  id TEXT PRIMARY KEY, workshop_id TEXT NOT NULL REFERENCES workshop ON DELETE CASCADE, session_id TEXT REFERENCES session ON DELETE SET NULL,
  caption TEXT NOT NULL DEFAULT '', taken_at TEXT NOT NULL DEFAULT '', added_at TEXT NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL,
  shows_people INTEGER NOT NULL DEFAULT 0, may_be_published INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE photo_content (photo_id TEXT PRIMARY KEY, jpeg BLOB NOT NULL, thumbnail BLOB NOT NULL) STRICT;

CREATE TABLE ballot (
  id TEXT PRIMARY KEY, workshop_id TEXT NOT NULL REFERENCES workshop ON DELETE CASCADE, session_id TEXT REFERENCES session ON DELETE SET NULL,
  position REAL NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, question TEXT NOT NULL, help TEXT NOT NULL DEFAULT '', settings TEXT NOT NULL,
  state TEXT NOT NULL, round INTEGER NOT NULL DEFAULT 1, follows_id TEXT, opened_at TEXT, closed_at TEXT, made_at TEXT NOT NULL, reopened_at TEXT
) STRICT;
CREATE INDEX ballot_by_workshop ON ballot (workshop_id);
CREATE TABLE ballot_option (
  id TEXT PRIMARY KEY, ballot_id TEXT NOT NULL REFERENCES ballot ON DELETE CASCADE, position REAL NOT NULL, text TEXT NOT NULL, picture TEXT NOT NULL DEFAULT '',
  ref_id TEXT, detail TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX ballot_option_by_ballot ON ballot_option (ballot_id);
CREATE TABLE voter (
  id TEXT PRIMARY KEY, workshop_id TEXT NOT NULL, group_id TEXT, channel TEXT NOT NULL, attributes TEXT NOT NULL DEFAULT '{}', language TEXT NOT NULL DEFAULT '',
  joined_at TEXT NOT NULL, key_digest TEXT NOT NULL DEFAULT '', removed_at TEXT
) STRICT;
CREATE INDEX voter_by_workshop ON voter (workshop_id);
CREATE TABLE ballot_answer (
  id TEXT PRIMARY KEY, ballot_id TEXT NOT NULL, voter_id TEXT, group_id TEXT, channel TEXT NOT NULL, paper_code TEXT, entry INTEGER NOT NULL DEFAULT 1,
  answer TEXT NOT NULL, language TEXT NOT NULL DEFAULT '', at TEXT NOT NULL, moderation TEXT NOT NULL DEFAULT '', withdrawn_at TEXT, replaces TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX ballot_answer_by_ballot ON ballot_answer (ballot_id);
CREATE INDEX ballot_answer_by_voter ON ballot_answer (voter_id);
CREATE TABLE ballot_hands (
  id TEXT PRIMARY KEY, ballot_id TEXT NOT NULL, group_id TEXT, people INTEGER NOT NULL, counts TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE INDEX ballot_hands_by_ballot ON ballot_hands (ballot_id);
ALTER TABLE project ADD COLUMN priority_source TEXT;
`;
