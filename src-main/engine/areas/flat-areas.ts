import { FillRule, type Paths64, union } from 'clipper2-ts';
import Flatbush from 'flatbush';
import type { Boundary } from '#shared/domain/geometry.ts';
import { atOnce, type InTurns } from '../project/in-turns.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { requireLayer } from './areas.ts';
import { boundingBoxOf } from './geodesy.ts';
import { boxOfPaths, CityPlane, pathsKm2 } from './plane.ts';

/** An area on the plane; `paths` is empty where it has no boundary. */
export interface FlatArea {
  readonly key: number;
  readonly id: string;
  readonly name: string;
  readonly boundary: Boundary | null;
  readonly paths: Paths64;
  readonly km2: number;
}

export interface FlatLayers {
  readonly plane: CityPlane;
  readonly layers: FlatArea[][];
}

/** Areas of layers on one common plane. A boundary is cleaned on the way: rings that cross themselves fall into proper ones. */
export function flatAreas(project: OpenProject, layerIds: readonly string[]): FlatLayers {
  return atOnce(flatAreasInTurns(project, layerIds));
}

/** The same in short turns; the project is read in the first. */
export function* flatAreasInTurns(project: OpenProject, layerIds: readonly string[]): InTurns<FlatLayers> {
  const rows = layerIds.map((layerId) =>
    project.all(sql.selectFrom('area').select(['key', 'id', 'name', 'boundary']).where('layer_key', '=', requireLayer(project, layerId)).orderBy('key')),
  );
  const parsed = rows.map((layer) => layer.map((row) => ({ ...row, boundary: row.boundary === null ? null : (JSON.parse(row.boundary) as Boundary) })));
  const box = boundingBoxOf(parsed.flat().flatMap(({ boundary }) => boundary ?? [])) ?? { west: 0, south: 0, north: 0 };
  const plane = new CityPlane(box);
  const flat = (row: { key: number; id: string; name: string; boundary: Boundary | null }): FlatArea => {
    const paths = row.boundary === null ? [] : union(plane.pathsOf(row.boundary), FillRule.EvenOdd);
    return { ...row, paths, km2: pathsKm2(paths) };
  };
  const layers: FlatArea[][] = [];
  for (const layer of parsed) {
    const flatLayer: FlatArea[] = [];
    for (const row of layer) {
      flatLayer.push(flat(row));
      yield;
    }
    layers.push(flatLayer);
  }
  return { plane, layers };
}

/** Finds the areas whose boxes touch a box. */
export class AreaBoxes {
  readonly #areas: readonly FlatArea[];
  readonly #index: Flatbush | null;

  constructor(areas: readonly FlatArea[]) {
    this.#areas = areas.filter(({ paths }) => paths.length > 0);
    this.#index = this.#areas.length === 0 ? null : new Flatbush(this.#areas.length);
    for (const { paths } of this.#areas) {
      const box = boxOfPaths(paths);
      if (box) this.#index?.add(box.minX, box.minY, box.maxX, box.maxY);
    }
    this.#index?.finish();
  }

  near(paths: Paths64): FlatArea[] {
    const box = boxOfPaths(paths);
    if (!box || !this.#index) return [];
    return this.#index
      .search(box.minX, box.minY, box.maxX, box.maxY)
      .sort((a, b) => a - b)
      .flatMap((place) => this.#areas[place] ?? []);
  }
}
