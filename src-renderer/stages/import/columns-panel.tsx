import { Select } from '@mantine/core';
import { useState } from 'react';
import { type ImportPreview, importFields, type RecipePatch } from '#shared/domain/imports.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { FigureTable } from '../../ui/chart/figure-table.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import classes from './import.module.css';

/** What each column is taken for, with its first values, and the first rows as they stand. */
export function ColumnsPanel({ preview, onChange }: { preview: ImportPreview; onChange: (patch: RecipePatch) => void }) {
  const { t } = useTexts();
  const [showsRows, setShowsRows] = useState(false);
  const { recipe, columns } = preview;
  const fields: readonly string[] = importFields[recipe.kind];
  const wide = recipe.wide?.columns ?? [];

  const assign = (column: string, field: string | null) => {
    // Every field is stated, so that one change never moves another column.
    const stated = Object.fromEntries(fields.map((name) => [name, recipe.columns[name] === column ? '' : (recipe.columns[name] ?? '')]));
    onChange({ columns: field ? { ...stated, [field]: column } : stated });
  };

  return (
    <Panel title={t('import.columns.title')} note={t('import.columns.note')} plain>
      <div className={classes.columnsScroller}>
        <table className={classes.columns}>
          <thead>
            <tr>
              <th scope="col">{t('import.columns.column')}</th>
              <th scope="col">{t('import.columns.sample')}</th>
              <th scope="col">{t('import.columns.field')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => (
              <tr key={column.name} data-used={column.field !== null || undefined}>
                <th scope="row">
                  <bdi>{column.name}</bdi>
                </th>
                <td className={classes.sample}>
                  {column.sample.slice(0, 3).map((value, place) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: samples may repeat and never move
                    <bdi key={place}>{value}</bdi>
                  ))}
                </td>
                <td className={classes.fieldCell}>
                  {wide.includes(column.name) ? (
                    t('import.columns.wide', { field: t(`field.${recipe.wide?.field ?? 'year'}`) })
                  ) : (
                    <Select
                      size="sm"
                      aria-label={t('import.columns.fieldOf', { column: column.name })}
                      placeholder={t('import.columns.unused')}
                      data={fields.map((field) => ({ value: field, label: t(`field.${field}` as 'field.date') }))}
                      value={column.field}
                      onChange={(field) => assign(column.name, field)}
                      clearable
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <details className={classes.rows} onToggle={(event) => setShowsRows(event.currentTarget.open)}>
        <summary>{t('import.rows.title', { count: preview.rows.length })}</summary>
        {showsRows ? (
          <div className={classes.rowsTable}>
            <FigureTable
              caption={t('import.rows.title', { count: preview.rows.length })}
              table={{ columns: columns.map(({ name }) => ({ label: name })), rows: preview.rows }}
            />
          </div>
        ) : null}
      </details>
    </Panel>
  );
}
