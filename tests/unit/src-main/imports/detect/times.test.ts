import { describe, expect, test } from 'vitest';
import { parseTime } from '#main/imports/detect/times.ts';
import { fc } from '../../../../property-cases.ts';

describe('the time of day in a cell', () => {
  test.each<[string | number, number]>([
    ['00:00', 0],
    ['14:05', 845],
    ['14:05:59', 845],
    ['14.05', 845],
    ['7.05 p. m.', 1145],
    ['23.30 hs', 1410],
    ['9:05', 545],
    ['12:00:00:00', 720],
    ['14h30', 870],
    ['14 h 30', 870],
    ['8h', 480],
    ['14:30 hrs', 870],
    ['2:05 PM', 845],
    ['2:05pm', 845],
    ['2:05 p. m.', 845],
    ['12:15 a.m.', 15],
    ['12:15 PM', 735],
    ['3 pm', 900],
    ['١٤:٠٥', 845],
    ['٢:٠٥ م', 845],
    ['2:05 ص', 125],
    ['1405', 845],
    ['905', 545],
    ['14', 840],
    ['0', 0],
    ['08:0', 480],
    ['0.75', 1080],
    ['0,5', 720],
    ['0.29166666666666669', 420],
    ['2.0833333333333332E-2', 30],
    ['24:00', 0],
    ['2019-04-23T12:30:00Z', 750],
    ['2019-04-23 12:30:00', 750],
    ['2019-04-23T12:30:00.123+02:00', 750],
    ['31/01/2023 2:05:00 p. m.', 845],
    [0.5, 720],
    [45_000.25, 360],
    [1405, 845],
    [0, 0],
  ])('%j is minute %d', (cell, minutes) => {
    expect(parseTime(cell)).toBe(minutes);
  });

  test.each(['', 'N.D.', '25:00', '12:60', '12:30:99', '13:00 am', 'noon', '2023-01-31', '-', '99', '1.5', '2,75', -0.5, Number.NaN, 'x'.repeat(100)])(
    '%j is none',
    (cell) => {
      expect(parseTime(cell)).toBeNull();
    },
  );

  test('every minute of the day comes back from its clock', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => {
        const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
        expect(parseTime(clock)).toBe(minutes);
        expect(parseTime(`2023-05-01T${clock}:00Z`)).toBe(minutes);
        expect(parseTime(minutes / 1440)).toBe(minutes);
        expect(parseTime(new Date(Date.UTC(2023, 0, 1, 0, minutes)).toLocaleTimeString('en-US', { timeZone: 'UTC' }))).toBe(minutes);
      }),
    );
  });
});
