import { describe, expect, test } from 'vitest';
import { type FamilyCell, type FamilyPlace, hideAlongside } from '#shared/methods/indicator-families.ts';
import { fc } from '../../../property-cases.ts';

const smallest = 5;
const isSmall = (count: number) => count > 0 && count < smallest;

function cell(name: string, areaId: string | null, breakdown: string, counted: number, asked: number): FamilyCell {
  const others = asked - counted;
  return { key: name, family: 'f', areaId, breakdown, counted, others, smallest, isHidden: isSmall(counted) || isSmall(others) };
}
const hiddenBeside = (cells: readonly FamilyCell[], places: ReadonlyMap<string, FamilyPlace> = new Map()) => [...hideAlongside(cells, places)].sort();

describe('groups of people beside everybody', () => {
  test('women and everybody do not tell the few men', () => {
    expect(hiddenBeside([cell('all', null, '', 210, 900), cell('women', null, 'women', 207, 600), cell('men', null, 'men', 3, 300)])).toEqual(['women']);
  });

  test('nor do they where nobody wrote the men down', () => {
    expect(hiddenBeside([cell('all', null, '', 210, 900), cell('women', null, 'women', 207, 600)])).toEqual(['women']);
    const ages = [cell('young', null, '18–29', 100, 300), cell('middle', null, '30–59', 107, 300)];
    expect(hiddenBeside([cell('all', null, '', 210, 900), ...ages])).toEqual(['middle', 'young']);
  });

  test('the same people asked of the night and of the day are no groups of everybody', () => {
    expect(hiddenBeside([cell('all', null, '', 210, 900), cell('night', null, 'at night', 207, 900)])).toEqual([]);
  });

  test('nothing goes where nothing is small, or where everybody is not printed', () => {
    expect(hiddenBeside([cell('all', null, '', 541, 1196), cell('women', null, 'women', 207, 599), cell('men', null, 'men', 334, 597)])).toEqual([]);
    expect(hiddenBeside([cell('women', null, 'women', 207, 600), cell('men', null, 'men', 3, 300)])).toEqual([]);
  });

  test('another year or wording is another family', () => {
    expect(hiddenBeside([cell('all', null, '', 210, 900), { ...cell('women', null, 'women', 207, 600), family: 'other' }])).toEqual([]);
  });
});

describe('areas beside what is around them', () => {
  const places = new Map<string, FamilyPlace>([
    ['north', { layerId: 'districts', parentId: null }],
    ['south', { layerId: 'districts', parentId: null }],
    ...['n1', 'n2', 'n3', 's1', 's2'].map((id) => [id, { layerId: 'wards', parentId: id.startsWith('n') ? 'north' : 'south' }] as const),
  ]);
  const ward = (id: string, counted: number) => cell(id, id, '', counted, 500);

  test('the fewest, then the smallest go with a hidden one where the city is printed', () => {
    const wards = [ward('n1', 3), ward('n2', 30), ward('n3', 12), ward('s1', 40)];
    expect(hiddenBeside([cell('city', null, '', 85, 2000), ...wards], places)).toEqual(['n3']);
    expect(hiddenBeside(wards, places)).toEqual([]);
  });

  test('a ward that protects another one is protected in its own district', () => {
    const wards = [ward('n1', 3), ward('s1', 8), ward('s2', 20), ward('n2', 30)];
    const cells = [cell('city', null, '', 61, 2000), cell('north', 'north', '', 33, 1000), cell('south', 'south', '', 28, 1000), ...wards];
    expect(hiddenBeside(cells, places)).toEqual(['n2', 's1', 's2']);
  });

  test('a district that is hidden for another cannot be added up from its wards', () => {
    const cells = [cell('city', null, '', 34, 2000), cell('north', 'north', '', 4, 1000), cell('south', 'south', '', 30, 1000), ward('s1', 10), ward('s2', 20)];
    expect(hiddenBeside(cells, places)).toEqual(['s1', 's2', 'south']);
  });
});

test('whoever takes printed parts from a printed whole is never left with a small count', () => {
  const counts = fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(counts, fc.boolean(), (parts, areAreas) => {
      const cells = parts.map(([counted, others], place) =>
        cell(`part ${place}`, areAreas ? `a${place}` : null, areAreas ? '' : `group ${place}`, counted, counted + others),
      );
      const sum = (side: 0 | 1) => parts.reduce((total, part) => total + part[side], 0);
      const whole = cell('whole', null, '', sum(0), sum(0) + sum(1));
      const places = new Map(parts.map((_, place) => [`a${place}`, { layerId: 'wards', parentId: null }]));
      const added = hideAlongside([whole, ...cells], places);
      const printed = [whole, ...cells].filter((one) => !one.isHidden && !added.has(one.key));
      if (!printed.includes(whole)) return;
      const rest = cells.filter((one) => !printed.includes(one));
      for (const side of ['counted', 'others'] as const) {
        const left = rest.reduce((total, one) => total + (one[side] ?? 0), 0);
        // Several hidden ones together are no small count; a lone hidden one would be.
        if (rest.some((one) => isSmall(one[side] ?? 0))) expect(rest.length === parts.length || (rest.length > 1 && left >= smallest)).toBe(true);
      }
    }),
  );
});
