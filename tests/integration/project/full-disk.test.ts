import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { InTurns } from '#main/engine/project/in-turns.ts';
import { longDeed } from '#main/engine/project/long-deed.ts';
import type { ChangeWriter } from '#main/engine/project/open-project.ts';
import { refusalOf, temporaryFolder, withEngine } from '../../fixtures/engine.ts';

const disk = temporaryFolder();
const hasDisk = mountSmallDisk(disk);
afterAll(() => {
  if (hasDisk) execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true, force: true });
});

/** A real disk of two megabytes in memory; only root may make one. */
function mountSmallDisk(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

it.skipIf(!hasDisk)('a full disk refuses the change in words, and everything before it stays', async () => {
  const { client, engine } = withEngine();
  const path = join(disk, 'city.citysafety');
  await client.project.create({ file: engine.services.files.hand(path), city: { name: 'Full' } });
  await client.stakeholders.add({ name: 'Port authority' });
  const addUntilFull = async () => {
    for (let i = 0; i < 200; i++) await client.stakeholders.add({ name: `Body ${i}`, note: 'x'.repeat(20_000) });
  };
  expect(await refusalOf(addUntilFull())).toMatchObject({ code: 'project/disk-full', params: { path } });

  const kept = (await client.stakeholders.list()).map(({ name }) => name);
  expect(kept[0]).toBe('Port authority');
  await client.project.close();
  await client.project.open({ file: engine.services.files.hand(path) });
  expect((await client.stakeholders.list()).map(({ name }) => name)).toEqual(kept);
  await client.project.close();
  expect(readdirSync(disk)).toEqual(['city.citysafety']);
  rmSync(path);
});

it.skipIf(!hasDisk)('a disk that fills up under a long change refuses all of it, and the next change is written', async () => {
  const { client, engine } = withEngine();
  const path = join(disk, 'long.citysafety');
  await client.project.create({ file: engine.services.files.hand(path), city: { name: 'Full' } });
  await client.stakeholders.add({ name: 'Port authority' });
  const project = engine.services.session.require();
  const tooMuch = function* ({ connection }: ChangeWriter): InTurns<void> {
    const add = connection.prepare(
      "INSERT INTO stakeholder (id, name, sector, kind, mandate, represents, note) VALUES (?, 'Body', 'community', 'group', '', '[]', ?)",
    );
    for (let i = 0; i < 200; i += 1) {
      add.run(`00000000-0000-7000-8000-${String(i).padStart(12, '0')}`, 'x'.repeat(20_000));
      yield;
    }
  };
  const change = longDeed(project, { name: 'imports.removeDataset', params: { file: 'x.csv' }, subjects: ['stakeholders'] }, tooMuch);
  await expect(change).rejects.toMatchObject({ refusal: { code: 'project/disk-full', params: { path } } });
  await client.stakeholders.add({ name: 'Women’s network' });
  await client.project.close();
  await client.project.open({ file: engine.services.files.hand(path) });
  expect((await client.stakeholders.list()).map(({ name }) => name)).toEqual(['Port authority', 'Women’s network']);
  await client.project.close();
  expect(readdirSync(disk)).toEqual(['long.citysafety']);
});
