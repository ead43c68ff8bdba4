import { createCanvas, type SKRSContext2D, SvgExportFlag } from '@napi-rs/canvas';
import type { ProblemNode, ProblemTree } from '#shared/domain/trees.ts';
import { font } from '#shared/figures/figure.ts';
import { type FigureStyle, inkOn } from '#shared/figures/figure-style.ts';
import type { Direction } from '#shared/i18n/languages.ts';
import { type NodePlace, placesInTree } from '#shared/methods/tree-places.ts';
import { wrapped } from '../maps/map-pen.ts';
import { registerFonts, withViewBox } from './paper-canvas.ts';

export interface TreePicture {
  readonly tree: Pick<ProblemTree, 'nodes' | 'links'>;
  readonly wordsOf: (node: ProblemNode) => string;
  /** Dashed: nothing stands behind it but the claim. */
  readonly isDashed: (node: ProblemNode) => boolean;
  readonly style: FigureStyle;
  readonly direction: Direction;
  readonly width: number;
  readonly resourcesFolder: string;
}

/** What fits a page of A4 beside its caption, in the pixels of a figure. */
const tallest = 690;
const gap = { across: 12, along: 26 } as const;
const padding = 6;
const mostLines = 9;
/** Narrower boxes break words in two. */
const narrowest = 92;

interface Box {
  readonly node: ProblemNode;
  readonly level: number;
  /** Among the ends of the branches, from the start; fractions stand between two. */
  readonly slot: number;
  readonly lines: readonly string[];
  readonly height: number;
}
interface PlacedBox extends Box {
  readonly x: number;
  readonly y: number;
}

/**
 * A tree as SVG with outlined text: causes below the core and effects above it; where that is too wide, causes before the core and effects behind it
 * in the direction of reading. Null where neither fits a page or there is no core: then the list beside it says it all. Boxes without a way to the core
 * stand in the list only.
 */
export function drawTree(picture: TreePicture): string | null {
  registerFonts(picture.resourcesFolder);
  const places = placesInTree(picture.tree).filter(({ level }) => level !== null);
  const levels = places.map(({ level }) => level ?? 0);
  const lowest = Math.min(0, ...levels);
  const levelCount = Math.max(0, ...levels) - lowest + 1;
  const slots = slotsOf(places);
  const slotCount = Math.max(0, ...slots.values()) + 1;
  if (places.length === 0 || slotCount === 0) return null;
  const isUpright = boxWidth(picture.width, slotCount, gap.across) >= narrowest;
  const isLying = !isUpright && boxWidth(picture.width, levelCount, gap.along) >= narrowest;
  if (!isUpright && !isLying) return null;
  const width = isUpright ? Math.min(190, boxWidth(picture.width, slotCount, gap.across)) : boxWidth(picture.width, levelCount, gap.along);
  const pen = createCanvas(8, 8).getContext('2d');
  const boxes = places.map(({ node, level }) => boxOf(pen, picture, { node, level: level ?? 0, slot: slots.get(node.id) ?? 0 }, width));
  const { placed, height } = isUpright ? standing(boxes, picture.width, width, slotCount) : lying(boxes, width, lowest);
  if (height > tallest) return null;
  const canvas = createCanvas(picture.width, Math.ceil(height), SvgExportFlag.ConvertTextToPaths);
  const turned = picture.direction === 'rtl' ? placed.map((box) => ({ ...box, x: picture.width - box.x - width })) : placed;
  drawPicture(canvas.getContext('2d'), picture, turned, width, isUpright);
  return withViewBox(canvas.getContent().toString('utf8'), picture.width, Math.ceil(height));
}

const boxWidth = (width: number, count: number, between: number) => (width - (count - 1) * between) / count;

/** Ends of branches side by side, everything else in the middle of what leads on from it; causes and effects each have the whole width. */
function slotsOf(places: readonly NodePlace[]): Map<string, number> {
  const slots = new Map<string, number>();
  const cores = places.filter(({ level }) => level === 0).map(({ node }) => node.id);
  const sides = [-1, 1].map((side) => {
    const found = new Map<string, number>();
    let next = 0;
    const put = (id: string): number => {
      const onwards = places.filter(({ towards, level }) => towards === id && Math.sign(level ?? 0) === side).map(({ node }) => put(node.id));
      const slot = onwards.length === 0 ? next++ : ((onwards[0] ?? 0) + (onwards.at(-1) ?? 0)) / 2;
      found.set(id, slot);
      return slot;
    };
    cores.forEach(put);
    return { found, count: next };
  });
  const most = Math.max(...sides.map(({ count }) => count));
  for (const { found, count } of sides) for (const [id, slot] of found) slots.set(id, slot + (most - count) / 2);
  cores.forEach((id, place) => {
    slots.set(id, (most - cores.length) / 2 + place);
  });
  return slots;
}

function boxOf(pen: SKRSContext2D, picture: TreePicture, place: Pick<Box, 'node' | 'level' | 'slot'>, width: number): Box {
  const { style } = picture;
  const size = style.fontSize * 0.9;
  pen.font = font(style, { size, weight: place.level === 0 ? 600 : 400 });
  const lines = linesOf(pen, picture.wordsOf(place.node), width - 2 * padding);
  return { ...place, lines, height: lines.length * size * 1.28 + 2 * padding };
}

