import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, describe, expect, test } from 'vitest';
import type * as XLSX from 'xlsx';
import { openForeignTable } from '#main/imports/open-foreign-table.ts';
import { fileOf, readContent, readTable, refusalOf } from '../foreign-files.ts';
import { workbookOf } from '../workbooks.ts';
import { zipOf } from '../zip-files.ts';

type Row = readonly unknown[];
const rows: Row[] = [
  ['area', 'offence', 'count'],
  ['North', 'Theft', 5],
  ['South', 'Robbery', 7.5],
];
const cells = rows.slice(1);

describe('a spreadsheet', () => {
  test.each<[XLSX.BookType, string]>([
    ['xlsx', 'a.xlsx'],
    ['xlsm', 'a.xlsm'],
    ['xlsb', 'a.xlsb'],
    ['biff8', 'a.xls'],
    ['ods', 'a.ods'],
    ['html', 'page.xls'],
    ['xlml', 'xml.xls'],
  ])('of kind %s is read', async (bookType, name) => {
    const table = await readContent(workbookOf({ Data: { rows } }, bookType), {}, name);
    expect(table.reading).toMatchObject({ format: 'table', encoding: null, delimiter: null, headerRow: 1 });
    expect(table.columns).toEqual(['area', 'offence', 'count']);
    expect(table.cells.map((row) => row.map(String))).toEqual(cells.map((row) => row.map(String)));
    expect(table.rowCount).toBe(2);
    expect(table.rows[0]?.row).toBe(2);
  });

  test('is known by its content, whatever its name', async () => {
    expect((await readContent(workbookOf({ Data: { rows } }), {}, 'export.csv')).reading.format).toBe('table');
    expect((await readContent('area,count\nNorth,5\nSouth,7\n', {}, 'export.xlsx')).reading.format).toBe('csv');
  });

  test('may be a web page in an old encoding, its cells left as text', async () => {
    const page = '<html><table><tr><td>Área</td><td>Día</td><td>N</td></tr><tr><td>Peñón</td><td>05/01/2023</td><td>1.234,5</td></tr></table></html>';
    const table = await readContent(Buffer.from(page, 'latin1'), {}, 'report.xls');
    expect(table.columns).toEqual(['Área', 'Día', 'N']);
    expect(table.cells).toEqual([['Peñón', '05/01/2023', '1.234,5']]);
  });

  test('may lie alone in a ZIP', async () => {
    expect((await readContent(zipOf([{ name: 'export/a.xlsx', content: workbookOf({ Data: { rows } }) }]), {}, 'a.zip')).cells).toEqual(cells);
  });

  test('gives large sheets in batches', async () => {
    const many = Array.from({ length: 5_000 }, (_, index) => [`Area ${index}`, 'Theft', index]);
    const table = await readContent(workbookOf({ Data: { rows: [rows[0] ?? [], ...many] } }));
    expect(table.cells).toEqual(many);
  });
});

