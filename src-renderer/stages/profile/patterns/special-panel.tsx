import { Skeleton } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ColumnDef } from '@tanstack/react-table';
import type { SpecialRow } from '#shared/domain/patterns.ts';
import { apart } from '#shared/i18n/apart.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { FigureFactsButton } from '../../../ui/figure-facts.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { EvidenceButton, keptFigure } from '../evidence/evidence-button.tsx';
import type { ExploreScope } from '../explore/use-explore-data.ts';
import { patternInput } from './pattern-input.ts';

/** What sets an area apart from the city, whatever the number of its incidents. */
export function SpecialPanel({ scope }: { scope: ExploreScope }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const found = useQuery(queries.patterns.special.queryOptions({ input: patternInput(scope), placeholderData: keepPreviousData })).data;
  if (!found) return <Skeleton height="24rem" />;
  const groupOf = (row: SpecialRow) => t(`offenceGroup.${row.group}`);
  const first = found.rows[0];
  const message = first
    ? t('patterns.special.message', {
        area: apart(formats, first.area),
        group: groupOf(first),
        times: formats.decimal(first.quotient),
        here: formats.percent(first.shareHere),
        city: formats.percent(first.shareCity),
      })
    : t('patterns.special.none');
  const title = t('patterns.special.title');
  const columns: ColumnDef<SpecialRow, unknown>[] = [
    { id: 'area', header: t('explore.areas.area'), accessorFn: (row) => row.area },
    { id: 'group', header: t('explore.groups.group'), accessorFn: groupOf },
    {
      id: 'quotient',
      header: t('patterns.special.times'),
      accessorFn: (row) => row.quotient,
      cell: ({ row }) => formats.decimal(row.original.quotient),
      meta: { isNumber: true },
    },
    {
      id: 'here',
      header: t('factInput.shareHere'),
      accessorFn: (row) => row.shareHere,
      cell: ({ row }) => formats.percent(row.original.shareHere),
      meta: { isNumber: true },
    },
    {
      id: 'city',
      header: t('factInput.shareCity'),
      accessorFn: (row) => row.shareCity,
      cell: ({ row }) => formats.percent(row.original.shareCity),
      meta: { isNumber: true },
    },
    {
      id: 'count',
      header: t('explore.stat.incidents'),
      accessorFn: (row) => row.count,
      cell: ({ row }) => formats.count(row.original.count),
      meta: { isNumber: true },
    },
    {
      id: 'facts',
      header: () => <span className="visually-hidden">{t('figureFacts.title')}</span>,
      enableSorting: false,
      cell: ({ row }) => <FigureFactsButton facts={row.original.facts} about={`${row.original.area}, ${groupOf(row.original)}`} />,
    },
  ];
  const table = {
    columns: [t('explore.areas.area'), t('explore.groups.group'), t('patterns.special.times'), t('explore.stat.incidents')].map((label, place) => ({
      label,
      isNumber: place > 1,
    })),
    rows: found.rows.map((row) => [row.area, groupOf(row), formats.decimal(row.quotient), formats.count(row.count)]),
  };
  return (
    <Panel
      title={title}
      note={`${message} ${t('patterns.special.note')}`}
      actions={<EvidenceButton about={title} scope={scope} sentence={message} figure={keptFigure(table, first?.facts ?? found.facts)} />}
      plain
    >
      {found.rows.length > 0 ? <DataTable caption={title} rows={found.rows} columns={columns} rowKey={(row) => `${row.areaId} ${row.group}`} /> : null}
    </Panel>
  );
}
