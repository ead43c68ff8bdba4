import { existsSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { staleAfterMs } from '#main/engine/project/lock/lock-file.ts';
import { thisProgram } from '#main/engine/project/lock/this-program.ts';
import { type EngineFixture, newProject, refusalOf, withEngine } from '../../fixtures/engine.ts';

type How = { mode?: 'write' | 'read-only' | 'take-over' };
const openAt = (fixture: EngineFixture, path: string, how: How = {}) => fixture.client.project.open({ file: fixture.engine.services.files.hand(path), ...how });
const lockOf = (path: string) => `${path}.lock`;
/** A lock as another program would have left it. */
const leaveLock = (path: string, changes: Partial<ReturnType<typeof thisProgram>>, agedMs = 0) => {
  writeFileSync(lockOf(path), JSON.stringify({ ...thisProgram(new Date()), ...changes }));
  const then = new Date(Date.now() - agedMs);
  utimesSync(lockOf(path), then, then);
};

describe('the lock beside a project', () => {
  test('says who has it open, and goes with the closing', async () => {
    const { client, path } = await newProject();
    expect(JSON.parse(readFileSync(lockOf(path), 'utf8'))).toMatchObject({ person: userInfo().username, machine: hostname(), processId: process.pid });
    await client.project.close();
    expect(existsSync(lockOf(path))).toBe(false);
  });

  test('goes when another project is opened instead, and when the engine ends', async () => {
    const fixture = await newProject();
    const second = join(fixture.folder, 'second.citysafety');
    await fixture.client.project.create({ file: fixture.engine.services.files.hand(second), city: { name: 'Second' } });
    expect([existsSync(lockOf(fixture.path)), existsSync(lockOf(second))]).toEqual([false, true]);
    fixture.engine.close();
    expect(existsSync(lockOf(second))).toBe(false);
  });

  test('opening the project that is open already changes nothing', async () => {
    const fixture = await newProject();
    const lock = readFileSync(lockOf(fixture.path));
    expect(await openAt(fixture, fixture.path)).toMatchObject({ isReadOnly: false });
    expect(readFileSync(lockOf(fixture.path)).equals(lock)).toBe(true);
  });

  test('that somebody deleted is made again before the next change', async () => {
    const { client, path } = await newProject();
    rmSync(lockOf(path));
    await client.stakeholders.add({ name: 'Police' });
    expect(existsSync(lockOf(path))).toBe(true);
  });
});

describe('a second program', () => {
  test('is told who has the project open, and nothing is opened', async () => {
    const first = await newProject();
    const second = withEngine();
    const refusal = await refusalOf(openAt(second, first.path));
    expect(refusal).toMatchObject({
      code: 'project/open-elsewhere',
      params: { path: first.path, person: userInfo().username, machine: hostname(), isThisMachine: 1 },
    });
    expect(await second.client.project.current()).toBeNull();
    await first.client.stakeholders.add({ name: 'Still mine' });
  });

  test('finds the lock by whatever name the file has', async () => {
    const first = await newProject();
    const second = withEngine();
    const link = join(second.folder, 'link.citysafety');
    symlinkSync(first.path, link);
    expect((await refusalOf(openAt(second, link))).code).toBe('project/open-elsewhere');
  });

  test('can read, and sees what the first writes', async () => {
    const first = await newProject();
    const second = withEngine();
    const state = await openAt(second, first.path, { mode: 'read-only' });
    expect(state).toMatchObject({ isReadOnly: true, readOnlyReason: 'chosen', holder: { machine: hostname(), isThisMachine: true } });
    await first.client.stakeholders.add({ name: 'Police' });
    expect(await second.client.stakeholders.list()).toMatchObject([{ name: 'Police' }]);
    expect((await refusalOf(second.client.stakeholders.add({ name: 'x' }))).code).toBe('project/read-only');
    await second.client.project.close();
    expect(existsSync(lockOf(first.path))).toBe(true);
  });

  test('takes over: the first notices before its next change, becomes a reader, and nothing of it is lost', async () => {
    const first = await newProject();
    await first.client.stakeholders.add({ name: 'Saved by the first' });
    const second = withEngine();
    expect(await openAt(second, first.path, { mode: 'take-over' })).toMatchObject({ isReadOnly: false });
    await second.client.stakeholders.add({ name: 'Saved by the second' });

    const refusal = await refusalOf(first.client.stakeholders.add({ name: 'Too late' }));
    expect(refusal).toMatchObject({ code: 'project/taken-over', params: { path: first.path, machine: hostname() } });
    expect(await first.client.project.current()).toMatchObject({ isReadOnly: true, readOnlyReason: 'taken-over', holder: { isThisMachine: true } });
    const both = ['Saved by the first', 'Saved by the second'];
    expect((await first.client.stakeholders.list()).map(({ name }) => name)).toEqual(both);
    await first.client.project.close();
    await second.client.stakeholders.add({ name: 'After the first has closed' });
  });

  test('the first can take it back', async () => {
    const first = await newProject();
    const second = withEngine();
    await openAt(second, first.path, { mode: 'take-over' });
    await refusalOf(first.client.stakeholders.add({ name: 'Too late' }));
    expect(await first.client.project.takeOver()).toMatchObject({ isReadOnly: false });
    await first.client.stakeholders.add({ name: 'Again' });
    expect((await refusalOf(second.client.stakeholders.add({ name: 'x' }))).code).toBe('project/taken-over');
  });

  test('a reader becomes the writer once nobody else is', async () => {
    const first = await newProject();
    const second = withEngine();
    await openAt(second, first.path, { mode: 'read-only' });
    await first.client.project.close();
    expect(await second.client.project.takeOver()).toMatchObject({ isReadOnly: false, readOnlyReason: null });
  });

  test('watchers hear at once that the project can only be read', async () => {
    const first = await newProject();
    const stop = new AbortController();
    const events = await first.client.project.watch(undefined, { signal: stop.signal });
    await events.next();
    await openAt(withEngine(), first.path, { mode: 'take-over' });
    await refusalOf(first.client.stakeholders.add({ name: 'x' }));
    expect((await events.next()).value).toMatchObject({ state: { readOnlyReason: 'taken-over' } });
    stop.abort();
    await events.return?.();
  });
});

describe('a lock left behind', () => {
  const closed = async () => {
    const fixture = await newProject();
    await fixture.client.project.close();
    return fixture;
  };

  test('by a process that is gone holds nobody up', async () => {
    const fixture = await closed();
    leaveLock(fixture.path, { processId: 2 ** 22 + 1 });
    expect(await openAt(fixture, fixture.path)).toMatchObject({ isReadOnly: false });
  });

  test.skipIf(process.platform !== 'linux')('by a process whose number another one has now', async () => {
    const fixture = await closed();
    leaveLock(fixture.path, { processStart: '1' });
    expect(await openAt(fixture, fixture.path)).toMatchObject({ isReadOnly: false });
  });

  test.skipIf(process.platform !== 'linux')('before this machine was started again', async () => {
    const fixture = await closed();
    leaveLock(fixture.path, { bootId: 'an earlier start' });
    expect(await openAt(fixture, fixture.path)).toMatchObject({ isReadOnly: false });
  });

  test('on another machine counts while it shows signs of life', async () => {
    const fixture = await closed();
    leaveLock(fixture.path, { machineId: 'other', machine: 'lap-7', person: 'Rosa' }, staleAfterMs - 60_000);
    expect(await refusalOf(openAt(fixture, fixture.path))).toMatchObject({
      code: 'project/open-elsewhere',
      params: { person: 'Rosa', machine: 'lap-7', isThisMachine: 0 },
    });
  });

  test('on another machine without a sign of life for minutes is taken', async () => {
    const fixture = await closed();
    leaveLock(fixture.path, { machineId: 'other' }, staleAfterMs + 1000);
    expect(await openAt(fixture, fixture.path)).toMatchObject({ isReadOnly: false });
  });

  test.each([
    ['empty', ''],
    ['torn', '{"token":"abc","person":"R'],
    ['no lock of ours', 'hello'],
  ])('%s', async (_, text) => {
    const fixture = await closed();
    writeFileSync(lockOf(fixture.path), text);
    expect(await openAt(fixture, fixture.path)).toMatchObject({ isReadOnly: false });
  });
});
