import { describe, expect, test } from 'vitest';
import { newProject } from '../../fixtures/engine.ts';
import { addTwoBoroughs, countsOf, importText, inspectText } from './importing.ts';

const now = () => new Date('2024-06-15T12:00:00Z');

describe('dates and times', () => {
  test('a date that cannot be, or is no date, leaves its row out and is named with row and column', async () => {
    const fixture = await newProject({ now });
    const text = [
      'date,time,offence',
      '2023-01-31,14:05,Robbery',
      '2023-02-31,14:05,Robbery',
      'Source: police,,Robbery',
      '2031-01-01,10:00,Robbery',
      ',10:00,Robbery',
      '2023-03-01,27:00,Theft',
      '2023-03-02,,Theft',
    ].join('\n');
    const result = await importText(fixture, 'incidents', text);
    expect(result).toMatchObject({ rows: 7, imported: 4 });
    expect(countsOf(result)).toEqual({ 'impossible-date': 1, 'not-a-date': 1, 'future-date': 1, 'empty-date': 1, 'bad-time': 1 });
    expect(result.problems.find(({ code }) => code === 'impossible-date')).toMatchObject({ row: 3, column: 'date', value: '2023-02-31', dropsRow: true });
    expect(result.problems.find(({ code }) => code === 'impossible-date')?.message).toMatch(/row 3.*«date».*2023-02-31/i);
    expect(await fixture.client.incidents.overview()).toMatchObject({ count: 4, withHourCount: 2, firstDay: '2023-01-31', lastDay: '2023-03-02' });
  });

  test('dates that all read both ways are said to be unclear, and can be turned', async () => {
    const fixture = await newProject({ now });
    const text = 'date,offence\n01/02/2023,Theft\n03/04/2023,Theft\n05/06/2023,Theft\n';
    const unclear = await inspectText(fixture, 'incidents', text);
    expect(unclear).toMatchObject({ dateOrderIs: 'ambiguous', firstDay: '2023-02-01', recipe: { dateOrder: 'dmy' } });
    expect(unclear.problems).toContainEqual(expect.objectContaining({ code: 'date-order-unclear', row: null, column: 'date' }));
    const turned = await inspectText(fixture, 'incidents', text, { dateOrder: 'mdy' });
    expect(turned).toMatchObject({ dateOrderIs: 'certain', firstDay: '2023-01-02', problemCounts: [] });
  });

  test('one date settles the order of all', async () => {
    const fixture = await newProject({ now });
    const preview = await inspectText(fixture, 'incidents', 'date,offence\n01/02/2023,Theft\n25/02/2023,Theft\n');
    expect(preview).toMatchObject({ dateOrderIs: 'certain', recipe: { dateOrder: 'dmy' }, firstDay: '2023-02-01', lastDay: '2023-02-25' });
  });

  test('examples of dates say what the import makes of them, in three ways of writing in one column', async () => {
    const fixture = await newProject({ now });
    const text = 'date,offence\n25/02/2023,Theft\n2023-03-04,Theft\n"Aug 30, 2022",Theft\n03/04/2023 08:00,Theft\nsoon,Theft\n';
    const { dateExamples, usableRowCount } = await inspectText(fixture, 'incidents', text);
    expect(usableRowCount).toBe(4);
    expect(dateExamples).toEqual([
      { text: '25/02/2023', days: { ymd: null, dmy: '2023-02-25', mdy: null } },
      { text: '2023-03-04', days: { ymd: '2023-03-04', dmy: '2023-03-04', mdy: '2023-03-04' } },
      { text: 'Aug 30, 2022', days: { ymd: '2022-08-30', dmy: '2022-08-30', mdy: '2022-08-30' } },
      { text: '03/04/2023 08:00', days: { ymd: null, dmy: '2023-04-03', mdy: '2023-03-04' } },
    ]);
  });

  test('midnight everywhere in a date column means that no time is known', async () => {
    const fixture = await newProject({ now });
    await importText(fixture, 'incidents', 'date,offence\n2023-01-31 00:00:00,Theft\n2023-02-01 00:00:00,Theft\n');
    expect(await fixture.client.incidents.overview()).toMatchObject({ count: 2, withHourCount: 0 });
  });

  test('a time inside the date column is used', async () => {
    const fixture = await newProject({ now });
    await importText(fixture, 'incidents', 'date,offence\n2023-01-31T23:10:00Z,Theft\n2023-02-01T00:00:00Z,Theft\n');
    const rows = await fixture.client.incidents.query({ by: ['hour', 'weekday'] });
    expect(rows.map(({ hour, weekday }) => [hour, weekday])).toEqual([
      [0, 3],
      [23, 2],
    ]);
  });
});

