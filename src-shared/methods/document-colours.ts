/** Contrast between two colours given as `#rrggbb`, 1 to 21 (relative luminance of WCAG 2). */
export function contrastOf(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

export const leastContrast = 4.5;
const white = '#ffffff';
const ink = '#1b2a30';

export interface DocumentColours {
  readonly accent: string;
  /** The accent's quiet neighbour: lines, and small words on the accent. */
  readonly accentSoft: string;
  readonly accentPale: string;
  readonly highlight: string;
  readonly onAccent: string;
}

/** The usual look. */
export const usualColours: DocumentColours = { accent: '#0b5d66', accentSoft: '#a9c8cb', accentPale: '#eef5f5', highlight: '#c4511a', onAccent: white };

/** A chosen colour as it can carry words on white paper: itself, or as much darker as it takes to reach a contrast of 4.5 : 1. */
export function readableColour(colour: string): string {
  for (let share = 0; share < 1; share += 0.02) {
    const darker = mixed(colour, '#000000', share);
    if (contrastOf(darker, white) >= leastContrast) return darker;
  }
  return ink;
}

/** The colours of a document from those that a city chose; empty ones are the usual. All that is written in them or on them can be read. */
export function documentColours(chosen: { readonly accent: string; readonly highlight: string }): DocumentColours {
  const highlight = chosen.highlight ? readableColour(chosen.highlight) : usualColours.highlight;
  if (!chosen.accent) return { ...usualColours, highlight };
  const accent = readableColour(chosen.accent);
  return { accent, accentSoft: softOn(accent), accentPale: mixed(accent, white, 0.93), highlight, onAccent: white };
}

/** As much of the accent as a light neighbour may keep that words on the accent are set in. */
function softOn(accent: string): string {
  for (let share = 0.62; share < 1; share += 0.02) {
    const soft = mixed(accent, white, share);
    if (contrastOf(soft, accent) >= leastContrast || share > 0.97) return soft;
  }
  return white;
}

function mixed(colour: string, other: string, share: number): string {
  const of = (text: string, start: number) => Number.parseInt(text.slice(start, start + 2), 16);
  const parts = [1, 3, 5].map((start) => Math.round(of(colour, start) * (1 - share) + of(other, start) * share));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
