import { describe, expect, test } from 'vitest';
import { arrange, bodySize } from '#renderer/stages/stakeholders/network/arrange.ts';
import { bodiesWithRoom, dotSize, labelSize } from '#renderer/stages/stakeholders/network/legible.ts';
import { tieLine } from '#renderer/stages/stakeholders/network/tie-line.ts';

const ids = Array.from({ length: 60 }, (_, index) => `Body number ${index}`);
const links = ids.slice(1).map((to, index) => ({ from: ids[Math.floor(index / 4)] ?? '', to }));
const spots = arrange(ids, links);
const counts = new Map(ids.map((id): [string, number] => [id, links.filter(({ from, to }) => from === id || to === id).length]));
const nameOf = (id: string) => id;

describe('names in a crowded drawing of influence', () => {
  test('no name that is shown covers another one or the dot of a body', () => {
    const zoom = 0.25;
    const named = bodiesWithRoom(spots, counts, zoom, nameOf);
    expect(named.size).toBeGreaterThan(5);
    for (const one of spots.filter(({ id }) => named.has(id))) {
      for (const other of spots.filter(({ id }) => id !== one.id)) {
        const size = named.has(other.id) ? labelSize(other.id) : { width: dotSize, height: dotSize };
        const label = labelSize(one.id);
        const isApart =
          Math.abs(one.x - other.x) * zoom >= (label.width + size.width) / 2 || Math.abs(one.y - other.y) * zoom >= (label.height + size.height) / 2;
        expect(isApart, `${one.id} and ${other.id}`).toBe(true);
      }
    }
  });

  test('the nearer the drawing, the more names have room; at its own size all of them', () => {
    const sizes = [0.2, 0.4, 1].map((zoom) => bodiesWithRoom(spots, counts, zoom, nameOf).size);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    expect(sizes.at(-1)).toBe(ids.length);
  });

  test('of two bodies in one place the one with more ties is named; no bodies are no trouble', () => {
    const near = [
      { id: 'a', x: 0, y: 0 },
      { id: 'b', x: 30, y: 0 },
    ];
    const ties = new Map([
      ['a', 1],
      ['b', 4],
    ]);
    // Where dots stand apart but names do not.
    expect(
      bodiesWithRoom(
        near.map((spot) => ({ ...spot, x: spot.x * 4 })),
        ties,
        0.3,
        nameOf,
      ),
    ).toEqual(new Set(['b']));
    expect(bodiesWithRoom([], ties, 0.3, nameOf).size).toBe(0);
  });

  test('a line ends at the edge of what is drawn, so that its arrow is seen', () => {
    const [from, to] = [
      { x: 0, y: 0 },
      { x: 1000, y: 0 },
    ];
    const small = { width: 40, height: 40 };
    expect(tieLine(from, to, 0).path.endsWith(` ${1000 - 7} ${bodySize.height / 2}`)).toBe(true);
    expect(tieLine(from, to, 0, { from: small, to: small }).path.endsWith(` ${1000 + bodySize.width / 2 - 20 - 7} ${bodySize.height / 2}`)).toBe(true);
  });
});
