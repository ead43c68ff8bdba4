import { describe, expect, test } from 'vitest';
import { matches, wholeRegister } from '#renderer/stages/stakeholders/register/register-filter.ts';
import { plainWords } from '#shared/domain/plain-words.ts';
import type { Stakeholder } from '#shared/domain/stakeholders.ts';
import { standingOf } from '#shared/methods/standings.ts';

const body = (patch: Partial<Stakeholder>): Stakeholder => ({
  ...standingOf('a', []),
  ...{ name: 'Fundación Puente', sector: 'civil-society', kind: 'organisation', mandate: 'Mediation', represents: ['youth'], note: '', level: 'district' },
  ...{ areaIds: [], power: null, interest: null, own: null, decidedPlace: '', decidedReason: '' },
  ...patch,
});
const fits = (filter: Partial<typeof wholeRegister>, patch: Partial<Stakeholder> = {}) => matches({ ...wholeRegister, ...filter }, body(patch), plainWords);

describe('the narrowed register', () => {
  test('everybody fits where nothing is asked', () => {
    expect(fits({})).toBe(true);
  });

  test('words are found without accents, in any order, in the mandate too', () => {
    expect(fits({ text: 'puente fundacion' })).toBe(true);
    expect(fits({ text: 'mediat' })).toBe(true);
    expect(fits({ text: 'police' })).toBe(false);
  });

  test('a body without areas serves each area', () => {
    expect(fits({ areaId: 'x' })).toBe(true);
    expect(fits({ areaId: 'x' }, { areaIds: ['y'] })).toBe(false);
    expect(fits({ areaId: 'y' }, { areaIds: ['y'] })).toBe(true);
  });

  test('level, voice and place', () => {
    expect([fits({ level: 'district' }), fits({ level: 'city' }), fits({ level: 'none' }), fits({ level: 'none' }, { level: '' })]).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect([fits({ group: 'youth' }), fits({ group: 'women' })]).toEqual([true, false]);
    expect([fits({ place: 'not-rated' }), fits({ place: 'watch' })]).toEqual([true, false]);
  });
});
