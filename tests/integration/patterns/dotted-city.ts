import { type EngineFixture, newProject } from '../../fixtures/engine.ts';
import { geoJson, importText, square } from '../imports/importing.ts';

/** Areas of a table of 6 × 6, called `A11` … `A66` (row, column), each 0.01 degrees wide with 5,000 residents. */
const side = 6;
const step = 0.01;
const [west, south] = [-99.2, 19.4];

export interface Dot {
  readonly row: number;
  readonly column: number;
  readonly offence: string;
  readonly day: string;
  readonly hour?: number;
}

/** A project with 36 square areas and an incident for every dot, a little off the middle of its area. */
export async function dottedCity(dots: readonly Dot[]): Promise<EngineFixture> {
  const city = await newProject();
  const cells = Array.from({ length: side * side }, (_, at) => ({ row: Math.floor(at / side) + 1, column: (at % side) + 1 }));
  const name = ({ row, column }: { row: number; column: number }) => `A${row}${column}`;
  await importText(
    city,
    'areas',
    geoJson(cells.map((cell) => ({ name: name(cell), geometry: square(west + (cell.column - 1) * step, south + (side - cell.row) * step, step) }))),
    { name: 'areas.geojson', recipe: { layer: 'Wards' } },
  );
  await importText(city, 'population', ['area,year,population', ...cells.map((cell) => `${name(cell)},2022,5000`)].join('\n'), { recipe: { layer: 'Wards' } });
  if (dots.length === 0) return city;
  const rows = dots.map((dot, at) => {
    const jitter = ((at * 37) % 80) / 80 - 0.5;
    const longitude = west + (dot.column - 0.5 + jitter * 0.6) * step;
    const latitude = south + (side - dot.row + 0.5 + (((at * 53) % 80) / 80 - 0.5) * 0.6) * step;
    const time = dot.hour === undefined ? '' : `${String(dot.hour).padStart(2, '0')}:${String((at * 7) % 60).padStart(2, '0')}`;
    return `${dot.day},${time},${dot.offence},${name(dot)},${latitude.toFixed(6)},${longitude.toFixed(6)}`;
  });
  await importText(city, 'incidents', ['date,time,offence,area,latitude,longitude', ...rows].join('\n'), { source: 'City police', publishedOn: '2024-02-01' });
  return city;
}

/** Days of a year as dots of one offence: `perMonth(month 1–12)` of them each month, spread over the month. */
export function monthly(year: number, place: { row: number; column: number }, offence: string, perMonth: (month: number) => number): Dot[] {
  return Array.from({ length: 12 }, (_, at) => at + 1).flatMap((month) =>
    Array.from({ length: perMonth(month) }, (_, index) => {
      const day = 1 + ((index * 28) % 28) + Math.floor((index * 28) / Math.max(1, perMonth(month)));
      return {
        ...place,
        offence,
        day: `${year}-${String(month).padStart(2, '0')}-${String(1 + ((day - 1) % 28)).padStart(2, '0')}`,
        hour: (index * 5 + month) % 24,
      };
    }),
  );
}

/** One in every area at both ends of the year, so that the data cover it wholly. */
export function background(year: number, offence = 'Vandalism'): Dot[] {
  return Array.from({ length: side * side }, (_, at) => at).flatMap((at) =>
    [`${year}-01-01`, `${year}-06-15`, `${year}-12-31`].map((day) => ({
      row: Math.floor(at / side) + 1,
      column: (at % side) + 1,
      offence,
      day,
      hour: at % 24,
    })),
  );
}
