import { type PointerEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import classes from './area-map.module.css';
import { useMapColours } from './map-colours.ts';
import type { AreaFill, DrawingProps } from './map-paint.ts';
import { fitView, type MapPlane, type MapView, type PlaneArea } from './map-plane.ts';
import { useBoxSize } from './use-box-size.ts';

/** How far one may go in: times the view that shows everything. */
const deepestZoom = 60;
/** A press that moves less than this, in pixels, is a click. */
const clickTolerancePx = 4;

/** The same map without WebGL: old machines, remote desktops, printing. */
export function SvgMap({ plane, fillOf, fillColours, selectedId, hoveredId, onHover, onSelect, onView, onHandle, label }: DrawingProps & { plane: MapPlane }) {
  const hatch = useId();
  const colours = useMapColours();
  const { ref, size } = useBoxSize();
  const [ownView, setOwnView] = useState<MapView | null>(null);
  const whole = useMemo(() => (size ? fitView(plane, size) : null), [plane, size]);
  const view = ownView ?? whole;
  const viewRef = useRef(view);
  viewRef.current = view;

  // Another city or layer starts with all of it in view.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the plane is what the view belongs to
  useEffect(() => setOwnView(null), [plane]);

  useEffect(() => {
    if (view) onView(view);
  }, [view, onView]);

  const zoomAt = useCallback(
    (factor: number, x: number, y: number) => {
      const before = viewRef.current;
      if (!before || !whole) return;
      const scale = Math.min(whole.scale * deepestZoom, Math.max(whole.scale * 0.8, before.scale * factor));
      const ratio = scale / before.scale;
      setOwnView({ scale, x: x - (x - before.x) * ratio, y: y - (y - before.y) * ratio });
    },
    [whole],
  );

  useEffect(() => {
    onHandle({
      zoomBy: (factor) => size && zoomAt(factor, size.width / 2, size.height / 2),
      fit: () => setOwnView(null),
      show: (areaId) => {
        const area = plane.areas.find((candidate) => candidate.areaId === areaId);
        const now = viewRef.current;
        if (!area || !now || !size) return;
        const x = area.label.x * now.scale + now.x;
        const y = area.label.y * now.scale + now.y;
        if (x < 0 || y < 0 || x > size.width || y > size.height) setOwnView({ ...now, x: now.x + size.width / 2 - x, y: now.y + size.height / 2 - y });
      },
    });
    return () => onHandle(null);
  }, [onHandle, plane, size, zoomAt]);

  const svg = useRef<SVGSVGElement>(null);
  useEffect(() => {
    const element = svg.current;
    // The page scrolls by the wheel; the map zooms by it with Ctrl or ⌘, as the other drawing does.
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const box = element?.getBoundingClientRect();
      if (box) zoomAt(Math.exp(-event.deltaY / 300), event.clientX - box.left, event.clientY - box.top);
    };
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [zoomAt]);

  const press = useRef<{ x: number; y: number; view: MapView; moved: boolean } | null>(null);
  const onPointerDown = (event: PointerEvent<SVGSVGElement>) => {
    if (event.button === 0 && view) press.current = { x: event.clientX, y: event.clientY, view, moved: false };
  };
  const onPointerMove = (event: PointerEvent<SVGSVGElement>) => {
    const start = press.current;
    if (!start) return;
    const dx = event.clientX - start.x;
    const dy = event.clientY - start.y;
    if (!start.moved && Math.hypot(dx, dy) < clickTolerancePx) return;
    if (!start.moved) event.currentTarget.setPointerCapture(event.pointerId);
    start.moved = true;
    setOwnView({ ...start.view, x: start.view.x + dx, y: start.view.y + dy });
  };
  const onPointerUp = (event: PointerEvent<SVGSVGElement>) => {
    const start = press.current;
    press.current = null;
    if (!start || start.moved) return;
    const areaId = event.target instanceof SVGElement ? event.target.dataset.area : undefined;
    onSelect?.(areaId ?? null);
  };

  const paths = useMemo(() => new Map(plane.areas.map((area) => [area.areaId, pathOf(area)])), [plane]);
  const selected = selectedId ? paths.get(selectedId) : undefined;
  const hovered = hoveredId ? paths.get(hoveredId) : undefined;
  const colourOf = (fill: AreaFill) => (fill === 'none' ? `url(#${hatch})` : fill === 'plain' ? colours.plain : (fillColours[fill] ?? colours.plain));
  const at = (event: PointerEvent<SVGPathElement>) => {
    const box = svg.current?.getBoundingClientRect();
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
  };

  return (
    <div ref={ref} className={classes.drawing}>
      <svg
        ref={svg}
        className={classes.svg}
        role="img"
        aria-label={label}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={() => {
          press.current = null;
        }}
      >
        <defs>
          <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform={view ? `scale(${1 / view.scale}) rotate(45)` : undefined}>
            <rect width="7" height="7" fill={colours.none} />
            <line x1="0" x2="0" y1="0" y2="7" stroke={colours.edge} strokeWidth="2" />
          </pattern>
        </defs>
        {view ? (
          <g transform={`translate(${view.x} ${view.y}) scale(${view.scale})`} fillRule="evenodd" strokeLinejoin="round">
            {plane.areas.map((area) => (
              <path key={area.areaId} d={paths.get(area.areaId)} fill="none" stroke={colours.inkFaint} strokeWidth={3} vectorEffect="non-scaling-stroke" />
            ))}
            {plane.areas.map((area) => (
              <path
                key={area.areaId}
                data-area={area.areaId}
                d={paths.get(area.areaId)}
                fill={colourOf(fillOf(area.areaId))}
                stroke={colours.surface}
                strokeWidth={plane.areas.length > 300 ? 0.5 : 1}
                vectorEffect="non-scaling-stroke"
                className={onSelect ? classes.clickable : undefined}
                onPointerMove={(event) => press.current?.moved || onHover({ areaId: area.areaId, ...at(event) })}
                onPointerLeave={() => onHover(null)}
              />
            ))}
            {hovered ? <path d={hovered} fill="none" stroke={colours.ink} strokeWidth={1.5} vectorEffect="non-scaling-stroke" pointerEvents="none" /> : null}
            {selected ? (
              <path d={selected} fill="none" stroke={colours.surface} strokeWidth={5} vectorEffect="non-scaling-stroke" pointerEvents="none" />
            ) : null}
            {selected ? <path d={selected} fill="none" stroke={colours.ink} strokeWidth={2.5} vectorEffect="non-scaling-stroke" pointerEvents="none" /> : null}
          </g>
        ) : null}
      </svg>
    </div>
  );
}

function pathOf(area: PlaneArea): string {
  return area.polygons
    .flatMap((rings) => rings.map((ring) => `M${ring.map(([x, y]) => `${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}`).join('L')}Z`))
    .join('');
}
