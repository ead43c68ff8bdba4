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

/** What SQLite itself finds wrong with the file; empty = sound. */
export function faultsOf(path: string): string[] {
  const database = new Database(path, { readonly: true });
  try {
    const integrity = database.pragma('integrity_check') as { integrity_check: string }[];
    const links = database.pragma('foreign_key_check') as unknown[];
    const texts = integrity.map((row) => row.integrity_check).filter((text) => text !== 'ok');
    return [...texts, ...links.map((link) => `broken link ${JSON.stringify(link)}`)];
  } finally {
    database.close();
  }
}
