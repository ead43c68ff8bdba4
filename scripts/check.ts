/** `npm run check`: everything that a change must pass. Electron's tests run through the rig where it lies beside the project. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';
import { runStep, type StepResult } from './run-step.ts';

const rig = join(root, '../shared/electron-rig');

const results: StepResult[] = await Promise.all([
  runStep('lint', 'npm run -s lint', { isQuiet: true }),
  runStep('arrows', 'npm run -s arrows', { isQuiet: true }),
  runStep('types', 'npm run -s typecheck', { isQuiet: true }),
]);
results.push(await runStep('tests', 'npm run -s test'));
if (existsSync(rig)) {
  results.push(await runStep('Electron’s tests', `"${rig}/setup.sh" && "${rig}/run.sh" npm run -s test:electron`));
} else if (process.env.ELECTRON_OVERRIDE_DIST_PATH || existsSync(join(root, 'node_modules/electron/dist'))) {
  results.push(await runStep('Electron’s tests', 'npm run -s test:electron'));
} else {
  console.log('LEFT OUT: Electron’s tests. There is no Electron runtime here (npx install-electron).');
}
results.push(await runStep('benchmarks, smoke run', 'npm run -s bench -- --smoke', { isQuiet: true }));

const failed = results.filter((result) => !result.isOk);
console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.map((result) => result.name).join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
