import type { ColumnDef } from '@tanstack/react-table';
import { useMemo } from 'react';
import { midRanks } from '#shared/methods/ranks.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from './explore.module.css';
import { type ExploreScope, useCounts } from './use-explore-data.ts';

interface AreaFigures {
  readonly id: string;
  readonly name: string;
  /** Null where it is hidden. */
  readonly count: number | null;
  readonly population: number | null;
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly rank: number | null;
}

/** Every area with its count, rate and exact interval. A row chosen becomes the area that the screen looks at. */
export function AreaTable({ scope, onChoose }: { scope: ExploreScope; onChoose: (areaId: string | null) => void }) {
  const { t, formats } = useTexts();
  const counts = useCounts(scope, ['area'], { anywhere: true });
  const rows = useMemo<AreaFigures[]>(() => {
    const placed = (counts ?? []).filter((row) => row.areaId);
    const ranks = midRanks(placed.map((row) => row.rate));
    return placed.map(({ areaId, area, count, population, rate, low, high, isHidden }, place) => ({
      id: areaId ?? '',
      name: area ?? '',
      count: isHidden ? null : count,
      population,
      rate,
      low,
      high,
      rank: ranks[place] ?? null,
    }));
  }, [counts]);
  const years = (scope.filter.years.length > 0 ? scope.filter.years : scope.overview.years).length;
  const columns = useMemo<ColumnDef<AreaFigures, unknown>[]>(
    () => [
      {
        id: 'name',
        accessorKey: 'name',
        header: t('explore.areas.area'),
        sortingFn: (a, b) => formats.compare(a.original.name, b.original.name),
        cell: ({ row }) => (
          <button
            type="button"
            className={classes.areaName}
            onClick={() => onChoose(row.original.id === scope.filter.areaId ? null : row.original.id)}
            aria-pressed={row.original.id === scope.filter.areaId}
          >
            <bdi>{row.original.name}</bdi>
          </button>
        ),
      },
      { accessorKey: 'count', header: t('explore.stat.incidents'), meta: { isNumber: true }, cell: ({ row }) => formats.count(row.original.count) },
      {
        accessorKey: 'population',
        header: t(years > 1 ? 'explore.areas.personYears' : 'explore.areas.population'),
        meta: { isNumber: true },
        sortUndefined: 'last',
        cell: ({ row }) => formats.count(row.original.population),
      },
      {
        id: 'rate',
        accessorFn: (row) => row.rate ?? undefined,
        header: t('explore.areas.rate'),
        meta: { isNumber: true },
        sortUndefined: 'last',
        cell: ({ row }) => <span title={row.original.rate === null ? t('explore.stat.noPopulation') : undefined}>{formats.decimal(row.original.rate)}</span>,
      },
      {
        id: 'interval',
        header: t('explore.areas.interval'),
        enableSorting: false,
        meta: { isNumber: true },
        cell: ({ row }) =>
          row.original.low === null ? '–' : t('explore.areas.range', { low: formats.decimal(row.original.low), high: formats.decimal(row.original.high) }),
      },
      {
        id: 'rank',
        accessorFn: (row) => row.rank ?? undefined,
        header: t('explore.areas.rank'),
        meta: { isNumber: true },
        sortUndefined: 'last',
        cell: ({ row }) => (row.original.rank === null ? '–' : formats.decimal(row.original.rank, row.original.rank % 1 === 0 ? 0 : 1)),
      },
    ],
    [t, formats, years, onChoose, scope.filter.areaId],
  );
  return (
    <Panel title={t('explore.areas.title')} note={t('explore.areas.note')} plain>
      <DataTable
        caption={t('explore.areas.title')}
        rows={rows}
        columns={columns}
        rowKey={(row) => row.id}
        initialSorting={[{ id: 'rate', desc: true }]}
        isSelected={(row) => row.id === scope.filter.areaId}
        maxHeight="32rem"
        empty={<p style={{ padding: '0 1.125rem' }}>{t('explore.areas.none')}</p>}
      />
    </Panel>
  );
}
