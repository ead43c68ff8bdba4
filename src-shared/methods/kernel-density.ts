/** Version of the arithmetic below, kept with every figure. */
export const kernelDensityVersion = '1';

/** Points in metres of a plane; `weights` null = each is one. */
export interface PlanePoints {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly weights: ArrayLike<number> | null;
}

const m2PerKm2 = 1_000_000;

/** What one incident at `distance` metres adds per km²: 3/(πh²) · (1 − d²/h²)² inside the bandwidth, 0 outside (quartic kernel, Silverman 1986). */
export function quarticKernel(distanceSquared: number, bandwidth: number): number {
  const nearness = 1 - distanceSquared / (bandwidth * bandwidth);
  return nearness <= 0 ? 0 : ((3 * nearness * nearness) / (Math.PI * bandwidth * bandwidth)) * m2PerKm2;
}

/**
 * Density of the points at each centre, per km². Bandwidth in metres. Points are put in squares as wide as the bandwidth, so that only
 * the nine around a centre are looked at.
 */
export function kernelDensity(points: PlanePoints, centres: { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> }, bandwidth: number): Float64Array {
  const squares = new Map<number, number[]>();
  for (let i = 0; i < points.x.length; i += 1) {
    const key = squareKey(Math.floor((points.x[i] ?? 0) / bandwidth), Math.floor((points.y[i] ?? 0) / bandwidth));
    const square = squares.get(key);
    if (square) square.push(i);
    else squares.set(key, [i]);
  }
  const densities = new Float64Array(centres.x.length);
  for (let c = 0; c < densities.length; c += 1) {
    const x = centres.x[c] ?? 0;
    const y = centres.y[c] ?? 0;
    const column = Math.floor(x / bandwidth);
    const row = Math.floor(y / bandwidth);
    let density = 0;
    for (let across = -1; across <= 1; across += 1) {
      for (let down = -1; down <= 1; down += 1) {
        for (const i of squares.get(squareKey(column + across, row + down)) ?? []) {
          const dx = (points.x[i] ?? 0) - x;
          const dy = (points.y[i] ?? 0) - y;
          density += quarticKernel(dx * dx + dy * dy, bandwidth) * (points.weights?.[i] ?? 1);
        }
      }
    }
    densities[c] = density;
  }
  return densities;
}

/** Squares a million bandwidths either side of the middle have keys of their own. */
function squareKey(column: number, row: number): number {
  return (column + 1_000_000) * 2_000_001 + row + 1_000_000;
}

/** Hot from this many times the mean of all cells of the study area. */
const hotFrom = 3;
export const densityLimits = [1, 2, hotFrom, 5] as const;

/** Class of each density by multiples of the mean of all cells: 0 below the mean, 1 from the mean, 2 from twice, 3 (hot) from three times, 4 from five times. Null where the mean is 0. */
export function densityClasses(densities: ArrayLike<number>): Uint8Array | null {
  let sum = 0;
  for (let i = 0; i < densities.length; i += 1) sum += densities[i] ?? 0;
  const mean = sum / densities.length;
  if (!(mean > 0)) return null;
  return Uint8Array.from(densities, (density) => densityLimits.filter((limit) => density >= limit * mean).length);
}
