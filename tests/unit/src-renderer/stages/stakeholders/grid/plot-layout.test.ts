import { describe, expect, test } from 'vitest';
import { layOut, neededHeight, partLines, plotScale } from '#renderer/stages/stakeholders/grid/plot-layout.ts';
import { fc } from '../../../../../property-cases.ts';

const box = { width: 800, height: 600, rem: 16 };
const line = 28;
const half = fc.integer({ min: 2, max: 10 }).map((value) => value / 2);

describe('where marks stand on the field', () => {
  test('a mark alone stands exactly on its medians', () => {
    const [mark] = layOut([{ id: 'a', power: 3, interest: 2 }], box);
    const scale = plotScale(box);
    expect(mark).toMatchObject({ x: scale.x(2), y: scale.y(3), markY: scale.y(3) });
  });

  test('more power is higher, more interest further along the line of writing', () => {
    const scale = plotScale(box);
    expect(scale.y(5)).toBeLessThan(scale.y(1));
    expect(scale.x(5)).toBeGreaterThan(scale.x(1));
  });

  test('two on one place part by one line around it', () => {
    const marks = layOut(
      ['a', 'b'].map((id) => ({ id, power: 3, interest: 3 })),
      box,
    );
    expect((marks[1]?.markY ?? 0) - (marks[0]?.markY ?? 0)).toBe(line);
    expect(((marks[1]?.markY ?? 0) + (marks[0]?.markY ?? 0)) / 2).toBe(marks[0]?.y);
  });

  test('no two marks of a column lie on each other, in any crowd', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ power: half, interest: half }), { maxLength: 40 }), (places) => {
        const marks = layOut(
          places.map((place, index) => ({ id: String(index), ...place })),
          { ...box, height: 4_000 },
        );
        for (const [index, mark] of marks.entries()) {
          for (const other of marks.slice(index + 1)) {
            if (mark.x === other.x) expect(Math.abs(mark.markY - other.markY)).toBeGreaterThanOrEqual(line - 1e-6);
          }
        }
      }),
    );
  });

  test('a field of the height that a crowd needs holds all of its marks', () => {
    const crowd = Array.from({ length: 300 }, (_, index) => ({ id: String(index), power: (index % 5) + 1, interest: ((index * 3) % 5) + 1 }));
    const height = neededHeight(crowd) * box.rem;
    for (const { markY } of layOut(crowd, { ...box, height })) {
      expect(markY).toBeGreaterThan(0);
      expect(markY).toBeLessThan(height);
    }
  });

  test('a name ends before the next mark beside it', () => {
    const marks = layOut(
      [
        { id: 'a', power: 3, interest: 2 },
        { id: 'b', power: 3, interest: 3 },
      ],
      box,
    );
    const gap = (marks[1]?.x ?? 0) - (marks[0]?.x ?? 0);
    expect(marks[0]?.labelWidth).toBeLessThan(gap);
  });
});

describe('lines that must part', () => {
  test('keep their order and their ends', () => {
    expect(partLines([10, 10, 10], 10, 0, 100)).toEqual([5, 15, 25]);
    expect(partLines([50, 50], 10, 0, 100)).toEqual([45, 55]);
    expect(partLines([10, 90], 10, 0, 100)).toEqual([10, 90]);
    expect(partLines([98, 99], 10, 0, 100)).toEqual([85, 95]);
    expect(partLines([], 10, 0, 100)).toEqual([]);
  });
});
