/**
 * `npm run test:crash`: the crash tests in their full length. `--kills 500` and `--seed 7` choose other figures; the seed of a failure is in
 * its message.
 */
import { parseArgs } from 'node:util';
import { runStep } from '../../scripts/run-step.ts';

const { values } = parseArgs({ options: { kills: { type: 'string', default: '500' }, seed: { type: 'string' } } });
const seed = values.seed ?? String(Math.floor(Math.random() * 1_000_000));
console.log(`seed ${seed}`);
const step = await runStep('crash tests', 'vitest run --project=integration --no-file-parallelism tests/crash', {
  env: { CRASH_KILLS: values.kills, CRASH_SEED: seed },
});
process.exitCode = step.isOk ? 0 : 1;
