/**
 * `npm run test:search`: looks for cases that break a property of the method, of merging, of undo or of reading files: every test with
 * made-up cases, from new seeds and with many times as many cases as `npm test` tries. What it finds is printed with its seed, and belongs
 * into an example test beside its mending. `--times 10` is how many times as many; `--seed 1234` repeats a run; paths narrow it.
 */
import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { root } from './root.ts';
import { runStep } from './run-step.ts';

const { values, positionals } = parseArgs({
  options: { times: { type: 'string', default: '10' }, seed: { type: 'string', default: 'new' } },
  allowPositionals: true,
});

const files: string[] = [];
for await (const file of glob('tests/{unit,integration,security}/**/*.test.ts', { cwd: root })) {
  const isAsked = positionals.length === 0 || positionals.some((path) => file.startsWith(path));
  if (isAsked && readFileSync(`${root}/${file}`, 'utf8').includes('/property-cases.ts')) files.push(file);
}
console.log(`${files.length} files, ${values.times} times as many cases, ${values.seed === 'new' ? 'new seeds' : `seed ${values.seed}`}`);
const { isOk } = await runStep('the search for cases that break a property', `vitest run ${files.toSorted().join(' ')}`, {
  env: { PROPERTY_TIMES: values.times, PROPERTY_SEED: values.seed },
});
process.exitCode = isOk ? 0 : 1;
