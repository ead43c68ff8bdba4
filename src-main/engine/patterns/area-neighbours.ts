import type { Neighbours } from '#shared/methods/getis-ord.ts';
import { flatNeighbours } from '#shared/methods/neighbours.ts';
import { boundariesOf } from '../areas/areas.ts';
import { boundingBoxOf, polygonsOf } from '../areas/geodesy.ts';
import type { LayerAreas } from '../incidents/base-layer.ts';
import { remembered } from '../incidents/remembered.ts';
import type { OpenProject } from '../project/open-project.ts';

/** Corners of neighbours are taken for the same within about a metre. */
const cornerDigits = 1e5;
/** More than there are latitudes from pole to pole: each corner of the earth has a number of its own. */
const cornerRows = 180 * cornerDigits + 1;
/** An area that touches none (an island, boundaries drawn apart) takes its nearest ones. */
const nearestTaken = 4;

export interface AreaNeighbours {
  readonly neighbours: Neighbours;
  /** Areas whose neighbours are just the nearest. */
  readonly byDistance: number;
}

const keptNeighbours = remembered(['areas'], () => new Map<string, AreaNeighbours>());

/** Who neighbours whom in a layer: areas that share a corner of their boundary; where one shares none, its four nearest. Mutual. */
export function areaNeighbours(project: OpenProject, layer: LayerAreas): AreaNeighbours {
  const kept = keptNeighbours(project);
  const known = kept.get(layer.id) ?? findNeighbours(project, layer);
  kept.set(layer.id, known);
  return known;
}

function findNeighbours(project: OpenProject, layer: LayerAreas): AreaNeighbours {
  const positions = new Map(layer.areas.map((area, position) => [area.id, position]));
  const sets = layer.areas.map(() => new Set<number>());
  const atCorner = new Map<number, number[]>();
  const middles = new Map<number, readonly [number, number]>();
  for (const { properties, geometry } of boundariesOf(project, layer.id).features) {
    const position = positions.get(properties.areaId);
    const box = boundingBoxOf([geometry]);
    if (position === undefined || !box) continue;
    middles.set(position, [((box.west + box.east) / 2) * Math.cos((((box.south + box.north) / 2) * Math.PI) / 180), (box.south + box.north) / 2]);
    for (const ring of polygonsOf(geometry).flat()) {
      for (const [longitude, latitude] of ring) {
        const corner = Math.round(longitude * cornerDigits) * cornerRows + Math.round(latitude * cornerDigits);
        const there = atCorner.get(corner);
        if (!there) atCorner.set(corner, [position]);
        else if (!there.includes(position)) there.push(position);
      }
    }
  }
  for (const together of atCorner.values()) {
    for (const one of together) for (const other of together) if (one !== other) sets[one]?.add(other);
  }
  let byDistance = 0;
  for (const [position, [x, y]] of middles) {
    if ((sets[position]?.size ?? 0) > 0) continue;
    byDistance += 1;
    const nearest = [...middles]
      .filter(([other]) => other !== position)
      .map(([other, [ox, oy]]) => ({ other, distance: Math.hypot(ox - x, oy - y) }))
      .sort((a, b) => a.distance - b.distance || a.other - b.other)
      .slice(0, nearestTaken);
    for (const { other } of nearest) {
      sets[position]?.add(other);
      sets[other]?.add(position);
    }
  }
  return { neighbours: flatNeighbours(sets.map((set) => [...set].sort((a, b) => a - b))), byDistance };
}
