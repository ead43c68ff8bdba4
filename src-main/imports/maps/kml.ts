import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { Boundary, Position } from '#shared/domain/geometry.ts';
import type { ByteSource } from '../files/byte-source.ts';
import { readBytes } from '../files/byte-source.ts';
import type { FileSurvey } from '../files/file-survey.ts';
import { ForeignFileError } from '../foreign-file-error.ts';
import { type ForeignRow, type ForeignTable, plainTable } from '../foreign-table.ts';
import { limits } from '../guard/limits.ts';
import { createDecoder, detectEncoding } from '../tables/encoding.ts';
import { tabulateRecords } from '../tables/record-table.ts';
import { tableOfRows } from '../tables/rows-in-memory.ts';
import { toBoundary } from './boundaries.ts';
import { degreesAsTheyAre, wgs84 } from './coordinate-system.ts';
import { toldSystem } from './found-system.ts';

type Ring = number[][];

/** A placemark while its elements are read. */
interface Placemark {
  readonly properties: Record<string, string>;
  readonly polygons: Ring[][];
  readonly points: Position[];
}

/** Elements of a placemark that say something of it. */
const plainProperties = new Set(['name', 'description', 'address', 'phoneNumber', 'when', 'begin', 'end']);
const holders = new Set(['Folder', 'Document']);
const DEEPEST = 200;

/**
 * Opens KML (OGC KML 2.3): a row for each placemark with its name, description, extended data and the folder it lies in; polygons, also several in a
 * MultiGeometry, become its boundary. KML knows one coordinate system only, degrees of WGS 84. Read as a stream of elements: entities that a file defines
 * for itself are not followed. Throws `file/damaged` with the line, `file/empty`.
 */
export async function openKml(source: ByteSource, survey: FileSurvey, signal?: AbortSignal): Promise<ForeignTable> {
  const { fileName, byteCount } = source;
  const reader = new KmlReader(fileName);
  const decoder = createDecoder(encodingOf(survey));
  if (decoder === null) throw new ForeignFileError('file/damaged', { fileName });
  for await (const chunk of readBytes(source, { ...(signal && { signal }) })) reader.push(decoder.write(chunk));
  reader.push(decoder.end());
  const { columns, rows } = reader.end();
  const reading = { format: 'kml', encoding: null, delimiter: null, sheet: null, headerRow: null } as const;
  return tableOfRows({
    fileName,
    byteCount,
    sha256: survey.sha256,
    ...plainTable,
    ...toldSystem({ system: wgs84, from: 'file' }),
    reading,
    sheets: [],
    columns,
    rows,
  });
}

