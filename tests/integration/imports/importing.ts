import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportPreview, ImportResult } from '#shared/domain/imports.ts';
import type { Progress } from '#shared/domain/outputs.ts';
import type { ImportKind, RecipePatch } from '#shared/domain/recipes.ts';
import type { EngineFixture } from '../../fixtures/engine.ts';

interface RunOptions {
  readonly recipe?: RecipePatch;
  readonly again?: boolean;
  readonly source?: string;
  readonly licence?: string;
  readonly publishedOn?: string;
  readonly replaces?: string;
  readonly recipeId?: string | null;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** Writes a file of this test's own and hands it to the engine. */
export function fileOf(fixture: EngineFixture, name: string, content: string | Uint8Array): string {
  const path = join(fixture.folder, name);
  writeFileSync(path, content);
  return fixture.engine.services.files.hand(path);
}

export async function importFile(fixture: EngineFixture, kind: ImportKind, file: string, options: RunOptions = {}): Promise<ImportResult> {
  const { recipe = {}, again = false, source = '', signal, onProgress, ...others } = options;
  const stream = await fixture.client.imports.run({ file, kind, recipe, again, source, ...others }, signal ? { signal } : {});
  return lastOf(stream, onProgress);
}

export async function inspectFile(fixture: EngineFixture, kind: ImportKind, file: string, recipe: RecipePatch = {}): Promise<ImportPreview> {
  return lastOf(await fixture.client.imports.inspect({ file, kind, recipe }));
}

/** Writes a text and imports it in one go. */
export function importText(fixture: EngineFixture, kind: ImportKind, text: string, options: RunOptions & { name?: string } = {}): Promise<ImportResult> {
  const { name = `${kind}.csv`, ...others } = options;
  return importFile(fixture, kind, fileOf(fixture, name, text), others);
}

export function inspectText(fixture: EngineFixture, kind: ImportKind, text: string, recipe: RecipePatch = {}, name = `${kind}.csv`): Promise<ImportPreview> {
  return inspectFile(fixture, kind, fileOf(fixture, name, text), recipe);
}

async function lastOf<Result>(stream: AsyncIterator<Progress, Result>, onProgress?: (progress: Progress) => void): Promise<Result> {
  for (;;) {
    const step = await stream.next();
    if (step.done) return step.value;
    onProgress?.(step.value);
  }
}

/** A square of 0.1 degrees with its south-west corner at the place given. */
export function square(west: number, south: number, size = 0.1): { type: 'Polygon'; coordinates: [number, number][][] } {
  const [east, north] = [west + size, south + size];
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}

export function geoJson(areas: readonly { name: string; parent?: string; geometry: unknown; [key: string]: unknown }[]): string {
  return JSON.stringify({ type: 'FeatureCollection', features: areas.map(({ geometry, ...properties }) => ({ type: 'Feature', properties, geometry })) });
}

/** Two boroughs side by side; the west one holds two neighbourhoods, both have one called Centro. */
export async function addTwoBoroughs(fixture: EngineFixture): Promise<void> {
  await importText(
    fixture,
    'areas',
    geoJson([
      { name: 'Poniente', geometry: square(-99.2, 19.4) },
      { name: 'Oriente', geometry: square(-99.1, 19.4) },
    ]),
    { name: 'boroughs.geojson', recipe: { layer: 'Boroughs' } },
  );
  await importText(
    fixture,
    'areas',
    geoJson([
      { name: 'Centro', parent: 'PONIENTE', geometry: square(-99.2, 19.4, 0.05) },
      { name: 'San José', parent: 'Poniente', geometry: square(-99.15, 19.4, 0.05) },
      { name: 'Centro', parent: 'Oriente', geometry: square(-99.1, 19.4, 0.05) },
    ]),
    { name: 'neighbourhoods.geojson', recipe: { layer: 'Neighbourhoods' } },
  );
}

/** Counts by problem code. */
export function countsOf(result: Pick<ImportResult, 'problemCounts'>): Record<string, number> {
  return Object.fromEntries(result.problemCounts.map(({ code, count }) => [code, count]));
}
