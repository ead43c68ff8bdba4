import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { strToU8, unzipSync, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { ImportKind } from '#shared/domain/recipes.ts';
import { dbfOf, geoPackageOf, shpOf, square, wkbOf, zipped } from '../unit/src-main/imports/map-files.ts';
import { workbookOf } from '../unit/src-main/imports/workbooks.ts';
import { zipOf } from '../unit/src-main/imports/zip-files.ts';

/** A file that no honest program writes, or that broke on its way. */
export interface HostileInput {
  readonly name: string;
  readonly kind: ImportKind;
  /** Made when it is needed: some are large. */
  make(): Uint8Array;
}

const realFolder = join(import.meta.dirname, '../../../shared/data');
const MEGABYTE = 1024 ** 2;

/** Whole numbers below a limit, the same for the same seed. */
function randomOf(seed: number): (limit: number) => number {
  const generator = xoroshiro128plus(seed);
  return (limit) => uniformInt(generator, 0, Math.max(0, limit - 1));
}

const temporary = (make: (path: string) => void): Buffer => {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  try {
    const path = join(folder, 'a.gpkg');
    make(path);
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

interface Base {
  readonly name: string;
  readonly kind: ImportKind;
  readonly bytes: Buffer;
}

/** Sound files to break: a piece of each real one, made ones where those are not at hand. */
function soundFiles(): Base[] {
  return existsSync(realFolder) ? realFiles() : madeFiles();
}

function realFiles(): Base[] {
  const read = (path: string) => readFileSync(join(realFolder, path));
  /** Whole lines from the beginning. */
  const cut = (bytes: Buffer) => bytes.subarray(0, bytes.lastIndexOf(10, 200_000) + 1);
  const stations = ['shp', 'dbf', 'prj', 'shx'].map((ending) => [`stations.${ending}`, read(`durban/stations-shapefile/stations.${ending}`)]);
  return [
    { name: 'mexico-city.csv', kind: 'incidents', bytes: cut(gunzipSync(read('mexico-city/cdmx_carpetas_2023.csv.gz'))) },
    { name: 'mexico-city.csv.gz', kind: 'incidents', bytes: gzipSync(cut(gunzipSync(read('mexico-city/cdmx_carpetas_2023.csv.gz')))) },
    { name: 'medellin.csv', kind: 'incidents', bytes: cut(read('medellin/medellin_homicides.csv')) },
    { name: 'durban.csv', kind: 'figures', bytes: cut(read('durban/crime-stats.csv')) },
    {
      name: 'ensu.csv',
      kind: 'survey',
      bytes: cut(read('ensu-2015-q4/conjunto_de_datos_cb_ensu_04_2015/conjunto_de_datos/conjunto_de_datos_cb_ensu_04_2015.csv')),
    },
    { name: 'envipe.xlsx', kind: 'figures', bytes: read('envipe-2024/III_denuncia_delito_2024_est.xlsx') },
    { name: 'boroughs.gpkg', kind: 'areas', bytes: read('mexico-city/cdmx_alcaldias.gpkg') },
    { name: 'boroughs.geojson', kind: 'areas', bytes: read('mexico-city/cdmx_alcaldias.converted.geojson') },
    { name: 'stations.zip', kind: 'areas', bytes: Buffer.from(zipped(Object.fromEntries(stations))) },
    { name: 'stations.dbf', kind: 'population', bytes: read('durban/stations-shapefile/stations.dbf') },
    { name: 'population.json', kind: 'population', bytes: read('mexico-city/colonia_population.json') },
    { name: 'canada.csv', kind: 'indicators', bytes: read('sdg-canada/indicator_16-1-1.csv') },
  ];
}

function madeFiles(): Base[] {
  const lines = Array.from(
    { length: 2_000 },
    (_, i) => `2023-0${1 + (i % 9)}-1${i % 10},1${i % 10}:30:00,Barrio ${i % 40},ROBO ${i % 7},${19 + (i % 100) / 1000},${-99 - (i % 90) / 1000}`,
  );
  const csv = Buffer.from(`fecha,hora,colonia,delito,latitud,longitud\n${lines.join('\n')}\n`);
  const rows = Array.from({ length: 300 }, (_, i) => [`Area ${i}`, i, i * 1.5]);
  const squares = Array.from({ length: 30 }, (_, i) => ({ name: `Area ${i}`, ring: square(-99 + i / 10, 19, 0.1) }));
  const features = squares.map(({ name, ring }) => ({ type: 'Feature', properties: { name }, geometry: { type: 'Polygon', coordinates: [ring] } }));
  const shapes = zipped({
    'a.shp': shpOf(
      squares.map(({ ring }) => ({ rings: [ring] })),
      5,
    ),
    'a.dbf': dbfOf(
      [{ name: 'NAME', type: 'C', length: 20 }],
      squares.map(({ name }) => [name]),
    ),
  });
  const gpkg = temporary(
    (path) =>
      void geoPackageOf(path, [
        { name: 'areas', system: 4326, geometryType: 'POLYGON', rows: squares.map(({ name, ring }, i) => [name, i, wkbOf({ polygons: [[ring]] })]) },
      ]),
  );
  return [
    { name: 'incidents.csv', kind: 'incidents', bytes: csv },
    { name: 'incidents.csv.gz', kind: 'incidents', bytes: gzipSync(csv) },
    { name: 'semicolons.csv', kind: 'figures', bytes: Buffer.from(csv.toString().replaceAll(',', ';')) },
    { name: 'latin.csv', kind: 'survey', bytes: iconv.encode(csv.toString().replaceAll('Barrio', 'Peñón'), 'latin1') },
    { name: 'population.json', kind: 'population', bytes: Buffer.from(JSON.stringify(rows.map(([area, population]) => ({ area, population })))) },
    { name: 'areas.geojson', kind: 'areas', bytes: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })) },
    { name: 'areas.zip', kind: 'areas', bytes: Buffer.from(shapes) },
    { name: 'areas.gpkg', kind: 'areas', bytes: gpkg },
    { name: 'figures.xlsx', kind: 'figures', bytes: workbookOf({ Data: { rows: [['area', 'n', 'share'], ...rows] } }) },
    { name: 'figures.xls', kind: 'indicators', bytes: workbookOf({ Data: { rows: [['area', 'n', 'share'], ...rows] } }, 'biff8') },
    { name: 'figures.ods', kind: 'stakeholders', bytes: workbookOf({ Data: { rows: [['area', 'n', 'share'], ...rows] } }, 'ods') },
    {
      name: 'table.dbf',
      kind: 'population',
      bytes: dbfOf(
        [{ name: 'NAME', type: 'C', length: 20 }],
        squares.map(({ name }) => [name]),
      ),
    },
  ];
}

