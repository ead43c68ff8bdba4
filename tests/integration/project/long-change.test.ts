import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { InTurns } from '#main/engine/project/in-turns.ts';
import { longDeed } from '#main/engine/project/long-deed.ts';
import type { ChangeWriter, OpenProject } from '#main/engine/project/open-project.ts';
import { RefusalError } from '#main/engine/refuse.ts';
import { contentsOf } from '../../fixtures/contents.ts';
import { type EngineFixture, newProject } from '../../fixtures/engine.ts';

const emptyCity = () => newProject();

const description = { name: 'imports.removeDataset', params: { file: 'x.csv' }, subjects: ['stakeholders'] } as const;

const idOf = (i: number) => `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`;

/** Adds so many stakeholders, some milliseconds each, so that it takes many turns. */
const slowly = (count: number) =>
  function* ({ connection }: ChangeWriter): InTurns<string> {
    for (let i = 0; i < count; i += 1) {
      connection
        .prepare("INSERT INTO stakeholder (id, name, sector, kind, mandate, represents, note) VALUES (?, ?, 'community', 'group', '', '[]', '')")
        .run(idOf(i), `Slow ${i}`);
      const until = performance.now() + 4;
      while (performance.now() < until);
      yield { step: 'writing', done: i + 1, total: count };
    }
    return 'written';
  };

const begin = (project: OpenProject, count = 30, signal?: AbortSignal) => longDeed(project, description, slowly(count), signal);

const refusalOf = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: unknown) => (error instanceof RefusalError ? error.refusal : error),
  );

const namesOf = async ({ client }: EngineFixture) => (await client.stakeholders.list()).map(({ name }) => name);

describe('a change in turns', () => {
  test('whoever looks meanwhile sees the project as it was before, until all of it is there', async () => {
    const city = await emptyCity();
    let isOver = false;
    const change = begin(city.project()).finally(() => {
      isOver = true;
    });
    const seen: number[] = [];
    while (!isOver) {
      seen.push((await namesOf(city)).length);
      await setImmediate();
    }
    expect(await change).toBe('written');
    expect(seen.filter((count) => count === 0).length).toBeGreaterThan(3);
    expect(seen.filter((count) => count !== 0 && count !== 30)).toEqual([]);
    expect(await namesOf(city)).toHaveLength(30);
  });

  test('what somebody changes through the contract meanwhile waits, and comes after it in the history', async () => {
    const city = await emptyCity();
    const change = begin(city.project());
    await setImmediate();
    const added = city.client.stakeholders.add({ name: 'Market women' });
    await Promise.all([change, added]);
    const [last, before] = await city.client.project.changes({ limit: 2 });
    expect([before?.name, last?.name]).toEqual(['imports.removeDataset', 'stakeholders.add']);
    expect(await namesOf(city)).toHaveLength(31);
  });

  test('what is changed without waiting brings it to its end first: neither slips into the other', async () => {
    const city = await emptyCity();
    const project = city.project();
    const change = begin(project);
    await setImmediate();
    project.change({ name: 'stakeholders.add', subjects: ['stakeholders'] }, ({ connection }) => {
      expect(connection.prepare('SELECT count(*) FROM stakeholder').pluck().get()).toBe(30);
      connection
        .prepare(
          `INSERT INTO stakeholder (id, name, sector, kind, mandate, represents, note) VALUES ('${idOf(99)}', 'Quick', 'community', 'group', '', '[]', '')`,
        )
        .run();
    });
    expect(await change).toBe('written');
    await city.client.history.undo();
    expect(await namesOf(city)).toHaveLength(30);
    await city.client.history.undo();
    expect(await namesOf(city)).toEqual([]);
  });

  test('stopped in the middle it leaves nothing behind, and the next change goes its way', async () => {
    const city = await emptyCity();
    const before = contentsOf(city.project());
    const stopper = new AbortController();
    const change = refusalOf(begin(city.project(), 30, stopper.signal));
    await setImmediate();
    stopper.abort();
    expect(await change).toMatchObject({ code: 'project/stopped' });
    expect(contentsOf(city.project())).toEqual(before);
    await city.client.stakeholders.add({ name: 'Market women' });
    expect(await namesOf(city)).toEqual(['Market women']);
  });

  test('every window sees what is going on and how far it is, and may stop it', async () => {
    const city = await emptyCity();
    const watching = new AbortController();
    const told = await city.client.project.work(undefined, { signal: watching.signal });
    const change = refusalOf(begin(city.project(), 400));
    for await (const work of told) {
      if (work && work.done > 2) {
        expect(work).toMatchObject({ name: 'imports.removeDataset', total: 400 });
        break;
      }
    }
    watching.abort();
    await city.client.project.stopWork({});
    expect(await change).toMatchObject({ code: 'project/stopped' });
    expect(await namesOf(city)).toEqual([]);
  });

  test('what fails in a later turn takes all of it back', async () => {
    const city = await emptyCity();
    const project = city.project();
    const failing = longDeed(project, description, function* (write): InTurns<void> {
      yield* slowly(10)(write);
      throw new Error('no more');
    });
    await expect(failing).rejects.toThrow('no more');
    expect(await namesOf(city)).toEqual([]);
    expect(project.calm).toBeNull();
  });

  test('closing the project takes it back; the file opens again as it was', async () => {
    const city = await emptyCity();
    const { path } = city.project();
    const change = refusalOf(begin(city.project()));
    await setImmediate();
    await city.client.project.close();
    expect(await change).toMatchObject({ code: 'project/stopped' });
    await city.client.project.open({ file: city.engine.services.files.hand(path) });
    expect(await namesOf(city)).toEqual([]);
  });

  test('two of them come one after the other', async () => {
    const city = await emptyCity();
    const project = city.project();
    const more = function* ({ connection }: ChangeWriter): InTurns<void> {
      expect(connection.prepare('SELECT count(*) FROM stakeholder').pluck().get()).toBe(30);
      yield;
    };
    await Promise.all([begin(project), setImmediate().then(() => longDeed(project, description, more))]);
    expect(await namesOf(city)).toHaveLength(30);
  });
});
