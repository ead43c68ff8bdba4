/** A stretch of text as it stands on a page. Lengths in points; x from the left edge, y of the baseline from the upper edge. */
export interface TextPiece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Of the letters. */
  readonly height: number;
  readonly isRightToLeft: boolean;
}

/** Pieces that stand on one baseline with no gap wider than between words: a line of one column. */
export interface TextLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly height: number;
  readonly isRightToLeft: boolean;
}

/** A gap wider than this many letter heights parts columns and cells, not words. */
const wideGap = 1.4;
/** From here on two pieces are two words. */
const wordGap = 0.16;
/** Letters of a raised figure stand this much above the line that they belong to. */
const sameLine = 0.45;

/** Lines of a page in no particular order: pieces on one baseline, cut where a column's gap lies between them. */
export function linesOf(pieces: readonly TextPiece[]): TextLine[] {
  const rows: TextPiece[][] = [];
  const isPageRightToLeft = shareRightToLeft(pieces) > 0.5;
  // A blank as wide as a column's gap is a jump across it and no word's end.
  const written = pieces.filter(({ text, width, height }) => text.trim() !== '' || width <= wideGap * height);
  for (const piece of written.sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && piece.y - first.y <= sameLine * Math.max(first.height, piece.height)) row.push(piece);
    else rows.push([piece]);
  }
  return rows
    .flatMap((row) =>
      cutRow(
        row.sort((a, b) => a.x - b.x),
        isPageRightToLeft,
      ),
    )
    .filter((line) => line.text !== '');
}

function cutRow(row: readonly TextPiece[], isPageRightToLeft: boolean): TextLine[] {
  const stretches: TextPiece[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const piece of row) {
    const stretch = stretches.at(-1);
    if (stretch && piece.x - right <= wideGap * piece.height) stretch.push(piece);
    else stretches.push([piece]);
    right = Math.max(right, piece.x + piece.width);
  }
  return stretches.map((stretch) => lineOf(stretch, isPageRightToLeft));
}

function lineOf(pieces: readonly TextPiece[], isPageRightToLeft: boolean): TextLine {
  const isRightToLeft = shareRightToLeft(pieces) > (isPageRightToLeft ? 0 : 0.5);
  const ordered = isRightToLeft ? inReadingOrder(pieces) : pieces;
  let text = '';
  let before: TextPiece | null = null;
  for (const piece of ordered) {
    const gap = before === null ? 0 : Math.max(before.x, piece.x) - Math.min(before.x + before.width, piece.x + piece.width);
    text += before !== null && gap > wordGap * piece.height ? ` ${piece.text}` : piece.text;
    before = piece;
  }
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    left: Math.min(...pieces.map(({ x }) => x)),
    right: Math.max(...pieces.map(({ x, width }) => x + width)),
    y: Math.max(...pieces.map(({ y }) => y)),
    height: Math.max(...pieces.map(({ height }) => height)),
    isRightToLeft,
  };
}

/** Of the letters; figures and signs have no direction of their own. */
function shareRightToLeft(pieces: readonly TextPiece[]): number {
  const letters = (some: readonly TextPiece[]) => some.reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);
  const all = letters(pieces);
  return all === 0 ? 0 : letters(pieces.filter((piece) => piece.isRightToLeft)) / all;
}

/** From the right; figures and foreign words in between keep their own order, with the signs between two of them. */
function inReadingOrder(pieces: readonly TextPiece[]): TextPiece[] {
  const ordered: TextPiece[] = [];
  let foreign: TextPiece[] = [];
  let signs: TextPiece[] = [];
  const flush = () => {
    ordered.push(...foreign, ...signs);
    foreign = [];
    signs = [];
  };
  for (const piece of [...pieces].reverse()) {
    const isForeign = !piece.isRightToLeft && /[\p{L}\p{N}]/u.test(piece.text);
    if (isForeign) {
      foreign = foreign.length === 0 ? [piece] : [piece, ...signs.reverse(), ...foreign];
      signs = [];
    } else if (!piece.isRightToLeft && foreign.length > 0) signs.push(piece);
    else {
      flush();
      ordered.push(piece);
    }
  }
  flush();
  return ordered;
}
