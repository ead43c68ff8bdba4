import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createChance } from '../../scripts/sample-city/random.ts';
import { crashOptions, hangs } from './crash-options.ts';
import { createDeeds } from './deeds.ts';
import { startEngine } from './engine-under-test.ts';
import { WorkingClient } from './faults/working-client.ts';
import { placed } from './kills/verify.ts';

const { isFull, seed } = crashOptions;
const rounds = isFull ? 60 : 8;

const disk = mkdtempSync(join(tmpdir(), 'city-safety-small-disk-'));
const hasDisk = mountSmallDisk(disk);
if (!hasDisk) console.log('LEFT OUT: the full disk. Only root may mount one.');
afterAll(() => {
  if (hasDisk) execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true, force: true });
});

function mountSmallDisk(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Somebody else's file takes all but so many bytes of the disk. */
function fill(path: string, bytesLeft: number): void {
  const { bavail, bsize } = statfsSync(disk);
  const file = openSync(path, 'w');
  try {
    const bytes = Math.max(0, bavail * bsize - bytesLeft);
    for (let written = 0; written < bytes; ) written += writeSync(file, Buffer.alloc(Math.min(65_536, bytes - written)));
  } finally {
    closeSync(file);
  }
}

it.skipIf(!hasDisk)(`a disk that fills up refuses changes until there is room again (seed ${seed})`, { timeout: hangs }, async () => {
  const own = mkdtempSync(join(tmpdir(), 'city-safety-full-'));
  const engine = await startEngine({ folder: own });
  const chance = createChance(seed);
  const deeds = createDeeds(chance, { rows: [100, 400], largeShare: 0.2 });
  const filler = join(disk, 'filler');
  let refused = 0;
  let at = '';
  try {
    const client = await WorkingClient.atNewProject(engine, join(disk, 'city.citysafety'), own);
    for (let round = 1; round <= rounds; round++) {
      const bytesLeft = chance.whole(0, 60) * 4096;
      fill(filler, bytesLeft);
      for (let count = 0; count < 40; count++) {
        const deed = deeds.next(client.model);
        at = `round ${round}: ${deed.kind} with ${bytesLeft} bytes left`;
        const refusal = await client.try(deed);
        if (!refusal) continue;
        expect(refusal).toMatchObject({ code: 'project/disk-full', params: { path: client.path } });
        refused++;
        break;
      }
      await client.check();
      rmSync(filler);
      // Room again: the engine goes on without being told.
      expect(await client.try(deeds.next(client.model))).toBeNull();
      await client.check();
    }
    at = 'at the end';
    const other = await startEngine({ folder: join(own, 'other') });
    await client.checkAnew(other);
    await other.close();
  } catch (error) {
    throw placed(error, `seed ${seed}, ${at}`);
  } finally {
    await engine.kill();
  }
  console.log(`${rounds} times a full disk: ${refused} changes were refused as project/disk-full; every acknowledged one is there`);
  expect(refused).toBeGreaterThan(rounds / 2);
  rmSync(own, { recursive: true, force: true });
});
