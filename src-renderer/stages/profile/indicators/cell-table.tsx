import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { FigureFacts } from '#shared/domain/figure-facts.ts';
import { factInput, figureFacts } from '#shared/domain/figure-facts.ts';
import type { IndicatorDefinition, Observation, StaleValue } from '#shared/domain/indicators.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { FigureFactsButton } from '../../../ui/figure-facts.tsx';
import { useAreas } from '../use-areas.ts';
import { Grade, Missing } from './indicator-marks.tsx';
import classes from './indicators.module.css';
import { intervalText, periodText, shownText, valueText } from './observation-words.ts';
import type { IndicatorCell } from './use-indicators.ts';

/** How a figure came about: its own computation, else what was typed or imported. */
function factsOf(value: Observation): FigureFacts {
  if (value.computation) return value.computation;
  const isRatio = value.numerator !== null && value.denominator !== null;
  return figureFacts({
    method: value.isImported ? 'imported' : 'typed',
    version: '1',
    inputs: isRatio ? [factInput('numerator', value.numerator), factInput('denominator', value.denominator)] : [factInput('value', value.value)],
    n: value.sampleSize ?? value.denominator,
    sources: value.source ? [{ name: value.source, publishedOn: value.publishedOn, grade: value.quality }] : [],
  });
}

/** One line for each place, period and group; the sources of a disputed or chosen cell stand below its value. */
export function CellTable({
  cells,
  definition,
  staleOf,
  onEdit,
  onChoose,
}: {
  cells: readonly IndicatorCell[];
  definition: IndicatorDefinition;
  staleOf: (id: string) => StaleValue | undefined;
  onEdit: (id: string) => void;
  onChoose: (key: string) => void;
}) {
  const { t, formats } = useTexts();
  const areas = useAreas();
  const columns = useMemo<ColumnDef<IndicatorCell, unknown>[]>(() => {
    const words = { t, formats };
    const subject = (cell: IndicatorCell) =>
      [areas.nameOf(cell.areaId) || t('explore.filter.wholeCity'), cell.breakdown, periodText(words, cell)].filter(Boolean).join(', ');
    return [
      {
        id: 'place',
        accessorFn: (cell) => areas.nameOf(cell.areaId),
        header: t('indicators.one.appliesTo'),
        cell: ({ row: { original } }) => (
          <div className={classes.name}>
            <bdi>{[areas.nameOf(original.areaId) || t('explore.filter.wholeCity'), original.breakdown].filter(Boolean).join(', ')}</bdi>
            {definition.versions.length > 1 ? (
              <small>
                {t('indicators.version')}: <bdi>{original.wording || t('indicators.version.notStated')}</bdi>
              </small>
            ) : null}
          </div>
        ),
      },
      {
        id: 'period',
        accessorFn: (cell) => cell.year ?? undefined,
        sortUndefined: 'last',
        header: t('indicators.column.period'),
        cell: ({ row: { original } }) => periodText(words, original),
      },
      {
        id: 'value',
        accessorFn: (cell) => cell.shown?.value ?? undefined,
        sortUndefined: 'last',
        header: definition.unit ? `${t('indicators.value')} (${definition.unit})` : t('indicators.value'),
        meta: { isNumber: true },
        cell: ({ row: { original } }) => <CellValue cell={original} />,
      },
      {
        id: 'source',
        header: t('indicators.source'),
        enableSorting: false,
        cell: ({ row: { original } }) => <CellSources cell={original} about={subject(original)} onChoose={onChoose} />,
      },
      {
        id: 'quality',
        accessorFn: (cell) => cell.shown?.grade ?? undefined,
        sortUndefined: 'last',
        header: t('indicators.quality'),
        cell: ({ row: { original } }) => <Grade grade={original.shown?.grade ?? null} />,
      },
      {
        id: 'do',
        header: () => <span className="visually-hidden">{t('indicators.actions')}</span>,
        enableSorting: false,
        meta: { isNumber: true },
        cell: ({ row: { original } }) => (
          <span className={classes.rowActions}>
            {original.values.map((value) => (
              <Tooltip key={value.id} label={t('action.edit')}>
                <ActionIcon
                  aria-label={`${t('action.edit')}: ${[subject(original), value.source].filter(Boolean).join(', ')}`}
                  onClick={() => onEdit(value.id)}
                >
                  <IconPencil size="1.1rem" stroke={1.6} aria-hidden />
                </ActionIcon>
              </Tooltip>
            ))}
            {original.headline.figure && original.shown && !original.shown.isHidden ? (
              <FigureFactsButton facts={factsOf(original.headline.figure)} about={`${definition.name}, ${subject(original)}`} />
            ) : null}
            {original.values.map((value) => (
              <StaleMark key={value.id} value={value} stale={staleOf(value.id)} />
            ))}
          </span>
        ),
      },
    ];
  }, [t, formats, areas, definition, staleOf, onEdit, onChoose]);
  return <DataTable caption={t('indicators.one.values')} rows={cells} columns={columns} rowKey={(cell) => cell.key} maxHeight="none" />;
}

