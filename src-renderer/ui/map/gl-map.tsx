import 'maplibre-gl/dist/maplibre-gl.css';
import { type ExpressionSpecification, Map as MapLibre, type MapMouseEvent, type StyleSpecification, setWorkerUrl } from 'maplibre-gl';
// A file of the page's own: the content security policy admits no worker made from text.
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { useEffect, useRef, useState } from 'react';
import type { BoundaryCollection } from '#shared/domain/geometry.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import classes from './area-map.module.css';
import { type MapColours, useMapColours } from './map-colours.ts';
import type { AreaFill, DrawingProps } from './map-paint.ts';
import { type MapPlane, type MapView, toDegrees, toMercator } from './map-plane.ts';

setWorkerUrl(new URL(workerUrl, window.location.href).href);

/** Pixels of the whole world at zoom 0, as MapLibre counts. */
const worldPx = 512;
const fitMarginPx = 20;
/** Feature states of areas without a class. */
const plainState = -2;
const noneState = -1;

const emptyStyle: StyleSpecification = { version: 8, sources: {}, layers: [] };

/** The map by WebGL: thousands of areas move without a stutter. */
export function GlMap({
  plane,
  boundaries,
  fillOf,
  fillColours,
  selectedId,
  hoveredId,
  onHover,
  onSelect,
  onView,
  onHandle,
  onDrawn,
  onFailure,
  label,
}: DrawingProps & { plane: MapPlane; boundaries: BoundaryCollection }) {
  const { t } = useTexts();
  const colours = useMapColours();
  const container = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapLibre | null>(null);
  const [hasLayers, setHasLayers] = useState(false);
  const wantsFit = useRef(true);

  // One map for the life of this element; what it shows follows in the effects below.
  // biome-ignore lint/correctness/useExhaustiveDependencies: words of the language it was made in are good enough for its hints
  useEffect(() => {
    if (!container.current) return;
    let made: MapLibre;
    try {
      made = new MapLibre({
        container: container.current,
        style: emptyStyle,
        attributionControl: false,
        dragRotate: false,
        pitchWithRotate: false,
        touchPitch: false,
        maxPitch: 0,
        renderWorldCopies: false,
        fadeDuration: 0,
        cooperativeGestures: true,
        locale: {
          'Map.Title': label,
          'CooperativeGesturesHandler.WindowsHelpText': t('map.wheelHint', { key: 'Ctrl' }),
          'CooperativeGesturesHandler.MacHelpText': t('map.wheelHint', { key: '⌘' }),
          'CooperativeGesturesHandler.MobileHelpText': t('map.touchHint'),
        },
      });
    } catch {
      onFailure();
      return;
    }
    made.touchZoomRotate.disableRotation();
    made.keyboard.disableRotation();
    made.on('style.load', () => setMap(made));
    return () => {
      setMap(null);
      setHasLayers(false);
      made.remove();
    };
  }, []);

  useEffect(() => {
    if (!map) return;
    addAreas(map, boundaries);
    wantsFit.current = true;
    fit(map, plane, 0);
    setHasLayers(true);
    const tellDrawn = () => onDrawn?.();
    map.once('idle', tellDrawn);
    return () => {
      map.off('idle', tellDrawn);
      setHasLayers(false);
      removeAreas(map);
    };
  }, [map, boundaries, plane, onDrawn]);

  useEffect(() => {
    if (map && hasLayers) paint(map, colours, fillColours, plane.areas.length);
  }, [map, hasLayers, colours, fillColours, plane]);

  useEffect(() => {
    if (!map || !hasLayers) return;
    for (const { areaId } of plane.areas) map.setFeatureState({ source: 'areas', id: areaId }, { step: stepOf(fillOf(areaId)) });
  }, [map, hasLayers, plane, fillOf]);

  useMarkedArea(hasLayers ? map : null, 'selected', selectedId);
  useMarkedArea(hasLayers ? map : null, 'hovered', hoveredId);

  useEffect(() => {
    if (!map) return;
    const tell = () => onView(viewOf(map, plane));
    const onMove = (event: { originalEvent?: unknown }) => {
      if (event.originalEvent) wantsFit.current = false;
      tell();
    };
    const onResize = () => {
      if (wantsFit.current) fit(map, plane, 0);
      tell();
    };
    map.on('move', onMove);
    map.on('resize', onResize);
    tell();
    return () => {
      map.off('move', onMove);
      map.off('resize', onResize);
    };
  }, [map, plane, onView]);

  useEffect(() => {
    if (!map || !hasLayers) return;
    const areaAt = (event: MapMouseEvent) => map.queryRenderedFeatures(event.point, { layers: ['area-fill'] })[0]?.properties.areaId as string | undefined;
    const onMove = (event: MapMouseEvent) => {
      const areaId = areaAt(event);
      map.getCanvas().style.cursor = areaId && onSelect ? 'pointer' : '';
      onHover(areaId ? { areaId, x: event.point.x, y: event.point.y } : null);
    };
    const onLeave = () => onHover(null);
    const onClick = (event: MapMouseEvent) => onSelect?.(areaAt(event) ?? null);
    map.on('mousemove', onMove);
    map.on('mouseout', onLeave);
    map.on('click', onClick);
    return () => {
      map.off('mousemove', onMove);
      map.off('mouseout', onLeave);
      map.off('click', onClick);
    };
  }, [map, hasLayers, onHover, onSelect]);

  useEffect(() => {
    if (!map) return;
    onHandle({
      zoomBy: (factor) => {
        wantsFit.current = false;
        map.easeTo({ zoom: map.getZoom() + Math.log2(factor), duration: 180 });
      },
      fit: () => {
        wantsFit.current = true;
        fit(map, plane, 240);
      },
      show: (areaId) => {
        const area = plane.areas.find((candidate) => candidate.areaId === areaId);
        if (!area) return;
        const place = toDegrees([area.label.x / plane.unitsPerWorld + plane.originX, area.label.y / plane.unitsPerWorld + plane.originY]);
        if (!map.getBounds().contains(place)) map.easeTo({ center: place, duration: 240 });
      },
    });
    return () => onHandle(null);
  }, [map, plane, onHandle]);

  useEffect(() => {
    if (!map) return;
    const canvas = map.getCanvas();
    canvas.addEventListener('webglcontextlost', onFailure);
    return () => canvas.removeEventListener('webglcontextlost', onFailure);
  }, [map, onFailure]);

  // The library makes its element relative: the frame around it holds the place.
  return (
    <div className={classes.drawing} data-ready={hasLayers || undefined}>
      <div ref={container} className={classes.canvas} />
    </div>
  );
}

