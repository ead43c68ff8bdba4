import type { FileSurvey } from '../files/file-survey.ts';
import { ForeignFileError } from '../foreign-file-error.ts';
import { limits } from '../guard/limits.ts';
import { createDecoder, detectEncoding } from '../tables/encoding.ts';

const otherMarkup: readonly (readonly [RegExp, string])[] = [
  [/<kml[\s>]/i, 'KML'],
  [/<(?:gml:|wfs:|ogr:)/i, 'GML'],
  [/<svg[\s>]/i, 'SVG'],
  [/<(?:html|!doctype html|body|head)[\s>]/i, 'HTML'],
];

/** A cell said to lie, or to reach, millions of rows or columns away: a parser would fill all of them. */
const farAway = /(?:index|mergeacross|mergedown|span|colspan|rowspan|repeated)\s*=\s*["']?\d{8}/i;

/**
 * Web pages and XML that hold a table, as many portals export them under the name `.xls`: their bytes in UTF-8, for the spreadsheet reader.
 * Other markup is refused by its kind (`file/other-kind`).
 */
export function markupOfTable(bytes: Buffer, survey: FileSurvey, fileName: string): Buffer {
  const encoding = detectEncoding(survey);
  const decoder = createDecoder(encoding);
  const text = decoder === null ? bytes.toString('utf8') : decoder.write(bytes) + decoder.end();
  const isTable = /<table[\s>]/i.test(text) || /urn:schemas-microsoft-com:office:spreadsheet|<office:spreadsheet[\s>]/i.test(text.slice(0, 1_000_000));
  if (isTable && farAway.test(text)) throw new ForeignFileError('file/too-many-columns', { fileName, row: 1, limit: limits.sheetColumns });
  if (isTable) return encoding === 'utf-8' ? bytes : Buffer.from(text);
  throw new ForeignFileError('file/other-kind', { fileName, kind: otherMarkup.find(([pattern]) => pattern.test(text.slice(0, 10_000)))?.[1] ?? 'XML' });
}
