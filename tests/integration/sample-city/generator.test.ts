import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const shipped = join(root, 'resources/sample-city');

it('the generator writes what ships, byte by byte', () => {
  const folder = mkdtempSync(join(tmpdir(), 'city-safety-sample-'));
  try {
    execFileSync(join(root, 'node_modules/.bin/node'), [join(root, 'scripts/generate-sample-city.ts'), folder]);
    const names = readdirSync(folder);
    expect(names.sort()).toEqual([
      'areas.geojson',
      'districts.geojson',
      'incidents-2023.csv',
      'incidents-2024.csv',
      'incidents-2025.csv',
      'population.csv',
      'survey-2025.csv',
    ]);
    for (const name of names) expect(readFileSync(join(folder, name)).equals(readFileSync(join(shipped, name))), name).toBe(true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it('what ships is small', () => {
  const bytes = readdirSync(shipped).reduce((sum, name) => sum + statSync(join(shipped, name)).size, 0);
  expect(bytes).toBeLessThan(1_500_000);
});
