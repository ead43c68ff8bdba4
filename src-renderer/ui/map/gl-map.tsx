import 'maplibre-gl/dist/maplibre-gl.css';
import { Map as MapLibre, type MapMouseEvent, type StyleSpecification, setWorkerUrl } from 'maplibre-gl';
// A file of the page's own: the content security policy admits no worker made from text.
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { addBaseMap, removeBaseMap } from './base-map-layers.ts';
import { baseMapTiles } from './base-map-source.ts';
import { addShapes, lowestLayer, paint, removeShapes, setCircles, setMarks, setPatterns, stepOf } from './gl-layers.ts';
import classes from './map.module.css';
import { useMapColours } from './map-colours.ts';
import type { DrawingProps } from './map-paint.ts';
import { degreesOnPlane, type MapPlane, type PlaneView, toDegrees, toMercator } from './map-plane.ts';

setWorkerUrl(new URL(workerUrl, window.location.href).href);

/** Pixels of the whole world at zoom 0, as MapLibre counts. */
const worldPx = 512;
const fitMarginPx = 20;
const emptyStyle: StyleSpecification = { version: 8, sources: {}, layers: [] };

/** The map by WebGL: thousands of shapes move without a stutter. Nothing of it is drawn by React while it moves. */
export function GlMap(props: DrawingProps) {
  const { shapes, outlines, fillOf, fillColours, circles, marks, baseMap, feed, onHover, onSelect, onHandle, onDrawn, onFailure } = props;
  const { plane } = shapes;
  const { t } = useTexts();
  const { client } = useEngine();
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
        // The frame around the map takes the keys, for both drawings alike.
        keyboard: false,
        locale: {
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
    const canvas = made.getCanvas();
    canvas.tabIndex = -1;
    canvas.removeAttribute('role');
    canvas.removeAttribute('aria-label');
    // A tile that cannot be read leaves a blank place on the base map, which the notice beside the map explains.
    made.on('error', () => undefined);
    made.on('style.load', () => setMap(made));
    return () => {
      setMap(null);
      setHasLayers(false);
      made.remove();
    };
  }, []);

  useEffect(() => {
    if (!map) return;
    addShapes(map, shapes, outlines);
    fitPlane(map, shapes.plane, 0);
    wantsFit.current = true;
    setHasLayers(true);
    const tellDrawn = () => onDrawn?.();
    map.once('idle', tellDrawn);
    return () => {
      map.off('idle', tellDrawn);
      setHasLayers(false);
      removeShapes(map);
    };
  }, [map, shapes, outlines, onDrawn]);

  useEffect(() => {
    if (map && hasLayers) paint(map, colours, fillColours, shapes.collection.features.length, baseMap !== null);
  }, [map, hasLayers, colours, fillColours, shapes, baseMap]);

  useEffect(() => {
    if (!map || !hasLayers || !baseMap) return;
    const isDark = document.documentElement.dataset.mantineColorScheme === 'dark';
    addBaseMap(map, baseMap, baseMapTiles(client, baseMap.key), colours, isDark, lowestLayer);
    return () => removeBaseMap(map);
  }, [map, hasLayers, baseMap, client, colours]);

  useEffect(() => {
    if (!map || !hasLayers) return;
    for (const { areaId } of shapes.plane.areas) map.setFeatureState({ source: 'shapes', id: areaId }, { step: stepOf(fillOf(areaId)) });
    setPatterns(map, shapes, fillOf);
  }, [map, hasLayers, shapes, fillOf]);

  useEffect(() => {
    if (map && hasLayers) setCircles(map, circles);
  }, [map, hasLayers, circles]);

  useEffect(() => {
    if (map && hasLayers) setMarks(map, shapes, marks);
  }, [map, hasLayers, shapes, marks]);

  useEffect(() => {
    if (!map) return;
    const tell = () => feed.tell(viewOf(map, plane));
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
  }, [map, plane, feed]);

  useEffect(() => {
    if (!map || !hasLayers) return;
    const idAt = (event: MapMouseEvent) =>
      map.queryRenderedFeatures(event.point, { layers: ['circle', 'shape-fill'] })[0]?.properties.areaId as string | undefined;
    const onMove = (event: MapMouseEvent) => {
      // Looking for the shape under the pointer costs as much as a frame.
      if (map.isMoving()) return;
      const id = idAt(event);
      map.getCanvas().style.cursor = id && onSelect ? 'pointer' : '';
      onHover(id ? { id, x: event.point.x, y: event.point.y } : null);
    };
    const onLeave = () => onHover(null);
    const onClick = (event: MapMouseEvent) => onSelect?.(idAt(event) ?? null);
    map.on('mousemove', onMove);
    map.on('movestart', onLeave);
    map.on('mouseout', onLeave);
    map.on('click', onClick);
    return () => {
      map.off('mousemove', onMove);
      map.off('movestart', onLeave);
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
      panBy: (x, y) => {
        wantsFit.current = false;
        map.panBy([x, y], { duration: 120 });
      },
      fit: () => {
        wantsFit.current = true;
        fitPlane(map, plane, 240);
      },
      show: (id) => {
        const area = plane.areas.find((candidate) => candidate.areaId === id);
        if (!area) return;
        const place = degreesOnPlane(plane, area.label);
        if (!map.getBounds().contains(place)) map.easeTo({ center: place, duration: 240 });
      },
      setView: (view) => {
        wantsFit.current = false;
        const { clientWidth, clientHeight } = map.getContainer();
        const center = degreesOnPlane(plane, { x: (clientWidth / 2 - view.x) / view.scale, y: (clientHeight / 2 - view.y) / view.scale });
        map.jumpTo({ center, zoom: Math.log2((view.scale * plane.unitsPerWorld) / worldPx) });
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

function fitPlane(map: MapLibre, plane: MapPlane, duration: number) {
  const west = toDegrees([plane.originX, plane.originY + plane.height / plane.unitsPerWorld]);
  const east = toDegrees([plane.originX + plane.width / plane.unitsPerWorld, plane.originY]);
  map.fitBounds([west, east], { padding: fitMarginPx, duration });
}

function viewOf(map: MapLibre, plane: MapPlane): PlaneView {
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
