import { describe, expect, test } from 'vitest';
import { contentsOf } from '../../fixtures/contents.ts';
import { newProject } from '../../fixtures/engine.ts';
import { addTwoBoroughs, countsOf, importFile, importText, inspectText } from '../imports/importing.ts';
import { dataFile, describeCity } from '../real-cities/independent-count.ts';

describe('importing a table of statistics', () => {
  test('years side by side become rows; a cell without a figure is missing, never zero', async () => {
    const city = await newProject();
    await addTwoBoroughs(city);
    const { dataset, imported, problemCounts } = await importText(
      city,
      'figures',
      'Alcaldia,Delito,2019,2020,2021\nPoniente,Robo,10,n.d.,-\nOriente,Robo,0,ND,7\nOriente,Fraude,..,,x\n',
    );
    expect({ imported, problemCounts }).toEqual({ imported: 2, problemCounts: [{ code: 'row-without-figures', count: 1, dropsRow: true }] });
    const { rows, facts } = await city.client.figures.query({ datasetId: dataset });
    expect(rows.map(({ areaName, breakdown, year, value }) => [areaName, breakdown, year, value])).toEqual([
      ['Poniente', 'Robo', 2019, 10],
      ['Poniente', 'Robo', 2020, null],
      ['Poniente', 'Robo', 2021, null],
      ['Oriente', 'Robo', 2019, 0],
      ['Oriente', 'Robo', 2020, null],
      ['Oriente', 'Robo', 2021, 7],
    ]);
    expect(facts).toMatchObject({ method: 'imported', n: 3, missing: 3 });
  });

  test('months side by side become rows, in any language', async () => {
    const city = await newProject();
    const { recipe } = await inspectText(city, 'figures', 'año,grupo,enero,febrero,marzo\n2022,mujeres,1,2,3\n2022,hombres,4,5,6\n');
    expect(recipe).toMatchObject({ columns: { year: 'año', breakdown: 'grupo' }, wide: { columns: ['enero', 'febrero', 'marzo'], field: 'month' } });
    const { dataset } = await importText(city, 'figures', 'año,grupo,enero,febrero,marzo\n2022,mujeres,1,2,3\n2022,hombres,4,5,6\n');
    const { rows } = await city.client.figures.query({ datasetId: dataset, breakdown: 'hombres' });
    expect(rows.map(({ year, month, value }) => [year, month, value])).toEqual([
      [2022, 1, 4],
      [2022, 2, 5],
      [2022, 3, 6],
    ]);
  });

  test('several figures side by side are series with the unit their names tell; a person may make them categories instead', async () => {
    const city = await newProject();
    const table = 'Motivo,Absolutos,Relativos\nMiedo,20,12.5\nTrámites,30,18.75\n';
    const { dataset } = await importText(city, 'figures', table);
    const [info] = await city.client.figures.tables();
    expect(info?.series).toEqual([
      { value: 'Absolutos', unit: '', count: 2 },
      { value: 'Relativos', unit: '%', count: 2 },
    ]);
    expect((await city.client.figures.query({ datasetId: dataset, series: 'Relativos', breakdown: 'Miedo' })).rows).toMatchObject([{ value: 12.5, unit: '%' }]);
    const { recipe } = await inspectText(city, 'figures', table, { wide: { columns: ['Absolutos', 'Relativos'], field: 'breakdown2' } });
    expect(recipe.wide?.field).toBe('breakdown2');
  });

  test('a figure of a place that the project does not know keeps its name and is not taken for the whole city’s', async () => {
    const city = await newProject();
    await addTwoBoroughs(city);
    const { dataset, imported, problemCounts } = await importText(city, 'figures', 'area,year,value\nPoniente,2020,5\nAtlantis,2020,9\n,2020,14\n');
    expect(imported).toBe(3);
    expect(countsOf({ problemCounts })).toEqual({ 'figure-without-area': 1 });
    const { rows } = await city.client.figures.query({ datasetId: dataset });
    expect(rows.map(({ areaName, breakdown3, value }) => [areaName, breakdown3, value])).toEqual([
      ['Poniente', '', 5],
      [null, 'Atlantis', 9],
      [null, '', 14],
    ]);
  });

  test('columns beyond the third breakdown are joined into it with their names; rows that nothing tells apart are reported', async () => {
    const city = await newProject();
    const rows = ['year,sex,a,b,c,value', '2020,f,,,,1', '2020,f,x,,,2', '2020,f,,y,,3', '2020,f,,,z,4', '2020,f,,,z,5'];
    const { dataset, problemCounts } = await importText(city, 'figures', rows.join('\n'));
    expect(countsOf({ problemCounts })).toEqual({ 'figure-repeated': 1 });
    const answer = await city.client.figures.query({ datasetId: dataset });
    expect(answer.rows.map(({ breakdown2, breakdown3, value }) => [breakdown2, breakdown3, value])).toEqual([
      ['', '', 1],
      ['x', '', 2],
      ['', 'y', 3],
      ['', 'c: z', 4],
      ['', 'c: z', 5],
    ]);
  });

  test('goes and comes back whole, text columns too', async () => {
    const city = await newProject();
    await addTwoBoroughs(city);
    const { dataset } = await importText(city, 'figures', 'area,year,sexo,value,low,high\nPoniente,2020,mujeres,5.5,4,7\nOriente,2020,«todas»,-,,\n');
    const before = contentsOf(city.project());
    await city.client.imports.removeDataset({ id: dataset });
    expect(contentsOf(city.project()).figure).toEqual([]);
    await city.client.history.undo();
    expect(contentsOf(city.project())).toEqual(before);
    await city.client.history.compact({});
    expect(contentsOf(city.project())).toEqual({ ...before });
  });
});

