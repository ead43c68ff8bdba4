import 'maplibre-gl/dist/maplibre-gl.css';
import { Map as MapLibre, type MapMouseEvent, type StyleSpecification, setWorkerUrl } from 'maplibre-gl';
// A file of the page's own: the content security policy admits no worker made from text.
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { useEffect, useRef, useState } from 'react';
import type { BoundaryCollection } from '#shared/domain/geometry.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import classes from './area-map.module.css';
import { addAreas, paint, removeAreas, stepOf } from './gl-layers.ts';
import { useMapColours } from './map-colours.ts';
import type { DrawingProps } from './map-paint.ts';
import { type MapPlane, type MapView, toDegrees, toMercator } from './map-plane.ts';

setWorkerUrl(new URL(workerUrl, window.location.href).href);

/** Pixels of the whole world at zoom 0, as MapLibre counts. */
const worldPx = 512;
const fitMarginPx = 20;
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
    fitPlane(map, plane, 0);
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
      if (wantsFit.current) fitPlane(map, plane, 0);
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
        fitPlane(map, plane, 240);
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

function useMarkedArea(map: MapLibre | null, mark: 'selected' | 'hovered', areaId: string | null) {
  useEffect(() => {
    if (!map || !areaId) return;
    map.setFeatureState({ source: 'areas', id: areaId }, { [mark]: true });
    return () => {
      if (map.style && map.getSource('areas')) map.setFeatureState({ source: 'areas', id: areaId }, { [mark]: false });
    };
  }, [map, mark, areaId]);
}

function fitPlane(map: MapLibre, plane: MapPlane, duration: number) {
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
