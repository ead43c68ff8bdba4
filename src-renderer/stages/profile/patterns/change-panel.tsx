import { Select, Skeleton } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ColumnDef } from '@tanstack/react-table';
import { useState } from 'react';
import type { ChangeRow, Period } from '#shared/domain/patterns.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { FigureFactsButton, UndefinedFigure } from '../../../ui/figure-facts.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { EvidenceButton, keptFigure } from '../evidence/evidence-button.tsx';
import type { ExploreScope } from '../explore/use-explore-data.ts';
import { patternInput } from './pattern-input.ts';
import classes from './patterns.module.css';

const wholeYear = (year: number): Period => ({ from: `${year}-01-01`, to: `${year}-12-31` });

/** What changed between two years, the same months of both, and whether it could be chance. */
export function ChangePanel({ scope }: { scope: ExploreScope }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const [typedEarlier, setEarlier] = useState<number | null>(null);
  const [typedLater, setLater] = useState<number | null>(null);
  // Two years chosen above are the two that are compared.
  const [first, second] = scope.filter.years.length === 2 ? scope.filter.years : [];
  const earlier = typedEarlier ?? first;
  const later = typedLater ?? second;
  const asked = { ...scope, filter: { ...scope.filter, years: [] } };
  const input = { ...patternInput(asked), ...(earlier ? { earlier: wholeYear(earlier) } : {}), ...(later ? { later: wholeYear(later) } : {}) };
  const found = useQuery(queries.patterns.change.queryOptions({ input, placeholderData: keepPreviousData })).data;
  if (!found) return <Skeleton height="28rem" />;
  const years = scope.overview.years.map(String);
  const yearOf = (period: Period | null) => period?.from.slice(0, 4) ?? '';
  const message = found.whole ? sentence(found.whole) : '';
  const months = found.months.length === 0 || found.months.length === 12 ? null : found.months.map((month) => formats.monthName(month, 'long')).join(', ');
  const title = t('patterns.change.title');
  const table = {
    columns: [t('patterns.change.what'), yearOf(found.earlier), yearOf(found.later), t('patterns.change.change'), t('patterns.change.verdict')].map(
      (label, place) => ({
        label,
        isNumber: place > 0 && place < 4,
      }),
    ),
    rows: [...(found.whole ? [found.whole] : []), ...found.byGroup, ...found.byArea].map((row) => [
      nameOf(row),
      formats.count(row.earlier),
      formats.count(row.later),
      percent(row.change),
      verdictWords(row),
    ]),
  };
  return (
    <>
      <Panel
        title={title}
        note={message}
        actions={found.whole ? <EvidenceButton about={title} scope={asked} sentence={message} figure={keptFigure(table, found.whole.facts)} /> : null}
      >
        <div className={classes.controls}>
          <Select
            label={t('factInput.earlierPeriod')}
            data={years}
            value={yearOf(found.earlier) || null}
            onChange={(value) => setEarlier(value ? Number(value) : null)}
            allowDeselect={false}
          />
          <Select
            label={t('factInput.laterPeriod')}
            data={years}
            value={yearOf(found.later) || null}
            onChange={(value) => setLater(value ? Number(value) : null)}
            allowDeselect={false}
          />
        </div>
        <p className={classes.steps}>
          {months ? t('patterns.change.months', { months }) : t('patterns.change.allMonths')} {t('patterns.change.note')}
        </p>
      </Panel>
      {changes(t('patterns.change.byGroup'), found.byGroup)}
      {found.byArea.length > 0 ? changes(t('patterns.change.byArea'), found.byArea) : null}
    </>
  );

  function changes(heading: string, rows: readonly ChangeRow[]) {
    const columns: ColumnDef<ChangeRow, unknown>[] = [
      { id: 'name', header: t('patterns.change.what'), accessorFn: nameOf },
      {
        id: 'earlier',
        header: yearOf(found?.earlier ?? null),
        accessorFn: (row) => row.earlier ?? -1,
        cell: ({ row }) => formats.count(row.original.earlier),
        meta: { isNumber: true },
      },
      {
        id: 'later',
        header: yearOf(found?.later ?? null),
        accessorFn: (row) => row.later ?? -1,
        cell: ({ row }) => formats.count(row.original.later),
        meta: { isNumber: true },
      },
      {
        id: 'change',
        header: t('patterns.change.change'),
        accessorFn: (row) => row.change ?? Number.NEGATIVE_INFINITY,
        cell: ({ row: { original: row } }) =>
          row.change === null ? <UndefinedFigure reason={row.facts.undefinedReason ?? 'few-counts'} /> : percent(row.change),
        meta: { isNumber: true },
      },
      {
        id: 'verdict',
        header: t('patterns.change.verdict'),
        accessorFn: (row) => row.verdict ?? '',
        cell: ({ row: { original: row } }) => (
          <span className={classes.verdict} data-verdict={row.verdict ?? undefined}>
            {verdictWords(row)}
          </span>
        ),
      },
      {
        id: 'interval',
        header: t('patterns.change.interval'),
        enableSorting: false,
        cell: ({ row: { original: row } }) => (
          <span className={classes.range}>{row.low === null ? '–' : t('patterns.change.range', { low: percent(row.low), high: percent(row.high) })}</span>
        ),
        meta: { isNumber: true },
      },
      {
        id: 'facts',
        header: () => <span className="visually-hidden">{t('figureFacts.title')}</span>,
        enableSorting: false,
        cell: ({ row: { original: row } }) => <FigureFactsButton facts={row.facts} about={nameOf(row)} />,
      },
    ];
    return (
      <Panel title={heading} plain>
        <DataTable caption={heading} rows={rows} columns={columns} rowKey={(row) => row.areaId ?? row.group ?? 'whole'} />
      </Panel>
    );
  }

  function nameOf(row: ChangeRow): string {
    return row.area ?? (row.group ? t(`offenceGroup.${row.group}`) : t('explore.filter.wholeCity'));
  }

  function percent(value: number | null): string {
    if (value === null) return '–';
    return Math.round(value * 100) === 0 ? formats.percent(0) : `${value > 0 ? '+' : ''}${formats.percent(value)}`;
  }

  function verdictWords(row: ChangeRow): string {
    if (row.verdict) return t(`patterns.verdict.${row.verdict}`);
    return row.facts.undefinedReason ? t(`undefined.${row.facts.undefinedReason}`) : '–';
  }

  function sentence(row: ChangeRow): string {
    if (row.earlier === null || row.later === null) return t(`undefined.${row.facts.undefinedReason ?? 'one-period'}`);
    const values = { earlier: formats.count(row.earlier), later: formats.count(row.later), change: formats.percent(Math.abs(row.change ?? 0)) };
    return t(`patterns.change.sentence.${row.verdict ?? 'few'}`, values);
  }
}