function CellValue({ cell }: { cell: IndicatorCell }) {
  const { t, formats } = useTexts();
  const { shown } = cell;
  if (!shown) return <Missing text={t('indicators.noValue')} />;
  const interval = shown.isInDispute ? '' : intervalText({ t, formats }, shown);
  return (
    <>
      <span className={shown.isHidden || shown.isInDispute ? classes.faint : classes.value}>{shownText({ t, formats }, shown)}</span>
      {interval ? <small className={classes.below}>{interval}</small> : null}
      {shown.warnings
        // Said by the value's own words, and beside the place.
        .filter((warning) => warning === 'few-respondents')
        .map((warning) => (
          <small key={warning} className={classes.warning}>
            {t(`valueWarning.${warning}`)}
          </small>
        ))}
    </>
  );
}

/** The source of the value, or all of them with their figures where they differ, and why one was chosen. */
function CellSources({ cell, about, onChoose }: { cell: IndicatorCell; about: string; onChoose: (key: string) => void }) {
  const { t, formats } = useTexts();
  const { headline } = cell;
  const [first] = cell.values;
  if (headline.rivals.length < 2) return first?.source ? <bdi className={classes.source}>{first.source}</bdi> : <Missing text={t('indicators.noSource')} />;
  return (
    <>
      <ul className={classes.rivals}>
        {headline.rivals.map((rival) => (
          <li key={rival.id}>
            <bdi className={classes.source} title={rival.source}>
              {cell.shown?.isHidden ? '–' : valueText({ formats }, rival.value)} · {rival.source || t('indicators.noSource')}
            </bdi>
          </li>
        ))}
      </ul>
      {headline.state === 'chosen' && headline.figure ? (
        <small className={classes.rule}>
          <bdi>{t('conflict.chosenBecause', { reason: headline.figure.choiceReason })}</bdi>
        </small>
      ) : null}
      {headline.state === 'agreed' || cell.shown?.isHidden ? null : (
        <Button
          variant={headline.state === 'chosen' ? 'subtle' : 'light'}
          size="xs"
          mt="0.25rem"
          onClick={() => onChoose(cell.key)}
          aria-label={`${t(headline.state === 'chosen' ? 'conflict.change' : 'conflict.open')}: ${about}`}
        >
          {t(headline.state === 'chosen' ? 'conflict.change' : 'conflict.open')}
        </Button>
      )}
    </>
  );
}

function StaleMark({ value, stale }: { value: Observation; stale: StaleValue | undefined }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const update = useMutation(queries.indicators.update.mutationOptions());
  const { client } = useEngine();
  if (!stale) return null;
  const bringUpToDate = async () => {
    const now = (await client.indicators.computable()).find(
      (known) =>
        known.indicatorCode === value.indicatorCode && known.year === value.year && known.areaId === value.areaId && known.breakdown === value.breakdown,
    );
    if (!now) return;
    const { facts: _facts, note: _note, ...patch } = now;
    update.mutate({ id: value.id, patch });
  };
  return (
    <span className={classes.warning}>
      {stale.value === null ? t('indicators.isStaleGone') : t('indicators.isStale', { value: valueText({ formats }, stale.value) })}
      {stale.value === null ? null : (
        <Button variant="default" size="xs" loading={update.isPending} onClick={() => void bringUpToDate()}>
          {t('indicators.bringUpToDate')}
        </Button>
      )}
    </span>
  );
}
