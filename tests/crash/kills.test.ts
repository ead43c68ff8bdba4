import { expect, it } from 'vitest';
import { crashOptions, hangs } from './crash-options.ts';
import { whyNoShim } from './disk/disk-shim.ts';
import { runKills } from './kills/run-kills.ts';

const { kills, seed } = crashOptions;

it(`an engine killed ${kills} times keeps every promise (seed ${seed})`, { timeout: hangs }, async () => {
  const report = await runKills({ kills, seed, killsPerProject: 25, rows: crashOptions.isFull ? [500, 4000] : [300, 1200] });
  console.log(String(report));
  expect(report.count()).toBeGreaterThanOrEqual(kills);
  // A harness that only ever kills between two changes shows nothing.
  expect(report.count('open', 'hot')).toBeGreaterThan(kills / 10);
  if (!whyNoShim) expect(report.count('hot')).toBeGreaterThan(kills / 20);
});
