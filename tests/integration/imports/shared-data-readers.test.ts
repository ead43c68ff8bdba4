import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseNumber } from '#main/imports/detect/numbers.ts';
import type { ForeignRow, ForeignTable } from '#main/imports/foreign-table.ts';
import { openForeignTable } from '#main/imports/open-foreign-table.ts';
import type { RecipePatch } from '#shared/domain/recipes.ts';
import { newProject } from '../../fixtures/engine.ts';
import { zipped } from '../../unit/src-main/imports/map-files.ts';
import { fileOf } from './importing.ts';

const folder = join(import.meta.dirname, '../../../../shared/data');
const isThere = existsSync(folder);
if (!isThere) console.warn(`Skipped: the real files are not in ${folder}`);

async function read(path: string, patch: RecipePatch = {}): Promise<Omit<ForeignTable, 'batches' | 'close'> & { rows: ForeignRow[] }> {
  const table = await openForeignTable({ path, fileName: basename(path), patch });
  try {
    const rows: ForeignRow[] = [];
    for await (const batch of table.batches()) rows.push(...batch);
    return { ...table, rows };
  } finally {
    table.close();
  }
}
const real = (path: string, patch?: RecipePatch) => read(join(folder, path), patch);

/** What a count of its own (Python's csv module, each cell trimmed) tells of every text file: columns whose every filled cell is a number, and all filled cells. */
interface TextFile {
  readonly encoding: string;
  readonly delimiter: string;
  readonly rows: number;
  readonly columns: number;
  readonly first: string;
  readonly last: string;
  readonly numbers: readonly number[];
  readonly filled: number;
}
const texts: readonly (readonly [string, TextFile])[] = [
  [
    'durban/crime-stats.csv',
    {
      encoding: 'utf-8',
      delimiter: ',',
      rows: 32828,
      columns: 13,
      first: 'Aberdeen',
      last: 'Wynberg',
      numbers: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
      filled: 426764,
    },
  ],
  [
    'durban/police_stations.csv',
    { encoding: 'utf-8', delimiter: ',', rows: 1167, columns: 7, first: 'PD210001', last: 'PD199062', numbers: [5, 6], filled: 8169 },
  ],
  [
    'ensu-2015-q4/conjunto_de_datos_cb_ensu_04_2015/catalogos/cd.csv',
    { encoding: 'utf-8', delimiter: ',', rows: 32, columns: 2, first: '01', last: '43', numbers: [0], filled: 64 },
  ],
  [
    'ensu-2015-q4/conjunto_de_datos_cb_ensu_04_2015/catalogos/p1.csv',
    { encoding: 'utf-8', delimiter: ',', rows: 3, columns: 2, first: '1', last: '9', numbers: [0], filled: 6 },
  ],
  [
    'ensu-2015-q4/conjunto_de_datos_cb_ensu_04_2015/catalogos/p2.csv',
    { encoding: 'utf-8', delimiter: ',', rows: 5, columns: 2, first: '1', last: '9', numbers: [0], filled: 10 },
  ],
  [
    'ensu-2015-q4/conjunto_de_datos_cb_ensu_04_2015/catalogos/p3_1.csv',
    { encoding: 'utf-8', delimiter: ',', rows: 3, columns: 2, first: '1', last: '9', numbers: [0], filled: 6 },
  ],
  [
    'ensu-2015-q4/conjunto_de_datos_cb_ensu_04_2015/catalogos/p3_2.csv',
    { encoding: 'utf-8', delimiter: ',', rows: 2, columns: 2, first: '1', last: '2', numbers: [0], filled: 4 },
  ],
  [
    'ensu-2015-q4/conjunto_de_datos_cb_ensu_04_2015/catalogos/p3_3.csv',
    { encoding: 'utf-8', delimiter: ',', rows: 3, columns: 2, first: '1', last: '9', numbers: [0], filled: 6 },
  ],
  [
    'ensu-2015-q4/conjunto_de_datos_cb_ensu_04_2015/catalogos/p3_4.csv',
    { encoding: 'utf-8', delimiter: ',', rows: 3, columns: 2, first: '1', last: '9', numbers: [0], filled: 6 },
  ],
  [
    'ensu-2015-q4/conjunto_de_datos_cb_ensu_04_2015/catalogos/p3_5.csv',
    { encoding: 'utf-8', delimiter: ',', rows: 3, columns: 2, first: '1', last: '9', numbers: [0], filled: 6 },
  ],
  [
    'ensu-2015-q4/conjunto_de_datos_cb_ensu_04_2015/catalogos/p3_6.csv',
    { encoding: 'utf-8', delimiter: ',', rows: 3, columns: 2, first: '1', last: '9', numbers: [0], filled: 6 },
  ],
  [
    'ensu-2015-q4/conjunto_de_datos_cb_ensu_04_2015/catalogos/p4_1.csv',
    { encoding: 'utf-8', delimiter: ',', rows: 4, columns: 2, first: '1', last: '9', numbers: [0], filled: 8 },
  ],
  [
    'ensu-2015-q4/conjunto_de_datos_cb_ensu_04_2015/catalogos/p4_2.csv',
    { encoding: 'utf-8', delimiter: ',', rows: 4, columns: 2, first: '1', last: '9', numbers: [0], filled: 8 },
  ],
  [
    'ensu-2015-q4/conjunto_de_datos_cb_ensu_04_2015/catalogos/p4_3.csv',
    { encoding: 'utf-8', delimiter: ',', rows: 4, columns: 2, first: '1', last: '9', numbers: [0], filled: 8 },
  ],
  [
    'ensu-2015-q4/conjunto_de_datos_cb_ensu_04_2015/catalogos/p4_4.csv',
    { encoding: 'utf-8', delimiter: ',', rows: 4, columns: 2, first: '1', last: '9', numbers: [0], filled: 8 },
  ],
  [
    'ensu-2015-q4/conjunto_de_datos_cb_ensu_04_2015/catalogos/p4_5.csv',
    { encoding: 'utf-8', delimiter: ',', rows: 4, columns: 2, first: '1', last: '9', numbers: [0], filled: 8 },
  ],
  [
    'ensu-2015-q4/conjunto_de_datos_cb_ensu_04_2015/catalogos/p5_1.csv',
    { encoding: 'utf-8', delimiter: ',', rows: 4, columns: 2, first: '1', last: '9', numbers: [0], filled: 8 },
  ],
  [
    'ensu-2015-q4/conjunto_de_datos_cb_ensu_04_2015/catalogos/p5_2.csv',
    { encoding: 'utf-8', delimiter: ',', rows: 4, columns: 2, first: '1', last: '9', numbers: [0], filled: 8 },
  ],
  [
    'ensu-2015-q4/conjunto_de_datos_cb_ensu_04_2015/catalogos/p5_3.csv',
    { encoding: 'utf-8', delimiter: ',', rows: 4, columns: 2, first: '1', last: '9', numbers: [0], filled: 8 },
  ],
  [
    'ensu-2015-q4/conjunto_de_datos_cb_ensu_04_2015/catalogos/p5_4.csv',
    { encoding: 'utf-8', delimiter: ',', rows: 4, columns: 2, first: '1', last: '9', numbers: [0], filled: 8 },
  ],
  [
    'ensu-2015-q4/conjunto_de_datos_cb_ensu_04_2015/catalogos/p6_1.csv',
    { encoding: 'utf-8', delimiter: ',', rows: 5, columns: 2, first: '1', last: '9', numbers: [0], filled: 10 },
  ],
  [
    'ensu-2015-q4/conjunto_de_datos_cb_ensu_04_2015/catalogos/p6_2.csv',
    { encoding: 'utf-8', delimiter: ',', rows: 5, columns: 2, first: '1', last: '9', numbers: [0], filled: 10 },
  ],
  [
    'ensu-2015-q4/conjunto_de_datos_cb_ensu_04_2015/catalogos/p6_3.csv',
    { encoding: 'utf-8', delimiter: ',', rows: 5, columns: 2, first: '1', last: '9', numbers: [0], filled: 10 },
  ],
  [
    'ensu-2015-q4/conjunto_de_datos_cb_ensu_04_2015/catalogos/p6_4.csv',
    { encoding: 'utf-8', delimiter: ',', rows: 5, columns: 2, first: '1', last: '9', numbers: [0], filled: 10 },
  ],
  [
    'ensu-2015-q4/conjunto_de_datos_cb_ensu_04_2015/conjunto_de_datos/conjunto_de_datos_cb_ensu_04_2015.csv',
    {
      encoding: 'utf-8',
      delimiter: ',',
      rows: 2024,
      columns: 34,
      first: '14',
      last: '32',
      numbers: [0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 25, 26, 27, 28, 29, 30, 31, 32, 33],
      filled: 66827,
    },
  ],
  [
    'ensu-2015-q4/conjunto_de_datos_cb_ensu_04_2015/diccionario_de_datos/diccionario_de_datos_cb_ensu_04_2015.csv',
    {
      encoding: 'utf-8',
      delimiter: ',',
      rows: 113,
      columns: 5,
      first: 'Ciudad Autorrepresentada',
      last: 'Percepción de efectividad en las autoridades: Gendarmería Nacional',
      numbers: [3, 4],
      filled: 565,
    },
  ],
  [
    'guadalajara/jalisco_sample_5000.csv',
    { encoding: 'utf-8', delimiter: ',', rows: 5000, columns: 8, first: '2022-05-05', last: '2020-03-03', numbers: [2, 3], filled: 40000 },
  ],
  [
    'medellin/medellin_homicides.csv',
    { encoding: 'utf-8', delimiter: ';', rows: 9360, columns: 6, first: '2019-04-23T12:30:00Z', last: '2019-04-22T23:52:00Z', numbers: [4], filled: 56160 },
  ],
  ['medellin/medellin_metro_stns.csv', { encoding: 'utf-8', delimiter: ',', rows: 48, columns: 6, first: 'A', last: 'P', numbers: [4, 5], filled: 288 }],
  [
    'mexico-city/cdmx_carpetas_2023.csv.gz',
    { encoding: 'utf-8', delimiter: ',', rows: 224055, columns: 9, first: '2023-01-01', last: '2023-12-31 12:00:00', numbers: [5, 6, 7, 8], filled: 2016455 },
  ],
  ['practice/good_practice_facts.csv', { encoding: 'utf-8', delimiter: ',', rows: 16, columns: 12, first: 'gp01', last: 'gp16', numbers: [5, 6], filled: 172 }],
  ['sdg-canada/geocodes.csv', { encoding: 'utf-8', delimiter: ',', rows: 13, columns: 2, first: '10', last: '62', numbers: [0], filled: 26 }],
  [
    'sdg-canada/indicator_11-1-1.csv',
    { encoding: 'utf-8', delimiter: ',', rows: 203, columns: 5, first: '2018', last: '2022', numbers: [0, 3, 4], filled: 988 },
  ],
  [
    'sdg-canada/indicator_11-3-1.csv',
    { encoding: 'utf-8', delimiter: ',', rows: 96, columns: 5, first: '2011-2021', last: '2011-2021', numbers: [4], filled: 480 },
  ],
  [
    'sdg-canada/indicator_11-6-1.csv',
    { encoding: 'utf-8', delimiter: ',', rows: 396, columns: 5, first: '2002', last: '2022', numbers: [0, 3, 4], filled: 1610 },
  ],
  ['sdg-canada/indicator_11-7-2.csv', { encoding: 'utf-8', delimiter: ',', rows: 10, columns: 4, first: '2018', last: '2018', numbers: [0, 3], filled: 40 }],
  [
    'sdg-canada/indicator_16-1-1.csv',
    { encoding: 'utf-8', delimiter: ',', rows: 1386, columns: 6, first: '2014', last: '2024', numbers: [0, 4, 5], filled: 7040 },
  ],
  ['sdg-canada/indicator_16-1-3.csv', { encoding: 'utf-8', delimiter: ',', rows: 59, columns: 12, first: '1999', last: '2019', numbers: [0, 11], filled: 222 }],
  ['sdg-canada/indicator_16-1-4.csv', { encoding: 'utf-8', delimiter: ',', rows: 160, columns: 4, first: '2021', last: '2022', numbers: [0, 3], filled: 636 }],
  [
    'sdg-canada/indicator_16-2-1.csv',
    { encoding: 'utf-8', delimiter: ',', rows: 2163, columns: 12, first: '2018', last: '2018', numbers: [0, 10, 11], filled: 14921 },
  ],
  ['sdg-canada/indicator_16-3-1.csv', { encoding: 'utf-8', delimiter: ',', rows: 17, columns: 5, first: '1999', last: '2019', numbers: [0, 4], filled: 62 }],
];

