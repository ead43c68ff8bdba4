import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { newestVersion } from '#main/engine/project/migrations/migrations.ts';
import { createChance } from '../../scripts/sample-city/random.ts';
import { type CityState, differenceOf } from './city-model.ts';
import { crashOptions, hangs } from './crash-options.ts';
import { DiskShim, whyNoShim } from './disk/disk-shim.ts';
import { type EngineUnderTest, startEngine } from './engine-under-test.ts';
import { copiesBeneath } from './kills/copies.ts';
import { journalState } from './kills/journal.ts';
import { killAtDiskOperation, killDuring, type Victim } from './kills/moments.ts';
import { BrokenPromise, placed } from './kills/verify.ts';
import { integrityOf, observeCity, versionOf } from './observe.ts';

const { isFull, seed } = crashOptions;
const kills = isFull ? 60 : 4;
const frozenFolder = fileURLToPath(new URL('../fixtures/projects/', import.meta.url));
const older = readdirSync(frozenFolder).filter((name) => name.endsWith('.citysafety') && versionOf(join(frozenFolder, name)) < newestVersion);

it.each(older)(`%s, killed ${kills} times on its way to the newest version, arrives whole (seed ${seed})`, { timeout: hangs }, async (name) => {
  const frozen = join(frozenFolder, name);
  const folder = mkdtempSync(join(tmpdir(), 'city-safety-migration-'));
  const chance = createChance(seed);
  const counts = { none: 0, open: 0, hot: 0 };
  let at = 'undisturbed';
  const checker = await startEngine({ folder: join(folder, 'checker') });
  try {
    const calm = join(folder, 'calm.citysafety');
    copyFileSync(frozen, calm);
    const measured = await startWatched(join(folder, 'engine-0'), calm);
    const started = performance.now();
    await openFile(measured);
    const milliseconds = performance.now() - started;
    const operations = measured.shim?.counts().operations ?? 0;
    await measured.engine.kill();
    const expected = await arrive(checker, calm);
    for (let kill = 1; kill <= kills; kill++) {
      at = `kill ${kill}`;
      const path = join(folder, `file-${kill}.citysafety`);
      copyFileSync(frozen, path);
      const own = join(folder, `engine-${kill}`);
      const victim = await startWatched(own, path);
      const passes = chance.whole(0, Math.max(0, operations - 1));
      if (victim.shim) await killAtDiskOperation(victim, () => openFile(victim), { passes }, chance);
      else await killDuring(victim, () => openFile(victim), milliseconds, chance);
      counts[journalState(path)]++;
      const difference = differenceOf(expected, await arrive(checker, path));
      if (difference) throw new BrokenPromise(difference);
      const copies = [...copiesBeneath(own), ...copiesBeneath(join(folder, 'checker'))];
      expect([path, ...copies].flatMap(integrityOf)).toEqual([]);
      expect(versionOf(path)).toBe(newestVersion);
      // What was there before the migration is still there beside it.
      expect(copies.map(versionOf)).toContain(versionOf(frozen));
      rmSync(path);
      rmSync(join(folder, 'checker', 'Copies'), { recursive: true, force: true });
    }
  } catch (error) {
    throw placed(error, `seed ${seed}, ${at}, kept in ${folder}`);
  } finally {
    await checker.kill();
  }
  console.log(
    `${kills} kills while ${name} was brought up to date: ${counts.open} before the file was touched, ${counts.hot} with it half written; all arrived whole`,
  );
  if (!whyNoShim) expect(counts.open + counts.hot).toBeGreaterThan(0);
  rmSync(folder, { recursive: true, force: true });
});

/** An engine of its own for one opening of a file, its hand on that file alone. */
async function startWatched(own: string, path: string): Promise<Victim> {
  mkdirSync(own);
  const shim = whyNoShim ? null : new DiskShim({ watched: path, own });
  return { engine: await startEngine({ folder: own, ...(shim ? { environment: shim.environment } : {}) }), shim, path };
}

async function openFile({ engine, path }: Victim): Promise<void> {
  await engine.client.project.open({ file: await engine.hand(path) });
}

/** What is in a file after all. */
async function arrive(engine: EngineUnderTest, path: string): Promise<CityState> {
  await engine.client.project.open({ file: await engine.hand(path), mode: 'take-over' });
  const state = await observeCity(engine.client, path);
  await engine.client.project.close();
  return state;
}
