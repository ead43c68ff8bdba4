import { describe, expect, test } from 'vitest';
import { createDateOrderVote, type DateOrder, parseDay } from '#main/imports/detect/days.ts';
import { fc } from '../../../../property-cases.ts';
import { orderOf } from '../date-order.ts';

const iso = (day: ReturnType<typeof parseDay>) =>
  typeof day === 'string' ? day : [day.year, day.month, day.day].map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');

describe('the day in a cell', () => {
  test.each<[string | number, DateOrder, string]>([
    ['2023-01-31', 'dmy', '2023-01-31'],
    ['2023-01-31 12:00:00', 'dmy', '2023-01-31'],
    ['2019-04-23T23:30:00Z', 'mdy', '2019-04-23'],
    ['2019-04-23T23:30:00-05:00', 'mdy', '2019-04-23'],
    ['2023/1/5', 'mdy', '2023-01-05'],
    ['2023.01.05', 'dmy', '2023-01-05'],
    ['05/01/2023', 'dmy', '2023-01-05'],
    ['05/01/2023', 'mdy', '2023-05-01'],
    ['5-1-2023', 'dmy', '2023-01-05'],
    ['5.1.2023 14:05', 'dmy', '2023-01-05'],
    ['31/01/23', 'dmy', '2023-01-31'],
    ['31/01/98', 'dmy', '1998-01-31'],
    ['98-01-31', 'ymd', '1998-01-31'],
    ['20230131', 'dmy', '2023-01-31'],
    ['31012023', 'dmy', '2023-01-31'],
    ['20230131140500', 'dmy', '2023-01-31'],
    ['5 January 2023', 'mdy', '2023-01-05'],
    ['Jan 5, 2023', 'dmy', '2023-01-05'],
    ['5th of March 2023', 'dmy', '2023-03-05'],
    ['Thursday, 5 January 2023', 'dmy', '2023-01-05'],
    ['5 de enero de 2023', 'dmy', '2023-01-05'],
    ['05-ene-2023', 'dmy', '2023-01-05'],
    ['jueves 5 de septiembre de 2019', 'dmy', '2019-09-05'],
    ['martes, 3 de marzo de 2020', 'dmy', '2020-03-03'],
    ['5 août 2023', 'dmy', '2023-08-05'],
    ['1er février 2023', 'dmy', '2023-02-01'],
    ['5 de março de 2023', 'dmy', '2023-03-05'],
    ['٥ يناير ٢٠٢٣', 'dmy', '2023-01-05'],
    ['٠٥/٠١/٢٠٢٣', 'dmy', '2023-01-05'],
    ['5 كانون الثاني 2023', 'dmy', '2023-01-05'],
    ['5 تشرين الأول 2023', 'dmy', '2023-10-05'],
    ['29/02/2024', 'dmy', '2024-02-29'],
    [45_000, 'dmy', '2023-03-15'],
    [45_000.75, 'dmy', '2023-03-15'],
    [20_230_131, 'dmy', '2023-01-31'],
  ])('%j in order %s is %s', (cell, order, day) => {
    expect(iso(parseDay(cell, order))).toBe(day);
  });

  test.each<[string | number, DateOrder, string]>([
    ['', 'dmy', 'empty'],
    ['N.D.', 'dmy', 'not-a-date'],
    ['Centro', 'dmy', 'not-a-date'],
    ['2023', 'dmy', 'not-a-date'],
    ['45000', 'dmy', 'not-a-date'],
    ['19.4018', 'dmy', 'not-a-date'],
    ['12:00:00', 'dmy', 'not-a-date'],
    ['1/2', 'dmy', 'not-a-date'],
    ['1/2/3/4', 'dmy', 'not-a-date'],
    ['may be 3 or 4', 'dmy', 'not-a-date'],
    ['31/02/2023', 'dmy', 'impossible-date'],
    ['2023-02-29', 'dmy', 'impossible-date'],
    ['2023-13-01', 'dmy', 'impossible-date'],
    ['00/00/2023', 'dmy', 'impossible-date'],
    ['01/25/2023', 'dmy', 'impossible-date'],
    ['0202-01-31', 'dmy', 'year-out-of-range'],
    ['31/01/2203', 'dmy', 'year-out-of-range'],
    ['05/01/2023', 'ymd', 'ambiguous-date'],
    [2023, 'dmy', 'not-a-date'],
    [-1, 'dmy', 'not-a-date'],
    [Number.NaN, 'dmy', 'not-a-date'],
  ])('%j in order %s is %s', (cell, order, problem) => {
    expect(parseDay(cell, order)).toBe(problem);
  });

  test('every day from 1900 to 2100 comes back however it is written', () => {
    const days = fc.date({ min: new Date('1900-03-01T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (when) => {
        const text = when.toISOString().slice(0, 10);
        const [year = '', month = '', day = ''] = text.split('-');
        expect(iso(parseDay(text, 'dmy'))).toBe(text);
        expect(iso(parseDay(`${day}/${month}/${year}`, 'dmy'))).toBe(text);
        expect(iso(parseDay(`${Number(month)}/${Number(day)}/${year}`, 'mdy'))).toBe(text);
        expect(iso(parseDay(Number(`${year}${month}${day}`), 'dmy'))).toBe(text);
        for (const language of ['en', 'es', 'fr', 'pt', 'ar']) {
          const written = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(text));
          expect(iso(parseDay(written, 'dmy')), written).toBe(text);
        }
        const serial = Date.parse(text) / 86_400_000 + 25_569;
        if (serial >= 10_000) expect(iso(parseDay(serial, 'dmy'))).toBe(text);
      }),
    );
  });
});

describe('the order of day, month and year in a column', () => {
  test.each([
    [['2023-01-31', '2023-02-01'], 'ymd', 'certain'],
    [['05/01/2023', '31/01/2023'], 'dmy', 'certain'],
    [['05/01/2023', '01/31/2023'], 'mdy', 'certain'],
    [['05/01/2023', '06/02/2023'], 'dmy', 'ambiguous'],
    [['05/05/2023', '06/06/2023'], 'ymd', 'certain'],
    [['31/01/2023', '01/31/2023'], 'dmy', 'ambiguous'],
    [['98-01-31', '97-12-25'], 'ymd', 'certain'],
    [['25/12/99'], 'dmy', 'certain'],
    [['05-06-07'], 'dmy', 'ambiguous'],
    [['5 de enero de 2023'], 'ymd', 'certain'],
    [[45_000], 'ymd', 'certain'],
    [['Centro', '', '12:00', '19.40'], 'ymd', 'none'],
    [[], 'ymd', 'none'],
  ] as const)('%j → %s, %s', (cells, order, is) => {
    expect(orderOf(cells)).toEqual({ order, is });
  });

  test('one late cell can settle a long column', () => {
    const vote = createDateOrderVote();
    for (let i = 0; i < 1000; i++) vote.add('05/01/2023');
    expect(vote.result().is).toBe('ambiguous');
    vote.add('13/01/2023');
    expect(vote.result()).toEqual({ order: 'dmy', is: 'certain' });
  });
});
