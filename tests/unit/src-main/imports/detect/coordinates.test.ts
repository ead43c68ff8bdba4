import { describe, expect, test } from 'vitest';
import { parseCoordinate, parsePoint } from '#main/imports/detect/coordinates.ts';

describe('a coordinate', () => {
  test.each<[string | number, number]>([
    ['-99.1332', -99.1332],
    [486_017.33, 486_017.33],
    ['2148700.22', 2_148_700.22],
    [`19° 25' 57.36" N`, 19.4326],
    ['19°25′57.36″N', 19.4326],
    ['99º 07\' 59,52" O', -99.1332],
    ['99 7 59.52 W', -99.1332],
    ['-99:07:59.52', -99.1332],
    ['N 19.4326', 19.4326],
    ['99.1332W', -99.1332],
    ["S29°51'", -29.85],
    ['19d25m57.36s', 19.4326],
    ["٣٠° ٠٢' N", 30 + 2 / 60],
  ])('%s is %s', (cell, value) => expect(parseCoordinate(cell, '.')).toBeCloseTo(value, 8));

  test.each(['', 'N.D.', 'here', "19° 65' N", '200° N', 'N 19 S', '12 30', '19.43 -99.13', '-'.repeat(60), 'Infinity', 'NaN'])('«%s» is none', (cell) =>
    expect(parseCoordinate(cell, '.')).toBeNull(),
  );

  test('follows the decimal mark', () => expect(parseCoordinate('-75,5636', ',')).toBe(-75.5636));
});

describe('a point in one cell', () => {
  test.each<[string, [number, number]]>([
    ['POINT(-99.13 19.43)', [-99.13, 19.43]],
    ['SRID=4326;POINT Z (-99.13 19.43 2240)', [-99.13, 19.43]],
    ['{"type":"Point","coordinates":[-99.13,19.43]}', [-99.13, 19.43]],
    ['(19.43, -99.13)', [-99.13, 19.43]],
    ['19.43,-99.13', [-99.13, 19.43]],
  ])('%s', (cell, point) => expect(parsePoint(cell)).toEqual(point));

  test.each(['POINT EMPTY', 'POINT(a b)', 'POLYGON((0 0,1 1,1 0,0 0))', 'POINT(NaN 1)', '5', 'Centro'])('«%s» is none', (cell) =>
    expect(parsePoint(cell)).toBeNull(),
  );
});
