import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconMap2, IconMinus, IconPlus, IconTable, IconZoomReset } from '@tabler/icons-react';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import type { BoundaryCollection } from '#shared/domain/geometry.ts';
import { classBreaks, classOf, type ValueClass } from '#shared/methods/class-breaks.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import classes from './area-map.module.css';
import { LabelLayer } from './label-layer.tsx';
import { classColours, useMapColours } from './map-colours.ts';
import { type LegendEntry, MapLegend } from './map-legend.tsx';
import type { AreaFill, DrawingProps, MapHandle, MapHover } from './map-paint.ts';
import { layOnPlane, type MapView, scaleBarOf } from './map-plane.ts';
import { MapTable } from './map-table.tsx';
import { SvgMap } from './svg-map.tsx';

const GlMap = lazy(() => import('./gl-map.tsx').then((module) => ({ default: module.GlMap })));

const zoomStep = 1.6;
const longestScaleBarPx = 110;
/** Up to here the map stands as SVG at once, until WebGL has started up. */
const quickSvgUpTo = 400;

export interface AreaMapProps {
  readonly boundaries: BoundaryCollection;
  /** Area id → figure; null or absent = no figure, shown hatched. Without `values` the map shows places only. */
  readonly values?: ReadonlyMap<string, number | null>;
  /** Ready-made classes, low to high; natural breaks of the values where they are left out. */
  readonly breaks?: readonly ValueClass[];
  readonly classCount?: number;
  readonly legendTitle?: string;
  readonly unit?: string;
  readonly formatValue?: (value: number) => string;
  readonly labelOf?: (areaId: string) => string;
  readonly selectedId?: string | null;
  readonly onSelect?: (areaId: string | null) => void;
  /** Any CSS length. */
  readonly height?: string;
  /** What the map shows, as a sentence: heading of the figure and its name for screen readers. */
  readonly caption: string;
  /** Where the figures come from. */
  readonly source?: string;
  readonly isCaptionHidden?: boolean;
}

const ignore = () => undefined;

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

/**
 * A map of the city's areas, with or without figures: choropleth with legend, names, scale bar, zoom and the same figures as a table.
 * Drawn by WebGL where the machine has it, as SVG elsewhere; no base map, nothing from a network.
 */
