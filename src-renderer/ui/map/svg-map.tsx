import { memo, type PointerEvent, useCallback, useEffect, useId, useMemo, useRef } from 'react';
import type { MapFill } from '#shared/figures/map-figure.ts';
import classes from './map.module.css';
import { type MapColours, useMapColours } from './map-colours.ts';
import type { DrawingProps, MapCircle, MapShapes } from './map-paint.ts';
import { fitView, type PlaneArea, type PlaneView } from './map-plane.ts';
import { useBoxSize } from './use-box-size.ts';

/** How far one may go in: times the view that shows everything. */
const deepestZoom = 60;
/** A press that moves less than this, in pixels, is a click. */
const clickTolerancePx = 4;

/** The same map without WebGL: old machines, remote desktops, printing. While it moves only one attribute changes. */
export function SvgMap(props: DrawingProps) {
  const { shapes, outlines, fillOf, fillColours, circles, marks, feed, onHover, onSelect, onHandle } = props;
  const { plane } = shapes;
  const patternId = useId();
  const colours = useMapColours();
  const { ref, size } = useBoxSize();
  const whole = useMemo(() => (size ? fitView(plane, size) : null), [plane, size]);
  const isWhole = useRef(true);
  const viewRef = useRef<PlaneView | null>(null);
  const moved = useRef<SVGGElement>(null);
  const svg = useRef<SVGSVGElement>(null);

  const setView = useCallback(
    (view: PlaneView) => {
      viewRef.current = view;
      moved.current?.setAttribute('transform', `translate(${view.x} ${view.y}) scale(${view.scale})`);
      for (const pattern of svg.current?.querySelectorAll('pattern') ?? []) pattern.setAttribute('patternTransform', `scale(${1 / view.scale})`);
      feed.tell(view);
    },
    [feed],
  );

  // Another city or layer, and another size of the frame, start with all of it in view.
  useEffect(() => {
    if (whole && (isWhole.current || !viewRef.current)) setView(whole);
    else if (viewRef.current) setView(viewRef.current);
  }, [whole, setView]);

  const move = useCallback(
    (view: PlaneView) => {
      isWhole.current = false;
      setView(view);
    },
    [setView],
  );

  const zoomAt = useCallback(
    (factor: number, x: number, y: number) => {
      const before = viewRef.current;
      if (!before || !whole) return;
      const scale = Math.min(whole.scale * deepestZoom, Math.max(whole.scale * 0.8, before.scale * factor));
      const ratio = scale / before.scale;
      move({ scale, x: x - (x - before.x) * ratio, y: y - (y - before.y) * ratio });
    },
    [whole, move],
  );

  useEffect(() => {
    onHandle({
      zoomBy: (factor) => size && zoomAt(factor, size.width / 2, size.height / 2),
      panBy: (x, y) => {
        const now = viewRef.current;
        if (now) move({ ...now, x: now.x - x, y: now.y - y });
      },
      fit: () => {
        isWhole.current = true;
        if (whole) setView(whole);
      },
      show: (id) => {
        const area = plane.areas.find((candidate) => candidate.areaId === id);
        const now = viewRef.current;
        if (!area || !now || !size) return;
        const x = area.label.x * now.scale + now.x;
        const y = area.label.y * now.scale + now.y;
        if (x < 0 || y < 0 || x > size.width || y > size.height) move({ ...now, x: now.x + size.width / 2 - x, y: now.y + size.height / 2 - y });
      },
      setView: move,
    });
    return () => onHandle(null);
  }, [onHandle, plane, size, whole, zoomAt, move, setView]);

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

  const press = useRef<{ x: number; y: number; view: PlaneView; moved: boolean } | null>(null);
  const onPointerDown = (event: PointerEvent<SVGSVGElement>) => {
    if (event.button === 0 && viewRef.current) press.current = { x: event.clientX, y: event.clientY, view: viewRef.current, moved: false };
  };
  const onPointerMove = (event: PointerEvent<SVGSVGElement>) => {
    const start = press.current;
    if (start) {
      const dx = event.clientX - start.x;
      const dy = event.clientY - start.y;
      if (!start.moved && Math.hypot(dx, dy) < clickTolerancePx) return;
      if (!start.moved) {
        event.currentTarget.setPointerCapture(event.pointerId);
        onHover(null);
      }
      start.moved = true;
      move({ ...start.view, x: start.view.x + dx, y: start.view.y + dy });
      return;
    }
    const id = shapeAt(event);
    const box = event.currentTarget.getBoundingClientRect();
    onHover(id ? { id, x: event.clientX - box.left, y: event.clientY - box.top } : null);
  };
  const onPointerUp = (event: PointerEvent<SVGSVGElement>) => {
    const start = press.current;
    press.current = null;
    if (start && !start.moved) onSelect?.(shapeAt(event) ?? null);
  };
  const letGo = () => {
    press.current = null;
  };

  const paths = useMemo(() => new Map(plane.areas.map((area) => [area.areaId, pathOf(area)])), [plane]);
  return (
    <div ref={ref} className={classes.drawing}>
      <svg
        ref={svg}
        className={classes.svg}
        aria-hidden
        data-clickable={onSelect ? true : undefined}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={letGo}
        onPointerLeave={() => onHover(null)}
      >
        <Patterns id={patternId} colours={colours} />
        <g ref={moved} fillRule="evenodd" strokeLinejoin="round">
          <Shapes shapes={shapes} paths={paths} fillOf={fillOf} fillColours={fillColours} colours={colours} patternId={patternId} />
          {outlines ? <Outlines outlines={outlines} colours={colours} /> : null}
          <Circles circles={circles} colours={colours} />
          {(['hovered', 'selected', 'focused'] as const).map((mark) => {
            const path = paths.get(marks[mark] ?? '');
            if (!path) return null;
            const ink = mark === 'focused' ? colours.focus : colours.ink;
            const width = { hovered: 1.5, selected: 2.5, focused: 3.5 }[mark];
            return (
              <g key={mark} fill="none" pointerEvents="none">
                {mark === 'hovered' ? null : <path d={path} stroke={colours.surface} strokeWidth={width + 3} vectorEffect="non-scaling-stroke" />}
                <path d={path} stroke={ink} strokeWidth={width} vectorEffect="non-scaling-stroke" />
              </g>
            );
          })}
        </g>
      </svg>
    </div>
  );
}

