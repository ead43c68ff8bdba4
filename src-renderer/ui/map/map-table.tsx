import type { ColumnDef } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { ReadPanel } from '#shared/figures/map-figure.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { DataTable } from '../data-table.tsx';

interface MapRow {
  readonly id: string;
  readonly name: string;
}

/** The figures of the map for the keyboard, for screen readers and for those who want the number. One column a panel. */
export function MapTable({
  caption,
  heading,
  rows,
  panels,
  valueText,
  selectedId,
  onSelect,
}: {
  caption: string;
  heading: string | undefined;
  rows: readonly MapRow[];
  /** Empty where the map shows places only. */
  panels: readonly ReadPanel[];
  valueText: (panel: ReadPanel, id: string) => string;
  selectedId: string | null;
  onSelect: ((id: string | null) => void) | undefined;
}) {
  const { t, formats } = useTexts();
  const columns = useMemo<ColumnDef<MapRow, unknown>[]>(
    () => [
      { id: 'name', accessorKey: 'name', header: t('map.area'), sortingFn: (a, b) => formats.compare(a.original.name, b.original.name) },
      ...panels.map(
        (panel, place): ColumnDef<MapRow, unknown> => ({
          id: `value-${place}`,
          accessorFn: ({ id }) => {
            const entry = panel.values.get(id);
            return entry && !entry.isHidden ? (entry.value ?? undefined) : undefined;
          },
          sortUndefined: 'last',
          header: [heading ?? t('map.figure'), panel.title].filter(Boolean).join(': '),
          cell: ({ row }) => valueText(panel, row.original.id),
          meta: { isNumber: true },
        }),
      ),
    ],
    [panels, heading, valueText, t, formats],
  );
  return (
    <DataTable
      caption={caption}
      rows={rows}
      columns={columns}
      rowKey={(row) => row.id}
      initialSorting={[panels.length > 0 ? { id: 'value-0', desc: true } : { id: 'name', desc: false }]}
      maxHeight="100%"
      isSelected={(row) => row.id === selectedId}
      {...(onSelect ? { onRowClick: (row: MapRow) => onSelect(row.id) } : {})}
    />
  );
}
