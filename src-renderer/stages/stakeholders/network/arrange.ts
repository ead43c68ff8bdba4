/** Size of a body in the drawing, in the drawing's own units (CSS pixels at full size). */
export const bodySize = { width: 176, height: 52 } as const;

export interface Spot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}
interface Link {
  readonly from: string;
  readonly to: string;
}

const gap = { x: 60, y: 52 } as const;
const rounds = 240;

/**
 * Places bodies so that those with ties stand near each other (springs and repulsion after Fruchterman & Reingold 1991), always the same
 * for the same input: it starts from a circle, not from chance. Bodies without a tie stand in rows below.
 */
export function arrange(ids: readonly string[], links: readonly Link[]): Spot[] {
  const tied = new Set(links.flatMap(({ from, to }) => (from === to ? [] : [from, to])));
  const inside = ids.filter((id) => tied.has(id));
  const spots = pushApart(spring(inside, links));
  const lowest = spots.length === 0 ? 0 : Math.max(...spots.map(({ y }) => y)) + bodySize.height + gap.y * 1.5;
  const left = spots.length === 0 ? 0 : Math.min(...spots.map(({ x }) => x));
  const width = spots.length === 0 ? 0 : Math.max(...spots.map(({ x }) => x)) - left;
  const perRow = Math.max(4, Math.floor(width / (bodySize.width + gap.x / 2)) + 1);
  const alone = ids.filter((id) => !tied.has(id));
  return [
    ...spots,
    ...alone.map((id, index) => ({
      id,
      x: left + (index % perRow) * (bodySize.width + gap.x / 2),
      y: lowest + Math.floor(index / perRow) * (bodySize.height + gap.y / 2),
    })),
  ];
}

interface Point {
  x: number;
  y: number;
}

function spring(ids: readonly string[], links: readonly Link[]): Spot[] {
  const ideal = 120;
  const radius = (ideal * Math.max(2, ids.length)) / (2 * Math.PI);
  const points = ids.map(
    (_id, index): Point => ({ x: radius * Math.cos((2 * Math.PI * index) / ids.length), y: radius * Math.sin((2 * Math.PI * index) / ids.length) }),
  );
  const place = new Map(ids.map((id, index) => [id, index]));
  const springs = links.flatMap(({ from, to }) => {
    const [a, b] = [place.get(from), place.get(to)];
    return a === undefined || b === undefined || a === b ? [] : [[a, b] as const];
  });
  for (let round = 0; round < rounds; round++) {
    const heat = ideal * 0.5 * (1 - round / rounds);
    const forces = points.map((): Point => ({ x: 0, y: 0 }));
    const pull = (a: number, b: number, strength: (distance: number) => number) => {
      const [one, other, forceOne, forceOther] = [points[a], points[b], forces[a], forces[b]];
      if (!one || !other || !forceOne || !forceOther) return;
      const [dx, dy] = [other.x - one.x, other.y - one.y];
      const distance = Math.max(1, Math.hypot(dx, dy));
      const force = strength(distance) / distance;
      forceOne.x += dx * force;
      forceOne.y += dy * force;
      forceOther.x -= dx * force;
      forceOther.y -= dy * force;
    };
    for (let a = 0; a < points.length; a++) for (let b = a + 1; b < points.length; b++) pull(a, b, (distance) => -(ideal * ideal) / distance);
    for (const [a, b] of springs) pull(a, b, (distance) => (distance * distance) / ideal);
    for (const [index, point] of points.entries()) {
      const force = forces[index] ?? { x: 0, y: 0 };
      // A little towards the middle, so that parts without a tie between them stay on one picture.
      force.x -= point.x * 0.6;
      force.y -= point.y * 0.6;
      const length = Math.max(1, Math.hypot(force.x, force.y));
      point.x += (force.x / length) * Math.min(length, heat);
      point.y += (force.y / length) * Math.min(length, heat);
    }
  }
  // Screens and names are wider than high.
  const across = evened(points.map(({ x }) => x * 1.7));
  const down = evened(points.map(({ y }) => y * 0.85));
  return ids.map((id, index) => ({ id, x: across[index] ?? 0, y: down[index] ?? 0 }));
}

/** Draws the crowd in the middle apart and what lies far out nearer: halfway to an even spread over the same width, in the same order. */
function evened(values: readonly number[]): number[] {
  const order = values.map((_value, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
  const [least, most] = [values[order[0] ?? 0] ?? 0, values[order.at(-1) ?? 0] ?? 0];
  const step = (most - least) / Math.max(1, values.length - 1);
  const even = [...values];
  for (const [rank, index] of order.entries()) even[index] = ((values[index] ?? 0) + least + rank * step) / 2;
  return even;
}

/** Moves what overlaps apart, along the shorter way. */
function pushApart(spots: readonly Spot[]): Spot[] {
  const points = spots.map((spot) => ({ ...spot }));
  const [width, height] = [bodySize.width + gap.x * 0.75, bodySize.height + gap.y * 0.75];
  for (let round = 0; round < 60; round++) {
    let isDone = true;
    for (const [index, one] of points.entries()) {
      for (const other of points.slice(index + 1)) {
        const [dx, dy] = [other.x - one.x, other.y - one.y];
        const [overlapX, overlapY] = [width - Math.abs(dx), height - Math.abs(dy)];
        if (overlapX <= 0 || overlapY <= 0) continue;
        isDone = false;
        if (overlapX < overlapY) {
          const shift = (overlapX / 2) * (dx < 0 ? -1 : 1);
          one.x -= shift;
          other.x += shift;
        } else {
          const shift = (overlapY / 2) * (dy < 0 ? -1 : 1);
          one.y -= shift;
          other.y += shift;
        }
      }
    }
    if (isDone) break;
  }
  return points.map(({ id, x, y }) => ({ id, x: Math.round(x), y: Math.round(y) }));
}

/** Spots by hand go before those of the arrangement. */
export function withMoved(spots: readonly Spot[], moved: ReadonlyMap<string, { readonly x: number; readonly y: number }>): Spot[] {
  return spots.map((spot) => ({ ...spot, ...moved.get(spot.id) }));
}