function shapeAt(event: PointerEvent<SVGSVGElement>): string | undefined {
  return event.target instanceof SVGElement ? event.target.dataset.area : undefined;
}

function Patterns({ id, colours }: { id: string; colours: MapColours }) {
  return (
    <defs>
      <pattern id={`${id}-none`} width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" fill={colours.none} />
        <path d="M-1 1 1 -1M-1 9 9 -1M7 9 9 7" stroke={colours.edge} strokeWidth="1.6" />
      </pattern>
      <pattern id={`${id}-hidden`} width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" fill={colours.none} />
        <circle cx="2" cy="2" r="0.9" fill={colours.edge} />
        <circle cx="6" cy="6" r="0.9" fill={colours.edge} />
      </pattern>
    </defs>
  );
}

interface ShapesProps {
  readonly shapes: MapShapes;
  readonly paths: ReadonlyMap<string, string>;
  readonly fillOf: (id: string) => MapFill;
  readonly fillColours: readonly string[];
  readonly colours: MapColours;
  readonly patternId: string;
}

/** Thousands of paths: drawn again only when a figure or a colour changes, not when something is pointed at. */
const Shapes = memo(function Shapes({ shapes, paths, fillOf, fillColours, colours, patternId }: ShapesProps) {
  const { areas } = shapes.plane;
  const areMany = areas.length > 300;
  const colourOf = (fill: MapFill) =>
    fill === 'none' || fill === 'hidden' ? `url(#${patternId}-${fill})` : fill === 'plain' ? colours.plain : (fillColours[fill] ?? colours.plain);
  return (
    <>
      {areMany ? null : (
        <path d={[...paths.values()].join('')} fill="none" stroke={colours.inkFaint} strokeWidth={3} vectorEffect="non-scaling-stroke" pointerEvents="none" />
      )}
      {areas.map(({ areaId }) => (
        <path
          key={areaId}
          data-area={areaId}
          d={paths.get(areaId)}
          fill={colourOf(fillOf(areaId))}
          stroke={colours.surface}
          strokeWidth={areMany ? 0.5 : 1}
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </>
  );
});

const Outlines = memo(function Outlines({ outlines, colours }: { outlines: MapShapes; colours: MapColours }) {
  const path = useMemo(() => outlines.plane.areas.map(pathOf).join(''), [outlines]);
  return <path d={path} fill="none" stroke={colours.ink} strokeOpacity={0.55} strokeWidth={0.9} vectorEffect="non-scaling-stroke" pointerEvents="none" />;
});

/** A round stroke without length is a circle that keeps its size at every zoom. */
const Circles = memo(function Circles({ circles, colours }: { circles: readonly MapCircle[]; colours: MapColours }) {
  return (
    <g fill="none" strokeLinecap="round">
      {circles.map(({ id, x, y, radius }) => (
        <g key={id}>
          <path d={`M${x} ${y}h0`} stroke={colours.surface} strokeWidth={radius * 2 + 2.4} vectorEffect="non-scaling-stroke" />
          <path
            d={`M${x} ${y}h0`}
            data-area={id}
            stroke={colours.symbol}
            strokeOpacity={0.82}
            strokeWidth={radius * 2}
            vectorEffect="non-scaling-stroke"
            pointerEvents="stroke"
          />
        </g>
      ))}
    </g>
  );
});

function pathOf(area: PlaneArea): string {
  return area.polygons
    .flatMap((rings) => rings.map((ring) => `M${ring.map(([x, y]) => `${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}`).join('L')}Z`))
    .join('');
}
