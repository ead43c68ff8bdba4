import Database from 'better-sqlite3';
import type { EngineClient } from '#shared/contract/contract.ts';
import type { CityState, ModelStakeholder } from './city-model.ts';

/**
 * What the project holds: objects as the contract answers them, and beneath it the tables themselves for what the contract only sums up
 * (single ratings, the change record in full).
 */
export async function observeCity(client: EngineClient, path: string): Promise<CityState> {
  const [city, policy, stakeholders, areas, findings, priorities, vote, datasets, snapshots] = await Promise.all([
    client.project.city(),
    client.policy.get(),
    client.stakeholders.list(),
    client.areas.list({}),
    client.findings.list(),
    client.priorities.list(),
    client.priorities.vote(),
    client.imports.datasets(),
    client.history.snapshots(),
  ]);
  const tables = readTables(path);
  const sentences = new Map(findings.map(({ id, sentence }) => [id, sentence]));
  const groups = new Map(vote.groups.map(({ id, name }) => [id, name]));
  const titles = new Map(priorities.map(({ id, title }) => [id, title]));
  return {
    mandate: city.mandate,
    vision: policy.vision,
    stakeholders: Object.fromEntries(stakeholders.map(({ id, name, note }) => [name, { note, ...tables.stakeholderParts(id) }])),
    areas: Object.fromEntries(areas.map(({ name, population }) => [name, population ? `${population.value} in ${population.year}` : ''])),
    findings: Object.fromEntries(findings.map(({ sentence, evidence }) => [sentence, evidence.map(({ text }) => text)])),
    priorities: Object.fromEntries(priorities.map(({ title, findingId }) => [title, findingId === null ? null : (sentences.get(findingId) ?? 'lost')])),
    groups: Object.fromEntries(vote.groups.map(({ name, people }) => [name, people])),
    tallies: Object.fromEntries(vote.tallies.map(({ groupId, priorityId, dots }) => [`${groups.get(groupId)} > ${titles.get(priorityId)}`, dots])),
    datasets: Object.fromEntries(datasets.map(({ fileName, imported }) => [fileName, imported])),
    snapshots: Object.fromEntries(snapshots.map(({ name, note }) => [name, note])),
    log: tables.log,
  };
}

function readTables(path: string): { log: string[]; stakeholderParts(id: string): Omit<ModelStakeholder, 'note'> } {
  const database = new Database(path, { readonly: true });
  try {
    const ratings = new Map<string, string[]>();
    for (const { stakeholder_id, rating } of database
      .prepare<[], { stakeholder_id: string; rating: string }>(
        `SELECT stakeholder_id, rater || ': ' || power || '/' || interest AS rating FROM stakeholder_rating ORDER BY rated_at, id`,
      )
      .all()) {
      ratings.set(stakeholder_id, [...(ratings.get(stakeholder_id) ?? []), rating]);
    }
    const files = new Map(
      database
        .prepare<[], { id: string; file_name: string }>('SELECT s.id, d.file_name FROM stakeholder s JOIN dataset d ON d.key = s.dataset_key')
        .all()
        .map(({ id, file_name }) => [id, file_name]),
    );
    return {
      log: database.prepare<[], string>('SELECT name FROM change ORDER BY revision').pluck().all(),
      stakeholderParts: (id) => ({ ratings: ratings.get(id) ?? [], dataset: files.get(id) ?? null }),
    };
  } finally {
    database.close();
  }
}

/** What is wrong with the file: for SQLite, and where the record of changes and the tables tell two stories; empty = sound. */
export function faultsOf(path: string): string[] {
  return reading(path, (database) => [...sqliteFaults(database), ...recordFaults(database)]);
}

/** The same for a file of any version: only what SQLite finds. */
export function integrityOf(path: string): string[] {
  return reading(path, sqliteFaults);
}

function sqliteFaults(database: Database.Database): string[] {
  const integrity = (database.pragma('integrity_check') as { integrity_check: string }[]).map((row) => row.integrity_check);
  const links = database.pragma('foreign_key_check') as unknown[];
  return [...integrity.filter((text) => text !== 'ok'), ...links.map((link) => `broken link ${JSON.stringify(link)}`)];
}

/** The version of a file's tables. */
export function versionOf(path: string): number {
  return reading(path, (database) => Number(database.pragma('user_version', { simple: true })));
}

function reading<Result>(path: string, body: (database: Database.Database) => Result): Result {
  const database = new Database(path, { readonly: true });
  try {
    return body(database);
  } finally {
    database.close();
  }
}

/** Tables whose every row began in a project made by this version, with its entry in the record. */
const recordedTables = ['project', 'stakeholder', 'stakeholder_rating', 'area', 'finding', 'evidence', 'priority', 'voting_group', 'dataset', 'snapshot'];

function recordFaults(database: Database.Database): string[] {
  const without = database
    .prepare<[], string>(`SELECT name FROM change c WHERE kind <> 'note' AND NOT EXISTS (SELECT 1 FROM edit WHERE change_revision = c.revision)`)
    .pluck()
    .all();
  const differing = recordedTables.flatMap((table) => {
    // By the newest edit of each object: 0 inserted, 1 changed, 2 removed.
    const recorded = `SELECT o.id FROM object o JOIN edit e ON e.object_key = o.key WHERE o.type = '${table}' AND e.kind IN (0, 1)
      AND e.change_revision = (SELECT max(change_revision) FROM edit WHERE object_key = o.key AND kind < 3)`;
    const count = (query: string) => database.prepare<[], number>(`SELECT count(*) FROM (${query})`).pluck().get() ?? 0;
    const lost = count(`${recorded} EXCEPT SELECT id FROM ${table}`);
    const unrecorded = count(`SELECT id FROM ${table} EXCEPT ${recorded}`);
    return lost + unrecorded === 0 ? [] : [`${table}: ${lost} rows of the record are not in the table, ${unrecorded} of the table not in the record`];
  });
  return [...without.map((name) => `${name} stands in the record without what it did`), ...differing];
}

/** Names of the changes in a file's record, oldest first. */
export function logOf(path: string): string[] {
  return reading(path, (database) => database.prepare<[], string>('SELECT name FROM change ORDER BY revision').pluck().all());
}
