import type { FilterSpecification, LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import type { BaseMap } from '#shared/domain/maps.ts';
import type { BaseColours, MapColours } from './map-colours.ts';

const sourceId = 'base';

/** Names of the same things in the two common schemes of vector tiles: Protomaps' basemaps and OpenMapTiles. */
const layerNames = {
  land: ['earth'],
  green: ['landuse', 'natural', 'landcover', 'park'],
  water: ['water'],
  river: ['waterway'],
  building: ['buildings', 'building'],
  road: ['roads', 'transportation'],
} as const;

const greenKinds = [
  'park',
  'nature_reserve',
  'forest',
  'wood',
  'grass',
  'grassland',
  'meadow',
  'garden',
  'cemetery',
  'recreation_ground',
  'golf_course',
  'farmland',
];
const isGreen: FilterSpecification = [
  'any',
  ...['kind', 'pmap:kind', 'class', 'subclass'].map((name): FilterSpecification => ['in', ['coalesce', ['get', name], ''], ['literal', greenKinds]]),
] as FilterSpecification;
/** Large roads wider than small ones; both schemes name their classes differently. */
const largeRoads = ['highway', 'major_road', 'motorway', 'trunk', 'primary', 'secondary'];

/** A quiet grey ground of land, green, water, buildings and streets: no words, so no glyph files. `before` is the first layer of the city's own. */
export function addBaseMap(map: MapLibre, baseMap: BaseMap, tiles: string, colours: MapColours, isDark: boolean, before: string | undefined) {
  removeBaseMap(map);
  const { west, south, east, north, minZoom, maxZoom } = baseMap;
  const bounds: [number, number, number, number] = [west, Math.max(-85, south), east, Math.min(85, north)];
  if (baseMap.tiles === 'raster') {
    map.addSource(sourceId, { type: 'raster', tiles: [tiles], tileSize: 256, minzoom: minZoom, maxzoom: maxZoom, bounds });
    // Pictures keep their drawing, but not their colours: those are the data's.
    const paint = { 'raster-saturation': -1, 'raster-opacity': isDark ? 0.3 : 0.55, 'raster-fade-duration': 0 };
    map.addLayer({ id: 'base-raster', type: 'raster', source: sourceId, paint }, before);
    return;
  }
  map.addSource(sourceId, { type: 'vector', tiles: [tiles], minzoom: minZoom, maxzoom: maxZoom, bounds });
  for (const layer of vectorLayers(colours.base)) map.addLayer(layer, before);
}

function vectorLayers(colours: BaseColours): LayerSpecification[] {
  const fill = (id: string, name: string, colour: string, filter?: FilterSpecification): LayerSpecification => ({
    id: `base-${id}-${name}`,
    type: 'fill',
    source: sourceId,
    'source-layer': name,
    paint: { 'fill-color': colour, 'fill-antialias': false },
    filter: filter ?? ['match', ['geometry-type'], ['Polygon', 'MultiPolygon'], true, false],
  });
  const line = (id: string, name: string, colour: string, wide: number, narrow: number): LayerSpecification => ({
    id: `base-${id}-${name}`,
    type: 'line',
    source: sourceId,
    'source-layer': name,
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    filter: ['match', ['geometry-type'], ['LineString', 'MultiLineString'], true, false],
    paint: {
      'line-color': colour,
      'line-width': [
        'interpolate',
        ['exponential', 1.6],
        ['zoom'],
        9,
        ['case', isLarge, 0.6, 0],
        13,
        ['case', isLarge, wide, narrow],
        18,
        ['case', isLarge, wide * 7, narrow * 9],
      ],
    },
  });
  const isLarge = ['any', ...['kind', 'pmap:kind', 'class'].map((name) => ['in', ['coalesce', ['get', name], ''], ['literal', largeRoads]])] as never;
  return [
    ...layerNames.land.map((name) => fill('land', name, colours.land)),
    ...layerNames.green.map((name) => fill('green', name, colours.green, isGreen)),
    ...layerNames.water.map((name) => fill('water', name, colours.water)),
    ...layerNames.river.map((name) => line('river', name, colours.water, 1.4, 1)),
    ...layerNames.building.map((name): LayerSpecification => ({ ...fill('building', name, colours.building), minzoom: 13 }) as LayerSpecification),
    ...layerNames.road.map((name) => line('edge', name, colours.roadEdge, 3, 1.6)),
    ...layerNames.road.map((name) => line('road', name, colours.road, 2, 0.9)),
  ];
}

export function removeBaseMap(map: MapLibre) {
  if (!map.style) return;
  for (const { id } of map.getStyle().layers.filter(({ id }) => id.startsWith('base-'))) map.removeLayer(id);
  if (map.getSource(sourceId)) map.removeSource(sourceId);
}
