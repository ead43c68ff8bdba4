import { Button } from '@mantine/core';
import { IconMap2, IconTable } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { BoundaryCollection } from '#shared/domain/geometry.ts';
import type { ClassMethod, MapFigureInput } from '#shared/domain/maps.ts';
import { circleLegend, circleRadius, completeMap, mapColours, mapLegend, type ReadPanel, readMap } from '#shared/figures/map-figure.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Notice } from '../notice.tsx';
import classes from './map.module.css';
import { useMapColours } from './map-colours.ts';
import { MapLegend } from './map-legend.tsx';
import { MapMenu } from './map-menu.tsx';
import type { MapCircle, MapShapes } from './map-paint.ts';
import { MapPanel } from './map-panel.tsx';
import { areaAt, degreesOnPlane, layOnPlane } from './map-plane.ts';
import { MapTable } from './map-table.tsx';
import type { TooltipWords } from './map-tooltip.tsx';
import { createPairLink } from './pair-link.ts';
import { useBaseMap } from './use-base-map.ts';

const largestCirclePx = 26;
const noBoundaries: BoundaryCollection = { type: 'FeatureCollection', features: [] };

export interface MapViewProps {
  /** Keep its identity while its data does (useMemo): a new object is a new map. */
  readonly map: MapFigureInput;
  readonly selectedId?: string | null;
  readonly onSelect?: (id: string | null) => void;
  /** Any CSS length. */
  readonly height?: string;
  /** True where the frame around the map says its title and its source. */
  readonly isFramed?: boolean;
  /** What the map can be switched between, in its head. */
  readonly controls?: ReactNode;
}

/**
 * Any map of the city: coloured areas, circles, cells, or two of them side by side, with names, legend, scale, source, a table of the same
 * figures and a menu that saves it. See `README.md` beside this file.
 */