export function AreaMap(props: AreaMapProps) {
  const { boundaries, values, breaks, classCount = 5, selectedId = null, onSelect, height = '28rem', caption, source, isCaptionHidden = false } = props;
  const { t, formats } = useTexts();
  const colours = useMapColours();
  const [isTable, setIsTable] = useState(false);
  const [canGl, setCanGl] = useState(hasWebGl);
  const [hover, setHover] = useState<MapHover | null>(null);
  const [view, setView] = useState<MapView | null>(null);
  const [isDrawn, setIsDrawn] = useState(false);
  const [handle, setHandle] = useState<MapHandle | null>(null);

  const plane = useMemo(() => layOnPlane(boundaries), [boundaries]);
  const names = useMemo(() => new Map(plane.areas.map((area) => [area.areaId, area.name])), [plane]);
  const labelOf = useMemo(() => props.labelOf ?? ((areaId: string) => names.get(areaId) ?? ''), [props.labelOf, names]);
  const shown = useMemo(() => plane.areas.map((area) => values?.get(area.areaId) ?? null), [plane, values]);
  const steps = useMemo(() => breaks ?? classBreaks(shown, classCount), [breaks, shown, classCount]);
  const digits = useMemo(() => digitsFor(shown), [shown]);
  const formatValue = useMemo(() => props.formatValue ?? ((value: number) => formats.decimal(value, digits)), [props.formatValue, formats, digits]);
  const fillColours = useMemo(() => classColours(colours, steps.length), [colours, steps]);

  const fillOf = useCallback((areaId: string): AreaFill => (values ? (classOf(values.get(areaId) ?? null, steps) ?? 'none') : 'plain'), [values, steps]);
  const colourOf = useCallback(
    (areaId: string) => {
      const fill = fillOf(areaId);
      return fill === 'plain' ? colours.plain : fill === 'none' ? colours.none : (fillColours[fill] ?? colours.plain);
    },
    [fillOf, colours, fillColours],
  );

  const valueText = (areaId: string) => {
    const value = values?.get(areaId) ?? null;
    return value === null ? t('map.noFigure') : formatValue(value);
  };
  const drawing: DrawingProps = {
    fillOf,
    fillColours,
    selectedId,
    hoveredId: hover?.areaId ?? null,
    onHover: setHover,
    onSelect,
    onView: setView,
    onHandle: setHandle,
    onDrawn: useCallback(() => setIsDrawn(true), []),
    onFailure: useCallback(() => setCanGl(false), []),
    label: caption,
  };

  return (
    <figure className={classes.figure}>
      <div className={classes.head}>
        <figcaption className={isCaptionHidden ? 'visually-hidden' : classes.caption}>{caption}</figcaption>
        <Button
          variant="subtle"
          size="compact-sm"
          className={classes.toggle}
          leftSection={isTable ? <IconMap2 size="1rem" stroke={1.6} aria-hidden /> : <IconTable size="1rem" stroke={1.6} aria-hidden />}
          onClick={() => setIsTable(!isTable)}
        >
          {isTable ? t('map.asMap') : t('map.asTable')}
        </Button>
      </div>
      {isTable ? (
        <div className={classes.table} style={{ blockSize: height }}>
          <MapTable
            caption={caption}
            heading={props.legendTitle}
            rows={plane.areas.map(({ areaId }) => ({ areaId, name: labelOf(areaId), value: values?.get(areaId) ?? null }))}
            withValues={values !== undefined}
            valueText={valueText}
            selectedId={selectedId}
            onSelect={onSelect}
          />
        </div>
      ) : (
        <div className={classes.stage} style={{ blockSize: height }} onPointerLeave={() => setHover(null)}>
          {canGl && !isDrawn && plane.areas.length <= quickSvgUpTo ? <SvgMap {...drawing} onHandle={ignore} onHover={ignore} plane={plane} /> : null}
          {canGl ? (
            <Suspense fallback={null}>
              <GlMap {...drawing} plane={plane} boundaries={boundaries} />
            </Suspense>
          ) : (
            <SvgMap {...drawing} plane={plane} />
          )}
          <LabelLayer plane={plane} view={view} labelOf={labelOf} colourOf={colourOf} />
          {hover && names.has(hover.areaId) ? (
            <div className={classes.tooltip} style={{ left: hover.x, top: hover.y }} aria-hidden>
              <strong>{labelOf(hover.areaId)}</strong>
              {values ? <span>{[valueText(hover.areaId), values.get(hover.areaId) == null ? '' : (props.unit ?? '')].filter(Boolean).join(' ')}</span> : null}
            </div>
          ) : null}
          <ZoomButtons handle={handle} />
          {view ? <ScaleBar {...scaleBarOf(plane, view, longestScaleBarPx)} /> : null}
        </div>
      )}
      <div className={classes.foot}>
        {values ? (
          <MapLegend title={props.legendTitle} unit={props.unit} entries={legendEntries(steps, fillColours, shown, formatValue, t('map.noFigure'))} />
        ) : null}
        {source ? <p className={classes.source}>{t('map.source', { source })}</p> : null}
      </div>
    </figure>
  );
}

function legendEntries(
  steps: readonly ValueClass[],
  colours: readonly string[],
  values: readonly (number | null)[],
  format: (value: number) => string,
  none: string,
): LegendEntry[] {
  const ranges = steps.map(({ from, to, count }, place) => {
    const [low, high] = [format(from), format(to)];
    return { colour: colours[place] ?? '', label: low === high ? low : `${low} – ${high}`, count };
  });
  const without = values.filter((value) => value === null).length;
  return without > 0 ? [...ranges, { colour: null, label: none, count: without }] : ranges;
}

/** Decimals that keep the figures apart without false precision. */
function digitsFor(values: readonly (number | null)[]): number {
  const known = values.filter((value) => value !== null).map(Math.abs);
  if (known.length === 0 || known.every(Number.isInteger)) return 0;
  const largest = Math.max(...known);
  return largest >= 100 ? 0 : largest >= 1 ? 1 : 3;
}

function ZoomButtons({ handle }: { handle: MapHandle | null }) {
  const { t } = useTexts();
  const buttons = [
    { label: t('map.zoomIn'), icon: IconPlus, act: () => handle?.zoomBy(zoomStep) },
    { label: t('map.zoomOut'), icon: IconMinus, act: () => handle?.zoomBy(1 / zoomStep) },
    { label: t('map.fit'), icon: IconZoomReset, act: () => handle?.fit() },
  ];
  return (
    <div className={classes.zoom}>
      {buttons.map(({ label, icon: Icon, act }) => (
        <Tooltip key={label} label={label}>
          <ActionIcon variant="default" size="2.25rem" aria-label={label} onClick={act}>
            <Icon size="1.1rem" stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
    </div>
  );
}

function ScaleBar({ metres, pixels }: { metres: number; pixels: number }) {
  const { t, formats } = useTexts();
  const text = metres >= 1000 ? t('map.kilometres', { length: formats.count(metres / 1000) }) : t('map.metres', { length: formats.count(metres) });
  return (
    <div className={classes.scale} aria-hidden>
      <span style={{ inlineSize: pixels }} />
      {text}
    </div>
  );
}
