import type { SKRSContext2D } from '@napi-rs/canvas';
import { font } from '#shared/figures/figure.ts';
import type { FigureStyle } from '#shared/figures/figure-style.ts';
import type { Direction } from '#shared/i18n/languages.ts';
import type { PaperPattern, PaperPatterns } from './map-pen.ts';
import { scaleBar } from './plane.ts';

export interface PaperLegendEntry {
  /** Null = hatched, or the pattern given. */
  readonly colour: string | null;
  readonly pattern?: PaperPattern | null;
  /** A circle of this radius in place of a swatch. */
  readonly radius?: number;
  readonly label: string;
}

/** What legend and scale bar are drawn with. */
export interface MapFoot {
  readonly legend: readonly PaperLegendEntry[];
  readonly legendTitle: string;
  readonly style: FigureStyle;
  readonly direction: Direction;
  /** Colour of circles. */
  readonly symbolColour?: string;
  /** A length in words, e.g. «2 km». */
  readonly kilometres: (length: number) => string;
}

const swatchWidth = 22;
const gap = 12;

interface PlacedEntry {
  readonly entry: PaperLegendEntry;
  /** From the side that reading starts at. */
  readonly from: number;
  readonly line: number;
}

/** Legend and scale bar on a strip `width` wide; returns the height they take. With `top` null nothing is drawn, only measured. */
export function drawFoot(
  pen: SKRSContext2D,
  foot: MapFoot,
  patterns: PaperPatterns,
  box: { left: number; width: number; top: number | null; pixelsPerKilometre: number },
): number {
  const { style } = foot;
  const barPixels = box.width * 0.2;
  const titleHeight = style.fontSize * 1.7;
  const lineHeight = Math.max(style.fontSize * 1.5, 2 * Math.max(0, ...foot.legend.map((entry) => entry.radius ?? 0)) + 4);
  const placed = placeEntries(pen, foot, box.width);
  const lineCount = placed.reduce((most, { line }) => Math.max(most, line + 1), 0);
  const height = Math.ceil(foot.legend.length > 0 ? titleHeight + lineCount * lineHeight + 2 : style.fontSize * 2.2);
  if (box.top === null) return height;
  drawLegend(pen, foot, patterns, { ...box, top: box.top, titleHeight, lineHeight }, placed);
  drawScaleBar(pen, foot, { ...box, top: box.top, most: barPixels });
  return height;
}

function labelFont(foot: MapFoot): string {
  return font(foot.style, { size: foot.style.fontSize * 0.95 });
}

function placeEntries(pen: SKRSContext2D, foot: MapFoot, width: number): PlacedEntry[] {
  pen.font = labelFont(foot);
  let from = 0;
  let line = 0;
  return foot.legend.map((entry) => {
    const wide = swatchOf(entry) + 4 + pen.measureText(entry.label).width + gap;
    if (from > 0 && from + wide - gap > width) {
      from = 0;
      line += 1;
    }
    const placed = { entry, from, line };
    from += wide;
    return placed;
  });
}

const swatchOf = (entry: PaperLegendEntry) => (entry.radius === undefined ? swatchWidth : Math.max(10, entry.radius * 2));

function drawLegend(
  pen: SKRSContext2D,
  foot: MapFoot,
  patterns: PaperPatterns,
  box: { left: number; width: number; top: number; titleHeight: number; lineHeight: number },
  placed: readonly PlacedEntry[],
): void {
  const { style } = foot;
  if (placed.length === 0) return;
  const isRightToLeft = foot.direction === 'rtl';
  const start = isRightToLeft ? box.left + box.width : box.left;
  const sign = isRightToLeft ? -1 : 1;
  pen.textAlign = isRightToLeft ? 'right' : 'left';
  pen.textBaseline = 'middle';
  pen.font = font(style, { weight: 600, size: style.fontSize * 0.95 });
  pen.fillStyle = style.ink;
  pen.fillText(foot.legendTitle, start, box.top + style.fontSize * 0.6);
  pen.font = labelFont(foot);
  const swatchHeight = style.fontSize * 0.95;
  for (const { entry, from, line } of placed) {
    const middle = box.top + box.titleHeight + line * box.lineHeight + box.lineHeight / 2 - 2;
    const wide = swatchOf(entry);
    const left = start + sign * from - (isRightToLeft ? wide : 0);
    if (entry.radius !== undefined) drawCircle(pen, foot, left + wide / 2, middle, entry.radius);
    else {
      pen.fillStyle = entry.colour ?? patterns[entry.pattern ?? 'none'];
      pen.fillRect(left, middle - swatchHeight / 2, wide, swatchHeight);
      // The palest step hardly parts from paper.
      pen.strokeStyle = style.rule;
      pen.lineWidth = 0.5;
      pen.strokeRect(left, middle - swatchHeight / 2, wide, swatchHeight);
    }
    pen.fillStyle = style.ink;
    pen.fillText(entry.label, start + sign * (from + wide + 4), middle);
  }
}

export function drawCircle(pen: SKRSContext2D, look: { style: FigureStyle; symbolColour?: string }, x: number, y: number, radius: number): void {
  if (radius <= 0) return;
  const colour = look.symbolColour ?? look.style.accent;
  pen.beginPath();
  pen.arc(x, y, radius, 0, Math.PI * 2);
  pen.globalAlpha = 0.72;
  pen.fillStyle = colour;
  pen.fill();
  pen.globalAlpha = 1;
  pen.strokeStyle = look.style.paper;
  pen.lineWidth = 0.8;
  pen.stroke();
}

function drawScaleBar(pen: SKRSContext2D, foot: MapFoot, box: { left: number; width: number; top: number; most: number; pixelsPerKilometre: number }): void {
  const { style } = foot;
  if (!Number.isFinite(box.pixelsPerKilometre) || box.pixelsPerKilometre <= 0) return;
  const bar = scaleBar(box.pixelsPerKilometre, box.most);
  const y = box.top + style.fontSize * 0.9;
  const from = foot.direction === 'rtl' ? box.left + 1 : box.left + box.width - bar.pixels - 1;
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
  pen.fillText(foot.kilometres(bar.kilometres), from + bar.pixels / 2, y - 4);
}
