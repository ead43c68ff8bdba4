import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type EngineFixture, newProject, refusalOf } from '../../fixtures/engine.ts';
import { countsOf, fileOf, importFile, importText, inspectText } from './importing.ts';

const table = 'date,offence\n2023-01-01,Theft\n2023-01-02,Arson\n';

/** Everything that an import could have left behind. */
function rowsOf(fixture: EngineFixture): unknown {
  const count = (name: string) => fixture.project().reader.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${name}`).get()?.n;
  return ['dataset', 'area_layer', 'area', 'population', 'offence', 'place', 'incident', 'stakeholder', 'observation', 'change'].map((name) => [
    name,
    count(name),
  ]);
}

describe('files that cannot be imported', () => {
  const cases: readonly [name: string, content: string | Uint8Array, code: string][] = [
    ['empty.csv', '', 'file/empty'],
    ['header.csv', 'date,offence,area\n', 'file/only-header'],
    ['prose.txt', 'Dear planner,\n\nthank you for your letter about the lamps in our street.\n', 'file/not-a-table'],
    ['noise.csv', Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251), 'file/not-a-table'],
    ['bomb.zip', zipSync({ 'table.csv': new Uint8Array(300_000_000) }, { level: 9 }), 'file/zip-refused'],
  ];
  test.each(cases)('%s is refused by name and changes nothing', async (name, content, code) => {
    const fixture = await newProject();
    const before = rowsOf(fixture);
    const refusal = await refusalOf(importFile(fixture, 'incidents', fileOf(fixture, name, content)));
    expect(refusal).toMatchObject({ code, params: { fileName: name } });
    expect(rowsOf(fixture)).toEqual(before);
    expect(await importText(fixture, 'incidents', table)).toMatchObject({ imported: 2 });
  });

  test('a cell of many megabytes is refused with its row', async () => {
    const fixture = await newProject();
    const refusal = await refusalOf(importText(fixture, 'incidents', `${table}2023-01-03,"${'x'.repeat(40_000_000)}"\n`));
    expect(refusal).toMatchObject({ code: 'file/cell-too-large', params: { row: 4 } });
  });

  test('a spreadsheet that was cut off is refused', async () => {
    const fixture = await newProject();
    const file = fileOf(
      fixture,
      'cut.xlsx',
      zipSync({ '[Content_Types].xml': strToU8('<x/>'), 'xl/workbook.xml': strToU8('<x/>'.repeat(2000)) }, { level: 0 }),
    );
    truncateSync(join(fixture.folder, 'cut.xlsx'), 3000);
    expect((await refusalOf(importFile(fixture, 'incidents', file))).code).toMatch(/^file\//);
  });

  test('a file that is gone, and one that nobody handed in', async () => {
    const fixture = await newProject();
    const gone = fixture.engine.services.files.hand(join(fixture.folder, 'gone.csv'));
    expect(await refusalOf(importFile(fixture, 'incidents', gone))).toMatchObject({ code: 'file/not-found' });
    expect(await refusalOf(importFile(fixture, 'incidents', 'made-up'))).toMatchObject({ code: 'file/unknown-token' });
  });

  test('nothing usable says the most frequent reason', async () => {
    const fixture = await newProject();
    const before = rowsOf(fixture);
    const refusal = await refusalOf(importText(fixture, 'incidents', 'date,offence\n2023-02-31,Theft\n2023-02-30,Theft\n'));
    expect(refusal).toMatchObject({ code: 'import/nothing-usable', params: { fileName: 'incidents.csv', rows: 2 } });
    expect(refusal.params.reason).toContain('2023-02-31');
    expect(rowsOf(fixture)).toEqual(before);
  });
});

describe('recipes', () => {
  test('what was detected is printed, and means the same when it is used again', async () => {
    const fixture = await newProject();
    const first = await importText(fixture, 'incidents', 'fecha_hecho;delito;hora\n31/12/2022;Robo;23:10\n01/02/2023;Robo;1:05\n');
    expect(first.recipe).toMatchObject({
      format: 'csv',
      delimiter: ';',
      headerRow: 1,
      dateOrder: 'dmy',
      columns: { date: 'fecha_hecho', time: 'hora', offence: 'delito' },
    });
    const again = await importText(fixture, 'incidents', 'fecha_hecho;delito;hora\n01/02/2024;Robo;12:00\n', { name: 'next year.csv', recipe: first.recipe });
    expect(again.recipe).toEqual(first.recipe);
    expect(await fixture.client.incidents.overview()).toMatchObject({ firstDay: '2022-12-31', lastDay: '2024-02-01' });
  });

  test('a patch that names what is not there is refused', async () => {
    const fixture = await newProject();
    const refused = (recipe: Parameters<typeof inspectText>[3]) => refusalOf(inspectText(fixture, 'incidents', table, recipe));
    expect(await refused({ columns: { date: 'when' } })).toEqual({
      code: 'file/no-such-column',
      params: expect.objectContaining({ column: 'when', columns: 'date, offence' }),
    });
    expect(await refused({ keep: { city: ['x'] } })).toMatchObject({ code: 'file/no-such-column' });
    expect(await refused({ columns: { colour: 'date' } })).toMatchObject({ code: 'import/bad-recipe', params: { value: 'colour' } });
    expect(await refused({ kind: 'areas' })).toMatchObject({ code: 'import/bad-recipe' });
    expect(await refused({ layer: 'Moon' })).toMatchObject({ code: 'areas/unknown-layer', params: { layer: 'Moon' } });
  });

  test('a field emptied by hand stays empty: running is refused, looking shows the columns', async () => {
    const fixture = await newProject();
    const preview = await inspectText(fixture, 'incidents', table, { columns: { offence: '' } });
    expect(preview).toMatchObject({ missingFields: ['offence'], rowCount: 2, usableRowCount: 0 });
    expect(preview.columns.map(({ name, field }) => [name, field])).toEqual([
      ['date', 'date'],
      ['offence', null],
    ]);
    expect(await refusalOf(importText(fixture, 'incidents', table, { recipe: { columns: { offence: '' } } }))).toMatchObject({
      code: 'import/missing-field',
      params: { field: 'offence', columns: 'date, offence' },
    });
    expect(await importText(fixture, 'incidents', table, { recipe: { columns: { offence: '' }, constants: { offence: 'Homicide' } } })).toMatchObject({
      imported: 2,
    });
  });

  test('columns are recognised in Portuguese, French and Arabic', async () => {
    const fixture = await newProject();
    const columnsOf = async (text: string) => (await inspectText(fixture, 'incidents', text)).recipe.columns;
    expect(await columnsOf('Data do fato,Natureza,Bairro\n31/01/2023,Roubo,Centro\n')).toEqual({ date: 'Data do fato', offence: 'Natureza', area: 'Bairro' });
    expect(await columnsOf('Date des faits,Nature infraction,Quartier,Heure\n31/01/2023,Vol,Centre,14h05\n')).toEqual({
      date: 'Date des faits',
      offence: 'Nature infraction',
      area: 'Quartier',
      time: 'Heure',
    });
    expect(await columnsOf('تاريخ الحادث,نوع الجريمة,الحي\n31/01/2023,سرقة,المركز\n')).toEqual({ date: 'تاريخ الحادث', offence: 'نوع الجريمة', area: 'الحي' });
  });
});

describe('an import', () => {
  test('recognises the same file, whatever it is called', async () => {
    const fixture = await newProject();
    await importText(fixture, 'incidents', table);
    expect((await inspectText(fixture, 'incidents', table, {}, 'copy.csv')).importedBefore).not.toBeNull();
    const before = rowsOf(fixture);
    expect(await refusalOf(importText(fixture, 'incidents', table, { name: 'copy.csv' }))).toMatchObject({ code: 'import/same-file' });
    expect(rowsOf(fixture)).toEqual(before);
    await importText(fixture, 'incidents', table, { name: 'copy.csv', again: true });
    expect(await fixture.client.incidents.overview()).toMatchObject({ count: 4 });
  });

  test('that is only looked at writes nothing', async () => {
    const fixture = await newProject();
    const before = rowsOf(fixture);
    const preview = await inspectText(fixture, 'incidents', table);
    expect(preview).toMatchObject({
      rowCount: 2,
      usableRowCount: 2,
      incidentCount: 2,
      importedBefore: null,
      rows: [
        ['2023-01-01', 'Theft'],
        ['2023-01-02', 'Arson'],
      ],
    });
    expect(preview.offences).toEqual([
      { name: 'Arson', group: 'property', count: 1 },
      { name: 'Theft', group: 'theft', count: 1 },
    ]);
    expect(rowsOf(fixture)).toEqual(before);
  });

  test('is one change, and can be stopped with nothing written', async () => {
    const fixture = await newProject();
    const before = rowsOf(fixture);
    const many = ['date,offence', ...Array.from({ length: 60_000 }, (_, i) => `2023-01-${String((i % 28) + 1).padStart(2, '0')},Theft ${i % 40}`)].join('\n');
    const controller = new AbortController();
    const stopped = importText(fixture, 'incidents', many, { signal: controller.signal, onProgress: ({ step }) => step === 'checking' && controller.abort() });
    await expect(stopped).rejects.toThrow();
    expect(rowsOf(fixture)).toEqual(before);
    const result = await importText(fixture, 'incidents', many);
    expect(result.imported).toBe(60_000);
    const changes = await fixture.client.project.changes({ limit: 5 });
    expect(changes.map(({ name }) => name)).toEqual(['imports.incidents', 'project.create']);
  });

  test('is matched anew when the areas change while it is read', async () => {
    const fixture = await newProject();
    const area = await fixture.client.areas.add({ name: 'Centro' });
    const many = ['date,offence,barrio', ...Array.from({ length: 20_000 }, () => '2023-01-02,Theft,Centro')].join('\n');
    let removal: Promise<unknown> | undefined;
    const onProgress = ({ step }: { step: string }) => {
      if (step === 'matching') removal ??= fixture.client.areas.remove({ id: area.id });
    };
    const result = await importText(fixture, 'incidents', many, { onProgress });
    await removal;
    expect(countsOf(result)).toMatchObject({ 'no-areas-yet': 1 });
    expect(await fixture.client.incidents.overview()).toMatchObject({ count: 20_000, withAreaCount: 0 });
  });

  test('stops when the project is closed', async () => {
    const fixture = await newProject();
    const many = ['date,offence', ...Array.from({ length: 40_000 }, () => '2023-01-02,Theft')].join('\n');
    let closing: Promise<unknown> | undefined;
    const run = importText(fixture, 'incidents', many, { onProgress: () => (closing ??= fixture.client.project.close()) });
    expect(await refusalOf(run)).toMatchObject({ code: 'import/cancelled' });
    await closing;
    await fixture.client.project.open({ file: fixture.engine.services.files.hand(fixture.path) });
    expect(await fixture.client.imports.datasets()).toEqual([]);
  });

  test('leaves the engine free to answer while it reads', async () => {
    const fixture = await newProject();
    const many = [
      'date,offence,note',
      ...Array.from({ length: 120_000 }, (_, i) => `2023-01-${String((i % 28) + 1).padStart(2, '0')},Theft ${i % 40},${i}`),
    ].join('\n');
    let isReading = true;
    let answers = 0;
    const run = importText(fixture, 'incidents', many, { onProgress: ({ step }) => (isReading = step !== 'writing') });
    while (isReading) {
      await fixture.client.project.city();
      await new Promise((resolve) => setImmediate(resolve));
      if (isReading) answers++;
    }
    await run;
    // How long each took is the machine's matter; that many came in between is the engine's.
    expect(answers).toBeGreaterThan(10);
  });

  test('lists at most 500 problems and counts them all', async () => {
    const fixture = await newProject();
    const many = ['date,offence', ...Array.from({ length: 2000 }, (_, i) => (i % 2 ? '2023-01-01,Theft' : 'never,Theft'))].join('\n');
    const result = await importText(fixture, 'incidents', many);
    expect(countsOf(result)).toMatchObject({ 'not-a-date': 1000 });
    expect(result.problems.length).toBeLessThanOrEqual(500);
    expect(result.imported).toBe(1000);
  });

  test('reads quotes, line breaks in cells, mixed line ends and old encodings', async () => {
    const fixture = await newProject();
    const text = 'fecha,delito,colonia\r\n2023-01-01,"Robo ""con\nviolencia""",Núñez\n2023-01-02,Daño,Peñón\r2023-01-03,Robo,León\r\n';
    const latin1 = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    const result = await importFile(fixture, 'incidents', fileOf(fixture, 'old.csv', latin1));
    expect(result).toMatchObject({ rows: 3, imported: 3 });
    expect((await fixture.client.incidents.offences()).map(({ name }) => name).sort()).toEqual(['Daño', 'Robo', 'Robo "con\nviolencia"']);
  });
});