type Break = (bytes: Buffer, random: (limit: number) => number) => Uint8Array;

/** Ways in which a file breaks, or is broken. */
const breaks: Readonly<Record<string, Break>> = {
  'cut short': (bytes, random) => bytes.subarray(0, 1 + random(bytes.length - 1)),
  'cut near its end': (bytes, random) => bytes.subarray(0, bytes.length - 1 - random(Math.min(64, bytes.length - 1))),
  'without its beginning': (bytes, random) => bytes.subarray(1 + random(Math.min(4096, bytes.length - 1))),
  'with flipped bits': (bytes, random) => {
    const broken = Buffer.from(bytes);
    for (let i = 0; i < 1 + bytes.length / 2_000; i++) {
      const at = random(broken.length);
      broken[at] = (broken[at] ?? 0) ^ (1 << random(8));
    }
    return broken;
  },
  'with a hole of zeros': (bytes, random) => {
    const from = random(bytes.length);
    return Buffer.from(bytes).fill(0, from, Math.min(bytes.length, from + 1 + random(8192)));
  },
  'with random bytes': (bytes, random) => {
    const broken = Buffer.from(bytes);
    const from = random(broken.length);
    for (let at = from; at < Math.min(broken.length, from + 1024); at++) broken[at] = random(256);
    return broken;
  },
  shuffled: (bytes, random) => {
    const pieces = Array.from({ length: 16 }, (_, i) => bytes.subarray(Math.floor((i * bytes.length) / 16), Math.floor(((i + 1) * bytes.length) / 16)));
    for (let i = pieces.length - 1; i > 0; i--) {
      const j = random(i + 1);
      [pieces[i], pieces[j]] = [pieces[j] ?? Buffer.alloc(0), pieces[i] ?? Buffer.alloc(0)];
    }
    return Buffer.concat(pieces);
  },
  'with a piece twice': (bytes, random) => {
    const from = random(bytes.length);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(Math.max(0, from - 5000), from), bytes.subarray(Math.max(0, from - 5000))]);
  },
  'with every byte twice': (bytes) => Buffer.from(bytes.subarray(0, 100_000).toString('latin1'), 'utf16le'),
  'read as another encoding': (bytes) => Buffer.from(bytes.subarray(0, 200_000).toString('latin1'), 'utf8'),
  'with its numbers blown up': (bytes) => Buffer.from(bytes.subarray(0, 200_000).toString('latin1').replace(/\d/g, '9'), 'latin1'),
  'with its line ends gone': (bytes) =>
    Buffer.from(
      bytes
        .subarray(0, 200_000)
        .toString('latin1')
        .replace(/[\r\n]/g, ''),
      'latin1',
    ),
};

function brokenFiles(): HostileInput[] {
  return soundFiles().flatMap(({ name, kind, bytes }, base) =>
    Object.entries(breaks).map(([how, change], index) => ({ name: `${how} ${name}`, kind, make: () => change(bytes, randomOf(base * 1000 + index + 1)) })),
  );
}

const incidentHead = 'fecha,hora,colonia,delito,latitud,longitud\n';
const text = (name: string, make: () => string, kind: ImportKind = 'incidents'): HostileInput => ({ name, kind, make: () => Buffer.from(make()) });
const bytes = (name: string, make: () => Uint8Array, kind: ImportKind = 'areas'): HostileInput => ({ name, kind, make });

