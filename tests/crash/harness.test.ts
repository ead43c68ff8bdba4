import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { crashOptions, hangs } from './crash-options.ts';
import { whyNoShim } from './disk/disk-shim.ts';
import { runKills } from './kills/run-kills.ts';
import { BrokenPromise } from './kills/verify.ts';
import { runPowerCuts } from './power-cuts/run-power-cuts.ts';

const { isFull, seed } = crashOptions;
/** Two of them stand for all where time is short. */
const lossyDisks = isFull ? ['no-sync', 'folder-not-synced'] : ['folder-not-synced'];
const halfChanges = isFull ? ['journal-in-memory', 'no-transaction', 'late-record'] : ['journal-in-memory'];

/** Environment of an engine that breaks its promises in this way. */
function broken(how: string): Record<string, string> {
  return { CRASH_BROKEN: how, NODE_OPTIONS: `--import "${fileURLToPath(new URL('./broken/patch-sqlite.ts', import.meta.url))}"` };
}

/** A promise that the client's book says was broken, or a file so torn that it does not open at all. */
function isNoticed(error: unknown): boolean {
  return error instanceof BrokenPromise || (error instanceof Error && error.message.startsWith('project/damaged'));
}

describe.skipIf(whyNoShim)(`the harness notices (seed ${seed})`, { timeout: hangs }, () => {
  it.each(lossyDisks)('that a power cut takes back what was acknowledged: %s', async (how) => {
    await expect(runPowerCuts({ seed, deeds: 12, cuts: 200, rows: [50, 100], environment: broken(how) })).rejects.toThrow(BrokenPromise);
  });

  it.each(halfChanges)('that a kill leaves half a change: %s', async (how) => {
    // The first broken promise ends the run; by the clock, 60 kills missed every moment that matters once in some dozens of runs.
    await expect(runKills({ seed, kills: 600, killsPerProject: 60, rows: [20, 40], environment: broken(how) })).rejects.toSatisfy(isNoticed);
  });
});
