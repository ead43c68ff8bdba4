import { Select } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { groupBy } from '#shared/domain/group-by.ts';
import type { IndicatorDefinition } from '#shared/domain/indicators.ts';
import type { FigureContext } from '#shared/figures/figure.ts';
import { rankedBarsFigure } from '#shared/figures/ranked-bars-figure.ts';
import { comparePlaces } from '#shared/methods/indicator-series.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { FigurePanel } from '../../../ui/chart/figure-panel.tsx';
import { useAreas } from '../use-areas.ts';
import { intervalText, valueText } from './observation-words.ts';
import type { IndicatorCell } from './use-indicators.ts';

const mostBars = 25;

/** Places of one layer for the same wording, year and group. Nothing where fewer than two have a value; never ranked where a rise may be good news. */
export function ComparePanel({ cells, definition }: { cells: readonly IndicatorCell[]; definition: IndicatorDefinition }) {
  const { t, formats } = useTexts();
  const areas = useAreas();
  const [wanted, setWanted] = useState<string | null>(null);
  const sets = useMemo(() => {
    const layers = new Map(areas.areas.map((area) => [area.id, area.layerId]));
    const withPlace = cells.filter((cell) => cell.areaId !== null && cell.year !== null && cell.shown?.value != null);
    const groups = groupBy(withPlace, (cell) => JSON.stringify([layers.get(cell.areaId ?? ''), cell.wording, cell.year, cell.breakdown]));
    return [...groups].filter(([, list]) => list.length > 1).sort(([, a], [, b]) => (b[0]?.year ?? 0) - (a[0]?.year ?? 0) || b.length - a.length);
  }, [cells, areas]);
  const [key, chosen] = sets.find(([candidate]) => candidate === wanted) ?? sets[0] ?? [null, undefined];
  const layerOf = (cell: IndicatorCell | undefined) =>
    areas.layers.find((layer) => layer.id === areas.areas.find((area) => area.id === cell?.areaId)?.layerId)?.name ?? '';
  const rows = useMemo(() => {
    const named = (chosen ?? [])
      .map((cell) => ({ id: cell, value: cell.shown?.value ?? null, name: areas.nameOf(cell.areaId) }))
      .sort((a, b) => formats.compare(a.name, b.name));
    return comparePlaces(named, definition.direction).map((place) => ({
      ...place,
      name: areas.nameOf(place.id.areaId),
      text: valueText({ formats }, place.value),
      interval: place.id.shown ? intervalText({ t, formats }, place.id.shown) : '',
    }));
  }, [chosen, areas, formats, definition, t]);
  const build = useCallback(
    (context: FigureContext) =>
      rankedBarsFigure(context, {
        bars: rows.slice(0, mostBars).map((row) => ({ label: row.name, value: row.value, low: row.id.shown?.low, high: row.id.shown?.high, text: row.text })),
      }),
    [rows],
  );
  if (!chosen || key === null) return null;
  const [first] = chosen;
  const sources = [...new Set(chosen.map((cell) => cell.shown?.source ?? '').filter(Boolean))];
  const rankText = (rank: number | null) =>
    rank === null ? '–' : Number.isInteger(rank) ? formats.count(rank) : t('indicators.one.joint', { rank: formats.decimal(rank) });
  return (
    <FigurePanel
      title={t('indicators.one.compare')}
      message={t('indicators.one.compare.message', { count: rows.length, layer: layerOf(first), year: first?.year ?? '' })}
      alternative={rows.map((row) => `${row.name}: ${row.text}`).join('; ')}
      build={build}
      table={{
        columns: [
          { label: t('indicators.area') },
          { label: `${t('indicators.value')} (${definition.unit})`, isNumber: true },
          { label: t('output.column.interval'), isNumber: true },
          ...(definition.direction === 'show' ? [] : [{ label: t('indicators.one.rank'), isNumber: true }]),
        ],
        rows: rows.map((row) => [row.name, row.text, row.interval || '–', ...(definition.direction === 'show' ? [] : [rankText(row.rank)])]),
      }}
      source={sources.length > 0 ? t('output.sourceLine', { source: sources.join('; ') }) : t('output.sourceUnknown')}
      note={definition.direction === 'show' ? t('indicators.one.compare.noRank') : t('indicators.one.compare.ranked')}
      controls={
        sets.length > 1 ? (
          <Select
            aria-label={t('indicators.one.series')}
            data={sets.map(([value, list]) => ({
              value,
              label: [layerOf(list[0]), list[0]?.year, list[0]?.breakdown, definition.versions.length > 1 ? list[0]?.wording : ''].filter(Boolean).join(' · '),
            }))}
            value={key}
            onChange={setWanted}
            allowDeselect={false}
          />
        ) : undefined
      }
    />
  );
}
