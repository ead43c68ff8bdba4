import { copyFileSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cityFiles } from '../city-files.ts';
import { prepareProject } from '../import-bench.ts';
import { largeCity } from '../large-city.ts';
import { node, runProcess } from '../measure.ts';
import { keptProject, type ProjectSize } from '../project-file/made-project.ts';
import { changedCopies } from '../project-file/merge-bench.ts';
import type { DeedsAsk, DeedTold } from './deeds-once.ts';
import type { ReadingTime } from './reading-times.ts';

/** How long a click may wait: beyond this a screen feels stuck. */
const limitWait = 250;

const size = (isSmoke: boolean): ProjectSize =>
  isSmoke
    ? { areas: 40, corners: 50, incidents: 10_000, datasets: 5, objects: 500, changes: 500 }
    : { areas: 1_651, corners: 300, incidents: 1_300_000, datasets: 5, objects: 20_000, changes: 100_000 };

/** Deeds of the whole project, each line in a process and on a copy of its own. */
const ofTheProject: readonly (readonly string[])[] = [
  ['close and open'],
  ['remove a dataset', 'undo', 'redo'],
  ['back to the first state', 'undo'],
  ['fold the history'],
  ['set a passphrase', 'change the passphrase', 'remove the passphrase'],
  ['hand out a copy'],
  ['a copy of the project'],
  ['copy without personal data'],
];
const ofAnImport = ['recognise a table', 'inspect a table', 'import incidents', 'undo', 'redo'];
const ofAMerge = ['preview of a merge', 'bring copies together', 'list of differences', 'undo', 'redo'];

/**
 * How long the engine stands still, and how long a small call waits for it, while long things are done in a large project; and what each procedure that
 * only reads takes there. `PARTS=readings,project,import,merge` measures some of it.
 */
export async function benchStandingStill(folder: string, { isSmoke }: { isSmoke: boolean }): Promise<void> {
  const parts = process.env.PARTS?.split(',') ?? ['readings', 'project', 'import', 'merge'];
  const project = join(folder, 'standing-still.citysafety');
  if (parts.includes('readings')) await benchReadings(await copyOf(size(isSmoke), project), folder);
  const told: DeedTold[] = [];
  if (parts.includes('project')) {
    for (const names of ofTheProject) {
      await copyOf(size(isSmoke), project);
      told.push(...(await deedsOnce({ project, names, files: { incidents: '', copies: [], folder: freshFolder(folder) } })));
    }
  }
  if (parts.includes('import')) {
    const files = (isSmoke ? null : await largeCity()) ?? (await cityFiles(folder, { isSmoke }));
    copyFileSync(await prepareProject(files, folder), project);
    told.push(...(await deedsOnce({ project, names: ofAnImport, files: { incidents: files.incidents, copies: [], folder: freshFolder(folder) } })));
  }
  if (parts.includes('merge')) {
    const [objects, changes] = isSmoke ? [1_000, 50] : [20_000, 2_000];
    const copies = await changedCopies(project, folder, { objects, changes });
    told.push(...(await deedsOnce({ project, names: ofAMerge, files: { incidents: '', copies, folder: freshFolder(folder) } })));
    for (const path of copies) rmSync(path, { force: true });
  }
  reportDeeds(told);
  rmSync(project, { force: true });
}

async function copyOf(wanted: ProjectSize, path: string): Promise<string> {
  copyFileSync(await keptProject(wanted), path);
  return path;
}

function freshFolder(folder: string): string {
  const fresh = join(folder, 'standing-still');
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  return fresh;
}

async function deedsOnce(ask: DeedsAsk): Promise<DeedTold[]> {
  const { out } = await runProcess(node, [fileURLToPath(new URL('deeds-once.ts', import.meta.url)), JSON.stringify(ask)]);
  const told = JSON.parse(out) as DeedTold[];
  return told.map((one) => (one.name === 'undo' || one.name === 'redo' ? { ...one, name: `${one.name} of: ${ask.names.find(isUndone)}` } : one));
}

const isUndone = (name: string): boolean => /^(remove a|back to|import|bring)/.test(name);

function reportDeeds(told: readonly DeedTold[]): void {
  console.log(`\nLong deeds, and the engine meanwhile (once each; it should stand still ≤ ${limitWait} ms)`);
  console.log(`  ${'deed'.padEnd(44)} ${'takes'.padStart(9)} ${'stands still'.padStart(13)} ${'peak'.padStart(8)}`);
  for (const { name, ms, longestStall, megabytes, problem } of told) {
    const figures = [`${(ms / 1000).toFixed(2)} s`.padStart(9), `${longestStall.toFixed(0)} ms`.padStart(13)];
    const verdict = problem ? `  FAILED: ${problem}` : longestStall > limitWait ? '  MISSED' : '';
    console.log(`  ${name.padEnd(44)} ${figures.join(' ')} ${`${megabytes.toFixed(0)} MB`.padStart(8)}${verdict}`);
  }
}

async function benchReadings(project: string, folder: string): Promise<void> {
  const { out } = await runProcess(
    node,
    [fileURLToPath(new URL('readings-once.ts', import.meta.url)), project, freshFolder(folder), process.env.READINGS ?? ''].filter(Boolean),
  );
  const all = JSON.parse(out) as ReadingTime[];
  const asked = all.filter(({ problem }) => problem === null).toSorted((a, b) => b.again - a.again);
  const slow = asked.filter(({ first, again }) => Math.max(first, again) > 50);
  console.log(
    `\nWhat only reads, ${Math.round(statSync(project).size / 1e6)} MB: ${asked.length} questions asked, ${asked.length - slow.length} of them within 50 ms`,
  );
  for (const { name, first, again } of slow) {
    const verdict = again > limitWait ? '  MISSED' : first > limitWait ? '  (first time only)' : '';
    console.log(`  ${name.padEnd(44)} ${`${first.toFixed(0)} ms`.padStart(11)} ${`${again.toFixed(0)} ms again`.padStart(15)}${verdict}`);
  }
  const unasked = all.filter(({ problem }) => problem !== null);
  console.log(`  not asked, for want of something to ask about: ${unasked.map(({ name }) => name).join(', ')}`);
  if (process.env.WHY) for (const { name, problem } of unasked) console.log(`    ${name}: ${problem?.slice(0, 150)}`);
}