const hostileTexts: readonly HostileInput[] = [
  text('a million columns.csv', () => `${'a,'.repeat(1_000_000)}a\n${'1,'.repeat(1_000_000)}1\n`),
  text('twenty thousand columns in a later row.csv', () => `a,b\n1,2\n${'1,'.repeat(20_000)}1\n`),
  text('a huge cell.csv', () => `a,b\n1,${'x'.repeat(2_000_000)}\n`),
  text('a cell just small enough.csv', () => `fecha,delito\n2023-01-01,${'x'.repeat(900_000)}\n2023-01-02,y\n`),
  text('a quotation mark never closed.csv', () => `a,b\n1,"${'line\n'.repeat(1_000_000)}`),
  text('quotation marks everywhere.csv', () => `a,b\n${'"",""x"",\n'.repeat(100_000)}`),
  text('nothing but line ends.csv', () => '\r\n'.repeat(500_000)),
  text('nothing but delimiters.csv', () => `${';;;;;;;;\n'.repeat(100_000)}`),
  text('zero bytes.csv', () => `a,b\n${'\0,\0\n'.repeat(10_000)}`),
  text(
    'no place.csv',
    () =>
      `${incidentHead}${['NaN,NaN', 'Infinity,-Infinity', '1e400,-1e400', '1e308,1e308', '-0,0', '0x10,0b1', '९९,१९', ',', '91,181'].map((point) => `2023-01-01,10:00,Centro,ROBO,${point}\n`).join('')}`,
  ),
  text('endless numbers.csv', () => `fecha,delito,cantidad\n2023-01-01,ROBO,${'9'.repeat(100_000)}\n2023-01-01,ROBO,1${'0'.repeat(300)}\n`),
  text(
    'no dates.csv',
    () =>
      `fecha,delito\n${['99999999-99-99', '0000-00-00', '-1-1-1', '2023-02-30', '1'.repeat(5000), 'T'.repeat(5000), '12:00:00:00:00', '32/13/20233'].map((day) => `${day},ROBO\n`).join('')}`,
  ),
  text(
    'spaces without end.csv',
    () =>
      `fecha,delito,longitud,latitud\n${Array.from({ length: 20 }, () => `2023-01-01${' '.repeat(40_000)}12:00,ROBO${' '.repeat(40_000)}x,${'1 '.repeat(20_000)},19\n`).join('')}`,
  ),
  text(
    'degrees without end.csv',
    () => `fecha,delito,longitud,latitud\n${Array.from({ length: 50 }, () => `2023-01-01,ROBO,${"99° 8' ".repeat(2_000)},${'('.repeat(20_000)}\n`).join('')}`,
  ),
  text('names of everything.csv', () => '__proto__,constructor,toString,hasOwnProperty,__proto__\n1,2,3,4,5\n', 'population'),
  text(
    'values of everything.csv',
    () => `fecha,delito,colonia\n${['__proto__', 'constructor', 'toString', 'valueOf'].map((name) => `2023-01-01,${name},${name}\n`).join('')}`,
  ),
  text('commands.csv', () => `fecha,delito\n2023-01-01,"=cmd|' /C calc'!A0"\n2023-01-01,@SUM(1+1)\n2023-01-01,<script>alert(1)</script>\n`),
  text(
    'a new offence in each row.csv',
    () => `fecha,delito,colonia\n${Array.from({ length: 60_000 }, (_, i) => `2023-01-01,Offence ${i},Area ${i}\n`).join('')}`,
  ),
  text(
    'a new date in each row.csv',
    () => `fecha,delito\n${Array.from({ length: 60_000 }, (_, i) => `${1000 + (i % 9000)}-${i % 13}-${i % 32}x${i},ROBO\n`).join('')}`,
  ),
  text(
    'a thousand wide years.csv',
    () => `area,crime,${Array.from({ length: 1000 }, (_, i) => 1900 + i).join(',')}\n${`Centro,ROBO,${'1,'.repeat(999)}1\n`.repeat(200)}`,
    'figures',
  ),
  text('a survey of questions.csv', () => `${Array.from({ length: 1500 }, (_, i) => `p${i}`).join(',')}\n${`${'1,'.repeat(1499)}9\n`.repeat(150)}`, 'survey'),
  text('a delimiter stated wrongly.csv', () => 'sep=\u0000\na,b\n1,2\n'),
  text('arabic digits and marks.csv', () => `التاريخ،الجريمة\n٢٠٢٣-٠١-٠١،سرقة\n\u202e\u200f\u061c،x\n`),
  text('lone halves of letters.csv', () => `fecha,delito\n2023-01-01,\ud800ROBO\udc00\n`),
  text('carriage returns.csv', () => `${incidentHead}2023-01-01,10:00,Centro,ROBO,19,-99\r`.replaceAll('\n', '\r').repeat(2_000)),
  text(
    'polygons without end.csv',
    () => `name,wkt\nA,"POLYGON${'('.repeat(200_000)}"\nB,"POLYGON((${'1 '.repeat(100_000)}))"\nC,"POLYGON((NaN NaN,1 1,2 2,NaN NaN))"\n`,
    'areas',
  ),
  text('an empty file.csv', () => ''),
  text('one letter.csv', () => 'x'),
  text('only a mark.csv', () => '\ufeff'),
  text('many indicators.csv', () => `indicator,value,year\n${'11.7.2,"1,2,3",99999\nx,NaN,-1\n'.repeat(2_000)}`, 'indicators'),
  text('stakeholders of nothing.csv', () => `name,power,interest\n${`${'a'.repeat(5_000)},1e999,-5\n,,\n`.repeat(300)}`, 'stakeholders'),
];

