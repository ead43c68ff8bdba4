import { mkdirSync } from 'node:fs';
import { copyFile, rename, rm } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { z } from 'zod';
import type { BaseMap, BaseMapState } from '#shared/domain/maps.ts';
import { boundariesOf, listLayers } from '../areas/areas.ts';
import { boundingBoxOf } from '../areas/geodesy.ts';
import { remembered } from '../incidents/remembered.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import type { EngineServices } from '../services.ts';
import { readStored, writeStored } from '../stored-setting.ts';
import { readBaseMapBytes, readBaseMapFile } from './base-map-file.ts';

const storedSchema = z.record(z.string(), z.object({ path: z.string(), fileName: z.string() }));
type Stored = z.infer<typeof storedSchema>;

/** The project's base map as this machine remembers it: the choice is no part of the project, because the file is not. */
export async function baseMapOf(services: EngineServices, project: OpenProject): Promise<BaseMapState> {
  const chosen = readChoices(services)[idOf(project)];
  if (!chosen) return { state: 'none' };
  const baseMap = await readBaseMapFile(chosen.path, chosen.fileName);
  return baseMap ? { state: 'ready', baseMap: { ...baseMap, covers: coverOf(project, baseMap) } } : { state: 'gone', fileName: chosen.fileName };
}

export async function setBaseMap(services: EngineServices, project: OpenProject, token: string | null): Promise<BaseMapState> {
  const id = idOf(project);
  const { [id]: _, ...others } = readChoices(services);
  if (token === null) {
    writeChoices(services, others);
    await rm(ownCopy(services, id), { force: true });
    return { state: 'none' };
  }
  const { path, fileName } = services.files.get(token);
  if (!(await readBaseMapFile(path, fileName))) refuse('maps/not-a-base-map', { fileName });
  writeChoices(services, { ...others, [id]: { path: isPassing(services, path) ? await keepCopy(services, id, path) : path, fileName } });
  return baseMapOf(services, project);
}

export async function baseMapBytes(services: EngineServices, project: OpenProject, part: { key: string; offset: number; length: number }): Promise<string> {
  const chosen = readChoices(services)[idOf(project)] ?? refuse('maps/base-map-gone', { fileName: '' });
  const bytes = await readBaseMapBytes(chosen.path, part.key, part.offset, part.length);
  return (bytes ?? refuse('maps/base-map-gone', { fileName: chosen.fileName })).toString('base64');
}

/** The box of everything that has a boundary. */
const cityBox = remembered(['areas'], (project) => ({
  box: boundingBoxOf(listLayers(project).flatMap((layer) => boundariesOf(project, layer.id).features.map((feature) => feature.geometry))),
}));

function coverOf(project: OpenProject, map: Omit<BaseMap, 'covers'>): BaseMap['covers'] {
  const { box } = cityBox(project);
  if (!box) return null;
  if (map.west <= box.west && map.east >= box.east && map.south <= box.south && map.north >= box.north) return 'all';
  return map.east < box.west || map.west > box.east || map.north < box.south || map.south > box.north ? 'none' : 'part';
}

function idOf(project: OpenProject): string {
  return project.found(sql.selectFrom('project').select('id')).id;
}

/** What a browser uploaded lies in a folder that is emptied when the engine closes. */
function isPassing(services: EngineServices, path: string): boolean {
  const inside = relative(resolve(services.folders.temporary), resolve(path));
  return inside !== '' && !inside.startsWith('..');
}

async function keepCopy(services: EngineServices, id: string, path: string): Promise<string> {
  const kept = ownCopy(services, id);
  mkdirSync(join(kept, '..'), { recursive: true });
  await copyFile(path, `${kept}.part`);
  await rename(`${kept}.part`, kept);
  return kept;
}

const ownCopy = (services: EngineServices, id: string) => join(services.folders.settings, 'base-maps', `${basename(id)}.pmtiles`);
const choicesPath = (services: EngineServices) => join(services.folders.settings, 'base-maps.json');

/** A damaged list is an empty one: it is a convenience, not data. */
function readChoices(services: EngineServices): Stored {
  return readStored(choicesPath(services), storedSchema) ?? {};
}

function writeChoices(services: EngineServices, choices: Stored): void {
  writeStored(choicesPath(services), choices);
}