describe('counts and rows', () => {
  test('a count must be a whole number from zero', async () => {
    const fixture = await newProject({ now });
    const result = await importText(fixture, 'incidents', 'year,offence,count\n2022,Theft,12\n2022,Murder,-1\n2022,Arson,many\n2022,Fraud,2.5\n2022,Rape,0\n');
    expect(result).toMatchObject({ rows: 5, imported: 2 });
    expect(countsOf(result)).toEqual({ 'negative-count': 1, 'bad-count': 2 });
    expect(await fixture.client.incidents.overview()).toMatchObject({ count: 12, years: [2022] });
  });

  test('rows and columns that add up others are left out and named; where nothing but totals is told, they are the figures', async () => {
    const fixture = await newProject({ now });
    const rows = await importText(
      fixture,
      'incidents',
      'year,offence,area,count\n2022,Theft,North,4\n2022,Theft,South,6\n2022,Theft,TOTAL,10\n2022,Total,,10\n',
    );
    expect(rows).toMatchObject({ rows: 4, imported: 2 });
    expect(countsOf(rows)).toMatchObject({ 'total-row': 2 });
    expect(rows.problems.filter(({ code }) => code === 'total-row')).toMatchObject([
      { row: 4, column: 'area', value: 'TOTAL', dropsRow: true },
      { row: 5, column: 'offence', value: 'Total', dropsRow: true },
    ]);
    expect((await fixture.client.incidents.overview()).count).toBe(10);
    const only = await inspectText(fixture, 'incidents', 'year,offence,area,count\n2021,Total,North,4\n2021,Total,South,6\n');
    expect(only).toMatchObject({
      usableRowCount: 2,
      incidentCount: 10,
      problemCounts: expect.not.arrayContaining([expect.objectContaining({ code: 'total-row' })]),
    });
  });

  test('a total that a person gave a meaning counts', async () => {
    const fixture = await newProject({ now });
    const text = 'year,offence,count\n2022,Theft,4\n2022,Total,10\n';
    expect((await inspectText(fixture, 'incidents', text)).incidentCount).toBe(4);
    expect((await inspectText(fixture, 'incidents', text, { categories: { offence: { Total: 'Other offences' } } })).incidentCount).toBe(14);
  });

  test('wide years become rows; an empty cell is a figure that was not published', async () => {
    const fixture = await newProject({ now });
    const preview = await inspectText(fixture, 'incidents', 'station,crime,2010,2011,2012\nNorth,Murder,3,4,\nNorth,Theft,10,x,12\n');
    expect(preview.recipe).toMatchObject({ wide: { columns: ['2010', '2011', '2012'], field: 'year' }, columns: { offence: 'crime', area: 'station' } });
    expect(preview).toMatchObject({ rowCount: 2, usableRowCount: 2, incidentCount: 29 });
    expect(preview.problems).toContainEqual(expect.objectContaining({ code: 'bad-count', row: 3, column: '2011' }));
  });

  test('rows that repeat another are counted and kept; a row with too many cells is left out', async () => {
    const fixture = await newProject({ now });
    const result = await importText(
      fixture,
      'incidents',
      'date,offence\n2023-01-01,Theft\n2023-01-01,Theft\n2023-01-02,Theft, with force\n2023-01-02,\n2023-01-03\n',
    );
    expect(countsOf(result)).toEqual({ 'duplicate-row': 1, 'long-row': 1, 'short-row': 1, 'missing-offence': 2 });
    expect(result).toMatchObject({ rows: 5, imported: 2 });
    expect(result.problems.find(({ code }) => code === 'duplicate-row')).toMatchObject({ row: 3, dropsRow: false });
    expect(result.problems.find(({ code }) => code === 'duplicate-row')?.message).toContain('row 2');
  });

  test('filters keep what is asked for, whatever its case and accents', async () => {
    const fixture = await newProject({ now });
    const result = await importText(fixture, 'incidents', 'date,offence,origin\n2023-01-01,Theft,MEDELLIN\n2023-01-02,Theft,Bogotá\n', {
      recipe: { keep: { origin: ['Medellín'] } },
    });
    expect(result).toMatchObject({ rows: 2, imported: 1, problems: [] });
  });

  test('offences that differ only in accents or case are one, grouped by what they say', async () => {
    const fixture = await newProject({ now });
    const text = [
      'fecha,delito',
      '2023-01-01,ROBO A TRANSEÚNTE',
      '2023-01-02,ROBO A TRANSEUNTE',
      '2023-01-02,ROBO A TRANSEUNTE',
      '2023-01-03,Violación',
      '2023-01-03,VIOLACION DE CORRESPONDENCIA',
      '2023-01-03,سرقة',
      '2023-01-03,Coups et blessures',
      '2023-01-03,Trafic de stupéfiants',
      '2023-01-03,Dano ao patrimônio',
    ];
    await importText(fixture, 'incidents', text.join('\n'));
    const offences = await fixture.client.incidents.offences();
    expect(Object.fromEntries(offences.map(({ name, group, count }) => [name, `${group} ${count}`]))).toEqual({
      'ROBO A TRANSEUNTE': 'theft 3',
      Violación: 'sexual 1',
      'VIOLACION DE CORRESPONDENCIA': 'other 1',
      سرقة: 'theft 1',
      'Coups et blessures': 'violence 1',
      'Trafic de stupéfiants': 'drugs 1',
      'Dano ao patrimônio': 'property 1',
    });
  });

  test('a group that a person chose outlives the next import', async () => {
    const fixture = await newProject({ now });
    await importText(fixture, 'incidents', 'date,offence\n2023-01-01,Arson\n', { recipe: { offenceGroups: { ARSON: 'violence' } } });
    await importText(fixture, 'incidents', 'date,offence\n2023-01-02,arson\n', { name: 'next.csv' });
    expect(await fixture.client.incidents.offences()).toMatchObject([{ name: 'Arson', group: 'violence', isConfirmed: true, count: 2 }]);
  });
});

