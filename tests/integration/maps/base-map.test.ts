import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PMTiles, type Source } from 'pmtiles';
import { describe, expect, it } from 'vitest';
import { sql } from '#main/engine/project/open-project.ts';
import { writeBaseMap } from '../../fixtures/base-map.ts';
import { newProject, refusalOf } from '../../fixtures/engine.ts';

const box = { west: -99.2, south: 19.3, east: -99.1, north: 19.4 };
const grown = (by: number) => ({ west: box.west - by, south: box.south - by, east: box.east + by, north: box.north + by });

/** A city of one square area. */
async function withCity() {
  const fixture = await newProject();
  const { id } = await fixture.client.areas.add({ name: 'Centro' });
  const { west, south, east, north } = box;
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  fixture.project().change({ name: 'areas.update', params: {}, subjects: ['areas'] }, (write) => {
    write.run(
      sql
        .updateTable('area')
        .set({ boundary: JSON.stringify({ type: 'Polygon', coordinates: [corners] }) })
        .where('id', '=', id),
    );
  });
  const handed = async (name: string) => (await fixture.client.files.fromPath({ path: join(fixture.folder, name) })).file;
  return { ...fixture, handed };
}

describe('the base map of a city', () => {
  it('is none until one is chosen, and none again when it is taken away', async () => {
    const { client, folder, handed } = await withCity();
    expect(await client.maps.baseMap()).toEqual({ state: 'none' });
    writeBaseMap(join(folder, 'city.pmtiles'), grown(0.1), { tiles: 'vector' });
    const chosen = await client.maps.setBaseMap({ file: await handed('city.pmtiles') });
    expect(chosen).toMatchObject({
      state: 'ready',
      baseMap: { fileName: 'city.pmtiles', tiles: 'vector', minZoom: 8, maxZoom: 11, covers: 'all', attribution: '© Made for tests' },
    });
    expect(await client.maps.baseMap()).toEqual(chosen);
    expect(await client.maps.setBaseMap({ file: null })).toEqual({ state: 'none' });
  });

  it('says when it shows only a part of the city, or nothing of it', async () => {
    const { client, folder, handed } = await withCity();
    writeBaseMap(join(folder, 'part.pmtiles'), { ...box, east: (box.west + box.east) / 2 }, { tiles: 'raster' });
    expect(await client.maps.setBaseMap({ file: await handed('part.pmtiles') })).toMatchObject({ baseMap: { covers: 'part', tiles: 'raster' } });
    writeBaseMap(join(folder, 'elsewhere.pmtiles'), { west: 100, south: 10, east: 101, north: 11 }, { tiles: 'raster' });
    expect(await client.maps.setBaseMap({ file: await handed('elsewhere.pmtiles') })).toMatchObject({ baseMap: { covers: 'none' } });
  });

  it('refuses files that are none, and keeps the one before', async () => {
    const { client, folder, handed } = await withCity();
    writeBaseMap(join(folder, 'good.pmtiles'), box, { tiles: 'vector' });
    await client.maps.setBaseMap({ file: await handed('good.pmtiles') });
    const good = readFileSync(join(folder, 'good.pmtiles'));
    const version2 = Buffer.from(good);
    version2[7] = 2;
    const unknownTiles = Buffer.from(good);
    unknownTiles[99] = 0;
    const bad = {
      'a.pmtiles': Buffer.from('PMTiles'),
      'b.pmtiles': Buffer.alloc(500, 7),
      'c.pmtiles': version2,
      'd.pmtiles': unknownTiles,
      'e.pmtiles': Buffer.alloc(0),
    };
    for (const [name, bytes] of Object.entries(bad)) {
      writeFileSync(join(folder, name), bytes);
      const file = await handed(name);
      expect((await refusalOf(client.maps.setBaseMap({ file }))).code).toBe('maps/not-a-base-map');
    }
    expect(await client.maps.baseMap()).toMatchObject({ baseMap: { fileName: 'good.pmtiles' } });
  });

  it('is read by ranges of bytes: tiles come out as they went in', async () => {
    const { client, folder, handed } = await withCity();
    writeBaseMap(join(folder, 'city.pmtiles'), grown(0.1), { tiles: 'vector' });
    const state = await client.maps.setBaseMap({ file: await handed('city.pmtiles') });
    const key = state.state === 'ready' ? state.baseMap.key : '';
    const source: Source = {
      getKey: () => key,
      getBytes: async (offset, length) => {
        const { base64 } = await client.maps.baseMapBytes({ key, offset, length });
        return { data: new Uint8Array(Buffer.from(base64, 'base64')).buffer };
      },
    };
    const archive = new PMTiles(source);
    const side = 2 ** 10;
    const x = Math.floor(((box.west + 180) / 360) * side);
    const y = Math.floor(((1 - Math.asinh(Math.tan((box.north * Math.PI) / 180)) / Math.PI) / 2) * side);
    const tile = await archive.getZxy(10, x, y);
    expect(Buffer.from(tile?.data ?? new ArrayBuffer(0)).includes('major_road')).toBe(true);
    expect(await archive.getZxy(10, 0, 0)).toBeUndefined();
  });

  it('answers no other file under the same key: one that was changed or moved is gone', async () => {
    const { client, folder, handed } = await withCity();
    const path = join(folder, 'city.pmtiles');
    writeBaseMap(path, box, { tiles: 'vector' });
    const state = await client.maps.setBaseMap({ file: await handed('city.pmtiles') });
    const key = state.state === 'ready' ? state.baseMap.key : '';
    writeBaseMap(path, box, { tiles: 'raster' });
    expect((await refusalOf(client.maps.baseMapBytes({ key, offset: 0, length: 10 }))).code).toBe('maps/base-map-gone');
    rmSync(path);
    expect(await client.maps.baseMap()).toEqual({ state: 'gone', fileName: 'city.pmtiles' });
  });

  it('keeps what a browser uploaded, whose place is emptied when the engine closes', async () => {
    const { client, engine, folder } = await withCity();
    const { temporary, settings } = engine.services.folders;
    mkdirSync(temporary, { recursive: true });
    const path = join(temporary, 'upload-1');
    writeBaseMap(path, box, { tiles: 'vector' });
    await client.maps.setBaseMap({ file: engine.services.files.hand(path, 'city.pmtiles') });
    rmSync(path);
    expect(await client.maps.baseMap()).toMatchObject({ state: 'ready', baseMap: { fileName: 'city.pmtiles' } });
    expect(readFileSync(join(settings, 'base-maps.json'), 'utf8')).not.toContain(temporary);
    expect(folder).not.toBe('');
  });
});
