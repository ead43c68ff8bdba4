import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import Database from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import { writeCityColumns } from '#main/engine/project/city.ts';
import { compactHistory } from '#main/engine/project/history/compact.ts';
import { redo, stepToRedo, stepToUndo, undo } from '#main/engine/project/history/undo.ts';
import { bringTogether } from '#main/engine/project/merge/bring-together.ts';
import type { CopyAtHand } from '#main/engine/project/merge/copy-at-hand.ts';
import { listReviews } from '#main/engine/project/merge/reviews.ts';
import { type TakenIn, takeInCopies } from '#main/engine/project/merge/take-in-copies.ts';
import { migrate } from '#main/engine/project/migrations/migrate.ts';
import { migrations } from '#main/engine/project/migrations/migrations.ts';
import { OpenProject, sql } from '#main/engine/project/open-project.ts';
import { setText } from '#main/engine/project/texts/write-texts.ts';
import { contentsOf } from '../../fixtures/contents.ts';
import { type PolicyDeedName, performPolicyDeed, policyDeedNames } from './policy-deeds.ts';

/** A project in memory: the same tables, triggers and engine as in a file. */
export interface Replica {
  readonly project: OpenProject;
  readonly connection: Database.Database;
}

let clockMilliseconds = Date.parse('2026-03-01T08:00:00Z');
/** Time goes on with every look at it; now and then it does not, as on a laptop whose clock is coarse. */
const now = () => {
  clockMilliseconds += clockMilliseconds % 3 === 0 ? 0 : 1;
  return new Date(clockMilliseconds);
};

const open = new Set<Replica>();

/** Lets go of every replica that was made since the last time. */
export function closeReplicas(): void {
  for (const replica of open) replica.project.close();
  open.clear();
  closings += 1;
  if (closings % 25 === 0) collectGarbage();
}

let closings = 0;
/** The bytes of a serialized database lie outside the heap, where V8 does not count them: thousands of histories would fill the memory. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

function replicaOf(connection: Database.Database): Replica {
  connection.pragma('foreign_keys = ON');
  const project = new OpenProject({ path: ':memory:', connection, isReadOnly: false, now });
  const replica = { project, connection };
  open.add(replica);
  return replica;
}

let beginning: Buffer | null = null;

/** A small city with something of everything that points to something else. */
export function newReplica(): Replica {
  beginning ??= cityInBytes();
  return replicaOf(new Database(beginning));
}

function cityInBytes(): Buffer {
  const connection = new Database(':memory:');
  migrate(connection, migrations);
  const replica = replicaOf(connection);
  const { project } = replica;
  project.change({ kind: 'note', name: 'project.create', subjects: ['project'] }, (write) => {
    const city = { name: 'Puerto', country: '', languages: [], currency: '', mandate: '', team: [], smallNumberThreshold: 5 };
    write.run(
      sql
        .insertInto('project')
        .values({ id: uuidv7(), created_at: project.nowText(), is_sample: 0, policy_title: '', policy_vision: '', ...writeCityColumns(city as never) }),
    );
    write.run(
      sql
        .insertInto('stakeholder')
        .values({ id: 's0', name: 'Police', sector: 'security', kind: '', mandate: '', represents: '[]', note: '', dataset_key: null }),
    );
    write.run(sql.insertInto('finding').values({ id: 'f0', sentence: 'Dark streets', resident_groups: '[]' }));
    write.run(sql.insertInto('objective').values({ id: 'o0', title: 'Light' }));
    const layer = write.run(sql.insertInto('area_layer').values({ id: 'l0', name: 'Districts', position: 0 })).lastInsertRowid;
    write.run(
      sql
        .insertInto('area')
        .values({ id: 'a0', layer_key: layer, parent_key: null, name: 'North', code: '', area_km2: null, boundary: null, dataset_key: null }),
    );
  });
  return replica.connection.serialize();
}

/** A copy of the file as it is, as a stick or a file manager would make it. */
export function copyOf(replica: Replica): Replica {
  return replicaOf(new Database(replica.connection.serialize()));
}

export function mergeInto(target: Replica, ...others: readonly Replica[]): void {
  bringTogether(target.project, others.map(atHand));
}