/** Rows and columns of every sheet of the workbook, counted apart by hand in the raw XML: rows with a name and at least one figure below the header. */
const sheets: readonly (readonly [
  sheet: string,
  headerRow: number,
  rows: number,
  columns: number,
  firstName: string,
  lastName: string,
  sumOfLastColumn: number,
])[] = [
  ['3.1', 7, 33, 12, 'Estados Unidos Mexicanos', 'Zacatecas', 2947.64],
  ['3.2', 6, 11, 4, 'Estados Unidos Mexicanos', 'Otros delitos distintos a los anteriores', 966.09],
  ['3.3', 6, 33, 4, 'Estados Unidos Mexicanos', 'Zacatecas', 3061.74],
  ['3.4', 6, 33, 4, 'Estados Unidos Mexicanos', 'Zacatecas', 3066.74],
  ['3.5', 6, 33, 4, 'Estados Unidos Mexicanos', 'Zacatecas', 3058.67],
  ['3.6', 7, 132, 4, 'Estados Unidos Mexicanos', 'Robo parcial de vehículo', 12670.98],
  ['3.7', 7, 11, 8, 'Estados Unidos Mexicanos', 'Otros delitos distintos a los anteriores', 271.66],
  ['3.8', 8, 7, 4, 'Estados Unidos Mexicanos', 'No especificado', 100],
  ['3.9', 7, 11, 6, 'Estados Unidos Mexicanos', 'No especificado', 200],
  ['3.10', 6, 11, 6, 'Estados Unidos Mexicanos', 'Otros delitos distintos a los anteriores', 422.04],
  ['3.11', 7, 33, 6, 'Estados Unidos Mexicanos', 'Zacatecas', 1419.03],
  ['3.12', 7, 13, 7, 'Total', 'No especificado', 299.14],
  ['3.13', 7, 429, 3, 'Estados Unidos Mexicanos', 'No especificado', 9875.77],
  ['3.14', 7, 12, 7, 'Estados Unidos Mexicanos', 'No especificado', 300],
  ['3.15', 7, 11, 14, 'Estados Unidos Mexicanos', 'Otros delitos distintos a los anteriores', 94.17],
  ['3.16', 7, 11, 12, 'Estados Unidos Mexicanos', 'Otros delitos distintos a los anteriores', 379.41],
  ['3.17', 7, 33, 12, 'Estados Unidos Mexicanos', 'Zacatecas', 883.59],
  ['3.18', 7, 9, 7, 'Estados Unidos Mexicanos', 'No especificado', 300],
  ['3.19', 7, 11, 12, 'Estados Unidos Mexicanos', 'Otros delitos distintos a los anteriores', 216.4],
  ['3.20', 7, 33, 12, 'Estados Unidos Mexicanos', 'Zacatecas', 573.48],
  ['3.21', 6, 11, 8, 'Estados Unidos Mexicanos', 'Otros delitos distintos a los anteriores', 320.36],
  ['3.22', 6, 11, 3, 'Estados Unidos Mexicanos', 'No especificado', 300],
  ['3.23', 8, 13, 4, 'Estados Unidos Mexicanos', 'No especificado', 326.82],
];

