type Ring = number[][];

interface Measured {
  readonly ring: Ring;
  /** Twice the signed area: negative = clockwise. */
  readonly area: number;
  readonly box: readonly [number, number, number, number];
}

/**
 * Rings of a shapefile's polygon → polygons, each with its holes. By the format, outer rings run clockwise and holes the other way; a hole belongs to the
 * smallest outer ring around it, one with none around it is an outer ring itself. Where no ring runs clockwise the writer had it wrong, and nesting decides.
 */
export function groupRings(rings: readonly Ring[]): Ring[][] {
  const measured = rings.filter((ring) => ring.length >= 3).map(measure);
  const isClockwise = measured.some(({ area }) => area < 0);
  const isOuter = (ring: Measured) => (isClockwise ? ring.area < 0 : measured.filter((other) => other !== ring && contains(other, ring)).length % 2 === 0);
  const outers = measured.filter(isOuter);
  const groups = new Map(outers.map((outer) => [outer, [outer.ring]]));
  for (const ring of measured) {
    if (groups.has(ring)) continue;
    const around = outers.filter((outer) => contains(outer, ring)).sort((a, b) => Math.abs(a.area) - Math.abs(b.area))[0];
    if (around) groups.get(around)?.push(ring.ring);
    else groups.set(ring, [ring.ring]);
  }
  return [...groups.values()];
}

function measure(ring: Ring): Measured {
  let area = 0;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  let [previousX = 0, previousY = 0] = ring.at(-1) ?? [];
  for (const [x = 0, y = 0] of ring) {
    area += previousX * y - x * previousY;
    [previousX, previousY] = [x, y];
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return { ring, area, box: [west, south, east, north] };
}

function contains(outer: Measured, inner: Measured): boolean {
  const [west, south, east, north] = outer.box;
  if (inner.box[0] < west || inner.box[1] < south || inner.box[2] > east || inner.box[3] > north) return false;
  if (Math.abs(inner.area) >= Math.abs(outer.area)) return false;
  // A hole may touch its outer ring in single points, so one point alone could mislead.
  const points = inner.ring.slice(0, 5);
  return points.filter(([x = 0, y = 0]) => isInside(outer.ring, x, y)).length * 2 > points.length;
}

function isInside(ring: Ring, x: number, y: number): boolean {
  let inside = false;
  let [previousX = 0, previousY = 0] = ring.at(-1) ?? [];
  for (const [currentX = 0, currentY = 0] of ring) {
    if (currentY > y !== previousY > y && x < ((previousX - currentX) * (y - currentY)) / (previousY - currentY) + currentX) inside = !inside;
    [previousX, previousY] = [currentX, currentY];
  }
  return inside;
}