const hostileBytes: readonly HostileInput[] = [
  bytes('half a letter of UTF-16.csv', () => Buffer.from('\ufefffecha,delito\n2023-01-01,x\n', 'utf16le').subarray(0, 49), 'incidents'),
  bytes('UTF-32.csv', () => Buffer.from(Uint32Array.from('\ufefffecha,delito\n2023-01-01,x\n', (letter) => letter.codePointAt(0) ?? 0).buffer), 'incidents'),
  bytes(
    'UTF-7 and UTF-8 mixed.csv',
    () => Buffer.concat([Buffer.from('fecha,delito\n'), ...Array.from({ length: 500 }, () => Buffer.from([0x61, 0xff, 0xfe, 0x2c, 0xc3, 0x28, 0x0a]))]),
    'incidents',
  ),
  bytes(
    'noise',
    () =>
      Buffer.from(
        Array.from(
          { length: 50_000 },
          (
            (random) => () =>
              random(256)
          )(randomOf(7)),
        ),
      ),
    'incidents',
  ),
  bytes(
    'noise of letters.csv',
    () =>
      Buffer.from(
        Array.from(
          { length: 50_000 },
          (
            (random) => () =>
              32 + random(90)
          )(randomOf(8)),
        ),
      ),
    'population',
  ),
  bytes('zeros.bin', () => Buffer.alloc(MEGABYTE), 'population'),
  bytes('a picture.csv', () => Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(5_000, 1)])),
  bytes('a program.csv', () => Buffer.concat([Buffer.from('\x7fELF', 'latin1'), Buffer.alloc(5_000, 1)])),
  bytes('a bomb.csv.gz', () => gzipSync(Buffer.alloc(60 * MEGABYTE, 'a,b\n')), 'incidents'),
  bytes('a bomb of JSON.gz', () => gzipSync(Buffer.alloc(60 * MEGABYTE, '[')), 'population'),
  bytes('a gzip in a gzip.gz', () => gzipSync(gzipSync(Buffer.from('a,b\n1,2\n'))), 'incidents'),
  bytes('a gzip that breaks off.gz', () => gzipSync(Buffer.from('fecha,delito\n2023-01-01,x\n'.repeat(5_000))).subarray(0, 90), 'incidents'),
  bytes(
    'a gzip with another behind it.gz',
    () => Buffer.concat([gzipSync(Buffer.from('fecha,delito\n2023-01-01,x\n')), gzipSync(Buffer.from('2023-01-02,y\n')), Buffer.from('rest')]),
    'incidents',
  ),
];

const deep = (open: string, close: string, times: number, inside = '1') => `${open.repeat(times)}${inside}${close.repeat(times)}`;
const feature = (geometry: string) => `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"A"},"geometry":${geometry}}]}`;

