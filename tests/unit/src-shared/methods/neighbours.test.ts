import { describe, expect, test } from 'vitest';
import { flatNeighbours, gridNeighbours } from '#shared/methods/neighbours.ts';
import { fc } from '../../../property-cases.ts';

const cells = fc.uniqueArray(fc.record({ column: fc.integer({ min: -8, max: 8 }), row: fc.integer({ min: -8, max: 8 }) }), {
  selector: ({ column, row }) => `${column} ${row}`,
  maxLength: 60,
});

describe('who neighbours whom', () => {
  test('a cell amid a sea has none; the middle of a block has eight squares or six hexagons around it', () => {
    const block = [-1, 0, 1].flatMap((row) => [-1, 0, 1].map((column) => ({ column, row })));
    expect([...gridNeighbours('square', [{ column: 5, row: 5 }]).list]).toEqual([]);
    const middle = (shape: 'square' | 'hexagon') => {
      const { starts } = gridNeighbours(shape, block);
      return (starts[5] ?? 0) - (starts[4] ?? 0);
    };
    expect([middle('square'), middle('hexagon')]).toEqual([8, 6]);
  });
  test('is mutual, and neighbouring hexagons are one width apart', () => {
    fc.assert(
      fc.property(cells, fc.constantFrom('square' as const, 'hexagon' as const), (list, shape) => {
        const { starts, list: flat } = gridNeighbours(shape, list);
        const of = (place: number) => [...flat.slice(starts[place], starts[place + 1])];
        for (const [place, cell] of list.entries()) {
          for (const other of of(place)) {
            expect(of(other)).toContain(place);
            const there = list[other];
            if (!there || shape === 'square') continue;
            const shift = (row: number) => (row % 2 === 0 ? 0 : 0.5);
            const across = there.column + shift(there.row) - cell.column - shift(cell.row);
            expect(Math.hypot(across, (there.row - cell.row) * (Math.sqrt(3) / 2))).toBeCloseTo(1, 9);
          }
        }
      }),
    );
  });
  test('flat lists keep their order', () =>
    expect(flatNeighbours([[1, 2], [], [0]])).toEqual({ starts: new Int32Array([0, 2, 2, 3]), list: new Int32Array([1, 2, 0]) }));
});
