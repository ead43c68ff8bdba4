/**
 * `npm run bench`: how fast, how large, how much memory, in one report. `--smoke` is a quick run on generated rows with one round each, for a
 * machine that just checks that everything still runs. `--only name,name` leaves the rest out.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchBigProfile } from './big-profile-bench.ts';
import { type CityFiles, cityFiles } from './city-files.ts';
import { benchElectron } from './electron-bench.ts';
import { benchGiStar } from './gi-star-bench.ts';
import { benchImport, benchLibreOffice, prepareProject } from './import-bench.ts';
import { largeCity } from './large-city.ts';
import { benchMaps } from './map-bench.ts';
import { benchDemo, benchOutputs } from './output-bench.ts';
import { benchPolygons } from './polygon-bench.ts';
import { benchBackup } from './project-file/backup-bench.ts';
import { benchCommits } from './project-file/commit-bench.ts';
import { benchHistorySize } from './project-file/history-size-bench.ts';
import { benchMerging } from './project-file/merge-bench.ts';
import { benchOpening } from './project-file/opening-bench.ts';
import { benchRecovery } from './project-file/recovery-bench.ts';
import { benchUndo } from './project-file/undo-bench.ts';
import { benchLargeQueries, benchQueries, sixYears } from './query-bench.ts';
import { benchRoom } from './room-bench.ts';
import { benchStandingStill } from './standing-still/standing-still-bench.ts';
import { benchBrowserDoor, benchPageSize } from './start-bench.ts';

const { values } = parseArgs({ options: { smoke: { type: 'boolean', default: false }, only: { type: 'string' } } });
const isSmoke = values.smoke;
const runs = isSmoke ? 1 : 5;
const few = { isSmoke, runs: isSmoke ? 1 : 3 };
const folder = mkdtempSync(join(tmpdir(), 'city-safety-bench-'));

/** No benchmark finds what another left, alone or with all of them. */
function ownFolder(name: string): string {
  const own = join(folder, name);
  mkdirSync(own, { recursive: true });
  return own;
}

let imported: Promise<{ files: CityFiles; full: string }> | undefined;
/** The city that questions are asked about, imported where that is not measured too. */
function importedCity(rounds: number): Promise<{ files: CityFiles; full: string }> {
  imported ??= (async () => {
    const own = ownFolder('city');
    const files = await cityFiles(own, { isSmoke });
    return { files, full: await benchImport(files, await prepareProject(files, own), own, rounds) };
  })();
  return imported;
}

const benches: Readonly<Record<string, (own: string) => Promise<void> | void>> = {
  import: async () => void (await importedCity(runs)),
  large: async (own) => {
    const files = isSmoke ? null : await largeCity();
    if (files === null) return console.log('\n(left out: six years of incidents are made of the real files)');
    await benchImport(files, await prepareProject(files, own), own, few.runs);
    await benchLibreOffice(files, own);
  },
  polygons: () => benchPolygons(few.runs),
  questions: async (own) => benchQueries((await importedCity(1)).full, own, isSmoke ? 3 : 9),
  millions: async (own) => benchLargeQueries(sixYears((await importedCity(1)).full, own), own, isSmoke ? 3 : 21),
  patterns: (own) => benchGiStar(own, isSmoke ? 3 : 21),
  outputs: async (own) => {
    const { files, full } = await importedCity(1);
    await benchOutputs(files.name, full, own, few.runs);
    await benchOutputs('the sample city', await benchDemo(own), own, few.runs);
  },
  'big-profile': async (own) => benchBigProfile(sixYears((await importedCity(1)).full, own), own, few.runs),
  opening: (own) => benchOpening(own, few),
  commits: (own) => benchCommits(own, few),
  history: (own) => benchHistorySize(own, few),
  backup: (own) => benchBackup(own, few),
  merging: (own) => benchMerging(own, few),
  undo: (own) => benchUndo(own, few),
  recovery: (own) => benchRecovery(own, few),
  browser: (own) => benchBrowserDoor(own, runs),
  electron: () => benchElectron(runs),
  map: (own) => benchMaps(own, few),
  room: (own) => benchRoom(own, few),
  'standing-still': (own) => benchStandingStill(own, few),
  size: () => benchPageSize(),
};

const names = values.only?.split(',') ?? Object.keys(benches);
const unknown = names.filter((name) => !benches[name]);
if (unknown.length > 0) throw new Error(`No benchmark ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
const gigabytes = Math.round(totalmem() / 2 ** 30);
console.log(`${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${gigabytes} GB, ${process.platform}, Node ${process.versions.node}`);
try {
  for (const name of names) await benches[name]?.(ownFolder(name));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
