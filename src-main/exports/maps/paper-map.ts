import { createCanvas, type SKRSContext2D, SvgExportFlag } from '@napi-rs/canvas';
import type { BoundaryFeature, Position } from '#shared/domain/geometry.ts';
import { font } from '#shared/figures/figure.ts';
import { type FigureStyle, inkOn } from '#shared/figures/figure-style.ts';
import type { Direction } from '#shared/i18n/languages.ts';
import { registerFonts, withViewBox } from '../charts/paper-canvas.ts';
import { layOnPlane, type Plane, scaleBar } from './plane.ts';

export interface MapArea {
  /** Colour of the area; null = hatched, no figure. */
  readonly colour: string | null;
  /** Written in the area: its number in the table beside the map; empty for none. */
  readonly label: string;
}

export interface PaperMap {
  readonly features: readonly BoundaryFeature[];
  readonly areas: ReadonlyMap<string, MapArea>;
  /** Light to dark. */
  readonly legend: readonly { colour: string | null; label: string }[];
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

/** A map as SVG with outlined text: areas, their numbers, a legend below and a scale bar. North is up. */
export function drawMap(map: PaperMap): string {
  registerFonts(map.resourcesFolder);
  const plane = layOnPlane(map.features, { width: map.width, smallest: 180, tallest: map.tallest ?? 360 });
  const legendHeight = map.legend.length > 0 ? map.style.fontSize * 4.4 : map.style.fontSize * 2.2;
  const height = Math.ceil(plane.height + band + legendHeight);
  const canvas = createCanvas(map.width, height, SvgExportFlag.ConvertTextToPaths);
  const pen = canvas.getContext('2d');
  drawAreas(pen, map, plane);
  drawLabels(pen, map, plane);
  drawLegend(pen, map, plane.height + band);
  drawScaleBar(pen, map, plane, plane.height + band);
  return withViewBox(canvas.getContent().toString('utf8'), map.width, height);
}

/** The city's areas as thin lines and nothing else, for a cover. */
export function drawOutline(features: readonly BoundaryFeature[], look: { width: number; stroke: string; opacity: number }): string {
  const plane = layOnPlane(features, { width: look.width, smallest: look.width * 0.5, tallest: look.width });
  const canvas = createCanvas(look.width, plane.height, SvgExportFlag.ConvertTextToPaths);
  const pen = canvas.getContext('2d');
  pen.globalAlpha = look.opacity;
  pen.strokeStyle = look.stroke;
  pen.lineJoin = 'round';
  pen.lineWidth = plane.areas.length > 200 ? 0.4 : 0.9;
  for (const area of plane.areas) {
    trace(pen, area.rings);
    pen.stroke();
  }
  return withViewBox(canvas.getContent().toString('utf8'), look.width, plane.height);
}

function trace(pen: SKRSContext2D, rings: readonly Position[][]): void {
  pen.beginPath();
  for (const ring of rings) {
    for (const [place, [x, y]] of ring.entries()) {
      if (place === 0) pen.moveTo(x, y);
      else pen.lineTo(x, y);
    }
    pen.closePath();
  }
}

function drawAreas(pen: SKRSContext2D, map: PaperMap, plane: Plane): void {
  for (const area of plane.areas) {
    const colour = map.areas.get(area.areaId)?.colour ?? null;
    trace(pen, area.rings);
    pen.fillStyle = colour ?? map.style.paper;
    pen.fill('evenodd');
    if (colour === null) hatch(pen, map.style, area.rings);
  }
  pen.lineJoin = 'round';
  for (const area of plane.areas) {
    trace(pen, area.rings);
    pen.strokeStyle = plane.areas.length > 200 ? map.style.paper : map.style.muted;
    pen.lineWidth = plane.areas.length > 200 ? 0.35 : 0.5;
    pen.stroke();
  }
}

/** Slanted lines cut to the area, so that «no figure» never looks like «little». */
function hatch(pen: SKRSContext2D, style: FigureStyle, rings: readonly Position[][]): void {
  const xs = rings.flat().map(([x]) => x);
  const ys = rings.flat().map(([, y]) => y);
  hatchBox(pen, style, { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }, () => {
    trace(pen, rings);
    pen.clip('evenodd');
  });
}

function hatchBox(pen: SKRSContext2D, style: FigureStyle, box: { left: number; right: number; top: number; bottom: number }, clip: () => void): void {
  pen.save();
  clip();
  pen.fillStyle = style.noData;
  pen.fillRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
  pen.strokeStyle = '#aeb9bd';
  pen.lineWidth = 0.7;
  pen.beginPath();
  const height = box.bottom - box.top;
  for (let x = box.left - height; x < box.right; x += 4) {
    pen.moveTo(x, box.bottom);
    pen.lineTo(x + height, box.top);
  }
  pen.stroke();
  pen.restore();
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

function drawLegend(pen: SKRSContext2D, map: PaperMap, top: number): void {
  const { style } = map;
  if (map.legend.length === 0) return;
  const isRightToLeft = map.direction === 'rtl';
  const sign = isRightToLeft ? -1 : 1;
  let x = isRightToLeft ? map.width : 0;
  pen.textAlign = isRightToLeft ? 'right' : 'left';
  pen.textBaseline = 'middle';
  pen.font = font(style, { weight: 600, size: style.fontSize * 0.95 });
  pen.fillStyle = style.ink;
  pen.fillText(map.legendTitle, x, top + style.fontSize * 0.6);
  pen.font = font(style, { size: style.fontSize * 0.95 });
  const y = top + style.fontSize * 1.7;
  const swatchWidth = 22;
  const swatchHeight = style.fontSize * 0.95;
  for (const entry of map.legend) {
    const left = isRightToLeft ? x - swatchWidth : x;
    if (entry.colour === null) {
      hatchBox(pen, style, { left, right: left + swatchWidth, top: y, bottom: y + swatchHeight }, () => {
        pen.beginPath();
        pen.rect(left, y, swatchWidth, swatchHeight);
        pen.clip();
      });
    } else {
      pen.fillStyle = entry.colour;
      pen.fillRect(left, y, swatchWidth, swatchHeight);
    }
    x += sign * (swatchWidth + 4);
    pen.fillStyle = style.ink;
    pen.fillText(entry.label, x, y + swatchHeight / 2);
    x += sign * (pen.measureText(entry.label).width + 12);
  }
}

function drawScaleBar(pen: SKRSContext2D, map: PaperMap, plane: Plane, top: number): void {
  const { style } = map;
  const bar = scaleBar(plane.pixelsPerKilometre, map.width * 0.2);
  const y = top + style.fontSize * 0.9;
  const from = map.direction === 'rtl' ? 1 : map.width - bar.pixels - 1;
  pen.strokeStyle = style.ink;
  pen.lineWidth = 1;
  pen.beginPath();
  pen.moveTo(from, y - 4);
  pen.lineTo(from, y);
  pen.lineTo(from + bar.pixels, y);
  pen.lineTo(from + bar.pixels, y - 4);
  pen.stroke();
  pen.font = font(style, { size: style.fontSize * 0.9 });
  pen.fillStyle = style.muted;
  pen.textAlign = 'center';
  pen.textBaseline = 'bottom';
  pen.fillText(map.kilometres(bar.kilometres), from + bar.pixels / 2, y - 4);
}
