import { TextDecoder } from 'node:util';
import iconv from 'iconv-lite';
import { SaxesParser } from 'saxes';
import { type FileSurvey, surveyFile } from '../files/file-survey.ts';
import { loadBytes } from '../files/load-bytes.ts';
import { ForeignFileError } from '../foreign-file-error.ts';
import { limits, sizeText } from '../guard/limits.ts';
import { openZip } from '../guard/zip-guard.ts';
import { guessEncoding } from '../tables/encoding.ts';
import { type PdfWatch, readPdfAside } from './pdf/pdf-process.ts';

const mostBytes = 60 * 1024 * 1024;
const textEndings = ['.txt', '.md', '.text'];
/** Where the words of a document are, by the file that is in every document of the kind. */
const packed = [
  { part: 'word/document.xml', paragraph: 'w:p', text: ['w:t'], gap: ['w:tab', 'w:br', 'w:cr'] },
  { part: 'content.xml', paragraph: 'text:p', text: null, gap: ['text:tab', 'text:line-break', 'text:s', 'text:h'] },
] as const;

/** The words of a document, one paragraph a line. */
export interface DocumentText {
  readonly text: string;
  readonly sha256: string;
  /** Where in the text each page begins; only a PDF has pages. */
  readonly pageStarts: readonly number[];
}

/**
 * The words of a plain text, a Word (.docx), an OpenDocument (.odt) or a PDF file, and the file's SHA-256. What a file is, its bytes tell.
 * Throws `file/not-a-document` for anything else, `file/not-a-pdf` for what is only called so, `file/empty`, `file/too-large`, `file/too-long`,
 * the zip guard's codes and those of `readPdfAside`; the signal's reason when stopped.
 */
export async function readDocumentText(path: string, fileName: string, byteCount: number, watch: PdfWatch = {}): Promise<DocumentText> {
  const source = { path, fileName, byteCount, isGzip: false };
  if (byteCount === 0) throw new ForeignFileError('file/empty', { fileName });
  if (byteCount > mostBytes) throw new ForeignFileError('file/too-large', { fileName, limit: sizeText(mostBytes) });
  const survey = await surveyFile(source, watch.signal);
  const { sha256, head } = survey;
  if (head.subarray(0, 1024).includes('%PDF-')) return { ...joinPages((await readPdfAside({ path, fileName }, watch)).pages), sha256 };
  if (fileName.toLowerCase().endsWith('.pdf')) throw new ForeignFileError('file/not-a-pdf', { fileName });
  const bytes = await loadBytes(source, mostBytes);
  const text = head.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004' ? await readPacked(bytes, fileName) : readPlain(bytes, survey, fileName);
  if (text.length > limits.documentCharacters) throw new ForeignFileError('file/too-long', { fileName, limit: limits.documentCharacters });
  return { text, sha256, pageStarts: [] };
}

function joinPages(pages: readonly string[]): Pick<DocumentText, 'text' | 'pageStarts'> {
  const pageStarts: number[] = [];
  let length = 0;
  for (const page of pages) {
    pageStarts.push(length);
    length += page.length + 1;
  }
  return { text: pages.join('\n'), pageStarts };
}

function readPlain(bytes: Buffer, survey: FileSurvey, fileName: string): string {
  if (!textEndings.some((ending) => fileName.toLowerCase().endsWith(ending))) throw new ForeignFileError('file/not-a-document', { fileName });
  const { encoding } = guessEncoding(survey);
  return encoding.startsWith('utf') ? new TextDecoder(encoding).decode(bytes) : iconv.decode(bytes, encoding);
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
