import { expect, it } from 'vitest';
import { crashOptions, hangs } from './crash-options.ts';
import { whyNoShim } from './disk/disk-shim.ts';
import { powerCutText, runPowerCuts } from './power-cuts/run-power-cuts.ts';

const { isFull, seed } = crashOptions;

it.skipIf(whyNoShim)(`what was acknowledged outlives a power cut (seed ${seed})`, { timeout: hangs }, async () => {
  const report = await runPowerCuts(isFull ? { seed, deeds: 60, cuts: 500, rows: [300, 1200] } : { seed, deeds: 20, cuts: 60, rows: [100, 300] });
  console.log(powerCutText(report));
  expect(report.hot).toBeGreaterThan(report.cuts / 20);
});