/** What the declaration states, where the bytes are not UTF-8. */
function encodingOf(survey: FileSurvey): string {
  const detected = detectEncoding(survey);
  if (detected === 'utf-8') return detected;
  const stated = /^[^>]{0,100}encoding\s*=\s*["']([\w-]{2,30})["']/i.exec(survey.head.toString('latin1', 0, 200))?.[1];
  return stated !== undefined && createDecoder(stated) !== null ? stated : detected;
}

class KmlReader {
  readonly #parser = new SaxesParser({ xmlns: false, position: true });
  readonly #fileName: string;
  readonly #placemarks: Placemark[] = [];
  readonly #path: string[] = [];
  readonly #folders: string[] = [];
  #placemark: Placemark | null = null;
  #polygon: Ring[] | null = null;
  #text = '';
  #dataName = '';
  #vertices = 0;

  constructor(fileName: string) {
    this.#fileName = fileName;
    this.#parser.on('opentag', (tag) => this.#open(tag));
    this.#parser.on('closetag', (tag) => this.#close(localName(tag.name)));
    this.#parser.on('text', (text) => this.#addText(text));
    this.#parser.on('cdata', (text) => this.#addText(text));
    this.#parser.on('error', () => this.#refuse());
  }

  push(text: string): void {
    this.#parser.write(text);
  }

  end(): { columns: readonly string[]; rows: ForeignRow[] } {
    this.#parser.close();
    const folders = new Set(this.#placemarks.map(({ properties }) => properties.folder ?? ''));
    if (folders.size === 1) for (const { properties } of this.#placemarks) delete properties.folder;
    if (this.#placemarks.length === 0) throw new ForeignFileError('file/empty', { fileName: this.#fileName });
    const table = tabulateRecords(this.#placemarks.map(({ properties }) => properties));
    const columns = table.columns.length > 0 ? table.columns : ['column 1'];
    const rows = this.#placemarks.map((placemark, index) => ({
      row: index + 1,
      cells: table.columns.length > 0 ? (table.rows[index] ?? []) : [index + 1],
      ...placeOf(placemark),
    }));
    return { columns, rows };
  }

  #refuse(): never {
    throw new ForeignFileError('file/damaged', { fileName: this.#fileName, row: this.#parser.line });
  }

  #open(tag: SaxesTagPlain): void {
    const name = localName(tag.name);
    this.#path.push(name);
    this.#text = '';
    if (this.#path.length > DEEPEST) this.#refuse();
    if (holders.has(name)) this.#folders.push('');
    else if (name === 'Placemark') this.#placemark = { properties: {}, polygons: [], points: [] };
    else if (name === 'Polygon') this.#polygon = [];
    else if (name === 'Data' || name === 'SimpleData') this.#dataName = tag.attributes.name ?? '';
  }

  #addText(text: string): void {
    this.#text += text;
    // Only coordinates are ever long, and those are cut into numbers when their element ends.
    if (this.#text.length > limits.kmlText)
      throw new ForeignFileError('file/cell-too-large', { fileName: this.#fileName, row: this.#parser.line, column: 1, limit: limits.kmlText });
  }

  #close(name: string): void {
    const parent = this.#path.at(-2) ?? '';
    this.#path.pop();
    const text = this.#text.trim();
    this.#text = '';
    if (holders.has(name)) this.#folders.pop();
    else if (name === 'Placemark') this.#keep();
    else if (name === 'name' && holders.has(parent)) this.#folders[this.#folders.length - 1] = text;
    else if (this.#placemark) this.#take(this.#placemark, name, parent, text);
  }

  #keep(): void {
    if (this.#placemark === null) return;
    if (this.#placemarks.length >= limits.features) throw new ForeignFileError('file/too-many-rows', { fileName: this.#fileName, limit: limits.features });
    // The outermost holder is the file itself.
    this.#placemark.properties.folder = this.#folders.slice(1).filter(Boolean).join(' / ');
    this.#placemarks.push(this.#placemark);
    this.#placemark = null;
  }

  #take(placemark: Placemark, name: string, parent: string, text: string): void {
    if (name === 'coordinates') this.#takePositions(placemark, parent, text);
    else if (name === 'Polygon') {
      if (this.#polygon && this.#polygon.length > 0) placemark.polygons.push(this.#polygon);
      this.#polygon = null;
    } else if (name === 'SimpleData' || (name === 'value' && parent === 'Data'))
      placemark.properties[this.#dataName || 'value'] = text.slice(0, limits.cellCharacters);
    else if (plainProperties.has(name) && text !== '') placemark.properties[name] = plainText(text).slice(0, limits.cellCharacters);
  }

  #takePositions(placemark: Placemark, parent: string, text: string): void {
    const positions = text.split(/\s+/).flatMap((position) => (position === '' ? [] : [position.split(',').map(Number)]));
    this.#vertices += positions.length;
    if (this.#vertices > limits.vertices) throw new ForeignFileError('file/too-many-rows', { fileName: this.#fileName, limit: limits.features });
    if (parent === 'LinearRing' && this.#polygon) this.#polygon[this.#path.at(-2) === 'outerBoundaryIs' ? 'unshift' : 'push'](positions);
    const [x = Number.NaN, y = Number.NaN] = positions[0] ?? [];
    const point = parent === 'Point' ? degreesAsTheyAre(x, y) : null;
    if (point) placemark.points.push(point);
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** A description is often a web page of its own. */
function plainText(text: string): string {
  if (!text.includes('<')) return text;
  return text
    .replace(/<[^<>]{0,1000}>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}

/** In a polygon the outer ring stands first. Several points have no single place. */
function placeOf({ polygons, points }: Placemark): { boundary?: Boundary; point?: Position } {
  const boundary = toBoundary(polygons, degreesAsTheyAre);
  const [point] = points;
  return { ...(boundary && { boundary }), ...(point && points.length === 1 && { point }) };
}
