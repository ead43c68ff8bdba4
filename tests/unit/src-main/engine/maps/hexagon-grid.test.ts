import { describe, expect, it } from 'vitest';
import { polygonsOf, surfaceKm2 } from '#main/engine/areas/geodesy.ts';
import { cellsOfCity } from '#main/engine/maps/city-cells.ts';
import { HexagonGrid, LocalMetres } from '#main/engine/maps/hexagon-grid.ts';
import type { Boundary, Position } from '#shared/domain/geometry.ts';
import { fc } from '../../../../property-cases.ts';

const box = (west: number, south: number, east: number, north: number): Boundary => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});

describe('metres about a place', () => {
  it('lead back to the degrees they came from', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -70, max: 70, noNaN: true }),
        fc.double({ min: -0.3, max: 0.3, noNaN: true }),
        fc.double({ min: -0.3, max: 0.3, noNaN: true }),
        (latitude, x, y) => {
          const metres = new LocalMetres([10, latitude]);
          const there: Position = [10 + x, latitude + y];
          const [longitude, back] = metres.degrees(metres.place(there));
          expect(longitude).toBeCloseTo(there[0], 6);
          expect(back).toBeCloseTo(there[1], 6);
        },
      ),
    );
  });

  it('give a degree of longitude at 60° north half its length at the equator', () => {
    expect(new LocalMetres([0, 0]).east(1)).toBeCloseTo(111_319.5, 0);
    expect(new LocalMetres([0, 60]).east(1)).toBeCloseTo(55_800, -2);
  });
});

describe('the honeycomb', () => {
  const anywhere = fc.double({ min: -50_000, max: 50_000, noNaN: true });
  it('gives every point the cell whose middle is nearest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 5000 }), anywhere, anywhere, (width, east, north) => {
        const grid = new HexagonGrid(width);
        const { column, row } = grid.cellAt(east, north);
        const distanceTo = (c: number, r: number) => Math.hypot(grid.middleOf(c, r)[0] - east, grid.middleOf(c, r)[1] - north);
        const own = distanceTo(column, row);
        for (let r = row - 2; r <= row + 2; r += 1) for (let c = column - 2; c <= column + 2; c += 1) expect(own).toBeLessThanOrEqual(distanceTo(c, r) + 1e-6);
        expect(own).toBeLessThanOrEqual(width / Math.sqrt(3) + 1e-6);
      }),
    );
  });

  it('finds a middle in its own cell, also left of and under the origin', () => {
    const grid = new HexagonGrid(500);
    for (const [column, row] of [
      [0, 0],
      [-3, -5],
      [7, -2],
      [-1, 3],
    ] as const)
      expect(grid.cellAt(...grid.middleOf(column, row))).toEqual({ column, row });
  });
});

describe('cells over a city', () => {
  it.each([0, 19.4, -33.9, 60])('have the same surface on the ground at latitude %d', (latitude) => {
    const { cells, grid } = cellsOfCity([box(10, latitude - 0.1, 10.2, latitude + 0.1)], 1000);
    const surfaces = cells.map((cell) => surfaceKm2(cell.boundary));
    const whole = surfaces.filter((surface) => surface > (grid.surface / 1e6) * 0.996);
    expect(whole.length).toBeGreaterThan(100);
    for (const surface of whole) expect(Math.abs(surface / (grid.surface / 1e6) - 1)).toBeLessThan(0.001);
  });

  it('cover it without gaps or overlaps, cut at its edge', () => {
    const city = box(10, 45, 10.12, 45.08);
    const { cells } = cellsOfCity([city], 700);
    const sum = cells.reduce((total, cell) => total + surfaceKm2(cell.boundary), 0);
    expect(sum / surfaceKm2(city)).toBeCloseTo(1, 3);
    for (const cell of cells) {
      for (const [longitude, latitude] of polygonsOf(cell.boundary).flat(2) as unknown as Position[]) {
        expect(longitude).toBeGreaterThanOrEqual(10 - 1e-6);
        expect(longitude).toBeLessThanOrEqual(10.12 + 1e-6);
        expect(latitude).toBeGreaterThanOrEqual(45 - 1e-6);
        expect(latitude).toBeLessThanOrEqual(45.08 + 1e-6);
      }
    }
  });

  it('are the same over neighbouring areas as over the two in one, and over overlapping ones', () => {
    const whole = cellsOfCity([box(10, 45, 10.1, 45.1)], 900).cells;
    for (const parts of [
      [box(10, 45, 10.04, 45.1), box(10.04, 45, 10.1, 45.1)],
      [box(10, 45, 10.07, 45.1), box(10.03, 45, 10.1, 45.1)],
    ]) {
      const cells = cellsOfCity(parts, 900).cells;
      expect(cells.map((cell) => cell.id)).toEqual(whole.map((cell) => cell.id));
      for (const [place, cell] of cells.entries()) expect(surfaceKm2(cell.boundary)).toBeCloseTo(surfaceKm2(whole[place]?.boundary ?? cell.boundary), 2);
    }
  });

  it('leave out a lake in the middle', () => {
    const outer = box(10, 45, 10.1, 45.1);
    const lake = box(10.03, 45.03, 10.07, 45.07);
    const city: Boundary = { type: 'Polygon', coordinates: [...polygonsOf(outer).flat(), ...polygonsOf(lake).flat()] };
    const { cells } = cellsOfCity([city], 500);
    const sum = cells.reduce((total, cell) => total + surfaceKm2(cell.boundary), 0);
    expect(sum / (surfaceKm2(outer) - surfaceKm2(lake))).toBeCloseTo(1, 2);
  });

  it('are refused when there would be too many to be seen', () => {
    expect(() => cellsOfCity([box(0, 0, 3, 3)], 200)).toThrow();
  });
});