describe.skipIf(!isThere)('every table among the real files', () => {
  test.each(texts)('%s', async (path, expected) => {
    const table = await real(path);
    expect(table.reading).toMatchObject({ format: 'csv', encoding: expected.encoding, delimiter: expected.delimiter, headerRow: 1 });
    expect(table.columns).toHaveLength(expected.columns);
    expect(table.rows).toHaveLength(expected.rows);
    expect([table.rows[0]?.cells[0], table.rows.at(-1)?.cells[0]]).toEqual([expected.first, expected.last]);
    const mark = path.includes('homicides') ? ',' : '.';
    const filled = new Float64Array(expected.columns);
    const numbers = new Float64Array(expected.columns);
    for (const { cells } of table.rows) {
      cells.forEach((cell, column) => {
        if (cell === '') return;
        filled[column] = (filled[column] ?? 0) + 1;
        if (parseNumber(cell, mark) !== null) numbers[column] = (numbers[column] ?? 0) + 1;
      });
    }
    expect(filled.reduce((sum, count) => sum + count, 0)).toBe(expected.filled);
    expect(table.columns.flatMap((_, column) => (filled[column] && numbers[column] === filled[column] ? [column] : []))).toEqual(
      expect.arrayContaining([...expected.numbers]),
    );
  });

  test('ENSU: the list of tables in Latin letters, below a title', async () => {
    const table = await real('ensu-2015-q4/0_indice_tablas_ensu042015.csv');
    expect(table.reading).toMatchObject({ encoding: 'windows-1252', headerRow: 3 });
    expect(table.columns).toEqual(['Nombre de archivo', 'Título de Tablas']);
    expect(table.rows).toHaveLength(3);
    expect(table.notes[0]).toContain('Encuesta Nacional de Seguridad Pública Urbana');
  });

  test('Guadalajara: the incidents inside a JSON of many lists', async () => {
    const table = await real('guadalajara/crime_data.json');
    expect(table.reading.format).toBe('json');
    expect(table.rows).toHaveLength(5000);
  });

  test('Mexico City: people by neighbourhood', async () => {
    const table = await real('mexico-city/colonia_population.json');
    expect(table.columns).toEqual(['key', 'population', 'match_type']);
    expect(table.rows).toHaveLength(1651);
    expect(table.rows.every(({ cells }) => typeof cells[1] === 'number')).toBe(true);
  });
});