describe('coordinates', () => {
  const table = (...points: string[]) => ['date,offence,longitude,latitude', ...points.map((point) => `2023-01-01,Theft,${point}`)].join('\n');

  test('zero, metres, far away and unreadable ones cost the point, never the row', async () => {
    const fixture = await newProject({ now });
    await addTwoBoroughs(fixture);
    const result = await importText(
      fixture,
      'incidents',
      table('-99.15,19.45', '0,0', '485123.2,2148777.1', '-58.4,-34.6', 'north,19.4', ',', '19.45,-99.15', '-99.16,19.41'),
    );
    expect(result).toMatchObject({ rows: 8, imported: 8 });
    expect(countsOf(result)).toEqual({
      'zero-coordinates': 1,
      'projected-coordinates': 1,
      'outside-city': 1,
      'bad-coordinate': 1,
      'no-coordinates': 1,
      'swapped-coordinates': 1,
    });
    expect(await fixture.client.incidents.overview()).toMatchObject({ count: 8, withPointCount: 2, withAreaCount: 2 });
  });

  test('a file that is swapped throughout is put right and says so', async () => {
    const fixture = await newProject({ now });
    const result = await importText(fixture, 'incidents', table('19.45,-99.15', '19.46,-99.16', '19.47,-99.17'));
    expect(countsOf(result)).toEqual({ 'swapped-back': 3 });
    const points = fixture.project().reader.prepare('SELECT DISTINCT round(longitude), round(latitude) FROM incident').raw().all();
    expect(points).toEqual([[-99, 19]]);
  });

  test('decimal commas are read', async () => {
    const fixture = await newProject({ now });
    const preview = await inspectText(fixture, 'incidents', 'fecha;delito;longitud;latitud\n2023-01-01;Hurto;-75,569854;6,257225\n');
    expect(preview.recipe).toMatchObject({ delimiter: ';', decimalMark: ',' });
    expect(preview.problemCounts).toEqual([]);
  });
});

