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
