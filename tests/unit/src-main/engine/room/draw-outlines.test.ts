import { describe, expect, test } from 'vitest';
import { drawOutlines, mostPathCharacters } from '#main/engine/room/draw-outlines.ts';
import type { Boundary, Position } from '#shared/domain/geometry.ts';

/** Corners of a wobbly line from one point to another, the same whoever asks in whichever direction. */
function wobbly(from: Position, to: Position, corners: number): Position[] {
  return Array.from({ length: corners }, (_, place) => {
    const share = place / corners;
    const aside = place === 0 ? 0 : Math.sin(place * 12.9898 + from[0] * 7 + from[1] * 3) * 0.01;
    return [from[0] + (to[0] - from[0]) * share + aside, from[1] + (to[1] - from[1]) * share + aside];
  });
}

/** A grid of areas whose shared borders have the same corners. */
function wobblyCity(side: number, corners: number): { id: string; boundary: Boundary; label: Position }[] {
  const lines = new Map<string, Position[]>();
  const line = (from: Position, to: Position): Position[] => {
    const isForward = from[0] < to[0] || from[1] < to[1];
    const [start, end] = isForward ? [from, to] : [to, from];
    const key = `${start} ${end}`;
    const found = lines.get(key) ?? [...wobbly(start, end, corners), end];
    lines.set(key, found);
    return isForward ? found.slice(0, -1) : found.toReversed().slice(0, -1);
  };
  return Array.from({ length: side * side }, (_, index) => {
    const [x, y] = [index % side, Math.floor(index / side)];
    const at = (dx: number, dy: number): Position => [(x + dx) / side, (y + dy) / side];
    const ring = [...line(at(0, 0), at(1, 0)), ...line(at(1, 0), at(1, 1)), ...line(at(1, 1), at(0, 1)), ...line(at(0, 1), at(0, 0))];
    return { id: `area ${index}`, boundary: { type: 'Polygon', coordinates: [[...ring, ring[0] as Position]] }, label: at(0.5, 0.5) };
  });
}

/** Corners of a drawn path, as absolute `x,y`. */
function cornersOf(path: string): string[] {
  return path
    .split('z')
    .filter(Boolean)
    .flatMap((ring) => {
      const [start = '', steps = ''] = ring.slice(1).split('l');
      const numbers = (text: string) => (text.match(/-?\d+/g) ?? []).map(Number);
      let [x = 0, y = 0] = numbers(start);
      const corners = [`${x},${y}`];
      const moves = numbers(steps);
      for (let i = 0; i + 1 < moves.length; i += 2) {
        x += moves[i] ?? 0;
        y += moves[i + 1] ?? 0;
        corners.push(`${x},${y}`);
      }
      return corners;
    });
}

describe('outlines for a small page', () => {
  test('a square stays a square', () => {
    const ring: Position[] = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ];
    const drawn = drawOutlines([{ id: 'a', boundary: { type: 'Polygon', coordinates: [ring] }, label: [0.5, 0.5] }]);
    expect(drawn).toMatchObject({ width: 720, height: 720, areas: [{ id: 'a', x: 360, y: 360 }] });
    expect(cornersOf(drawn?.areas[0]?.path ?? '')).toEqual(['0,720', '720,720', '720,0', '0,0']);
  });

  test('two hundred detailed areas fit, and each is there', () => {
    const drawn = drawOutlines(wobblyCity(14, 60));
    const paths = drawn?.areas.map(({ path }) => path) ?? [];
    expect(paths.join('').length).toBeLessThanOrEqual(mostPathCharacters);
    expect(paths).toHaveLength(196);
    for (const path of paths) expect(cornersOf(path).length).toBeGreaterThanOrEqual(3);
  });

  test('neighbours keep the same corners of the border they share: no gap opens', () => {
    const side = 6;
    const drawn = drawOutlines(wobblyCity(side, 80), 4_000);
    const paths = drawn?.areas.map(({ path }) => path) ?? [];
    expect(paths.join('').length).toBeLessThanOrEqual(4_000);
    const uses = new Map<string, number>();
    for (const path of paths) for (const corner of new Set(cornersOf(path))) uses.set(corner, (uses.get(corner) ?? 0) + 1);
    // Every corner away from the city's edge belongs to two areas at least.
    const lonely = [...uses].filter(([corner, count]) => {
      const [x = 0, y = 0] = corner.split(',').map(Number);
      return count === 1 && x > 40 && y > 40 && x < (drawn?.width ?? 0) - 40 && y < (drawn?.height ?? 0) - 40;
    });
    expect(lonely).toEqual([]);
  });

  test('tiny islands go before the land does; holes are drawn', () => {
    const square = (x: number, y: number, size: number): Position[] => [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
      [x, y],
    ];
    const islands: Boundary = { type: 'MultiPolygon', coordinates: [[square(0, 0, 1), square(0.4, 0.4, 0.2)], [square(1.5, 1.5, 0.0005)]] };
    const path = drawOutlines([{ id: 'a', boundary: islands, label: null }])?.areas[0]?.path ?? '';
    expect(path.split('z').filter(Boolean)).toHaveLength(2);
  });

  test('the same boundaries give the same drawing, and none gives none', () => {
    expect(drawOutlines(wobblyCity(5, 40))).toEqual(drawOutlines(wobblyCity(5, 40)));
    expect(drawOutlines([])).toBeNull();
  });
});
