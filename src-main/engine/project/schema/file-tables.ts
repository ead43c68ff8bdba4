import type { Generated } from 'kysely';

/** One row. `languages` is JSON. `policy_vision` is computed from its `text_update` rows. */
export interface ProjectTable {
  id: string;
  created_at: string;
  is_sample: number;
  name: string;
  country: string;
  languages: string;
  currency: string;
  mandate: string;
  small_number_threshold: number;
  dots_per_person: number | null;
  cap_per_option: number | null;
  /** Id of the ballot whose result counts, `typed`, or null = not chosen. */
  priority_source: Generated<string | null>;
  weight_seed: Generated<number | null>;
  policy_title: string;
  policy_vision: string;
  policy_start_year: number | null;
  policy_end_year: number | null;
}

/**
 * What was done, in this file's order. `params`, `subjects` and `knows` are JSON. `writer_key` and `sequence` name the change in every
 * copy; `clock` orders changes of all copies. `merge_revision` is the merge that a change of another copy came in with.
 */
export interface ChangeTable {
  revision: Generated<number>;
  writer_key: number;
  sequence: number;
  clock: string;
  at: string;
  kind: string;
  name: string;
  params: string;
  subjects: string;
  person: string;
  session_id: string | null;
  target: number | null;
  undo_state: Generated<number>;
  merge_revision: number | null;
  knows: string | null;
}

/** One opening of a copy for writing; `previous_…` is the newest change of its file when it began. */
export interface WriterTable {
  key: Generated<number>;
  id: string;
  copy_id: string;
  copy_name: string;
  started_at: string;
  previous_id: string | null;
  previous_sequence: number | null;
}

/** An object that the history speaks of; `local_key` is its key in this file, if its table has keys. */
export interface ObjectTable {
  key: Generated<number>;
  type: string;
  id: string;
  local_key: number | null;
}

/** What a change did to an object: 0 made, 1 changed, 2 removed, 3 kept, 4 made and removed (folded history). `before` and `after` are encoded rows; `clocks` is JSON by column, in folded history only. */
export interface EditTable {
  change_revision: number;
  object_key: number;
  kind: number;
  before: string | Uint8Array | null;
  after: string | Uint8Array | null;
  clocks: string | null;
}

/** Which copy this file is: one row. */
export interface ThisCopyTable {
  id: string;
  name: string;
  origin_id: string | null;
  origin_name: string;
  handed_out_at: string | null;
}

export interface HandedCopyTable {
  id: string;
  name: string;
  handed_out_at: string;
  brought_back_at: string | null;
}

export interface SnapshotTable {
  id: string;
  name: string;
  note: string;
  made_at: string;
  person: string;
  revision: number;
}

export interface PersonTable {
  id: string;
  name: string;
  email: string;
  phone: string;
  note: string;
}

export interface TeamMemberTable {
  id: string;
  person_id: string;
  role: string;
  body: string;
  position: number;
}

export interface ContactTable {
  id: string;
  person_id: string;
  stakeholder_id: string;
  role: string;
}
