import { type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import type { PopulationBook } from './population-book.ts';

export interface LayerArea {
  readonly key: number;
  readonly id: string;
  readonly name: string;
  readonly parentKey: number | null;
}
export interface LayerAreas {
  readonly key: number;
  readonly id: string;
  /** By name, as an alphabet orders them. */
  readonly areas: readonly LayerArea[];
}

/** Names order the same on every machine, whatever its language. */
const alphabet = new Intl.Collator('en', { numeric: true });

export function compareNames(a: { name: string; id: string }, b: { name: string; id: string }): number {
  return alphabet.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
}

/** Every layer in its order, with its areas. */
export function readLayers(project: OpenProject): LayerAreas[] {
  const areas = project.all(sql.selectFrom('area').select(['key', 'id', 'name', 'layer_key', 'parent_key']));
  return project.all(sql.selectFrom('area_layer').select(['key', 'id']).orderBy('position').orderBy('key')).map((layer) => ({
    ...layer,
    areas: areas
      .filter((area) => area.layer_key === layer.key)
      .map(({ key, id, name, parent_key }) => ({ key, id, name, parentKey: parent_key }))
      .sort(compareNames),
  }));
}

/** The layer asked for, else the first one that has residents, else the first; null while there is none. An unknown one is refused. */
export function baseLayer(layers: readonly LayerAreas[], populations: PopulationBook, layerId?: string): LayerAreas | null {
  if (layerId) return layers.find((layer) => layer.id === layerId) ?? refuse('areas/unknown-layer', { layer: layerId });
  return layers.find((layer) => layer.areas.some((area) => populations.has(area.key))) ?? layers[0] ?? null;
}
