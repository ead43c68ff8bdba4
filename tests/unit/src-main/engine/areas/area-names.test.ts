import { describe, expect, test } from 'vitest';
import { isSafelySame, nameDistance, nameForms, nameSimilarity } from '#main/engine/areas/area-names.ts';
import { fc } from '../../../../property-cases.ts';

const common = new Set(['colonia', 'de', 'la', 'ward']);
const word = fc.stringMatching(/^[a-z]{1,12}$/);
const names = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));

describe('the distance of two names', () => {
  test('counts letters put in, left out, changed and swapped with a neighbour', () => {
    expect(nameDistance('centro', 'centro')).toBe(0);
    expect(nameDistance('centro', 'centr')).toBe(1);
    expect(nameDistance('centro', 'cemtro')).toBe(1);
    expect(nameDistance('centro', 'cnetro')).toBe(1);
    expect(nameDistance('', 'abc')).toBe(3);
  });

  test('a lost letter stands for any one letter', () => {
    expect(nameDistance('zu\uFFFDiga', 'zuniga')).toBe(0);
    expect(nameDistance('zu\uFFFDiga', 'zuiga')).toBe(1);
  });

  test('is the same both ways, zero only for equals, and never more than the longer name', () => {
    fc.assert(
      fc.property(names, names, (a, b) => {
        const distance = nameDistance(a, b);
        expect(distance).toBe(nameDistance(b, a));
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
        expect(nameSimilarity(a, b)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('names that may be taken for the same without asking', () => {
  test.each([
    ['cuahtemoc', 'cuauhtemoc'],
    ['agricola pantitlan', 'agricola pantitlán'.normalize('NFD').replace(/\p{M}/gu, '')],
    ['kwa mashu', 'kwamashu'],
    ['zu\uFFFDiga', 'zuniga'],
    ['santa catarina yecahuitzotl', 'santa catarina yecahuizotl'],
  ])('%s = %s', (a, b) => {
    expect(isSafelySame(a, b)).toBe(true);
  });

  test.each([
    ['2da seccion', '1ra seccion'],
    ['sector 1', 'sector 2'],
    ['roma norte', 'roma sur'],
    ['etapa ii', 'etapa iii'],
    ['bloque a', 'bloque b'],
    ['mayo', 'gayo'],
    ['rosa', 'rosas'],
    ['centro', 'centro norte'],
    ['morelos', 'hidalgo'],
  ])('%s ≠ %s', (a, b) => {
    expect(isSafelySame(a, b)).toBe(false);
  });

  test('it is the same both ways, and never joins names that differ in a figure', () => {
    fc.assert(fc.property(names, names, (a, b) => isSafelySame(a, b) === isSafelySame(b, a)));
    fc.assert(
      fc.property(
        names,
        fc.integer({ min: 0, max: 99 }),
        fc.integer({ min: 0, max: 99 }),
        (name, a, b) => isSafelySame(`${name} ${a}`, `${name} ${b}`) === (a === b),
      ),
    );
  });
});

test('common words fall away, but never the whole name', () => {
  expect(nameForms('Colonia de la Paz', common)).toMatchObject({ plain: 'colonia de la paz', core: 'paz' });
  expect(nameForms('Ward 12', common).core).toBe('12');
  expect(nameForms('La Colonia', common).core).toBe('la colonia');
});
