import { fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { inspect } from 'node:util';
import { ORPCError } from '@orpc/client';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { attachKey, ProjectKey } from '#main/engine/project/encryption/project-key.ts';
import { sql } from '#main/engine/project/open-project.ts';
import { type EngineFixture, newProject, refusalOf, withEngine } from '../../fixtures/engine.ts';
import { cutTo, interruptChange, noise, overwrite, pageBytes } from './damage.ts';

const passphrase = 'cuatro caballos azules duermen';
const open = (fixture: EngineFixture, given?: string, path = fixture.path) =>
  fixture.client.project.open({ file: fixture.engine.services.files.hand(path), ...(given !== undefined && { passphrase: given }) });

async function lockedProject(): Promise<EngineFixture> {
  const fixture = await newProject({ city: { mandate: 'A sentence to be found' } });
  await fixture.client.stakeholders.add({ name: 'Municipal police' });
  await fixture.client.project.setPassphrase({ passphrase });
  return fixture;
}

describe('a project with a passphrase', () => {
  test('goes on as it was, and shows nothing of its content or of SQLite in its bytes', async () => {
    const { client, path } = await lockedProject();
    expect(await client.project.current()).toMatchObject({ hasPassphrase: true, isReadOnly: false, city: { mandate: 'A sentence to be found' } });
    await client.stakeholders.add({ name: 'Traders' });
    const bytes = readFileSync(path);
    for (const word of ['SQLite format', 'A sentence to be found', 'Municipal police', 'Traders', 'CREATE TABLE']) expect(bytes.includes(word)).toBe(false);
    expect(bytes.length % pageBytes).toBe(0);
  });

  test('opens with it, and says plainly what is missing without it', async () => {
    const fixture = await lockedProject();
    await fixture.client.project.close();
    expect(await refusalOf(open(fixture))).toEqual({ code: 'project/passphrase-needed', params: { path: fixture.path } });
    expect(await refusalOf(open(fixture, 'quatro caballos azules duermen'))).toEqual({ code: 'project/passphrase-wrong', params: { path: fixture.path } });
    expect(await open(fixture, passphrase)).toMatchObject({ hasPassphrase: true });
    expect(await fixture.client.stakeholders.list()).toHaveLength(1);
  });

  test('the same letters typed on another keyboard open it', async () => {
    const fixture = await newProject();
    await fixture.client.project.setPassphrase({ passphrase: 'niñez señalada'.normalize('NFC') });
    await fixture.client.project.close();
    expect(await open(fixture, 'niñez señalada'.normalize('NFD'))).toMatchObject({ hasPassphrase: true });
  });

  test('is changed only by somebody who knows the present one', async () => {
    const fixture = await lockedProject();
    const { client } = fixture;
    expect((await refusalOf(client.project.setPassphrase({ passphrase: 'another long one' }))).code).toBe('project/passphrase-wrong');
    expect((await refusalOf(client.project.setPassphrase({ passphrase: 'another long one', current: 'guessed wrongly' }))).code).toBe(
      'project/passphrase-wrong',
    );
    await client.project.setPassphrase({ passphrase: 'another long one', current: passphrase });
    await client.project.close();
    expect((await refusalOf(open(fixture, passphrase))).code).toBe('project/passphrase-wrong');
    expect(await open(fixture, 'another long one')).toMatchObject({ hasPassphrase: true });
  });

  test('loses it only by the present one, and is a plain project then', async () => {
    const fixture = await lockedProject();
    const { client } = fixture;
    expect((await refusalOf(client.project.removePassphrase({ current: 'guessed wrongly' }))).code).toBe('project/passphrase-wrong');
    expect(await client.project.removePassphrase({ current: passphrase })).toMatchObject({ hasPassphrase: false });
    await client.stakeholders.add({ name: 'Traders' });
    await client.project.close();
    expect(readFileSync(fixture.path).subarray(0, 15).toString()).toBe('SQLite format 3');
    await open(fixture);
    expect(await client.stakeholders.list()).toHaveLength(2);
  });

  test('a short one is refused', async () => {
    const { client } = await newProject();
    expect(await refusalOf(client.project.setPassphrase({ passphrase: 'short' }))).toEqual({ code: 'project/passphrase-short', params: { least: 8 } });
    expect(await client.project.current()).toMatchObject({ hasPassphrase: false });
  });

  test('cannot be set by a reader', async () => {
    const first = await newProject();
    const second = withEngine();
    await second.client.project.open({ file: second.engine.services.files.hand(first.path), mode: 'read-only' });
    expect((await refusalOf(second.client.project.setPassphrase({ passphrase }))).code).toBe('project/read-only');
  });

  test('leaves nothing beside the file but the lock, and keeps history and undo', async () => {
    const fixture = await lockedProject();
    expect(readdirSync(fixture.folder).filter((name) => name.startsWith('city'))).toEqual(['city.citysafety', 'city.citysafety.lock']);
    expect((await fixture.client.project.changes({})).map(({ name }) => name)).toEqual(['stakeholders.add', 'project.create']);
  });

  test('a copy on this computer keeps it', async () => {
    const fixture = await lockedProject();
    const { path, hasPassphrase } = await fixture.client.project.openCopy({});
    expect(hasPassphrase).toBe(true);
    await fixture.client.project.close();
    expect((await refusalOf(open(fixture, undefined, path))).code).toBe('project/passphrase-needed');
    expect(await open(fixture, passphrase, path)).toMatchObject({ city: { mandate: 'A sentence to be found' } });
  });

  test('can be attached to another project by those who know it', async () => {
    const fixture = await lockedProject();
    await fixture.client.project.close();
    const other = await newProject();
    const connection = new Database(other.path, { readonly: true });
    attachKey(connection, fixture.path, 'locked', new ProjectKey(passphrase));
    expect(connection.prepare('SELECT name FROM locked.stakeholder').pluck().all()).toEqual(['Municipal police']);
    connection.close();
  });
});

describe('the passphrase itself', () => {
  test('shows in nothing that prints it', () => {
    const key = new ProjectKey(passphrase);
    expect([String(key), JSON.stringify({ key }), `${key}`, inspect(key, { depth: 9, showHidden: true })].join()).not.toContain('caballos');
  });

  test('is in no file of the engine, no refusal and no message', async () => {
    const fixture = await lockedProject();
    await fixture.client.project.close();
    const refusal = await refusalOf(open(fixture, 'cuatro caballos rojos'));
    expect(JSON.stringify(refusal)).not.toContain('caballos');
    await open(fixture, passphrase);
    const files = readdirSync(fixture.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(1);
    for (const { parentPath, name } of files) expect([name, readFileSync(join(parentPath, name)).includes('caballos')]).toEqual([name, false]);
  });
});

describe('a locked project that is hurt', () => {
  const closed = async () => {
    const fixture = await lockedProject();
    for (let number = 0; number < 40; number += 1) await fixture.client.stakeholders.add({ name: `Body ${number}`, note: 'x'.repeat(400) });
    await fixture.client.project.close();
    return fixture;
  };

  test('says so once it has its passphrase, and is left as it is', async () => {
    const fixture = await closed();
    for (const hurt of [(path: string) => cutTo(path, 0.5), (path: string) => overwrite(path, 20 * pageBytes + 100, noise(200))]) {
      const path = join(fixture.folder, 'hurt.citysafety');
      copyFileSync(fixture.path, path);
      hurt(path);
      const before = readFileSync(path);
      expect((await refusalOf(open(fixture, undefined, path))).code).toBe('project/passphrase-needed');
      expect((await refusalOf(open(fixture, passphrase, path))).code).toBe('project/damaged');
      expect(readFileSync(path).equals(before)).toBe(true);
    }
  });

  test('with a hurt first page its passphrase seems wrong: the two cannot be told apart', async () => {
    const fixture = await closed();
    overwrite(fixture.path, 200, noise(16));
    expect((await refusalOf(open(fixture, passphrase))).code).toBe('project/passphrase-wrong');
  });

  test('takes its own interrupted change back', async () => {
    const fixture = await closed();
    interruptChange(fixture.path, (connection) => connection.exec(`UPDATE stakeholder SET note = 'half'`), passphrase);
    await open(fixture, passphrase);
    expect((await fixture.client.stakeholders.list()).filter(({ note }) => note === 'half')).toEqual([]);
    expect(existsSync(`${fixture.path}-journal`)).toBe(false);
  });

  test('does not take an older journal of its own', async () => {
    const fixture = await closed();
    const journal = interruptChange(fixture.path, (connection) => connection.exec(`UPDATE stakeholder SET note = 'half'`), passphrase);
    await open(fixture, passphrase);
    for (let number = 0; number < 3; number += 1) await fixture.client.stakeholders.add({ name: `Later ${number}` });
    await fixture.client.project.close();
    writeFileSync(`${fixture.path}-journal`, journal);
    expect((await refusalOf(open(fixture, passphrase))).code).toBe('project/foreign-journal');
  });
});

describe('a change of passphrase that is cut short', () => {
  test('leaves the file whole under the old passphrase or the new, whenever it is killed', async () => {
    const fixture = await lockedProject();
    for (let number = 0; number < 60; number += 1) await fixture.client.stakeholders.add({ name: `Body ${number}`, note: 'x'.repeat(10_000) });
    await fixture.client.project.close();
    const whole = readFileSync(fixture.path);
    const opensWith: string[][] = [];
    for (const delayMs of [0, 40, 120, 250, 400, 700]) {
      writeFileSync(fixture.path, whole);
      await killChange(fixture, delayMs);
      const opening: string[] = [];
      for (const given of [passphrase, 'quite another one']) if (await opensWhole(fixture.path, given)) opening.push(given);
      opensWith.push(opening);
      // The process that wrote the copy finds that its engine has ended, and takes it away.
      await expect.poll(() => leftOvers(fixture), { timeout: 30_000 }).toEqual([]);
    }
    expect(opensWith.every(({ length }) => length === 1)).toBe(true);
  });
});

describe('while a passphrase is being set', () => {
  const begin = async () => {
    const fixture = await newProject();
    await fixture.client.stakeholders.add({ name: 'Municipal police' });
    const setting = fixture.client.project.setPassphrase({ passphrase });
    setting.catch(() => {});
    await expect.poll(() => fixture.project().work.now).toMatchObject({ name: 'project.setPassphrase' });
    return { ...fixture, setting };
  };
  /** Writes as those do who do not wait: without the contract. */
  const addAtOnce = ({ project }: EngineFixture, name: string) =>
    project().change({ name: 'stakeholders.add', subjects: ['stakeholders'] }, ({ connection }) => {
      const id = `00000000-0000-7000-8000-${String(project().all(sql.selectFrom('stakeholder').select('id')).length).padStart(12, '0')}`;
      const add = connection.prepare(
        "INSERT INTO stakeholder (id, name, sector, kind, mandate, represents, note) VALUES (?, ?, 'community', 'group', '', '[]', '')",
      );
      add.run(id, name);
    });
  const namesIn = async ({ client }: Pick<EngineFixture, 'client'>) => (await client.stakeholders.list()).map(({ name }) => name).sort();
  const opensWith = async (fixture: EngineFixture) => {
    await fixture.client.project.close();
    expect((await refusalOf(open(fixture))).code).toBe('project/passphrase-needed');
    await open(fixture, passphrase);
    return namesIn(fixture);
  };

  test('everybody is answered, and who changes something waits and is in the file with the passphrase', async () => {
    const fixture = await begin();
    const adding = fixture.client.stakeholders.add({ name: 'Traders' });
    expect(await fixture.client.project.current()).toMatchObject({ hasPassphrase: false });
    expect(await namesIn(fixture)).toEqual(['Municipal police']);
    expect(await fixture.setting).toMatchObject({ hasPassphrase: true });
    await adding;
    expect(await opensWith(fixture)).toEqual(['Municipal police', 'Traders']);
  });

  test('every window sees it, and may stop it: the project is what it was', async () => {
    const fixture = await begin();
    await fixture.client.project.stopWork({});
    expect((await refusalOf(fixture.setting)).code).toBe('project/stopped');
    expect(leftOvers(fixture)).toEqual([]);
    await fixture.client.stakeholders.add({ name: 'Traders' });
    await fixture.client.project.close();
    await open(fixture);
    expect(await namesIn(fixture)).toEqual(['Municipal police', 'Traders']);
  });

  test('closing the project stops it', async () => {
    const fixture = await begin();
    await fixture.client.project.close();
    expect((await refusalOf(fixture.setting)).code).toBe('project/stopped');
    expect(leftOvers(fixture)).toEqual([]);
    expect(await open(fixture)).toMatchObject({ hasPassphrase: false });
  });

  test('a change that cannot wait is written at once, and is in the file with the passphrase', async () => {
    const fixture = await begin();
    const { work } = fixture.project();
    // At the first word of the process that reads the file.
    const leave = work.onChange(() => {
      if (!work.now?.total) return;
      leave();
      addAtOnce(fixture, 'Written at once');
    });
    expect(await fixture.setting).toMatchObject({ hasPassphrase: true });
    expect(await opensWith(fixture)).toEqual(['Municipal police', 'Written at once']);
    expect(leftOvers(fixture)).toEqual([]);
  });

  test('it comes to its end although somebody never ceases to write', async () => {
    const fixture = await begin();
    const { work } = fixture.project();
    const written: string[] = [];
    work.onChange(() => {
      if (!work.now?.total) return;
      const name = `Written at once ${written.length}`;
      addAtOnce(fixture, name);
      written.push(name);
    });
    expect(await fixture.setting).toMatchObject({ hasPassphrase: true });
    expect(written.length).toBeGreaterThan(2);
    expect(await opensWith(fixture)).toEqual(['Municipal police', ...written].sort());
  });
});

const leftOvers = ({ path }: EngineFixture) => readdirSync(dirname(path)).filter((name) => name.includes('.passphrase-part'));

/** Kills a process that changes the passphrase to and fro. */
async function killChange({ folder, path }: EngineFixture, delayMs: number): Promise<void> {
  const child = fork(new URL('./change-passphrase-child.ts', import.meta.url), { execArgv: [] });
  const gone = once(child, 'exit');
  child.send({ folder, path, from: passphrase, to: 'quite another one' });
  await Promise.race([once(child, 'message'), gone]);
  await setTimeout(delayMs);
  child.kill('SIGKILL');
  expect(await gone).toEqual([null, 'SIGKILL']);
}

async function opensWhole(path: string, given: string): Promise<boolean> {
  const fixture = withEngine();
  try {
    await open(fixture, given, path);
    expect(await fixture.client.stakeholders.list()).toHaveLength(61);
    return true;
  } catch (error) {
    if (error instanceof ORPCError && error.data.code === 'project/passphrase-wrong') return false;
    throw error;
  } finally {
    fixture.close();
  }
}
