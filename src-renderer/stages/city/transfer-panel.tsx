import { Button, Select, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AreaLayer, TransferInput, TransferResult } from '#shared/domain/areas.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './population-table.module.css';

const noYear = 'none';

/** Residents of another set of areas dealt out to this one, as estimates that say so. */
export function TransferPanel({ layer, others }: { layer: AreaLayer; others: readonly AreaLayer[] }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const transfer = useMutation(queries.areas.transfer.mutationOptions());
  const known = others.filter(({ population, withBoundaryCount }) => population !== null && withBoundaryCount > 0);
  const [fromId, setFromId] = useState(known[0]?.id ?? null);
  const [weightId, setWeightId] = useState<string | null>(null);
  const [year, setYear] = useState<string | null>(null);
  const from = known.find(({ id }) => id === fromId);
  const populations = useQuery({ ...queries.areas.populations.queryOptions({ input: { layerId: fromId ?? '' } }), enabled: from !== undefined }).data ?? [];
  const years = [...new Set(populations.filter(({ sex, ageBand }) => sex === 'all' && ageBand === '').map((row) => row.year))].sort(
    (a, b) => (b ?? 0) - (a ?? 0),
  );
  const shownYear = year ?? String(years[0] ?? noYear);
  const input: TransferInput = {
    ...{ fromLayerId: fromId ?? '', toLayerId: layer.id, by: weightId === null ? 'surface' : 'residents', weightLayerId: weightId },
    year: shownYear === noYear ? null : Number(shownYear),
  };
  const preview = useQuery({ ...queries.areas.transferPreview.queryOptions({ input }), enabled: from !== undefined && years.length > 0 }).data;
  if (layer.withBoundaryCount === 0 || known.length === 0) return null;
  const finer = known.filter(({ id }) => id !== fromId);
  return (
    <section aria-label={t('areas.transfer.title')}>
      <h3 className={classes.title}>{t('areas.transfer.title')}</h3>
      <Stack gap="sm">
        <p className={classes.empty}>{t('areas.transfer.body')}</p>
        <Select
          label={t('areas.transfer.from')}
          data={known.map(({ id, name }) => ({ value: id, label: name || t('areas.layer.unnamed') }))}
          value={fromId}
          onChange={(id) => {
            setFromId(id);
            setYear(null);
          }}
          allowDeselect={false}
        />
        <Select
          label={t('areas.year')}
          data={years.map((value) => ({ value: String(value ?? noYear), label: value === null ? t('areas.population.noYear') : String(value) }))}
          value={shownYear}
          onChange={setYear}
          allowDeselect={false}
        />
        {finer.length > 0 ? (
          <Select
            label={t('areas.transfer.by')}
            description={t('areas.transfer.by.hint')}
            placeholder={t('areas.transfer.bySurface')}
            data={finer.map(({ id, name }) => ({ value: id, label: t('areas.transfer.byResidentsOf', { layer: name || t('areas.layer.unnamed') }) }))}
            value={weightId}
            onChange={setWeightId}
            clearable
          />
        ) : null}
        {preview ? <Preview result={preview} /> : null}
        <Button
          variant="default"
          disabled={!preview || preview.rows.every(({ isCounted }) => isCounted)}
          loading={transfer.isPending}
          onClick={() =>
            transfer.mutate(input, {
              onSuccess: ({ rows }) => notifications.show({ message: t('areas.transfer.done', { count: rows.filter(({ isCounted }) => !isCounted).length }) }),
            })
          }
        >
          {t('areas.transfer.go', { count: preview?.rows.filter(({ isCounted }) => !isCounted).length ?? 0 })}
        </Button>
      </Stack>
    </section>
  );
}

function Preview({ result }: { result: TransferResult }) {
  const { t, formats } = useTexts();
  const counted = result.rows.filter(({ isCounted }) => isCounted).length;
  return (
    <Notice kind={result.lost > result.total * 0.05 ? 'caution' : 'info'}>
      <div>{t('areas.transfer.preview', { residents: formats.count(result.total), areas: result.rows.length })}</div>
      {result.lost >= 1 ? (
        <div>{t('areas.transfer.lost', { residents: formats.count(result.lost), share: formats.percent(result.lost / result.total, 1) })}</div>
      ) : null}
      {result.left.length > 0 ? <div>{t('areas.transfer.left', { count: result.left.length })}</div> : null}
      {counted > 0 ? <div>{t('areas.transfer.counted', { count: counted })}</div> : null}
    </Notice>
  );
}
