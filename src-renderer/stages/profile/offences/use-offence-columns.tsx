import { Checkbox } from '@mantine/core';
import type { ColumnDef } from '@tanstack/react-table';
import { type Dispatch, type SetStateAction, useMemo } from 'react';
import type { OffenceGroup } from '#shared/domain/incidents.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { OffenceGroupSelect } from './offence-group-select.tsx';

interface OffenceRow {
  readonly name: string;
  readonly count: number;
  readonly group: OffenceGroup;
}

interface OffenceColumns<Row> {
  /** What a row is chosen by. */
  readonly keyOf: (row: Row) => string;
  readonly chosen: ReadonlySet<string>;
  readonly setChosen: Dispatch<SetStateAction<ReadonlySet<string>>>;
  readonly onGroup: (row: Row, group: OffenceGroup) => void;
}

/** The columns of a table of offence names: a box to choose several, the name, how many, and the group. */
export function useOffenceColumns<Row extends OffenceRow>({ keyOf, chosen, setChosen, onGroup }: OffenceColumns<Row>): ColumnDef<Row, unknown>[] {
  const { t, formats } = useTexts();
  return useMemo(() => {
    const turn = (key: string) => setChosen((before) => (before.has(key) ? new Set([...before].filter((other) => other !== key)) : new Set([...before, key])));
    return [
      {
        id: 'choose',
        header: '',
        enableSorting: false,
        meta: { width: '2.5rem' },
        cell: ({ row: { original } }) => (
          <Checkbox aria-label={t('offences.choose', { name: original.name })} checked={chosen.has(keyOf(original))} onChange={() => turn(keyOf(original))} />
        ),
      },
      { id: 'name', accessorFn: ({ name }) => name, header: t('offences.name'), cell: ({ row }) => <bdi>{row.original.name}</bdi> },
      {
        id: 'count',
        accessorFn: ({ count }) => count,
        header: t('explore.stat.incidents'),
        meta: { isNumber: true },
        cell: ({ row }) => formats.count(row.original.count),
      },
      {
        id: 'group',
        accessorFn: ({ group }) => group,
        header: t('offences.group'),
        meta: { width: '13rem' },
        cell: ({ row: { original } }) => <OffenceGroupSelect name={original.name} value={original.group} onChange={(group) => onGroup(original, group)} />,
      },
    ];
  }, [t, formats, keyOf, chosen, setChosen, onGroup]);
}
