import { describe, expect, test } from 'vitest';
import { type BalanceKind, balanceKinds } from '#shared/domain/workshops.ts';
import { balanceOf, formTables, type Seated, unevenness } from '#shared/methods/form-groups.ts';
import { fc } from '../../../property-cases.ts';

const person = (id: string, says: Seated['says'] = {}): Seated => ({ id, says });
const people = fc
  .array(fc.record({ gender: fc.option(fc.constantFrom('woman', 'man')), institution: fc.option(fc.constantFrom('a', 'b', 'c', 'd')) }), { maxLength: 60 })
  .map((list) => list.map((says, index) => person(`p${index}`, Object.fromEntries(Object.entries(says).filter(([, value]) => value !== null)))));
const seed = fc.nat(999);
const count = fc.integer({ min: 1, max: 9 });
const kinds = fc.subarray([...balanceKinds]);
const seatedAs = (list: readonly Seated[], tables: readonly (readonly string[])[]) =>
  tables.map((ids) => ids.map((id) => list.find((one) => one.id === id) as Seated));

describe('forming tables', () => {
  test('everybody sits at exactly one table, and sizes differ by at most one', () => {
    fc.assert(
      fc.property(people, count, kinds, seed, (list, tables, balance, number) => {
        const formed = formTables(list, tables, balance, number);
        expect(formed).toHaveLength(tables);
        expect(formed.flat().sort()).toEqual(list.map(({ id }) => id).sort());
        const sizes = formed.map((table) => table.length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('balanced is never less even than random with the same number', () => {
    fc.assert(
      fc.property(people, count, kinds, seed, (list, tables, balance, number) => {
        const even = (how: readonly BalanceKind[]) => unevenness(seatedAs(list, formTables(list, tables, how, number)), balance);
        expect(even(balance)).toBeLessThanOrEqual(even([]) + 1e-9);
      }),
    );
  });

  test('the same list and number seat the same way, in whatever order the list stands', () => {
    fc.assert(
      fc.property(people, count, kinds, seed, (list, tables, balance, number) => {
        expect(formTables(list.toReversed(), tables, balance, number)).toEqual(formTables(list, tables, balance, number));
      }),
    );
  });

  test('another number seats another way', () => {
    const list = Array.from({ length: 20 }, (_, index) => person(`p${index}`));
    expect(formTables(list, 4, [], 1)).not.toEqual(formTables(list, 4, [], 2));
  });

  test('twelve women and twelve men at four tables: three of each everywhere', () => {
    const list = Array.from({ length: 24 }, (_, index) => person(`p${index}`, { gender: index < 12 ? 'woman' : 'man' }));
    const tables = seatedAs(list, formTables(list, 4, ['gender'], 5));
    expect(balanceOf(tables, ['gender'])).toEqual([
      { kind: 'gender', value: 'man', fewest: 3, most: 3, total: 12, isEven: true },
      { kind: 'gender', value: 'woman', fewest: 3, most: 3, total: 12, isEven: true },
    ]);
  });

  test('two bodies of four people each are not put together', () => {
    const list = Array.from({ length: 8 }, (_, index) => person(`p${index}`, { institution: index < 4 ? 'police' : 'health' }));
    const tables = seatedAs(list, formTables(list, 4, ['institution'], 3));
    expect(balanceOf(tables, ['institution']).every(({ fewest, most }) => fewest === 1 && most === 1)).toBe(true);
  });

  test('an empty list leaves the tables empty', () => {
    expect(formTables([], 3, ['gender'], 1)).toEqual([[], [], []]);
  });
});
