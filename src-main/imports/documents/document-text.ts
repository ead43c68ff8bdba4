import { TextDecoder } from 'node:util';
import iconv from 'iconv-lite';
import { SaxesParser } from 'saxes';
import { surveyFile } from '../files/file-survey.ts';
import { loadBytes } from '../files/load-bytes.ts';
import { ForeignFileError } from '../foreign-file-error.ts';
import { openZip } from '../guard/zip-guard.ts';
import { guessEncoding } from '../tables/encoding.ts';

const mostBytes = 60 * 1024 * 1024;
const textEndings = ['.txt', '.md', '.text'];
/** Where the words of a document are, by the file that is in every document of the kind. */
const packed = [
  { part: 'word/document.xml', paragraph: 'w:p', text: ['w:t'], gap: ['w:tab', 'w:br', 'w:cr'] },
  { part: 'content.xml', paragraph: 'text:p', text: null, gap: ['text:tab', 'text:line-break', 'text:s', 'text:h'] },
] as const;

/**
 * The words of a plain text, a Word (.docx) or an OpenDocument (.odt) file, one paragraph a line, and the file's SHA-256.
 * Throws `file/not-a-document` for anything else (a PDF tells its words in no order that can be relied on), `file/empty`, `file/too-large`, and the zip
 * guard's codes.
 */
export async function readDocumentText(path: string, fileName: string, byteCount: number): Promise<{ text: string; sha256: string }> {
  const source = { path, fileName, byteCount, isGzip: false };
  if (byteCount === 0) throw new ForeignFileError('file/empty', { fileName });
  const bytes = await loadBytes(source, mostBytes);
  const survey = await surveyFile({ ...source, bytes });
  const { sha256 } = survey;
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return { text: await readPacked(bytes, fileName), sha256 };
  if (!textEndings.some((ending) => fileName.toLowerCase().endsWith(ending))) throw new ForeignFileError('file/not-a-document', { fileName });
  const { encoding } = guessEncoding(survey);
  const text = encoding.startsWith('utf') ? new TextDecoder(encoding).decode(bytes) : iconv.decode(bytes, encoding);
  return { text, sha256 };
}

async function readPacked(bytes: Buffer, fileName: string): Promise<string> {
  const zip = openZip(bytes, fileName);
  const kind = packed.find(({ part }) => zip.names.includes(part));
  if (!kind) throw new ForeignFileError('file/not-a-document', { fileName });
  const xml = (await zip.read(kind.part)).toString('utf8');
  return wordsOfMarkup(xml, kind, fileName);
}

function wordsOfMarkup(xml: string, kind: (typeof packed)[number], fileName: string): string {
  const parser = new SaxesParser({ fragment: false });
  const pieces: string[] = [];
  const open: string[] = [];
  const isText = () => kind.text === null || kind.text.some((name) => name === open.at(-1));
  parser.on('opentag', ({ name }) => {
    open.push(name);
    if (kind.gap.some((gap) => gap === name)) pieces.push(' ');
  });
  parser.on('text', (text) => {
    if (isText()) pieces.push(text);
  });
  parser.on('closetag', ({ name }) => {
    open.pop();
    if (name === kind.paragraph || kind.gap.some((gap) => gap === name)) pieces.push('\n');
  });
  parser.on('error', () => {
    throw new ForeignFileError('file/damaged', { fileName });
  });
  parser.write(xml).close();
  return pieces.join('');
}
