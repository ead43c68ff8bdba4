/**
 * The look of every figure, on a screen and on paper: one accent, ink on paper, colours that stay apart for colour-blind readers and in grey.
 *
 * `categorical` derives from Okabe & Ito (2008), deepened until each keeps a contrast of 3 : 1 on its ground; `sequential` is one hue running from
 * yellow-green to blue in even steps of lightness (after YlGnBu of Brewer 2003), so that a black-and-white print keeps its order.
 */
export interface FigureStyle {
  readonly fontFamily: string;
  /** Pixels at the nominal width of a figure. */
  readonly fontSize: number;
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  /** Thin lines: axes, grids, frames. */
  readonly rule: string;
  readonly accent: string;
  /** The accent's quiet neighbour, for all that is not the message. */
  readonly accentSoft: string;
  readonly highlight: string;
  readonly noData: string;
  readonly categorical: readonly string[];
  /** Light to dark (dark ground: dim to bright), for 2-7 classes take the ends and what lies evenly between. */
  readonly sequential: readonly string[];
  /** Seven steps from «less» over a neutral middle to «more». The hue tells the side; lightness runs in one direction, so that a print in grey keeps the order. */
  readonly diverging: readonly string[];
}

const families = '"Source Sans 3", "Source Sans 3 Variable", Vazirmatn, "Vazirmatn Variable", sans-serif';

const light: FigureStyle = {
  fontFamily: families,
  fontSize: 13,
  paper: '#ffffff',
  ink: '#1b2a30',
  muted: '#5b6b72',
  rule: '#d5dcde',
  accent: '#0b5d66',
  accentSoft: '#a9c8cb',
  highlight: '#c4511a',
  noData: '#eceff0',
  categorical: ['#0b5d66', '#c4511a', '#3f7fc1', '#b8860b', '#9a4f86', '#2f8f6b', '#6b7780'],
  sequential: ['#f3f8d8', '#cfe8bf', '#92d0b8', '#52b0b4', '#2b86a0', '#1c5a86', '#123163'],
  diverging: ['#d6efee', '#a8d9dc', '#79bcc4', '#a29f97', '#c9762f', '#9b4a16', '#642a0b'],
};

const dark: FigureStyle = {
  ...light,
  paper: '#12191c',
  ink: '#e8eeef',
  muted: '#9fb0b6',
  rule: '#334047',
  accent: '#5fb8bf',
  accentSoft: '#31545a',
  highlight: '#f08a4b',
  noData: '#263035',
  categorical: ['#5fb8bf', '#f08a4b', '#7fb2ea', '#e3b341', '#d08fbd', '#6fcea3', '#a7b3b9'],
  sequential: ['#1d2f3a', '#1c4a5c', '#1f6a7a', '#2f8f92', '#5fb5a0', '#a4d7a9', '#eaf5c0'],
  diverging: ['#17343a', '#22565e', '#387c84', '#8c8a84', '#d98f4d', '#f0b47e', '#fbdcbd'],
};

const print: FigureStyle = { ...light, fontFamily: '"Source Sans 3", Vazirmatn', fontSize: 10.5 };

const variants = { light, dark, print };
export type FigureVariant = keyof typeof variants;

export function figureStyle(variant: FigureVariant): FigureStyle {
  return variants[variant];
}

/** `count` colours of a light-to-dark scale, ends included. */
export function sequentialColours(style: FigureStyle, count: number): string[] {
  const last = style.sequential.length - 1;
  if (count <= 1) return [style.sequential[Math.round(last * 0.6)] ?? style.accent];
  return Array.from({ length: count }, (_, place) => style.sequential[Math.round((place * last) / (count - 1))] ?? style.accent);
}

/**
 * Colours of the classes of a diverging scale, low to high: `below` classes under the middle, `hasMiddle` when one class is the middle itself,
 * `above` over it. The sides are as strong as they are far from the middle, whichever has more classes.
 */
export function divergingColours(steps: readonly string[], sides: { below: number; hasMiddle: boolean; above: number }): string[] {
  const half = Math.floor(steps.length / 2);
  const longest = Math.max(sides.below, sides.above, 1);
  const at = (distance: number) => Math.max(1, Math.round((distance * half) / longest));
  return [
    ...Array.from({ length: sides.below }, (_, place) => steps[half - at(sides.below - place)] ?? ''),
    ...(sides.hasMiddle ? [steps[half] ?? ''] : []),
    ...Array.from({ length: sides.above }, (_, place) => steps[half + at(place + 1)] ?? ''),
  ];
}

/** Ink or paper, whichever reads better on a ground given as `#rrggbb` (relative luminance of WCAG 2). */
export function inkOn(style: FigureStyle, ground: string): string {
  const onPaper = contrast(ground, style.paper);
  return contrast(ground, style.ink) >= onPaper ? style.ink : style.paper;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