export function MapView({ map, selectedId = null, onSelect, height = '28rem', isFramed = false, controls }: MapViewProps) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const colours = useMapColours();
  const base = useBaseMap();
  const [isTable, setIsTable] = useState(false);
  const [method, setMethod] = useState<ClassMethod | null>(null);
  const [link] = useState(createPairLink);
  const boundaries = useQuery({
    ...queries.areas.boundaries.queryOptions({ input: { layerId: map.layerId ?? '' } }),
    enabled: map.layerId !== null,
  }).data;

  const figure = useMemo(() => completeMap(map, method), [map, method]);
  const read = useMemo(() => readMap(figure, formats), [figure, formats]);
  const fillColours = useMemo(() => mapColours(read, colours), [read, colours]);
  const areas = useMemo(() => shapesOf(boundaries ?? noBoundaries, true), [boundaries]);
  const { cells: given } = map;
  const cells = useMemo(() => (given ? shapesOf(cellCollection(given), false, areas.plane.areas.length > 0 ? areas.plane : undefined) : null), [given, areas]);
  const isCells = figure.kind === 'hexagons' && cells !== null;
  const shapes = isCells ? cells : areas;
  const outlines = isCells && areas.plane.areas.length > 0 ? areas : null;
  const ids = useMemo(() => shapes.plane.areas.map((area) => area.areaId), [shapes]);

  const names = useMemo(() => new Map(areas.plane.areas.map((area) => [area.areaId, area.name])), [areas]);
  const areaName = useCallback((areaId: string) => names.get(areaId) ?? '', [names]);
  const nameOf = useCallback(
    (id: string) => {
      if (!isCells) return names.get(id) ?? '';
      const cell = shapes.plane.areas.find((candidate) => candidate.areaId === id);
      const area = cell && areaAt(areas.plane, cell.label.x, cell.label.y);
      return area ? t('map.inCell', { area: area.name }) : t('map.cell', { number: id });
    },
    [isCells, names, shapes, areas, t],
  );
  const valueText = useCallback(
    (panel: ReadPanel, id: string) => {
      const entry = panel.values.get(id);
      if (entry?.isHidden) return t('map.hidden');
      return entry === undefined || entry.value === null ? (entry?.reason ?? t('map.noFigure')) : read.format(entry.value);
    },
    [read, t],
  );
  const hasClasses = read.hasValues && figure.kind !== 'symbols' && figure.classes?.method !== 'manual';

  if (map.layerId !== null && !boundaries) return <div className={classes.waiting} style={{ blockSize: height }} />;
  return (
    <figure className={classes.figure}>
      <div className={classes.head}>
        <figcaption className={isFramed ? 'visually-hidden' : classes.caption}>{figure.title}</figcaption>
        {controls}
        <div className={classes.tools}>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={isTable ? <IconMap2 size="1rem" stroke={1.6} aria-hidden /> : <IconTable size="1rem" stroke={1.6} aria-hidden />}
            onClick={() => setIsTable(!isTable)}
          >
            {isTable ? t('map.asMap') : t('map.asTable')}
          </Button>
          <MapMenu figure={figure} base={base} method={hasClasses ? (figure.classes?.method ?? 'fitting') : null} onMethod={setMethod} />
        </div>
      </div>
      {isTable ? (
        <div className={classes.table} style={{ blockSize: height }}>
          <MapTable
            caption={figure.title}
            heading={[figure.legendTitle, figure.unit].filter(Boolean).join(', ') || undefined}
            rows={ids.map((id) => ({ id, name: nameOf(id) }))}
            panels={read.hasValues ? read.panels : []}
            valueText={valueText}
            selectedId={selectedId}
            onSelect={onSelect}
          />
        </div>
      ) : (
        <div className={classes.panels} data-pair={read.panels.length > 1 || undefined}>
          {read.panels.map((panel, place) => (
            <div key={panel.title || String(place)} className={classes.panel}>
              {panel.title ? <p className={classes.panelTitle}>{panel.title}</p> : null}
              <PanelOf
                {...{ figure, read, panel, shapes, outlines, fillColours, height, selectedId, onSelect, nameOf, valueText }}
                labelOf={isCells ? noName : areaName}
                link={read.panels.length > 1 ? link : null}
                baseMap={base.baseMap?.covers === 'none' ? null : base.baseMap}
              />
            </div>
          ))}
        </div>
      )}
      <div className={classes.foot}>
        {read.hasValues ? (
          <MapLegend
            title={figure.legendTitle}
            unit={figure.unit}
            circles={
              figure.kind === 'symbols'
                ? circleLegend(read.largest).map((value) => ({ radius: circleRadius(value, read.largest, largestCirclePx), label: read.format(value) }))
                : []
            }
            entries={mapLegend(read, fillColours, ids, { none: t('map.noFigure'), hidden: t('map.hidden') })}
          />
        ) : null}
        <div className={classes.source}>
          {figure.source && !isFramed ? <p>{t('map.source', { source: figure.source })}</p> : null}
          {figure.note ? <p>{figure.note}</p> : null}
          {base.baseMap && base.baseMap.covers !== 'none' ? <p>{t('map.base.credit', { name: base.baseMap.attribution || base.baseMap.fileName })}</p> : null}
        </div>
      </div>
      <BaseMapNotice base={base} />
    </figure>
  );
}

const noName = () => '';

function shapesOf(collection: BoundaryCollection, withNames: boolean, frame?: MapShapes['plane']): MapShapes {
  const plane = layOnPlane(collection, { withNames, ...(frame ? { frame } : {}) });
  return { plane, collection, boundaryOf: new Map(collection.features.map(({ geometry, properties }) => [properties.areaId, geometry])) };
}

function cellCollection(cells: NonNullable<MapFigureInput['cells']>): BoundaryCollection {
  return {
    type: 'FeatureCollection',
    features: cells.map(({ id, boundary }) => ({ type: 'Feature', properties: { areaId: id, name: '' }, geometry: boundary })),
  };
}

