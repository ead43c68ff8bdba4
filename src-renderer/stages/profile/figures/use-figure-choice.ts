import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FigureAnswer, FigureRow, FigureTableInfo } from '#shared/domain/figures.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';

export const breakdownFields = ['breakdown', 'breakdown2', 'breakdown3'] as const;
export type BreakdownField = (typeof breakdownFields)[number];

interface Wish {
  readonly datasetId?: string;
  readonly series?: string;
  /** Null = all values of the breakdown side by side. */
  readonly filters: Partial<Record<BreakdownField, string | null>>;
}

export interface FigureChoice {
  readonly table: FigureTableInfo | undefined;
  readonly series: string;
  readonly unit: string;
  /** Breakdowns that the table has, with the value looked at; null = all. */
  readonly filters: readonly { readonly field: BreakdownField; readonly value: string | null }[];
  readonly layerId: string | null;
  readonly answer: FigureAnswer | undefined;
  chooseTable(datasetId: string): void;
  chooseSeries(series: string): void;
  setFilter(field: BreakdownField, value: string | null): void;
}

/** The newest table's first series, totals of every breakdown but the first, until a person chooses. */
export function useFigureChoice(tables: readonly FigureTableInfo[] | undefined): FigureChoice {
  const { queries } = useEngine();
  const [wish, setWish] = useState<Wish>({ filters: {} });
  const table = tables?.find(({ datasetId }) => datasetId === wish.datasetId) ?? tables?.[0];
  const series = table?.series.find(({ value }) => value === wish.series)?.value ?? table?.series[0]?.value ?? '';
  const filters = breakdownFields.flatMap((field, place) => {
    const values = table?.[field] ?? [];
    if (values.length < 2 && values[0]?.value === '') return [];
    const wanted = wish.filters[field];
    // Where places are compared the totals of all breakdowns; else the first is shown value by value, and of the others the total, where there is one.
    const isSpread = place === 0 && (table?.layers.length ?? 0) === 0;
    const start = isSpread || !values.some(({ value }) => value === '') ? null : '';
    return [{ field, value: wanted === undefined || (wanted !== null && !values.some(({ value }) => value === wanted)) ? start : wanted }];
  });
  const layerId = table?.layers.at(-1)?.id ?? null;
  const input = {
    datasetId: table?.datasetId ?? '',
    series,
    ...Object.fromEntries(filters.flatMap(({ field, value }) => (value === null ? [] : [[field, value]]))),
    ...(layerId === null ? {} : { layerId }),
  };
  const answer = useQuery({ ...queries.figures.query.queryOptions({ input }), enabled: table !== undefined, placeholderData: keepPreviousData }).data;
  return {
    ...{ table, series, filters, layerId, answer, unit: table?.series.find(({ value }) => value === series)?.unit ?? '' },
    chooseTable: (datasetId) => setWish({ datasetId, filters: {} }),
    chooseSeries: (chosen) => setWish({ ...wish, series: chosen }),
    setFilter: (field, value) => setWish({ ...wish, filters: { ...wish.filters, [field]: value } }),
  };
}

/** What a row stands for besides its series and period: place and breakdowns. */
export function groupOf(row: FigureRow): string {
  return [row.areaName ?? '', row.breakdown, row.breakdown2, row.breakdown3].filter((part) => part !== '').join(' · ');
}

export function periodOf(row: FigureRow): string {
  return row.year === null
    ? row.month === null
      ? ''
      : String(row.month)
    : row.month === null
      ? String(row.year)
      : `${row.year}-${String(row.month).padStart(2, '0')}`;
}
