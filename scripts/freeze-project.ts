/**
 * Writes a project file that later versions must open for ever, and beside it all that it says: `node scripts/freeze-project.ts [folder]`.
 * To be run once for every version of the project file that is released, with the code of that version; the result is never written again.
 */
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createEngine, type Engine } from '#main/engine/engine.ts';
import { newestVersion } from '#main/engine/project/migrations/migrations.ts';
import { buildSampleCity } from '#main/engine/sample-city/build-sample-city.ts';
import type { EngineClient } from '#shared/contract/contract.ts';
import { readFrozenRecord } from '../tests/fixtures/frozen-project.ts';
import { addAwkwardThings } from './freeze-project/awkward-things.ts';
import { liveOn } from './freeze-project/lived-history.ts';

/** Of so many incidents of the sample city one is kept, so that the file stays small. */
const incidentsPerKept = 40;

const resources = fileURLToPath(new URL('../resources/', import.meta.url));
const target = process.argv[2] ?? fileURLToPath(new URL('../tests/fixtures/projects/', import.meta.url));
const path = join(target, `version-${newestVersion}.citysafety`);
if (existsSync(path)) throw new Error(`${path} is frozen`);

const folder = mkdtempSync(join(tmpdir(), 'city-safety-freeze-'));
const small = join(folder, 'resources');
let engines = 0;
try {
  addSmallResources();
  const built = join(folder, 'city.citysafety');
  await withEngine(small, async (engine, client) => {
    await buildSampleCity({ services: engine.services, client, path: built });
    await addAwkwardThings(engine, client, folder);
    await liveOn(engine, client, folder, workOnCopy);
  });
  mkdirSync(target, { recursive: true });
  const copy = join(folder, 'copy.citysafety');
  copyFileSync(built, copy);
  await withEngine(resources, async (engine, client) => {
    await client.project.open({ file: engine.services.files.hand(copy) });
    const record = await readFrozenRecord(engine, client, resources);
    writeFileSync(path.replace(/\.citysafety$/, '.json'), `${JSON.stringify(record)}\n`);
  });
  copyFileSync(built, path);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function withEngine(resourcesFolder: string, work: (engine: Engine, client: EngineClient) => Promise<void>): Promise<void> {
  engines += 1;
  const own = join(folder, `engine-${engines}`);
  const engine = createEngine({
    folders: { settings: join(own, 'settings'), projects: join(own, 'projects'), resources: resourcesFolder, temporary: join(own, 'temporary') },
  });
  try {
    await work(engine, engine.client({ kind: 'cli', mayNamePaths: true }));
  } finally {
    engine.close();
  }
}

async function workOnCopy(path: string, work: (client: EngineClient) => Promise<void>): Promise<void> {
  await withEngine(small, async (engine, client) => {
    await client.project.open({ file: engine.services.files.hand(path) });
    await work(client);
  });
}

/** What ships, with a smaller sample city. */
function addSmallResources(): void {
  mkdirSync(small);
  for (const name of readdirSync(resources)) {
    if (name === 'sample-city') cpSync(join(resources, name), join(small, name), { recursive: true });
    else symlinkSync(join(resources, name), join(small, name));
  }
  symlinkSync(join(resources, '../package.json'), join(folder, 'package.json'));
  for (const name of readdirSync(join(small, 'sample-city')).filter((file) => /^incidents-.*\.csv$/.test(file))) {
    const file = join(small, 'sample-city', name);
    const [header, ...lines] = readFileSync(file, 'latin1').split('\n');
    const kept = lines.filter((line, index) => line !== '' && index % incidentsPerKept === 0);
    writeFileSync(file, `${[header, ...kept].join('\n')}\n`, 'latin1');
  }
}
