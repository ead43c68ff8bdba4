import { inReadingOrder } from './reading-order.ts';
import { linesOf, type TextLine, type TextPiece } from './text-pieces.ts';

export interface PdfPage {
  /** Points. */
  readonly height: number;
  readonly pieces: readonly TextPiece[];
}

/** What stands in the upper or the lower eighth of a page may be its header or footer. */
const edge = 1 / 8;
/** A line recurs when it stands at one place on so many of the pages: odd and even ones, and each chapter, have headers of their own. */
const recursOn = 0.1;
/** A line further below than this many times the usual distance begins a paragraph. */
const paragraphGap = 1.35;
const hyphens = /[-\u00ad\u2010]$/;
const pageNumber = /^(?:[\p{P}\p{S}\s]*(?:\p{Nd}{1,4}|[ivxlc]{1,7})[\p{P}\p{S}\s]*)$/iu;

/** The text of each page: one paragraph a line, without headers, footers and page numbers, words that were parted at a line's end made whole. */
export function pageTexts(pages: readonly PdfPage[]): string[] {
  const lines = pages.map(({ pieces }) => linesOf(pieces));
  const recurring = recurringLines(pages, lines);
  const kept = pages.map((page, index) => {
    const recurs = (line: TextLine) => pageNumber.test(line.text) || keysOf(line, page, index).some((key) => recurring.has(key));
    return inReadingOrder((lines[index] ?? []).filter((line) => !isAtEdge(line, page) || !recurs(line)));
  });
  const compounds = compoundsOf(kept);
  return kept.map((page) => paragraphs(page, compounds));
}

const isAtEdge = ({ y }: TextLine, { height }: PdfPage) => y < height * edge || y > height * (1 - edge);

/** What a line may recur as: its place from the edge and its words, as they are or with one of its figures counted from the page that it stands on. */
function keysOf({ text, y }: TextLine, { height }: PdfPage, number: number): string[] {
  const place = y < height / 2 ? Math.round(y) : Math.round(y - height);
  const figures = [...text.matchAll(/\p{Nd}{1,4}/gu)].slice(0, 6);
  const counted = figures.map(({ 0: figure, index }) => `${text.slice(0, index)}#${figureOf(figure) - number}${text.slice(index + figure.length)}`);
  return [text, ...counted].map((words) => `${place} ${words}`);
}

/** In Latin, Arabic or Persian figures. */
const figureOf = (text: string) => Number([...text].map((sign) => (/[0-9]/.test(sign) ? sign : String((sign.codePointAt(0) ?? 0) & 15))).join(''));

function recurringLines(pages: readonly PdfPage[], lines: readonly (readonly TextLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  pages.forEach((page, index) => {
    const keys = new Set((lines[index] ?? []).filter((line) => isAtEdge(line, page)).flatMap((line) => keysOf(line, page, index)));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  const least = Math.max(3, pages.length * recursOn);
  return new Set([...counts].filter(([, count]) => count >= least).map(([key]) => key));
}

/** Words that are written with a hyphen inside a line: they keep it at a line's end too. */
function compoundsOf(pages: readonly (readonly TextLine[])[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const page of pages) {
    for (const { text } of page) for (const [word] of text.matchAll(/\p{L}+[-\u2010]\p{L}+/gu)) found.add(word.toLowerCase().replace('\u2010', '-'));
  }
  return found;
}

function paragraphs(lines: readonly TextLine[], compounds: ReadonlySet<string>): string {
  const usual = usualDistance(lines);
  let text = '';
  let before: TextLine | null = null;
  for (const line of lines) {
    if (before === null) text = line.text;
    else if (hyphens.test(text) && /\p{L}.$/u.test(text) && /^\p{Ll}/u.test(line.text)) text = mend(text, line.text, compounds);
    else text += `${isSameParagraph(before, line, usual) ? ' ' : '\n'}${line.text}`;
    before = line;
  }
  return text;
}

/** The smaller ones: on a page of few lines the gaps around titles are many. */
function usualDistance(lines: readonly TextLine[]): number {
  const distances = lines.flatMap((line, index) => {
    const distance = line.y - (lines[index - 1]?.y ?? Number.POSITIVE_INFINITY);
    return distance > 0.5 * line.height && distance < 4 * line.height ? [distance] : [];
  });
  return distances.sort((a, b) => a - b)[Math.floor(distances.length * 0.3)] ?? 0;
}

/** A little below the line before it, in letters of the same size. At the head of a column the paragraph may go on, so that no sentence is cut in two. */
function isSameParagraph(before: TextLine, line: TextLine, usual: number): boolean {
  const distance = line.y - before.y;
  if (distance < 0) return !/[.!?:؟]$/.test(before.text);
  const isSameSize = Math.abs(line.height - before.height) <= 0.12 * before.height;
  return isSameSize && distance <= paragraphGap * usual;
}

function mend(text: string, next: string, compounds: ReadonlySet<string>): string {
  const first = /\p{L}+(?=.$)/u.exec(text)?.[0] ?? '';
  const second = /^\p{L}+/u.exec(next)?.[0] ?? '';
  const isCompound = compounds.has(`${first}-${second}`.toLowerCase());
  return `${text.slice(0, -1)}${isCompound ? '-' : ''}${next}`;
}
