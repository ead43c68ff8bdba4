import { describe, expect, it } from 'vitest';
import { ringsOf, tapRows } from '#main/room/ballots/map-taps.ts';

const area = (id: string, path: string) => ({ id, name: id, path, x: 0, y: 0 });

describe('Outlines', () => {
  it('are read whether absolute or relative', () => {
    const square = [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
    ];
    for (const path of ['M0 0L10 0L10 10L0 10Z', 'M0,0 10,0 10,10 0,10z', 'M0 0H10V10H0Z', 'm0 0h10v10h-10z', 'M0 0l10 0 0 10-10 0Z'])
      expect(ringsOf(path), path).toEqual([square]);
    expect(ringsOf('m1 1h1v1zm5 5h1v1z').map((ring) => ring[0])).toEqual([
      [1, 1],
      [6, 6],
    ]);
  });
});

describe('Squares to tap', () => {
  it('belong to the area under their middle, and join along a row', () => {
    const places = { width: 40, height: 20, areas: [area('west', 'M0 0H20V20H0Z'), area('east', 'M20 0H40V10H20Z')] };
    expect(tapRows(places, 4)).toEqual([
      [
        { area: 0, columns: 2 },
        { area: 1, columns: 2 },
      ],
      [
        { area: 0, columns: 2 },
        { area: null, columns: 2 },
      ],
    ]);
  });

  it('leave holes open', () => {
    const places = { width: 50, height: 50, areas: [area('ring', 'M0 0H50V50H0ZM20 20H30V30H20Z')] };
    expect(tapRows(places, 5)[2]).toEqual([
      { area: 0, columns: 2 },
      { area: null, columns: 1 },
      { area: 0, columns: 2 },
    ]);
  });

  it('fill every row from side to side', () => {
    const places = { width: 720, height: 500, areas: [area('one', 'M100 100L600 120L400 480Z')] };
    for (const row of tapRows(places, 28)) expect(row.reduce((sum, { columns }) => sum + columns, 0)).toBe(28);
  });
});
