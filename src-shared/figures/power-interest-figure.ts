import { groupBy } from '../domain/group-by.ts';
import { baseOptions, type DrawnChart, drawing, type Figure, type FigureContext, font, type Pen, pixel } from './figure.ts';

export interface GridActor {
  readonly label: string;
  /** Written in the mark where marks are numbered. */
  readonly mark?: string;
  /** 1-5 */
  readonly power: number;
  readonly interest: number;
}

export interface PowerInterestGrid {
  readonly actors: readonly GridActor[];
  /** `number` writes each actor's mark in a disc, for a table beside the figure; `dot` its name beside a dot; `count` how many share each place, where they are too many to tell apart. */
  readonly marks: 'number' | 'dot' | 'count';
  readonly quadrants: { readonly workClosely: string; readonly keepSatisfied: string; readonly protectAndInform: string; readonly watch: string };
  readonly powerLabel: string;
  readonly interestLabel: string;
}

/**
 * Moves marks that share a place apart on a small ring, so that each stays visible; the first keeps the place itself when it is alone.
 * Offsets are in steps of a mark's width, the same for the same input.
 */
export function spreadActors(actors: readonly GridActor[]): { dx: number; dy: number }[] {
  const places = new Map<string, number[]>();
  for (const [index, actor] of actors.entries()) {
    const key = `${actor.power} ${actor.interest}`;
    places.set(key, [...(places.get(key) ?? []), index]);
  }
  const offsets = actors.map(() => ({ dx: 0, dy: 0 }));
  for (const members of places.values()) {
    if (members.length === 1) continue;
    for (const [place, index] of members.entries()) offsets[index] = placeOnRings(place, members.length);
  }
  return offsets;
}

/** Up to six on one ring just wide enough; more as one in the middle with rings of 6, 12, 18 … around it. Steps of a mark's width. */
function placeOnRings(place: number, count: number): { dx: number; dy: number } {
  if (count <= 6) return onRing(place, count, 0.53 / Math.sin(Math.PI / count));
  let first = 1;
  for (let ring = 1; ; ring += 1) {
    if (place === 0) return { dx: 0, dy: 0 };
    const size = 6 * ring;
    if (place < first + size) return onRing(place - first, Math.min(size, count - first), 1.06 * ring);
    first += size;
  }
}

function onRing(place: number, count: number, radius: number): { dx: number; dy: number } {
  const angle = (2 * Math.PI * place) / count - Math.PI / 2;
  return { dx: Math.cos(angle) * radius, dy: Math.sin(angle) * radius };
}

