import { open, stat } from 'node:fs/promises';
import type { RecipePatch } from '#shared/domain/recipes.ts';
import { type ByteSource, toForeignFileError } from './files/byte-source.ts';
import { type FileSurvey, surveyFile } from './files/file-survey.ts';
import { loadBytes } from './files/load-bytes.ts';
import { sniffContent } from './files/sniff-content.ts';
import { ForeignFileError } from './foreign-file-error.ts';
import type { ForeignTable } from './foreign-table.ts';
import { limits } from './guard/limits.ts';
import { openZip, verifyZip } from './guard/zip-guard.ts';
import { openGeoPackage } from './maps/geopackage.ts';
import { openKml } from './maps/kml.ts';
import { listShapefiles, openShapefile } from './maps/shapefile.ts';
import { markupOfTable } from './sheets/markup-table.ts';
import { openSpreadsheet } from './sheets/spreadsheet.ts';
import { isDbase } from './tables/dbase.ts';
import { openDbase } from './tables/dbase-file.ts';
import { openDelimitedText } from './tables/delimited-text.ts';
import { openJson } from './tables/json-file.ts';

export interface OpenOptions {
  readonly path: string;
  /** The name to speak of the file by, without its folder. */
  readonly fileName: string;
  /** Whatever it states about reading is obeyed; the rest is detected. */
  readonly patch: RecipePatch;
  readonly signal?: AbortSignal;
}

/** A file on its way to the reader that knows its kind. */
interface Task {
  readonly source: ByteSource;
  readonly survey: FileSurvey;
  readonly patch: RecipePatch;
  readonly signal: AbortSignal | undefined;
  /** How many files this one came out of. */
  readonly depth: number;
}

const HEAD_BYTES = 4096;

/**
 * Opens any file a city may bring as one table of rows: delimited text, spreadsheets, JSON, GeoJSON, KML, GeoPackage, dBASE, zipped shapefiles, any one
 * of these alone in a ZIP (KMZ is one), text and JSON also gzipped. What it is, is judged by its content, never by its name.
 * Throws ForeignFileError with a `file/…` code (or `import/bad-recipe`), and the signal's reason when stopped. Close the table when done.
 */
export async function openForeignTable(options: OpenOptions): Promise<ForeignTable> {
  const { path, fileName, patch, signal } = options;
  const source = await describeFile(path, fileName);
  const survey = await surveyFile(source, signal);
  return openContent({ source, survey, patch, signal, depth: 0 });
}

async function describeFile(path: string, fileName: string): Promise<ByteSource> {
  try {
    const stats = await stat(path);
    if (!stats.isFile()) throw new ForeignFileError('file/not-readable', { fileName, reason: 'EISDIR' });
    if (stats.size === 0) throw new ForeignFileError('file/empty', { fileName });
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return { path, fileName, byteCount: stats.size, isGzip: sniffContent(buffer.subarray(0, bytesRead)).kind === 'gzip' };
    } finally {
      await file.close();
    }
  } catch (error) {
    throw toForeignFileError(error, fileName);
  }
}

async function openContent(task: Task): Promise<ForeignTable> {
  const { source, survey, patch, signal } = task;
  const { fileName } = source;
  if (survey.inflatedByteCount === 0) throw new ForeignFileError('file/empty', { fileName });
  const content = sniffContent(survey.head.subarray(0, HEAD_BYTES));
  switch (content.kind) {
    case 'zip':
      return openArchive(task);
    case 'markup':
      return openSheet(task, markupOfTable(await loadBytes(source, limits.spreadsheetFile, signal), survey, fileName));
    case 'kml':
      return openKml(source, survey, signal);
    case 'compound':
      return openSheet(task, await loadBytes(source, limits.spreadsheetFile, signal));
    case 'sqlite':
      return openGeoPackage(source, survey.sha256, patch, signal);
    case 'json':
      return patch.format === 'csv' ? openDelimitedText(source, survey, patch) : openJson(source, survey, patch, signal);
    case 'text':
    case 'binary':
      if (isDbase(survey.head)) return openDbase(source, survey.sha256, signal);
      if (content.kind === 'binary') throw new ForeignFileError('file/not-a-table', { fileName });
      return openDelimitedText(source, survey, patch);
    case 'gzip':
      throw new ForeignFileError('file/other-kind', { fileName, kind: 'gzip' });
    case 'other':
      throw new ForeignFileError(content.name === '.shp' ? 'file/bare-shapefile' : 'file/other-kind', { fileName, kind: content.name });
  }
}

