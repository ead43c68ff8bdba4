import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type Figure, median, node, report, root, runProcess } from './measure.ts';

const cli = join(root, 'src-main/cli/main.ts');

/** Outputs as whole processes: open the project, gather the figures, draw, write. */
export async function benchOutputs(title: string, project: string, folder: string, runs: number): Promise<void> {
  const figures: Figure[] = [];
  for (const [kind, ending] of [
    ['workbook', 'xlsx'],
    ['profile', 'pdf'],
  ] as const) {
    const out = join(folder, `output.${ending}`);
    const results = [];
    for (let run = 0; run < runs; run += 1) results.push(await runProcess(node, [cli, 'export', project, kind, out, '--json']));
    figures.push(
      { what: kind, value: median(results.map(({ ms }) => ms)) / 1000, unit: 's' },
      { what: `${kind}: peak memory`, value: Math.max(...results.map(({ peakMegabytes }) => peakMegabytes ?? Number.NaN)), unit: 'MB' },
      { what: `${kind}: size`, value: statSync(out).size / 1024, unit: 'KB' },
    );
  }
  report(`Outputs of ${title} (median of ${runs}, whole processes)`, figures);
}

/** `npm run demo` from start to end. Returns the project that it wrote. */
export async function benchDemo(folder: string): Promise<string> {
  const run = await runProcess(node, [cli, 'demo', join(folder, 'demo'), '--json']);
  report('The sample city from its raw files, three languages', [
    { what: 'npm run demo', value: run.ms / 1000, unit: 's', aim: 30 },
    { what: 'peak memory', value: run.peakMegabytes ?? Number.NaN, unit: 'MB' },
  ]);
  return join(folder, 'demo', 'puerto-sereno.citysafety');
}
