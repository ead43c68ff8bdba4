import { ForeignFileError } from '../../foreign-file-error.ts';
import { limits } from '../../guard/limits.ts';
import { type PdfPage, pageTexts } from './page-text.ts';
import type { PdfText } from './pdf-messages.ts';
import type { TextPiece } from './text-pieces.ts';

/** Ligatures and the joined shapes of Arabic and Hebrew letters, which some PDFs name in place of the letters. */
const joinedShapes = /[\uFB00-\uFDFF\uFE70-\uFEFF]+/g;
// Characters that stand for no letter: a font that does not tell which letters it draws.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const noLetter = /[\u0000-\u0008\u000e-\u001f\ufffd\p{Co}]/gu;
/** Fewer letters than this in a whole file are a stamp on pictures of pages. */
const fewestLetters = 20;

/**
 * Reads a PDF's words page by page. Nothing in it is run: no script, no form, no link; pictures are not unpacked.
 * Throws `file/password`, `file/damaged`, `file/too-many-pages`, `file/too-large`, `file/pictures-of-pages`, `file/letters-unknown`. Runs in its own process.
 */
export async function readPdf(bytes: Uint8Array, fileName: string, onPage: (done: number, total: number) => void): Promise<PdfText> {
  const { getDocumentProxy } = await import('unpdf');
  const damaged = (error: unknown): never => {
    throw new ForeignFileError(error instanceof Error && error.name === 'PasswordException' ? 'file/password' : 'file/damaged', { fileName });
  };
  // Fonts are not drawn: what is read is which letters they stand for.
  const document = await getDocumentProxy(bytes, { useSystemFonts: false, disableFontFace: true, enableXfa: false, verbosity: 0 }).catch(damaged);
  const total = document.numPages;
  if (total > limits.pdfPages) throw new ForeignFileError('file/too-many-pages', { fileName, count: total, limit: limits.pdfPages });
  const pages: PdfPage[] = [];
  let characters = 0;
  for (let number = 1; number <= total; number++) {
    const page = await readPage(document, number).catch(damaged);
    characters += page.pieces.reduce((sum, { text }) => sum + text.length, 0);
    if (characters > limits.documentCharacters) throw new ForeignFileError('file/too-long', { fileName, limit: limits.documentCharacters });
    pages.push(page);
    onPage(number, total);
  }
  const texts = pageTexts(pages);
  refuseWithoutLetters(texts.join(' '), fileName, total);
  return { pages: texts };
}

type PdfDocument = Awaited<ReturnType<typeof import('unpdf').getDocumentProxy>>;

async function readPage(document: PdfDocument, number: number): Promise<PdfPage> {
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ includeMarkedContent: false, disableNormalization: true });
  const pieces = items.slice(0, limits.pdfPiecesOfPage).flatMap((item) => ('str' in item && item.str !== '' ? placed(item, viewport.transform) : []));
  page.cleanup();
  return { height: viewport.height, pieces };
}

interface PdfItem {
  readonly str: string;
  readonly dir: string;
  /** From the text's own axes to the page's: [a, b, c, d, e, f]. */
  readonly transform: readonly number[];
  readonly width: number;
}

/** A piece where it is seen, the page turned upright. Text that runs up or down the page is left out: it is a margin's. */
function placed(item: PdfItem, viewport: readonly number[]): TextPiece[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = item.transform;
  const [va = 1, vb = 0, vc = 0, vd = -1, ve = 0, vf = 0] = viewport;
  const along = { x: va * a + vc * b, y: vb * a + vd * b };
  const up = { x: va * c + vc * d, y: vb * c + vd * d };
  if (Math.abs(along.y) > Math.abs(along.x)) return [];
  const text = item.str.replace(joinedShapes, (shapes) => shapes.normalize('NFKC'));
  const height = Math.hypot(up.x, up.y) || 1;
  return [{ text, x: va * e + vc * f + ve, y: vb * e + vd * f + vf, width: item.width, height, isRightToLeft: item.dir === 'rtl' }];
}

function refuseWithoutLetters(text: string, fileName: string, pageCount: number): void {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const without = text.match(noLetter)?.length ?? 0;
  if (without > fewestLetters && without > letters) throw new ForeignFileError('file/letters-unknown', { fileName });
  if (letters < fewestLetters) throw new ForeignFileError('file/pictures-of-pages', { fileName, count: pageCount });
}
