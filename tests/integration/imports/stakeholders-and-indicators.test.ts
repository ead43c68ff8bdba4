import { expect, test } from 'vitest';
import { newProject, refusalOf } from '../../fixtures/engine.ts';
import { addTwoBoroughs, countsOf, importText } from './importing.ts';

test('stakeholders: sectors and types from words in several languages, ratings from figures or words', async () => {
  const fixture = await newProject();
  const text = [
    'Organización;Sector;Tipo;Poder;Interés;Representa',
    'Policía Municipal;Seguridad pública;Público;5;alto;',
    'Casa de la Mujer;Sociedad civil;ONG;2;muy alto;mujeres, niñas',
    'Cámara de Comercio;Sector privado;Empresa;9;3;',
    'Astronautas;Espacial;Nave;;;',
    'policia municipal;Police;public;1;1;',
    ';Salud;;;;',
  ].join('\n');
  const result = await importText(fixture, 'stakeholders', text);
  expect(result).toMatchObject({ rows: 6, imported: 4 });
  expect(countsOf(result)).toEqual({ 'bad-score': 1, 'unknown-sector': 1, 'unknown-kind': 1, 'stakeholder-known': 1, 'missing-name': 1 });
  expect(await fixture.client.stakeholders.list()).toMatchObject([
    { name: 'Policía Municipal', sector: 'police', kind: 'public-body', power: 5, interest: 4 },
    { name: 'Casa de la Mujer', sector: 'civil-society', kind: 'organisation', power: 2, interest: 5, represents: ['girls', 'women'] },
    { name: 'Cámara de Comercio', sector: 'private', power: null, interest: 3 },
    { name: 'Astronautas', sector: 'other', kind: 'organisation', raterCount: 0 },
  ]);
});

test('stakeholders in Arabic', async () => {
  const fixture = await newProject();
  await importText(fixture, 'stakeholders', 'الجهة,القطاع,النوع\nجمعية النور,المجتمع المدني,جمعية\nمديرية الشرطة,الشرطة,جهة حكومية\n');
  expect(await fixture.client.stakeholders.list()).toMatchObject([
    { name: 'جمعية النور', sector: 'civil-society', kind: 'organisation' },
    { name: 'مديرية الشرطة', sector: 'police', kind: 'public-body' },
  ]);
});

test('indicators: codes and names of the catalogue, areas by name, own indicators kept', async () => {
  const fixture = await newProject();
  await addTwoBoroughs(fixture);
  const text = [
    'indicator,area,year,value,low,quality,source',
    '16.1.4,,2022,61.5,58,B,Survey',
    'Homicidios,Poniente,2022,7.1,,Z,',
    'Street lamps,Oriente,2022,1200,,,',
    '16.1.4,Atlantis,2022,50,,,',
    '16.1.4,,2022,none,,,',
  ].join('\n');
  const result = await importText(fixture, 'indicators', text, { source: 'City survey' });
  expect(result).toMatchObject({ rows: 5, imported: 3 });
  expect(countsOf(result)).toMatchObject({ 'observation-without-area': 1, 'bad-value': 1, 'bad-quality': 1 });
  const observations = await fixture.client.indicators.observations();
  expect(observations).toMatchObject([
    { indicatorCode: '16.1.4', areaId: null, value: 61.5, low: 58, quality: 'B', source: 'Survey' },
    { value: 7.1, source: 'City survey' },
    { indicatorCode: 'Street lamps', value: 1200 },
  ]);
});

test('indicators: the wording, the exact period, the sample and the holder come with the value', async () => {
  const fixture = await newProject();
  const text = [
    'Indicador;Redacción;Periodo inicio;Periodo fin;Valor;n;Custodio',
    'Percepción de inseguridad;2015;01/10/2023;31/12/2023;61,6;1 250;INEGI',
    'Percepción de inseguridad;;01/10/2023;31/03/2024;60,2;-3;INEGI',
    'Percepción de inseguridad;;31/12/2023;01/10/2023;59,9;;',
    'Percepción de inseguridad;;pronto;31/12/2022;58,1;;',
  ].join('\n');
  const result = await importText(fixture, 'indicators', text);
  expect(result).toMatchObject({ rows: 4, imported: 4 });
  expect(countsOf(result)).toMatchObject({ 'bad-limit': 1, 'period-backwards': 1, 'bad-period-day': 1 });
  expect(await fixture.client.indicators.observations()).toMatchObject([
    { definitionVersion: '2015', periodStart: '2023-10-01', periodEnd: '2023-12-31', year: 2023, value: 61.6, sampleSize: 1250, holder: 'INEGI' },
    // A period over two years is of neither.
    { definitionVersion: '', periodStart: '2023-10-01', periodEnd: '2024-03-31', year: null, value: 60.2, sampleSize: null },
    { periodStart: null, periodEnd: null, year: null, value: 59.9, holder: '' },
    { periodStart: null, periodEnd: '2022-12-31', year: 2022, value: 58.1 },
  ]);
});

test('a dataset can be described, and goes with every row that came with it', async () => {
  const fixture = await newProject();
  await importText(fixture, 'incidents', 'date,offence\n2023-01-01,Theft\n', { source: 'Police' });
  const kept = await importText(fixture, 'incidents', 'date,offence\n2022-01-01,Theft\n2022-01-01,Arson\n', { name: 'second.csv' });
  const [second, first] = await fixture.client.imports.datasets();
  expect(first).toMatchObject({ kind: 'incidents', fileName: 'incidents.csv', rows: 1, imported: 1, source: 'Police', firstYear: 2023, lastYear: 2023 });
  expect(second).toMatchObject({ id: kept.dataset, firstYear: 2022 });
  expect(await fixture.client.imports.updateDataset({ id: kept.dataset, licence: 'CC BY 4.0', publishedOn: '2024-01-31' })).toMatchObject({
    licence: 'CC BY 4.0',
    source: '',
    publishedOn: '2024-01-31',
  });
  await fixture.client.imports.removeDataset({ id: kept.dataset });
  expect(await fixture.client.incidents.overview()).toMatchObject({ count: 1, datasetCount: 1, offenceCount: 1 });
  expect(await refusalOf(fixture.client.imports.removeDataset({ id: kept.dataset }))).toMatchObject({ code: 'object/not-found' });
});
