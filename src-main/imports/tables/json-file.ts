import type { RecipePatch } from '#shared/domain/recipes.ts';
import type { ByteSource } from '../files/byte-source.ts';
import type { FileSurvey } from '../files/file-survey.ts';
import { loadBytes } from '../files/load-bytes.ts';
import { recordSeparator } from '../files/sniff-content.ts';
import { ForeignFileError } from '../foreign-file-error.ts';
import { type ForeignTable, plainTable } from '../foreign-table.ts';
import { limits, sizeText } from '../guard/limits.ts';
import { toldSystem } from '../maps/found-system.ts';
import { isGeoJson, readGeoJson } from '../maps/geojson.ts';
import { createDecoder, detectEncoding } from './encoding.ts';
import { readJsonRows } from './json-rows.ts';
import { tableOfRows } from './rows-in-memory.ts';

/**
 * Opens JSON, one value or one a line: a map where it is GeoJSON, rows otherwise. Throws `file/json-broken` with the line where the text breaks off,
 * `file/too-large` where so many values would not fit into memory.
 */
export async function openJson(source: ByteSource, survey: FileSurvey, patch: RecipePatch, signal?: AbortSignal): Promise<ForeignTable> {
  const { fileName, byteCount } = source;
  const bytes = await loadBytes(source, limits.json, signal);
  guardMemory(bytes, fileName);
  const value = parse(bytes, survey, fileName);
  const table = { fileName, byteCount, sha256: survey.sha256, sheets: [] };
  const reading = (format: 'json' | 'geojson') => ({ format, encoding: null, delimiter: null, sheet: null, headerRow: null }) as const;
  if (!isGeoJson(value)) return tableOfRows({ ...table, ...plainTable, reading: reading('json'), ...readJsonRows(value, fileName) });
  const { columns, rows, found } = await readGeoJson(value, patch.coordinateSystem ?? null, fileName);
  return tableOfRows({ ...table, ...plainTable, ...toldSystem(found), reading: reading('geojson'), columns, rows });
}

const OPEN_LIST = 0x5b;
const OPEN_OBJECT = 0x7b;
const COMMA = 0x2c;

/** Two bytes of text can become an object of fifty: what counts is how many values there are. Marks inside texts count too, which only makes it stricter. */
function guardMemory(bytes: Buffer, fileName: string): void {
  let containers = 0;
  let values = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === COMMA) values++;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) containers++;
  }
  if (bytes.length * 2 + containers * 72 + values * 24 <= limits.jsonInMemory) return;
  throw new ForeignFileError('file/too-large', { fileName, limit: sizeText(limits.jsonInMemory) });
}

function parse(bytes: Buffer, survey: FileSurvey, fileName: string): unknown {
  const decoder = createDecoder(detectEncoding(survey));
  const text = decoder === null ? '' : decoder.write(bytes) + decoder.end();
  try {
    return JSON.parse(text);
  } catch (error) {
    const lines = parseLines(text, fileName);
    if (lines !== null) return lines;
    const position = Number(/position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? text.length);
    throw new ForeignFileError('file/json-broken', { fileName, row: lineOf(text, position) });
  }
}

/** A value a line (also with the record separators of RFC 8142): features as one map, other values as a list; null where the first two lines are no values. */
function parseLines(text: string, fileName: string): unknown {
  const lines = text.split(/\r\n?|\n/).map((line) => line.replace(recordSeparator, '').trim());
  const filled = lines.flatMap((line, index) => (line === '' ? [] : [{ line, row: index + 1 }]));
  if (filled.length < 2 || !filled.slice(0, 2).every(({ line }) => parsed(line) !== undefined)) return null;
  const values = filled.map(({ line, row }) => {
    const value = parsed(line);
    if (value === undefined) throw new ForeignFileError('file/json-broken', { fileName, row });
    return value;
  });
  return values.every(isGeoJson) ? { type: 'FeatureCollection', features: values.flatMap(featuresOf) } : values;
}

function featuresOf(value: { type: string } & Record<string, unknown>): unknown[] {
  if (value.type === 'FeatureCollection') return Array.isArray(value.features) ? value.features : [];
  return value.type === 'Feature' ? [value] : [{ type: 'Feature', properties: {}, geometry: value }];
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

function lineOf(text: string, position: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < position; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