function stepOf(fill: AreaFill): number {
  return fill === 'plain' ? plainState : fill === 'none' ? noneState : fill;
}

function addAreas(map: MapLibre, boundaries: BoundaryCollection) {
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

function removeAreas(map: MapLibre) {
  // The map itself may be gone already.
  if (!map.style) return;
  for (const id of ['area-mark', 'area-halo', 'area-line', 'area-hatch', 'area-fill', 'area-casing']) if (map.getLayer(id)) map.removeLayer(id);
  if (map.getSource('areas')) map.removeSource('areas');
}

function paint(map: MapLibre, colours: MapColours, fillColours: readonly string[], areaCount: number) {
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

function useMarkedArea(map: MapLibre | null, mark: 'selected' | 'hovered', areaId: string | null) {
  useEffect(() => {
    if (!map || !areaId) return;
    map.setFeatureState({ source: 'areas', id: areaId }, { [mark]: true });
    return () => {
      if (map.style && map.getSource('areas')) map.setFeatureState({ source: 'areas', id: areaId }, { [mark]: false });
    };
  }, [map, mark, areaId]);
}

function fit(map: MapLibre, plane: MapPlane, duration: number) {
  const west = toDegrees([plane.originX, plane.originY + plane.height / plane.unitsPerWorld]);
  const east = toDegrees([plane.originX + plane.width / plane.unitsPerWorld, plane.originY]);
  map.fitBounds([west, east], { padding: fitMarginPx, duration });
}

function viewOf(map: MapLibre, plane: MapPlane): MapView {
  const scale = (worldPx * 2 ** map.getZoom()) / plane.unitsPerWorld;
  const { clientWidth, clientHeight } = map.getContainer();
  const { lng, lat } = map.getCenter();
  const [x, y] = toMercator([lng, lat]);
  return {
    scale,
    x: clientWidth / 2 - (x - plane.originX) * plane.unitsPerWorld * scale,
    y: clientHeight / 2 - (y - plane.originY) * plane.unitsPerWorld * scale,
  };
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
