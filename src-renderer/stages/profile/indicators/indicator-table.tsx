import { ActionIcon, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconArrowDown, IconArrowUp, IconPencil, IconPlus } from '@tabler/icons-react';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { Indicator, Observation } from '#shared/domain/indicators.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { useAreas } from '../use-areas.ts';
import classes from './indicators.module.css';
import { intervalText, valueText } from './observation-words.ts';

interface Row {
  readonly key: string;
  readonly code: string;
  readonly indicator: Indicator | undefined;
  /** Null for an indicator of the starter set that has no value yet. */
  readonly observation: Observation | null;
}

/** The starter set and every value of the project; what lacks a value, a source or a grade says so. */
export function IndicatorTable({
  catalogue,
  observations,
  onEdit,
  onStart,
}: {
  catalogue: readonly Indicator[];
  observations: readonly Observation[];
  onEdit: (id: string) => void;
  onStart: (code: string) => void;
}) {
  const { t, formats } = useTexts();
  const book = useAreas();
  const rows = useMemo<Row[]>(() => {
    const withValue = new Set(observations.map((observation) => observation.indicatorCode));
    const order = new Map(catalogue.map((indicator, place) => [indicator.code, place]));
    const filled = observations.map((observation) => ({
      key: observation.id,
      code: observation.indicatorCode,
      indicator: catalogue.find((candidate) => candidate.code === observation.indicatorCode),
      observation,
    }));
    const empty = catalogue
      .filter((indicator) => indicator.isStarter && !withValue.has(indicator.code))
      .map((indicator) => ({ key: indicator.code, code: indicator.code, indicator, observation: null }));
    return [...filled, ...empty].sort(
      (a, b) => (order.get(a.code) ?? 999) - (order.get(b.code) ?? 999) || (b.observation?.year ?? 0) - (a.observation?.year ?? 0),
    );
  }, [catalogue, observations]);

  const columns = useMemo<ColumnDef<Row, unknown>[]>(
    () => [
      {
        id: 'name',
        accessorFn: (row) => row.indicator?.name ?? row.code,
        header: t('indicators.indicator'),
        cell: ({ row: { original } }) => (
          <div className={classes.name}>
            <Tooltip label={original.indicator?.explanation ?? original.code}>
              <button type="button" className={classes.term}>
                {original.indicator?.name ?? original.code}
              </button>
            </Tooltip>
            <small className={classes.faint}>
              {original.code} {original.indicator ? <Direction direction={original.indicator.direction} /> : null}
              {original.observation ? (
                <bdi>
                  {' '}
                  · {[book.nameOf(original.observation.areaId) || t('explore.filter.wholeCity'), original.observation.breakdown].filter(Boolean).join(', ')}
                </bdi>
              ) : null}
            </small>
          </div>
        ),
      },
      {
        id: 'value',
        header: t('indicators.value'),
        enableSorting: false,
        meta: { isNumber: true },
        cell: ({ row: { original } }) =>
          original.observation === null || original.observation.value === null ? (
            <Missing text={t('indicators.noValue')} />
          ) : (
            <>
              <span className={classes.value}>{valueText({ formats }, original.observation.value)}</span>
              <small className={classes.below}>
                {[original.indicator?.unit, intervalText({ t, formats }, original.observation)].filter(Boolean).join(' · ')}
              </small>
            </>
          ),
      },
      {
        id: 'year',
        accessorFn: (row) => row.observation?.year ?? undefined,
        sortUndefined: 'last',
        header: t('indicators.year'),
        cell: ({ row }) => row.original.observation?.year ?? (row.original.observation ? '–' : ''),
      },
      {
        id: 'source',
        accessorFn: (row) => row.observation?.source ?? '',
        header: t('indicators.source'),
        cell: ({ row: { original } }) =>
          original.observation ? (
            original.observation.source ? (
              <bdi className={classes.source} title={original.observation.source}>
                {original.observation.source}
              </bdi>
            ) : (
              <Missing text={t('indicators.noSource')} />
            )
          ) : null,
      },
      {
        id: 'quality',
        accessorFn: (row) => row.observation?.quality ?? undefined,
        sortUndefined: 'last',
        header: t('indicators.quality'),
        cell: ({ row: { original } }) => {
          if (!original.observation) return null;
          const grade = original.observation.quality;
          if (!grade) return <Missing text={t('indicators.noGrade')} />;
          return (
            <Tooltip label={t(`quality.${grade}`)}>
              <button type="button" className={classes.grade} data-grade={grade} aria-label={`${grade}: ${t(`quality.${grade}`)}`}>
                {grade}
              </button>
            </Tooltip>
          );
        },
      },
      {
        id: 'do',
        header: () => <span className="visually-hidden">{t('indicators.actions')}</span>,
        enableSorting: false,
        meta: { isNumber: true },
        cell: ({ row: { original } }) => {
          const { observation } = original;
          const label = `${t(observation ? 'action.edit' : 'indicators.enterValue')}: ${original.indicator?.name ?? original.code}`;
          return (
            <Tooltip label={t(observation ? 'action.edit' : 'indicators.enterValue')}>
              <ActionIcon aria-label={label} onClick={() => (observation ? onEdit(observation.id) : onStart(original.code))}>
                {observation ? <IconPencil size="1.1rem" stroke={1.6} aria-hidden /> : <IconPlus size="1.1rem" stroke={1.8} aria-hidden />}
              </ActionIcon>
            </Tooltip>
          );
        },
      },
    ],
    [t, formats, book, onEdit, onStart],
  );

  return <DataTable caption={t('indicators.table.title')} rows={rows} columns={columns} rowKey={(row) => row.key} maxHeight="none" />;
}

function Missing({ text }: { text: string }) {
  return (
    <span className={classes.missing}>
      <IconAlertTriangle size="0.95rem" stroke={1.8} aria-hidden />
      {text}
    </span>
  );
}

function Direction({ direction }: { direction: Indicator['direction'] }) {
  const { t } = useTexts();
  if (direction === 'show') return null;
  const Icon = direction === 'up' ? IconArrowUp : IconArrowDown;
  const label = t(`indicators.direction.${direction}`);
  return (
    <span title={label}>
      <Icon size="0.85rem" stroke={1.8} role="img" aria-label={label} style={{ verticalAlign: '-0.1em' }} />
    </span>
  );
}
