import type { MapPlane, PlaneArea, PlaneView } from './map-plane.ts';

export interface PlacedLabel {
  readonly areaId: string;
  readonly lines: readonly string[];
  /** Middle of the words, CSS pixels. */
  readonly x: number;
  readonly y: number;
}

export interface LabelMeasure {
  readonly lineHeight: number;
  width(text: string): number;
}

/** Width of words over the area's inner circle: first without, then with some overhang, because names are wide and areas rarely round. */
const reaches = [1.15, 1.5];
const mostLines = 3;
const gapPx = 3;

/**
 * Names that can be written into their areas at this view: broken into up to three lines, largest area first, none over another.
 * What does not fit is left out; pointing at the area and the table tell it. `belowOf` are the pixels that a name keeps under the middle of its
 * area, for what stands there.
 */
export function placeLabels(
  plane: MapPlane,
  labelOf: (areaId: string) => string,
  view: PlaneView,
  frame: { width: number; height: number },
  measure: LabelMeasure,
  belowOf?: (areaId: string) => number,
): PlacedLabel[] {
  const placed: (PlacedLabel & { left: number; right: number; top: number; bottom: number })[] = [];
  for (const { areaId, label } of largestFirst(plane)) {
    const radius = label.radius * view.scale;
    if (radius * 2 < measure.lineHeight * 0.9) break;
    const x = label.x * view.scale + view.x;
    const middle = label.y * view.scale + view.y;
    if (x < 0 || middle < 0 || x > frame.width || middle > frame.height) continue;
    const name = labelOf(areaId);
    const lines = reaches.map((reach) => linesThatFit(name, Math.min(radius * 2 * reach, label.width * view.scale), radius * 2, measure)).find(Boolean);
    if (!lines) continue;
    const half = Math.max(...lines.map((line) => measure.width(line))) / 2 + gapPx;
    const halfHeight = (lines.length * measure.lineHeight) / 2;
    const below = belowOf?.(areaId) ?? 0;
    const y = below > 0 ? middle + below + halfHeight : middle;
    const box = { left: x - half, right: x + half, top: y - halfHeight, bottom: y + halfHeight };
    if (placed.some((other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom)) continue;
    placed.push({ areaId, lines, x, y, ...box });
  }
  return placed.map(({ areaId, lines, x, y }) => ({ areaId, lines, x, y }));
}

const orders = new WeakMap<MapPlane, readonly PlaneArea[]>();

/** Sorted once a plane: names are placed again at every stop of the map. */
function largestFirst(plane: MapPlane): readonly PlaneArea[] {
  const known = orders.get(plane);
  if (known) return known;
  const order = [...plane.areas].sort((a, b) => b.label.radius - a.label.radius || (a.areaId < b.areaId ? -1 : 1));
  orders.set(plane, order);
  return order;
}

function linesThatFit(text: string, width: number, height: number, measure: LabelMeasure): string[] | null {
  const words = text.split(/\s+/).filter(Boolean);
  for (let count = 1; count <= Math.min(mostLines, words.length); count += 1) {
    if (count * measure.lineHeight > height * 1.15) return null;
    const lines = breakInto(words, count, measure);
    if (lines.every((line) => measure.width(line) <= width)) return lines;
  }
  return null;
}

/** Breaks words into exactly `count` lines whose widest is as narrow as can be. */
function breakInto(words: readonly string[], count: number, measure: LabelMeasure): string[] {
  if (count === 1) return [words.join(' ')];
  let best: string[] = [words.join(' ')];
  let bestWidth = Number.POSITIVE_INFINITY;
  for (let cut = 1; cut <= words.length - (count - 1); cut += 1) {
    const lines = [words.slice(0, cut).join(' '), ...breakInto(words.slice(cut), count - 1, measure)];
    const widest = Math.max(...lines.map((line) => measure.width(line)));
    if (widest < bestWidth) {
      best = lines;
      bestWidth = widest;
    }
  }
  return best;
}
