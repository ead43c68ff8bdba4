import { Link } from '@tanstack/react-router';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { Dataset } from '#shared/domain/datasets.ts';
import { importKinds } from '#shared/domain/recipes.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { kindIcons } from '../../import/kind-choice.tsx';
import classes from './data.module.css';
import { DatasetMenu } from './dataset-menu.tsx';
import { datasetName, datasetPeriod } from './dataset-words.ts';
import { QualityBadge } from './quality-badge.tsx';

/** Every dataset: what it is, its time, its rows, how good it is, where it is from. */
export function DatasetTable({ datasets }: { datasets: readonly Dataset[] }) {
  const { t, formats } = useTexts();
  const columns = useMemo<ColumnDef<Dataset, unknown>[]>(
    () => [
      {
        id: 'name',
        accessorFn: datasetName,
        header: t('data.column.name'),
        cell: ({ row: { original } }) => {
          const Icon = kindIcons[original.kind];
          return (
            <span className={classes.nameCell}>
              <Icon size="1.4rem" stroke={1.4} aria-hidden className={classes.icon} />
              <span className={classes.nameWords}>
                <Link to="/profile/data/$datasetId" params={{ datasetId: original.id }} className={classes.name}>
                  <bdi>{datasetName(original)}</bdi>
                </Link>
                <span className={classes.faint}>
                  {t(`import.kind.${original.kind}`)}
                  {original.title ? ` · \u2068${original.fileName}\u2069` : ''}
                </span>
              </span>
            </span>
          );
        },
      },
      {
        id: 'period',
        accessorFn: ({ firstYear }) => firstYear ?? 0,
        header: t('data.column.period'),
        meta: { width: '9.5rem' },
        cell: ({ row }) => datasetPeriod(row.original, formats) || '–',
      },
      {
        accessorKey: 'imported',
        header: t('data.column.rows'),
        meta: { isNumber: true, width: '5.5rem' },
        cell: ({ row }) => formats.count(row.original.imported),
      },
      {
        id: 'quality',
        accessorFn: ({ problemCounts }) => problemCounts.length,
        header: t('data.column.quality'),
        cell: ({ row }) => <QualityBadge dataset={row.original} />,
      },
      {
        accessorKey: 'source',
        header: t('data.source'),
        cell: ({ row: { original } }) => {
          const words = [original.source, original.licence].filter(Boolean).join(' · ');
          return words ? <bdi className={classes.source}>{words}</bdi> : <span className={classes.faint}>{t('data.noSource')}</span>;
        },
      },
      {
        id: 'actions',
        header: () => <span className="visually-hidden">{t('data.column.actions')}</span>,
        enableSorting: false,
        meta: { width: '3.5rem' },
        cell: ({ row: { original } }) => (
          <DatasetMenu dataset={original} others={datasets.filter(({ id, kind }) => kind === original.kind && id !== original.id)} />
        ),
      },
    ],
    [t, formats, datasets],
  );
  const sorted = useMemo(
    () => [...datasets].sort((a, b) => importKinds.indexOf(a.kind) - importKinds.indexOf(b.kind) || (a.importedAt < b.importedAt ? 1 : -1)),
    [datasets],
  );
  return <DataTable caption={t('section.data')} rows={sorted} columns={columns} rowKey={({ id }) => id} maxHeight="none" />;
}
