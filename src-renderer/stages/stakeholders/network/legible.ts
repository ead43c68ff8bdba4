import { bodySize, type Spot } from './arrange.ts';

/** Below this zoom a name at the drawing's own size is no longer read at a table: bodies become dots and names keep their size. */
export const legibleZoom = 0.7;

/** Size of a small body on the screen, in CSS pixels at any zoom. */
export const dotSize = 12;
const labelHeight = { oneLine: 22, twoLines: 36 } as const;
const longestLine = 17;
const letterWidth = 7;
const labelPadding = 14;
const labelGap = 3;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Room that a name takes on the screen at 12 CSS pixels a letter's height, on one line or two. */
export function labelSize(name: string): Size {
  const isLong = name.length > longestLine;
  const letters = isLong ? Math.min(longestLine + 1, Math.max(Math.ceil(name.length * 0.6), longestWord(name))) : name.length;
  return { width: Math.ceil(Math.max(4, letters) * letterWidth) + labelPadding, height: isLong ? labelHeight.twoLines : labelHeight.oneLine };
}

function longestWord(name: string): number {
  return Math.max(...name.split(/\s+/).map((word) => word.length));
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly size: Size;
}

/**
 * The bodies whose names have room at a zoom, those with the most ties first: no name covers another or another body's dot. All others
 * are named when they are pointed at, and in the table.
 */
export function bodiesWithRoom(spots: readonly Spot[], ties: ReadonlyMap<string, number>, zoom: number, nameOf: (id: string) => string): ReadonlySet<string> {
  const inOrder = spots.toSorted((a, b) => (ties.get(b.id) ?? 0) - (ties.get(a.id) ?? 0));
  const dots = new Map(spots.map((spot) => [spot.id, placeOf(spot, zoom, { width: dotSize, height: dotSize })]));
  const named: Place[] = [];
  const shown = new Set<string>();
  for (const spot of inOrder) {
    const place = placeOf(spot, zoom, labelSize(nameOf(spot.id)));
    const isFree = named.every((other) => !overlap(place, other)) && [...dots].every(([id, dot]) => id === spot.id || !overlap(place, dot));
    if (!isFree) continue;
    named.push(place);
    shown.add(spot.id);
  }
  return shown;
}

function placeOf({ x, y }: Spot, zoom: number, size: Size): Place {
  return { x: (x + bodySize.width / 2) * zoom, y: (y + bodySize.height / 2) * zoom, size };
}

function overlap(a: Place, b: Place): boolean {
  return Math.abs(a.x - b.x) < (a.size.width + b.size.width) / 2 + labelGap && Math.abs(a.y - b.y) < (a.size.height + b.size.height) / 2 + labelGap;
}
