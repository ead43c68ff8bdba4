import type { Point } from './geography.ts';

export const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);
export const middle = (a: Point, b: Point): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];

/** Even-odd rule. */
export function isInside(ring: readonly Point[], [x, y]: Point): boolean {
  let inside = false;
  for (const [index, a] of ring.entries()) {
    const b = ring[(index + 1) % ring.length] ?? a;
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  }
  return inside;
}

/** Twice the signed area of a, b, c: above 0 where c lies to the left of a → b. */
export const turn = (a: Point, b: Point, c: Point): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

/** True where the two stretches cross at a point inside both. */
export function cross(a: Point, b: Point, c: Point, d: Point): boolean {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

export function distanceToStretch(point: Point, a: Point, b: Point): number {
  const length = distance(a, b);
  if (length === 0) return distance(point, a);
  const along = ((point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])) / length ** 2;
  const share = Math.min(1, Math.max(0, along));
  return distance(point, [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])]);
}

/** Square kilometres of a ring, without sign. */
export function ringArea(ring: readonly Point[]): number {
  return (
    Math.abs(
      ring.reduce((sum, a, index) => {
        const b = ring[(index + 1) % ring.length] ?? a;
        return sum + a[0] * b[1] - b[0] * a[1];
      }, 0),
    ) / 2
  );
}

/** Keeps the points that bend the line by more than the tolerance in kilometres (Douglas and Peucker); both ends stay. */
export function simplify(line: readonly Point[], tolerance: number): Point[] {
  const first = line[0];
  const last = line.at(-1);
  if (!first || !last || line.length < 3) return [...line];
  let worst = 0;
  let at = 0;
  for (const [index, point] of line.entries()) {
    const off = first === last || distance(first, last) === 0 ? distance(point, first) : distanceToStretch(point, first, last);
    if (off > worst) [worst, at] = [off, index];
  }
  if (worst <= tolerance) return [first, last];
  return [...simplify(line.slice(0, at + 1), tolerance), ...simplify(line.slice(at), tolerance).slice(1)];
}

/** Every point between the ends moves to the mean of itself and its neighbours. */
export function relax(line: readonly Point[], times: number): Point[] {
  let points = [...line];
  for (let round = 0; round < times; round += 1) {
    points = points.map((point, index) => {
      const before = points[index - 1];
      const after = points[index + 1];
      if (!before || !after) return point;
      return [(before[0] + 2 * point[0] + after[0]) / 4, (before[1] + 2 * point[1] + after[1]) / 4] as const;
    });
  }
  return points;
}
