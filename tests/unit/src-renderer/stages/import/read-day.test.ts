import { describe, expect, it } from 'vitest';
import { readDay } from '#renderer/stages/import/values/read-day.ts';

describe('how a day written in figures reads in an order', () => {
  it('reads the same figures differently in each order', () => {
    expect(readDay('03/04/2024', 'dmy')).toBe('2024-04-03');
    expect(readDay('03/04/2024', 'mdy')).toBe('2024-03-04');
    expect(readDay('03/04/2024', 'ymd')).toBeNull();
  });

  it('passes over a time behind the day', () => {
    expect(readDay('2023-12-31T23:59:00Z', 'ymd')).toBe('2023-12-31');
    expect(readDay('31.12.2023 08:00', 'dmy')).toBe('2023-12-31');
  });

  it('knows no day that does not exist, and none in words', () => {
    expect(readDay('31/02/2024', 'dmy')).toBeNull();
    expect(readDay('13/13/2024', 'mdy')).toBeNull();
    expect(readDay('next Monday', 'dmy')).toBeNull();
  });
});
