import { baseOptions, drawing, type Figure, type FigureContext, font, pixel } from './figure.ts';
import { amountAxis, namedAxis } from './upright-axes.ts';

export interface TrendPoint {
  /** Shown on the axis where it is not empty. */
  readonly label: string;
  /** For the tooltip. */
  readonly title: string;
  /** Null leaves a gap in the line: missing is never zero. */
  readonly value: number | null;
}

/** A stretch of points with a mean of its own, e.g. one year of months. */
export interface TrendStretch {
  readonly from: number;
  readonly to: number;
  /** Null draws no step. */
  readonly mean: number | null;
  readonly label: string;
  /** Written in its place where the label does not fit the stretch. */
  readonly shortLabel?: string;
}

/** Counts over time as one line from zero, with each year's mean as a quiet step and its value written on it. */
export function trendFigure(context: FigureContext, input: { points: readonly TrendPoint[]; stretches: readonly TrendStretch[] }): Figure {
  const { style } = context;
  const highest = Math.max(1, ...input.points.map((point) => point.value ?? 0));
  const steps = drawing('trend-steps', 'before', (pen, chart) => {
    for (const [place, stretch] of input.stretches.entries()) {
      const from = pixel(chart, 'x', stretch.from - 0.5);
      const to = pixel(chart, 'x', stretch.to + 0.5);
      if (place % 2 === 0) {
        pen.fillStyle = `${style.rule}55`;
        pen.fillRect(Math.min(from, to), chart.chartArea.top, Math.abs(to - from), chart.chartArea.bottom - chart.chartArea.top);
      }
      if (stretch.mean !== null) {
        const y = pixel(chart, 'y', stretch.mean);
        pen.strokeStyle = style.highlight;
        pen.lineWidth = 1.4;
        pen.setLineDash([4, 3]);
        pen.beginPath();
        pen.moveTo(from, y);
        pen.lineTo(to, y);
        pen.stroke();
        pen.setLineDash([]);
      }
      pen.font = font(style, { weight: 600, size: style.fontSize * 0.95 });
      pen.fillStyle = style.highlight;
      pen.textAlign = 'center';
      pen.textBaseline = 'top';
      const isRoomy = pen.measureText(stretch.label).width <= Math.abs(to - from);
      pen.fillText(isRoomy ? stretch.label : (stretch.shortLabel ?? stretch.label), (from + to) / 2, chart.chartArea.top + 2);
    }
  });
  return {
    height: 210,
    config: {
      type: 'line',
      data: {
        labels: input.points.map((point) => point.label),
        datasets: [
          {
            data: input.points.map((point) => point.value),
            borderColor: style.accent,
            backgroundColor: style.accent,
            borderWidth: 1.8,
            pointRadius: 0,
            pointHitRadius: 8,
            tension: 0,
            spanGaps: false,
          },
        ],
      },
      options: {
        ...baseOptions(context),
        scales: {
          x: { ...namedAxis(context, (index) => input.points[index]?.label ?? ''), offset: true },
          y: amountAxis(context, { upTo: highest * 1.18, mostTicks: 6, write: context.count, isWhole: true }),
        },
        plugins: {
          ...baseOptions(context).plugins,
          tooltip: {
            ...baseOptions(context).plugins.tooltip,
            callbacks: {
              title: (items) => input.points[items[0]?.dataIndex ?? -1]?.title ?? '',
              label: (item) => context.count(Number(item.parsed.y)),
            },
          },
        },
      },
      plugins: [steps],
    },
  };
}
