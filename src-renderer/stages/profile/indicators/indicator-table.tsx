import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { IndicatorDefinition } from '#shared/domain/indicators.ts';
import { plainWords } from '#shared/domain/plain-words.ts';
import { withBreaks } from '#shared/methods/indicator-series.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import type { IndicatorFilter } from './indicator-filters.tsx';
import { Direction, Grade, Missing } from './indicator-marks.tsx';
import classes from './indicators.module.css';
import { intervalText, periodText, shownText } from './observation-words.ts';
import { Spark } from './spark.tsx';
import type { IndicatorBook, IndicatorCell } from './use-indicators.ts';

interface Row {
  readonly definition: IndicatorDefinition;
  /** The newest value of the whole city. */
  readonly newest: IndicatorCell | null;
  readonly trend: readonly { year: number; value: number; isBreak: boolean }[];
  readonly isStale: boolean;
  readonly hasOthers: boolean;
  readonly isInDispute: boolean;
}

function toRow(book: IndicatorBook, definition: IndicatorDefinition): Row {
  const newest = book.newestOf(definition.code);
  const cells = book.cellsOf(definition.code);
  const points = cells.flatMap((cell) => {
    const value = cell.shown?.value ?? null;
    return cell.areaId === null && cell.breakdown === '' && cell.year !== null && value !== null
      ? [{ year: cell.year, value, wording: cell.wording, boundary: '' }]
      : [];
  });
  return {
    definition,
    newest,
    trend: withBreaks(points).map(({ point, breakBefore }) => ({ year: point.year, value: point.value, isBreak: breakBefore !== null })),
    isStale: cells.some((cell) => cell.values.some((value) => book.staleOf(value.id))),
    hasOthers: cells.some((cell) => cell.shown !== null),
    isInDispute: cells.some((cell) => cell.headline.state === 'dispute'),
  };
}

/** Whether a value still lacks something that has to stand beside it. */
const isOpen = (row: Row) => row.isInDispute || row.isStale || (row.newest?.shown?.missing.some((companion) => companion !== 'interval') ?? false);

function fits(row: Row, filter: IndicatorFilter): boolean {
  const { definition } = row;
  if (filter.framework && definition.frameworkId !== filter.framework) return false;
  if (filter.theme && !definition.themes.includes(filter.theme)) return false;
  const words = plainWords(filter.words);
  if (words !== '') return plainWords(`${definition.code} ${definition.name}`).includes(words);
  if (filter.show === 'starter') return definition.isStarter || row.hasOthers || definition.frameworkId === 'own';
  if (filter.show === 'withValue') return row.hasOthers;
  return filter.show === 'open' ? isOpen(row) : true;
}

/** One line for each indicator: its newest value for the whole city with all that belongs to it, and what has to be cleared up. */
export function IndicatorTable({
  book,
  filter,
  onEdit,
  onStart,
}: {
  book: IndicatorBook;
  filter: IndicatorFilter;
  onEdit: (id: string) => void;
  onStart: (code: string) => void;
}) {
  const { t, formats } = useTexts();
  const rows = useMemo(() => book.definitions.map((definition) => toRow(book, definition)).filter((row) => fits(row, filter)), [book, filter]);
  const columns = useMemo<ColumnDef<Row, unknown>[]>(
    () => [
      {
        id: 'name',
        accessorFn: (row) => row.definition.name,
        header: t('indicators.indicator'),
        cell: ({ row: { original } }) => (
          <div className={classes.name}>
            <Link to="/profile/indicators/$code" params={{ code: original.definition.code }} className={classes.link}>
              <bdi>{original.definition.name}</bdi>
            </Link>
            <small>
              <bdi>{original.definition.code}</bdi> <Direction direction={original.definition.direction} />{' '}
              {original.definition.themes.map((theme) => t(`indicators.theme.${theme}`)).join(', ')}
            </small>
          </div>
        ),
      },
      {
        id: 'value',
        header: t('indicators.value'),
        enableSorting: false,
        meta: { isNumber: true },
        cell: ({ row: { original } }) => <ValueCell row={original} />,
      },
      {
        id: 'year',
        accessorFn: (row) => row.newest?.year ?? undefined,
        sortUndefined: 'last',
        header: t('indicators.column.period'),
        cell: ({ row: { original } }) => (original.newest ? periodText({ formats }, original.newest) : ''),
      },
      {
        id: 'quality',
        accessorFn: (row) => row.newest?.shown?.grade ?? undefined,
        sortUndefined: 'last',
        header: t('indicators.quality'),
        cell: ({ row: { original } }) => (original.newest?.shown ? <Grade grade={original.newest.shown.grade} /> : null),
      },
      {
        id: 'trend',
        header: t('indicators.column.trend'),
        enableSorting: false,
        cell: ({ row: { original } }) => <Spark points={original.trend} label={`${t('indicators.column.trend')}: ${original.definition.name}`} />,
      },
      {
        id: 'state',
        header: t('indicators.column.state'),
        enableSorting: false,
        cell: ({ row: { original } }) => (
          <>
            {original.isInDispute ? <Missing text={t('indicators.state.dispute')} /> : null}
            {original.isStale ? <Missing text={t('indicators.state.stale')} /> : null}
            {original.newest?.shown?.missing.includes('source') ? <Missing text={t('indicators.noSource')} /> : null}
          </>
        ),
      },
      {
        id: 'do',
        header: () => <span className="visually-hidden">{t('indicators.actions')}</span>,
        enableSorting: false,
        meta: { isNumber: true },
        cell: ({ row: { original } }) => {
          const figure = original.newest?.headline.figure;
          const words = t(figure ? 'action.edit' : 'indicators.enterValue');
          return (
            <Tooltip label={words}>
              <ActionIcon aria-label={`${words}: ${original.definition.name}`} onClick={() => (figure ? onEdit(figure.id) : onStart(original.definition.code))}>
                {figure ? <IconPencil size="1.1rem" stroke={1.6} aria-hidden /> : <IconPlus size="1.1rem" stroke={1.8} aria-hidden />}
              </ActionIcon>
            </Tooltip>
          );
        },
      },
    ],
    [t, formats, onEdit, onStart],
  );
  return (
    <DataTable
      caption={t('indicators.table.title')}
      rows={rows}
      columns={columns}
      rowKey={(row) => row.definition.code}
      maxHeight="none"
      empty={t('indicators.filter.none')}
    />
  );
}

function ValueCell({ row: { definition, newest, hasOthers } }: { row: Row }) {
  const { t, formats } = useTexts();
  if (!newest?.shown) {
    if (hasOthers) return <span className={classes.faint}>{t('indicators.state.areasOnly')}</span>;
    if (definition.isSlot && !definition.ownId) return <span className={classes.faint}>{t('indicators.state.slot')}</span>;
    return <Missing text={t('indicators.noValue')} />;
  }
  const { shown } = newest;
  const interval = shown.isInDispute ? '' : intervalText({ t, formats }, shown);
  return (
    <>
      <span className={shown.isHidden || shown.isInDispute ? classes.faint : classes.value}>{shownText({ t, formats }, shown)}</span>
      <small className={classes.below}>{[definition.unit, interval].filter(Boolean).join(' · ')}</small>
    </>
  );
}
