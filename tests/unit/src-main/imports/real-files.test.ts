import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDay } from '#main/imports/detect/days.ts';
import { detectDecimalMark, parseNumber } from '#main/imports/detect/numbers.ts';
import { parseTime } from '#main/imports/detect/times.ts';
import { orderOf } from './date-order.ts';
import { fileOf, readTable } from './foreign-files.ts';
import { zipped } from './map-files.ts';

const folder = join(import.meta.dirname, '../../../../../shared/data');
const isThere = existsSync(folder);
if (!isThere) console.warn(`Skipped: the real files are not in ${folder}`);
const real = (path: string) => join(folder, path);

describe.skipIf(!isThere)('files of real cities', () => {
  test('Mexico City: 224,055 gzipped incidents, dates with and without a clock', async () => {
    const table = await readTable(real('mexico-city/cdmx_carpetas_2023.csv.gz'));
    expect(table.reading).toMatchObject({ format: 'csv', encoding: 'utf-8', delimiter: ',', headerRow: 1 });
    expect(table.rows).toHaveLength(224_055);
    expect(table.rows.at(-1)?.row).toBe(224_056);
    const days = table.cells.map((cells) => parseDay(cells[0] ?? '', 'ymd'));
    expect(days.filter((day) => typeof day === 'string')).toEqual([]);
    expect(table.cells.filter((cells) => cells[1] !== '' && parseTime(cells[1] ?? '') === null)).toEqual([]);
    expect(detectDecimalMark(table.cells.map((cells) => cells[5] ?? ''))).toEqual({ mark: '.', certain: true });
  });

  test('Mexico City: neighbourhoods, their population by key, boroughs in two formats', async () => {
    const neighbourhoods = await readTable(real('mexico-city/colonias_geo.json'));
    expect(neighbourhoods.rows.filter(({ boundary }) => boundary)).toHaveLength(1651);
    const population = await readTable(real('mexico-city/colonia_population.json'));
    expect(population.columns).toEqual(['key', 'population', 'match_type']);
    expect(population.rows).toHaveLength(1651);
    const [boroughs, converted] = await Promise.all(
      ['cdmx_alcaldias.gpkg', 'cdmx_alcaldias.converted.geojson'].map((name) => readTable(real(`mexico-city/${name}`))),
    );
    expect(boroughs?.rows).toHaveLength(16);
    expect(boroughs?.rows.map(({ boundary }) => boundary?.coordinates.length)).toEqual(converted?.rows.map(({ boundary }) => boundary?.coordinates.length));
  });

  test('Durban: wide years, and stations as a shapefile that agrees with its GeoJSON', async () => {
    const crimes = await readTable(real('durban/crime-stats.csv'));
    expect(crimes.columns).toEqual(['station', 'province', 'crime', ...Array.from({ length: 10 }, (_, index) => String(2003 + index))]);
    expect(crimes.rows).toHaveLength(32_828);
    const parts = ['shp', 'dbf', 'prj', 'shx'].map((ending) => [`stations.${ending}`, readFileSync(real(`durban/stations-shapefile/stations.${ending}`))]);
    const stations = await readTable(fileOf(zipped(Object.fromEntries(parts)), 'stations.zip'));
    const converted = await readTable(real('durban/stations.converted.geojson'));
    expect(stations.rows).toHaveLength(1132);
    expect(stations.cells).toEqual(converted.cells);
    for (const [index, { point }] of stations.rows.entries()) {
      expect(point?.[0]).toBeCloseTo(converted.rows[index]?.point?.[0] ?? 0, 4);
      expect(point?.[1]).toBeCloseTo(converted.rows[index]?.point?.[1] ?? 0, 4);
    }
  });

  test('Medellín: semicolons, decimal commas, date-times in UTC that stay on their day', async () => {
    const table = await readTable(real('medellin/medellin_homicides.csv'));
    expect(table.reading.delimiter).toBe(';');
    expect(table.rows).toHaveLength(9360);
    const longitudes = table.cells.map((cells) => cells[1] ?? '');
    expect(detectDecimalMark(longitudes)).toEqual({ mark: ',', certain: true });
    expect(longitudes.filter((cell) => parseNumber(cell, ',') === null)).toHaveLength(81);
    expect(orderOf(table.cells.map((cells) => cells[0] ?? ''))).toEqual({ order: 'ymd', is: 'certain' });
    const districts = await readTable(real('medellin/medellin_comunas.gpkg'));
    expect(districts.rows.filter(({ boundary }) => boundary)).toHaveLength(21);
  });

  test('Guadalajara: characters lost at the source stay lost, hours `N.D.` are none', async () => {
    const table = await readTable(real('guadalajara/jalisco_sample_5000.csv'));
    expect(table.rows).toHaveLength(5000);
    expect(table.cells.some((cells) => String(cells[5]).includes('\ufffd'))).toBe(true);
    expect(new Set(table.cells.map((cells) => String(cells[6])).filter((cell) => parseTime(cell) === null))).toEqual(new Set(['N.D.']));
  });

  test('INEGI: a workbook of merged headers, spacers and notes', async () => {
    const path = real('envipe-2024/III_denuncia_delito_2024_est.xlsx');
    const table = await readTable(path, { sheet: '3.1' });
    expect(table.sheets).toHaveLength(25);
    expect(table.reading.headerRow).toBe(7);
    expect(table.columns.slice(0, 6)).toEqual([
      'Entidad federativa',
      'Delitos ocurridos',
      'Delitos denunciados / Absolutos',
      'Delitos denunciados / Relativos',
      'Inició una carpeta de investigación / Sí / Absolutos',
      'Inició una carpeta de investigación / Sí / Relativos',
    ]);
    expect(table.cells.map(([name]) => name)).toHaveLength(33);
    expect(table.cells.at(-1)?.[0]).toBe('Zacatecas');
  });

  test('INEGI: line breaks inside quotes, and Latin letters of the last century', async () => {
    const survey = await readTable(real('ensu-2015-q4/conjunto_de_datos_cb_ensu_04_2015/conjunto_de_datos/conjunto_de_datos_cb_ensu_04_2015.csv'));
    expect(survey.columns[0]).toBe('CD');
    expect(new Set(survey.cells.map(([city]) => String(city).length))).toEqual(new Set([2]));
    const index = await readTable(real('ensu-2015-q4/0_indice_tablas_ensu042015.csv'));
    expect(index.reading.encoding).toBe('windows-1252');
    expect(index.columns).toEqual(['Nombre de archivo', 'Título de Tablas']);
  });
});
