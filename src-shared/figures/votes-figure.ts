import { baseOptions, drawing, type Figure, type FigureContext, font, pixel, shorten, wrap, writeLabel } from './figure.ts';

export interface VoteColumn {
  readonly label: string;
  /** Share 0-1 of this column's dots, one per priority in the same order; null = not shown. */
  readonly shares: readonly (number | null)[];
  readonly texts: readonly string[];
}

/** Results by group side by side: one row per priority, one column of bars for all and for each group, so that groups compare by eye. */
export function votesFigure(context: FigureContext, input: { priorities: readonly string[]; columns: readonly VoteColumn[]; labelWidth?: number }): Figure {
  const { style } = context;
  const isRightToLeft = context.direction === 'rtl';
  const highest = Math.max(0.01, ...input.columns.flatMap((column) => column.shares.map((share) => share ?? 0)));
  const labelWidth = input.labelWidth ?? 200;
  const rowHeight = style.fontSize * 2.4;
  const headHeight = style.fontSize * 3.2;
  // One axis from 0 to the number of columns: column c holds c … c + 1, of which a bar may fill three fifths and its figure the rest.
  const barRoom = 0.6;
  const table = drawing('votes-table', 'after', (pen, chart) => {
    const columnWidth = Math.abs(pixel(chart, 'x', 1) - pixel(chart, 'x', 0));
    const sign = isRightToLeft ? -1 : 1;
    pen.textBaseline = 'middle';
    for (const [place, priority] of input.priorities.entries()) {
      const y = pixel(chart, 'y', place);
      pen.font = font(style);
      pen.fillStyle = style.ink;
      pen.textAlign = isRightToLeft ? 'right' : 'left';
      writeLabel(pen, style, priority, { x: isRightToLeft ? chart.width : 0, y, width: labelWidth - 14 });
      pen.strokeStyle = style.rule;
      pen.lineWidth = 0.6;
      pen.beginPath();
      pen.moveTo(0, y + rowHeight / 2);
      pen.lineTo(chart.width, y + rowHeight / 2);
      pen.stroke();
    }
    for (const [index, column] of input.columns.entries()) {
      const start = pixel(chart, 'x', index);
      pen.font = font(style, { weight: 600, size: style.fontSize * 0.95 });
      pen.fillStyle = index === 0 ? style.accent : style.muted;
      pen.textAlign = isRightToLeft ? 'right' : 'left';
      pen.textBaseline = 'bottom';
      const head = wrap(pen, column.label, columnWidth - 8);
      const headLines = head.length > 2 ? [head[0] ?? '', head.slice(1).join(' ')] : head;
      for (const [line, text] of headLines.entries()) {
        pen.fillText(shorten(pen, text, columnWidth - 6), start, chart.chartArea.top - 4 - (headLines.length - 1 - line) * style.fontSize * 1.1);
      }
      pen.textBaseline = 'middle';
      for (const [place, share] of column.shares.entries()) {
        const y = pixel(chart, 'y', place);
        const end = pixel(chart, 'x', index + (barRoom * (share ?? 0)) / highest);
        pen.font = font(style, { weight: index === 0 ? 600 : 400, size: style.fontSize * 0.92 });
        pen.fillStyle = style.ink;
        pen.fillText(column.texts[place] ?? '', end + sign * 4, y);
      }
    }
  });
  return {
    height: headHeight + rowHeight * input.priorities.length + 2,
    config: {
      type: 'bar',
      data: {
        labels: [...input.priorities],
        datasets: input.columns.map((column, index) => ({
          data: column.shares.map((share) => (share === null ? null : ([index, index + (barRoom * share) / highest] as [number, number]))),
          backgroundColor: index === 0 ? style.accent : style.accentSoft,
          barPercentage: 1,
          categoryPercentage: 0.5,
          grouped: false,
        })),
      },
      options: {
        ...baseOptions(context),
        indexAxis: 'y',
        layout: { padding: { top: headHeight, left: isRightToLeft ? 0 : labelWidth, right: isRightToLeft ? labelWidth : 0, bottom: 1 } },
        scales: {
          x: { display: false, min: 0, max: input.columns.length, reverse: isRightToLeft },
          y: { display: false },
        },
        plugins: {
          ...baseOptions(context).plugins,
          tooltip: {
            ...baseOptions(context).plugins.tooltip,
            callbacks: {
              label: (item) => `${input.columns[item.datasetIndex]?.label ?? ''}: ${input.columns[item.datasetIndex]?.texts[item.dataIndex] ?? ''}`,
            },
          },
        },
      },
      plugins: [table],
    },
  };
}
