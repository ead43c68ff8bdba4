import type { ColumnDef } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { DataQuality } from '#shared/domain/datasets.ts';
import type { ImportKind } from '#shared/domain/recipes.ts';
import { useTexts } from '../../../../app/texts/texts-provider.tsx';
import { DataTable } from '../../../../ui/data-table.tsx';
import { Panel } from '../../../../ui/stage-page.tsx';

type AreaRow = DataQuality['areas'][number];

/** Rows by area and how complete they are there: an area without rows, or without hours, is a gap in what is known, no safe place. */
export function AreasPanel({ areas, kind }: { areas: DataQuality['areas']; kind: ImportKind }) {
  const { t, formats } = useTexts();
  const empty = areas.filter(({ rows, areaId }) => rows === 0 && areaId !== null).length;
  const columns = useMemo<ColumnDef<AreaRow, unknown>[]>(() => {
    const share = (part: 'withDay' | 'withHour' | 'withPoint', header: string): ColumnDef<AreaRow, unknown> => ({
      id: part,
      accessorFn: (row) => (row.rows > 0 ? row[part] / row.rows : -1),
      header,
      meta: { isNumber: true, width: '7rem' },
      cell: ({ row: { original } }) => formats.percent(original.rows > 0 ? original[part] / original.rows : null),
    });
    return [
      {
        id: 'name',
        accessorFn: ({ name }) => name ?? '',
        header: t('field.area'),
        cell: ({ row: { original } }) => (original.areaId === null ? t('quality.areas.nowhere') : <bdi>{original.name}</bdi>),
      },
      { accessorKey: 'rows', header: t('data.column.rows'), meta: { isNumber: true, width: '7rem' }, cell: ({ row }) => formats.count(row.original.rows) },
      ...(kind === 'incidents'
        ? [share('withDay', t('quality.areas.withDay')), share('withHour', t('quality.areas.withHour')), share('withPoint', t('quality.areas.withPoint'))]
        : []),
    ];
  }, [t, formats, kind]);
  return (
    <Panel title={t('quality.areas.title')} note={empty > 0 ? t('quality.areas.empty', { number: formats.count(empty) }) : t('quality.areas.all')} plain>
      <DataTable caption={t('quality.areas.title')} rows={areas} columns={columns} rowKey={({ areaId }) => areaId ?? ''} maxHeight="24rem" />
    </Panel>
  );
}
