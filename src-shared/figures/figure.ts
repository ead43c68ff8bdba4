import type { ChartConfiguration, ChartType, Plugin } from 'chart.js';
import type { Direction } from '../i18n/languages.ts';
import type { FigureStyle } from './figure-style.ts';

/** What every figure needs to know about where it is drawn. */
export interface FigureContext {
  readonly style: FigureStyle;
  readonly direction: Direction;
  /** A number as the reader's language writes it. */
  readonly count: (value: number) => string;
  readonly decimal: (value: number, digits?: number) => string;
}

/** A figure ready to be drawn: a complete Chart.js 4 configuration and the height it wants at any width. */
export interface Figure {
  /** Pixels. */
  readonly height: number;
  readonly config: ChartConfiguration;
}

/** Drawing context of a chart, as far as figures use it; a canvas in a page and one on paper both fit. */
export interface Pen {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  font: string;
  textAlign: 'left' | 'right' | 'center' | 'start' | 'end';
  textBaseline: 'top' | 'middle' | 'bottom' | 'alphabetic';
  save(): void;
  restore(): void;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  arc(x: number, y: number, radius: number, from: number, to: number): void;
  fill(): void;
  stroke(): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  setLineDash(segments: number[]): void;
  fillText(text: string, x: number, y: number): void;
  measureText(text: string): { width: number };
}

/** A plugin that draws by hand in a chart: its pen, its scales and its box. */
export function drawing(id: string, when: 'before' | 'after', draw: (pen: Pen, chart: DrawnChart) => void): Plugin<ChartType> {
  const hook = (chart: unknown) => {
    const drawn = chart as DrawnChart & { ctx: Pen };
    drawn.ctx.save();
    draw(drawn.ctx, drawn);
    drawn.ctx.restore();
  };
  return when === 'before' ? { id, beforeDatasetsDraw: hook } : { id, afterDatasetsDraw: hook };
}

/** What a drawing may read from its chart. */
export interface DrawnChart {
  readonly chartArea: { left: number; right: number; top: number; bottom: number };
  readonly scales: Readonly<Record<string, { getPixelForValue(value: number): number }>>;
  readonly width: number;
  readonly height: number;
}

/** The pixel of a value on a scale of a chart. */
export function pixel(chart: DrawnChart, scale: 'x' | 'y', value: number): number {
  return chart.scales[scale]?.getPixelForValue(value) ?? 0;
}

export function font(style: FigureStyle, options: { size?: number; weight?: 400 | 600 | 700 } = {}): string {
  return `${options.weight ?? 400} ${options.size ?? style.fontSize}px ${style.fontFamily}`;
}

export function chartFont(style: FigureStyle, options: { size?: number; weight?: 400 | 600 | 700 } = {}) {
  return { family: style.fontFamily, size: options.size ?? style.fontSize, weight: options.weight ?? 400 };
}

/** Options that every figure shares: no movement, no legend, no title (captions are text beside the figure). */
export function baseOptions(context: FigureContext) {
  const { style } = context;
  return {
    animation: false as const,
    responsive: true,
    maintainAspectRatio: false,
    color: style.ink,
    font: chartFont(style),
    layout: { padding: 0 },
    plugins: {
      legend: { display: false },
      title: { display: false },
      tooltip: { rtl: context.direction === 'rtl', titleFont: chartFont(style, { weight: 600 }), bodyFont: chartFont(style), displayColors: false },
    },
  };
}

/** Shortens a label to a width in pixels, with an ellipsis. */
export function shorten(pen: Pen, text: string, width: number): string {
  if (pen.measureText(text).width <= width) return text;
  let end = text.length;
  while (end > 1 && pen.measureText(`${text.slice(0, end)}…`).width > width) end -= 1;
  return `${text.slice(0, end).trimEnd()}…`;
}

/** The words of a text in lines no wider than `width` pixels; a single longer word stands alone. */
export function wrap(pen: Pen, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && pen.measureText(longer).width > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line ? [...lines, line] : lines;
}

/** A label on one line or two around the height `y`; what does not fit on two is cut with an ellipsis. */
export function writeLabel(pen: Pen, style: FigureStyle, text: string, { x, y, width }: { x: number; y: number; width: number }): void {
  const [first = '', ...rest] = wrap(pen, text, width);
  const lines = [shorten(pen, first, width), ...(rest.length > 0 ? [shorten(pen, rest.join(' '), width)] : [])];
  for (const [place, line] of lines.entries()) pen.fillText(line, x, y + (place - (lines.length - 1) / 2) * style.fontSize * 1.15);
}
