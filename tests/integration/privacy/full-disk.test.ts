import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { newProject, refusalOf, temporaryFolder, withEngine } from '../../fixtures/engine.ts';
import { ana, foundInBytes, textsOf } from './city-with-people.ts';

const disk = temporaryFolder();
const hasDisk = mountSmallDisk(disk);
afterAll(() => {
  if (hasDisk) execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true, force: true });
});

/** A real disk of 1.8 megabytes in memory; only root may make one. */
function mountSmallDisk(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1800k', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

it.skipIf(!hasDisk)('a copy that does not fit is refused in words and leaves no half of itself', async () => {
  const { client, engine } = await newProject();
  for (let number = 0; number < 60; number += 1) await client.stakeholders.add({ name: `Body ${number}`, note: 'x'.repeat(20_000) });
  const stream = await client.privacy.share({ file: engine.services.files.hand(join(disk, 'shared.citysafety')) });
  const drain = async () => {
    for (;;) if ((await stream.next()).done) return;
  };
  expect((await refusalOf(drain())).code).toBe('copies/no-space');
  expect(readdirSync(disk)).toEqual([]);
});

it.skipIf(!hasDisk)('a person is deleted on a disk without room for cleaning, and the file is cleaned when there is room', async () => {
  const { client, engine } = withEngine();
  const path = join(disk, 'city.citysafety');
  await client.project.create({ file: engine.services.files.hand(path), city: { name: 'Full' } });
  const { id } = await client.stakeholders.add({ name: 'Port authority' });
  const { personId } = await client.people.addContact({ stakeholderId: id, role: '', details: ana });
  const added: string[] = [];
  for (let number = 0; number < 20; number += 1) added.push((await client.stakeholders.add({ name: `Body ${number}`, note: 'x'.repeat(20_000) })).id);
  expect(await client.privacy.erase({ personId, asAuthor: true, inTexts: true })).toEqual({ isFileClean: false });
  expect(await client.people.list()).toEqual([]);
  expect(readdirSync(disk)).toEqual(expect.not.arrayContaining(['city.citysafety-journal']));
  execFileSync('mount', ['-o', 'remount,size=4m', disk]);
  expect(await client.privacy.cleanFile()).toEqual({ isFileClean: true });
  expect(foundInBytes(path, textsOf([ana]))).toEqual([]);
  expect((await client.stakeholders.list()).length).toBe(21);
});
