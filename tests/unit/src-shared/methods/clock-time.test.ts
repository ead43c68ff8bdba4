import { describe, expect, test } from 'vitest';
import { clockTime } from '#shared/methods/clock-time.ts';

describe('a time of day, however it is written', () => {
  test.each([
    ['14:30', '14:30'],
    ['2.30 p.m.', '14:30'],
    ['2:30 PM', '14:30'],
    ['12 am', '00:00'],
    ['12 p. m.', '12:00'],
    ['9', '09:00'],
    ['14h30', '14:30'],
    ['16h', '16:00'],
    ['16.00 hrs', '16:00'],
    ['٢:٣٠ م', '14:30'],
    ['٩ صباحًا', '09:00'],
    ['', ''],
  ])('%j is %j', (text, time) => {
    expect(clockTime(text)).toBe(time);
  });

  test.each(['25:00', '12:75', '14:30 pm', 'noon', '9 to 5', '0 am'])('%j is none', (text) => {
    expect(clockTime(text)).toBeNull();
  });
});
