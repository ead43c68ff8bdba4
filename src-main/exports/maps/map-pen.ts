import { type CanvasPattern, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Position } from '#shared/domain/geometry.ts';
import type { FigureStyle } from '#shared/figures/figure-style.ts';

/** The two fills that stand for «nothing to show here»: slanted lines for no figure, dots for one that is hidden to protect people. */
export type PaperPattern = 'none' | 'hidden';

export function trace(pen: SKRSContext2D, rings: readonly Position[][]): void {
  pen.beginPath();
  for (const ring of rings) {
    for (const [place, [x, y]] of ring.entries()) {
      if (place === 0) pen.moveTo(x, y);
      else pen.lineTo(x, y);
    }
    pen.closePath();
  }
}

/** What stands for each pattern as a canvas's fill. */
export type PaperPatterns = Readonly<Record<PaperPattern, string | CanvasPattern>>;

const patternInk = '#9aa7ac';
const tile = 6;
/** Each pattern as the marks of one tile, drawn in units of the drawing. */
const marks: Readonly<Record<PaperPattern, { lines: readonly (readonly [number, number, number, number])[]; dots: readonly (readonly [number, number])[] }>> = {
  none: {
    lines: [
      [-1, 1, 1, -1],
      [-1, 7, 7, -1],
      [5, 7, 7, 5],
    ],
    dots: [],
  },
  hidden: {
    lines: [],
    dots: [
      [1.5, 1.5],
      [4.5, 4.5],
    ],
  },
};
const lineWidth = 0.8;
const dotRadius = 0.75;
/** A canvas that writes SVG knows no patterns: it gets colours that nothing else has, which `withPatterns` replaces. */
const standIns: Readonly<Record<PaperPattern, string>> = { none: '#FE01A1', hidden: '#FE01A2' };

export const svgPatterns: PaperPatterns = standIns;

/** The patterns as tiles for a canvas of pixels that shows `sharpness` of them a unit. */
export function pixelPatterns(pen: SKRSContext2D, style: FigureStyle, sharpness: number): PaperPatterns {
  const patternOf = (pattern: PaperPattern) => {
    const canvas = createCanvas(tile * sharpness, tile * sharpness);
    const brush = canvas.getContext('2d');
    brush.scale(sharpness, sharpness);
    brush.fillStyle = style.noData;
    brush.fillRect(0, 0, tile, tile);
    brush.strokeStyle = patternInk;
    brush.lineWidth = lineWidth;
    for (const [x1, y1, x2, y2] of marks[pattern].lines) {
      brush.beginPath();
      brush.moveTo(x1, y1);
      brush.lineTo(x2, y2);
      brush.stroke();
    }
    brush.fillStyle = patternInk;
    for (const [x, y] of marks[pattern].dots) {
      brush.beginPath();
      brush.arc(x, y, dotRadius, 0, Math.PI * 2);
      brush.fill();
    }
    const made = pen.createPattern(canvas, 'repeat');
    made.setTransform({ a: 1 / sharpness, b: 0, c: 0, d: 1 / sharpness, e: 0, f: 0 });
    return made;
  };
  return { none: patternOf('none'), hidden: patternOf('hidden') };
}

/** An SVG drawn with `svgPatterns`, the patterns put in. */
export function withPatterns(svg: string, style: FigureStyle): string {
  const used = (['none', 'hidden'] as const).filter((pattern) => svg.includes(standIns[pattern]));
  if (used.length === 0) return svg;
  const defs = used.map((pattern) => {
    const { lines, dots } = marks[pattern];
    const drawn = [
      ...lines.map(([x1, y1, x2, y2]) => `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${patternInk}" stroke-width="${lineWidth}"/>`),
      ...dots.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="${dotRadius}" fill="${patternInk}"/>`),
    ].join('');
    return `<pattern id="map-${pattern}" width="${tile}" height="${tile}" patternUnits="userSpaceOnUse"><rect width="${tile}" height="${tile}" fill="${style.noData}"/>${drawn}</pattern>`;
  });
  const filled = used.reduce((text, pattern) => text.replaceAll(standIns[pattern], `url(#map-${pattern})`), svg);
  return filled.replace(/(<svg\b[^>]*>)/, `$1<defs>${defs.join('')}</defs>`);
}

/** Words broken into lines no wider than `width`, as the pen's font measures them; a word that is wider stands alone. */
export function wrapped(pen: SKRSContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && pen.measureText(longer).width > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}
