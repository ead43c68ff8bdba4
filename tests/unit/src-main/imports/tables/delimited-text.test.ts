import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { openForeignTable } from '#main/imports/open-foreign-table.ts';
import { cases, fc } from '../../../../property-cases.ts';
import { fileOf, readContent, refusalOf } from '../foreign-files.ts';

const lines = (...rows: string[]) => `${rows.join('\n')}\n`;

describe('encodings', () => {
  const text = lines('colonia,año', 'Peñón de los Baños,2023', 'Álvaro Obregón,2022');
  const cells = [
    ['Peñón de los Baños', '2023'],
    ['Álvaro Obregón', '2022'],
  ];
  test.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\ufeff${text}`)],
    ['utf-16le', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['utf-16le', Buffer.from(text, 'utf16le')],
    ['utf-16be', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['utf-16be', Buffer.from(text, 'utf16le').swap16()],
    ['windows-1252', iconv.encode(text, 'windows-1252')],
  ])('%s is detected', async (encoding, bytes) => {
    const table = await readContent(bytes);
    expect(table.reading.encoding).toBe(encoding);
    expect(table.columns).toEqual(['colonia', 'año']);
    expect(table.cells).toEqual(cells);
  });

  test('Arabic in Windows-1256 is told from Western letters', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => `حي السلام شارع الجمهورية,${index},سرقة من سيارة متوقفة أمام المدرسة`);
    const table = await readContent(iconv.encode(lines('الحي,العدد,الجريمة', ...rows), 'windows-1256'));
    expect(table.reading.encoding).toBe('windows-1256');
    expect(table.columns).toEqual(['الحي', 'العدد', 'الجريمة']);
  });

  test('an accent that comes late decides for the whole file', async () => {
    const rows = Array.from({ length: 40_000 }, (_, index) => `Centro,${index},una fila larga para llenar la muestra`);
    const table = await readContent(iconv.encode(lines('colonia,n,nota', ...rows, 'Peñón,1,x'), 'windows-1252'));
    expect(table.reading.encoding).toBe('windows-1252');
    expect(table.cells.at(-1)).toEqual(['Peñón', '1', 'x']);
  });

  test('a few broken bytes do not change the reading of the rest, and lost characters stay lost', async () => {
    const rows = Array.from({ length: 200 }, () => 'Peñón,1');
    const bytes = Buffer.concat([Buffer.from(lines('colonia,n', ...rows, 'ZU\ufffdIGA,1')), Buffer.from([0x5a, 0xd1, 0x2c, 0x31, 0x0a])]);
    const table = await readContent(bytes);
    expect(table.reading.encoding).toBe('utf-8');
    expect(table.cells.at(-2)).toEqual(['ZU\ufffdIGA', '1']);
    expect(table.cells.at(-1)).toEqual(['Z\ufffd', '1']);
  });

  test('a stated encoding is obeyed, an unknown one is refused', async () => {
    expect((await readContent(iconv.encode('a,b\nя,1\n', 'koi8-r'), { encoding: 'koi8-r' })).cells).toEqual([['я', '1']]);
    expect(await refusalOf('a,b\n1,2\n', { encoding: 'klingon' })).toEqual({ code: 'import/bad-recipe', params: { field: 'encoding', value: 'klingon' } });
  });
});

describe('delimiters', () => {
  test.each([',', ';', '\t', '|'])('%j', async (delimiter) => {
    const table = await readContent(lines(['zone', 'x', 'y'].join(delimiter), ['A', '1', '2'].join(delimiter), ['B', '3', '4'].join(delimiter)));
    expect(table.reading.delimiter).toBe(delimiter);
    expect(table.cells).toEqual([
      ['A', '1', '2'],
      ['B', '3', '4'],
    ]);
  });

  test('decimal commas do not pass for delimiters', async () => {
    const table = await readContent(lines('fecha;longitud;latitud', '2019-04-23;-75,569;6,257', '2019-04-24;-75,570;6,222'));
    expect(table.reading.delimiter).toBe(';');
    expect(table.cells[0]).toEqual(['2019-04-23', '-75,569', '6,257']);
  });

  test('a first line `sep=` decides', async () => {
    const table = await readContent(lines('sep=|', 'a|b', '1,5|2,5', '1,6|2,6'));
    expect(table.reading).toMatchObject({ delimiter: '|', headerRow: 2 });
    expect(table.rows[0]).toEqual({ row: 3, cells: ['1,5', '2,5'] });
  });

  test('a list of one column is a table', async () => {
    const table = await readContent(lines('neighbourhood', 'Centro', 'La Paz', 'El Sol'));
    expect(table.columns).toEqual(['neighbourhood']);
    expect(table.cells).toEqual([['Centro'], ['La Paz'], ['El Sol']]);
  });

  test('a stated delimiter is obeyed', async () => {
    expect((await readContent('a,b;c\n1,2;3\n', { delimiter: ';' })).columns).toEqual(['a,b', 'c']);
  });
});

describe('the header', () => {
  test('stands below title rows', async () => {
    const table = await readContent(lines('Crime report of the city', '', 'Printed on 2023-05-01', 'area,offence,count', 'North,Theft,5', 'South,Theft,7'));
    expect(table.reading.headerRow).toBe(4);
    expect(table.columns).toEqual(['area', 'offence', 'count']);
    expect(table.rows.map(({ row }) => row)).toEqual([5, 6]);
  });

  test('may hold years and counting numbers', async () => {
    expect((await readContent(lines('station,2003,2004', 'Aberdeen,6,7', 'Durban,9,9'))).columns).toEqual(['station', '2003', '2004']);
    expect((await readContent(lines('day,0,1,2', 'Monday,6,7,8', 'Tuesday,9,9,1'))).columns).toEqual(['day', '0', '1', '2']);
  });

  test('is none where the first row holds data already', async () => {
    const table = await readContent(lines('2023-01-31,Theft,5', '2023-02-01,Theft,7'));
    expect(table.reading.headerRow).toBe(0);
    expect(table.columns).toEqual(['column 1', 'column 2', 'column 3']);
    expect(table.rows[0]?.row).toBe(1);
  });

  test('is none where the words of the first row come again below', async () => {
    expect((await readContent(lines('North,Theft', 'North,Robbery', 'South,Theft'))).reading.headerRow).toBe(0);
  });

  test('is found above rows that are mostly blank', async () => {
    expect((await readContent(lines('Year,Sex,Age,Place,Code,Value', '2018,,,,,1.5', '2019,,,,,1.6'))).reading.headerRow).toBe(1);
  });

  test('names are made distinct and never empty', async () => {
    const table = await readContent(lines('name, name ,,"two\nlines"', 'a,b,c,d', 'e,f,g,h'));
    expect(table.columns).toEqual(['name', 'name (2)', 'column 3', 'two lines']);
  });

  test('can be stated, also as none', async () => {
    const text = lines('a,b', 'c,d', '1,2');
    expect(await readContent(text, { headerRow: 2 })).toMatchObject({ columns: ['c', 'd'], cells: [['1', '2']] });
    expect((await readContent(text, { headerRow: 0 })).cells).toHaveLength(3);
  });
});

describe('rows', () => {
  test.each(['\n', '\r\n', '\r'])('end in %j', async (end) => {
    const table = await readContent(['a,b', '1,"x\r\ny"', '', '2,z'].join(end));
    expect(table.rows).toEqual([
      { row: 2, cells: ['1', 'x\ny'] },
      { row: 5, cells: ['2', 'z'] },
    ]);
  });

  test('may end differently in one file', async () => {
    expect((await readContent('a,b\r\n1,2\n3,4\r5,6\n\r7,8')).rows.map(({ row, cells }) => [row, ...cells])).toEqual([
      [2, '1', '2'],
      [3, '3', '4'],
      [4, '5', '6'],
      [6, '7', '8'],
    ]);
  });

  test('are known by the line they start on', async () => {
    const table = await readContent(lines('a,b', '"one\ntwo\nthree",1', ',', 'x,2'));
    expect(table.rows.map(({ row }) => row)).toEqual([2, 6]);
  });

  test('are trimmed, filled up when short, and keep what they have too much', async () => {
    expect((await readContent(lines('a,b,c', ' 1 ,\u00a02\t', '1,2,3,4,5', '1,2,3,,'))).cells).toEqual([
      ['1', '2', ''],
      ['1', '2', '3', '4', '5'],
      ['1', '2', '3'],
    ]);
  });

  test('hold quotes as people and programs write them', async () => {
    const text = lines('a,b', '"say ""hi""",1', '5" pipe,2', '"Bar "El Sol" centre",3', '"x" ,4');
    expect((await readContent(text)).cells.map(([first]) => first)).toEqual(['say "hi"', '5" pipe', 'Bar "El Sol" centre', 'x']);
  });

  test('come back as they were written', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', ' ', 'ش', '1', '.', '\t', '|') });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.boolean(),
        async (rows, delimiter, quotes) => {
          const text = Papa.unparse(rows, { delimiter, quotes, newline: '\r\n' });
          const expected = rows.map((cells) => cells.map((value) => value.trim())).filter((cells) => cells.some((value) => value !== ''));
          if (expected.length === 0) return;
          const table = await readContent(text, { delimiter, headerRow: 0, encoding: 'utf-8' });
          const width = Math.max(...expected.map((cells) => cells.length));
          const filled = (cells: readonly unknown[]) => [...cells, ...Array.from({ length: width - cells.length }, () => '')];
          expect(table.cells.map(filled)).toEqual(expected.map(filled));
        },
      ),
      { numRuns: cases(60) },
    );
  });
});

describe('streaming', () => {
  const rows = Array.from({ length: 30_000 }, (_, index) => `${index},"Peñón, ${index}"`);
  const text = lines('n,place', ...rows);

  test('gives batches, tells how far it is, and can be run again', async () => {
    const path = fileOf(text);
    const table = await openForeignTable({ path, fileName: 'table.csv', patch: {} });
    for (const _ of [1, 2]) {
      let count = 0;
      let batches = 0;
      const progress: number[] = [];
      for await (const batch of table.batches({ onBytes: (done, total) => progress.push(done / total) })) {
        count += batch.length;
        batches++;
      }
      expect(count).toBe(30_000);
      expect(batches).toBeGreaterThan(3);
      expect(progress.at(-1)).toBe(1);
      expect([...progress].sort((a, b) => a - b)).toEqual(progress);
    }
  });

  test('stops when told to, while opening and while reading', async () => {
    const path = fileOf(text);
    await expect(openForeignTable({ path, fileName: 'table.csv', patch: {}, signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
    const table = await openForeignTable({ path, fileName: 'table.csv', patch: {} });
    const stop = new AbortController();
    await expect(async () => {
      for await (const _ of table.batches({ signal: stop.signal })) stop.abort(new Error('enough'));
    }).rejects.toThrow('enough');
  });

  test('reads gzipped text', async () => {
    const table = await readContent(gzipSync(text), {}, 'table.csv.gz');
    expect(table.reading.format).toBe('csv');
    expect(table.cells.at(-1)).toEqual(['29999', 'Peñón, 29999']);
  });
});

describe('refusals', () => {
  test('a cell of a hundred megabytes is never held', async () => {
    const before = process.memoryUsage().rss;
    const bytes = Buffer.concat([Buffer.from('a,b\n1,2\n3,'), Buffer.alloc(100 * 1024 ** 2, 'x'), Buffer.from('\n4,5\n')]);
    const path = fileOf(bytes);
    const table = await openForeignTable({ path, fileName: 'big.csv', patch: {} });
    await expect(async () => {
      for await (const _ of table.batches());
    }).rejects.toMatchObject({ code: 'file/cell-too-large', params: { fileName: 'big.csv', row: 3 } });
    expect(process.memoryUsage().rss - before).toBeLessThan(260 * 1024 ** 2);
  });

  test('a cell just over a megabyte names row and column', async () => {
    expect(await refusalOf(lines('a,b', '1,2', `3,${'x'.repeat(1_000_001)}`))).toMatchObject({
      code: 'file/cell-too-large',
      params: { row: 3, column: 2, limit: 1_000_000 },
    });
  });

  test.each([
    ['1,"never closed', 2],
    ['1,2\n3,"x" y\n4,"z"', 3],
  ])('a quotation mark that swallows rows: %j', async (body, row) => {
    expect(await refusalOf(lines('a,b', body, '5,6', '7,8'))).toMatchObject({ code: 'file/quote-not-closed', params: { row } });
  });

  test.each([
    ['', 'file/empty'],
    [' \n\r\n\t', 'file/empty'],
    ['\ufeff', 'file/empty'],
    ['a,b,c\n', 'file/only-header'],
    ['Title\n\na,b,c', 'file/only-header'],
  ])('%j is %s', async (text, code) => {
    expect((await refusalOf(text))?.code).toBe(code);
  });

  test('prose is no table', async () => {
    const sentence = 'The council met and spoke at length about what ought to be done in the streets around the old market, and then it rained. ';
    expect((await refusalOf(`${sentence.repeat(3)}\n\n${sentence.repeat(2)}\n${sentence.repeat(4)}`))?.code).toBe('file/not-a-table');
  });

  test('a gzip that breaks off is damaged, one that swells without end is refused', async () => {
    const packed = gzipSync(Array.from({ length: 5000 }, (_, index) => `${index},${Math.random()}`).join('\n'));
    expect((await refusalOf(packed.subarray(0, packed.length / 2)))?.code).toBe('file/damaged');
    expect((await refusalOf(gzipSync(Buffer.alloc(60 * 1024 ** 2, 'a,b\n'))))?.code).toBe('file/zip-refused');
    expect((await refusalOf(gzipSync('')))?.code).toBe('file/empty');
  });
});
