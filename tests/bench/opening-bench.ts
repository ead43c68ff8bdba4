import { copyFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { createEngine, type Engine } from '#main/engine/engine.ts';
import { ProjectKey } from '#main/engine/project/encryption/project-key.ts';
import { makeRekeyedCopy, rekeyedPathOf } from '#main/engine/project/encryption/rekeyed-copy.ts';
import { checkInSlices } from '#main/engine/project/opening/check-in-slices.ts';
import { openProjectFile } from '#main/engine/project/project-file.ts';
import { root } from './measure.ts';

/**
 * A project of a gigabyte: a million incidents, 100,000 changes of history, the rest imported tables kept for undo. How long until the first screen
 * has its answers, how long the check takes that goes on behind it and how much it holds up others, and what a passphrase costs.
 */
export async function benchOpening(folder: string, options: { isSmoke: boolean }): Promise<void> {
  const path = join(folder, 'large.citysafety');
  await makeLargeProject(path, folder, options.isSmoke ? 0.02 : 1);
  const megabytes = Math.round(statSync(path).size / 1e6);
  console.log(`\nOpening a project of ${megabytes} MB`);
  for (const round of [1, 2, 3]) {
    const engine = engineIn(folder);
    const start = performance.now();
    await open(engine, path);
    console.log(`  open, first screen answered (${round}): ${(performance.now() - start).toFixed(0)} ms`);
    engine.close();
  }
  await benchCheck(path);
  benchPassphrase(path, folder);
}

async function open(engine: Engine, path: string): Promise<void> {
  const client = engine.client({ kind: 'cli', mayNamePaths: true });
  await client.project.open({ file: engine.services.files.hand(path) });
  // What the first screen asks for.
  await Promise.all([client.project.current(), client.project.city(), client.project.stages(), client.areas.list({})]);
}

async function benchCheck(path: string): Promise<void> {
  const start = performance.now();
  const { connection, uncheckedTables } = openProjectFile(path);
  let isDone = false;
  const began = performance.now();
  checkInSlices({ connection, tables: uncheckedTables, onDamage: (table) => console.log(`  damaged: ${table}`), onEnd: () => (isDone = true) });
  let longest = 0;
  let last = performance.now();
  while (!isDone) {
    await setTimeout(1);
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }
  console.log(`  check behind the screen: ${((performance.now() - began) / 1000).toFixed(1)} s, longest stretch without an answer ${longest.toFixed(0)} ms`);
  const whole = performance.now();
  const result = connection.pragma('quick_check(1)', { simple: true });
  console.log(
    `  quick_check in one go: ${(performance.now() - whole).toFixed(0)} ms (${String(result)}); file alone opened in ${(began - start).toFixed(0)} ms`,
  );
  connection.close();
}

function benchPassphrase(path: string, folder: string): void {
  const copy = join(folder, 'locked.citysafety');
  copyFileSync(path, copy);
  const connection = new Database(copy);
  const key = new ProjectKey('cuatro caballos azules duermen');
  const start = performance.now();
  makeRekeyedCopy(connection, copy, { from: null, to: key });
  console.log(`  setting a passphrase: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  connection.close();
  const opening = performance.now();
  const locked = openProjectFile(rekeyedPathOf(copy), { key, isReadOnly: true });
  console.log(`  opening it with its passphrase: ${(performance.now() - opening).toFixed(0)} ms`);
  locked.connection.close();
  for (const file of [copy, rekeyedPathOf(copy)]) rmSync(file, { force: true });
}

const engineIn = (folder: string): Engine =>
  createEngine({ folders: { settings: join(folder, 'settings'), projects: folder, resources: join(root, 'resources'), temporary: join(folder, 'temporary') } });

/** Rows of plausible size, written past the engine: only their number and length matter here. */
async function makeLargeProject(path: string, folder: string, share: number): Promise<void> {
  const engine = engineIn(folder);
  const client = engine.client({ kind: 'cli', mayNamePaths: true });
  await client.project.create({ file: engine.services.files.hand(path), city: { name: 'Large' } });
  engine.close();
  const connection = new Database(path);
  connection.pragma('journal_mode = OFF');
  connection.pragma('synchronous = OFF');
  const rows = (count: number) => `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${Math.ceil(count * share)})`;
  connection.exec(`
    INSERT INTO dataset (id, kind, file_name, sha256, imported_at, rows, imported, source, licence, problem_counts, problems, recipe)
      VALUES ('00000000-0000-7000-8000-000000000001', 'incidents', 'x.csv', '', '2026-01-01', 1, 1, '', '', '{}', '[]', '{}');
    ${rows(40)} INSERT INTO offence (id, name, offence_group) SELECT printf('00000000-0000-7000-8000-%012d', i), 'Offence ' || i, 'other' FROM n;
    ${rows(20_000)} INSERT INTO place (signature) SELECT 'place ' || i FROM n;
    ${rows(1_000_000)} INSERT INTO incident (dataset_key, offence_key, place_key, row, year, month, day, weekday, hour, count)
      SELECT (SELECT max(key) FROM dataset), 1 + i % (SELECT count(*) FROM offence), 1 + i % (SELECT count(*) FROM place), i, 2015 + i % 10, 1 + i % 12, 1 + i % 28, 1 + i % 7, i % 24, 1 FROM n;
    ${rows(20_000)} INSERT INTO object (type, id) SELECT 'finding', printf('00000000-0000-7000-8000-%012d', i) FROM n;
    ${rows(100_000)} INSERT INTO change (writer_key, sequence, clock, at, kind, name, params, subjects, person)
      SELECT (SELECT max(key) FROM writer), i + 1000, printf('%015d', i), '2026-01-01T00:00:00.000Z', 'edit', 'findings.update', '{"name":"a finding"}', '["findings"]', 'Rosa' FROM n;
    ${rows(100_000)} INSERT INTO edit (change_revision, object_key, kind, before, after)
      SELECT 1 + i, 1 + i % (SELECT count(*) FROM object), 2, '{"sentence":"' || hex(randomblob(100)) || '"}', '{"sentence":"' || hex(randomblob(100)) || '"}' FROM n;`);
  const insert = connection.prepare('INSERT INTO dataset_content (dataset_id, chunk, rows) VALUES (?, ?, randomblob(2000000))');
  const bytes = () => Number(connection.pragma('page_count', { simple: true })) * 4096;
  for (let chunk = 0; bytes() < 1e9 * share; chunk += 1) insert.run('removed', chunk);
  connection.close();
}
