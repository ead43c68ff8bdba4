import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { median, quantile, report } from '../measure.ts';
import { type EngineAtHand, startEngine } from './engine-at-hand.ts';
import { keptProject, type ProjectSize } from './made-project.ts';
import { madeUp } from './made-up.ts';

const objects = 2_000;
const size = (changes: number): ProjectSize => ({ areas: 0, corners: 0, incidents: 0, datasets: 1, objects, changes });
/** More than a commit without history may cost: what nobody feels while typing. */
const limitRatio = 2;

/**
 * One sentence changed, through the contract, with the promise that it is on the disk: in a file without earlier changes, in one with 100,000, and the
 * same write as a prepared statement in a file of the same rows, with the same promise and no history. All in turn.
 */
export async function benchCommits(folder: string, options: { isSmoke: boolean }): Promise<void> {
  const rounds = options.isSmoke ? 40 : 1_000;
  const [young, old] = [await keptProject(size(0)), await keptProject(size(options.isSmoke ? 1_000 : 100_000))];
  const copies = ['young', 'old', 'plain'].map((name) => join(folder, `${name}.citysafety`)) as [string, string, string];
  copyFileSync(young, copies[0]);
  copyFileSync(old, copies[1]);
  copyFileSync(young, copies[2]);
  const engines = [startEngine(join(folder, 'young')), startEngine(join(folder, 'old'))] as const;
  await engines[0].open(copies[0]);
  await engines[1].open(copies[1]);
  const synchronous = engines[0].connection.pragma('synchronous', { simple: true });
  const plain = plainWriter(copies[2], Number(synchronous));
  const ways = { plain: plain.write, young: await writerOf(engines[0]), old: await writerOf(engines[1]) };
  const times = { plain: [] as number[], young: [] as number[], old: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, write] of Object.entries(ways) as [keyof typeof ways, (text: string) => unknown][]) {
      const text = `Fights after the market closes, told ${round} times by those who sell there.`;
      const start = performance.now();
      await write(text);
      times[name].push(performance.now() - start);
    }
  }
  const changes = options.isSmoke ? '1,000' : '100,000';
  report(`One small change, kept on the disk (${rounds} of each, in turn)`, [
    ...both('prepared statement, no history', times.plain),
    ...both('the contract, no earlier changes', times.young),
    ...both(`the contract, ${changes} earlier changes`, times.old),
    { what: 'ratio of medians, no earlier changes', value: median(times.young) / median(times.plain), unit: '×', aim: limitRatio },
    { what: `ratio of medians, ${changes} earlier changes`, value: median(times.old) / median(times.plain), unit: '×', aim: limitRatio },
  ]);
  plain.close();
  for (const engine of engines) engine.close();
  await benchHistoryQuestions(folder, copies[1], options.isSmoke ? 1 : 5);
  for (const copy of copies) rmSync(copy, { force: true });
}

const both = (what: string, times: readonly number[]) => [
  { what: `${what}: median`, value: median(times), unit: 'ms' },
  { what: `${what}: 95 of 100 within`, value: quantile(times, 0.95), unit: 'ms' },
];

async function writerOf({ client }: EngineAtHand): Promise<(text: string) => Promise<unknown>> {
  const ids = (await client.findings.list()).map(({ id }) => id);
  const random = madeUp(3);
  return (sentence) => client.findings.update({ id: ids[random.number(ids.length)] ?? '', patch: { sentence } });
}

function plainWriter(path: string, synchronous: number): { write: (text: string) => unknown; close: () => void } {
  const connection = new Database(path);
  connection.pragma('journal_mode = DELETE');
  connection.pragma(`synchronous = ${synchronous}`);
  const ids = connection.prepare('SELECT id FROM finding ORDER BY id').pluck().all() as string[];
  const update = connection.prepare('UPDATE finding SET sentence = ? WHERE id = ?');
  const random = madeUp(3);
  return { write: (text) => update.run(text, ids[random.number(ids.length)]), close: () => connection.close() };
}

const limitAnswer = 100;

/** What the History screen asks for, with a long history. */
async function benchHistoryQuestions(folder: string, path: string, runs: number): Promise<void> {
  const { client, open, close } = startEngine(join(folder, 'questions'));
  await open(path);
  const [newest] = await client.history.list({ limit: 1 });
  const finding = (await client.findings.list())[0]?.id ?? '';
  const revision = newest?.revision ?? 0;
  const questions: Record<string, () => Promise<unknown>> = {
    'what undo and redo would do': () => client.history.steps(),
    'the newest 100 changes': () => client.history.list({}),
    'the 100 before the middle': () => client.history.list({ before: Math.floor(revision / 2) }),
    'changes of one subject': () => client.history.list({ subject: 'findings' }),
    'changes of one object': () => client.history.list({ object: { type: 'finding', id: finding } }),
    'past values of one object': () => client.history.object({ type: 'finding', id: finding }),
    'who made changes': () => client.history.people(),
    'one change in detail': () => client.history.details({ revision }),
    'what the last 1,000 changes came to': () => client.history.compare({ from: Math.max(0, revision - 1_000), to: null }),
  };
  const figures = [];
  for (const [what, ask] of Object.entries(questions)) {
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const start = performance.now();
      await ask();
      times.push(performance.now() - start);
    }
    figures.push({ what, value: median(times), unit: 'ms', aim: limitAnswer });
  }
  const sizing = performance.now();
  await client.history.size();
  figures.push({ what: 'size of the history, before it is folded', value: performance.now() - sizing, unit: 'ms' });
  const start = performance.now();
  const all = await client.history.compare({ from: 0, to: null });
  figures.push({ what: `all of it compared, ${all.total.toLocaleString('en')} objects`, value: performance.now() - start, unit: 'ms' });
  report(`Questions of the History screen (median of ${runs})`, figures);
  close();
}