/** As a person brings copies in: a merge that was undone is done again. */
export function bringIn(target: Replica, ...others: readonly Replica[]): TakenIn {
  return takeInCopies(target.project, others.map(atHand));
}

function atHand({ connection }: Replica): CopyAtHand {
  return { path: '', fileName: 'copy', connection, copy: { id: '', name: '', handedOutAt: null }, isOlder: false, close: () => {} };
}

/** What people see: all contents, and the questions that are open (without this file's own numbers). */
export function seen(replica: Replica): unknown {
  const { snapshot: _own, ...contents } = contentsOf(replica.project);
  const reviews = listReviews(replica.project).map(({ type, id, kind, field, writes }) => ({
    type,
    id,
    kind,
    field,
    first: writes[0]?.stamp,
    writes: writes.map(({ stamp }) => stamp).sort(),
  }));
  return { contents, reviews: reviews.sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))) };
}

/** Folding is refused while there is something to decide, also about fields that are never shown. */
function tryFold({ project }: Replica): void {
  if (!project.first(sql.selectFrom('review').select('object_key').limit(1))) compactHistory(project);
}

/** One thing that a person may do; numbers pick among what is there. */
export interface Deed {
  readonly what: (typeof deeds)[number];
  readonly a: number;
  readonly b: number;
}
export const deeds = [
  'addStakeholder',
  'renameStakeholder',
  'noteStakeholder',
  'removeStakeholder',
  'rate',
  'addFinding',
  'editFinding',
  'removeFinding',
  'addEvidence',
  'removeEvidence',
  'addMeasure',
  'ownMeasure',
  'removeObjective',
  'linkFinding',
  'addArea',
  'nestArea',
  'removeArea',
  'population',
  'offence',
  'tally',
  'city',
  'vision',
  ...policyDeedNames,
  'undo',
  'redo',
  'fold',
] as const;

/** Deeds after which every word is still told by the history: folding gives up what lies between. */
export const lastingDeeds = deeds.filter((what) => what !== 'fold');

const isPolicyDeed = (what: Deed['what']): what is PolicyDeedName => policyDeedNames.some((name) => name === what);