describe('areas of incidents', () => {
  test('a name is looked up within its larger area, else the point decides', async () => {
    const fixture = await newProject({ now });
    await addTwoBoroughs(fixture);
    const text = [
      'date,offence,borough,neighbourhood,lon,lat',
      '2023-01-01,Theft,PONIENTE,CENTRO,,',
      '2023-01-01,Theft,Oriente,Centro,,',
      '2023-01-01,Theft,poniente,San Jose,,',
      '2023-01-01,Theft,Poniente,Sn. José,-99.13,19.42',
      '2023-01-01,Theft,,,-99.19,19.41',
      '2023-01-01,Theft,Poniente,NO DISPONIBLE,,',
      '2023-01-01,Theft,,Centro,,',
      '2023-01-01,Theft,Oriente,Atlantis,,',
      '2023-01-01,Theft,Oriente,Centro,-99.19,19.41',
    ].join('\n');
    const result = await importText(fixture, 'incidents', text);
    expect(result).toMatchObject({ imported: 9, recipe: { columns: { area: 'neighbourhood', parentArea: 'borough' } } });
    expect(countsOf(result)).toMatchObject({ 'area-from-point': 1, 'ambiguous-area': 1, 'unknown-area': 1, 'area-disagrees': 1 });
    const layers = await fixture.client.areas.layers();
    const countsIn = async (name: string) => {
      const layerId = layers.find((layer) => layer.name === name)?.id ?? '';
      const rows = await fixture.client.incidents.query({ by: ['area'], layerId });
      return rows.map(({ area, count }) => `${area} ${count}`);
    };
    expect(await countsIn('Boroughs')).toEqual(['Oriente 3', 'Poniente 5', 'null 1']);
    expect((await countsIn('Neighbourhoods')).sort()).toEqual(['Centro 2', 'Centro 2', 'San José 2', 'null 3']);
    expect(result.unmatchedAreas.map(({ name, rows }) => [name, rows])).toEqual([
      ['Atlantis (Oriente)', 1],
      ['Centro', 1],
    ]);
    expect(result.unmatchedAreas[1]?.suggestions.map(({ name }) => name)).toEqual(['Centro (Poniente)', 'Centro (Oriente)']);
  });

  test('a decision about a name is obeyed, «none» too', async () => {
    const fixture = await newProject({ now });
    await addTwoBoroughs(fixture);
    const areas = await fixture.client.areas.list({});
    const sanJose = areas.find(({ name }) => name === 'San José')?.id ?? '';
    const text = 'date,offence,neighbourhood\n2023-01-01,Theft,Sta. Pepa\n2023-01-01,Theft,Elsewhere\n2023-01-01,Theft,San José\n';
    const result = await importText(fixture, 'incidents', text, { recipe: { areaDecisions: { 'sta pepa': sanJose, Elsewhere: null } } });
    expect(countsOf(result)).toEqual({});
    expect(await fixture.client.incidents.query({ by: ['area'], where: { areaIds: [sanJose] } })).toMatchObject([{ count: 2 }]);
  });

  test('of a national table only the rows of the city are taken when asked, and near names are asked about', async () => {
    const fixture = await newProject({ now });
    await addTwoBoroughs(fixture);
    const text =
      'date,offence,borough\n2023-01-01,Theft,Poniente\n2023-01-01,Theft,Pte. Poniente Norte\n2023-01-01,Theft,Timbuktu\n2023-01-01,Theft,Oriemte Sur\n';
    const result = await importText(fixture, 'incidents', text, { recipe: { onlyKnownAreas: true } });
    expect(result).toMatchObject({ rows: 4, imported: 1 });
    expect(countsOf(result)).toEqual({ 'outside-areas': 3 });
    expect(result.unmatchedAreas.some(({ name }) => name === 'Timbuktu')).toBe(false);
  });

  test('without any areas the names are only said to have nowhere to go', async () => {
    const fixture = await newProject({ now });
    const result = await importText(fixture, 'incidents', 'date,offence,barrio\n2023-01-01,Theft,Centro\n');
    expect(countsOf(result)).toEqual({ 'no-areas-yet': 1 });
  });

  test('areas that come after the incidents take those whose point they hold', async () => {
    const fixture = await newProject({ now });
    await importText(
      fixture,
      'incidents',
      'date,offence,lon,lat\n2023-01-01,Theft,-99.19,19.41\n2023-01-01,Theft,-99.06,19.48\n2023-01-01,Theft,-99.05,19.2\n',
    );
    await addTwoBoroughs(fixture);
    expect(await fixture.client.incidents.query({ by: ['area'] })).toMatchObject([
      { area: 'Oriente', count: 1 },
      { area: 'Poniente', count: 1 },
      { area: null, count: 1 },
    ]);
  });
});
