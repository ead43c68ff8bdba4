import { closeSync, copyFileSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type Figure, hasProgram, median, report, runProcess } from '../measure.ts';
import { answerOf, startEngine } from './engine-at-hand.ts';
import { keptProject, largeSize } from './made-project.ts';
import { madeUp } from './made-up.ts';

const pageBytes = 4096;
const limitSeconds = 60;

/** A file of 50 MB with one page in a hundred wiped: saved into a new project, beside the sqlite3 shell's `.recover`, which knows nothing of projects. */
export async function benchRecovery(folder: string, options: { isSmoke: boolean; runs: number }): Promise<void> {
  const damaged = join(folder, 'damaged.citysafety');
  copyFileSync(await keptProject(largeSize(options.isSmoke ? 0.01 : 0.05)), damaged);
  wipePages(damaged);
  const engine = startEngine(join(folder, 'recovery'));
  const hasShell = await hasProgram('sqlite3', ['--version']);
  const [own, shell]: [number[], number[]] = [[], []];
  let tables: readonly { read: number; expected: number | null }[] = [];
  for (let run = 0; run < options.runs; run += 1) {
    const saved = join(folder, `saved-${run}.citysafety`);
    const start = performance.now();
    const asked = { damaged: engine.engine.services.files.hand(damaged), into: engine.engine.services.files.hand(saved) };
    ({ tables } = await answerOf(engine.client.copies.recover(asked)));
    own.push(performance.now() - start);
    rmSync(saved, { force: true });
    if (hasShell) shell.push(await shellRecover(damaged, join(folder, 'saved.db')));
  }
  const megabytes = statSync(damaged).size / 1e6;
  const known = tables.filter(({ expected }) => expected !== null);
  const [read, expected] = [known.reduce((sum, table) => sum + table.read, 0), known.reduce((sum, table) => sum + (table.expected ?? 0), 0)];
  report(`Recovery of a project of ${Math.round(megabytes)} MB with 1 % of its pages wiped (median of ${options.runs}, in turn)`, [
    { what: 'saved into a new project', value: median(own) / 1000, unit: 's', aim: limitSeconds },
    { what: 'speed', value: megabytes / (median(own) / 1000), unit: 'MB/s' },
    ...(hasShell
      ? [
          { what: 'sqlite3 .recover of the same file', value: median(shell) / 1000, unit: 's' },
          { what: 'ratio', value: median(own) / median(shell), unit: '×' },
        ]
      : []),
    { what: 'rows saved of those expected', value: (read / expected) * 100, unit: '%' },
  ] satisfies Figure[]);
  engine.close();
  rmSync(damaged, { force: true });
}

function wipePages(path: string): void {
  const pages = Math.floor(statSync(path).size / pageBytes);
  const random = madeUp(6);
  const descriptor = openSync(path, 'r+');
  for (let i = 0; i < pages / 100; i += 1) writeSync(descriptor, Buffer.alloc(pageBytes), 0, pageBytes, (2 + random.number(pages - 2)) * pageBytes);
  closeSync(descriptor);
}

async function shellRecover(damaged: string, into: string): Promise<number> {
  const { ms } = await runProcess('sh', ['-c', 'sqlite3 "$0" .recover | sqlite3 "$1"', damaged, into]);
  rmSync(into, { force: true });
  return ms;
}
