/**
 * `npm run bench`: how fast, how large, how much memory, in one report. `--smoke` is a quick run on generated rows with one round each, for a
 * machine that just checks that everything still runs.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { cityFiles } from './city-files.ts';
import { benchElectron } from './electron-bench.ts';
import { benchImport, prepareProject } from './import-bench.ts';
import { benchDemo, benchOutputs } from './output-bench.ts';
import { benchQueries } from './query-bench.ts';
import { benchBrowserDoor, benchPageSize } from './start-bench.ts';

const isSmoke = process.argv.includes('--smoke');
const runs = isSmoke ? 1 : 5;
const folder = mkdtempSync(join(tmpdir(), 'city-safety-bench-'));

const gigabytes = Math.round(totalmem() / 2 ** 30);
console.log(`${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${gigabytes} GB, ${process.platform}, Node ${process.versions.node}`);
try {
  const files = await cityFiles(folder, { isSmoke });
  const prepared = await prepareProject(files, folder);
  const full = await benchImport(files, prepared, folder, runs);
  await benchQueries(full, folder, isSmoke ? 3 : 9);
  await benchOutputs(files.name, full, folder, isSmoke ? 1 : 3);
  await benchOutputs('the sample city', await benchDemo(folder), folder, isSmoke ? 1 : 3);
  await benchBrowserDoor(folder, runs);
  await benchElectron(runs);
  benchPageSize();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