function linesOf(pen: SKRSContext2D, text: string, width: number): string[] {
  const words = text.split(/\s+/).flatMap((word) => brokenTo(pen, word, width));
  const lines = wrapped(pen, words.join(' '), width);
  return lines.length <= mostLines ? lines : [...lines.slice(0, mostLines - 1), `${lines[mostLines - 1] ?? ''}…`];
}

/** A word that is wider than its box, in pieces. */
function brokenTo(pen: SKRSContext2D, word: string, width: number): string[] {
  if (pen.measureText(word).width <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && pen.measureText(piece + letter).width > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...pieces, piece];
}

/** Rows by level, effects above. */
function standing(boxes: readonly Box[], all: number, width: number, slotCount: number): { placed: PlacedBox[]; height: number } {
  const step = width + gap.across;
  const start = (all - (slotCount * step - gap.across)) / 2;
  const tops = new Map<number, number>();
  let top = 1;
  for (const level of [...new Set(boxes.map((box) => box.level))].sort((a, b) => b - a)) {
    tops.set(level, top);
    top += Math.max(...boxes.filter((box) => box.level === level).map(({ height }) => height)) + gap.along;
  }
  const rowHeight = (level: number) => Math.max(...boxes.filter((box) => box.level === level).map(({ height }) => height));
  const placed = boxes.map((box) => ({ ...box, height: rowHeight(box.level), x: start + box.slot * step, y: tops.get(box.level) ?? 0 }));
  return { placed, height: top - gap.along + 1 };
}

/** Columns by level, causes first in the direction of reading. */
function lying(boxes: readonly Box[], width: number, lowest: number): { placed: PlacedBox[]; height: number } {
  const step = Math.max(...boxes.map(({ height }) => height)) + gap.across;
  const placed = boxes.map((box) => ({ ...box, x: (box.level - lowest) * (width + gap.along), y: 1 + box.slot * step + (step - gap.across - box.height) / 2 }));
  return { placed, height: 2 + Math.max(...placed.map(({ y, height }) => y + height)) };
}

function drawPicture(pen: SKRSContext2D, picture: TreePicture, boxes: readonly PlacedBox[], width: number, isUpright: boolean): void {
  const byId = new Map(boxes.map((box) => [box.node.id, box]));
  pen.lineJoin = 'round';
  for (const { causeId, effectId } of picture.tree.links) {
    const cause = byId.get(causeId);
    const effect = byId.get(effectId);
    if (cause && effect) drawTie(pen, picture, cause, effect, width, isUpright);
  }
  for (const box of boxes) drawBox(pen, picture, box, width);
}

/** From the cause to what it leads to, with an arrowhead there. */
function drawTie(pen: SKRSContext2D, { style, direction }: TreePicture, cause: PlacedBox, effect: PlacedBox, width: number, isUpright: boolean): void {
  const isNext = effect.level - cause.level === 1;
  const forwards = direction === 'rtl' ? -1 : 1;
  const from = isUpright ? { x: cause.x + width / 2, y: cause.y } : { x: cause.x + (forwards > 0 ? width : 0), y: cause.y + cause.height / 2 };
  const to = isUpright
    ? { x: effect.x + width / 2, y: effect.y + effect.height }
    : { x: effect.x + (forwards > 0 ? 0 : width), y: effect.y + effect.height / 2 };
  pen.strokeStyle = style.muted;
  pen.fillStyle = style.muted;
  pen.lineWidth = 1;
  pen.setLineDash([]);
  pen.beginPath();
  pen.moveTo(from.x, from.y);
  if (isNext && isUpright) {
    const middle = to.y + gap.along / 2;
    pen.lineTo(from.x, middle);
    pen.lineTo(to.x, middle);
  } else if (isNext) {
    const middle = to.x - (forwards * gap.along) / 2;
    pen.lineTo(middle, from.y);
    pen.lineTo(middle, to.y);
  }
  pen.lineTo(to.x, to.y);
  pen.stroke();
  const head = isUpright ? { x: 0, y: 5 } : { x: -5 * forwards, y: 0 };
  pen.beginPath();
  pen.moveTo(to.x, to.y);
  pen.lineTo(to.x + head.x - head.y * 0.6, to.y + head.y - head.x * 0.6);
  pen.lineTo(to.x + head.x + head.y * 0.6, to.y + head.y + head.x * 0.6);
  pen.fill();
}

function drawBox(pen: SKRSContext2D, picture: TreePicture, box: PlacedBox, width: number): void {
  const { style, direction } = picture;
  const isCore = box.level === 0;
  const ground = isCore ? style.accent : style.paper;
  pen.beginPath();
  pen.roundRect(box.x + 0.5, box.y, width - 1, box.height, 4);
  pen.fillStyle = ground;
  pen.fill();
  pen.strokeStyle = box.level > 0 ? style.highlight : style.accent;
  pen.lineWidth = 1.2;
  pen.setLineDash(picture.isDashed(box.node) ? [4, 3] : []);
  pen.stroke();
  pen.setLineDash([]);
  const size = style.fontSize * 0.9;
  pen.font = font(style, { size, weight: isCore ? 600 : 400 });
  pen.fillStyle = isCore ? inkOn(style, ground) : style.ink;
  pen.direction = direction;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  const top = box.y + box.height / 2 - ((box.lines.length - 1) * size * 1.28) / 2;
  box.lines.forEach((line, place) => {
    pen.fillText(line, box.x + width / 2, top + place * size * 1.28);
  });
}
