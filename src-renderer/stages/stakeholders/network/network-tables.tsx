import { ActionIcon, Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { ActorMeasure, NetworkMeasures, Tie } from '#shared/domain/network.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { FigureFactsButton } from '../../../ui/figure-facts.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { LineSample } from './kind-choice.tsx';
import classes from './network.module.css';

/** The same as the drawing, in rows. */
export function TieTable({ ties, nameOf, onOpen }: { ties: readonly Tie[]; nameOf: (id: string) => string; onOpen: (tie: Tie) => void }) {
  const { t } = useTexts();
  const columns = useMemo(
    (): ColumnDef<Tie, unknown>[] => [
      {
        id: 'from',
        header: t('field.tieFrom'),
        accessorFn: ({ fromId }) => nameOf(fromId),
        cell: ({ getValue }) => <span dir="auto">{String(getValue())}</span>,
      },
      {
        id: 'kind',
        header: t('field.tieKind'),
        accessorFn: ({ kind }) => t(`tieKind.${kind}`),
        cell: ({ row }) => (
          <span className={classes.sample}>
            <LineSample kind={row.original.kind} />
            {t(`tieKind.${row.original.kind}`)}
          </span>
        ),
      },
      { id: 'to', header: t('field.tieTo'), accessorFn: ({ toId }) => nameOf(toId), cell: ({ getValue }) => <span dir="auto">{String(getValue())}</span> },
      {
        id: 'informant',
        header: t('field.informant'),
        accessorFn: ({ informant }) => informant,
        cell: ({ getValue }) => <span dir="auto">{String(getValue() || '–')}</span>,
      },
      { id: 'note', header: t('field.note'), accessorFn: ({ note }) => note, cell: ({ getValue }) => <span dir="auto">{String(getValue())}</span> },
      {
        id: 'open',
        enableSorting: false,
        header: () => <span className="visually-hidden">{t('network.edit')}</span>,
        cell: ({ row }) => (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="2.25rem"
            aria-label={`${t('network.edit')}: ${t('network.tieWords', { from: nameOf(row.original.fromId), kind: t(`tieKind.${row.original.kind}`), to: nameOf(row.original.toId) })}`}
            onClick={() => onOpen(row.original)}
          >
            <IconPencil size="1.1rem" stroke={1.6} aria-hidden />
          </ActionIcon>
        ),
      },
    ],
    [t, nameOf, onOpen],
  );
  return (
    <Panel title={t('network.ties')} plain>
      <DataTable
        caption={t('network.ties')}
        rows={ties}
        columns={columns}
        rowKey={({ id }) => id}
        empty={<p className={classes.basis}>{t('network.noTies')}</p>}
      />
    </Panel>
  );
}

/** Each body's place in the network; who stands between others only where there are enough of them. */
export function ActorTable({ measures, nameOf }: { measures: NetworkMeasures; nameOf: (id: string) => string }) {
  const { t, formats } = useTexts();
  const isHidden = measures.facts.betweenness.undefinedReason !== null;
  const columns = useMemo(
    (): ColumnDef<ActorMeasure, unknown>[] => [
      {
        id: 'name',
        header: t('network.body'),
        accessorFn: ({ stakeholderId }) => nameOf(stakeholderId),
        cell: ({ getValue }) => <span dir="auto">{String(getValue())}</span>,
      },
      {
        id: 'out',
        header: t('network.out'),
        accessorFn: ({ outDegree }) => outDegree,
        meta: { isNumber: true },
        cell: ({ row }) => formats.count(row.original.outDegree),
      },
      {
        id: 'in',
        header: t('network.in'),
        accessorFn: ({ inDegree }) => inDegree,
        meta: { isNumber: true },
        cell: ({ row }) => formats.count(row.original.inDegree),
      },
      ...(isHidden
        ? []
        : [
            {
              id: 'between',
              header: t('network.between'),
              accessorFn: ({ betweenness }: ActorMeasure) => betweenness,
              meta: { isNumber: true },
              cell: ({ row }: { row: { original: ActorMeasure } }) => formats.decimal(row.original.betweenness, 3),
            },
          ]),
      {
        id: 'part',
        header: t('network.part'),
        accessorFn: ({ component }) => component,
        meta: { isNumber: true },
        cell: ({ row }) => (row.original.outDegree + row.original.inDegree === 0 ? t('network.alone') : formats.count(row.original.component)),
      },
      {
        id: 'next',
        enableSorting: false,
        header: () => <span className="visually-hidden">{t('network.connect')}</span>,
        cell: ({ row }) =>
          row.original.outDegree + row.original.inDegree === 0 ? (
            <Button component={Link} to="/stakeholders/engagement" variant="subtle" size="compact-md" mih="2.25rem">
              {t('network.connect')}
            </Button>
          ) : null,
      },
    ],
    [t, formats, nameOf, isHidden],
  );
  return (
    <Panel
      title={t('network.bodies')}
      plain
      actions={<FigureFactsButton facts={measures.facts.betweenness} about={t('network.between')} />}
      note={isHidden ? t('network.betweenHidden') : t('network.betweenNote')}
    >
      <DataTable
        caption={t('network.bodies')}
        rows={measures.actors}
        columns={columns}
        rowKey={({ stakeholderId }) => stakeholderId}
        initialSorting={[isHidden ? { id: 'out', desc: true } : { id: 'between', desc: true }]}
      />
    </Panel>
  );
}
