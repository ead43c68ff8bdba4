/** Counting that shares no code with the product: what the product says of a real city must agree with it. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe } from 'vitest';

const dataFolder = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
export const dataFile = (name: string): string => `${dataFolder}${name}`;

/** A suite that needs real files; without them it is skipped and its title says why. */
export function describeCity(name: string, folder: string, body: () => void): void {
  const isHere = existsSync(dataFile(folder));
  const suite = isHere ? describe : describe.skip;
  suite(isHere ? name : `${name} (skipped: ../shared/data/${folder} is not here)`, body);
}

/** Delimited text as objects by column name; quotes, doubled quotes and line breaks in quotes are understood. */
export function readTable(name: string, delimiter = ','): Record<string, string>[] {
  const bytes = readFileSync(dataFile(name));
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/, '');
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (letter === '"') isQuoted = true;
    else if (letter === delimiter || letter === '\n') {
      row.push(cell.endsWith('\r') ? cell.slice(0, -1) : cell);
      cell = '';
      if (letter === '\n') {
        rows.push(row);
        row = [];
      }
    } else cell += letter;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  const [header = [], ...body] = rows;
  return body.map((cells) => Object.fromEntries(header.map((column, index) => [column, cells[index] ?? ''])));
}

/** A name without case, accents and punctuation. */
export const fold = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** How often each key occurs. */
export function tally<Item>(items: Iterable<Item>, keyOf: (item: Item) => string, weightOf: (item: Item) => number = () => 1): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + weightOf(item);
  return counts;
}

type Ring = number[][];

/** How often the ring winds around the point: not 0 = inside. (The product casts a ray instead.) */
function windings(ring: Ring, x: number, y: number): number {
  let count = 0;
  for (let index = 0; index + 1 < ring.length; index += 1) {
    const [ax = 0, ay = 0] = ring[index] ?? [];
    const [bx = 0, by = 0] = ring[index + 1] ?? [];
    const side = (bx - ax) * (y - ay) - (x - ax) * (by - ay);
    if (ay <= y && by > y && side > 0) count += 1;
    if (ay > y && by <= y && side < 0) count -= 1;
  }
  return count;
}

export interface NamedPolygon {
  readonly name: string;
  readonly polygons: readonly (readonly Ring[])[];
  /** West, south, east, north. */
  readonly box: readonly [number, number, number, number];
}

export function readPolygons(name: string, nameOf: (properties: Record<string, string>) => string): NamedPolygon[] {
  const collection = JSON.parse(readFileSync(dataFile(name), 'utf8')) as {
    features: { properties: Record<string, string>; geometry: { type: string; coordinates: Ring[] | Ring[][] } }[];
  };
  return collection.features.map(({ properties, geometry }) => {
    const polygons = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as Ring[][];
    const points = polygons.flatMap(([outer = []]) => outer);
    const ends = (axis: number) =>
      points.reduce(([low, high], point) => [Math.min(low ?? 0, point[axis] ?? 0), Math.max(high ?? 0, point[axis] ?? 0)], [Infinity, -Infinity]);
    const [[west = 0, east = 0], [south = 0, north = 0]] = [ends(0), ends(1)];
    return { name: nameOf(properties), polygons, box: [west, south, east, north] };
  });
}

/** Every area that holds the point. */
export function areasAt(areas: readonly NamedPolygon[], x: number, y: number): string[] {
  const isIn = ([outer = [], ...holes]: readonly Ring[]) => windings(outer, x, y) !== 0 && holes.every((hole) => windings(hole, x, y) === 0);
  const isNear = ({ box: [west, south, east, north] }: NamedPolygon) => x >= west && x <= east && y >= south && y <= north;
  return areas.filter((area) => isNear(area) && area.polygons.some(isIn)).map(({ name }) => name);
}
