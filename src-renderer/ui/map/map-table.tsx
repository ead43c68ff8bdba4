import type { ColumnDef } from '@tanstack/react-table';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { DataTable } from '../data-table.tsx';

interface MapRow {
  readonly areaId: string;
  readonly name: string;
  readonly value: number | null;
}

/** The figures of the map for the keyboard, for screen readers and for those who want the number. */
export function MapTable({
  caption,
  heading,
  rows,
  withValues,
  valueText,
  selectedId,
  onSelect,
}: {
  caption: string;
  heading: string | undefined;
  rows: readonly MapRow[];
  withValues: boolean;
  valueText: (areaId: string) => string;
  selectedId: string | null;
  onSelect: ((areaId: string | null) => void) | undefined;
}) {
  const { t, formats } = useTexts();
  const columns: ColumnDef<MapRow, unknown>[] = [
    { id: 'name', accessorKey: 'name', header: t('map.area'), sortingFn: (a, b) => formats.compare(a.original.name, b.original.name) },
  ];
  if (withValues) {
    columns.push({
      id: 'value',
      accessorFn: (row) => row.value ?? undefined,
      sortUndefined: 'last',
      header: heading ?? t('map.figure'),
      cell: ({ row }) => valueText(row.original.areaId),
      meta: { isNumber: true },
    });
  }
  return (
    <DataTable
      caption={caption}
      rows={rows}
      columns={columns}
      rowKey={(row) => row.areaId}
      initialSorting={[withValues ? { id: 'value', desc: true } : { id: 'name', desc: false }]}
      maxHeight="100%"
      isSelected={(row) => row.areaId === selectedId}
      {...(onSelect ? { onRowClick: (row: MapRow) => onSelect(row.areaId) } : {})}
    />
  );
}