describe('dates', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    process.env.TZ = zone;
  });
  const when = new Date('2023-01-31T14:05:00Z');
  const dated: Row[] = [
    ['day', 'moment', 'n'],
    [new Date('2023-01-31T00:00:00Z'), when, 1],
    [new Date('1999-12-31T00:00:00Z'), new Date('2023-06-30T23:59:59Z'), 2],
  ];
  const expected = [
    ['2023-01-31', '2023-01-31T14:05:00', 1],
    ['1999-12-31', '2023-06-30T23:59:59', 2],
  ];
  const formats = (sheet: XLSX.WorkSheet) => {
    for (const at of ['A2', 'A3']) Object.assign(sheet[at], { z: 'yyyy-mm-dd' });
    for (const at of ['B2', 'B3']) Object.assign(sheet[at], { z: 'dd/mm/yyyy hh:mm' });
  };
  test.each<[XLSX.BookType, string, boolean]>([
    ['xlsx', 'America/Mexico_City', false],
    ['xlsx', 'Asia/Kolkata', false],
    ['xlsx', 'Africa/Cairo', true],
    ['biff8', 'America/Mexico_City', false],
    ['xlsb', 'Asia/Kolkata', false],
    ['ods', 'America/Mexico_City', false],
    ['ods', 'Asia/Kolkata', false],
  ])('of %s read in %s stay the same (1904 system: %s)', async (bookType, place, date1904) => {
    process.env.TZ = place;
    const table = await readContent(workbookOf({ Data: { rows: dated, change: formats } }, bookType, date1904));
    expect(table.cells).toEqual(expected);
  });

  test('a time alone is a time, a number alone stays a number', async () => {
    const change = (sheet: XLSX.WorkSheet) => {
      sheet.B2 = { t: 'n', v: 0.5 + 5 / 1440, z: 'hh:mm' };
      sheet.B3 = { t: 'n', v: 45_000.5, z: '0.00' };
    };
    const table = await readContent(
      workbookOf({
        Data: {
          rows: [
            ['area', 'time'],
            ['North', 0],
            ['South', 0],
          ],
          change,
        },
      }),
    );
    expect(table.cells).toEqual([
      ['North', '12:05:00'],
      ['South', 45_000.5],
    ]);
  });
});

describe('cells', () => {
  test('of formulas give their last value, errors their name, true and false a word', async () => {
    const change = (sheet: XLSX.WorkSheet) => {
      sheet.B2 = { t: 'n', v: 12, f: '5+7' };
      sheet.B3 = { t: 'e', v: 0x2a, w: '#N/A' };
      sheet.B4 = { t: 's', v: '=1+1' };
    };
    const table = await readContent(
      workbookOf({
        Data: {
          rows: [
            ['area', 'value'],
            ['A', 0],
            ['B', 0],
            ['C', 0],
            ['D', true],
          ],
          change,
        },
      }),
    );
    expect(table.cells).toEqual([
      ['A', 12],
      ['B', '#N/A'],
      ['C', '=1+1'],
      ['D', 'TRUE'],
    ]);
  });

  test('far outside the table are refused with their row, formats there are nothing', async () => {
    const withFarCell = (cell: string) => {
      const files = unzipSync(workbookOf({ Data: { rows } }));
      const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
      const changed = sheet
        .replace(/<dimension[^>]*>/, '<dimension ref="A1:XFD1048576"/>')
        .replace('</sheetData>', `<row r="1048576">${cell}</row></sheetData>`);
      return zipSync({ ...files, 'xl/worksheets/sheet1.xml': strToU8(changed) });
    };
    const refused = await refusalOf(withFarCell('<c r="XFD1048576" t="str"><v>x</v></c>'));
    expect(refused).toMatchObject({ code: 'file/too-many-columns', params: { row: 1_048_576 } });
    expect((await readContent(withFarCell('<c r="XFD1048576" s="0"/>'))).cells).toEqual(cells);
  });
});

describe('the table in a sheet', () => {
  test('stands below titles, beside empty columns, above notes', async () => {
    const table = await readContent(
      workbookOf({
        Data: {
          rows: [
            ['', 'Crime in the city, 2023'],
            [],
            ['', 'Area', '', 'Count'],
            ['', 'North', '', 5],
            ['', 'South', '', 7],
            ['', 'West'],
            [],
            ['', 'Source: the police'],
            ['', '* provisional'],
          ],
        },
      }),
    );
    expect(table.columns).toEqual(['Area', 'Count']);
    expect(table.rows).toEqual([
      { row: 4, cells: ['North', 5] },
      { row: 5, cells: ['South', 7] },
      { row: 6, cells: ['West', ''] },
    ]);
  });

  test('may have a header of merged rows, joined with a stroke', async () => {
    const table = await readContent(
      workbookOf({
        Data: {
          rows: [
            ['Offences by area'],
            ['Area', 'Thefts', '', 'Robberies', ''],
            ['', '2022', '2023', '2022', '2023'],
            ['North', 5, 6, 7, 8],
            ['South', 1, 2, 3, 4],
          ],
          merges: ['A1:E1', 'A2:A3', 'B2:C2', 'D2:E2'],
        },
      }),
    );
    expect(table.reading.headerRow).toBe(2);
    expect(table.columns).toEqual(['Area', 'Thefts / 2022', 'Thefts / 2023', 'Robberies / 2022', 'Robberies / 2023']);
    expect(table.cells).toEqual([
      ['North', 5, 6, 7, 8],
      ['South', 1, 2, 3, 4],
    ]);
  });

  test('begins where a person says', async () => {
    const path = fileOf(
      workbookOf({
        Data: {
          rows: [
            ['a', 'b'],
            ['c', 'd'],
            [1, 2],
          ],
        },
      }),
    );
    expect(await readTable(path, { headerRow: 2 })).toMatchObject({ columns: ['c', 'd'], cells: [[1, 2]] });
    expect((await readTable(path, { headerRow: 0 })).cells).toHaveLength(3);
  });
});

