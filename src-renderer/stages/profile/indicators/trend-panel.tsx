import { Select } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import type { IndicatorDefinition } from '#shared/domain/indicators.ts';
import type { FigureContext } from '#shared/figures/figure.ts';
import { type IndicatorTrendPoint, indicatorTrendFigure } from '#shared/figures/indicator-trend-figure.ts';
import { withBreaks } from '#shared/methods/indicator-series.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { FigurePanel } from '../../../ui/chart/figure-panel.tsx';
import { useAreas } from '../use-areas.ts';
import { intervalText, shownText, valueText } from './observation-words.ts';
import type { IndicatorCell } from './use-indicators.ts';

/** The place and group of a cell as one key. A place that was drawn anew keeps its name in another layer: both are one series with a break. */
function seriesKeyOf(cell: IndicatorCell, placeName: string): string {
  return JSON.stringify([placeName, cell.breakdown.trim().toLocaleLowerCase('en')]);
}

/** The city as a whole, all people. */
const isWhole = (cell: IndicatorCell | undefined) => cell?.areaId === null && cell.breakdown === '';

/** Values over the years, each stretch with one wording and one set of boundaries; a hidden year is a gap, one in dispute its range. */
export function TrendPanel({ cells, definition }: { cells: readonly IndicatorCell[]; definition: IndicatorDefinition }) {
  const { t, formats } = useTexts();
  const areas = useAreas();
  const [wanted, setWanted] = useState<string | null>(null);
  const series = useMemo(() => {
    const all = new Map<string, { label: string; cells: IndicatorCell[] }>();
    for (const cell of cells) {
      if (cell.year === null || cell.shown === null) continue;
      const place = areas.nameOf(cell.areaId);
      const key = seriesKeyOf(cell, place);
      const known = all.get(key) ?? { label: [place || t('explore.filter.wholeCity'), cell.breakdown].filter(Boolean).join(', '), cells: [] };
      known.cells.push(cell);
      all.set(key, known);
    }
    return all;
  }, [cells, areas, t]);
  const layerOf = useMemo(() => new Map(areas.areas.map((area) => [area.id, area.layerId])), [areas]);
  const longest = [...series].sort(([, a], [, b]) => b.cells.length - a.cells.length || Number(isWhole(b.cells[0])) - Number(isWhole(a.cells[0])));
  const key = wanted !== null && series.has(wanted) ? wanted : (longest[0]?.[0] ?? null);
  const chosen = key === null ? undefined : series.get(key);
  const points = useMemo((): IndicatorTrendPoint[] => {
    const list = (chosen?.cells ?? []).map((cell) => ({ cell, year: cell.year ?? 0, wording: cell.wording, boundary: layerOf.get(cell.areaId ?? '') ?? '' }));
    return withBreaks(list).map(({ point: { cell, year }, breakBefore }) => ({
      year,
      value: cell.shown?.value ?? null,
      low: cell.shown?.low ?? null,
      high: cell.shown?.high ?? null,
      text: cell.shown?.value == null ? shownText({ t, formats }, cell.shown) : [valueText({ formats }, cell.shown.value), definition.unit].join(' '),
      breakLabel: breakBefore ? t(`indicators.break.${breakBefore}`) : '',
    }));
  }, [chosen, layerOf, formats, definition, t]);
  const build = useCallback((context: FigureContext) => indicatorTrendFigure(context, { points }), [points]);
  const [first] = points;
  const last = points.at(-1);
  // One year is no course of time; it stands in the table above.
  if (!chosen || !first || !last || (longest[0]?.[1].cells.length ?? 0) < 2) return null;
  const hasBreak = points.some((point) => point.breakLabel !== '');
  const message =
    points.length === 1
      ? t('indicators.one.trend.single')
      : hasBreak
        ? t('indicators.one.trend.break')
        : t('indicators.one.trend.message', { first: first.text, firstYear: first.year, last: last.text, lastYear: last.year });
  const sources = [...new Set(chosen.cells.map((cell) => cell.shown?.source ?? '').filter(Boolean))];
  return (
    <FigurePanel
      title={t('indicators.one.trend')}
      message={message}
      alternative={points.map((point) => `${point.breakLabel ? `${point.breakLabel}; ` : ''}${point.year}: ${point.text}`).join('; ')}
      build={build}
      table={{
        columns: [
          { label: t('indicators.year') },
          { label: t('indicators.value'), isNumber: true },
          { label: t('output.column.interval'), isNumber: true },
          { label: t('indicators.version') },
        ],
        rows: points.map((point) => [String(point.year), point.text, intervalText({ t, formats }, point) || '–', point.breakLabel || '']),
      }}
      source={sources.length > 0 ? t('output.sourceLine', { source: sources.join('; ') }) : t('output.sourceUnknown')}
      controls={
        series.size > 1 ? (
          <Select
            aria-label={t('indicators.one.series')}
            data={[...series].map(([value, { label }]) => ({ value, label }))}
            value={key}
            onChange={setWanted}
            allowDeselect={false}
            searchable
          />
        ) : undefined
      }
    />
  );
}
