import { describe, expect, it } from 'vitest';
import { newProject } from '../../fixtures/engine.ts';
import { addTwoBoroughs, countsOf, geoJson, importText, inspectText, square } from './importing.ts';

describe('places', () => {
  it('are matched in tiers, counted in rows', async () => {
    const city = await newProject();
    const map = [
      { name: 'Magdalena', geometry: square(-99.2, 19.4) },
      { name: 'Oriente', geometry: square(-99.1, 19.4) },
    ];
    await importText(city, 'areas', geoJson(map), { name: 'boroughs.geojson', recipe: { layer: 'Boroughs' } });
    const [west] = (await city.client.areas.list({})).filter(({ name }) => name === 'Magdalena');
    const rows = ['Magdalena,,', 'MAGDALENA,,', 'colonia  magdalena,,', 'Magdalenna,,', 'The west,,', ',19.45,-99.05', 'Orientte,,', ',,'];
    const text = `date,offence,area,latitude,longitude\n${rows.map((row) => `2023-01-05,Robbery,${row}`).join('\n')}\n`;
    const { placeMatch, areaQuestions, guesses } = await inspectText(city, 'incidents', text, { areaDecisions: { 'The west': west?.id ?? '' } });
    expect(placeMatch).toMatchObject({ exact: 1, normalised: 2, fuzzy: 1, decided: 1, point: 1, none: 2, disagreements: 0 });
    expect(placeMatch?.fuzzyMatches).toEqual([{ name: 'Magdalenna', areaId: west?.id, areaName: 'Magdalena', score: 0.9, rows: 1 }]);
    // Alike, but a direction: asked, never taken.
    expect(areaQuestions).toMatchObject([{ name: 'Orientte', suggestions: [{ name: 'Oriente' }] }]);
    expect(guesses.find(({ setting }) => setting === 'layer')).toMatchObject({ code: 'layer-of-names', value: 'Boroughs' });
  });

  it('go by the name or by the point where the two disagree, as the recipe says', async () => {
    const city = await newProject();
    await addTwoBoroughs(city);
    const text = 'date,offence,area,latitude,longitude\n2023-01-05,Robbery,Poniente,19.48,-99.02\n2023-01-05,Robbery,Oriente,19.48,-99.03\n';
    const byName = await inspectText(city, 'incidents', text);
    expect(byName.placeMatch).toMatchObject({ exact: 2, point: 0, disagreements: 1 });
    const result = await importText(city, 'incidents', text, { recipe: { onDisagreement: 'point' } });
    expect(countsOf(result)).toEqual({ 'area-by-point': 1 });
    const rows = await city.client.incidents.query({ by: ['area'] });
    expect(rows.map(({ count }) => count).filter((count) => count > 0)).toEqual([2]);
  });
});