describe('several sheets', () => {
  const book = () =>
    workbookOf({
      Contents: { rows: [['Index'], ['Table 1'], ['Table 2']] },
      Small: { rows: rows.slice(0, 2) },
      Large: { rows },
      Hidden: { rows: [...rows, ...cells, ...cells], hidden: true },
    });

  test('are all listed; the largest one that can be seen is taken', async () => {
    const table = await readContent(book());
    expect(table.sheets).toEqual(['Contents', 'Small', 'Large', 'Hidden']);
    expect(table.reading.sheet).toBe('Large');
  });

  test('can be chosen from, hidden ones too', async () => {
    expect((await readContent(book(), { sheet: 'Small' })).cells).toHaveLength(1);
    expect((await readContent(book(), { sheet: 'Hidden' })).cells).toHaveLength(6);
    expect(await refusalOf(book(), { sheet: 'Nowhere' })).toMatchObject({
      code: 'file/no-such-sheet',
      params: { sheet: 'Nowhere', sheets: 'Contents, Small, Large, Hidden' },
    });
  });
});

describe('refusals', () => {
  test.each<[string, Buffer, string]>([
    ['without any content', workbookOf({ Data: { rows: [] } }), 'file/empty'],
    ['with a header only', workbookOf({ Data: { rows: rows.slice(0, 1) } }), 'file/only-header'],
    ['that breaks off', workbookOf({ Data: { rows } }).subarray(0, 900), 'file/damaged'],
    ['of the old kind that breaks off', workbookOf({ Data: { rows } }, 'biff8').subarray(0, 600), 'file/damaged'],
    [
      'that is a bomb',
      zipOf([
        { name: 'xl/workbook.xml', content: '<x/>' },
        { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(12 * 1024 ** 2, '<c/>') },
      ]),
      'file/zip-refused',
    ],
    ['whose parts are no spreadsheet', zipOf([{ name: 'xl/workbook.xml', content: 'nonsense' }]), 'file/damaged'],
  ])('a workbook %s', async (_, bytes, code) => {
    expect((await refusalOf(bytes, {}, 'a.xlsx'))?.code).toBe(code);
  });
});

describe('the reading process', () => {
  test('is killed with its table, and asking on is refused', async () => {
    const table = await openForeignTable({ path: fileOf(workbookOf({ Data: { rows } })), fileName: 'a.xlsx', patch: {} });
    table.close();
    await expect(async () => {
      for await (const _ of table.batches());
    }).rejects.toMatchObject({ code: 'file/parser-stopped' });
  });

  test('stops when told to', async () => {
    const many = Array.from({ length: 40_000 }, (_, index) => [`Area ${index}`, 'Theft', index]);
    const path = fileOf(workbookOf({ Data: { rows: [rows[0] ?? [], ...many] } }));
    const stop = new AbortController();
    const opening = openForeignTable({ path, fileName: 'a.xlsx', patch: {}, signal: stop.signal });
    setImmediate(() => stop.abort(new Error('enough')));
    await expect(opening).rejects.toThrow('enough');
  });
});
