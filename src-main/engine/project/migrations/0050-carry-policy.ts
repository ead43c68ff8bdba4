/**
 * From findings to an adopted policy and its follow-up. Amounts are in the currency of their row, else of their measure, else of the project. `value` of a
 * criterion's score and of an actual may be null: «asked and not known» is an answer of its own. Text of the policy itself is in `text_update`, one document per section.
 */
export const carryPolicy = `
ALTER TABLE finding ADD COLUMN kind TEXT NOT NULL DEFAULT '';
ALTER TABLE finding ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE finding ADD COLUMN is_restricted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE evidence ADD COLUMN is_restricted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE evidence ADD COLUMN dataset_id TEXT;
CREATE TABLE finding_validation (
  id TEXT PRIMARY KEY, finding_id TEXT NOT NULL REFERENCES finding ON DELETE CASCADE, workshop_id TEXT, session_id TEXT, group_id TEXT, ballot_id TEXT,
  agree INTEGER, people INTEGER, note TEXT NOT NULL DEFAULT '', validated_on TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX finding_validation_by_finding ON finding_validation (finding_id);
CREATE TABLE problem_tree (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', position REAL NOT NULL DEFAULT 0, group_id TEXT, session_id TEXT
) STRICT;
CREATE TABLE problem_node (
  id TEXT PRIMARY KEY, tree_id TEXT NOT NULL REFERENCES problem_tree ON DELETE CASCADE, kind TEXT NOT NULL, text TEXT NOT NULL,
  objective_text TEXT NOT NULL DEFAULT '', finding_id TEXT REFERENCES finding ON DELETE SET NULL, is_claim INTEGER NOT NULL DEFAULT 0, x REAL, y REAL,
  objective_id TEXT REFERENCES objective ON DELETE SET NULL
) STRICT;
CREATE INDEX problem_node_by_tree ON problem_node (tree_id);
CREATE TABLE problem_link (
  tree_id TEXT NOT NULL REFERENCES problem_tree ON DELETE CASCADE, cause_id TEXT NOT NULL REFERENCES problem_node ON DELETE CASCADE,
  effect_id TEXT NOT NULL REFERENCES problem_node ON DELETE CASCADE, PRIMARY KEY (cause_id, effect_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE factor (
  id TEXT PRIMARY KEY, level TEXT NOT NULL, direction TEXT NOT NULL, text TEXT NOT NULL, changeable TEXT NOT NULL DEFAULT '', grade TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '', finding_id TEXT REFERENCES finding ON DELETE SET NULL, is_restricted INTEGER NOT NULL DEFAULT 0
) STRICT;
ALTER TABLE risk ADD COLUMN flow TEXT NOT NULL DEFAULT '';
ALTER TABLE risk ADD COLUMN route TEXT NOT NULL DEFAULT '';
ALTER TABLE risk ADD COLUMN who TEXT NOT NULL DEFAULT '';
ALTER TABLE risk ADD COLUMN why TEXT NOT NULL DEFAULT '';
ALTER TABLE risk ADD COLUMN confidence TEXT NOT NULL DEFAULT '';
ALTER TABLE risk ADD COLUMN action_level TEXT NOT NULL DEFAULT '';
ALTER TABLE risk ADD COLUMN restricted_note TEXT NOT NULL DEFAULT '';
ALTER TABLE risk ADD COLUMN is_restricted INTEGER NOT NULL DEFAULT 0;
CREATE TABLE risk_meeting (
  id TEXT PRIMARY KEY, threat_id TEXT NOT NULL REFERENCES risk ON DELETE CASCADE, vulnerability_id TEXT NOT NULL REFERENCES risk ON DELETE CASCADE,
  exposure INTEGER, reason TEXT NOT NULL DEFAULT '', finding_id TEXT REFERENCES finding ON DELETE SET NULL,
  institution_resilience INTEGER, institution_reason TEXT NOT NULL DEFAULT '', community_resilience INTEGER, community_reason TEXT NOT NULL DEFAULT '',
  restricted_note TEXT NOT NULL DEFAULT '', is_restricted INTEGER NOT NULL DEFAULT 0, rated_on TEXT NOT NULL DEFAULT '', session_id TEXT
) STRICT;
CREATE INDEX risk_meeting_by_threat ON risk_meeting (threat_id);
CREATE TABLE outside_factor (
  id TEXT PRIMARY KEY, dimension TEXT NOT NULL, text TEXT NOT NULL, effect TEXT NOT NULL DEFAULT '', horizon TEXT NOT NULL DEFAULT '', impact INTEGER,
  likelihood INTEGER, source TEXT NOT NULL DEFAULT '', finding_id TEXT REFERENCES finding ON DELETE SET NULL, is_restricted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE strategy_document (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL DEFAULT '', year INTEGER, sector TEXT NOT NULL DEFAULT '', file_name TEXT NOT NULL DEFAULT '',
  sha256 TEXT NOT NULL DEFAULT '', language TEXT NOT NULL DEFAULT '', word_count INTEGER, mentions TEXT NOT NULL DEFAULT '[]', terms TEXT NOT NULL DEFAULT '[]',
  note TEXT NOT NULL DEFAULT '', scanned_on TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE leadership_role (
  id TEXT PRIMARY KEY, stakeholder_id TEXT REFERENCES stakeholder ON DELETE SET NULL, title TEXT NOT NULL, mandate TEXT NOT NULL DEFAULT '', sex TEXT NOT NULL DEFAULT '',
  since_year INTEGER, support_needed TEXT NOT NULL DEFAULT '', succession TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE practice (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, city TEXT NOT NULL DEFAULT '', country TEXT NOT NULL DEFAULT '', start_year INTEGER, end_year INTEGER,
  scale TEXT NOT NULL DEFAULT '', lead_body TEXT NOT NULL DEFAULT '', partners TEXT NOT NULL DEFAULT '', problem TEXT NOT NULL DEFAULT '',
  resident_groups TEXT NOT NULL DEFAULT '[]', approaches TEXT NOT NULL DEFAULT '[]', place_types TEXT NOT NULL DEFAULT '[]', steps TEXT NOT NULL DEFAULT '',
  cost REAL, currency TEXT NOT NULL DEFAULT '', results TEXT NOT NULL DEFAULT '[]', grade TEXT NOT NULL DEFAULT '', source TEXT NOT NULL DEFAULT '',
  transfer TEXT NOT NULL DEFAULT '', may_be_shared INTEGER NOT NULL DEFAULT 0, language TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE measure_practice (
  measure_id TEXT NOT NULL REFERENCES measure ON DELETE CASCADE, practice_id TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', PRIMARY KEY (measure_id, practice_id)
) STRICT;

ALTER TABLE priority ADD COLUMN description TEXT NOT NULL DEFAULT '';
ALTER TABLE priority ADD COLUMN decided_rank INTEGER;
ALTER TABLE project ADD COLUMN weight_seed INTEGER;
CREATE TABLE criterion (
  id TEXT PRIMARY KEY, code TEXT NOT NULL DEFAULT '', name TEXT NOT NULL DEFAULT '', description TEXT NOT NULL DEFAULT '', position REAL NOT NULL DEFAULT 0,
  kind TEXT NOT NULL DEFAULT 'judged', unit TEXT NOT NULL DEFAULT '', worst REAL, best REAL, source TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE TABLE criterion_score (
  id TEXT PRIMARY KEY, criterion_id TEXT NOT NULL REFERENCES criterion ON DELETE CASCADE, priority_id TEXT NOT NULL REFERENCES priority ON DELETE CASCADE,
  group_id TEXT, value REAL, source TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '', evidence_id TEXT, ballot_id TEXT, session_id TEXT,
  rated_on TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX criterion_score_by_criterion ON criterion_score (criterion_id);
CREATE TABLE swing_weight (
  id TEXT PRIMARY KEY, criterion_id TEXT NOT NULL REFERENCES criterion ON DELETE CASCADE, group_id TEXT, swing REAL, session_id TEXT, rated_on TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE priority_decision (
  id TEXT PRIMARY KEY, decided_on TEXT NOT NULL DEFAULT '', workshop_id TEXT, session_id TEXT, body TEXT NOT NULL DEFAULT '', method TEXT NOT NULL DEFAULT '',
  people INTEGER, reasons TEXT NOT NULL DEFAULT '', content TEXT NOT NULL DEFAULT '{}', made_at TEXT NOT NULL
) STRICT;
CREATE TABLE dissent (
  id TEXT PRIMARY KEY, decision_id TEXT NOT NULL REFERENCES priority_decision ON DELETE CASCADE, who TEXT NOT NULL DEFAULT '', group_id TEXT,
  priority_id TEXT REFERENCES priority ON DELETE SET NULL, text TEXT NOT NULL
) STRICT;

CREATE TABLE policy_fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE principle (id TEXT PRIMARY KEY, title TEXT NOT NULL, text TEXT NOT NULL DEFAULT '', position REAL NOT NULL DEFAULT 0) STRICT;
CREATE TABLE pillar (id TEXT PRIMARY KEY, title TEXT NOT NULL, description TEXT NOT NULL DEFAULT '', position REAL NOT NULL DEFAULT 0) STRICT;
ALTER TABLE objective ADD COLUMN description TEXT NOT NULL DEFAULT '';
ALTER TABLE objective ADD COLUMN position REAL NOT NULL DEFAULT 0;
ALTER TABLE objective ADD COLUMN level TEXT NOT NULL DEFAULT 'outcome';
ALTER TABLE objective ADD COLUMN pillar_id TEXT REFERENCES pillar ON DELETE SET NULL;
ALTER TABLE objective ADD COLUMN owner_id TEXT REFERENCES stakeholder ON DELETE SET NULL;
ALTER TABLE objective ADD COLUMN indicator_code TEXT;
ALTER TABLE objective ADD COLUMN indicator_text TEXT NOT NULL DEFAULT '';
ALTER TABLE objective ADD COLUMN direction TEXT NOT NULL DEFAULT '';
ALTER TABLE objective ADD COLUMN baseline_value REAL;
ALTER TABLE objective ADD COLUMN baseline_on TEXT NOT NULL DEFAULT '';
ALTER TABLE objective ADD COLUMN target_value REAL;
ALTER TABLE objective ADD COLUMN target_on TEXT NOT NULL DEFAULT '';
ALTER TABLE objective ADD COLUMN budget_line TEXT NOT NULL DEFAULT '';
ALTER TABLE objective ADD COLUMN verification TEXT NOT NULL DEFAULT '';
ALTER TABLE objective ADD COLUMN assumption TEXT NOT NULL DEFAULT '';
ALTER TABLE measure ADD COLUMN code TEXT NOT NULL DEFAULT '';
ALTER TABLE measure ADD COLUMN position REAL NOT NULL DEFAULT 0;
ALTER TABLE measure ADD COLUMN output TEXT NOT NULL DEFAULT '';
ALTER TABLE measure ADD COLUMN activities TEXT NOT NULL DEFAULT '';
ALTER TABLE measure ADD COLUMN direction TEXT NOT NULL DEFAULT '';
ALTER TABLE measure ADD COLUMN verification TEXT NOT NULL DEFAULT '';
ALTER TABLE measure ADD COLUMN assumptions TEXT NOT NULL DEFAULT '';
ALTER TABLE measure ADD COLUMN risks TEXT NOT NULL DEFAULT '';
ALTER TABLE measure ADD COLUMN legal_basis TEXT NOT NULL DEFAULT '';
ALTER TABLE measure ADD COLUMN delivery_level TEXT NOT NULL DEFAULT '';
ALTER TABLE measure ADD COLUMN budget_line TEXT NOT NULL DEFAULT '';
ALTER TABLE measure ADD COLUMN currency TEXT NOT NULL DEFAULT '';
ALTER TABLE measure ADD COLUMN price_on TEXT NOT NULL DEFAULT '';
ALTER TABLE measure ADD COLUMN cost_source TEXT NOT NULL DEFAULT '';
ALTER TABLE measure ADD COLUMN starts_on TEXT NOT NULL DEFAULT '';
ALTER TABLE measure ADD COLUMN ends_on TEXT NOT NULL DEFAULT '';
ALTER TABLE measure ADD COLUMN status TEXT NOT NULL DEFAULT '';
ALTER TABLE measure ADD COLUMN status_note TEXT NOT NULL DEFAULT '';
ALTER TABLE measure ADD COLUMN status_on TEXT NOT NULL DEFAULT '';
CREATE TABLE measure_resident_group (
  measure_id TEXT NOT NULL REFERENCES measure ON DELETE CASCADE, resident_group TEXT NOT NULL, PRIMARY KEY (measure_id, resident_group)
) STRICT;
CREATE TABLE cost_line (
  id TEXT PRIMARY KEY, measure_id TEXT NOT NULL REFERENCES measure ON DELETE CASCADE, position REAL NOT NULL DEFAULT 0, title TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL, unit TEXT NOT NULL DEFAULT '', unit_cost REAL, quantity REAL, first_year INTEGER, last_year INTEGER, source TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX cost_line_by_measure ON cost_line (measure_id);
CREATE TABLE funding_line (
  id TEXT PRIMARY KEY, measure_id TEXT NOT NULL REFERENCES measure ON DELETE CASCADE, position REAL NOT NULL DEFAULT 0, kind TEXT NOT NULL,
  source TEXT NOT NULL DEFAULT '', stakeholder_id TEXT REFERENCES stakeholder ON DELETE SET NULL, amount REAL, first_year INTEGER, last_year INTEGER,
  status TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX funding_line_by_measure ON funding_line (measure_id);
CREATE TABLE marker (
  id TEXT PRIMARY KEY, measure_id TEXT REFERENCES measure ON DELETE CASCADE, theme TEXT NOT NULL, level INTEGER, reason TEXT NOT NULL DEFAULT '',
  scale TEXT NOT NULL DEFAULT '', checked_by TEXT NOT NULL DEFAULT '', checked_on TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE safeguard_answer (
  id TEXT PRIMARY KEY, measure_id TEXT REFERENCES measure ON DELETE CASCADE, question TEXT NOT NULL, level TEXT NOT NULL DEFAULT '',
  risk TEXT NOT NULL DEFAULT '', mitigation TEXT NOT NULL DEFAULT '',
  owner_id TEXT REFERENCES stakeholder ON DELETE SET NULL, stage TEXT NOT NULL DEFAULT '', checked_by TEXT NOT NULL DEFAULT '', answered_on TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE attribute_grade (
  id TEXT PRIMARY KEY, attribute TEXT NOT NULL, grade INTEGER, reason TEXT NOT NULL DEFAULT '', reviewer TEXT NOT NULL DEFAULT '', graded_on TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE draft (
  id TEXT PRIMARY KEY, template TEXT NOT NULL, title TEXT NOT NULL, language TEXT NOT NULL, position REAL NOT NULL DEFAULT 0, made_at TEXT NOT NULL
) STRICT;
CREATE TABLE draft_section (
  id TEXT PRIMARY KEY, draft_id TEXT NOT NULL REFERENCES draft ON DELETE CASCADE, position REAL NOT NULL, title TEXT NOT NULL, code TEXT NOT NULL DEFAULT '',
  level INTEGER NOT NULL DEFAULT 1, is_left_out INTEGER NOT NULL DEFAULT 0, plain_text TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX draft_section_by_draft ON draft_section (draft_id);
CREATE TABLE text_comment (
  id TEXT PRIMARY KEY, section_id TEXT NOT NULL REFERENCES draft_section ON DELETE CASCADE, reply_to TEXT, anchor TEXT NOT NULL DEFAULT '', quote TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL, person TEXT NOT NULL DEFAULT '', at TEXT NOT NULL, status TEXT NOT NULL DEFAULT 'open'
) STRICT;
CREATE TABLE text_suggestion (
  id TEXT PRIMARY KEY, section_id TEXT NOT NULL REFERENCES draft_section ON DELETE CASCADE, content TEXT NOT NULL, base TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL DEFAULT '',
  person TEXT NOT NULL DEFAULT '', at TEXT NOT NULL, status TEXT NOT NULL DEFAULT 'open', decided_by TEXT NOT NULL DEFAULT '', decided_at TEXT, answer TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE policy_version (
  id TEXT PRIMARY KEY, draft_id TEXT, kind TEXT NOT NULL, label TEXT NOT NULL DEFAULT '', body TEXT NOT NULL DEFAULT '', decided_on TEXT NOT NULL DEFAULT '',
  number TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '', content TEXT NOT NULL, sha256 TEXT NOT NULL, person TEXT NOT NULL DEFAULT '', made_at TEXT NOT NULL,
  revision INTEGER NOT NULL
) STRICT;

CREATE TABLE actual_value (
  id TEXT PRIMARY KEY, objective_id TEXT REFERENCES objective ON DELETE CASCADE, measure_id TEXT REFERENCES measure ON DELETE CASCADE, measured_on TEXT NOT NULL,
  value REAL, source TEXT NOT NULL DEFAULT '', quality TEXT NOT NULL DEFAULT '', explanation TEXT NOT NULL DEFAULT '', entered_at TEXT NOT NULL
) STRICT;
CREATE TABLE progress_report (
  id TEXT PRIMARY KEY, measure_id TEXT NOT NULL REFERENCES measure ON DELETE CASCADE, reported_on TEXT NOT NULL, status TEXT NOT NULL, explanation TEXT NOT NULL DEFAULT '',
  next_step TEXT NOT NULL DEFAULT '', spent REAL, reported_by TEXT NOT NULL DEFAULT '', is_public INTEGER NOT NULL DEFAULT 1, entered_at TEXT NOT NULL
) STRICT;
CREATE INDEX progress_report_by_measure ON progress_report (measure_id);
CREATE TABLE commitment (
  id TEXT PRIMARY KEY, text TEXT NOT NULL, owner_id TEXT REFERENCES stakeholder ON DELETE SET NULL, made_to TEXT NOT NULL DEFAULT '', made_on TEXT NOT NULL DEFAULT '', due_on TEXT,
  measure_id TEXT REFERENCES measure ON DELETE SET NULL, objective_id TEXT REFERENCES objective ON DELETE SET NULL, workshop_id TEXT, log_entry_id TEXT,
  is_public INTEGER NOT NULL DEFAULT 1, status TEXT NOT NULL DEFAULT 'open', closed_on TEXT, explanation TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE feedback_answer (
  id TEXT PRIMARY KEY, input_kind TEXT NOT NULL, input_id TEXT, said TEXT NOT NULL, said_by TEXT NOT NULL DEFAULT '', workshop_id TEXT, status TEXT NOT NULL DEFAULT '',
  answer TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL DEFAULT '', measure_id TEXT REFERENCES measure ON DELETE SET NULL, answered_on TEXT NOT NULL DEFAULT '',
  is_public INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE citizen_score (
  id TEXT PRIMARY KEY, measure_id TEXT REFERENCES measure ON DELETE CASCADE, objective_id TEXT REFERENCES objective ON DELETE CASCADE, question TEXT NOT NULL DEFAULT '',
  ballot_id TEXT, group_label TEXT NOT NULL DEFAULT '', mean REAL, people INTEGER, scale_min REAL NOT NULL DEFAULT 1, scale_max REAL NOT NULL DEFAULT 5,
  counts TEXT NOT NULL DEFAULT '', scored_on TEXT NOT NULL DEFAULT '', source TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE lesson (
  id TEXT PRIMARY KEY, stage TEXT NOT NULL DEFAULT '', text TEXT NOT NULL, next_time TEXT NOT NULL DEFAULT '', learned_on TEXT NOT NULL DEFAULT '', is_public INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE identity_fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE logo (
  id TEXT PRIMARY KEY, position REAL NOT NULL DEFAULT 0, name TEXT NOT NULL DEFAULT '', type TEXT NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL,
  bytes BLOB NOT NULL, added_at TEXT NOT NULL
) STRICT;
CREATE TABLE signatory (
  id TEXT PRIMARY KEY, position REAL NOT NULL DEFAULT 0, name TEXT NOT NULL DEFAULT '', title TEXT NOT NULL DEFAULT '', body TEXT NOT NULL DEFAULT '', use TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE TABLE annex (
  id TEXT PRIMARY KEY, position REAL NOT NULL DEFAULT 0, title TEXT NOT NULL, text TEXT NOT NULL DEFAULT '', use TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE TABLE output_profile (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, settings TEXT NOT NULL, position REAL NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE event_report (
  id TEXT PRIMARY KEY, workshop_id TEXT REFERENCES workshop ON DELETE CASCADE, event_type TEXT NOT NULL DEFAULT '', form_version TEXT NOT NULL, answers TEXT NOT NULL DEFAULT '{}',
  deadline_on TEXT, send_to TEXT NOT NULL DEFAULT '', made_at TEXT NOT NULL
) STRICT;
CREATE TABLE event_report_text (
  report_id TEXT NOT NULL REFERENCES event_report ON DELETE CASCADE, part TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (report_id, part)
) STRICT;
CREATE TABLE speaker (
  id TEXT PRIMARY KEY, report_id TEXT NOT NULL REFERENCES event_report ON DELETE CASCADE, position REAL NOT NULL DEFAULT 0,
  person_id TEXT NOT NULL REFERENCES person ON DELETE CASCADE, role TEXT NOT NULL DEFAULT 'speaker', title TEXT NOT NULL DEFAULT '',
  nationality TEXT NOT NULL DEFAULT '', organisation TEXT NOT NULL DEFAULT '', speaks_at TEXT NOT NULL DEFAULT '', post TEXT NOT NULL DEFAULT '',
  consent TEXT NOT NULL DEFAULT '{}', consent_at TEXT, delete_after TEXT
) STRICT;
CREATE INDEX speaker_by_report ON speaker (report_id);
CREATE TABLE certificate (
  id TEXT PRIMARY KEY, number TEXT NOT NULL, workshop_id TEXT NOT NULL REFERENCES workshop ON DELETE CASCADE,
  participant_id TEXT NOT NULL REFERENCES participant ON DELETE CASCADE, person_id TEXT NOT NULL REFERENCES person ON DELETE CASCADE, issued_on TEXT NOT NULL,
  signatory_id TEXT REFERENCES signatory ON DELETE SET NULL, withdrawn_on TEXT, reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX certificate_by_workshop ON certificate (workshop_id);
`;
