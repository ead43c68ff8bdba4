import type { ExpressionSpecification, Map as MapLibre } from 'maplibre-gl';
import type { BoundaryCollection } from '#shared/domain/geometry.ts';
import type { MapColours } from './map-colours.ts';
import type { AreaFill } from './map-paint.ts';

/** Feature states of areas without a class. */
const plainState = -2;
const noneState = -1;

/** The feature state that stands for an area's fill. */
export function stepOf(fill: AreaFill): number {
  return fill === 'plain' ? plainState : fill === 'none' ? noneState : fill;
}

/** The areas as layers: outer edge, fill, hatch, borders, then what is pointed at or chosen. Their colours come with `paint`. */
export function addAreas(map: MapLibre, boundaries: BoundaryCollection) {
  // The features' numbers are the engine's own; the map knows an area by its id.
  const features = boundaries.features.map(({ type, properties, geometry }) => ({ type, properties: { ...properties }, geometry }));
  map.addSource('areas', { type: 'geojson', data: { type: 'FeatureCollection', features }, promoteId: 'areaId', tolerance: 0.2 });
  map.addLayer({ id: 'area-casing', type: 'line', source: 'areas', layout: { 'line-join': 'round' } });
  map.addLayer({ id: 'area-fill', type: 'fill', source: 'areas' });
  map.addLayer({ id: 'area-hatch', type: 'fill', source: 'areas', paint: { 'fill-opacity': 0 } });
  map.addLayer({ id: 'area-line', type: 'line', source: 'areas', layout: { 'line-join': 'round' } });
  map.addLayer({ id: 'area-halo', type: 'line', source: 'areas', layout: { 'line-join': 'round' } });
  map.addLayer({ id: 'area-mark', type: 'line', source: 'areas', layout: { 'line-join': 'round' } });
}

export function removeAreas(map: MapLibre) {
  // The map itself may be gone already.
  if (!map.style) return;
  for (const id of ['area-mark', 'area-halo', 'area-line', 'area-hatch', 'area-fill', 'area-casing']) if (map.getLayer(id)) map.removeLayer(id);
  if (map.getSource('areas')) map.removeSource('areas');
}

/** Colours of the scheme, by feature state, so that neither a new figure nor the dark theme builds the map anew. */
export function paint(map: MapLibre, colours: MapColours, fillColours: readonly string[], areaCount: number) {
  const step: ExpressionSpecification = ['coalesce', ['feature-state', 'step'], plainState];
  const is = (name: string): ExpressionSpecification => ['boolean', ['feature-state', name], false];
  const byStep = fillColours.flatMap((colour, place) => [place, colour]);
  drawHatch(map, colours);
  map.setPaintProperty('area-hatch', 'fill-pattern', 'hatch');
  map.setPaintProperty('area-casing', 'line-color', colours.inkFaint);
  map.setPaintProperty('area-casing', 'line-width', 3);
  map.setPaintProperty('area-fill', 'fill-color', ['match', step, noneState, colours.none, ...byStep, colours.plain] as ExpressionSpecification);
  map.setPaintProperty('area-hatch', 'fill-opacity', ['case', ['==', step, noneState], 1, 0]);
  map.setPaintProperty('area-line', 'line-color', colours.surface);
  map.setPaintProperty('area-line', 'line-width', areaCount > 300 ? 0.5 : 1.1);
  map.setPaintProperty('area-halo', 'line-color', colours.surface);
  map.setPaintProperty('area-halo', 'line-width', ['case', is('selected'), 5.5, 0]);
  map.setPaintProperty('area-mark', 'line-color', colours.ink);
  map.setPaintProperty('area-mark', 'line-width', ['case', is('selected'), 2.5, is('hovered'), 1.5, 0]);
}

/** Slanted lines for «no figure», so that it never looks like «little». Drawn at twice the size for sharp screens. */
function drawHatch(map: MapLibre, colours: MapColours) {
  const side = 16;
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.fillStyle = colours.none;
  pen.fillRect(0, 0, side, side);
  pen.strokeStyle = colours.edge;
  pen.lineWidth = 3;
  for (const shift of [-side, 0, side]) {
    pen.beginPath();
    pen.moveTo(shift - 2, side + 2);
    pen.lineTo(shift + side + 2, -2);
    pen.stroke();
  }
  const image = pen.getImageData(0, 0, side, side);
  if (map.hasImage('hatch')) map.updateImage('hatch', image);
  else map.addImage('hatch', image, { pixelRatio: 2 });
}
