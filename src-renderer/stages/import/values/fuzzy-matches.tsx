import { Button, Select } from '@mantine/core';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { ImportPreview, PlaceMatch } from '#shared/domain/imports.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { useAreas } from '../../profile/use-areas.ts';
import classes from '../import.module.css';
import type { ImportWork } from '../use-import.ts';

type Match = PlaceMatch['fuzzyMatches'][number];

const noArea = 'none';

/** Names that are only like a known one: which area was taken and how alike; each can be said to be right, another or none. */
export function FuzzyMatches({ work, preview, matches }: { work: ImportWork; preview: ImportPreview; matches: readonly Match[] }) {
  const { t, formats } = useTexts();
  const book = useAreas();
  const decisions = preview.recipe.areaDecisions;
  const { change } = work;
  const columns = useMemo<ColumnDef<Match, unknown>[]>(
    () => [
      { accessorKey: 'name', header: t('import.areas.name'), cell: ({ row }) => <bdi>{row.original.name}</bdi> },
      {
        accessorKey: 'score',
        header: t('workbench.fuzzy.alike'),
        meta: { isNumber: true, width: '6rem' },
        cell: ({ row }) => formats.percent(row.original.score),
      },
      { accessorKey: 'rows', header: t('import.areas.rows'), meta: { isNumber: true, width: '5rem' }, cell: ({ row }) => formats.count(row.original.rows) },
      {
        id: 'meant',
        header: t('import.areas.meant'),
        enableSorting: false,
        meta: { width: '20rem' },
        cell: ({ row: { original } }) => {
          const decision = decisions[original.name];
          return (
            <Select
              size="sm"
              aria-label={t('import.areas.meantBy', { name: original.name })}
              description={decision === undefined ? t('workbench.fuzzy.taken') : t('import.changed')}
              data={[
                { group: t('import.areas.suggested'), items: [{ value: original.areaId, label: original.areaName }] },
                { group: '—', items: [{ value: noArea, label: t('import.areas.leave') }] },
                ...book.options.map(({ group, items }) => ({ group, items: items.filter(({ value }) => value !== original.areaId) })),
              ]}
              value={decision === undefined ? original.areaId : (decision ?? noArea)}
              onChange={(value) => value && change({ areaDecisions: { ...decisions, [original.name]: value === noArea ? null : value } })}
              searchable
              limit={80}
            />
          );
        },
      },
    ],
    [t, formats, book, decisions, change],
  );
  if (matches.length === 0) return null;
  const open = matches.filter(({ name }) => decisions[name] === undefined);
  return (
    <Panel
      title={t('workbench.fuzzy.title')}
      note={t('workbench.fuzzy.note')}
      actions={
        <Button
          variant="default"
          size="xs"
          disabled={open.length === 0}
          onClick={() => change({ areaDecisions: { ...decisions, ...Object.fromEntries(open.map(({ name, areaId }) => [name, areaId])) } })}
        >
          {t('workbench.fuzzy.allRight')}
        </Button>
      }
      plain
    >
      <div className={classes.tableRoom}>
        <DataTable
          caption={t('workbench.fuzzy.title')}
          rows={matches}
          columns={columns}
          rowKey={({ name }) => name}
          initialSorting={[{ id: 'score', desc: false }]}
          maxHeight="22rem"
        />
      </div>
    </Panel>
  );
}
