import { describe, expect, test } from 'vitest';
import { ForeignFileError } from '#main/imports/foreign-file-error.ts';
import { systemOfDefinition, systemOfText, utmZoneAt } from '#main/imports/maps/coordinate-system.ts';
import { readContent } from '../foreign-files.ts';

/** A place in Mexico City in UTM zone 14 north, computed apart with the series of Krüger as given by Karney (2011). */
const zocalo = { x: 486_017.331, y: 2_148_700.22, longitude: -99.1332, latitude: 19.4326 };
const prj =
  'PROJCS["WGS_1984_UTM_Zone_14N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["Degree",0.017453292519943295]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",-99],PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["Meter",1],AUTHORITY["EPSG","32614"]]';

describe('a coordinate system', () => {
  test.each([
    ['EPSG:32614', 'EPSG:32614', 'WGS 84 / UTM zone 14N'],
    ['32614', 'EPSG:32614', 'WGS 84 / UTM zone 14N'],
    ['urn:ogc:def:crs:EPSG::32614', 'EPSG:32614', 'WGS 84 / UTM zone 14N'],
    ['http://www.opengis.net/def/crs/EPSG/0/32614', 'EPSG:32614', 'WGS 84 / UTM zone 14N'],
    ['+proj=utm +zone=14 +datum=WGS84 +units=m', '+proj=utm +zone=14 +datum=WGS84 +units=m', '+proj=utm +zone=14 +datum=WGS84 +units=m'],
    [prj, 'EPSG:32614', 'WGS 1984 UTM Zone 14N'],
  ])('may be named as %s', async (text, code, name) => {
    const system = await systemOfText(text, 'a.csv');
    expect(system).toMatchObject({ code, name });
    const [longitude = 0, latitude = 0] = system.toDegrees(zocalo.x, zocalo.y) ?? [];
    expect(longitude).toBeCloseTo(zocalo.longitude, 7);
    expect(latitude).toBeCloseTo(zocalo.latitude, 7);
  });

  test('of rarer codes is looked up in the list', async () => {
    // Amersfoort / RD New: the tower of Amersfoort is its origin.
    const dutch = await systemOfText('EPSG:28992', 'a.csv');
    const [longitude = 0, latitude = 0] = dutch.toDegrees(155_000, 463_000) ?? [];
    expect(longitude).toBeCloseTo(5.387, 2);
    expect(latitude).toBeCloseTo(52.155, 2);
    expect((await systemOfText('EPSG:5367', 'a.csv')).toDegrees(500_000, 1_100_000)?.[0]).toBeCloseTo(-84, 3);
  });

  test.each(['EPSG:999999', 'our own grid', 'PROJCS["x",PROJECTION["None_Such"]]', '+proj=nothing', 'GEOGCS["broken'])('%s is refused', async (text) => {
    await expect(systemOfText(text, 'a.csv')).rejects.toBeInstanceOf(ForeignFileError);
  });

  test('in degrees near WGS 84 changes nothing', () => {
    const magna =
      'GEOGCS["MAGNA-SIRGAS",DATUM["Marco_Geocentrico_Nacional_de_Referencia",SPHEROID["GRS 1980",6378137,298.257222101]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4686"]]';
    expect(systemOfDefinition(magna, 'a').toDegrees(-75.5, 6.2)).toEqual([-75.5, 6.2]);
  });

  test('gives nothing for what is no place', async () => {
    const { toDegrees } = await systemOfText('EPSG:32614', 'a.csv');
    for (const [x, y] of [
      [Number.NaN, 1],
      [Number.POSITIVE_INFINITY, 0],
      [1e30, 1e30],
    ])
      expect(toDegrees(x ?? 0, y ?? 0)).toBeNull();
  });

  test.each([
    [-99.13, 19.43, 32614],
    [31, -29.85, 32736],
    [179.99, 1, 32660],
    [180, -1, 32760],
  ])('the UTM zone at %s, %s is EPSG:%s', (longitude, latitude, code) => expect(utmZoneAt(longitude, latitude)).toBe(code));

  test('a person chooses comes before the one a file states', async () => {
    const metres = { type: 'Feature', properties: { name: 'A' }, geometry: { type: 'Point', coordinates: [zocalo.x, zocalo.y] } };
    const map = (crs?: string) =>
      JSON.stringify({ type: 'FeatureCollection', features: [metres], ...(crs && { crs: { type: 'name', properties: { name: crs } } }) });
    const stated = await readContent(map('urn:ogc:def:crs:EPSG::32614'));
    expect(stated.coordinateSystem).toEqual({ code: 'EPSG:32614', name: 'WGS 84 / UTM zone 14N', from: 'file' });
    const chosen = await readContent(map('urn:ogc:def:crs:EPSG::32615'), { coordinateSystem: 'EPSG:32614' });
    expect(chosen.coordinateSystem).toMatchObject({ code: 'EPSG:32614', from: 'chosen' });
    expect(chosen.guesses).toEqual([]);
    expect(chosen.rows[0]?.point?.[0]).toBeCloseTo(zocalo.longitude, 7);
    const silent = await readContent(map());
    expect(silent.coordinateSystem?.from).toBe('values');
    expect(silent.rows[0]).not.toHaveProperty('point');
  });
});
