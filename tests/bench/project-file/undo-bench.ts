import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type CityFiles, cityFiles } from '../city-files.ts';
import { prepareProject } from '../import-bench.ts';
import { type Figure, median, report } from '../measure.ts';
import { answerOf, type EngineAtHand, startEngine } from './engine-at-hand.ts';
import { keptProject } from './made-project.ts';

/** Undo of the largest things one can do: an import of a city's year, the removal of a million incidents. Both take as long as one waits without doubt. */
const limitSeconds = { import: 5, removal: 15 };

export async function benchUndo(folder: string, options: { isSmoke: boolean; runs: number }): Promise<void> {
  const city = join(folder, 'undo-city');
  mkdirSync(city, { recursive: true });
  const files = await cityFiles(city, options);
  await benchUndoOfImport(files, await prepareProject(files, city), folder, options.runs);
  await benchUndoOfRemoval(folder, options);
}

async function benchUndoOfImport(files: CityFiles, prepared: string, folder: string, runs: number): Promise<void> {
  const path = join(folder, 'imported.citysafety');
  copyFileSync(prepared, path);
  const engine = startEngine(join(folder, 'undo'));
  await engine.open(path);
  const layers = await engine.client.areas.layers();
  const start = performance.now();
  const { file } = await engine.client.files.fromPath({ path: files.incidents });
  await answerOf(engine.client.imports.run({ file, kind: 'incidents', recipe: { layer: layers[0]?.name ?? null }, again: false, source: '', licence: '' }));
  const importing = performance.now() - start;
  const there = await thereAndBack(engine, runs);
  report(`Undo of the import of ${files.rows.toLocaleString('en')} incidents (median of ${runs})`, [
    { what: 'the import (once, same process)', value: importing / 1000, unit: 's' },
    { what: 'undo', value: there.undo / 1000, unit: 's', aim: limitSeconds.import },
    { what: 'redo', value: there.redo / 1000, unit: 's', aim: limitSeconds.import },
  ]);
  engine.close();
  rmSync(path, { force: true });
}

async function benchUndoOfRemoval(folder: string, options: { isSmoke: boolean; runs: number }): Promise<void> {
  const incidents = options.isSmoke ? 20_000 : 1_000_000;
  const path = join(folder, 'removed.citysafety');
  copyFileSync(await keptProject({ areas: options.isSmoke ? 20 : 1_600, corners: 100, incidents, datasets: 1, objects: 0, changes: 0 }), path);
  const engine = startEngine(join(folder, 'undo'));
  await engine.open(path);
  const bytes = () => Number(engine.connection.pragma('page_count', { simple: true })) - Number(engine.connection.pragma('freelist_count', { simple: true }));
  const [before, dataset] = [bytes(), (await engine.client.imports.datasets()).find(({ kind }) => kind === 'incidents')];
  const start = performance.now();
  await engine.client.imports.removeDataset({ id: dataset?.id ?? '' });
  const removal = performance.now() - start;
  const kept = bytes();
  const there = await thereAndBack(engine, options.runs);
  report(`Undo of the removal of ${incidents.toLocaleString('en')} incidents (median of ${options.runs})`, [
    { what: 'the removal (once)', value: removal / 1000, unit: 's' },
    { what: 'undo', value: there.undo / 1000, unit: 's', aim: limitSeconds.removal },
    { what: 'redo', value: there.redo / 1000, unit: 's', aim: limitSeconds.removal },
    { what: 'in the file with them', value: (before * 4096) / 1e6, unit: 'MB' },
    { what: 'in the file once they are removed', value: (kept * 4096) / 1e6, unit: 'MB' },
  ] satisfies Figure[]);
  engine.close();
  rmSync(path, { force: true });
}

async function thereAndBack({ client }: EngineAtHand, runs: number): Promise<{ undo: number; redo: number }> {
  const [undos, redos]: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await client.history.undo();
    const undone = performance.now();
    await client.history.redo();
    undos.push(undone - start);
    redos.push(performance.now() - undone);
  }
  return { undo: median(undos), redo: median(redos) };
}
