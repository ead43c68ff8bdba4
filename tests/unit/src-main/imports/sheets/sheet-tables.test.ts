import { describe, expect, test } from 'vitest';
import { readWorkbook, type WorkbookChoice } from '#main/imports/sheets/read-workbook.ts';
import { type SheetContent, workbookOf } from '../workbooks.ts';

const anything: WorkbookChoice = { fileName: 'a.xlsx', sheet: null, headerRow: null, headerRowCount: null, block: null };
const read = (content: SheetContent, choice: Partial<WorkbookChoice> = {}) => readWorkbook(workbookOf({ Data: content }), { ...anything, ...choice });
const codesOf = (guesses: readonly { code: string }[]) => guesses.map(({ code }) => code);

describe('titles and notes', () => {
  test('are kept as notes, and how the table was found is said', () => {
    const { table, guesses } = read({
      rows: [['Crime by borough'], ['2023'], [], ['Borough', 'Thefts'], ['North', 5], ['South', 7], [], ['Source: the police'], ['Note', 'provisional']],
    });
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ['North', 5],
      ['South', 7],
    ]);
    expect(table.notes).toEqual(['Crime by borough', '2023', 'Source: the police', 'Note provisional']);
    expect(codesOf(guesses)).toEqual(['header-row', 'notes-below']);
    expect(guesses[0]).toMatchObject({ setting: 'headerRow', value: '4', isSure: false });
  });

  test('above a table without a header stay out of it, unless a person says that it has none', () => {
    const rows = [['Contents'], ['1.1', 'Thefts by borough'], ['1.2', 'Robberies by borough']];
    expect(read({ rows, merges: ['A1:B1'] }).table).toMatchObject({ headerRow: 0, columns: ['column 1', 'column 2'], notes: ['Contents'] });
    expect(read({ rows, merges: ['A1:B1'] }, { headerRow: 0 }).table.rows).toHaveLength(3);
  });
});

describe('a header of several rows', () => {
  const rows = [
    ['Borough', 'Reported', '', 'Not reported', ''],
    ['', 'Women', '', 'Women', ''],
    ['', 'Count', '%', 'Count', '%'],
    ['North', 5, 50, 5, 50],
    ['South', 1, 20, 4, 80],
  ];
  const merges = ['A1:A3', 'B1:C1', 'D1:E1', 'B2:C2', 'D2:E2'];

  test('is joined with strokes', () => {
    const { table, guesses } = read({ rows, merges });
    expect(table.columns).toEqual(['Borough', 'Reported / Women / Count', 'Reported / Women / %', 'Not reported / Women / Count', 'Not reported / Women / %']);
    expect(table.headerRowCount).toBe(3);
    expect(guesses.find(({ code }) => code === 'header-rows')).toMatchObject({ setting: 'headerRowCount', value: '3' });
  });

  test('is as high as a person says', () => {
    const { table } = read({ rows, merges }, { headerRow: 3, headerRowCount: 1 });
    expect(table.columns).toEqual(['column 1', 'Count', '%', 'Count (2)', '% (2)']);
    expect(read({ rows: rows.map((row) => [...row]) }, { headerRow: 1, headerRowCount: 3 }).table.rows).toHaveLength(2);
  });
});

describe('footnote marks', () => {
  test('come off headers and cells where a note has the number', () => {
    const { table, guesses } = read({
      rows: [
        ['Offence', 'Cases1, 2', 'Share³'],
        ['Robbery3', 5, '10.5*'],
        ['Theft', 7, 89.5],
        [],
        ['1 Sum of all cases.'],
        ['2 Estimate.'],
        ['3 With violence.'],
        ['* uncertain'],
      ],
    });
    expect(table.columns).toEqual(['Offence', 'Cases', 'Share']);
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ['Robbery', 5, '10.5'],
      ['Theft', 7, 89.5],
    ]);
    expect(guesses.find(({ code }) => code === 'footnote-marks')).toMatchObject({ params: { count: 2, written: 'Cases1, 2', plain: 'Cases' } });
    expect(guesses.find(({ code }) => code === 'footnote-marks-in-cells')).toMatchObject({ params: { written: 'Robbery3', plain: 'Robbery' }, isSure: false });
  });

  test('stay where no note explains them, or where they tell rows apart', () => {
    const plain = read({
      rows: [
        ['Area', 'P1'],
        ['Zone1', 5],
        ['Zone2', 7],
      ],
    }).table;
    expect(plain.columns).toEqual(['Area', 'P1']);
    const zones = read({ rows: [['Area', 'Cases1'], ['Zone1', 5], ['Zone2', 7], [], ['1 Reported.'], ['2 Estimated.']] }).table;
    expect(zones.columns).toEqual(['Area', 'Cases']);
    expect(zones.rows.map(({ cells }) => cells[0])).toEqual(['Zone1', 'Zone2']);
  });

  test('a column of nothing but marks is dropped', () => {
    expect(
      read({
        rows: [
          ['Area', 'Cases', ''],
          ['North', 5, '*'],
          ['South', 7, ''],
        ],
      }).table.columns,
    ).toEqual(['Area', 'Cases']);
  });
});

