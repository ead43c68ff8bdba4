import type { ByteSource } from '../files/byte-source.ts';
import type { FileSurvey } from '../files/file-survey.ts';
import { loadBytes } from '../files/load-bytes.ts';
import { ForeignFileError } from '../foreign-file-error.ts';
import { type ForeignTable, plainTable } from '../foreign-table.ts';
import { limits } from '../guard/limits.ts';
import { isGeoJson, readGeoJson } from '../maps/geojson.ts';
import { createDecoder, detectEncoding } from './encoding.ts';
import { readJsonRows } from './json-rows.ts';
import { tableOfRows } from './rows-in-memory.ts';

/** Opens JSON: a map where it is GeoJSON, rows otherwise. Throws `file/damaged` with the place where the text breaks off. */
export async function openJson(source: ByteSource, survey: FileSurvey, signal?: AbortSignal): Promise<ForeignTable> {
  const { fileName, byteCount } = source;
  const value = parse(await loadBytes(source, limits.json, signal), survey, fileName);
  const isMap = isGeoJson(value);
  const { columns, rows } = isMap ? readGeoJson(value, fileName) : readJsonRows(value, fileName);
  const reading = { format: isMap ? 'geojson' : 'json', encoding: null, delimiter: null, sheet: null, headerRow: null } as const;
  return tableOfRows({ fileName, byteCount, sha256: survey.sha256, ...plainTable, reading, sheets: [], columns, rows });
}

function parse(bytes: Buffer, survey: FileSurvey, fileName: string): unknown {
  const decoder = createDecoder(detectEncoding(survey));
  const text = decoder === null ? '' : decoder.write(bytes) + decoder.end();
  try {
    return JSON.parse(text);
  } catch (error) {
    const position = Number(/position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? text.length);
    throw new ForeignFileError('file/json-broken', { fileName, row: lineOf(text, position) });
  }
}

function lineOf(text: string, position: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < position; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
