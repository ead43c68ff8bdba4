import { highestScore, lowestScore } from './grid-moves.ts';

export interface PlotBox {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** One rem in CSS pixels. */
  readonly rem: number;
}

export interface PlotPoint {
  readonly id: string;
  readonly power: number;
  readonly interest: number;
}

export interface PlacedPoint {
  readonly id: string;
  /** From the start of the line of writing, and from the top, in CSS pixels: where the point is, and where its mark has room. */
  readonly x: number;
  readonly y: number;
  readonly markY: number;
  /** Pixels that the name may take before it meets the next mark. */
  readonly labelWidth: number;
}

/** In rem: the height of a line with a mark and a name, the mark itself, and what lies around the scores 1 and 5. */
const lineHeight = 1.75;
const markSize = 1.5;
const padding = { start: 2, end: 8.5, block: 3.75 };
/** In rem: above and below, the names of the fields stand. */
const headHeight = 2.75;

/** In rem: how high a field must be for the marks of its fullest column to stand below each other. */
export function neededHeight(points: readonly { readonly interest: number }[]): number {
  const columns = new Map<number, number>();
  for (const { interest } of points) columns.set(interest, (columns.get(interest) ?? 0) + 1);
  return Math.max(0, ...columns.values()) * lineHeight + 2 * headHeight;
}

/** The scale of a field: scores to pixels. */
export function plotScale({ width, height, rem }: PlotBox) {
  const span = highestScore - lowestScore;
  const inner = { width: Math.max(1, width - (padding.start + padding.end) * rem), height: Math.max(1, height - 2 * padding.block * rem) };
  return {
    x: (interest: number) => padding.start * rem + ((interest - lowestScore) / span) * inner.width,
    y: (power: number) => padding.block * rem + ((highestScore - power) / span) * inner.height,
  };
}

/**
 * Every point at its exact place along the line of writing; marks of one column that would lie on each other part upwards and downwards as
 * little as they must.
 */
export function layOut(points: readonly PlotPoint[], box: PlotBox): PlacedPoint[] {
  const scale = plotScale(box);
  const line = lineHeight * box.rem;
  const placed = points.map((point) => ({ id: point.id, x: scale.x(point.interest), y: scale.y(point.power) }));
  const columns = new Map<number, { id: string; x: number; y: number }[]>();
  for (const point of placed) columns.set(point.x, [...(columns.get(point.x) ?? []), point]);
  const marks = new Map<string, number>();
  for (const column of columns.values()) {
    column.sort((a, b) => a.y - b.y);
    const rows = partLines(
      column.map(({ y }) => y),
      line,
      headHeight * box.rem,
      box.height - headHeight * box.rem,
    );
    for (const [place, point] of column.entries()) marks.set(point.id, rows[place] ?? point.y);
  }
  const withMarks = placed.map((point) => ({ ...point, markY: marks.get(point.id) ?? point.y }));
  return withMarks.map((point) => {
    const next = withMarks
      .filter((other) => other.x > point.x && Math.abs(other.markY - point.markY) < line)
      .reduce((nearest, other) => Math.min(nearest, other.x), box.width);
    const last = next === box.width ? 0.75 : 1.6;
    return { ...point, labelWidth: Math.max(2 * box.rem, next - point.x - (markSize / 2 + 0.25 + last - 0.75) * box.rem) };
  });
}

/**
 * Places at least `gap` apart, in the order given (ascending), each group of lines that touch around the middle of where they want to be, and
 * all between the two ends (where they fit).
 */
export function partLines(wanted: readonly number[], gap: number, from: number, to: number): number[] {
  interface Block {
    count: number;
    sum: number;
  }
  const blocks: Block[] = [];
  const top = (block: Block) => {
    const half = ((block.count - 1) * gap) / 2;
    const middle = block.sum / block.count;
    return Math.max(from + gap / 2, Math.min(to - gap / 2 - 2 * half, middle - half));
  };
  for (const at of wanted) {
    let block: Block = { count: 1, sum: at };
    for (let before = blocks.at(-1); before && top(before) + before.count * gap > top(block) + 1e-9; before = blocks.at(-1)) {
      block = { count: before.count + block.count, sum: before.sum + block.sum };
      blocks.pop();
    }
    blocks.push(block);
  }
  return blocks.flatMap((block) => Array.from({ length: block.count }, (_value, place) => top(block) + place * gap));
}