describe.skipIf(!isThere)('every map among the real files', () => {
  test.each([
    ['durban/stations.converted.geojson', 'geojson', 1132, 'point', 'Aberdeen', 'Zwelitsha'],
    ['medellin/medellin_comunas.converted.geojson', 'geojson', 21, 'boundary', 1, 21],
    ['medellin/medellin_comunas.gpkg', 'geopackage', 21, 'boundary', 2881, 2901],
    ['mexico-city/cdmx_alcaldias.converted.geojson', 'geojson', 16, 'boundary', 1, 16],
    ['mexico-city/cdmx_alcaldias.gpkg', 'geopackage', 16, 'boundary', 9, 7],
    ['mexico-city/colonias_geo.json', 'geojson', 1651, 'boundary', 'ALVARO OBREGON', 'XOCHIMILCO'],
    ['medellin/medellin_metro_lines.zip', 'shapefile', 9, 'neither', 'A', 'P'],
  ] as const)('%s', async (path, format, rows, place, first, last) => {
    const table = await real(path);
    expect(table.reading.format).toBe(format);
    expect(table.rows).toHaveLength(rows);
    expect(table.rows.filter((row) => (place === 'neither' ? !row.point && !row.boundary : row[place] !== undefined))).toHaveLength(rows);
    expect(table.coordinateSystem).toMatchObject({ code: 'EPSG:4326' });
    if (place !== 'neither') expect([table.rows[0]?.cells[0], table.rows.at(-1)?.cells[0]]).toEqual([first, last]);
  });

  test('durban/stations-shapefile, zipped', async () => {
    const parts = ['shp', 'dbf', 'prj', 'shx'].map((ending) => [
      `stations.${ending}`,
      readFileSync(join(folder, `durban/stations-shapefile/stations.${ending}`)),
    ]);
    const fixture = await newProject();
    const table = await read(fixture.engine.services.files.get(fileOf(fixture, 'stations.zip', zipped(Object.fromEntries(parts)))).path);
    expect(table.rows).toHaveLength(1132);
    expect(table.rows.filter(({ point }) => point)).toHaveLength(1132);
    expect(table.coordinateSystem).toMatchObject({ from: 'file' });
  });
});

