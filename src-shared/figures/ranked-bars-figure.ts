import { baseOptions, chartFont, type DrawnChart, drawing, type Figure, type FigureContext, font, type Pen, pixel, shorten } from './figure.ts';

export interface RankedBar {
  readonly label: string;
  /** Null = not shown; `note` then says why in place of the bar. */
  readonly value: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
  /** Written at the end of the bar. */
  readonly text: string;
  readonly isHighlighted?: boolean;
}

/** Horizontal bars, longest first as handed in, with whiskers for intervals, values written on them and one line to compare with. */
export function rankedBarsFigure(
  context: FigureContext,
  input: { bars: readonly RankedBar[]; reference?: { value: number; label: string }; labelWidth?: number; valueWidth?: number },
): Figure {
  const { style } = context;
  const isRightToLeft = context.direction === 'rtl';
  const hasWhiskers = input.bars.some((bar) => bar.high !== null && bar.high !== undefined);
  const longest = Math.max(0, ...input.bars.map((bar) => bar.high ?? bar.value ?? 0), input.reference?.value ?? 0);
  const top = longest > 0 ? longest * (hasWhiskers ? 1.02 : 1) : 1;
  const rowHeight = style.fontSize * 1.75;
  const labelWidth = input.labelWidth ?? labelWidthFor(input.bars, style.fontSize);
  const valueWidth = input.valueWidth ?? 62;
  const marks = drawing('ranked-bars-marks', 'after', (pen, chart) => {
    const area = chart.chartArea;
    if (input.reference) {
      const x = pixel(chart, 'x', input.reference.value);
      pen.strokeStyle = style.highlight;
      pen.lineWidth = 1;
      pen.setLineDash([3, 3]);
      pen.beginPath();
      pen.moveTo(x, area.top - 2);
      pen.lineTo(x, area.bottom);
      pen.stroke();
      pen.setLineDash([]);
      pen.font = font(style, { weight: 600, size: style.fontSize * 0.92 });
      pen.fillStyle = style.highlight;
      pen.textBaseline = 'bottom';
      pen.textAlign = 'center';
      const half = pen.measureText(input.reference.label).width / 2;
      pen.fillText(input.reference.label, Math.min(Math.max(x, half), chart.width - half), area.top - 3);
    }
    for (const [place, bar] of input.bars.entries()) {
      const y = pixel(chart, 'y', place);
      pen.textBaseline = 'middle';
      pen.font = font(style, { weight: bar.isHighlighted ? 600 : 400 });
      pen.fillStyle = style.ink;
      pen.textAlign = isRightToLeft ? 'left' : 'right';
      const labelX = isRightToLeft ? area.right + 8 : area.left - 8;
      pen.fillText(shorten(pen, bar.label, labelWidth - 10), labelX, y);
      if (bar.value !== null && bar.low !== null && bar.low !== undefined && bar.high !== null && bar.high !== undefined) {
        drawWhisker(pen, chart, { y, low: bar.low, value: bar.value, high: Math.min(bar.high, top), inBar: bar.isHighlighted ? style.paper : style.ink });
      }
      pen.fillStyle = bar.value === null ? style.muted : style.ink;
      pen.textAlign = isRightToLeft ? 'right' : 'left';
      const end = pixel(chart, 'x', bar.value === null ? 0 : Math.max(bar.value, bar.high ?? 0));
      const textX = end + (isRightToLeft ? -6 : 6);
      if (input.reference) clearBehind(pen, { x: textX, y, width: pen.measureText(bar.text).width });
      pen.fillStyle = bar.value === null ? style.muted : style.ink;
      pen.fillText(bar.text, textX, y);
    }
  });
  /** Keeps the line of comparison from running through a figure. */
  function clearBehind(pen: Pen, at: { x: number; y: number; width: number }) {
    pen.fillStyle = style.paper;
    pen.fillRect(isRightToLeft ? at.x - at.width - 2 : at.x - 2, at.y - style.fontSize * 0.6, at.width + 4, style.fontSize * 1.2);
  }
  function drawWhisker(pen: Pen, chart: DrawnChart, at: { y: number; low: number; value: number; high: number; inBar: string }) {
    const middle = pixel(chart, 'x', at.value);
    const side = (end: number, colour: string) => {
      pen.strokeStyle = colour;
      pen.lineWidth = 1;
      pen.beginPath();
      pen.moveTo(middle, at.y);
      pen.lineTo(end, at.y);
      pen.moveTo(end, at.y - 2.5);
      pen.lineTo(end, at.y + 2.5);
      pen.stroke();
    };
    side(pixel(chart, 'x', at.low), at.inBar);
    side(pixel(chart, 'x', at.high), style.ink);
  }
  return {
    height: input.bars.length * rowHeight + (input.reference ? style.fontSize * 1.8 : 4),
    config: {
      type: 'bar',
      data: {
        labels: input.bars.map((bar) => bar.label),
        datasets: [
          {
            data: input.bars.map((bar) => bar.value),
            backgroundColor: input.bars.map((bar) => (bar.isHighlighted ? style.accent : hasWhiskers ? style.accentSoft : style.accent)),
            barPercentage: 0.72,
            categoryPercentage: 1,
          },
        ],
      },
      options: {
        ...baseOptions(context),
        indexAxis: 'y',
        layout: {
          padding: {
            top: input.reference ? style.fontSize * 1.7 : 2,
            bottom: 2,
            left: isRightToLeft ? valueWidth : labelWidth,
            right: isRightToLeft ? labelWidth : valueWidth,
          },
        },
        scales: {
          x: { display: false, min: 0, max: top, reverse: isRightToLeft },
          y: { display: false, reverse: false },
        },
        plugins: {
          ...baseOptions(context).plugins,
          tooltip: {
            ...baseOptions(context).plugins.tooltip,
            callbacks: { label: (item) => input.bars[item.dataIndex]?.text ?? '' },
            bodyFont: chartFont(style),
          },
        },
      },
      plugins: [marks],
    },
  };
}

/** Room for the longest label, within reason: letters are about half as wide as they are high. */
function labelWidthFor(bars: readonly RankedBar[], fontSize: number): number {
  const longest = Math.max(0, ...bars.map((bar) => bar.label.length));
  return Math.min(fontSize * 16, Math.max(fontSize * 5, longest * fontSize * 0.56 + 14));
}
