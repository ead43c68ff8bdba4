import { describe, expect, test } from 'vitest';
import { understandCodebook } from '#main/engine/surveys/codebook.ts';

const options = (...codes: string[]) => codes.map((code) => ({ code, label: code, isMissing: code === '9' }));
const questions = {
  P1: { wording: 'P1', isNumeric: false, options: options('1', '2', '9') },
  P2: { wording: 'P2', isNumeric: false, options: options('01', '02') },
};

describe('a codebook is understood', () => {
  test('as a row for each question', () => {
    const table = {
      columns: ['var', 'text'],
      rows: [
        ['p1', 'Safe at night?'],
        ['P2', 'City'],
      ],
      stem: 'book',
    };
    expect(understandCodebook(table, questions)).toEqual({
      questions: [
        { column: 'P1', wording: 'Safe at night?', options: [] },
        { column: 'P2', wording: 'City', options: [] },
      ],
      unknown: [],
    });
  });

  test('as a row for each code, with or without labels', () => {
    const rows = [
      ['Seguridad', 'p1', '1', 'Seguro'],
      ['Seguridad', 'p1', '2', 'Inseguro'],
      ['Ciudad', 'p2', '1', 'Puebla'],
      ['Ciudad', 'p2', '2', 'León'],
    ];
    const { questions: found } = understandCodebook({ columns: ['campo', 'nemonico', 'clave', 'descripcion'], rows, stem: 'dic' }, questions);
    expect(found).toEqual([
      {
        column: 'P1',
        wording: 'Seguridad',
        options: [
          { code: '1', label: 'Seguro', isMissing: false },
          { code: '2', label: 'Inseguro', isMissing: false },
        ],
      },
      {
        column: 'P2',
        wording: 'Ciudad',
        options: [
          { code: '01', label: 'Puebla', isMissing: false },
          { code: '02', label: 'León', isMissing: false },
        ],
      },
    ]);
    const bare = understandCodebook({ columns: ['campo', 'nemonico', 'clave'], rows: rows.map((row) => row.slice(0, 3)), stem: 'dic' }, questions);
    expect(bare.questions.map(({ wording, options: labels }) => [wording, labels])).toEqual([
      ['Seguridad', []],
      ['Ciudad', []],
    ]);
  });

  test('as the catalogue of the question that its header names; a label decides what the code seemed to mean', () => {
    const { questions: found } = understandCodebook(
      {
        columns: ['p1', 'descrip'],
        rows: [
          ['1', 'Sí'],
          ['2', 'No'],
          ['9', 'Nueve veces'],
        ],
        stem: 'cat',
      },
      questions,
    );
    expect(found).toMatchObject([{ column: 'P1', options: [{ label: 'Sí' }, { label: 'No' }, { code: '9', isMissing: false }] }]);
  });

  test('as nothing where it speaks of none of the questions', () => {
    expect(understandCodebook({ columns: ['x', 'y'], rows: [['1', 'a']], stem: 'other' }, questions)).toEqual({ questions: [], unknown: ['x'] });
  });
});
