import { Button, Skeleton } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ColumnDef } from '@tanstack/react-table';
import { useState } from 'react';
import type { HarmAnswer } from '#shared/domain/patterns.ts';
import { apart } from '#shared/i18n/apart.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { UndefinedFigure } from '../../../ui/figure-facts.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { EvidenceButton, keptFigure } from '../evidence/evidence-button.tsx';
import type { ExploreScope } from '../explore/use-explore-data.ts';
import { HarmSetsDrawer } from './harm-sets-drawer.tsx';
import { patternInput } from './pattern-input.ts';

type OffenceRow = HarmAnswer['byOffence'][number];
type AreaRow = HarmAnswer['byArea'][number];

/** Count, rate and harm side by side: what is common is not always what hurts most. */
export function HarmPanel({ scope }: { scope: ExploreScope }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const [isOpen, setOpen] = useState(false);
  const found = useQuery(queries.patterns.harm.queryOptions({ input: patternInput(scope), placeholderData: keepPreviousData })).data;
  if (!found) return <Skeleton height="24rem" />;
  const title = t('patterns.harm.title');
  const weights = (
    <Button variant={found.set ? 'default' : 'filled'} size="xs" leftSection={<IconScale size="1rem" stroke={1.6} aria-hidden />} onClick={() => setOpen(true)}>
      {t(found.set ? 'patterns.harm.weights' : 'patterns.harm.first')}
    </Button>
  );
  const drawer = isOpen ? <HarmSetsDrawer offences={found.byOffence} onClose={() => setOpen(false)} /> : null;
  if (!found.set) {
    return (
      <Panel>
        <EmptyState icon={IconScale} title={t('patterns.harm.empty.title')} action={weights}>
          {t('patterns.harm.empty.body')}
        </EmptyState>
        {drawer}
      </Panel>
    );
  }
  const top = found.byOffence.filter((row) => row.harmShare !== null).sort((a, b) => (b.harmShare ?? 0) - (a.harmShare ?? 0))[0];
  const message = top
    ? t('patterns.harm.message', { offence: apart(formats, top.offence), harm: formats.percent(top.harmShare), count: formats.percent(top.countShare) })
    : t(`undefined.${found.facts.undefinedReason ?? 'no-weights'}`);
  const table = {
    columns: [t('explore.groups.offence'), t('explore.stat.incidents'), t('explore.stat.rate'), t('history.field.weight'), t('patterns.harm.share')].map(
      (label, place) => ({ label, isNumber: place > 0 }),
    ),
    rows: found.byOffence.map((row) => [
      row.offence,
      formats.count(row.count),
      formats.decimal(row.rate),
      formats.decimal(row.weight, 0),
      formats.percent(row.harmShare, 1),
    ]),
  };
  return (
    <>
      <Panel
        title={title}
        note={`${message} ${t('patterns.harm.by', { set: [found.set.name, found.set.source, found.set.dated ? formats.day(found.set.dated) : ''].filter(Boolean).join(' · ') })} ${
          found.unweighted > 0 ? t('patterns.harm.unweighted', { count: found.unweighted, shown: formats.count(found.unweighted) }) : ''
        }`}
        actions={
          <>
            {weights}
            <EvidenceButton about={title} scope={scope} sentence={message} figure={keptFigure(table, found.facts)} />
          </>
        }
        plain
      >
        <DataTable
          caption={title}
          rows={found.byOffence}
          columns={offenceColumns()}
          rowKey={(row) => row.offenceId}
          initialSorting={[{ id: 'harm', desc: true }]}
        />
      </Panel>
      {found.byArea.length > 0 ? (
        <Panel title={t('patterns.harm.byArea')} plain>
          <DataTable
            caption={t('patterns.harm.byArea')}
            rows={found.byArea}
            columns={areaColumns()}
            rowKey={(row) => row.areaId}
            initialSorting={[{ id: 'harm', desc: true }]}
          />
        </Panel>
      ) : null}
      {drawer}
    </>
  );

  function commonColumns<Row extends OffenceRow | AreaRow>(): ColumnDef<Row, unknown>[] {
    const isNumber = { isNumber: true };
    return [
      {
        id: 'count',
        header: t('explore.stat.incidents'),
        accessorFn: (row) => row.count ?? -1,
        cell: ({ row: { original: row } }) => (row.isHidden ? <UndefinedFigure reason="hidden" /> : formats.count(row.count)),
        meta: isNumber,
      },
      {
        id: 'rate',
        header: t('explore.stat.rate'),
        accessorFn: (row) => row.rate ?? -1,
        cell: ({ row }) => formats.decimal(row.original.rate),
        meta: isNumber,
      },
      {
        id: 'harm',
        header: t('patterns.harm.share'),
        accessorFn: (row) => row.harmShare ?? -1,
        cell: ({ row: { original: row } }) =>
          row.harmShare === null ? <UndefinedFigure reason={row.isHidden ? 'hidden' : 'unweighted'} /> : formats.percent(row.harmShare, 1),
        meta: isNumber,
      },
    ];
  }

  function offenceColumns(): ColumnDef<OffenceRow, unknown>[] {
    return [
      { id: 'offence', header: t('explore.groups.offence'), accessorFn: (row) => row.offence },
      {
        id: 'weight',
        header: found?.set?.unit ? t('patterns.harm.weightIn', { unit: found.set.unit }) : t('history.field.weight'),
        accessorFn: (row) => row.weight ?? -1,
        cell: ({ row: { original: row } }) =>
          row.weight === null ? <UndefinedFigure reason="unweighted" /> : formats.decimal(row.weight, Number.isInteger(row.weight) ? 0 : 1),
        meta: { isNumber: true },
      },
      ...commonColumns<OffenceRow>(),
    ];
  }

  function areaColumns(): ColumnDef<AreaRow, unknown>[] {
    return [
      { id: 'area', header: t('explore.areas.area'), accessorFn: (row) => row.area },
      ...commonColumns<AreaRow>(),
      {
        id: 'perThousand',
        header: t('patterns.harm.perThousand'),
        accessorFn: (row) => row.perThousand ?? -1,
        cell: ({ row: { original: row } }) =>
          row.perThousand === null ? (
            <UndefinedFigure reason={row.isHidden ? 'hidden' : row.rate === null ? 'no-population' : 'too-few'} />
          ) : (
            formats.decimal(row.perThousand)
          ),
        meta: { isNumber: true },
      },
    ];
  }
}
