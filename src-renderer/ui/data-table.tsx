import { IconChevronDown, IconChevronUp, IconSelector } from '@tabler/icons-react';
import { type ColumnDef, flexRender, getCoreRowModel, getSortedRowModel, type SortingState, useReactTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef, useState } from 'react';
import classes from './data-table.module.css';

declare module '@tanstack/react-table' {
  interface ColumnMeta<TData, TValue> {
    /** Numbers stand at the end of their column. */
    readonly isNumber?: boolean;
    readonly width?: string;
  }
}

/** A row's height before it is measured, in CSS pixels. */
const estimatedRowHeightPx = 44;
/** The height a long table is drawn for before it is measured, in CSS pixels. */
const firstHeightPx = 400;
/** Above this many rows only those in view are drawn. */
const virtualFrom = 120;

export interface DataTableProps<Row> {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: ColumnDef<Row, unknown>[];
  readonly rowKey: (row: Row) => string;
  readonly initialSorting?: SortingState;
  /** Shown in the body when there are no rows. */
  readonly empty?: ReactNode;
  /** CSS height of the scrolling body; the whole table when left out and the rows are few. */
  readonly maxHeight?: string;
  readonly onRowClick?: (row: Row) => void;
  readonly isSelected?: (row: Row) => boolean;
}

/** The one table: sortable, sticky header, aligned figures, no vertical rules, long lists drawn as they scroll by. */
export function DataTable<Row>({
  caption,
  rows,
  columns,
  rowKey,
  initialSorting = [],
  empty,
  maxHeight = '60vh',
  onRowClick,
  isSelected,
}: DataTableProps<Row>) {
  const [sorting, setSorting] = useState<SortingState>(initialSorting);
  const table = useReactTable({
    data: rows as Row[],
    columns,
    state: { sorting },
    onSortingChange: setSorting,
    getRowId: rowKey,
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
  });
  const scroller = useRef<HTMLDivElement>(null);
  const all = table.getRowModel().rows;
  const isVirtual = all.length > virtualFrom;
  const virtualizer = useVirtualizer({
    count: all.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimatedRowHeightPx,
    overscan: 6,
    enabled: isVirtual,
    // The first rows are drawn with the rest of the screen, in pieces, and not at once when the table is measured.
    initialRect: { width: 0, height: firstHeightPx },
    useFlushSync: false,
  });
  const window = virtualizer.getVirtualItems();
  const shown = isVirtual ? window.flatMap((item) => all[item.index] ?? []) : all;
  const above = isVirtual ? (window[0]?.start ?? 0) : 0;
  const below = isVirtual ? virtualizer.getTotalSize() - (window.at(-1)?.end ?? 0) : 0;

  return (
    // A scrolling region must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolling by arrow keys needs focus
    <section ref={scroller} className={classes.scroller} style={{ maxBlockSize: maxHeight }} tabIndex={0} aria-label={caption}>
      <table className={classes.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => {
                const sorted = header.column.getIsSorted();
                const label = flexRender(header.column.columnDef.header, header.getContext());
                return (
                  <th
                    key={header.id}
                    scope="col"
                    data-number={header.column.columnDef.meta?.isNumber || undefined}
                    style={{ inlineSize: header.column.columnDef.meta?.width }}
                    aria-sort={sorted ? (sorted === 'asc' ? 'ascending' : 'descending') : undefined}
                  >
                    {header.column.getCanSort() ? (
                      <button type="button" className={classes.sort} onClick={header.column.getToggleSortingHandler()}>
                        {label}
                        {sorted === 'asc' ? (
                          <IconChevronUp size="0.9rem" aria-hidden />
                        ) : sorted === 'desc' ? (
                          <IconChevronDown size="0.9rem" aria-hidden />
                        ) : (
                          <IconSelector size="0.9rem" aria-hidden className={classes.unsorted} />
                        )}
                      </button>
                    ) : (
                      label
                    )}
                  </th>
                );
              })}
            </tr>
          ))}
        </thead>
        <tbody>
          {above > 0 ? <tr style={{ blockSize: above }} aria-hidden /> : null}
          {shown.map((row) => (
            <tr
              key={row.id}
              data-clickable={onRowClick ? '' : undefined}
              data-selected={isSelected?.(row.original) || undefined}
              onClick={onRowClick ? () => onRowClick(row.original) : undefined}
            >
              {row.getVisibleCells().map((cell) => (
                <td key={cell.id} data-number={cell.column.columnDef.meta?.isNumber || undefined}>
                  {flexRender(cell.column.columnDef.cell, cell.getContext())}
                </td>
              ))}
            </tr>
          ))}
          {below > 0 ? <tr style={{ blockSize: below }} aria-hidden /> : null}
        </tbody>
      </table>
      {rows.length === 0 ? empty : null}
    </section>
  );
}
