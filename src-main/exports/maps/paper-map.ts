import { createCanvas, type SKRSContext2D, SvgExportFlag } from '@napi-rs/canvas';
import type { BoundaryFeature } from '#shared/domain/geometry.ts';
import { font } from '#shared/figures/figure.ts';
import { type FigureStyle, inkOn } from '#shared/figures/figure-style.ts';
import type { Direction } from '#shared/i18n/languages.ts';
import { registerFonts, withViewBox } from '../charts/paper-canvas.ts';
import { drawFoot, type PaperLegendEntry } from './map-legend.ts';
import { type PaperPattern, type PaperPatterns, svgPatterns, trace, withPatterns } from './map-pen.ts';
import { layOnPlane, type Plane, type PlaneArea } from './plane.ts';

export interface MapArea {
  /** Colour of the area; null = no figure, hatched, or the pattern given. */
  readonly colour: string | null;
  readonly pattern?: PaperPattern | null;
  /** Written in the area: its number in the table beside the map; empty for none. */
  readonly label: string;
}

export interface PaperMap {
  readonly features: readonly BoundaryFeature[];
  readonly areas: ReadonlyMap<string, MapArea>;
  /** Light to dark. */
  readonly legend: readonly PaperLegendEntry[];
  readonly legendTitle: string;
  /** A length in words, e.g. «2 km». */
  readonly kilometres: (length: number) => string;
  readonly style: FigureStyle;
  readonly direction: Direction;
  readonly width: number;
  /** Pixels that the areas may fill from top to bottom; 360 by default. */
  readonly tallest?: number;
  readonly resourcesFolder: string;
}

const band = 12;
const manyAreas = 200;

/** A map as SVG with outlined text: areas, their numbers, a legend below and a scale bar. North is up. */
export function drawMap(map: PaperMap): string {
  registerFonts(map.resourcesFolder);
  const plane = layOnPlane(map.features, { width: map.width, smallest: 180, tallest: map.tallest ?? 360 });
  const place = { left: 0, width: map.width, pixelsPerKilometre: plane.pixelsPerKilometre };
  const height = Math.ceil(plane.height + band + drawFoot(createCanvas(8, 8).getContext('2d'), map, svgPatterns, { ...place, top: null }));
  const canvas = createCanvas(map.width, height, SvgExportFlag.ConvertTextToPaths);
  const pen = canvas.getContext('2d');
  drawShapes(pen, { style: map.style, patterns: svgPatterns }, plane.areas, (areaId) => map.areas.get(areaId));
  drawLabels(pen, map, plane);
  drawFoot(pen, map, svgPatterns, { ...place, top: plane.height + band });
  return withPatterns(withViewBox(canvas.getContent().toString('utf8'), map.width, height), map.style);
}

/** The city's areas as thin lines and nothing else, for a cover. */
export function drawOutline(features: readonly BoundaryFeature[], look: { width: number; stroke: string; opacity: number }): string {
  const plane = layOnPlane(features, { width: look.width, smallest: look.width * 0.5, tallest: look.width });
  const canvas = createCanvas(look.width, plane.height, SvgExportFlag.ConvertTextToPaths);
  const pen = canvas.getContext('2d');
  pen.globalAlpha = look.opacity;
  drawLines(pen, plane.areas, look.stroke, plane.areas.length > manyAreas ? 0.4 : 0.9);
  return withViewBox(canvas.getContent().toString('utf8'), look.width, plane.height);
}

/** Filled shapes with thin borders; one that `fillOf` does not know is hatched. */
export function drawShapes(
  pen: SKRSContext2D,
  { style, patterns }: { style: FigureStyle; patterns: PaperPatterns },
  shapes: readonly PlaneArea[],
  fillOf: (id: string) => Pick<MapArea, 'colour' | 'pattern'> | undefined,
): void {
  for (const shape of shapes) {
    const fill = fillOf(shape.areaId);
    trace(pen, shape.rings);
    pen.fillStyle = fill?.colour ?? patterns[fill?.pattern ?? 'none'];
    pen.fill('evenodd');
  }
  const areMany = shapes.length > manyAreas;
  drawLines(pen, shapes, areMany ? style.paper : style.muted, areMany ? 0.35 : 0.5);
}

export function drawLines(pen: SKRSContext2D, shapes: readonly PlaneArea[], colour: string, width: number): void {
  pen.lineJoin = 'round';
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  for (const shape of shapes) {
    trace(pen, shape.rings);
    pen.stroke();
  }
}

function drawLabels(pen: SKRSContext2D, map: PaperMap, plane: Plane): void {
  pen.font = font(map.style, { weight: 600, size: map.style.fontSize * 0.88 });
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  for (const area of plane.areas) {
    const known = map.areas.get(area.areaId);
    if (!known?.label) continue;
    const ground = known.colour ?? map.style.paper;
    pen.fillStyle = inkOn(map.style, ground);
    pen.fillText(known.label, area.label[0], area.label[1]);
  }
}