describe.skipIf(!isThere)('the ENVIPE workbook', () => {
  const path = 'envipe-2024/III_denuncia_delito_2024_est.xlsx';

  test.each(sheets)('table %s', async (sheet, headerRow, rows, columns, firstName, lastName, sum) => {
    const table = await real(path, { sheet });
    expect(table.reading).toMatchObject({ format: 'table', sheet, headerRow });
    expect(table.columns).toHaveLength(columns);
    expect(table.columns.filter((name) => /^column \d|\p{L}\d|\(2\)$/u.test(name))).toEqual([]);
    expect(table.rows).toHaveLength(rows);
    expect([table.rows[0]?.cells[0], table.rows.at(-1)?.cells[0]]).toEqual([firstName, lastName]);
    const total = table.rows.reduce((all, { cells }) => all + (parseNumber(cells.at(-1) ?? '', '.') ?? 0), 0);
    expect(total).toBeCloseTo(sum, 1);
    expect(table.notes.some((note) => note.startsWith('Fuente: INEGI'))).toBe(true);
    expect(table.notes).toContain('2023');
    expect(table.guesses.map(({ code }) => code)).toEqual(expect.arrayContaining(['header-row', 'header-rows', 'notes-below']));
  });

  test('its list of contents is known as one, and the summary beside it is a table', async () => {
    const table = await real(path);
    expect(table.sheets).toHaveLength(25);
    expect(table.reading.sheet).toBe('3.13');
    expect(table.guesses).toContainEqual(expect.objectContaining({ code: 'index-sheet', params: { sheet: 'Índice' } }));
    const index = await real(path, { sheet: 'Índice' });
    expect(index.rows).toHaveLength(24);
    expect(index.notes).toContain('III. Denuncia del delito');
    const summary = await real(path, { sheet: 'Resumen CV' });
    expect(summary.columns).toHaveLength(4);
    expect(summary.rows).toHaveLength(23);
  });

  test('names of three header rows are put together without their marks', async () => {
    expect((await real(path, { sheet: '3.1' })).columns).toEqual([
      'Entidad federativa',
      'Delitos ocurridos',
      'Delitos denunciados / Absolutos',
      'Delitos denunciados / Relativos',
      'Inició una carpeta de investigación / Sí / Absolutos',
      'Inició una carpeta de investigación / Sí / Relativos',
      'Inició una carpeta de investigación / No / Absolutos',
      'Inició una carpeta de investigación / No / Relativos',
      'Inició una carpeta de investigación / No especificado / Absolutos',
      'Inició una carpeta de investigación / No especificado / Relativos',
      'Delitos no denunciados / Absolutos',
      'Delitos no denunciados / Relativos',
    ]);
  });
});