const hostileJson: readonly HostileInput[] = [
  text('lists without end.json', () => deep('[', ']', 500_000), 'population'),
  text('objects without end.json', () => deep('{"a":', '}', 200_000), 'population'),
  text('a row of objects without end.json', () => `[{"area":"x","population":${deep('{"a":', '}', 100_000)}}]`, 'population'),
  text('lists never closed.json', () => '['.repeat(1_000_000), 'population'),
  text('six million lists.json', () => `[${'[],'.repeat(6_000_000)}[]]`, 'population'),
  text('a hundred thousand keys.json', () => `{${Array.from({ length: 100_000 }, (_, i) => `"k${i}":${i}`).join()}}`, 'population'),
  text('a key of its own in each row.json', () => `[${Array.from({ length: 20_000 }, (_, i) => `{"k${i}":1}`).join()}]`, 'population'),
  text('keys of everything.json', () => '[{"__proto__":{"polluted":1},"constructor":{"prototype":{"a":1}},"toString":2},{"hasOwnProperty":1}]', 'population'),
  text('not a number.json', () => '[{"area":"x","population":NaN},{"area":"y","population":Infinity}]', 'population'),
  text('numbers beyond.json', () => '[{"area":"x","population":1e999},{"area":"y","population":-1e999},{"area":"z","population":1e-999}]', 'population'),
  text('a long text.json', () => `[{"area":"${'x'.repeat(20 * MEGABYTE)}","population":1}]`, 'population'),
  text('a half letter.json', () => '[{"area":"\\ud800","population":1}]', 'population'),
  text(
    'collections in collections.geojson',
    () => feature(deep('{"type":"GeometryCollection","geometries":[', ']}', 20_000, '{"type":"Point","coordinates":[0,0]}')),
    'areas',
  ),
  text('coordinates without end.geojson', () => feature(`{"type":"Polygon","coordinates":${deep('[', ']', 200_000, '0')}}`), 'areas'),
  text('no coordinates.geojson', () => feature('{"type":"Polygon","coordinates":[[[null,null],["a","b"],[],[{}],[1e999,1e999]]]}'), 'areas'),
  text(
    'a ring of two hundred thousand.geojson',
    () => feature(`{"type":"Polygon","coordinates":[[${Array.from({ length: 200_000 }, (_, i) => `[${Math.cos(i)},${Math.sin(i)}]`).join()}]]}`),
    'areas',
  ),
  text(
    'a ring that crosses itself.geojson',
    () => feature(`{"type":"Polygon","coordinates":[[${Array.from({ length: 2_000 }, (_, i) => `[${(i * 7919) % 100},${(i * 104_729) % 80}]`).join()}]]}`),
    'areas',
  ),
  text('a ring at the pole.geojson', () => feature('{"type":"Polygon","coordinates":[[[-180,90],[180,90],[180,-90],[-180,-90],[-180,90]]]}'), 'areas'),
  text(
    'ten thousand holes.geojson',
    () => feature(`{"type":"Polygon","coordinates":[${Array.from({ length: 10_000 }, (_, i) => `[[${i % 90},0],[${i % 90},1],[1,1],[${i % 90},0]]`).join()}]}`),
    'areas',
  ),
  text(
    'features of nothing.geojson',
    () => '{"type":"FeatureCollection","features":[null,1,"a",[],{},{"type":"Feature"},{"type":"Feature","properties":7,"geometry":7}]}',
    'areas',
  ),
  text('features that are none.geojson', () => '{"type":"FeatureCollection","features":{"length":1e9}}', 'areas'),
  text(
    'a system of its own.geojson',
    () => `{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"epsg:${'1'.repeat(100_000)}"}},"features":[]}`,
    'areas',
  ),
  text(
    'a system of brackets.geojson',
    () =>
      `{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"${'A['.repeat(50_000)}"}},"features":[{"type":"Feature","properties":{},"geometry":null}]}`,
    'areas',
  ),
  text('lines of broken values.ndjson', () => `{"a":1}\n{"a":2}\n${'{"a":\n'.repeat(50_000)}`, 'population'),
];

const lol = `<!DOCTYPE kml [<!ENTITY a "lol">${Array.from({ length: 12 }, (_, i) => `<!ENTITY a${i} "${`&a${i === 0 ? '' : i - 1};`.repeat(10)}">`).join('')}]>`;
const kmlOf = (inside: string, doctype = '') =>
  `<?xml version="1.0"?>${doctype}<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${inside}</Document></kml>`;
const placemark = (inside: string) => kmlOf(`<Placemark><name>A</name>${inside}</Placemark>`);

