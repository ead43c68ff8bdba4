import { describe, expect, it } from 'vitest';
import { parseConditions } from '#main/cli/where.ts';
import { RefusalError } from '#main/engine/refuse.ts';

const parsed = (...typed: string[]) => Object.fromEntries(parseConditions(typed));

describe('--where', () => {
  it('takes several conditions in one word or in several', () => {
    expect(parsed('area=Centro,year=2024')).toEqual({ area: ['Centro'], year: ['2024'] });
    expect(parsed('area=Centro', 'year=2024')).toEqual({ area: ['Centro'], year: ['2024'] });
  });

  it('takes several values of one key', () => {
    expect(parsed('year=2023|2024')).toEqual({ year: ['2023', '2024'] });
    expect(parsed('year=2023,year=2024')).toEqual({ year: ['2023', '2024'] });
  });

  it('leaves commas and equal signs inside names alone', () => {
    expect(parsed('offence=Robo, con violencia,year=2024')).toEqual({ offence: ['Robo, con violencia'], year: ['2024'] });
    expect(parsed('area=A=B')).toEqual({ area: ['A=B'] });
  });

  it('refuses a key that incidents do not have, and a word without a value', () => {
    expect(() => parsed('colour=red')).toThrow(RefusalError);
    expect(() => parsed('Centro')).toThrow(RefusalError);
  });
});
