import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newProject, refusalOf } from '../../fixtures/engine.ts';

describe('recent projects', () => {
  test('the newest first, each once, and a lost file is marked', async () => {
    const fixture = await newProject();
    const { client, engine } = fixture;
    const second = join(fixture.folder, 'second.citysafety');
    await client.project.create({ file: engine.services.files.hand(second), city: { name: 'Second', country: 'CO' } });
    await client.project.openRecent({ path: fixture.path });
    expect((await client.project.recent()).map(({ cityName, isMissing }) => [cityName, isMissing])).toEqual([
      ['Puerto Prueba', false],
      ['Second', false],
    ]);
    rmSync(second);
    expect((await client.project.recent())[1]).toMatchObject({ cityName: 'Second', isMissing: true });
    await client.project.forgetRecent({ path: second });
    expect(await client.project.recent()).toHaveLength(1);
  });

  test('a path that was never opened here cannot be opened by naming it', async () => {
    const { client } = await newProject();
    expect((await refusalOf(client.project.openRecent({ path: '/etc/passwd' }))).code).toBe('project/not-found');
  });
});

describe('watching', () => {
  test('the state comes first, then every change with the subjects to read again', async () => {
    const { client } = await newProject();
    const stop = new AbortController();
    const events = await client.project.watch(undefined, { signal: stop.signal });
    const first = await events.next();
    expect(first.value).toMatchObject({ state: { revision: 1 }, subjects: [] });
    await client.stakeholders.add({ name: 'Police' });
    expect((await events.next()).value).toMatchObject({ state: { revision: 2 }, subjects: ['stakeholders'] });
    await client.project.close();
    expect((await events.next()).value).toMatchObject({ state: null });
    stop.abort();
    await events.return?.();
  });
});
