import { closeSync, copyFileSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Figure, hasProgram, median, report, runProcess } from '../measure.ts';
import { answerOf, startEngine } from './engine-at-hand.ts';
import { keptProject, largeSize } from './made-project.ts';
import { madeUp } from './made-up.ts';

const pageBytes = 4096;
const limitSeconds = 60;

/**
 * A file of 50 MB with one page in a hundred wiped: saved into a new project, beside what the sqlite3 shell's `.dump` still gives of it (Debian's shell
 * is built without `.recover`).
 */
export async function benchRecovery(folder: string, options: { isSmoke: boolean; runs: number }): Promise<void> {
  const damaged = join(folder, 'damaged.citysafety');
  const whole = await keptProject(largeSize(options.isSmoke ? 0.01 : 0.05));
  copyFileSync(whole, damaged);
  wipePages(damaged);
  const engine = startEngine(join(folder, 'recovery'));
  const hasShell = await hasProgram('sqlite3', ['--version']);
  const [own, shell]: [number[], number[]] = [[], []];
  let dumped = 0;
  let tables: readonly { table: string; read: number; rebuilt: number }[] = [];
  for (let run = 0; run < options.runs; run += 1) {
    const saved = join(folder, `saved-${run}.citysafety`);
    const start = performance.now();
    const asked = { damaged: engine.engine.services.files.hand(damaged), into: engine.engine.services.files.hand(saved) };
    ({ tables } = await answerOf(engine.client.copies.recover(asked)));
    own.push(performance.now() - start);
    rmSync(saved, { force: true });
    if (!hasShell) continue;
    const { ms, out } = await runProcess('sh', ['-c', 'sqlite3 "$0" .dump 2>/dev/null | grep -c "^INSERT INTO"', damaged]);
    shell.push(ms);
    dumped = Number(out);
  }
  const megabytes = statSync(damaged).size / 1e6;
  const rows = rowsOf(whole);
  const read = tables.reduce((sum, table) => sum + table.read + table.rebuilt, 0);
  report(`Recovery of a project of ${Math.round(megabytes)} MB with 1 % of its pages wiped (median of ${options.runs}, in turn)`, [
    { what: 'saved into a new project', value: median(own) / 1000, unit: 's', aim: limitSeconds },
    { what: 'speed', value: megabytes / (median(own) / 1000), unit: 'MB/s' },
    ...(hasShell
      ? [
          { what: 'sqlite3 .dump of the same file', value: median(shell) / 1000, unit: 's' },
          { what: 'rows that the dump gives, of all', value: (dumped / rows) * 100, unit: '%' },
        ]
      : []),
    { what: 'rows saved, of all', value: (read / rows) * 100, unit: '%' },
  ] satisfies Figure[]);
  engine.close();
  rmSync(damaged, { force: true });
}

function rowsOf(path: string): number {
  const connection = new Database(path, { readonly: true });
  const names = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").pluck().all() as string[];
  const rows = names.reduce((sum, name) => sum + Number(connection.prepare(`SELECT count(*) FROM "${name}"`).pluck().get()), 0);
  connection.close();
  return rows;
}

function wipePages(path: string): void {
  const pages = Math.floor(statSync(path).size / pageBytes);
  const random = madeUp(6);
  const descriptor = openSync(path, 'r+');
  for (let i = 0; i < pages / 100; i += 1) writeSync(descriptor, Buffer.alloc(pageBytes), 0, pageBytes, (2 + random.number(pages - 2)) * pageBytes);
  closeSync(descriptor);
}
