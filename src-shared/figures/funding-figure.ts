import { baseOptions, drawing, type Figure, type FigureContext, font, pixel, writeLabel } from './figure.ts';

export interface FundingRow {
  readonly label: string;
  /** In the order of `parts`. */
  readonly values: readonly number[];
  /** Total, written at the end. */
  readonly text: string;
}

/** Costs by objective as stacked bars: where the money comes from, and what is still open as a hollow end. */
export function fundingFigure(context: FigureContext, input: { parts: readonly string[]; rows: readonly FundingRow[]; labelWidth?: number }): Figure {
  const { style } = context;
  const isRightToLeft = context.direction === 'rtl';
  const colours = [style.accent, style.categorical[2] ?? style.accent, style.accentSoft, style.paper];
  const longest = Math.max(1, ...input.rows.map((row) => row.values.reduce((sum, value) => sum + value, 0)));
  const labelWidth = input.labelWidth ?? 190;
  // Room for the longest sum: a billion in a currency of small units has many digits.
  const valueWidth = Math.max(96, ...input.rows.map(({ text }) => text.length * style.fontSize * 0.62));
  const rowHeight = style.fontSize * 2.75;
  const legendHeight = style.fontSize * 2.1;
  const table = drawing('funding-table', 'after', (pen, chart) => {
    pen.textBaseline = 'middle';
    pen.font = font(style);
    const sign = isRightToLeft ? -1 : 1;
    for (const [place, row] of input.rows.entries()) {
      const y = pixel(chart, 'y', place);
      pen.fillStyle = style.ink;
      pen.textAlign = isRightToLeft ? 'right' : 'left';
      pen.font = font(style);
      writeLabel(pen, style, row.label, { x: isRightToLeft ? chart.width : 0, y, width: labelWidth - 14 });
      const end = pixel(
        chart,
        'x',
        row.values.reduce((sum, value) => sum + value, 0),
      );
      pen.font = font(style, { weight: 600 });
      pen.fillText(row.text, end + sign * 6, y);
    }
    let x = isRightToLeft ? chart.width : 0;
    const swatch = style.fontSize * 0.9;
    const y = style.fontSize * 0.8;
    pen.font = font(style, { size: style.fontSize * 0.95 });
    for (const [index, part] of input.parts.entries()) {
      const left = isRightToLeft ? x - swatch : x;
      pen.fillStyle = colours[index] ?? style.accent;
      pen.fillRect(left, y - swatch / 2, swatch, swatch);
      if (index === 3) {
        pen.strokeStyle = style.highlight;
        pen.lineWidth = 1.2;
        pen.beginPath();
        pen.moveTo(left + 0.6, y - swatch / 2 + 0.6);
        pen.lineTo(left + swatch - 0.6, y - swatch / 2 + 0.6);
        pen.lineTo(left + swatch - 0.6, y + swatch / 2 - 0.6);
        pen.lineTo(left + 0.6, y + swatch / 2 - 0.6);
        pen.lineTo(left + 0.6, y - swatch / 2);
        pen.stroke();
      }
      x += sign * (swatch + 5);
      pen.fillStyle = style.ink;
      pen.fillText(part, x, y);
      x += sign * (pen.measureText(part).width + 16);
    }
  });
  return {
    height: legendHeight + rowHeight * input.rows.length + 2,
    config: {
      type: 'bar',
      data: {
        labels: input.rows.map((row) => row.label),
        datasets: input.parts.map((part, index) => ({
          label: part,
          data: input.rows.map((row) => row.values[index] ?? 0),
          backgroundColor: colours[index] ?? style.accent,
          borderColor: index === 3 ? style.highlight : (colours[index] ?? style.accent),
          borderWidth: input.rows.map((row) => (index === 3 && (row.values[3] ?? 0) > 0 ? 1.2 : 0)),
          borderSkipped: false as const,
          barPercentage: 0.62,
          categoryPercentage: 1,
          stack: 'funding',
        })),
      },
      options: {
        ...baseOptions(context),
        indexAxis: 'y',
        layout: { padding: { top: legendHeight, left: isRightToLeft ? valueWidth : labelWidth, right: isRightToLeft ? labelWidth : valueWidth, bottom: 1 } },
        scales: {
          x: { display: false, stacked: true, min: 0, max: longest, reverse: isRightToLeft },
          y: { display: false, stacked: true },
        },
        plugins: {
          ...baseOptions(context).plugins,
          tooltip: {
            ...baseOptions(context).plugins.tooltip,
            callbacks: { label: (item) => `${input.parts[item.datasetIndex] ?? ''}: ${context.count(Number(item.parsed.x))}` },
          },
        },
      },
      plugins: [table],
    },
  };
}
