import { describe, expect, test } from 'vitest';
import { readContent, refusalOf } from '../foreign-files.ts';

describe('delimiters', () => {
  test.each(['^', '~', '¦', '|', ';;', '||', '^^'])('«%s» is found', async (delimiter) => {
    const text = [
      ['area', 'year', 'count'],
      ['North', '2023', '5'],
      ['South "old"', '2023', ''],
    ]
      .map((row) => row.join(delimiter))
      .join('\r');
    const table = await readContent(`${text}\r`);
    expect(table.reading.delimiter).toBe(delimiter);
    expect(table.columns).toEqual(['area', 'year', 'count']);
    expect(table.cells).toEqual([
      ['North', '2023', '5'],
      ['South "old"', '2023', ''],
    ]);
  });

  test('empty cells side by side are no longer delimiter', async () => {
    const table = await readContent('a;b;c\n1;;3\n;;\n4;;6\n');
    expect(table.reading.delimiter).toBe(';');
    expect(table.columns).toHaveLength(3);
  });
});

describe('what was guessed is told', () => {
  test('with where the table begins, and the lines above it as notes', async () => {
    const table = await readContent('Crime by borough\nSource: police\n\nborough;thefts\nNorth;5\nSouth;7\n');
    expect(table.reading.headerRow).toBe(4);
    expect(table.notes).toEqual(['Crime by borough', 'Source: police']);
    expect(table.guesses).toEqual([
      { setting: 'encoding', value: 'utf-8', code: 'encoding-whole', params: { encoding: 'utf-8' }, isSure: true },
      { setting: 'delimiter', value: ';', code: 'delimiter', params: { delimiter: ';' }, isSure: true },
      { setting: 'headerRow', value: '4', code: 'header-row', params: { row: 4, above: 2 }, isSure: false },
    ]);
  });

  test('but not what a person stated', async () => {
    expect((await readContent('a;b\n1;2\n', { encoding: 'utf-8', delimiter: ';', headerRow: 1 })).guesses).toEqual([]);
  });

  test('letters that fit no single encoding are said to be mixed', async () => {
    const sound = 'colonia,año\n'.repeat(20);
    const table = await readContent(Buffer.concat([Buffer.from(sound), Buffer.from('Pe\xf1on,2023\n', 'latin1')]));
    expect(table.guesses[0]).toMatchObject({ code: 'encoding-mixed', isSure: false });
    expect(table.cells.at(-1)?.[0]).toBe('Pe\ufffdon');
  });

  test('an encoding judged by its letters is not sure', async () => {
    const table = await readContent(Buffer.from('colonia,año\nPeñón,2023\n', 'latin1'));
    expect(table.guesses[0]).toMatchObject({ code: 'encoding-letters', value: 'windows-1252', isSure: false });
  });
});

test.each([
  ['little', (text: string) => Buffer.from(Uint32Array.from(`\ufeff${text}`, (letter) => letter.codePointAt(0) ?? 0).buffer)],
  ['big', (text: string) => Buffer.from(Uint32Array.from(`\ufeff${text}`, (letter) => letter.codePointAt(0) ?? 0).buffer).swap32()],
])('UTF-32, %s end first, is refused by its name', async (_, encode) => {
  expect(await refusalOf(encode('area,count\nNorth,5\n'))).toMatchObject({ code: 'file/other-kind', params: { kind: 'UTF-32' } });
});
