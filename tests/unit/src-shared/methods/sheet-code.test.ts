import { describe, expect, it } from 'vitest';
import { mostSheets } from '#shared/domain/paper.ts';
import { ballotMark, readSheetCode, sheetCode } from '#shared/methods/sheet-code.ts';
import { fc } from '../../../property-cases.ts';

const letters = [...'ABCDEFGHJKLMNPRSTUVWXYZ'];
const digits = [...'0123456789'];
const anySheet = fc.record({ mark: fc.uuid().map(ballotMark), number: fc.integer({ min: 1, max: mostSheets }) });

/** Puts the dashes back, so that a changed code still has its form. */
const plain = (code: string) => code.replaceAll('-', '');

describe('codes of paper sheets', () => {
  it('say the ballot, the running number and a check letter', () => {
    // 1·1 + 2·4 + 3·7 + 6·4 + 7·2 + 8·3 = 92 = 4 · 23, with B = 1 and D = 3.
    expect(sheetCode('B47', 42)).toBe('B47-0042-D');
  });

  it('are read as they were made', () => {
    fc.assert(
      fc.property(anySheet, ({ mark, number }) => {
        const code = sheetCode(mark, number);
        expect(readSheetCode(code)).toEqual({ ok: true, code, sheet: { mark, number } });
      }),
    );
  });

  it('are read in any case, with spaces, without dashes, with the digits of other scripts, and short where the ballot is known', () => {
    const code = sheetCode('B47', 42);
    const check = code.at(-1);
    for (const typed of [code.toLowerCase(), ` ${plain(code)} `, `b47 0042 ${check}`, `B٤٧-٠٠٤٢-${check}`, `B۴۷۰۰۴۲${check}`])
      expect(readSheetCode(typed)).toMatchObject({ ok: true, code });
    for (const typed of [`42${check}`, `0042-${check}`, `٤٢${check}`]) expect(readSheetCode(typed, 'B47')).toMatchObject({ ok: true, code });
    expect(readSheetCode(`42${check}`)).toEqual({ ok: false, problem: 'form' });
  });

  it('catch every single wrong character', () => {
    fc.assert(
      fc.property(anySheet, fc.nat(7), ({ mark, number }, place) => {
        const right = plain(sheetCode(mark, number));
        for (const other of [...letters, ...digits, 'I', 'O', 'Q']) {
          if (other === right[place]) continue;
          expect(readSheetCode(`${right.slice(0, place)}${other}${right.slice(place + 1)}`).ok).toBe(false);
        }
      }),
    );
  });

  it('catch every swap of two characters, side by side or not', () => {
    fc.assert(
      fc.property(anySheet, ({ mark, number }) => {
        const right = plain(sheetCode(mark, number));
        for (let first = 0; first < right.length; first++) {
          for (let second = first + 1; second < right.length; second++) {
            if (right[first] === right[second]) continue;
            const swapped = [...right];
            [swapped[first], swapped[second]] = [right.charAt(second), right.charAt(first)];
            expect(readSheetCode(swapped.join('')).ok).toBe(false);
          }
        }
      }),
    );
  });

  it('catch a wrong digit in the short form too, and most sheets of another ballot', () => {
    const short = (mark: string, number: number) => `${number}${sheetCode(mark, number).at(-1)}`;
    expect(readSheetCode(short('B47', 42), 'B47').ok).toBe(true);
    expect(readSheetCode(short('B47', 42).replace('42', '43'), 'B47')).toEqual({ ok: false, problem: 'check' });
    expect(readSheetCode(short('B47', 42), 'C47').ok).toBe(false);
  });

  it('tell what is no code at all from a slip', () => {
    for (const typed of ['', 'B47', '42', 'hello', 'B47-0042', 'B470042KK', "'; --"]) expect(readSheetCode(typed)).toEqual({ ok: false, problem: 'form' });
    expect(readSheetCode(`B47-0000-${sheetCode('B47', 0).at(-1)}`)).toEqual({ ok: false, problem: 'check' });
  });

  it('take the mark from nothing but the ballot, spread evenly', () => {
    expect(ballotMark('018f')).toBe(ballotMark('018f'));
    const marks = new Set(Array.from({ length: 200 }, (_, place) => ballotMark(`0193a0c0-0000-7000-8000-${String(place).padStart(12, '0')}`)));
    expect(marks.size).toBeGreaterThan(170);
    for (const mark of marks) expect(mark).toMatch(/^[A-HJ-NPR-Z][1-9]\d$/);
  });
});
