import { copyFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { type Figure, median, report, runProcess } from '../measure.ts';
import { answerOf, type EngineAtHand, startEngine } from './engine-at-hand.ts';
import { keptProject, largeSize } from './made-project.ts';
import { madeUp } from './made-up.ts';

/** How long a click may wait while a copy is made: beyond this a screen feels stuck. */
const limitWait = 250;

/**
 * A copy of the open project, verified, while somebody goes on working: how long it takes beside `cp` with a flush to the disk, and how long the engine
 * keeps a click waiting meanwhile.
 */
export async function benchBackup(folder: string, options: { isSmoke: boolean; runs: number }): Promise<void> {
  for (const share of options.isSmoke ? [0.01] : [0.05, 1]) {
    const path = join(folder, 'worked-on.citysafety');
    copyFileSync(await keptProject(largeSize(share)), path);
    const engine = startEngine(join(folder, 'backup'));
    await engine.open(path);
    const [own, rival, waits, stalls]: [number[], number[], number[], number[]] = [[], [], [], []];
    for (let run = 0; run < options.runs; run += 1) {
      const copied = await copyWhileWorking(engine);
      own.push(copied.ms);
      waits.push(copied.longestWait);
      stalls.push(copied.longestStall);
      rival.push(await copyPlainly(path, join(folder, 'plain-copy')));
    }
    const calm = await workFor(engine, () => setTimeout(Math.min(4_000, median(own))));
    report(`A copy of a project of ${Math.round(statSync(path).size / 1e6)} MB while it is worked on (median of ${options.runs}, in turn)`, [
      { what: 'copied, flushed, opened and checked', value: median(own) / 1000, unit: 's' },
      { what: 'cp and sync of the same file', value: median(rival) / 1000, unit: 's' },
      { what: 'ratio', value: median(own) / median(rival), unit: '×' },
      { what: 'longest that an answer took meanwhile', value: median(waits), unit: 'ms', aim: limitWait },
      { what: 'the same work without a copy being made', value: calm.longestWait, unit: 'ms' },
      { what: 'longest that the engine stood still meanwhile', value: median(stalls), unit: 'ms' },
    ] satisfies Figure[]);
    engine.close();
    rmSync(path, { force: true });
  }
}

interface Worked {
  readonly ms: number;
  readonly longestWait: number;
  readonly longestStall: number;
}

async function copyWhileWorking(engine: EngineAtHand): Promise<Worked> {
  let path = '';
  const worked = await workFor(engine, async () => {
    path = (await answerOf(engine.client.copies.make())).path;
  });
  rmSync(path, { force: true });
  return worked;
}

/** Clicks every 50 ms until `wait` is over: a change, the rail, a list. */
async function workFor({ client }: EngineAtHand, wait: () => Promise<unknown>): Promise<Worked> {
  const ids = (await client.stakeholders.list()).map(({ id }) => id);
  const random = madeUp(5);
  await client.project.stages();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  let isOver = false;
  let longestWait = 0;
  let ms = 0;
  const start = performance.now();
  const waiting = wait().finally(() => {
    isOver = true;
    ms = performance.now() - start;
  });
  while (!isOver) {
    const asked = performance.now();
    await client.stakeholders.update({ id: ids[random.number(ids.length)] ?? '', patch: { note: random.sentence(20) } });
    await client.history.steps();
    longestWait = Math.max(longestWait, performance.now() - asked);
    await setTimeout(50);
  }
  await waiting;
  delay.disable();
  return { ms, longestWait, longestStall: delay.max / 1e6 };
}

async function copyPlainly(from: string, to: string): Promise<number> {
  const { ms } = await runProcess('sh', ['-c', 'cp "$0" "$1" && sync "$1"', from, to]);
  rmSync(to, { force: true });
  return ms;
}