describe('tables stacked on one sheet', () => {
  const stacked: SheetContent = {
    rows: [
      ['2022'],
      ['Borough', 'Thefts'],
      ['North', 5],
      ['South', 7],
      [],
      ['2023'],
      ['Borough', 'Thefts'],
      ['North', 6],
      ['South', 8],
      [],
      ['Source: the police'],
    ],
  };

  test('with the same columns are one, with their titles in a column', () => {
    const { table, guesses } = read(stacked);
    expect(table.columns).toEqual(['Borough', 'Thefts', 'block']);
    expect(table.rows).toEqual([
      { row: 3, cells: ['North', 5, '2022'] },
      { row: 4, cells: ['South', 7, '2022'] },
      { row: 8, cells: ['North', 6, '2023'] },
      { row: 9, cells: ['South', 8, '2023'] },
    ]);
    expect(table.blocks).toEqual([
      { row: 2, title: '2022', rowCount: 2 },
      { row: 7, title: '2023', rowCount: 2 },
    ]);
    expect(table.notes).toContain('Source: the police');
    expect(guesses.find(({ code }) => code === 'stacked-blocks')).toMatchObject({ setting: 'block', params: { count: 2, all: 2 } });
  });

  test('can be read one by one', () => {
    const { table } = read(stacked, { block: 1 });
    expect(table.columns).toEqual(['Borough', 'Thefts']);
    expect(table.rows.map(({ row }) => row)).toEqual([8, 9]);
    expect(table.blocks).toHaveLength(2);
  });

  test('with other columns are told apart, the largest is read', () => {
    const { table } = read({
      rows: [['Borough', 'Thefts'], ['North', 5], ['South', 7], ['West', 9], [], ['Month', 'Robberies', 'Arrests'], ['January', 1, 0], ['February', 2, 1]],
    });
    expect(table.blocks.map(({ row, rowCount }) => [row, rowCount])).toEqual([
      [1, 3],
      [6, 2],
    ]);
    expect(table.columns).toEqual(['Borough', 'Thefts']);
    expect(table.rows).toHaveLength(3);
  });

  test('an empty row alone does not cut a table of words', () => {
    const { table } = read({ rows: [['Name', 'Sector'], ['Police', 'Public'], [], ['Traders', 'Private'], ['Schools', 'Public']] });
    expect(table.blocks).toEqual([]);
    expect(table.rows).toHaveLength(3);
  });
});

describe('several sheets', () => {
  const figures = [
    ['Borough', 'Thefts'],
    ['North', 5],
    ['South', 7],
  ];
  const contents = [['Contents'], ...['1.1', '1.2', '1.3', '1.4'].flatMap((name) => [[name, `Offences by borough and kind, table ${name}`], ['']])];

  test('a list of contents is never taken for the table, hidden sheets are named', () => {
    const book = workbookOf({
      Index: { rows: [...contents, ...contents.slice(1), ...contents.slice(1)] },
      '1.1': { rows: figures },
      '1.2': { rows: [...figures, ['West', 1]] },
      '1.3': { rows: figures },
      '1.4': { rows: figures, hidden: true },
    });
    const { sheet, hiddenSheets, guesses } = readWorkbook(book, anything);
    expect(sheet).toBe('1.2');
    expect(hiddenSheets).toEqual(['1.4']);
    expect(guesses.slice(0, 2)).toMatchObject([
      { setting: 'sheet', code: 'largest-sheet', params: { sheet: '1.2' }, isSure: false },
      { setting: 'sheet', code: 'index-sheet', params: { sheet: 'Index' } },
    ]);
  });
});
