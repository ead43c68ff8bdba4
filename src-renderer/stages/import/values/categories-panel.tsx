import { Autocomplete } from '@mantine/core';
import type { ColumnDef } from '@tanstack/react-table';
import { useEffect, useMemo, useState } from 'react';
import type { CategoryQuestion, ImportPreview } from '#shared/domain/imports.ts';
import type { TextKey } from '#shared/i18n/texts.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import type { ImportWork } from '../use-import.ts';

/** Values that stand for nothing known surely: what is meant, with what looks alike. */
export function CategoriesPanel({ work, preview }: { work: ImportWork; preview: ImportPreview }) {
  const { t, formats } = useTexts();
  const { categories } = preview.recipe;
  const { change } = work;
  const columns = useMemo<ColumnDef<CategoryQuestion, unknown>[]>(() => {
    const decide = ({ field, value }: CategoryQuestion, meant: string) => {
      const { [value]: _former, ...others } = categories[field] ?? {};
      change({ categories: { ...categories, [field]: meant === '' ? others : { ...others, [value]: meant } } });
    };
    return [
      { accessorKey: 'value', header: t('workbench.categories.value'), cell: ({ row }) => <bdi>{row.original.value}</bdi> },
      { accessorKey: 'field', header: t('import.columns.field'), meta: { width: '9rem' }, cell: ({ row }) => t(`field.${row.original.field}` as TextKey) },
      { accessorKey: 'rows', header: t('import.areas.rows'), meta: { isNumber: true, width: '6rem' }, cell: ({ row }) => formats.count(row.original.rows) },
      {
        id: 'meant',
        header: t('workbench.categories.meant'),
        enableSorting: false,
        meta: { width: '22rem' },
        cell: ({ row: { original } }) => (
          <Meaning
            label={t('workbench.categories.meantBy', { value: original.value })}
            placeholder={t('workbench.categories.asItIs')}
            suggestions={original.suggestions.map(({ value }) => value)}
            value={categories[original.field]?.[original.value] ?? ''}
            onChange={(meant) => decide(original, meant)}
          />
        ),
      },
    ];
  }, [t, formats, categories, change]);
  if (preview.categoryQuestions.length === 0) return null;
  return (
    <Panel title={t('workbench.categories.title')} note={t('workbench.categories.note')} plain>
      <DataTable
        caption={t('workbench.categories.title')}
        rows={preview.categoryQuestions}
        columns={columns}
        rowKey={({ field, value }) => `${field} ${value}`}
        initialSorting={[{ id: 'rows', desc: true }]}
        maxHeight="22rem"
      />
    </Panel>
  );
}

function Meaning({
  label,
  placeholder,
  suggestions,
  value,
  onChange,
}: {
  label: string;
  placeholder: string;
  suggestions: readonly string[];
  value: string;
  onChange: (value: string) => void;
}) {
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  return (
    <Autocomplete
      size="sm"
      aria-label={label}
      placeholder={suggestions[0] ? `${suggestions[0]}?` : placeholder}
      data={[...new Set(suggestions)]}
      value={draft}
      onChange={setDraft}
      onOptionSubmit={(meant) => meant !== value && onChange(meant)}
      onBlur={() => draft !== value && onChange(draft)}
      onKeyDown={(event) => event.key === 'Enter' && draft !== value && onChange(draft)}
    />
  );
}
