import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CityFiles } from './city-files.ts';
import { hasProgram, median, node, type ProcessRun, report, root, runProcess } from './measure.ts';

const city = (...argv: string[]) => runProcess(node, [join(root, 'src-main/cli/main.ts'), ...argv, '--json']);

/** A project with the city's areas and population and no incidents yet, in a folder of its own: several benchmarks of one run ask for one. */
export async function prepareProject(files: CityFiles, within: string): Promise<string> {
  const folder = mkdtempSync(join(within, 'prepared-'));
  const path = join(folder, 'areas.citysafety');
  await city('new', path, '--city', files.name);
  for (const { file, name, mapping } of files.layers) {
    writeFileSync(join(folder, 'mapping.json'), JSON.stringify(mapping));
    await city('import', path, 'areas', file, '--layer', name, '--mapping', join(folder, 'mapping.json'));
  }
  await city('import', path, 'population', files.population.file, '--layer', files.population.layer);
  return path;
}

/**
 * Whole processes against each other, in turn: `city-safety import` (reads, checks, places in areas, writes, indexes) and the sqlite3 shell's
 * `.import` of the same file with two indexes of the same breadth. Returns the project with the incidents.
 */
export async function benchImport(files: CityFiles, prepared: string, folder: string, runs: number): Promise<string> {
  const full = join(folder, 'full.citysafety');
  const hasShell = await hasProgram('sqlite3', ['--version']);
  const own: ProcessRun[] = [];
  const shell: ProcessRun[] = [];
  for (let run = 0; run < runs; run += 1) {
    rmSync(full, { force: true });
    copyFileSync(prepared, full);
    own.push(await city('import', full, 'incidents', files.incidents, '--layer', 'Boroughs'));
    if (hasShell) shell.push(await shellImport(files, join(folder, 'shell.db')));
  }
  const ownSeconds = median(own.map(({ ms }) => ms)) / 1000;
  const shellSeconds = median(shell.map(({ ms }) => ms)) / 1000;
  const cpuOf = (results: readonly ProcessRun[]) => median(results.map(({ cpuSeconds }) => cpuSeconds ?? Number.NaN));
  const peak = Math.max(...own.map(({ peakMegabytes }) => peakMegabytes ?? Number.NaN));
  report(`Import of ${files.rows.toLocaleString('en')} incidents, ${files.name} (median of ${runs}, whole processes in turn)`, [
    { what: 'city-safety import', value: ownSeconds, unit: 's' },
    ...(hasShell
      ? [
          { what: 'sqlite3 .import and the same indexes', value: shellSeconds, unit: 's' },
          { what: 'ratio', value: ownSeconds / shellSeconds, unit: '×', aim: 2 },
          { what: 'processor time: city-safety import', value: cpuOf(own), unit: 's' },
          { what: 'processor time: sqlite3', value: cpuOf(shell), unit: 's' },
        ]
      : []),
    { what: 'peak memory of city-safety import', value: peak, unit: 'MB', aim: 400 },
  ]);
  if (!hasShell) console.log('  (the sqlite3 shell is not installed: nothing to compare with)');
  return full;
}

/** How long LibreOffice takes to merely open the table and write it out again, once: it keeps the first 1,048,576 rows. */
export async function benchLibreOffice(files: CityFiles, folder: string): Promise<void> {
  if (!(await hasProgram('soffice', ['--version']))) return console.log('  (LibreOffice is not installed: nothing to compare with)');
  const profile = `-env:UserInstallation=file://${join(folder, 'libreoffice')}`;
  const { ms, peakMegabytes } = await runProcess('soffice', [
    profile,
    '--headless',
    '--convert-to',
    'csv',
    '--outdir',
    join(folder, 'converted'),
    files.incidents,
  ]);
  report(`LibreOffice opens and saves the same table (${files.name})`, [
    { what: 'soffice --convert-to csv', value: ms / 1000, unit: 's' },
    { what: 'peak memory', value: peakMegabytes ?? Number.NaN, unit: 'MB' },
  ]);
}

function shellImport(files: CityFiles, database: string): Promise<ProcessRun> {
  rmSync(database, { force: true });
  const script = [
    'PRAGMA journal_mode = DELETE;',
    'PRAGMA synchronous = FULL;',
    '.mode csv',
    `.import ${files.incidents} incident`,
    'CREATE INDEX incident_by_dataset ON incident (trimestre);',
    'CREATE INDEX incident_counts ON incident (delito, alcaldia_hecho, anio_hecho, fecha_hecho, hora_hecho);',
  ];
  return runProcess('sqlite3', [database], `${script.join('\n')}\n`);
}
