import type { FollowedIndicator } from '../domain/follow-up.ts';
import { lastDayOf } from '../methods/plan-progress.ts';
import { baseOptions, chartFont, type Figure, type FigureContext } from './figure.ts';
import { axisWords } from './upright-axes.ts';

type Shown = Pick<FollowedIndicator, 'baseline' | 'target' | 'points'> & {
  /** A day with its value, as the reader's language says it. */
  readonly words: (on: string, value: number | null) => string;
};

const daysOfYear = 365.25;

/** A date as a year with its part: the end of 2025 is 2026.0. */
function yearOf(on: string): number | null {
  const day = lastDayOf(on);
  return day === null ? null : 1970 + (day + 1) / daysOfYear;
}

/** Measured values as a line beside the straight way from baseline to target (dashed). A value that is missing, hidden or in dispute interrupts the line: it is no zero. */
export function progressFigure(context: FigureContext, { baseline, target, points, words }: Shown): Figure {
  const { style } = context;
  const from = { x: yearOf(baseline.on), y: baseline.value };
  const to = { x: yearOf(target.on), y: target.value };
  const measured = points
    .filter(({ hasOtherWording }) => !hasOtherWording)
    .map(({ on, value, isHidden, isInDispute }) => ({ x: yearOf(on), y: isHidden || isInDispute ? null : value, on }));
  const isFirst = from.x !== null && from.y !== null && !measured.some(({ x }) => x === from.x);
  const line = [...(isFirst ? [{ ...from, on: baseline.on }] : []), ...measured].flatMap((point) => (point.x === null ? [] : [{ ...point, x: point.x }]));
  const way =
    from.x !== null && from.y !== null && to.x !== null && to.y !== null
      ? [
          { x: from.x, y: from.y },
          { x: to.x, y: to.y },
        ]
      : [];
  const years = [...line.map(({ x }) => x), ...way.map(({ x }) => x)];
  const first = Math.floor(Math.min(...years, Number.POSITIVE_INFINITY));
  const last = Math.ceil(Math.max(...years, Number.NEGATIVE_INFINITY));
  const levels = [...line.flatMap(({ y }) => y ?? []), ...way.map(({ y }) => y)];
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  const room = (high - low || Math.abs(high) || 1) * 0.15;
  return {
    height: 200,
    config: {
      type: 'line',
      data: {
        datasets: [
          {
            data: way,
            // The target stands on the edge and is seen whole.
            clip: false,
            borderColor: style.muted,
            borderWidth: 1.4,
            borderDash: [5, 4],
            pointRadius: way.map((_, place) => (place === 0 ? 0 : 5)),
            pointStyle: 'rectRot',
            pointBackgroundColor: style.paper,
            pointBorderColor: style.muted,
            pointBorderWidth: 1.6,
          },
          {
            data: line,
            borderColor: style.accent,
            backgroundColor: style.accent,
            borderWidth: 2,
            pointRadius: 4,
            pointHitRadius: 10,
            tension: 0,
            spanGaps: false,
          },
        ],
      },
      options: {
        ...baseOptions(context),
        layout: { padding: { top: style.fontSize, left: 2, right: 8, bottom: 0 } },
        scales: {
          x: {
            type: 'linear',
            reverse: context.direction === 'rtl',
            min: first,
            max: Math.max(last, first + 1),
            grid: { display: false },
            border: { color: style.muted },
            ticks: { ...axisWords(context), precision: 0, maxTicksLimit: 8, callback: (value) => (Number.isInteger(Number(value)) ? String(value) : '') },
          },
          y: {
            position: context.direction === 'rtl' ? 'right' : 'left',
            suggestedMin: low < 0 ? low - room : Math.max(0, low - room),
            suggestedMax: high + room,
            border: { display: false },
            grid: { color: style.rule, lineWidth: 0.6, drawTicks: false },
            ticks: {
              ...axisWords(context),
              font: chartFont(style, { size: style.fontSize * 0.95 }),
              padding: 6,
              maxTicksLimit: 5,
              callback: (value) => context.decimal(Number(value), Number.isInteger(Number(value)) ? 0 : 1),
            },
          },
        },
        plugins: {
          ...baseOptions(context).plugins,
          tooltip: {
            ...baseOptions(context).plugins.tooltip,
            callbacks: {
              title: () => '',
              label: (item) => {
                const point = item.datasetIndex === 1 ? line[item.dataIndex] : undefined;
                return point ? words(point.on, point.y) : item.dataIndex === 0 ? words(baseline.on, baseline.value) : words(target.on, target.value);
              },
            },
          },
        },
      },
    },
  };
}
