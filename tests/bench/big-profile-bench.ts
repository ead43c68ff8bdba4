import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine } from '#main/engine/engine.ts';
import type { EngineClient } from '#shared/contract/contract.ts';
import type { OutputResult } from '#shared/domain/outputs.ts';
import { type Figure, median, report, root } from './measure.ts';

/**
 * The full profile of a city with very many areas and incidents, as the screen makes it: how long, how much memory in the engine and in the output process,
 * how large, and how soon a stop is obeyed at each step. Memory of other processes is read from `/proc`, elsewhere it stays unknown.
 */
export async function benchBigProfile(project: string, folder: string, runs: number): Promise<void> {
  const folders = { settings: join(folder, 'settings'), projects: folder, resources: join(root, 'resources'), temporary: join(folder, 'temporary') };
  const engine = createEngine({ folders });
  const client = engine.client({ kind: 'cli', mayNamePaths: true });
  try {
    await client.project.open(await client.files.fromPath({ path: project }));
    const { count } = await client.incidents.overview();
    const areas = Math.max(0, ...(await client.areas.layers()).map(({ areaCount }) => areaCount));
    const made: Made[] = [];
    for (let run = 0; run < runs; run += 1) made.push(await makeOnce(client, join(folder, 'big-profile.pdf')));
    const last = made.at(-1);
    const of = (value: (one: Made) => number) => made.map(value);
    const figures: Figure[] = [
      { what: 'until it is written', value: median(of(({ ms }) => ms)) / 1000, unit: 's' },
      { what: 'of which gathering, in the engine', value: median(of(({ gatheringMs }) => gatheringMs)) / 1000, unit: 's' },
      { what: 'pages', value: last?.result.pageCount ?? Number.NaN, unit: '' },
      { what: 'size', value: last ? statSync(last.result.path).size / 1e6 : Number.NaN, unit: 'MB' },
      { what: 'engine: peak memory', value: Math.max(...of(({ engineMegabytes }) => engineMegabytes)), unit: 'MB' },
      { what: 'output process: peak memory', value: Math.max(...of(({ childMegabytes }) => childMegabytes)), unit: 'MB' },
    ];
    for (const step of ['outputs.drawing', 'outputs.typesetting']) {
      figures.push({ what: `stop during ${step}: obeyed after`, value: await stopAt(client, step), unit: 'ms' });
    }
    report(`Full profile: ${count.toLocaleString('en')} incidents, ${areas.toLocaleString('en')} areas (median of ${runs})`, figures);
  } finally {
    engine.close();
    rmSync(folders.settings, { recursive: true, force: true });
  }
}

interface Made {
  readonly ms: number;
  readonly gatheringMs: number;
  readonly engineMegabytes: number;
  readonly childMegabytes: number;
  readonly result: OutputResult;
}

async function makeOnce(client: EngineClient, path: string): Promise<Made> {
  const { file } = await client.files.fromPath({ path });
  let childMegabytes = 0;
  let engineMegabytes = 0;
  const look = () => {
    engineMegabytes = Math.max(engineMegabytes, process.memoryUsage().rss / 1e6);
    childMegabytes = Math.max(childMegabytes, ...childPeaks());
  };
  const sampling = setInterval(look, 40);
  const started = performance.now();
  let gatheringMs = Number.NaN;
  try {
    const stream = await client.outputs.make({ kind: 'profile', language: 'en', file });
    for (;;) {
      const step = await stream.next();
      look();
      if (step.done) return { ms: performance.now() - started, gatheringMs, engineMegabytes, childMegabytes: childMegabytes || Number.NaN, result: step.value };
      if (step.value.step === 'outputs.drawing') gatheringMs = performance.now() - started;
    }
  } finally {
    clearInterval(sampling);
  }
}

/** Milliseconds from a stop shortly after a step began until the stream has ended and no child is left. */
async function stopAt(client: EngineClient, wanted: string): Promise<number> {
  const controller = new AbortController();
  const stream = await client.outputs.make({ kind: 'profile', language: 'en' }, { signal: controller.signal });
  let stoppedAt = Number.NaN;
  try {
    for (;;) {
      const step = await stream.next();
      if (step.done) return Number.NaN;
      if (step.value.step === wanted && Number.isNaN(stoppedAt)) {
        await new Promise((resolve) => setTimeout(resolve, 200));
        stoppedAt = performance.now();
        controller.abort();
      }
    }
  } catch {
    while (children().length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    return performance.now() - stoppedAt;
  }
}

function children(): string[] {
  try {
    return readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').split(' ').filter(Boolean);
  } catch {
    return [];
  }
}

/** Largest resident memory of each child so far, in MB. */
function childPeaks(): number[] {
  return children().flatMap((pid) => {
    try {
      return [Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1000];
    } catch {
      return [];
    }
  });
}
