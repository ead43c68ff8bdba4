import type { ExpressionSpecification, GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import type { BoundaryCollection } from '#shared/domain/geometry.ts';
import type { MapFill } from '#shared/figures/map-figure.ts';
import type { MapColours } from './map-colours.ts';
import type { MapCircle, MapMarks, MapShapes } from './map-paint.ts';

/** Feature state of shapes without a class. */
const plainState = -2;

/** Above this many shapes the outer edge stays away and borders are hairlines: on the whole city they would cover the colours. */
const manyShapes = 300;

const emptyCollection = { type: 'FeatureCollection' as const, features: [] };

/** The feature state that stands for a shape's fill. Patterns lie in a source of their own. */
export function stepOf(fill: MapFill): number {
  return typeof fill === 'number' ? fill : plainState;
}

/** The layer that a base map goes under. */
export const lowestLayer = 'shape-casing';
const layerIds = ['shape-casing', 'shape-fill', 'shape-pattern', 'shape-line', 'outline-line', 'circle', 'mark-halo', 'mark-line'] as const;
const sourceIds = ['shapes', 'patterns', 'outlines', 'circles', 'marks'] as const;

/**
 * Shapes as layers: outer edge, fill, borders, then what is pointed at or chosen. Their colours come with `paint`. Only what every shape
 * has is drawn for every shape: patterns and marks have small sources of their own, so that a frame is a fill and a line.
 */
export function addShapes(map: MapLibre, shapes: MapShapes, outlines: MapShapes | null) {
  const isMany = shapes.collection.features.length > manyShapes;
  map.addSource('shapes', { type: 'geojson', data: plainFeatures(shapes.collection), promoteId: 'areaId', tolerance: isMany ? 0.375 : 0.2, buffer: 32 });
  map.addSource('patterns', { type: 'geojson', data: emptyCollection, tolerance: 0.375, buffer: 32 });
  map.addSource('outlines', { type: 'geojson', data: outlines ? plainFeatures(outlines.collection) : emptyCollection, buffer: 32 });
  map.addSource('circles', { type: 'geojson', data: emptyCollection });
  map.addSource('marks', { type: 'geojson', data: emptyCollection, tolerance: 0.2, buffer: 32 });
  const round = { 'line-join': 'round' as const };
  map.addLayer({ id: 'shape-casing', type: 'line', source: 'shapes', layout: { ...round, visibility: isMany ? 'none' : 'visible' } });
  map.addLayer({ id: 'shape-fill', type: 'fill', source: 'shapes', paint: { 'fill-antialias': false } });
  map.addLayer({ id: 'shape-pattern', type: 'fill', source: 'patterns', paint: { 'fill-antialias': false } });
  map.addLayer({ id: 'shape-line', type: 'line', source: 'shapes', layout: round });
  map.addLayer({ id: 'outline-line', type: 'line', source: 'outlines', layout: round });
  map.addLayer({ id: 'circle', type: 'circle', source: 'circles', layout: { 'circle-sort-key': ['-', ['get', 'radius']] } });
  map.addLayer({ id: 'mark-halo', type: 'line', source: 'marks', layout: round });
  map.addLayer({ id: 'mark-line', type: 'line', source: 'marks', layout: round });
}

export function removeShapes(map: MapLibre) {
  // The map itself may be gone already.
  if (!map.style) return;
  for (const id of layerIds.toReversed()) if (map.getLayer(id)) map.removeLayer(id);
  for (const id of sourceIds) if (map.getSource(id)) map.removeSource(id);
}

/** Colours of the scheme, by feature state, so that neither a new figure nor the dark theme builds the map anew. */
export function paint(map: MapLibre, colours: MapColours, fillColours: readonly string[], shapeCount: number, hasBase: boolean) {
  const step: ExpressionSpecification = ['coalesce', ['feature-state', 'step'], plainState];
  const byStep = fillColours.flatMap((colour, place) => [place, colour]);
  const fill = byStep.length > 0 ? (['match', step, ...byStep, colours.plain] as ExpressionSpecification) : colours.plain;
  drawPattern(map, 'pattern-none', colours, slant);
  drawPattern(map, 'pattern-hidden', colours, dots);
  const set = (layer: string, properties: Record<string, unknown>) => {
    for (const [name, value] of Object.entries(properties)) map.setPaintProperty(layer, name as 'line-color', value as string);
  };
  set('shape-casing', { 'line-color': colours.inkFaint, 'line-width': 3 });
  set('shape-fill', { 'fill-color': fill, 'fill-opacity': hasBase ? 0.68 : 1 });
  set('shape-pattern', { 'fill-pattern': ['concat', 'pattern-', ['get', 'pattern']], 'fill-opacity': hasBase ? 0.85 : 1 });
  set('shape-line', { 'line-color': colours.surface, 'line-width': shapeCount > manyShapes ? 0.5 : 1.1 });
  set('outline-line', { 'line-color': colours.ink, 'line-width': 0.9, 'line-opacity': 0.55 });
  set('circle', {
    'circle-radius': ['get', 'radius'],
    'circle-color': colours.symbol,
    'circle-opacity': 0.75,
    'circle-stroke-color': colours.surface,
    'circle-stroke-width': 1.2,
  });
  const byMark = (values: Record<keyof MapMarks, unknown>) =>
    ['match', ['get', 'mark'], 'selected', values.selected, 'focused', values.focused, values.hovered] as unknown as ExpressionSpecification;
  set('mark-halo', { 'line-color': colours.surface, 'line-width': byMark({ selected: 5.5, focused: 7, hovered: 0 }) });
  set('mark-line', {
    'line-color': byMark({ selected: colours.ink, focused: colours.focus, hovered: colours.ink }),
    'line-width': byMark({ selected: 2.5, focused: 3.5, hovered: 1.5 }),
  });
}

export function setPatterns(map: MapLibre, shapes: MapShapes, fillOf: (id: string) => MapFill) {
  const features = shapes.collection.features.flatMap(({ geometry, properties: { areaId } }) => {
    const pattern = fillOf(areaId);
    return pattern === 'none' || pattern === 'hidden' ? [{ type: 'Feature' as const, properties: { pattern }, geometry }] : [];
  });
  sourceOf(map, 'patterns')?.setData({ type: 'FeatureCollection', features });
}

export function setCircles(map: MapLibre, circles: readonly MapCircle[]) {
  const features = circles.map(({ id, degrees, radius }) => ({
    type: 'Feature' as const,
    properties: { areaId: id, radius },
    geometry: { type: 'Point' as const, coordinates: degrees },
  }));
  sourceOf(map, 'circles')?.setData({ type: 'FeatureCollection', features });
}

/** Weakest first: the keyboard's place is drawn over what is chosen. */
export function setMarks(map: MapLibre, shapes: MapShapes, marks: MapMarks) {
  const features = (['hovered', 'selected', 'focused'] as const).flatMap((mark) => {
    const geometry = shapes.boundaryOf.get(marks[mark] ?? '');
    return geometry ? [{ type: 'Feature' as const, properties: { mark }, geometry }] : [];
  });
  sourceOf(map, 'marks')?.setData({ type: 'FeatureCollection', features });
}

function sourceOf(map: MapLibre, id: (typeof sourceIds)[number]): GeoJSONSource | undefined {
  return map.style ? map.getSource<GeoJSONSource>(id) : undefined;
}

/** The features' numbers are the engine's own; the map knows a shape by its id. */
function plainFeatures({ features }: BoundaryCollection) {
  return {
    type: 'FeatureCollection' as const,
    features: features.map(({ type, properties, geometry }) => ({ type, properties: { ...properties }, geometry })),
  };
}

const patternSide = 16;

/** Slanted lines for «no figure», dots for «hidden», so that neither looks like «little». Drawn at twice the size for sharp screens. */
function drawPattern(map: MapLibre, name: string, colours: MapColours, draw: (pen: CanvasRenderingContext2D) => void) {
  const canvas = document.createElement('canvas');
  canvas.width = patternSide;
  canvas.height = patternSide;
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.fillStyle = colours.none;
  pen.fillRect(0, 0, patternSide, patternSide);
  pen.strokeStyle = colours.edge;
  pen.fillStyle = colours.edge;
  draw(pen);
  const image = pen.getImageData(0, 0, patternSide, patternSide);
  if (map.hasImage(name)) map.updateImage(name, image);
  else map.addImage(name, image, { pixelRatio: 2 });
}

function slant(pen: CanvasRenderingContext2D) {
  pen.lineWidth = 3;
  for (const shift of [-patternSide, 0, patternSide]) {
    pen.beginPath();
    pen.moveTo(shift - 2, patternSide + 2);
    pen.lineTo(shift + patternSide + 2, -2);
    pen.stroke();
  }
}

function dots(pen: CanvasRenderingContext2D) {
  for (const [x, y] of [
    [4, 4],
    [12, 12],
  ] as const) {
    pen.beginPath();
    pen.arc(x, y, 1.7, 0, Math.PI * 2);
    pen.fill();
  }
}
