import { describe, expect, test } from 'vitest';
import { readContent, refusalOf } from '../foreign-files.ts';
import { zipOf } from '../zip-files.ts';

const kml = (inside: string, head = '<?xml version="1.0" encoding="UTF-8"?>') =>
  `${head}<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>City</name>${inside}</Document></kml>`;
const ring = (x: number, y: number, size = 1) =>
  `<LinearRing><coordinates>${x},${y},0 ${x + size},${y},0\n ${x + size},${y + size},0 ${x},${y + size},0 ${x},${y},0</coordinates></LinearRing>`;
const polygon = (x: number, y: number, hole = '') => `<Polygon><outerBoundaryIs>${ring(x, y)}</outerBoundaryIs>${hole}</Polygon>`;
const wards = kml(`
  <Folder><name>Wards</name>
    <Placemark><name>Centro</name><description><![CDATA[<b>Old</b> town]]></description>
      <ExtendedData><Data name="code"><value>09</value></Data><SchemaData schemaUrl="#a"><SimpleData name="people">1 200</SimpleData></SchemaData></ExtendedData>
      ${polygon(-99, 19, `<innerBoundaryIs>${ring(-98.8, 19.2, 0.2)}</innerBoundaryIs>`)}
    </Placemark>
    <Folder><name>Hills</name><Placemark><name>Norte</name><MultiGeometry>${polygon(0, 0)}${polygon(5, 5)}</MultiGeometry></Placemark></Folder>
  </Folder>
  <Folder><name>Stations</name><Placemark><name>A</name><Point><coordinates>-99.1,19.4,2240</coordinates></Point></Placemark></Folder>
  <Placemark><name>Line 1</name><LineString><coordinates>0,0 1,1</coordinates></LineString></Placemark>`);

describe('KML', () => {
  test('gives a row for each placemark, with extended data and folders', async () => {
    const table = await readContent(wards, {}, 'wards.kml');
    expect(table.reading.format).toBe('kml');
    expect(table.coordinateSystem).toEqual({ code: 'EPSG:4326', name: 'WGS 84', from: 'file' });
    expect(table.columns).toEqual(['name', 'description', 'code', 'people', 'folder']);
    expect(table.cells).toEqual([
      ['Centro', 'Old town', '09', '1 200', 'Wards'],
      ['Norte', '', '', '', 'Wards / Hills'],
      ['A', '', '', '', 'Stations'],
      ['Line 1', '', '', '', ''],
    ]);
    expect(table.rows[0]?.boundary).toMatchObject({ type: 'Polygon' });
    expect(table.rows[0]?.boundary?.coordinates).toHaveLength(2);
    expect(table.rows[1]?.boundary).toMatchObject({ type: 'MultiPolygon' });
    expect(table.rows[2]?.point).toEqual([-99.1, 19.4]);
    expect(table.rows[3]).not.toHaveProperty('boundary');
  });

  test('may be zipped as KMZ, also beside pictures, and lie in another encoding', async () => {
    const kmz = zipOf([
      { name: 'doc.kml', content: wards },
      { name: 'files/other.kml', content: '<kml/>' },
      { name: 'files/icon.png', content: 'x' },
    ]);
    expect((await readContent(kmz, {}, 'wards.kmz')).cells).toHaveLength(4);
    const latin = Buffer.from(kml('<Placemark><name>Peñón</name></Placemark>', '<?xml version="1.0" encoding="ISO-8859-1"?>'), 'latin1');
    expect((await readContent(latin)).cells).toEqual([['Peñón']]);
    const wide = Buffer.from(`\ufeff${kml('<Placemark><name>حي</name></Placemark>', '<?xml version="1.0" encoding="UTF-16"?>')}`, 'utf16le');
    expect((await readContent(wide)).cells).toEqual([['حي']]);
  });

  test('may use a prefix for its elements', async () => {
    const text = '<?xml version="1.0"?><k:kml xmlns:k="http://www.opengis.net/kml/2.2"><k:Placemark><k:name>A</k:name></k:Placemark></k:kml>';
    expect((await readContent(text)).cells).toEqual([['A']]);
  });

  test.each<[string, string, string]>([
    ['without a placemark', kml(''), 'file/empty'],
    ['that breaks off', wards.slice(0, 900), 'file/damaged'],
    ['with entities of its own', kml('<Placemark><name>&lol;</name></Placemark>', '<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY lol "lol">]>'), 'file/damaged'],
    ['nested without end', kml('<Folder>'.repeat(300)), 'file/damaged'],
  ])('%s is refused', async (_, text, code) => {
    expect((await refusalOf(text, {}, 'a.kml'))?.code).toBe(code);
  });

  test('a ring that is no place gives no boundary', async () => {
    const table = await readContent(
      kml(`<Placemark><name>A</name>${polygon(500_000, 2_000_000)}</Placemark><Placemark><name>B</name>${polygon(0, 0).replace('0,0,0', 'NaN,0')}</Placemark>`),
    );
    expect(table.rows.map(({ boundary }) => boundary)).toEqual([undefined, undefined]);
  });
});
