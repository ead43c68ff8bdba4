import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Chance, createChance } from '../../scripts/sample-city/random.ts';
import { crashOptions, hangs } from './crash-options.ts';
import { createDeeds } from './deeds.ts';
import { type DiskFault, DiskShim, whyNoShim } from './disk/disk-shim.ts';
import { startEngine } from './engine-under-test.ts';
import { WorkingClient } from './faults/working-client.ts';
import { placed } from './kills/verify.ts';

const { isFull, seed } = crashOptions;
const attempts = isFull ? 400 : 40;

/** What the disk refuses, for how long, and how far into the change. */
function chooseFault(chance: Chance): DiskFault {
  const does = chance.happens(0.5) ? 'EIO' : 'ENOSPC';
  // A full disk refuses writes; a failing one anything.
  const operations = does === 'ENOSPC' ? (['write'] as const) : ([['write'], ['sync'], ['truncate', 'unlink'], ['write', 'sync']] as const)[chance.whole(0, 3)];
  const where = ([undefined, 'project', 'journal'] as const)[chance.whole(0, 2)];
  const times = [1, 2, 5, -1][chance.whole(0, 3)] ?? 1;
  return { does, passes: chance.whole(0, 25), times, ...(operations ? { operations } : {}), ...(where ? { where } : {}) };
}

it.skipIf(whyNoShim)(`a write that fails refuses its change and nothing else (seed ${seed})`, { timeout: hangs }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'city-safety-faults-'));
  const [watched, own] = [join(folder, 'files'), join(folder, 'own')];
  for (const made of [watched, own]) mkdirSync(made);
  const shim = new DiskShim({ watched, own });
  const engine = await startEngine({ folder: own, environment: shim.environment });
  const chance = createChance(seed);
  const deeds = createDeeds(chance, { rows: [50, 200], largeShare: 0.1 });
  const codes = new Map<string, number>();
  let hits = 0;
  let stayed = 0;
  let at = 'before the first fault';
  try {
    const client = await WorkingClient.atNewProject(engine, join(watched, 'city.citysafety'), own);
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const fault = chooseFault(chance);
      const deed = deeds.next(client.model);
      at = `attempt ${attempt}: ${deed.kind} with ${JSON.stringify(fault)}`;
      shim.arm(fault);
      const refusal = await client.try(deed, ({ code }) => code === 'project/disk-failed');
      shim.clear();
      const struck = shim.takeHits() > 0;
      if (struck) hits++;
      if (refusal) {
        codes.set(`${fault.does} ${refusal.code}`, (codes.get(`${fault.does} ${refusal.code}`) ?? 0) + 1);
        expect(struck, 'refused although the disk did all that was asked').toBe(true);
        expect(refusal.code).toBe(fault.does === 'ENOSPC' ? 'project/disk-full' : 'project/disk-failed');
      }
      if (await client.check()) stayed++;
      // The disk is well again, and so is the engine.
      expect(await client.try(deeds.next(client.model))).toBeNull();
    }
    at = 'at the end';
    const other = await startEngine({ folder: join(folder, 'other') });
    await client.checkAnew(other);
    await other.close();
  } catch (error) {
    throw placed(error, `seed ${seed}, ${at}, kept in ${folder}`);
  } finally {
    await engine.kill();
  }
  const refused = [...codes].map(([code, count]) => `${count} ${code}`).join(', ');
  console.log(
    `${attempts} changes with a fault of the disk under way: ${hits} were struck, refused ${refused} (${stayed} of them at their very end, after they were in the file); every acknowledged change is there`,
  );
  expect(hits).toBeGreaterThan(attempts / 3);
  expect(stayed).toBeLessThan(hits / 4);
  rmSync(folder, { recursive: true, force: true });
});