/** Does a deed where it can be done; words say who wrote them so that a lost one can be named. */
export function perform(replica: Replica, { what, a, b }: Deed, word: string): void {
  const { project } = replica;
  if (isPolicyDeed(what)) {
    performPolicyDeed(project, what, { a, b, word });
    return;
  }
  const ids = (table: string): string[] => project.reader.prepare<[], string>(`SELECT id FROM "${table}" ORDER BY id`).pluck().all();
  const pick = (table: string, n: number): string | undefined => {
    const all = ids(table);
    return all[n % Math.max(1, all.length)];
  };
  const keyOf = (table: string, id: string): number => project.reader.prepare<[string], number>(`SELECT key FROM "${table}" WHERE id = ?`).pluck().get(id) ?? 0;
  const run = (text: string, ...values: unknown[]) =>
    project.change({ name: `test.${what}`, params: {}, subjects: ['project'] }, ({ connection }) => connection.prepare<unknown[]>(text).run(...values));
  const stakeholder = pick('stakeholder', a);
  const finding = pick('finding', a);
  const area = pick('area', a);
  const measure = pick('measure', a);
  const objective = pick('objective', a);
  switch (what) {
    case 'addStakeholder':
      return void run("INSERT INTO stakeholder (id, name, sector, kind, mandate, represents, note) VALUES (?, ?, '', '', '', '[]', '')", uuidv7(), word);
    case 'renameStakeholder':
      return void (stakeholder && run('UPDATE stakeholder SET name = ? WHERE id = ?', word, stakeholder));
    case 'noteStakeholder':
      return void (stakeholder && run('UPDATE stakeholder SET note = ? WHERE id = ?', word, stakeholder));
    case 'removeStakeholder':
      return void (stakeholder && run('DELETE FROM stakeholder WHERE id = ?', stakeholder));
    case 'rate':
      return void (
        stakeholder &&
        run(
          'INSERT INTO stakeholder_rating (id, stakeholder_id, rater, power, interest, rated_at) VALUES (?, ?, ?, ?, ?, ?)',
          ...[uuidv7(), stakeholder, word, 1 + (b % 5), 3, word],
        )
      );
    case 'addFinding':
      return void run("INSERT INTO finding (id, sentence, resident_groups) VALUES (?, ?, '[]')", uuidv7(), word);
    case 'editFinding':
      return void (finding && run('UPDATE finding SET sentence = ? WHERE id = ?', word, finding));
    case 'removeFinding':
      return void (finding && run('DELETE FROM finding WHERE id = ?', finding));
    case 'addEvidence':
      return void (
        finding && run("INSERT INTO evidence (id, finding_id, kind, stance, text, source) VALUES (?, ?, 'record', 'for', ?, '')", uuidv7(), finding, word)
      );
    case 'removeEvidence': {
      const item = pick('evidence', a);
      return void (item && run('DELETE FROM evidence WHERE id = ?', item));
    }
    case 'addMeasure':
      return void (
        objective && run("INSERT INTO measure (id, objective_id, title, description, indicator_text) VALUES (?, ?, ?, '', '')", uuidv7(), objective, word)
      );
    case 'ownMeasure':
      return void (measure && run('UPDATE measure SET owner_id = ? WHERE id = ?', pick('stakeholder', b) ?? null, measure));
    case 'removeObjective':
      return void (objective && run('DELETE FROM objective WHERE id = ?', objective));
    case 'linkFinding': {
      const linked = pick('finding', b);
      return void (objective && linked && run('INSERT OR IGNORE INTO objective_finding VALUES (?, ?)', objective, linked));
    }
    case 'addArea': {
      const layer = pick('area_layer', a);
      return void (layer && run("INSERT INTO area (id, layer_key, name, code) VALUES (?, ?, ?, '')", uuidv7(), keyOf('area_layer', layer), word));
    }
    case 'nestArea': {
      const inner = pick('area', b);
      return void (area && inner && area !== inner && run('UPDATE area SET parent_key = ? WHERE id = ?', keyOf('area', area), inner));
    }
    case 'removeArea':
      return void (area && run('DELETE FROM area WHERE id = ?', area));
    case 'population':
      return void (
        area &&
        run(
          `INSERT INTO population (area_key, year, sex, age_band, value, source) VALUES (?, ?, 'all', '', ?, ?)
           ON CONFLICT (area_key, ifnull(year, 0), sex, age_band) DO UPDATE SET value = excluded.value`,
          keyOf('area', area),
          b % 2 === 0 ? null : 2020,
          b + 1,
          word,
        )
      );
    case 'offence':
      return void run(
        `INSERT INTO offence (id, name, offence_group) VALUES (?, ?, 'theft') ON CONFLICT (name) DO UPDATE SET offence_group = excluded.offence_group, is_confirmed = 1 - is_confirmed`,
        `o${a % 2}`,
        `Offence ${a % 2}`,
      );
    case 'tally': {
      return void project.change({ name: 'test.tally', params: {}, subjects: ['project'] }, ({ connection }) => {
        connection.prepare("INSERT OR IGNORE INTO voting_group (id, name, people) VALUES ('g', 'Group', 10)").run();
        connection.prepare("INSERT OR IGNORE INTO priority (id, title, is_chosen, reason) VALUES ('p', 'Priority', 0, '')").run();
        connection.prepare<[number]>("INSERT INTO vote_tally VALUES ('g', 'p', ?) ON CONFLICT DO UPDATE SET dots = excluded.dots").run(b);
      });
    }
    case 'city':
      return void run('UPDATE project SET mandate = ?', word);
    case 'vision': {
      const words = (project.found(sql.selectFrom('project').select('policy_vision')).policy_vision || 'Light for all').split(' ');
      const next = words.toSpliced(a % words.length, b % 2, word).join(' ');
      return void project.change({ name: 'test.vision', subjects: ['policy'] }, ({ connection }) => setText(connection, 'policy_vision', next));
    }
    case 'undo':
      return void (stepToUndo(project) && undo(project));
    case 'fold':
      return void (listReviews(project).length === 0 && tryFold(replica));
    case 'redo':
      return void (stepToRedo(project) && redo(project));
  }
}