describe('what is there twice', () => {
  const text = 'date,time,offence,area\n2023-01-05,10:00,Robbery,Poniente\n2023-01-05,10:00,Robbery,Poniente\n2023-01-06,11:00,Burglary,Oriente\n';

  it('within the file is kept or left out', async () => {
    const city = await newProject();
    await addTwoBoroughs(city);
    expect(await inspectText(city, 'incidents', text)).toMatchObject({ repeatedRowCount: 1, usableRowCount: 3 });
    const skipped = await importText(city, 'incidents', text, { recipe: { repeatedRows: 'skip' } });
    expect(skipped).toMatchObject({ rows: 3, imported: 2, problemCounts: [{ code: 'repeated-row', count: 1, dropsRow: true }] });
    const bodies = await importText(city, 'stakeholders', 'name,sector\nPolice,police\nPolice,police\n', { recipe: { repeatedRows: 'skip' } });
    expect(bodies).toMatchObject({ rows: 2, imported: 1, problemCounts: [{ code: 'repeated-row', count: 1 }] });
  });

  it('in an earlier dataset is counted there, each occurrence once, and left out when asked', async () => {
    const city = await newProject();
    await addTwoBoroughs(city);
    const { dataset } = await importText(city, 'incidents', text, { name: 'january.csv' });
    const more = `${text}2023-01-05,10:00,robbery,PONIENTE\n2023-01-05,12:00,Robbery,Poniente\n`;
    const preview = await inspectText(city, 'incidents', more, {}, 'to february.csv');
    expect(preview).toMatchObject({ usableRowCount: 5, knownIncidents: [{ datasetId: dataset, fileName: 'january.csv', count: 3 }] });
    const result = await importText(city, 'incidents', more, { name: 'to february.csv', recipe: { knownIncidents: 'skip' } });
    expect(result).toMatchObject({ rows: 5, imported: 2 });
    expect(countsOf(result)).toMatchObject({ 'known-incident': 3 });
    expect((await city.client.incidents.query({ by: [] }))[0]?.count).toBe(5);
  });

  it('is told by points to a metre', async () => {
    const city = await newProject();
    const points = (tail: string) => `date,offence,latitude,longitude\n2023-01-05,Robbery,19.412345${tail},-99.1512345\n`;
    await importText(city, 'incidents', points('1'), { name: 'a.csv' });
    expect((await inspectText(city, 'incidents', points('2'), {}, 'b.csv')).knownIncidents).toMatchObject([{ count: 1 }]);
    expect((await inspectText(city, 'incidents', points('2').replace('19.41', '19.42'), {}, 'b.csv')).knownIncidents).toEqual([]);
  });
});

describe('categories', () => {
  it('ask about an offence that is nearly one the project knows, and obey the answer', async () => {
    const city = await newProject();
    await importText(city, 'incidents', 'date,offence\n2023-01-05,Robo a transeúnte con violencia\n', { name: 'a.csv' });
    const text = 'date,offence\n2024-01-05,Robo a transeunte con violensia\n2024-01-06,Robo a transeunte sin violencia\n';
    const preview = await inspectText(city, 'incidents', text, {}, 'b.csv');
    expect(preview.categoryQuestions).toMatchObject([
      { field: 'offence', column: 'offence', value: 'Robo a transeunte con violensia', rows: 1, suggestions: [{ value: 'Robo a transeúnte con violencia' }] },
    ]);
    const answer = { offence: { 'Robo a transeunte con violensia': 'Robo a transeúnte con violencia' } };
    const answered = await inspectText(city, 'incidents', text, { categories: answer }, 'b.csv');
    expect(answered).toMatchObject({ categoryQuestions: [], offences: [{ count: 1 }, { count: 1 }] });
    expect(answered.offences.map(({ name }) => name)).toContain('Robo a transeúnte con violencia');
  });

  it('put an offence whose name has a slip of the pen into the group that it means', async () => {
    const city = await newProject();
    const { offences } = await inspectText(city, 'incidents', 'date,offence\n2023-01-05,Homisidio\n2023-01-05,Xyzzy\n');
    expect(Object.fromEntries(offences.map(({ name, group }) => [name, group]))).toEqual({ Homisidio: 'violence', Xyzzy: 'other' });
  });

  it('ask for the sector and kind of a body, and obey', async () => {
    const city = await newProject();
    const text = 'name,sector,kind\nBand of brothers,Muzik,Gäng\n';
    const { categoryQuestions } = await inspectText(city, 'stakeholders', text);
    expect(categoryQuestions.map(({ field, value }) => [field, value]).sort()).toEqual([
      ['kind', 'Gäng'],
      ['sector', 'Muzik'],
    ]);
    await importText(city, 'stakeholders', text, { recipe: { categories: { sector: { muzik: 'community' }, kind: { Gäng: 'organisation' } } } });
    expect(await city.client.stakeholders.list()).toMatchObject([{ sector: 'community', kind: 'organisation' }]);
  });

  it('ask for the code of an indicator by its name, and for a grade', async () => {
    const city = await newProject();
    const [entry] = (await city.client.indicators.catalogue({ language: 'en' })).filter(({ code }) => code === '16.1.1');
    const { categoryQuestions } = await inspectText(city, 'indicators', `indicator;year;value;quality\n"${entry?.name}s";2020;4.5;good\n`);
    expect(categoryQuestions.find(({ field }) => field === 'indicator')?.suggestions[0]?.value).toBe('16.1.1');
    expect(categoryQuestions.find(({ field }) => field === 'quality')).toBeDefined();
  });

  it('ask what a sex is', async () => {
    const city = await newProject();
    await addTwoBoroughs(city);
    const text = 'area,sex,population\nPoniente,F.,10\nPoniente,Xx,20\n';
    const { categoryQuestions } = await inspectText(city, 'population', text);
    expect(categoryQuestions).toMatchObject([{ field: 'sex', value: 'Xx', rows: 1 }]);
    const answered = await inspectText(city, 'population', text, { categories: { sex: { Xx: 'male' } } });
    expect(answered).toMatchObject({ categoryQuestions: [], usableRowCount: 2 });
  });

  it('ask what an age band without numbers is', async () => {
    const city = await newProject();
    await addTwoBoroughs(city);
    const text = 'area,age,population\nPoniente,15-29,10\nOriente,Jóvenes,20\n';
    const { categoryQuestions } = await inspectText(city, 'population', text);
    expect(categoryQuestions).toMatchObject([{ field: 'ageBand', value: 'Jóvenes', suggestions: [{ value: '15-29' }] }]);
    await importText(city, 'population', text, { recipe: { categories: { ageBand: { jovenes: '15-29' } } } });
    expect(city.project().reader.prepare('SELECT DISTINCT age_band FROM population').pluck().all()).toContain('15-29');
  });
});

