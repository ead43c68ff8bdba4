import type { RoomPlaces } from '../../engine/room/room-questions.ts';

type Ring = readonly (readonly [x: number, y: number])[];

/** A stretch of one row of the map: `area` is the place in `places.areas`, null where there is none. */
export interface Stretch {
  readonly area: number | null;
  readonly columns: number;
}

/**
 * The map cut into rows of small squares, each belonging to the area under its middle, and squares of one area beside each other joined: laid over the
 * drawing as labels, they make areas that can be tapped without script in any browser (shapes of a drawing cannot tick a box).
 */
export function tapRows(places: RoomPlaces, columns: number): Stretch[][] {
  const side = places.width / columns;
  const rows = Math.max(1, Math.round(places.height / side));
  const outlines = places.areas.map(({ path }) => ringsOf(path));
  return Array.from({ length: rows }, (_, row) => {
    const stretches: { area: number | null; columns: number }[] = [];
    for (let column = 0; column < columns; column += 1) {
      const [x, y] = [(column + 0.5) * side, ((row + 0.5) * places.height) / rows];
      const found = outlines.findIndex((rings) => isInside(rings, x, y));
      const area = found < 0 ? null : found;
      const last = stretches.at(-1);
      if (last && last.area === area) last.columns += 1;
      else stretches.push({ area, columns: 1 });
    }
    return stretches;
  });
}

function isInside(rings: readonly Ring[], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    let previous = ring.at(-1);
    for (const point of ring) {
      if (previous && point[1] > y !== previous[1] > y) {
        const crossing = point[0] + ((y - point[1]) * (previous[0] - point[0])) / (previous[1] - point[1]);
        if (x < crossing) inside = !inside;
      }
      previous = point;
    }
  }
  return inside;
}

/** Straight lines of an SVG path, absolute and relative: M, L, H, V, Z. */
export function ringsOf(path: string): Ring[] {
  const rings: [number, number][][] = [];
  let [x, y] = [0, 0];
  for (const [, letter = '', rest = ''] of path.matchAll(/([MLHVZmlhvz])([^MLHVZmlhvz]*)/g)) {
    const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    const isRelative = letter === letter.toLowerCase();
    const kind = letter.toUpperCase();
    if (kind === 'Z') {
      [x, y] = rings.at(-1)?.[0] ?? [x, y];
      continue;
    }
    const step = kind === 'H' || kind === 'V' ? 1 : 2;
    for (let at = 0; at + step <= numbers.length; at += step) {
      const [one = 0, other = 0] = numbers.slice(at, at + step);
      if (kind === 'H') x = isRelative ? x + one : one;
      else if (kind === 'V') y = isRelative ? y + one : one;
      else [x, y] = isRelative ? [x + one, y + other] : [one, other];
      if (kind === 'M' && at === 0) rings.push([]);
      rings.at(-1)?.push([x, y]);
    }
  }
  return rings;
}
