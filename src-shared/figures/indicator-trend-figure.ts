import { baseOptions, drawing, type Figure, type FigureContext, font, pixel } from './figure.ts';
import { amountAxis, axisWords } from './upright-axes.ts';

export interface IndicatorTrendPoint {
  readonly year: number;
  /** Null leaves a gap: hidden, or in dispute, where low and high are the range of the figures. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly text: string;
  /** Why the line is interrupted before this point; empty = it is not. */
  readonly breakLabel: string;
}

/** Values of an indicator over the years: a line with the intervals as whiskers, interrupted where definition or boundaries changed, and the target as a dashed level. */
export function indicatorTrendFigure(
  context: FigureContext,
  input: { points: readonly IndicatorTrendPoint[]; target?: { year: number; value: number; label: string } },
): Figure {
  const { style } = context;
  const isRightToLeft = context.direction === 'rtl';
  const { points, target } = input;
  const years = [...points.map((point) => point.year), ...(target ? [target.year] : [])];
  const first = Math.min(...years);
  const last = Math.max(...years);
  const highest = Math.max(0, ...points.map((point) => point.high ?? point.value ?? 0), target?.value ?? 0);
  const marks = drawing('indicator-marks', 'before', (pen, chart) => {
    const { top, bottom } = chart.chartArea;
    pen.lineWidth = 1.2;
    let labelledAt = Number.NEGATIVE_INFINITY;
    for (const point of points) {
      const x = pixel(chart, 'x', point.year);
      if (point.low !== null && point.high !== null) {
        pen.strokeStyle = point.value === null ? style.highlight : style.muted;
        if (point.value === null) pen.setLineDash([2, 2]);
        pen.beginPath();
        pen.moveTo(x, pixel(chart, 'y', point.low));
        pen.lineTo(x, pixel(chart, 'y', point.high));
        for (const end of [point.low, point.high]) {
          pen.moveTo(x - 4, pixel(chart, 'y', end));
          pen.lineTo(x + 4, pixel(chart, 'y', end));
        }
        pen.stroke();
        pen.setLineDash([]);
      }
      if (point.breakLabel === '') continue;
      const before = points[points.indexOf(point) - 1];
      const at = before ? (x + pixel(chart, 'x', before.year)) / 2 : x;
      pen.strokeStyle = style.highlight;
      pen.setLineDash([3, 3]);
      pen.beginPath();
      pen.moveTo(at, top);
      pen.lineTo(at, bottom);
      pen.stroke();
      pen.setLineDash([]);
      pen.font = font(style, { weight: 600, size: style.fontSize * 0.92 });
      pen.fillStyle = style.highlight;
      pen.textBaseline = 'bottom';
      pen.textAlign = 'center';
      const half = pen.measureText(point.breakLabel).width / 2;
      const middle = Math.min(Math.max(at, half), chart.width - half);
      // Labels of breaks that stand close would run into each other; their lines say enough.
      if (Math.abs(middle - labelledAt) < 2 * half + 4) continue;
      labelledAt = middle;
      pen.fillText(point.breakLabel, middle, top - 2);
    }
    if (target) {
      pen.strokeStyle = style.accent;
      pen.setLineDash([6, 4]);
      const y = pixel(chart, 'y', target.value);
      pen.beginPath();
      pen.moveTo(chart.chartArea.left, y);
      pen.lineTo(chart.chartArea.right, y);
      pen.stroke();
      pen.setLineDash([]);
      pen.font = font(style, { weight: 600, size: style.fontSize * 0.92 });
      pen.fillStyle = style.accent;
      pen.textBaseline = 'bottom';
      pen.textAlign = isRightToLeft ? 'left' : 'right';
      pen.fillText(target.label, isRightToLeft ? chart.chartArea.left : chart.chartArea.right, y - 3);
    }
  });
  // One line for each stretch without a break: no line crosses it.
  const stretches: IndicatorTrendPoint[][] = [];
  for (const point of points) {
    if (point.breakLabel !== '' || stretches.length === 0) stretches.push([]);
    stretches.at(-1)?.push(point);
  }
  return {
    height: 230,
    config: {
      type: 'line',
      data: {
        datasets: stretches.map((stretch) => ({
          data: stretch.map((point) => ({ x: point.year, y: point.value })),
          borderColor: style.accent,
          backgroundColor: style.accent,
          borderWidth: 1.8,
          pointRadius: 4,
          pointHitRadius: 10,
          tension: 0,
        })),
      },
      options: {
        ...baseOptions(context),
        layout: { padding: { top: style.fontSize * 1.6, left: 2, right: 2, bottom: 0 } },
        scales: {
          x: {
            type: 'linear',
            reverse: isRightToLeft,
            min: first - 0.5,
            max: last + 0.5,
            grid: { display: false },
            border: { color: style.muted },
            afterBuildTicks: (axis) => {
              const step = Math.max(1, Math.ceil((last - first) / 10));
              axis.ticks = Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, place) => ({ value: first + place * step }));
            },
            ticks: { ...axisWords(context), autoSkip: false, callback: (value) => String(value) },
          },
          y: amountAxis(context, { upTo: highest * 1.12, mostTicks: 6, write: (value) => context.decimal(value, Number.isInteger(value) ? 0 : 1) }),
        },
        plugins: {
          ...baseOptions(context).plugins,
          tooltip: {
            ...baseOptions(context).plugins.tooltip,
            callbacks: {
              title: (items) => String(items[0]?.parsed.x ?? ''),
              label: (item) => stretches[item.datasetIndex]?.[item.dataIndex]?.text ?? '',
            },
          },
        },
      },
      plugins: [marks],
    },
  };
}