interface PanelOfProps {
  readonly figure: ReturnType<typeof completeMap>;
  readonly read: ReturnType<typeof readMap>;
  readonly panel: ReadPanel;
  readonly shapes: MapShapes;
  readonly outlines: MapShapes | null;
  readonly fillColours: readonly string[];
  readonly height: string;
  readonly selectedId: string | null;
  readonly onSelect: ((id: string | null) => void) | undefined;
  readonly nameOf: (id: string) => string;
  readonly labelOf: (areaId: string) => string;
  readonly valueText: (panel: ReadPanel, id: string) => string;
  readonly link: ReturnType<typeof createPairLink> | null;
  readonly baseMap: Parameters<typeof MapPanel>[0]['baseMap'];
}

/** What one panel's values mean for its drawing. */
function PanelOf({ figure, read, panel, shapes, outlines, fillColours, nameOf, valueText, ...rest }: PanelOfProps) {
  const { formats } = useTexts();
  const colours = useMapColours();
  const fillOf = useCallback((id: string) => read.fillOf(panel, id), [read, panel]);
  const colourOf = useCallback(
    (id: string) => {
      const fill = fillOf(id);
      return typeof fill === 'number' ? (fillColours[fill] ?? colours.plain) : fill === 'plain' ? colours.plain : colours.none;
    },
    [fillOf, colours, fillColours],
  );
  const circles = useMemo(() => (figure.kind === 'symbols' ? circlesOf(shapes, panel, read.largest) : []), [figure.kind, shapes, panel, read.largest]);
  const order = useMemo(() => keyOrder(shapes, panel, formats.compare), [shapes, panel, formats]);
  const wordsOf = useCallback(
    (id: string): TooltipWords => {
      const entry = panel.values.get(id);
      const isKnown = entry !== undefined && entry.value !== null && !entry.isHidden;
      const text = read.hasValues ? [valueText(panel, id), isKnown ? (figure.unit ?? '') : ''].filter(Boolean).join(' ') : '';
      return { name: nameOf(id), text };
    },
    [read, panel, figure.unit, nameOf, valueText],
  );
  return (
    <MapPanel
      {...rest}
      {...{ shapes, outlines, fillOf, fillColours, circles, colourOf, wordsOf, order }}
      label={[figure.title, panel.title].filter(Boolean).join(', ')}
    />
  );
}

/** From the highest figure to the lowest, then by name: the keyboard meets first what the map is about. */
function keyOrder(shapes: MapShapes, panel: ReadPanel, compare: (a: string, b: string) => number): string[] {
  const figureOf = (id: string) => {
    const entry = panel.values.get(id);
    return entry && !entry.isHidden && entry.value !== null ? entry.value : Number.NEGATIVE_INFINITY;
  };
  const ranked = shapes.plane.areas.map(({ areaId, name }) => ({ areaId, name, value: figureOf(areaId) }));
  return ranked.sort((a, b) => (a.value === b.value ? compare(a.name, b.name) : b.value - a.value)).map(({ areaId }) => areaId);
}

function circlesOf(shapes: MapShapes, panel: ReadPanel, largest: number): MapCircle[] {
  return shapes.plane.areas
    .flatMap(({ areaId, label: { x, y } }) => {
      const entry = panel.values.get(areaId);
      if (!entry || entry.value === null || entry.isHidden) return [];
      return [{ id: areaId, x, y, degrees: degreesOnPlane(shapes.plane, { x, y }), radius: circleRadius(entry.value, largest, largestCirclePx) }];
    })
    .filter(({ radius }) => radius > 0)
    .sort((a, b) => b.radius - a.radius);
}

/** What the person should know about the base map they chose. */
function BaseMapNotice({ base }: { base: ReturnType<typeof useBaseMap> }) {
  const { t } = useTexts();
  const { state } = base;
  if (!state || state.state === 'none') return null;
  if (state.state === 'gone') return <Notice kind="caution">{t('map.base.gone', { name: state.fileName })}</Notice>;
  const { covers, fileName } = state.baseMap;
  if (covers !== 'none' && covers !== 'part') return null;
  return <Notice kind="caution">{t(covers === 'none' ? 'map.base.none' : 'map.base.part', { name: fileName })}</Notice>;
}