const hostileMarkup: readonly HostileInput[] = [
  text('a billion laughs.kml', () => kmlOf('<Placemark><name>&a11;</name></Placemark>', lol), 'areas'),
  text('a file from outside.kml', () => kmlOf('<Placemark><name>&x;</name></Placemark>', '<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), 'areas'),
  text('folders without end.kml', () => kmlOf(`${'<Folder>'.repeat(100_000)}`), 'areas'),
  text('a tag without end.kml', () => `<?xml version="1.0"?><kml ${'a="b" '.repeat(200_000)}`, 'areas'),
  text('a text without end.kml', () => placemark(`<description><![CDATA[${'<b'.repeat(500_000)}`), 'areas'),
  text('a page in a description.kml', () => placemark(`<description><![CDATA[${'<style><style><script>'.repeat(20_000)}]]></description>`), 'areas'),
  text(
    'coordinates of nothing.kml',
    () =>
      placemark('<Polygon><outerBoundaryIs><LinearRing><coordinates>NaN,NaN Infinity,0 ,, x,y 1e999,1</coordinates></LinearRing></outerBoundaryIs></Polygon>'),
    'areas',
  ),
  text(
    'names of everything.kml',
    () =>
      placemark(
        '<ExtendedData><Data name="__proto__"><value>1</value></Data><Data name="constructor"><value>2</value></Data><Data><value>3</value></Data></ExtendedData>',
      ),
    'areas',
  ),
  text(
    'fifty thousand placemarks of their own.kml',
    () =>
      kmlOf(
        Array.from({ length: 50_000 }, (_, i) => `<Placemark><ExtendedData><Data name="k${i}"><value>1</value></Data></ExtendedData></Placemark>`).join(''),
      ),
    'areas',
  ),
  bytes('a picture in a KMZ.kmz', () => zipOf([{ name: 'doc.kml', content: Buffer.from('\x89PNG', 'latin1') }])),
  bytes('a KMZ bomb.kmz', () => zipOf([{ name: 'doc.kml', content: Buffer.alloc(30 * MEGABYTE, ' ') }])),
  text(
    'a table as wide as the world.xls',
    () => `<html><table><tr><td colspan="1000000000">a</td></tr><tr>${'<td>1</td>'.repeat(3_000)}</tr></table></html>`,
    'figures',
  ),
  text('a table in a table.xls', () => `<html>${'<table><tr><td>'.repeat(20_000)}x`, 'figures'),
  text(
    'a sheet far away.xls',
    () =>
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table><Row ss:Index="999999999"><Cell ss:Index="999999999"><Data ss:Type="String">x</Data></Cell></Row></Table></Worksheet></Workbook>',
    'figures',
  ),
];

/** A workbook with one of its parts put in the place of another. */
const workbookWith = (path: string, change: (part: string) => string): Uint8Array => {
  const parts = unzipSync(
    workbookOf({
      Data: {
        rows: [
          ['area', 'n'],
          ['North', 5],
          ['South', 7],
        ],
      },
    }),
  );
  parts[path] = strToU8(change(Buffer.from(parts[path] ?? new Uint8Array()).toString()));
  return zipSync(parts);
};
const sheet = 'xl/worksheets/sheet1.xml';

const hostileArchives: readonly HostileInput[] = [
  bytes(
    'a workbook of laughs.xlsx',
    () => workbookWith('xl/workbook.xml', (part) => part.replace('?>', `?>${lol.replace('kml', 'workbook')}`).replace('Data', '&a11;')),
    'figures',
  ),
  bytes(
    'a workbook far away.xlsx',
    () => workbookWith(sheet, (part) => part.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')),
    'figures',
  ),
  bytes(
    'a workbook beyond its rows.xlsx',
    () => workbookWith(sheet, (part) => part.replace('</sheetData>', '<row r="99999999999"><c r="ZZZZZZZ99999999999"><v>1</v></c></row></sheetData>')),
    'figures',
  ),
  bytes(
    'a workbook of joined cells.xlsx',
    () =>
      workbookWith(sheet, (part) =>
        part.replace(
          '</sheetData>',
          `</sheetData><mergeCells>${Array.from({ length: 20_000 }, (_, i) => `<mergeCell ref="A${i + 1}:XFD${i + 1}"/>`).join('')}</mergeCells>`,
        ),
      ),
    'figures',
  ),
  bytes(
    'a workbook of columns.xlsx',
    () => workbookWith(sheet, (part) => part.replace('</sheetData>', `<row r="9">${'<c><v>1</v></c>'.repeat(100_000)}</row></sheetData>`)),
    'figures',
  ),
  bytes(
    'a workbook bomb.xlsx',
    () =>
      zipOf([
        { name: 'xl/workbook.xml', content: '<x/>' },
        { name: sheet, content: Buffer.alloc(40 * MEGABYTE, '<c/>') },
      ]),
    'figures',
  ),
  bytes(
    'a workbook of sheets.xlsx',
    () =>
      workbookOf(
        Object.fromEntries(
          Array.from({ length: 150 }, (_, i) => [
            `S${i}`,
            {
              rows: [
                ['a', 'b'],
                [1, 2],
              ],
            },
          ]),
        ),
      ),
    'figures',
  ),
  bytes(
    'a workbook of headers.xlsx',
    () => workbookOf({ Data: { rows: Array.from({ length: 3_000 }, (_, i) => (i % 2 === 0 ? ['Area', 'Count', 'Share'] : [`A${i}`, i, i])) } }),
    'figures',
  ),
  bytes(
    'a workbook of gaps.xlsx',
    () =>
      workbookOf({ Data: { rows: Array.from({ length: 3_000 }, (_, i) => (i % 3 === 0 ? [] : i % 3 === 1 ? [`Area ${i}`, `Count ${i}`] : [`A${i}`, i])) } }),
    'figures',
  ),
  bytes('a workbook that is another.xlsx', () => workbookWith(sheet, () => '<html><body>no</body></html>'), 'figures'),
  bytes('a ZIP in a ZIP.zip', () => zipOf([{ name: 'a.zip', content: zipOf([{ name: 'a.csv', content: 'a,b\n1,2\n' }]) }])),
  bytes('a ZIP of ZIPs.zip', () =>
    zipOf(Array.from({ length: 50 }, (_, i) => ({ name: `${i}.zip`, content: zipOf([{ name: 'a.csv', content: Buffer.alloc(100_000, 'a') }]) }))),
  ),
  bytes('a ZIP bomb.zip', () => zipOf([{ name: 'a.csv', content: Buffer.alloc(60 * MEGABYTE, 'a,b\n') }])),
  bytes('a ZIP that lies about its size.zip', () => zipOf([{ name: 'a.csv', content: Buffer.alloc(30 * MEGABYTE, 'a,b\n'), statedSize: 100 }])),
  bytes('a ZIP over itself.zip', () =>
    zipOf([
      { name: 'a.csv', content: Buffer.alloc(MEGABYTE, 'a,b\n') },
      ...Array.from({ length: 200 }, (_, i) => ({ name: `b${i}.csv`, content: Buffer.alloc(MEGABYTE, 'a,b\n'), sameAs: 0 })),
    ]),
  ),
  bytes('a ZIP of three thousand files.zip', () => zipOf(Array.from({ length: 3_000 }, (_, i) => ({ name: `${i}.csv`, content: 'a' })))),
  bytes('a ZIP that climbs.zip', () => zipOf([{ name: '../../etc/cron.d/a.csv', content: 'a,b\n1,2\n' }])),
  bytes('a ZIP with a password.zip', () => zipOf([{ name: 'a.csv', content: 'a,b\n1,2\n', flags: 1 }])),
  bytes('a ZIP without a directory.zip', () => zipOf([{ name: 'a.csv', content: 'a,b\n1,2\n' }]).subarray(0, 40)),
  bytes('a ZIP of the large kind.zip', () => zipOf([{ name: 'a.csv', content: 'a,b\n1,2\n' }], { zip64: true })),
  bytes('a ZIP with a wrong checksum.zip', () => zipOf([{ name: 'a.csv', content: 'a,b\n1,2\n', statedCrc: 1 }])),
];

const squares = [{ rings: [square(-99, 19, 1)] }];
const dbf = () => dbfOf([{ name: 'NAME', type: 'C', length: 10 }], [['Centro']]);
const shapefile = (name: string, change: (parts: Record<string, Buffer>) => void): HostileInput =>
  bytes(name, () => {
    const parts: Record<string, Buffer> = { 'a.shp': shpOf(squares, 5), 'a.dbf': dbf() };
    change(parts);
    return zipped(parts);
  });
const written = (part: Buffer | undefined, write: (part: Buffer) => void): Buffer => {
  const copy = Buffer.from(part ?? Buffer.alloc(0));
  write(copy);
  return copy;
};

const hostileShapes: readonly HostileInput[] = [
  shapefile('a shape of negative length.zip', (parts) => (parts['a.shp'] = written(parts['a.shp'], (shp) => shp.writeInt32BE(-5, 104)))),
  shapefile('a shape of no length.zip', (parts) => (parts['a.shp'] = written(parts['a.shp'], (shp) => shp.writeInt32BE(0, 104)))),
  shapefile('a shape of a billion parts.zip', (parts) => (parts['a.shp'] = written(parts['a.shp'], (shp) => shp.writeInt32LE(0x7fffffff, 144)))),
  shapefile('a shape of a billion points.zip', (parts) => (parts['a.shp'] = written(parts['a.shp'], (shp) => shp.writeInt32LE(0x7fffffff, 148)))),
  shapefile('a shape of no number.zip', (parts) => (parts['a.shp'] = written(parts['a.shp'], (shp) => shp.writeDoubleLE(Number.NaN, 156)))),
  shapefile('a shape of a type that is none.zip', (parts) => (parts['a.shp'] = written(parts['a.shp'], (shp) => shp.writeInt32LE(99, 108)))),
  shapefile('a box of no number.zip', (parts) => (parts['a.shp'] = written(parts['a.shp'], (shp) => shp.fill(0xff, 36, 100)))),
  shapefile('records without length.zip', (parts) => (parts['a.dbf'] = written(parts['a.dbf'], (dbase) => dbase.writeUInt16LE(0, 10)))),
  shapefile('four billion records.zip', (parts) => (parts['a.dbf'] = written(parts['a.dbf'], (dbase) => dbase.writeUInt32LE(0xffffffff, 4)))),
  shapefile('a header beyond the end.zip', (parts) => (parts['a.dbf'] = written(parts['a.dbf'], (dbase) => dbase.writeUInt16LE(0xffff, 8)))),
  shapefile('a code page of its own.zip', (parts) => (parts['a.cpg'] = Buffer.from('x'.repeat(100_000)))),
  shapefile('a system of brackets.zip', (parts) => (parts['a.prj'] = Buffer.from('PROJCS["'.repeat(50_000)))),
  shapefile(
    'a system of nothing.zip',
    (parts) => (parts['a.prj'] = Buffer.from('PROJCS["x",PROJECTION["Transverse_Mercator"],PARAMETER["central_meridian",NaN],UNIT["m",0]]')),
  ),
  shapefile('a system of a megabyte.zip', (parts) => (parts['a.prj'] = Buffer.from(`GEOGCS["${'"'.repeat(MEGABYTE)}`))),
  shapefile('without its table.zip', (parts) => void delete parts['a.dbf']),
  shapefile('a table that is none.zip', (parts) => (parts['a.dbf'] = Buffer.from('no'))),
];

const endless = 'WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c';
const geoPackage = (name: string, change: (database: Database.Database) => void): HostileInput =>
  bytes(name, () =>
    temporary((path) => {
      geoPackageOf(path, [{ name: 'areas', system: 4326, geometryType: 'POLYGON', rows: [['Centro', 1, wkbOf({ polygons: [[square(-99, 19, 1)]] })]] }]);
      const database = new Database(path);
      database.unsafeMode(true);
      change(database);
      database.close();
    }),
  );

const hostileDatabases: readonly HostileInput[] = [
  geoPackage('a view without end.gpkg', (database) =>
    database.exec(`DROP TABLE areas; CREATE VIEW areas AS SELECT x AS fid, x AS name, x AS n, NULL AS geom FROM (${endless})`),
  ),
  geoPackage('contents without end.gpkg', (database) =>
    database.exec(
      `DROP TABLE gpkg_contents; CREATE VIEW gpkg_contents AS SELECT 'a' || x AS table_name, 'features' AS data_type, 4326 AS srs_id FROM (${endless})`,
    ),
  ),
  geoPackage('systems without end.gpkg', (database) =>
    database.exec(
      `DROP TABLE gpkg_spatial_ref_sys; CREATE VIEW gpkg_spatial_ref_sys AS SELECT 4326 AS srs_id, 'EPSG' AS organization, x AS organization_coordsys_id, '' AS definition FROM (${endless})`,
    ),
  ),
  geoPackage('geometries without end.gpkg', (database) =>
    database.exec(
      `DROP TABLE gpkg_geometry_columns; CREATE VIEW gpkg_geometry_columns AS SELECT 'areas' AS table_name, 'geom' AS column_name, 'POLYGON' AS geometry_type_name, x AS srs_id FROM (${endless})`,
    ),
  ),
  geoPackage('columns made while reading.gpkg', (database) => database.exec('ALTER TABLE areas ADD COLUMN big AS (hex(zeroblob(400000000)))')),
  geoPackage('triggers.gpkg', (database) => database.exec("CREATE TRIGGER t AFTER INSERT ON areas BEGIN SELECT load_extension('x'); END")),
  geoPackage('a table with a name of code.gpkg', (database) => {
    database.exec(
      `CREATE TABLE "a"";DROP TABLE areas;--" (fid INTEGER PRIMARY KEY, geom BLOB, name TEXT); INSERT INTO "a"";DROP TABLE areas;--" (name) VALUES ('x')`,
    );
    database.prepare('INSERT INTO gpkg_contents VALUES (?, ?, ?)').run('a";DROP TABLE areas;--', 'features', 4326);
  }),
  geoPackage('tables that are not there.gpkg', (database) =>
    database.exec("INSERT INTO gpkg_contents VALUES ('nowhere', 'features', 4326), ('sqlite_master', 'features', 4326), ('', 'features', 0)"),
  ),
  geoPackage('a table that is not stored.gpkg', (database) =>
    database.exec("CREATE VIRTUAL TABLE v USING fts5(name); INSERT INTO gpkg_contents VALUES ('v', 'features', 4326)"),
  ),
  geoPackage('geometry of a billion points.gpkg', (database) => {
    const blob = Buffer.concat([Buffer.from('47500001e6100000', 'hex'), Buffer.from('0103000000ffffffff', 'hex'), Buffer.alloc(64)]);
    database.prepare('UPDATE areas SET geom = ?').run(blob);
  }),
  geoPackage('geometry of no number.gpkg', (database) => {
    const ring = [
      [Number.NaN, 0],
      [Number.POSITIVE_INFINITY, 1],
      [1e308, -1e308],
      [0, 0],
    ] as [number, number][];
    database.prepare('UPDATE areas SET geom = ?').run(Buffer.concat([Buffer.from('47500001e6100000', 'hex'), wkbOf({ polygons: [[ring]] })]));
  }),
  geoPackage('collections in collections.gpkg', (database) => {
    database
      .prepare('UPDATE areas SET geom = ?')
      .run(Buffer.concat([Buffer.from('47500001e6100000', 'hex'), ...Array.from({ length: 20_000 }, () => Buffer.from('010700000001000000', 'hex'))]));
  }),
  geoPackage('a system that is none.gpkg', (database) =>
    database.exec("UPDATE gpkg_spatial_ref_sys SET organization = 'EPSG', organization_coordsys_id = 'x', definition = zeroblob(100)"),
  ),
  geoPackage('a thousand columns.gpkg', (database) => {
    for (let i = 0; i < 900; i++) database.exec(`ALTER TABLE areas ADD COLUMN c${i} TEXT`);
  }),
  geoPackage('another collation.gpkg', (database) => {
    database.pragma('writable_schema = ON');
    database.exec(
      "UPDATE sqlite_master SET sql = 'CREATE TABLE areas (fid INTEGER PRIMARY KEY, geom BLOB, name TEXT COLLATE nowhere, n INTEGER)' WHERE name = 'areas'",
    );
  }),
  geoPackage('a schema of nonsense.gpkg', (database) => {
    database.pragma('writable_schema = ON');
    database.exec("UPDATE sqlite_master SET sql = 'CREATE TABLE areas (' WHERE name = 'areas'");
  }),
  geoPackage('a root beyond the end.gpkg', (database) => {
    database.pragma('writable_schema = ON');
    database.exec("UPDATE sqlite_master SET rootpage = 99999 WHERE name = 'areas'");
  }),
  bytes('a log that is not there.gpkg', () => {
    const made = Buffer.from(
      temporary((path) => void geoPackageOf(path, [{ name: 'areas', system: 4326, geometryType: 'POLYGON', rows: [['Centro', 1, null]] }])),
    );
    made.fill(2, 18, 20);
    return made;
  }),
  bytes('another database.sqlite', () => temporary((path) => void new Database(path).exec('CREATE TABLE a (b)').close())),
];

/** Every input of the test, always the same ones for the same sound files. */
export function hostileInputs(): HostileInput[] {
  return [...brokenFiles(), ...hostileTexts, ...hostileBytes, ...hostileJson, ...hostileMarkup, ...hostileArchives, ...hostileShapes, ...hostileDatabases];
}