function openSheet(task: Task, bytes: Buffer): Promise<ForeignTable> {
  const { source, survey, patch, signal } = task;
  return openSpreadsheet({ fileName: source.fileName, bytes, byteCount: source.byteCount, sha256: survey.sha256 }, patch, signal);
}

/** Office files of other kinds, by a name in their ZIP. */
const otherArchives: readonly (readonly [RegExp, string])[] = [
  [/^word\//, 'Word'],
  [/^ppt\//, 'PowerPoint'],
  [/^AndroidManifest\.xml$/, 'APK'],
  [/\.iwa$|(?:^|\/)Index\.zip$/, 'Numbers, Pages / Keynote'],
];

/** A ZIP: a spreadsheet, shapefiles, or a single file of any kind that can be opened. */
async function openArchive(task: Task): Promise<ForeignTable> {
  const { source, survey, patch, signal, depth } = task;
  const { fileName, byteCount } = source;
  const bytes = await loadBytes(source, limits.zipFile, signal);
  const zip = openZip(bytes, fileName);
  const names = zip.names.filter((name) => !/(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store|Thumbs\.db)/.test(name));
  if (names.length === 0) throw new ForeignFileError('file/empty', { fileName });
  if (names.some((name) => /^xl\/workbook\.(?:xml|bin)$/i.test(name)) || (await isOpenDocumentSheet(zip, names))) {
    await verifyZip(zip, signal);
    return openSheet(task, bytes);
  }
  for (const [pattern, kind] of otherArchives) {
    if (names.some((name) => pattern.test(name))) throw new ForeignFileError('file/other-kind', { fileName, kind });
  }
  if (names.includes('mimetype')) throw new ForeignFileError('file/other-kind', { fileName, kind: 'OpenDocument' });
  if (listShapefiles(names).length > 0) return openShapefile(zip, { fileName, byteCount, sha256: survey.sha256 }, patch);
  const [kml] = names.filter((name) => /^(?:[^/]*\/)?doc\.kml$/i.test(name));
  const inside = kml ? [kml] : names.filter((name) => /\.(?:csv|tsv|txt|tab|json|geojson|ndjson|kml|xlsx|xlsm|xlsb|xls|ods|gpkg|dbf)$/i.test(name));
  const stated = inside.length > 1 && patch.sheet ? inside.filter((name) => name === patch.sheet) : inside;
  const [only, ...others] = stated;
  if (only === undefined || others.length > 0 || depth > 0) {
    throw new ForeignFileError(inside.length > 1 ? 'file/several-in-zip' : 'file/not-a-table', { fileName, files: inside.slice(0, 10).join(', ') });
  }
  const content = await zip.read(only);
  const inner: ByteSource = { path: source.path, fileName, byteCount, isGzip: false, bytes: content };
  const innerSurvey = await surveyFile(inner, signal);
  return openContent({ source: inner, survey: { ...innerSurvey, sha256: survey.sha256 }, patch, signal, depth: depth + 1 });
}

async function isOpenDocumentSheet(zip: { read(name: string): Promise<Buffer> }, names: readonly string[]): Promise<boolean> {
  if (!names.includes('content.xml')) return false;
  if (!names.includes('mimetype')) return true;
  return (await zip.read('mimetype')).toString('latin1').includes('opendocument.spreadsheet');
}
