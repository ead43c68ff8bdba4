import type { TextLine } from './text-pieces.ts';

/** A text column has at least this many lines, of at least so many letters on average: narrower ones are a table's. */
const fewestLines = 4;
const fewestLetters = 14;
/** Of a page's lines, how many may run across both columns (titles, wide pictures' legends). */
const mostCrossing = 0.34;
/** Beyond this, looking for columns costs more than it gives: a map's labels. */
const mostLines = 1_500;

/**
 * The lines of a page as they are read: from above, one column after the other where there are columns, on the right-to-left page from the right.
 * A line that runs across the columns (a title) parts what stands above it from what stands below.
 */
export function inReadingOrder(lines: readonly TextLine[]): TextLine[] {
  const isRightToLeft = lines.filter((line) => line.isRightToLeft).length > lines.length / 2;
  const fromAbove = [...lines].sort((a, b) => a.y - b.y || (isRightToLeft ? b.right - a.right : a.left - b.left));
  return columnwise(fromAbove, isRightToLeft);
}

function columnwise(lines: readonly TextLine[], isRightToLeft: boolean): TextLine[] {
  const gutter = lines.length > mostLines ? null : findGutter(lines);
  if (gutter === null) return [...lines];
  const ordered: TextLine[] = [];
  let band: TextLine[] = [];
  const finishBand = () => {
    const left = columnwise(
      band.filter((line) => side(line, gutter) === 'left'),
      isRightToLeft,
    );
    const right = columnwise(
      band.filter((line) => side(line, gutter) === 'right'),
      isRightToLeft,
    );
    ordered.push(...(isRightToLeft ? [...right, ...left] : [...left, ...right]));
    band = [];
  };
  for (const line of lines) {
    if (side(line, gutter) !== 'across') band.push(line);
    else {
      finishBand();
      ordered.push(line);
    }
  }
  finishBand();
  return ordered;
}

interface Gutter {
  readonly from: number;
  readonly to: number;
}

const side = ({ left, right }: TextLine, { from, to }: Gutter) => (right <= from + 0.5 ? 'left' : left >= to - 0.5 ? 'right' : 'across');

/** The strip between two columns that the fewest lines run across; null where the lines are of one column. */
function findGutter(lines: readonly TextLine[]): Gutter | null {
  if (lines.length < 2 * fewestLines) return null;
  const height = median(lines.map((line) => line.height));
  const starts = [...new Set(lines.map(({ left }) => Math.round(left)))];
  let best: Gutter | null = null;
  let bestWorth = 0;
  for (const to of starts) {
    const right = lines.filter(({ left }) => left >= to - 0.5);
    const before = lines.filter((line) => line.left < to - 0.5 && line.right <= to - 0.7 * height);
    if (right.length < fewestLines || before.length < fewestLines) continue;
    const crossing = lines.length - right.length - before.length;
    if (crossing > mostCrossing * lines.length || !areColumns(before, right)) continue;
    const worth = Math.min(before.length, right.length) - crossing;
    if (worth > bestWorth) {
      bestWorth = worth;
      best = { from: Math.max(...before.map((line) => line.right)), to };
    }
  }
  return best;
}

/** Two blocks of running text beside one another. */
function areColumns(left: readonly TextLine[], right: readonly TextLine[]): boolean {
  if ([left, right].some((lines) => lines.reduce((sum, { text }) => sum + text.length, 0) / lines.length < fewestLetters)) return false;
  const [leftTop, leftEnd] = reach(left);
  const [rightTop, rightEnd] = reach(right);
  return Math.min(leftEnd, rightEnd) - Math.max(leftTop, rightTop) > 0.3 * Math.min(leftEnd - leftTop, rightEnd - rightTop);
}

const reach = (lines: readonly TextLine[]): [number, number] => [Math.min(...lines.map(({ y }) => y)), Math.max(...lines.map(({ y }) => y))];

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
