import { baseOptions, drawing, type Figure, type FigureContext, font, pixel } from './figure.ts';
import { inkOn, sequentialColours } from './figure-style.ts';

/** Counts by weekday (rows, Monday first) and hour (0-23); null = too small to show. */
export interface WeekHours {
  readonly cells: readonly (readonly (number | null)[])[];
  readonly weekdayNames: readonly string[];
  /** What a cell without a figure means, e.g. «fewer than 5»; empty where none is hidden. */
  readonly hiddenLabel: string;
  readonly scaleLabel: string;
}

const classCount = 6;

/** A week as a table of 7 × 24 cells, darker for more; time runs in the direction of writing. */
export function weekHoursFigure(context: FigureContext, input: WeekHours): Figure {
  const { style } = context;
  const isRightToLeft = context.direction === 'rtl';
  const shown = input.cells.flat().flatMap((value) => value ?? []);
  const highest = Math.max(1, ...shown);
  const colours = sequentialColours(style, classCount);
  const colourOf = (value: number) => colours[Math.min(classCount - 1, Math.floor((value / highest) * classCount))] ?? style.accent;
  const labelWidth = 92;
  const legendHeight = style.fontSize * 2.6;
  const table = drawing('week-hours-table', 'before', (pen, chart) => {
    const cellWidth = Math.abs(pixel(chart, 'x', 1) - pixel(chart, 'x', 0));
    const cellHeight = Math.abs(pixel(chart, 'y', 2) - pixel(chart, 'y', 1));
    pen.textBaseline = 'middle';
    for (const [row, cells] of input.cells.entries()) {
      const y = pixel(chart, 'y', row + 1);
      for (const [hour, value] of cells.entries()) {
        const x = pixel(chart, 'x', hour);
        pen.fillStyle = value === null ? style.noData : value === 0 ? style.paper : colourOf(value);
        pen.fillRect(x - cellWidth / 2 + 0.6, y - cellHeight / 2 + 0.6, cellWidth - 1.2, cellHeight - 1.2);
        if (value === null || value === highest) {
          pen.textAlign = 'center';
          pen.font = font(style, { size: style.fontSize * 0.85, weight: value === null ? 400 : 600 });
          pen.fillStyle = value === null ? style.muted : inkOn(style, colourOf(value));
          pen.fillText(value === null ? '·' : context.count(value), x, y);
        }
      }
      pen.font = font(style);
      pen.fillStyle = style.ink;
      pen.textAlign = isRightToLeft ? 'left' : 'right';
      pen.fillText(input.weekdayNames[row] ?? '', isRightToLeft ? chart.chartArea.right + 8 : chart.chartArea.left - 8, y);
    }
    pen.font = font(style, { size: style.fontSize * 0.92 });
    pen.fillStyle = style.muted;
    pen.textAlign = 'center';
    pen.textBaseline = 'bottom';
    for (let hour = 0; hour < 24; hour += 3) pen.fillText(`${String(hour).padStart(2, '0')}:00`, pixel(chart, 'x', hour), chart.chartArea.top - 3);
    drawLegend();

    function drawLegend() {
      const swatch = style.fontSize * 1.7;
      const y = chart.chartArea.bottom + style.fontSize * 1.35;
      const sign = isRightToLeft ? -1 : 1;
      let x = isRightToLeft ? chart.chartArea.right : chart.chartArea.left;
      pen.textBaseline = 'middle';
      const write = (text: string, colour: string) => {
        pen.fillStyle = colour;
        pen.textAlign = isRightToLeft ? 'right' : 'left';
        pen.fillText(text, x, y);
        x += sign * (pen.measureText(text).width + 8);
      };
      write(input.scaleLabel, style.muted);
      write(context.count(0), style.ink);
      for (const colour of colours) {
        pen.fillStyle = colour;
        pen.fillRect(isRightToLeft ? x - swatch : x, y - swatch / 3, swatch, swatch / 1.6);
        x += sign * swatch;
      }
      x += sign * 8;
      write(context.count(highest), style.ink);
      if (input.hiddenLabel) {
        x += sign * 8;
        pen.fillStyle = style.noData;
        pen.fillRect(isRightToLeft ? x - swatch : x, y - swatch / 3, swatch, swatch / 1.6);
        pen.fillStyle = style.muted;
        pen.textAlign = 'center';
        pen.fillText('·', x + (sign * swatch) / 2, y);
        x += sign * (swatch + 6);
        write(input.hiddenLabel, style.muted);
      }
    }
  });
  const points = input.cells.flatMap((cells, row) => cells.flatMap((value, hour) => (value === null ? [] : { x: hour, y: row + 1, value })));
  return {
    height: 7 * style.fontSize * 1.9 + style.fontSize * 1.6 + legendHeight,
    config: {
      type: 'scatter',
      data: { datasets: [{ data: points, pointRadius: 0, pointHitRadius: style.fontSize, pointHoverRadius: 0 }] },
      options: {
        ...baseOptions(context),
        layout: {
          padding: { top: style.fontSize * 1.6, bottom: legendHeight, left: isRightToLeft ? 4 : labelWidth, right: isRightToLeft ? labelWidth : 4 },
        },
        scales: {
          x: { display: false, min: -0.5, max: 23.5, reverse: isRightToLeft, type: 'linear' },
          y: { display: false, min: 0.5, max: 7.5, reverse: true, type: 'linear' },
        },
        plugins: {
          ...baseOptions(context).plugins,
          tooltip: {
            ...baseOptions(context).plugins.tooltip,
            callbacks: {
              label: (item) => {
                const { x, y, value } = points[item.dataIndex] ?? { x: 0, y: 1, value: 0 };
                return `${input.weekdayNames[y - 1] ?? ''} ${String(x).padStart(2, '0')}:00 · ${context.count(value)}`;
              },
            },
          },
        },
      },
      plugins: [table],
    },
  };
}
