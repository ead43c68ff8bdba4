/** Runs the engine's inspection over hostile files, one after the other, and prints one line of JSON for each: how it ended, and how long it took. */
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createEngine } from '#main/engine/engine.ts';
import type { importKinds } from '#shared/domain/recipes.ts';

interface Task {
  readonly name: string;
  readonly path: string;
  readonly kind: (typeof importKinds)[number];
}

const [folder = '', resources = ''] = process.argv.slice(2);
const engine = createEngine({ folders: { settings: `${folder}/settings`, projects: folder, resources, temporary: `${folder}/temporary` } });
const client = engine.client({ kind: 'cli', mayNamePaths: true });
await client.project.create({ file: engine.services.files.hand(`${folder}/city.citysafety`), city: { name: 'Puerto Prueba', country: 'MX' } });

/** Areas to match with: without any, many files would be refused before they are read. */
const square = (x: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, 19],
      [x + 1, 19],
      [x + 1, 20],
      [x, 20],
      [x, 19],
    ],
  ],
});
const areas = ['Centro', 'AZCAPOTZALCO', 'Aberdeen'].map((name, i) => ({ type: 'Feature', properties: { name }, geometry: square(-100 + i) }));
writeFileSync(`${folder}/areas.geojson`, JSON.stringify({ type: 'FeatureCollection', features: areas }));
const imported = await client.imports.run({ file: engine.services.files.hand(`${folder}/areas.geojson`), kind: 'areas', recipe: {}, source: '' });
for (;;) if ((await imported.next()).done) break;

async function inspect({ path, kind }: Task): Promise<string> {
  try {
    const stream = await client.imports.inspect({ file: engine.services.files.hand(path), kind, recipe: {} });
    for (;;) {
      const step = await stream.next();
      if (!step.done) continue;
      const { rowCount, usableRowCount, problemCounts, missingFields } = step.value;
      return `preview ${rowCount} rows, ${usableRowCount} usable, ${missingFields.join()} ${problemCounts.map(({ code }) => code).join()}`;
    }
  } catch (error) {
    const data: unknown = typeof error === 'object' && error !== null && 'data' in error ? error.data : null;
    const code = typeof data === 'object' && data !== null && 'code' in data ? String(data.code) : '';
    return code === '' ? `fault ${error instanceof Error ? (error.stack ?? error.message) : String(error)}` : `refused ${code}`;
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const task = JSON.parse(line) as Task;
  const started = performance.now();
  const outcome = await inspect(task);
  // What one file left behind is not the next one's.
  gc?.();
  process.stdout.write(`${JSON.stringify({ name: task.name, outcome, ms: Math.round(performance.now() - started) })}\n`);
}
engine.close();
