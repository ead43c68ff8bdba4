import { NativeSelect } from '@mantine/core';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import type { ImportPreview } from '#shared/domain/imports.ts';
import { importFields } from '#shared/domain/recipes.ts';
import type { TextKey } from '#shared/i18n/texts.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { GuessNote } from '../guess-note.tsx';
import classes from '../import.module.css';
import type { ImportWork } from '../use-import.ts';

type Column = ImportPreview['columns'][number];

/** Every column with its first values, what it is taken for, and why. Unsure ones come first and stay there. */
export function ColumnTable({ work, preview }: { work: ImportWork; preview: ImportPreview }) {
  const { t } = useTexts();
  const { recipe } = preview;
  const rows = useSteadyOrder(preview);
  const { change, patch } = work;
  const columns = useMemo<ColumnDef<Column, unknown>[]>(() => {
    const fields: readonly string[] = importFields[recipe.kind];
    const wide = new Set(recipe.wide?.columns ?? []);
    const assign = (column: string, field: string | null) => {
      // Every field is stated, so that one change never moves another column.
      const stated = Object.fromEntries(fields.map((name) => [name, recipe.columns[name] === column ? '' : (recipe.columns[name] ?? '')]));
      change({ columns: field ? { ...stated, [field]: column } : stated });
    };
    return [
      {
        accessorKey: 'name',
        header: t('import.columns.column'),
        enableSorting: false,
        cell: ({ row: { original } }) => <bdi className={original.field || wide.has(original.name) ? classes.used : classes.unused}>{original.name}</bdi>,
      },
      {
        id: 'sample',
        header: t('import.columns.sample'),
        enableSorting: false,
        cell: ({ row: { original } }) => (
          <span className={classes.sample}>
            {original.sample.slice(0, 3).map((value, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: samples may repeat and never move
              <span key={place}>
                <bdi>{value}</bdi>
              </span>
            ))}
          </span>
        ),
      },
      {
        id: 'field',
        header: t('import.columns.field'),
        enableSorting: false,
        meta: { width: '17rem' },
        cell: ({ row: { original } }) =>
          wide.has(original.name) ? (
            t('import.columns.wide', { field: t(`field.${recipe.wide?.field ?? 'year'}` as TextKey) })
          ) : (
            <>
              <NativeSelect
                size="sm"
                aria-label={t('import.columns.fieldOf', { column: original.name })}
                data={[{ value: '', label: t('import.columns.unused') }, ...fields.map((field) => ({ value: field, label: t(`field.${field}` as TextKey) }))]}
                value={original.field ?? ''}
                data-unused={original.field === null || undefined}
                onChange={(event) => assign(original.name, event.currentTarget.value || null)}
              />
              {patch.columns === undefined && hasGuess(preview, original) ? (
                <span className={classes.reason}>
                  <GuessNote preview={preview} patch={patch} setting={`columns.${original.field}`} />
                </span>
              ) : null}
            </>
          ),
      },
    ];
  }, [t, preview, recipe, change, patch]);
  return (
    <Panel title={t('import.columns.title')} note={t(recipe.kind === 'survey' ? 'workbench.columns.surveyNote' : 'import.columns.note')} plain>
      <DataTable caption={t('import.columns.title')} rows={rows} columns={columns} rowKey={({ name }) => name} maxHeight="34rem" />
    </Panel>
  );
}

function hasGuess(preview: ImportPreview, { field }: Column): boolean {
  return field !== null && preview.guesses.some(({ setting }) => setting === `columns.${field}`);
}

/** Unsure columns first, then as in the file; the order is decided once for a header, so that an answer moves no row. */
function useSteadyOrder(preview: ImportPreview): Column[] {
  const header = preview.columns.map(({ name }) => name).join('\u0000');
  const [order, setOrder] = useState<{ header: string; first: ReadonlySet<string> } | null>(null);
  let first = order?.first;
  if (!first || order?.header !== header) {
    const unsure = new Set(preview.guesses.filter(({ isSure }) => !isSure).map(({ setting }) => setting));
    first = new Set(preview.columns.filter(({ field }) => field !== null && unsure.has(`columns.${field}`)).map(({ name }) => name));
    setOrder({ header, first });
  }
  const isFirst = first;
  return useMemo(() => [...preview.columns].sort((a, b) => Number(isFirst.has(b.name)) - Number(isFirst.has(a.name))), [preview.columns, isFirst]);
}
