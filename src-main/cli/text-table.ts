export interface TextColumn {
  readonly title: string;
  /** Figures stand at the end of their column, words at its start. */
  readonly isFigure?: boolean;
}

/** Rows of text as a table for a terminal, columns two spaces apart. */
export function textTable(columns: readonly TextColumn[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((column, index) => Math.max(...[column.title, ...rows.map((row) => row[index] ?? '')].map(widthOf)));
  const line = (cells: readonly string[]) =>
    columns
      .map((column, index) => {
        const text = cells[index] ?? '';
        const space = ' '.repeat((widths[index] ?? 0) - widthOf(text));
        return column.isFigure ? space + text : text + space;
      })
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [line(columns.map((column) => column.title)), rule, ...rows.map(line)].join('\n');
}

/** Letters with separate accents take one place in a terminal. */
const widthOf = (text: string): number => [...text.normalize('NFC')].length;
