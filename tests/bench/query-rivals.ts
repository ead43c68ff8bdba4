import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasProgram, median, runProcess } from './measure.ts';

/** The screen's questions as SQL that both rivals understand; `LAYER` is the key of the layer with the most areas. */
export const questionsInSql: Readonly<Record<string, string>> = {
  'by year': 'SELECT year, sum(count) FROM incident GROUP BY year',
  'by year and month': 'SELECT year, month, sum(count) FROM incident GROUP BY year, month',
  'by group': 'SELECT o.offence_group, sum(i.count) FROM incident i JOIN offence o ON o.key = i.offence_key GROUP BY o.offence_group',
  'by offence': 'SELECT offence_key, sum(count) FROM incident GROUP BY offence_key',
  'by weekday and hour': 'SELECT weekday, hour, sum(count) FROM incident GROUP BY weekday, hour',
  'by area': 'SELECT p.area_key, sum(i.count) FROM incident i JOIN place_area p ON p.place_key = i.place_key AND p.layer_key = LAYER GROUP BY p.area_key',
  'by area, one group':
    "SELECT p.area_key, sum(i.count) FROM incident i JOIN place_area p ON p.place_key = i.place_key AND p.layer_key = LAYER JOIN offence o ON o.key = i.offence_key WHERE o.offence_group = 'violence' GROUP BY p.area_key",
  'by weekday and hour, one group':
    "SELECT weekday, hour, sum(i.count) FROM incident i JOIN offence o ON o.key = i.offence_key WHERE o.offence_group = 'violence' GROUP BY weekday, hour",
  'by offence, one year': 'SELECT offence_key, sum(count) FROM incident WHERE year = 2023 GROUP BY offence_key',
};

/** Milliseconds of each question, by its name: the median of several. */
export type Times = ReadonlyMap<string, number>;

/** The sqlite3 shell on the project itself, timed by its own clock; null where it is not installed. */
export async function timeShell(project: string, layer: number, runs: number): Promise<Times | null> {
  if (!(await hasProgram('sqlite3', ['--version']))) return null;
  const times = new Map<string, number>();
  for (const [name, text] of Object.entries(questionsInSql)) {
    const question = `${text.replaceAll('LAYER', String(layer))};`;
    const { out } = await runProcess(
      'sqlite3',
      [project],
      `.output /dev/null\n${question}\n.output stdout\n.timer on\n${`.once /dev/null\n${question}\n`.repeat(runs)}`,
    );
    times.set(name, median([...out.matchAll(/real ([\d.]+)/g)].map((match) => Number(match[1]) * 1000)));
  }
  return times;
}

const duckVersion = '1.5.6-r.1';

interface DuckConnection {
  run(text: string): Promise<unknown>;
  runAndReadAll(text: string): Promise<unknown>;
}

/** DuckDB in process, with the same tables in memory; fetched from npm at the first time of asking, null where that fails. */
export async function timeDuck(project: string, layer: number, runs: number): Promise<Times | null> {
  const connection = await connectDuck();
  if (!connection) return null;
  await copyTables(project, connection);
  const times = new Map<string, number>();
  for (const [name, text] of Object.entries(questionsInSql)) {
    const single: number[] = [];
    for (let run = 0; run <= runs; run += 1) {
      const started = performance.now();
      await connection.runAndReadAll(text.replaceAll('LAYER', String(layer)));
      single.push(performance.now() - started);
    }
    times.set(name, median(single.slice(1)));
  }
  return times;
}

async function connectDuck(): Promise<DuckConnection | null> {
  const folder = join(tmpdir(), 'city-safety-bench-duckdb');
  try {
    if (!existsSync(join(folder, 'node_modules/@duckdb/node-api'))) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'package.json'), '{ "private": true }');
      await runProcess('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', `@duckdb/node-api@${duckVersion}`]);
    }
    const { DuckDBInstance } = createRequire(join(folder, 'package.json'))('@duckdb/node-api') as {
      DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<DuckConnection> }> };
    };
    return (await DuckDBInstance.create(':memory:')).connect();
  } catch {
    return null;
  }
}

/** As a file of comma-separated numbers, which DuckDB reads without an extension. */
async function copyTables(project: string, connection: DuckConnection): Promise<void> {
  const folder = join(tmpdir(), 'city-safety-bench-duckdb');
  const tables = {
    incident: 'SELECT dataset_key, place_key, offence_key, year, month, weekday, hour, day, count FROM incident',
    place_area: 'SELECT place_key, layer_key, area_key FROM place_area',
    offence: 'SELECT key, offence_group FROM offence',
  };
  for (const [name, text] of Object.entries(tables)) {
    const file = join(folder, `${name}.csv`);
    await runProcess('sqlite3', [project], `.headers on\n.mode csv\n.output ${file}\n${text};\n`);
    await connection.run(`CREATE TABLE ${name} AS SELECT * FROM read_csv('${file}')`);
  }
}
