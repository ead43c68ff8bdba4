import classes from './chart.module.css';

export interface FigureColumn {
  readonly label: string;
  readonly isNumber?: boolean;
}

/** The figures behind a chart, in words and numbers. */
export interface FigureRows {
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly (readonly string[])[];
}

export function FigureTable({ caption, table }: { caption: string; table: FigureRows }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={classes.tableScroller} tabIndex={0} aria-label={caption}>
      <table className={classes.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.label} scope="col" data-number={column.isNumber || undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.join('\u0000')}>
              {row.map((cell, place) => (
                <td key={table.columns[place]?.label} data-number={table.columns[place]?.isNumber || undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
