import { createReadStream, createWriteStream, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { root } from './measure.ts';

/** Files of one city to measure with: the real one where it is at hand, else one with the same columns and as many rows as asked. */
export interface CityFiles {
  readonly name: string;
  readonly rows: number;
  readonly incidents: string;
  /** Area layers, the one that incidents name first. */
  readonly layers: readonly { readonly file: string; readonly name: string; readonly mapping: object }[];
  readonly population: { readonly file: string; readonly layer: string };
}

export const realFolder = join(root, '../shared/data/mexico-city');

export async function cityFiles(folder: string, options: { isSmoke: boolean }): Promise<CityFiles> {
  return existsSync(realFolder) && !options.isSmoke ? mexicoCity(folder) : generatedCity(folder, options.isSmoke ? 20_000 : 224_055);
}

async function mexicoCity(folder: string): Promise<CityFiles> {
  const incidents = join(folder, 'cdmx_carpetas_2023.csv');
  await pipeline(createReadStream(join(realFolder, 'cdmx_carpetas_2023.csv.gz')), createGunzip(), createWriteStream(incidents));
  return {
    name: 'Mexico City 2023',
    rows: 224_055,
    incidents,
    ...boroughLayer(),
  };
}

/** The areas of Mexico City and the people in them. */
export function boroughLayer(): Pick<CityFiles, 'layers' | 'population'> {
  return {
    layers: [
      { file: join(realFolder, 'cdmx_alcaldias.gpkg'), name: 'Boroughs', mapping: { columns: { name: 'nomgeo' } } },
      { file: join(realFolder, 'colonias_geo.json'), name: 'Neighbourhoods', mapping: { columns: { name: 'colonia', parent: 'alcaldia' } } },
    ],
    population: { file: join(realFolder, 'colonia_population.json'), layer: 'Neighbourhoods' },
  };
}

const offenceCount = 285;
const boroughs = 16;
const side = 40;

/** A grid of areas with the columns, the number of names and the length of lines of the real file. */
function generatedCity(folder: string, rows: number): CityFiles {
  const square = (x: number, y: number, size: number) => [
    [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
      [x, y],
    ],
  ];
  const degree = (cell: number) => Math.round((10 + cell / 100) * 1e4) / 1e4;
  const feature = (properties: object, coordinates: number[][][]) => ({ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates } });
  const boroughOf = (column: number, row: number) => Math.floor(column / 10) * 4 + Math.floor(row / 10);
  const cells = Array.from({ length: side * side }, (_, index) => ({ column: index % side, row: Math.floor(index / side), name: `Barrio ${index}` }));
  const large = Array.from({ length: boroughs }, (_, index) =>
    feature({ name: `Distrito ${index}` }, square(degree(Math.floor(index / 4) * 10), degree((index % 4) * 10), 0.1)),
  );
  const small = cells.map(({ column, row, name }) =>
    feature({ name, parent: `Distrito ${boroughOf(column, row)}` }, square(degree(column), degree(row), 0.01)),
  );
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  let seed = 12_345;
  const next = (limit: number) => {
    // A linear congruential generator: the same file on every machine.
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * limit);
  };
  const two = (value: number) => String(value).padStart(2, '0');
  const lines = Array.from({ length: rows }, () => {
    const cell = cells[next(cells.length)] ?? { column: 0, row: 0, name: '' };
    const day = new Date(Date.UTC(2023, 0, 1 + next(365))).toISOString().slice(0, 10);
    const longitude = (degree(cell.column) + next(9999) / 1e6).toFixed(10);
    const latitude = (degree(cell.row) + next(9999) / 1e6).toFixed(10);
    const offence = `DELITO NUMERO ${next(offenceCount)} CON VIOLENCIA`;
    return `${day},${two(next(24))}:${two(next(60))}:00,DISTRITO ${boroughOf(cell.column, cell.row)},${cell.name},${offence},${latitude},${longitude},2023,1`;
  });
  const header = 'fecha_hecho,hora_hecho,alcaldia_hecho,colonia,delito,latitud,longitud,anio_hecho,trimestre';
  const collection = (features: object[]) => JSON.stringify({ type: 'FeatureCollection', features });
  return {
    name: `a generated city (${rows.toLocaleString('en')} rows)`,
    rows,
    incidents: write('incidents.csv', `${[header, ...lines].join('\n')}\n`),
    layers: [
      { file: write('boroughs.geojson', collection(large)), name: 'Boroughs', mapping: { columns: { name: 'name' } } },
      { file: write('neighbourhoods.geojson', collection(small)), name: 'Neighbourhoods', mapping: { columns: { name: 'name', parent: 'parent' } } },
    ],
    population: {
      file: write('population.csv', ['area,population,year', ...cells.map(({ name }, index) => `${name},${2000 + (index % 9) * 700},2023`)].join('\n')),
      layer: 'Neighbourhoods',
    },
  };
}
