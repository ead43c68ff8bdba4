import type { BoundingBox } from '../../areas/geodesy.ts';
import type { ProblemCode, ProblemList } from '../problems.ts';
import type { RowFields } from '../row-fields.ts';
import type { Turns } from '../turns.ts';
import type { IncidentStaging } from './staging.ts';

/** How far beyond the city's box a point may lie before it is taken for a mistake, in degrees (about 50 km). */
const leastMargin = 0.5;
/** Without boundaries: how far from the middle of all points. */
const farFromMiddle = 3;
const sliceLength = 4096;

/**
 * Judges the staged points against the city and each other: what is zero, in metres, swapped or far away loses its point; a file
 * whose coordinates are swapped throughout is put right. Longitudes and latitudes of the staging are changed in place.
 */
export async function checkPoints(staging: IncidentStaging, city: BoundingBox | null, problems: ProblemList, fields: RowFields, turns: Turns): Promise<void> {
  const near = nearOf(staging, city);
  let inPlace = 0;
  let onlySwapped = 0;
  for (let i = 0; i < staging.rows.length; i++) {
    if (i % sliceLength === 0) await turns.pass();
    const x = staging.longitudes.at(i);
    const y = staging.latitudes.at(i);
    if (Number.isNaN(x) || (x === 0 && y === 0)) continue;
    if (isPlausible(x, y) && near(x, y)) inPlace++;
    else if (isPlausible(y, x) && near(y, x)) onlySwapped++;
  }
  const isWholeFileSwapped = onlySwapped > 0 && onlySwapped > inPlace * 9;
  if (isWholeFileSwapped) problems.add('swapped-back', { column: fields.columnOf('longitude') }, onlySwapped);
  for (let i = 0; i < staging.rows.length; i++) {
    if (i % sliceLength === 0) await turns.pass();
    const x = isWholeFileSwapped ? staging.latitudes.at(i) : staging.longitudes.at(i);
    const y = isWholeFileSwapped ? staging.longitudes.at(i) : staging.latitudes.at(i);
    if (Number.isNaN(x)) continue;
    const problem = problemOf(x, y, near);
    if (problem) problems.add(problem, { row: staging.rows.at(i), column: fields.columnOf('longitude'), value: `${x}, ${y}` });
    staging.longitudes.set(i, problem ? Number.NaN : x);
    staging.latitudes.set(i, problem ? Number.NaN : y);
  }
}

type Near = (longitude: number, latitude: number) => boolean;

function problemOf(x: number, y: number, near: Near): ProblemCode | null {
  // One figure of exactly zero is a missing one; no city lies on both the equator and a whole meridian.
  if (x === 0 || y === 0) return 'zero-coordinates';
  if (isPlausible(x, y) && near(x, y)) return null;
  if (isPlausible(y, x) && near(y, x)) return 'swapped-coordinates';
  if (Math.abs(x) > 400 || Math.abs(y) > 400) return 'projected-coordinates';
  return isPlausible(x, y) ? 'outside-city' : 'bad-coordinate';
}

function isPlausible(longitude: number, latitude: number): boolean {
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
}

function nearOf(staging: IncidentStaging, city: BoundingBox | null): Near {
  if (city) {
    const width = Math.max(leastMargin, city.east - city.west);
    const height = Math.max(leastMargin, city.north - city.south);
    return (x, y) => x >= city.west - width && x <= city.east + width && y >= city.south - height && y <= city.north + height;
  }
  const middle = middleOf(staging);
  if (!middle) return () => true;
  return (x, y) => Math.abs(x - middle.x) <= farFromMiddle && Math.abs(y - middle.y) <= farFromMiddle;
}

/** Medians of plausible points, or of swapped ones where those are more. */
function middleOf(staging: IncidentStaging): { x: number; y: number } | null {
  const xs: number[] = [];
  const ys: number[] = [];
  const step = Math.max(1, Math.floor(staging.rows.length / 20_000));
  for (let i = 0; i < staging.rows.length; i += step) {
    const x = staging.longitudes.at(i);
    const y = staging.latitudes.at(i);
    if (Number.isNaN(x) || x === 0 || y === 0) continue;
    if (isPlausible(x, y)) {
      xs.push(x);
      ys.push(y);
    } else if (isPlausible(y, x)) {
      xs.push(y);
      ys.push(x);
    }
  }
  if (xs.length === 0) return null;
  const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  return { x: median(xs), y: median(ys) };
}
