import { describe, expect, test } from 'vitest';
import { readContent, refusalOf } from '../foreign-files.ts';

describe('JSON', () => {
  test.each<[string, unknown, string[], unknown[][]]>([
    [
      'a list of objects',
      [
        { a: 1, b: 'x' },
        { a: 2, c: true },
      ],
      ['a', 'b', 'c'],
      [
        [1, 'x', ''],
        [2, '', 'TRUE'],
      ],
    ],
    [
      'a list of lists',
      [
        ['a', 'b'],
        [1, 2],
        [3, null],
      ],
      ['a', 'b'],
      [
        [1, 2],
        [3, ''],
      ],
    ],
    [
      'objects by key, the key being text whatever it holds',
      { 'North||Centro': { population: 5 }, 'South||Centro': { population: 7 } },
      ['key', 'population'],
      [
        ['North||Centro', 5],
        ['South||Centro', 7],
      ],
    ],
    [
      'objects by key that have a key of their own',
      { x: { key: 1 }, y: { key: 2 } },
      ['key (2)', 'key'],
      [
        ['x', 1],
        ['y', 2],
      ],
    ],
    [
      'values by key',
      { North: 5, South: 7 },
      ['key', 'value'],
      [
        ['North', 5],
        ['South', 7],
      ],
    ],
    ['a list beside other things', { source: 'x', total: 2, data: [{ a: 1 }, { a: 2 }], few: [{ b: 1 }] }, ['a'], [[1], [2]]],
    [
      'a list wrapped deeper, as the answers of open-data portals wrap it',
      { help: 'x', success: true, result: { fields: [{ id: 'a' }], records: [{ a: 1 }, { a: 2 }], total: 2 } },
      ['a'],
      [[1], [2]],
    ],
    ['the shallowest of wrapped lists', { ok: true, page: { rows: [{ a: 1 }], more: { rows: [{ b: 1 }, { b: 2 }] } } }, ['a'], [[1]]],
    ['nested objects and lists', [{ a: { b: { c: 1 } }, tags: ['x', 'y'], people: [{ n: 1 }] }], ['a / b / c', 'tags'], [[1, 'x; y']]],
  ])('%s', async (_, value, columns, cells) => {
    const table = await readContent(JSON.stringify(value), {}, 'data.json');
    expect(table.reading.format).toBe('json');
    expect(table.columns).toEqual(columns);
    expect(table.cells).toEqual(cells);
    expect(table.rows[0]?.row).toBe(1);
  });

  test('may carry a byte order mark', async () => {
    expect((await readContent('\ufeff[{"a":1}]')).cells).toEqual([[1]]);
  });

  test.each([
    ['a value a line', '{"a":1,"b":"x"}\n\n{"a":2}\r\n{"a":3,"b":"y"}'],
    ['a text sequence', '\u001e{"a":1,"b":"x"}\n\u001e{"a":2}\n\u001e{"a":3,"b":"y"}\n'],
  ])('may be %s', async (_, text) => {
    const table = await readContent(text, {}, 'data.ndjson');
    expect(table.columns).toEqual(['a', 'b']);
    expect(table.cells).toEqual([
      [1, 'x'],
      [2, ''],
      [3, 'y'],
    ]);
  });

  test('may be a feature a line', async () => {
    const feature = (name: string, x: number) => JSON.stringify({ type: 'Feature', properties: { name }, geometry: { type: 'Point', coordinates: [x, 1] } });
    const table = await readContent([feature('A', 1), feature('B', 2), feature('C', 3)].join('\n'), {}, 'data.geojsonl');
    expect(table.reading.format).toBe('geojson');
    expect(table.rows.map(({ cells, point }) => [cells[0], point?.[0]])).toEqual([
      ['A', 1],
      ['B', 2],
      ['C', 3],
    ]);
  });

  test('with a broken line among whole ones names it', async () => {
    expect(await refusalOf('{"a":1}\n{"a":2}\n{"a":\n{"a":4}', {}, 'data.ndjson')).toMatchObject({ code: 'file/json-broken', params: { row: 3 } });
  });

  test('of more values than memory holds is refused before it is read', async () => {
    expect((await refusalOf(`[${'[],'.repeat(6_000_000)}[]]`, {}, 'data.json'))?.code).toBe('file/too-large');
  });

  test('nested without end is no table', async () => {
    expect((await refusalOf('['.repeat(200_000) + ']'.repeat(200_000), {}, 'data.json'))?.code).toBe('file/not-a-table');
    const deep = `[{"a":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}]`;
    expect(await refusalOf(deep, {}, 'data.json')).toBeNull();
  });

  test('that goes wrong names the line', async () => {
    expect(await refusalOf('[{"a":1},\n{"a":2},\n{"a":', {}, 'data.json')).toMatchObject({ code: 'file/json-broken', params: { row: 3 } });
  });

  test.each([
    ['[]', 'file/empty'],
    ['{}', 'file/empty'],
    ['["a","b"]', 'file/not-a-table'],
    ['{"a":{"b":1}}', 'file/not-a-table'],
  ])('%s is %s', async (text, code) => {
    expect((await refusalOf(text, {}, 'data.json'))?.code).toBe(code);
  });

  test('read as text when a person says so', async () => {
    expect((await readContent('["a","b"\n1,2\n3,4', { format: 'csv' })).rows).toHaveLength(2);
  });
});
