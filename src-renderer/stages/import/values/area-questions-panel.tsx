import { Select } from '@mantine/core';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { AreaQuestion, ImportPreview } from '#shared/domain/imports.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { type AreaBook, useAreas } from '../../profile/use-areas.ts';
import type { ImportWork } from '../use-import.ts';

const noArea = 'none';

/** Names in the file that match no area surely: which area is meant, or none. Left open, their rows stay without an area. */
export function AreaQuestionsPanel({ work, preview }: { work: ImportWork; preview: ImportPreview }) {
  const { t, formats } = useTexts();
  const book = useAreas();
  const decisions = preview.recipe.areaDecisions;
  const { change } = work;
  const columns = useMemo<ColumnDef<AreaQuestion, unknown>[]>(() => {
    const decide = (name: string, value: string | null) => {
      const others = Object.fromEntries(Object.entries(decisions).filter(([known]) => known !== name));
      change({ areaDecisions: value === null ? others : { ...others, [name]: value === noArea ? null : value } });
    };
    return [
      { accessorKey: 'name', header: t('import.areas.name'), cell: ({ row }) => <bdi>{row.original.name}</bdi> },
      { accessorKey: 'rows', header: t('import.areas.rows'), meta: { isNumber: true, width: '6rem' }, cell: ({ row }) => formats.count(row.original.rows) },
      {
        id: 'meant',
        header: t('import.areas.meant'),
        enableSorting: false,
        meta: { width: '24rem' },
        cell: ({ row: { original } }) => {
          const decision = decisions[original.name];
          return (
            <Select
              size="sm"
              aria-label={t('import.areas.meantBy', { name: original.name })}
              placeholder={t('import.areas.undecided')}
              data={choices(original, book, { suggested: t('import.areas.suggested'), none: t('import.areas.leave') })}
              value={decision === undefined ? null : (decision ?? noArea)}
              onChange={(value) => decide(original.name, value)}
              searchable
              clearable
              clearButtonProps={{ 'aria-label': t('import.areas.undecided') }}
              limit={80}
            />
          );
        },
      },
    ];
  }, [t, formats, book, decisions, change]);
  if (preview.areaQuestions.length === 0) return null;
  return (
    <Panel title={t('import.areas.title')} note={t(`import.areas.note.${preview.recipe.kind === 'incidents' ? 'incidents' : 'other'}`)} plain>
      <DataTable
        caption={t('import.areas.title')}
        rows={preview.areaQuestions}
        columns={columns}
        rowKey={(question) => question.name}
        initialSorting={[{ id: 'rows', desc: true }]}
        maxHeight="24rem"
      />
    </Panel>
  );
}

function choices(question: AreaQuestion, book: AreaBook, words: { suggested: string; none: string }) {
  const suggested = new Set(question.suggestions.map(({ areaId }) => areaId));
  return [
    ...(suggested.size > 0 ? [{ group: words.suggested, items: question.suggestions.map(({ areaId, name }) => ({ value: areaId, label: name })) }] : []),
    { group: '—', items: [{ value: noArea, label: words.none }] },
    ...book.options.map((layer) => ({
      group: layer.group,
      items: layer.items.filter(({ value }) => !suggested.has(value)),
    })),
  ];
}