describe('wide tables', () => {
  it('of offences side by side become incidents with counts', async () => {
    const city = await newProject();
    await addTwoBoroughs(city);
    const text = 'area,year,Murder,Robbery,Burglary\nPoniente,2021,3,10,\nOriente,2021,4,20,7\n';
    const preview = await inspectText(city, 'incidents', text);
    expect(preview).toMatchObject({ recipe: { wide: { field: 'offence', columns: ['Murder', 'Robbery', 'Burglary'] } }, incidentCount: 44, usableRowCount: 2 });
    expect(preview.guesses.find(({ setting }) => setting === 'wide')).toMatchObject({ code: 'wide-offences' });
    await importText(city, 'incidents', text);
    const rows = await city.client.incidents.query({ by: ['offence'] });
    expect(Object.fromEntries(rows.map(({ offence, count }) => [offence, count]))).toEqual({ Murder: 7, Robbery: 30, Burglary: 7 });
  });

  it('of months side by side too', async () => {
    const city = await newProject();
    const text = 'offence,year,Enero,Febrero,Marzo,Abril,Mayo,Junio\nRobo,2021,1,2,3,4,5,6\n';
    const preview = await inspectText(city, 'incidents', text);
    expect(preview).toMatchObject({ recipe: { wide: { field: 'month' } }, incidentCount: 21 });
    await importText(city, 'incidents', text);
    const rows = await city.client.incidents.query({ by: ['month'] });
    expect(rows.map(({ month, count }) => [month, count])).toEqual([1, 2, 3, 4, 5, 6].map((month) => [month, month]));
  });

  it('of sexes and ages side by side become population', async () => {
    const city = await newProject();
    await addTwoBoroughs(city);
    const text = 'area,year,Mujeres 0-14,Mujeres 15-64,Hombres 0-14,Hombres 15-64\nPoniente,2020,1,2,3,4\n';
    const preview = await inspectText(city, 'population', text);
    expect(preview.recipe.wide).toMatchObject({ columns: ['Mujeres 0-14', 'Mujeres 15-64', 'Hombres 0-14', 'Hombres 15-64'] });
    await importText(city, 'population', text);
    const rows = city.project().reader.prepare("SELECT sex, age_band, value FROM population WHERE age_band <> '' ORDER BY value").raw().all();
    expect(rows).toEqual([
      ['female', '0-14', 1],
      ['female', '15-64', 2],
      ['male', '0-14', 3],
      ['male', '15-64', 4],
    ]);
  });
});
