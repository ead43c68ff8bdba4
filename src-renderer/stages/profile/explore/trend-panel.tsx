import { SegmentedControl } from '@mantine/core';
import { useCallback, useState } from 'react';
import type { FigureContext } from '#shared/figures/figure.ts';
import { trendFigure } from '#shared/figures/trend-figure.ts';
import { type Trend, trendOf } from '#shared/methods/trend.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { FigurePanel } from '../../../ui/chart/figure-panel.tsx';
import { EvidenceButton, keptFigure } from '../evidence/evidence-button.tsx';
import { toggled } from './explore-filter.ts';
import { monthSeries, type SeriesPoint, stretchesOf, yearSeries } from './series.ts';
import { type ExploreScope, isWholeYear, useCounts } from './use-explore-data.ts';
import { useIncidentFacts } from './use-incident-facts.ts';

/** How incidents moved over the years: the line, each year's mean, and the change in words where it may be told. */
export function TrendPanel({ scope }: { scope: ExploreScope }) {
  const { t, formats } = useTexts();
  const byYear = useCounts(scope, ['year']);
  const byMonth = useCounts(scope, ['year', 'month']);
  const [wanted, setWanted] = useState<'month' | 'year'>('month');
  const years = scope.filter.years.length > 0 ? scope.filter.years : scope.overview.years;
  const hasMonths = (byMonth ?? []).some((row) => row.month !== null);
  const unit = hasMonths && (wanted === 'month' || years.length < 2) ? 'month' : 'year';
  const points = unit === 'month' ? monthSeries(byMonth ?? [], years, scope.overview) : yearSeries(byYear ?? [], years);
  const wholeYears = years.filter((year) => isWholeYear(year, scope.overview));
  const partYears = years.filter((year) => !wholeYears.includes(year));
  const counts = wholeYears.map((year) => byYear?.find((row) => row.year === year)?.count ?? 0);
  const message = trendWords(trendOf(counts), wholeYears);
  const key = JSON.stringify([points, unit]);
  const facts = useIncidentFacts(scope);
  const total = points.reduce((sum, point) => sum + (point.value ?? 0), 0);
  const table = {
    columns: [{ label: t('explore.trend.period') }, { label: t('explore.stat.incidents'), isNumber: true }],
    rows: points.map((point) => [titleOf(point), formats.count(point.value)]),
  };
  const pick = (index: number) => {
    const year = points[index]?.year;
    if (year !== undefined) scope.change({ years: toggled(scope.filter.years, year).sort((a, b) => a - b) });
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` holds the points
  const build = useCallback(
    (context: FigureContext) =>
      trendFigure(context, {
        points: points.map((point) => ({ label: labelOf(point), title: titleOf(point), value: point.value })),
        stretches:
          unit === 'month'
            ? stretchesOf(points).map((stretch) => ({
                ...stretch,
                label: t('explore.trend.mean', { year: stretch.year, mean: formats.count(stretch.mean) }),
                shortLabel: formats.count(stretch.mean),
              }))
            : [],
      }),
    [key, t, formats],
  );

  function labelOf(point: SeriesPoint): string {
    if (point.month === null) return String(point.year);
    if (points.length <= 12) return formats.monthName(point.month);
    return point.month === 1 ? String(point.year) : '';
  }
  function titleOf(point: SeriesPoint): string {
    return point.month === null ? String(point.year) : `${formats.monthName(point.month, 'long')} ${point.year}`;
  }
  function trendWords(trend: Trend | null, of: readonly number[]): string {
    const [from, to] = [of[0], of.at(-1)];
    if (!trend || from === undefined || to === undefined) return t('explore.trend.noWholeYear');
    const values = { from, to, first: formats.count(trend.first), last: formats.count(trend.last), mean: formats.decimal(trend.mean, 0) };
    if (trend.withheld === 'one-period') return t('explore.trend.onePeriod', { year: from, first: values.first });
    if (trend.withheld === 'few' || trend.change === null) return t('explore.trend.few', values);
    const percent = formats.percent(Math.abs(trend.change), 1);
    if (Math.abs(trend.change) < 0.000_5) return t('explore.trend.same', values);
    return t(trend.change > 0 ? 'explore.trend.up' : 'explore.trend.down', { ...values, percent });
  }

  return (
    <FigurePanel
      title={t('explore.trend.title')}
      message={message}
      alternative={`${t('explore.trend.title')}: ${message}`}
      build={build}
      onPick={pick}
      pickHint={t('explore.pick.year')}
      source={scope.source}
      note={partYears.length > 0 ? t('explore.trend.partYears', { years: partYears.join(', ') }) : null}
      controls={
        hasMonths && years.length > 1 ? (
          <SegmentedControl
            size="xs"
            value={unit}
            onChange={(value) => setWanted(value as 'month' | 'year')}
            aria-label={t('explore.trend.by')}
            data={[
              { value: 'month', label: t('explore.trend.byMonth') },
              { value: 'year', label: t('explore.trend.byYear') },
            ]}
          />
        ) : null
      }
      table={table}
      actions={
        <EvidenceButton about={t('explore.trend.title')} scope={scope} sentence={message} figure={keptFigure(table, facts('count', { count: total }))} />
      }
    />
  );
}
