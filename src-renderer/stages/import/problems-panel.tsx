import { Button } from '@mantine/core';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import type { Problem, Recipe } from '#shared/domain/imports.ts';
import type { TextKey } from '#shared/i18n/texts.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import classes from './import.module.css';

interface ProblemCount {
  readonly code: string;
  readonly count: number;
  readonly dropsRow: boolean;
}

/** What could not be used as it stands: how often each kind, then the places in the file. */
export function ProblemsPanel({
  problems,
  counts,
  dateOrder,
}: {
  problems: readonly Problem[];
  counts: readonly ProblemCount[];
  dateOrder: Recipe['dateOrder'];
}) {
  const { t, formats } = useTexts();
  const [only, setOnly] = useState<string | null>(null);
  const textOf = useMemo(() => {
    const order = t(`import.dateOrder.${dateOrder ?? 'ymd'}`);
    return (problem: Pick<Problem, 'code' | 'row' | 'column' | 'value' | 'params'>) =>
      t(`problem.${problem.code}` as TextKey, { value: problem.value, row: problem.row ?? '–', column: problem.column ?? '–', ...problem.params, order });
  }, [t, dateOrder]);
  const columns = useMemo<ColumnDef<Problem, unknown>[]>(
    () => [
      { accessorKey: 'row', header: t('import.problems.row'), meta: { isNumber: true, width: '5rem' }, cell: ({ row }) => formats.count(row.original.row) },
      { accessorKey: 'column', header: t('import.problems.column'), cell: ({ row }) => <bdi>{row.original.column ?? '–'}</bdi> },
      { id: 'what', header: t('import.problems.what'), enableSorting: false, cell: ({ row }) => textOf(row.original) },
      {
        accessorKey: 'dropsRow',
        header: t('import.problems.effect'),
        cell: ({ row }) => t(row.original.dropsRow ? 'import.problems.dropped' : 'import.problems.kept'),
      },
    ],
    [t, formats, textOf],
  );
  if (counts.length === 0) return null;
  const shown = only ? problems.filter((problem) => problem.code === only) : problems;
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <Panel title={t('import.problems.title')} note={t('import.problems.note')} plain>
      <ul className={classes.counts}>
        {counts.map(({ code, count, dropsRow }) => (
          <li key={code} data-chosen={only === code || undefined}>
            <strong className={classes.countNumber}>{formats.count(count)}</strong>
            <span className={classes.countWords}>
              {textOf(problems.find((problem) => problem.code === code) ?? { code, row: null, column: null, value: '…' })}{' '}
              <span className={dropsRow ? classes.caution : classes.faint}>{t(dropsRow ? 'import.problems.dropped' : 'import.problems.kept')}</span>
            </span>
            {counts.length > 1 ? (
              <Button variant="subtle" size="xs" aria-pressed={only === code} onClick={() => setOnly(only === code ? null : code)}>
                {t(only === code ? 'import.problems.showAll' : 'import.problems.showOnly')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <DataTable
        caption={t('import.problems.title')}
        rows={shown}
        columns={columns}
        rowKey={(problem) => `${problem.row} ${problem.column} ${problem.code} ${problem.value}`}
        maxHeight="22rem"
      />
      {problems.length < total ? (
        <p className={classes.tableNote}>{t('import.problems.first', { shown: formats.count(problems.length), total: formats.count(total) })}</p>
      ) : null}
    </Panel>
  );
}
