import { Tooltip } from '@mantine/core';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { FigureRow, FigureTableInfo } from '#shared/domain/figures.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { digitsFor } from './figure-words.ts';
import { useBreakdownName } from './use-breakdown-name.ts';
import { type FigureChoice, periodOf } from './use-figure-choice.ts';

/** The figures looked at, one a row, as the file gives them. */
export function FiguresTable({ table, choice }: { table: FigureTableInfo; choice: FigureChoice }) {
  const { t, formats } = useTexts();
  const nameOf = useBreakdownName();
  const hasAreas = table.layers.length > 0;
  const rows = useMemo(() => (choice.answer?.rows ?? []).map((row, place) => ({ ...row, place })), [choice.answer]);
  const hasLimits = rows.some(({ low }) => low !== null);
  const digits = useMemo(() => digitsFor(rows.flatMap(({ value, low, high }) => [value, low, high])), [rows]);
  type Row = FigureRow & { place: number };
  const columns = useMemo<ColumnDef<Row, unknown>[]>(() => {
    const number = (value: number | null) => (value === null ? null : formats.decimal(value, digits));
    const missing = (
      <Tooltip label={t('figures.missing')}>
        <span>–</span>
      </Tooltip>
    );
    return [
      ...(hasAreas ? [{ id: 'area', header: t('field.area'), accessorFn: (row: Row) => row.areaName ?? '' }] : []),
      ...choice.filters.map(({ field }) => ({ id: field, header: nameOf(table, field), accessorFn: (row: Row) => row[field] || t('figures.total') })),
      { id: 'period', header: t('figures.period'), accessorFn: periodOf },
      {
        id: 'value',
        header: [t('field.value'), choice.unit].filter((part) => part !== '').join(', '),
        accessorFn: (row: Row) => row.value ?? Number.NEGATIVE_INFINITY,
        cell: ({ row }) => number(row.original.value) ?? missing,
        meta: { isNumber: true },
      },
      ...(hasLimits
        ? [
            {
              id: 'limits',
              header: t('surveys.interval'),
              enableSorting: false,
              cell: ({ row }: { row: { original: Row } }) => `${number(row.original.low) ?? '–'}–${number(row.original.high) ?? '–'}`,
              meta: { isNumber: true },
            },
          ]
        : []),
    ];
  }, [t, formats, digits, table, choice.filters, choice.unit, hasAreas, hasLimits, nameOf]);
  const { answer } = choice;
  return (
    <Panel
      title={t('figures.table.title')}
      note={t('figures.table.note', { shown: formats.count(rows.length), total: formats.count(answer?.total), missing: formats.count(answer?.facts.missing) })}
      plain
    >
      <DataTable caption={t('figures.table.title')} rows={rows} columns={columns} rowKey={({ place }) => String(place)} maxHeight="34rem" />
    </Panel>
  );
}