/** The power-interest grid: four named quarters, one mark per stakeholder. The middle of the 1-5 scale is the border. */
export function powerInterestFigure(context: FigureContext, input: PowerInterestGrid): Figure {
  const { style } = context;
  const isRightToLeft = context.direction === 'rtl';
  const size = style.fontSize * 1.75;
  const offsets = spreadActors(input.actors);
  const quarters = drawing('power-interest-quarters', 'before', (pen, chart) => {
    const { left, right, top, bottom } = chart.chartArea;
    const middleX = pixel(chart, 'x', 3);
    const middleY = pixel(chart, 'y', 3);
    const [lowX, highX] = isRightToLeft ? [right, left] : [left, right];
    const box = (x: number, y: number, colour: string) => {
      pen.fillStyle = colour;
      pen.fillRect(Math.min(x, middleX), Math.min(y, middleY), Math.abs(x - middleX), Math.abs(y - middleY));
    };
    box(highX, top, `${style.accentSoft}66`);
    box(lowX, top, `${style.accentSoft}2e`);
    box(highX, bottom, `${style.accentSoft}2e`);
    pen.strokeStyle = style.rule;
    pen.lineWidth = 1;
    pen.beginPath();
    pen.moveTo(middleX, top);
    pen.lineTo(middleX, bottom);
    pen.moveTo(left, middleY);
    pen.lineTo(right, middleY);
    pen.stroke();
    pen.font = font(style, { weight: 600 });
    pen.fillStyle = style.accent;
    const name = (text: string, side: 'low' | 'high', y: number, base: 'top' | 'bottom') => {
      const atLeft = (side === 'low') !== isRightToLeft;
      pen.textAlign = atLeft ? 'left' : 'right';
      pen.textBaseline = base;
      pen.fillText(text, atLeft ? left + 7 : right - 7, y);
    };
    name(input.quadrants.workClosely, 'high', top + 6, 'top');
    name(input.quadrants.keepSatisfied, 'low', top + 6, 'top');
    name(input.quadrants.protectAndInform, 'high', bottom - 6, 'bottom');
    name(input.quadrants.watch, 'low', bottom - 6, 'bottom');
  });
  const marks = drawing('power-interest-marks', 'after', (pen, chart) => {
    if (input.marks === 'count') {
      drawCounts(pen, chart);
      return;
    }
    for (const [index, actor] of input.actors.entries()) {
      const offset = offsets[index] ?? { dx: 0, dy: 0 };
      const x = pixel(chart, 'x', actor.interest) + offset.dx * size;
      const y = pixel(chart, 'y', actor.power) + offset.dy * size;
      if (input.marks === 'number') drawNumber(pen, x, y, actor.mark ?? context.count(index + 1));
      else drawDot(pen, x, y, actor.label);
    }
  });

  /** One disc for each place, its area by how many stand there. */
  function drawCounts(pen: Pen, chart: DrawnChart) {
    const places = [...groupBy(input.actors, ({ power, interest }) => `${power} ${interest}`).values()];
    const most = Math.max(...places.map(({ length }) => length));
    for (const members of places) {
      const [first] = members;
      if (first)
        drawNumber(pen, pixel(chart, 'x', first.interest), pixel(chart, 'y', first.power), context.count(members.length), 1 + Math.sqrt(members.length / most));
    }
  }

  function drawNumber(pen: Pen, x: number, y: number, mark: string, scale = 1) {
    pen.beginPath();
    pen.arc(x, y, size * 0.48 * scale, 0, 2 * Math.PI);
    pen.fillStyle = style.accent;
    pen.fill();
    pen.font = font(style, { weight: 600, size: style.fontSize * 0.9 });
    pen.fillStyle = style.paper;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillText(mark, x, y + 0.5);
  }

  function drawDot(pen: Pen, x: number, y: number, label: string) {
    pen.beginPath();
    pen.arc(x, y, size * 0.28, 0, 2 * Math.PI);
    pen.fillStyle = style.accent;
    pen.fill();
    pen.font = font(style, { size: style.fontSize * 0.92 });
    pen.fillStyle = style.ink;
    pen.textAlign = isRightToLeft ? 'right' : 'left';
    pen.textBaseline = 'middle';
    pen.fillText(label, x + (isRightToLeft ? -1 : 1) * size * 0.45, y);
  }

  const axis = (label: string) => ({
    min: 0.35,
    max: 5.65,
    title: { display: true, text: label, color: style.muted, font: chartFontOf(600) },
    border: { color: style.muted },
    grid: { display: false },
    ticks: {
      stepSize: 1,
      color: style.muted,
      font: chartFontOf(400),
      includeBounds: false,
      callback: (value: unknown) => (Number.isInteger(Number(value)) ? context.count(Number(value)) : ''),
    },
  });
  function chartFontOf(weight: 400 | 600) {
    return { family: style.fontFamily, size: style.fontSize * 0.95, weight };
  }
  return {
    height: 340,
    config: {
      type: 'scatter',
      data: { datasets: [{ data: input.actors.map(({ power, interest }) => ({ x: interest, y: power })), pointRadius: 0, pointHitRadius: size / 2 }] },
      options: {
        ...baseOptions(context),
        scales: {
          x: { type: 'linear', ...axis(input.interestLabel), reverse: isRightToLeft },
          y: { type: 'linear', ...axis(input.powerLabel), position: isRightToLeft ? 'right' : 'left' },
        },
        plugins: {
          ...baseOptions(context).plugins,
          tooltip: { ...baseOptions(context).plugins.tooltip, callbacks: { label: (item) => input.actors[item.dataIndex]?.label ?? '' } },
        },
      },
      plugins: [quarters, marks],
    },
  };
}
