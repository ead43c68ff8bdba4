import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '#main/engine/engine.ts';
import type { EngineClient } from '#shared/contract/contract.ts';
import { mapFigureSchema } from '#shared/domain/maps.ts';
import { refusalOf, resourcesFolder, temporaryFolder } from '../../fixtures/engine.ts';

const dayHours = [6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17];

describe('hexagons over the sample city', () => {
  let engine: Engine;
  let client: EngineClient;
  beforeAll(async () => {
    const folder = temporaryFolder();
    engine = createEngine({ folders: { settings: `${folder}/settings`, projects: folder, resources: resourcesFolder, temporary: `${folder}/temporary` } });
    client = engine.client({ kind: 'cli', mayNamePaths: true });
    await client.project.openSample();
  });
  afterAll(() => engine.close());

  it('lose no incident: in cells, outside and without a point add up to all', async () => {
    const overview = await client.incidents.overview();
    for (const cellMetres of [250, 1000, 5000]) {
      const { totals, cells, smallestCount } = await client.maps.hexagons({ filters: [{}], cellMetres });
      const [total] = totals;
      expect((total?.inCells ?? 0) + (total?.outside ?? 0) + (total?.withoutPoint ?? 0)).toBe(overview.count);
      expect(total?.withoutPoint).toBe(overview.count - overview.withPointCount);
      const shown = cells.reduce((sum, cell) => sum + (cell.counts[0]?.count ?? 0), 0);
      const missing = (total?.inCells ?? 0) - shown;
      expect(missing === 0 || missing >= smallestCount).toBe(true);
    }
  });

  it('send no small count, and never a single hidden one', async () => {
    const { cells, smallestCount } = await client.maps.hexagons({ filters: [{ groups: ['violence'] }], cellMetres: 500 });
    const counts = cells.map((cell) => cell.counts[0]);
    for (const entry of counts) expect(entry?.isHidden ? entry.count === null : entry?.count === 0 || (entry?.count ?? 0) >= smallestCount).toBe(true);
    expect(counts.filter((entry) => entry?.isHidden).length).not.toBe(1);
  });

  it('hide more where the group is sensitive', async () => {
    expect((await client.maps.hexagons({ filters: [{}], cellMetres: 1000 })).smallestCount).toBe(5);
    expect((await client.maps.hexagons({ filters: [{ groups: ['sexual'] }], cellMetres: 1000 })).smallestCount).toBe(10);
    expect((await client.maps.hexagons({ filters: [{}], cellMetres: 1000, isSensitive: true })).smallestCount).toBe(10);
  });

  it('hide the same cells in both halves of a pair', async () => {
    const { cells } = await client.maps.hexagons({ filters: [{ hours: dayHours }, { years: [2024] }], cellMetres: 500 });
    for (const { counts } of cells) expect(counts[0]?.isHidden).toBe(counts[1]?.isHidden);
  });

  it('refuse what cannot be seen, and a layer that is not there', async () => {
    expect((await refusalOf(client.maps.hexagons({ filters: [{}], cellMetres: 1000, layerId: '01890000-0000-7000-8000-000000000000' }))).code).toBe(
      'areas/unknown-layer',
    );
  });

  it('become a file beside the project; a small count is in it only as hidden', async () => {
    const [layer] = await client.areas.layers();
    const areas = await client.areas.list({ ...(layer ? { layerId: layer.id } : {}) });
    const values = areas.map((area, place) => ({ id: area.id, value: place === 0 ? 3 : 50 + place, count: place === 0 ? 3 : 50 + place }));
    const map = mapFigureSchema.parse({ kind: 'choropleth', title: 'Where: all of it?', layerId: layer?.id ?? null, panels: [{ values }] });
    const svg = await client.maps.picture({ map, format: 'svg', language: 'en' });
    expect(svg.fileName).toMatch(/Where all of it\.svg$/);
    expect(readFileSync(svg.path, 'utf8')).toContain('url(#map-hidden)');
    const png = await client.maps.picture({ map, format: 'png', language: 'ar' });
    expect(readFileSync(png.path).subarray(1, 4).toString('latin1')).toBe('PNG');
  });

  it('circles carry the areas’ totals', async () => {
    const rows = await client.incidents.query({ by: ['area'], where: { years: [2024] } });
    const [panel] = await client.maps.symbols({ filters: [{ years: [2024] }] });
    expect(panel?.values.map(({ id, value }) => [id, value])).toEqual(rows.flatMap(({ areaId, count }) => (areaId ? [[areaId, count]] : [])));
  });
});