describeCity('ENVIPE 2024: sheets of the workbook as tables of statistics', 'envipe-2024', () => {
  const workbook = dataFile('envipe-2024/III_denuncia_delito_2024_est.xlsx');

  /** Read off the sheets by another reader: sheet, series, breakdown or state, cell, figure. */
  const cells = [
    ['3.1', 'Delitos ocurridos', 'Aguascalientes', 'B12', 472_289],
    ['3.1', 'Delitos denunciados / Absolutos', 'Aguascalientes', 'D12', 69_693],
    ['3.1', 'Inició una carpeta de investigación / No especificado / Relativos', 'Aguascalientes', 'N12', 9.41271002826683],
    ['3.1', 'Delitos no denunciados / Relativos', 'México', 'Q26', 89.5713940461644],
    ['3.2', 'Delitos ocurridos', 'Lesiones', 'B18', 1_508_588],
    ['3.2', 'Cifra negra / Absolutos', 'Lesiones', 'D18', 1_325_635],
    ['3.5', 'Cifra negra / Relativos', 'Michoacán de Ocampo', 'E25', 86.2364952274396],
  ] as const;

  test('cells are where a hand reading of the sheet finds them', async () => {
    const city = await newProject();
    for (const sheet of ['3.1', '3.2', '3.5']) {
      const { dataset } = await importFile(city, 'figures', city.engine.services.files.hand(workbook), { recipe: { sheet }, again: true });
      const { rows } = await city.client.figures.query({ datasetId: dataset });
      expect(new Set(rows.map(({ year }) => year))).toEqual(new Set([2023]));
      for (const [, series, stub, cell, figure] of cells.filter((entry) => entry[0] === sheet)) {
        // The project has no states: their names stand among the breakdowns.
        const found = rows.filter((row) => row.series === series && [row.breakdown, row.breakdown3].includes(stub));
        expect(
          found.map(({ value }) => value),
          `${sheet} ${cell}`,
        ).toEqual([expect.closeTo(figure, 9)]);
      }
    }
    const tables = await city.client.figures.tables();
    expect(tables.map(({ figures }) => figures).reverse()).toEqual([33 * 11, 11 * 3, 33 * 3]);
  });
});

describeCity('SDG indicators of Canada: a blank disaggregation is the total', 'sdg-canada', () => {
  const rowsOf = { '11-1-1': 203, '11-3-1': 96, '11-6-1': 396, '11-7-2': 10, '16-1-1': 1386, '16-1-3': 59, '16-1-4': 160, '16-2-1': 2163, '16-3-1': 17 };

  test('every series comes in whole, and no two figures stand for the same thing', async () => {
    const city = await newProject();
    for (const [name, rows] of Object.entries(rowsOf)) {
      const result = await importFile(city, 'figures', city.engine.services.files.hand(dataFile(`sdg-canada/indicator_${name}.csv`)));
      expect({ name, rows: result.rows, imported: result.imported }).toEqual({ name, rows, imported: rows });
      expect(countsOf(result)['figure-repeated'] ?? 0, name).toBe(0);
    }
    const tables = await city.client.figures.tables();
    const homicides = tables.find(({ name }) => name.includes('16-1-1'))?.datasetId ?? '';
    const { rows } = await city.client.figures.query({ datasetId: homicides, breakdown: '', breakdown2: '', breakdown3: '' });
    expect(rows.slice(0, 3).map(({ year, value }) => [year, value])).toEqual([
      [2014, 1.48],
      [2015, 1.72],
      [2016, 1.71],
    ]);
  });
});
