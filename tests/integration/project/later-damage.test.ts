import { readFileSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { checkInSlices } from '#main/engine/project/opening/check-in-slices.ts';
import { newProject, refusalOf } from '../../fixtures/engine.ts';
import { cutTo, overwrite, pageBytes, rootPageOf } from './damage.ts';

/** A project too large to be checked whole before it opens. */
async function largeProject() {
  const fixture = await newProject();
  await fixture.client.project.close();
  const connection = new Database(fixture.path);
  connection.exec(`
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000)
    INSERT INTO stakeholder (id, name, sector, kind, mandate, represents, note)
      SELECT printf('00000000-0000-7000-8000-%012d', i), 'Body ' || i, 'other', 'organisation', '', '', hex(randomblob(500)) FROM n`);
  connection.close();
  expect(statSync(fixture.path).size).toBeGreaterThan(25e6);
  return fixture;
}

test('damage in a large table is found behind the first screen, told to every screen, and the file stays as it was', async () => {
  const fixture = await largeProject();
  const size = statSync(fixture.path).size;
  overwrite(fixture.path, Math.floor(size / 2 / pageBytes) * pageBytes, new Uint8Array(pageBytes));
  const before = readFileSync(fixture.path);
  const { file } = await fixture.client.files.fromPath({ path: fixture.path });
  expect(await fixture.client.project.open({ file })).toMatchObject({ damagedTables: [] });
  await vi.waitFor(async () => expect(await fixture.client.project.current()).toMatchObject({ damagedTables: ['stakeholder'] }), { timeout: 20_000 });
  expect(readFileSync(fixture.path).equals(before)).toBe(true);
});

test('damage in a small table of a large file is found before it opens', async () => {
  const fixture = await largeProject();
  overwrite(fixture.path, (rootPageOf(fixture.path, 'this_copy') - 1) * pageBytes, new Uint8Array(pageBytes));
  const { file } = await fixture.client.files.fromPath({ path: fixture.path });
  expect((await refusalOf(fixture.client.project.open({ file }))).code).toBe('project/damaged');
});

test('damage that somebody comes upon first is a refusal in words, and told to every screen', async () => {
  const fixture = await largeProject();
  overwrite(fixture.path, (rootPageOf(fixture.path, 'stakeholder') - 1) * pageBytes, new Uint8Array(pageBytes));
  const { file } = await fixture.client.files.fromPath({ path: fixture.path });
  await fixture.client.project.open({ file });
  expect((await refusalOf(fixture.client.stakeholders.list())).code).toBe('project/damaged');
  expect((await fixture.client.project.current())?.damagedTables).toContain('*');
});

test('the check reads a whole file without finding fault, and changes go on meanwhile', async () => {
  const fixture = await largeProject();
  const connection = new Database(fixture.path);
  const writer = new Database(fixture.path);
  const damaged: string[] = [];
  let changes = 0;
  await new Promise<void>((end) => {
    checkInSlices({ connection, tables: ['stakeholder', 'risk_area', 'change'], onDamage: (table) => damaged.push(table), onEnd: end });
    const write = setInterval(() => {
      if (!connection.open) return clearInterval(write);
      writer.exec(`UPDATE stakeholder SET name = name || '.' WHERE rowid = 7`);
      changes += 1;
      return undefined;
    }, 30);
    write.unref();
  });
  connection.close();
  writer.close();
  expect(damaged).toEqual([]);
  expect(changes).toBeGreaterThan(2);
});

test('a file without its end says what was in the rest', async () => {
  const fixture = await largeProject();
  const whole = statSync(fixture.path).size;
  cutTo(fixture.path, 0.8);
  const { file } = await fixture.client.files.fromPath({ path: fixture.path });
  expect((await refusalOf(fixture.client.project.open({ file }))).code).toBe('project/damaged');
  const { byteCount, expectedByteCount, cityName, tables } = await fixture.client.project.inspect({ file });
  expect([expectedByteCount, cityName, tables.find(({ name }) => name === 'stakeholder')]).toEqual([
    whole,
    'Puerto Prueba',
    { name: 'stakeholder', rows: null },
  ]);
  expect(byteCount).toBeLessThan(whole);
});
