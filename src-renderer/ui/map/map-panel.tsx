import { lazy, type ReactNode, Suspense, useCallback, useEffect, useId, useMemo, useState } from 'react';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { LabelLayer } from './label-layer.tsx';
import classes from './map.module.css';
import type { DrawingProps, MapHandle, MapHover } from './map-paint.ts';
import { MapTooltip, type TooltipWords } from './map-tooltip.tsx';
import type { PairLink } from './pair-link.ts';
import { ScaleBar } from './scale-bar.tsx';
import { SvgMap } from './svg-map.tsx';
import { useMapKeys } from './use-map-keys.ts';
import { createViewFeed } from './view-feed.ts';
import { ZoomButtons } from './zoom-buttons.tsx';

const GlMap = lazy(() => import('./gl-map.tsx').then((module) => ({ default: module.GlMap })));

/** Up to here the map stands as SVG at once, until WebGL has started up. */
const quickSvgUpTo = 400;

let webGl: boolean | null = null;

/** Whether this machine can draw by WebGL 2; asked once. */
function hasWebGl(): boolean {
  if (webGl === null) {
    const context = document.createElement('canvas').getContext('webgl2');
    webGl = context !== null;
    context?.getExtension('WEBGL_lose_context')?.loseContext();
  }
  return webGl;
}

interface PanelProps extends Pick<DrawingProps, 'shapes' | 'outlines' | 'fillOf' | 'fillColours' | 'circles' | 'baseMap' | 'onSelect'> {
  /** Name of the map for screen readers. */
  readonly label: string;
  readonly height: string;
  readonly selectedId: string | null;
  readonly wordsOf: (id: string) => TooltipWords;
  readonly labelOf: (areaId: string) => string;
  readonly colourOf: (areaId: string) => string;
  /** The order in which the keyboard goes through the shapes. */
  readonly order: readonly string[];
  readonly link: PairLink | null;
  readonly children?: ReactNode;
}

const ignore = () => undefined;

/** One drawing of the map in its frame: names, tooltip, zoom, scale and keys. Drawn by WebGL where the machine has it, as SVG elsewhere. */
export function MapPanel(props: PanelProps) {
  const { shapes, selectedId, onSelect, wordsOf, order, link } = props;
  const { t } = useTexts();
  const hintId = useId();
  const [feed] = useState(createViewFeed);
  const [canGl, setCanGl] = useState(hasWebGl);
  const [isDrawn, setIsDrawn] = useState(false);
  const [hover, setHover] = useState<MapHover | null>(null);
  const [handle, setHandle] = useState<MapHandle | null>(null);
  const keys = useMapKeys({ handle, order, selectedId, onSelect });
  const focused = keys.focusedId === null ? undefined : shapes.plane.areas.find((area) => area.areaId === keys.focusedId);
  const marks = useMemo(
    () => ({ selected: selectedId, hovered: hover?.id ?? null, focused: focused?.areaId ?? null }),
    [selectedId, hover?.id, focused?.areaId],
  );

  useEffect(() => (link && handle ? link.join(handle, feed) : undefined), [link, handle, feed]);

  const { circles } = props;
  const belowOf = useMemo(() => {
    if (circles.length === 0) return undefined;
    const radii = new Map(circles.map(({ id, radius }) => [id, radius + 1]));
    return (areaId: string) => radii.get(areaId) ?? 0;
  }, [circles]);

  const drawing: DrawingProps = {
    shapes,
    outlines: props.outlines,
    fillOf: props.fillOf,
    fillColours: props.fillColours,
    circles,
    baseMap: props.baseMap,
    marks,
    feed,
    onHover: setHover,
    onSelect,
    onHandle: setHandle,
    onDrawn: useCallback(() => setIsDrawn(true), []),
    onFailure: useCallback(() => setCanGl(false), []),
  };
  const [quickFeed] = useState(createViewFeed);
  const words = focused ? wordsOf(focused.areaId) : null;
  const pointed = hover && !focused && shapes.boundaryOf.has(hover.id) ? hover : null;

  return (
    <div
      className={classes.stage}
      style={{ blockSize: props.height }}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the map takes keys of its own, as its description says
      tabIndex={0}
      role="application"
      aria-label={props.label}
      aria-describedby={hintId}
      data-inside={focused ? true : undefined}
      onKeyDown={keys.onKeyDown}
      onBlur={keys.onBlur}
      onPointerLeave={() => setHover(null)}
    >
      <p id={hintId} className="visually-hidden">
        {t('map.keys')}
      </p>
      {canGl && !isDrawn && shapes.plane.areas.length <= quickSvgUpTo ? (
        <SvgMap {...drawing} feed={quickFeed} onHandle={ignore} onHover={ignore} onSelect={undefined} />
      ) : null}
      {canGl ? (
        <Suspense fallback={null}>
          <GlMap {...drawing} />
        </Suspense>
      ) : (
        <SvgMap {...drawing} />
      )}
      <LabelLayer plane={(props.outlines ?? shapes).plane} feed={feed} labelOf={props.labelOf} colourOf={props.colourOf} belowOf={belowOf} />
      {words && focused ? <MapTooltip words={words} at={{ ...focused.label, isOnPlane: true }} feed={feed} /> : null}
      {pointed ? <MapTooltip words={wordsOf(pointed.id)} at={{ x: pointed.x, y: pointed.y, isOnPlane: false }} feed={feed} /> : null}
      <p className="visually-hidden" aria-live="polite">
        {words && focused ? `${words.name}: ${words.text}. ${t('map.placeOf', { place: order.indexOf(focused.areaId) + 1, count: order.length })}` : ''}
      </p>
      <ZoomButtons handle={handle} />
      <ScaleBar frame={shapes.plane} feed={feed} />
      <span className={classes.keysHint} aria-hidden>
        {t('map.keysShort')}
      </span>
      {props.children}
    </div>
  );
}
