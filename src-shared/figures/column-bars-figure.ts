import { baseOptions, drawing, type Figure, type FigureContext, font, pixel } from './figure.ts';
import { amountAxis, namedAxis } from './upright-axes.ts';

export interface ColumnBar {
  /** Shown on the axis where it is not empty. */
  readonly label: string;
  /** For the tooltip. */
  readonly title: string;
  /** Null = not known: no bar, and never zero. */
  readonly value: number | null;
  /** Stands out: in the highlight colour, with its number written on it. */
  readonly isHighlighted?: boolean;
  /** Something is missing here: a mark stands on the axis, so that a short bar and a gap can be told apart without colour. */
  readonly isGap?: boolean;
}

/** Upright bars from zero in the order handed in, along the direction of writing, with marks at gaps and one line to compare with. */
export function columnBarsFigure(
  context: FigureContext,
  input: { bars: readonly ColumnBar[]; reference?: { value: number; label: string }; write?: (value: number) => string },
): Figure {
  const { style } = context;
  const isRightToLeft = context.direction === 'rtl';
  const write = input.write ?? context.count;
  const highest = Math.max(0, ...input.bars.map(({ value }) => value ?? 0), input.reference?.value ?? 0) || 1;
  const marks = drawing('column-bars-marks', 'after', (pen, chart) => {
    const { top, bottom, left, right } = chart.chartArea;
    pen.textAlign = 'center';
    for (const [place, bar] of input.bars.entries()) {
      const x = pixel(chart, 'x', place);
      if (bar.isGap) {
        pen.fillStyle = style.highlight;
        pen.beginPath();
        pen.moveTo(x - 4, bottom - 9);
        pen.lineTo(x + 4, bottom - 9);
        pen.lineTo(x, bottom - 2);
        pen.fill();
      } else if (bar.isHighlighted && bar.value !== null) {
        pen.font = font(style, { weight: 600, size: style.fontSize * 0.92 });
        pen.fillStyle = style.ink;
        pen.textBaseline = 'bottom';
        pen.fillText(write(bar.value), x, pixel(chart, 'y', bar.value) - 3);
      }
    }
    if (!input.reference) return;
    const y = pixel(chart, 'y', input.reference.value);
    pen.strokeStyle = style.ink;
    pen.lineWidth = 1;
    pen.setLineDash([4, 3]);
    pen.beginPath();
    pen.moveTo(left, y);
    pen.lineTo(right, y);
    pen.stroke();
    pen.setLineDash([]);
    pen.font = font(style, { weight: 600, size: style.fontSize * 0.92 });
    pen.fillStyle = style.ink;
    pen.textBaseline = 'bottom';
    pen.textAlign = isRightToLeft ? 'left' : 'right';
    // Above the bars, with a piece of the line beside it: on the line it would stand in the bars.
    const end = isRightToLeft ? left : right;
    pen.fillText(input.reference.label, end, top - 4);
    const inward = isRightToLeft ? 1 : -1;
    const start = end + inward * (pen.measureText(input.reference.label).width + 6);
    pen.setLineDash([4, 3]);
    pen.beginPath();
    pen.moveTo(start, top - 4 - style.fontSize * 0.45);
    pen.lineTo(start + inward * 20, top - 4 - style.fontSize * 0.45);
    pen.stroke();
    pen.setLineDash([]);
  });
  return {
    height: 200,
    config: {
      type: 'bar',
      data: {
        labels: input.bars.map(({ label }) => label),
        datasets: [
          {
            data: input.bars.map(({ value }) => value),
            backgroundColor: input.bars.map(({ isHighlighted, isGap }) => (isHighlighted ? style.highlight : isGap ? style.accentSoft : style.accent)),
            barPercentage: 0.86,
            categoryPercentage: 1,
          },
        ],
      },
      options: {
        ...baseOptions(context),
        layout: { padding: { top: style.fontSize * 1.4 } },
        scales: {
          x: namedAxis(context, (index) => input.bars[index]?.label ?? ''),
          y: amountAxis(context, { upTo: highest, mostTicks: 5, write }),
        },
        plugins: {
          ...baseOptions(context).plugins,
          tooltip: {
            ...baseOptions(context).plugins.tooltip,
            callbacks: {
              title: (items) => input.bars[items[0]?.dataIndex ?? -1]?.title ?? '',
              label: (item) => write(Number(item.parsed.y)),
            },
          },
        },
      },
      plugins: [marks],
    },
  };
}
