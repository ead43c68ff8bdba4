import { SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { IncidentRow } from '#shared/domain/incidents.ts';
import type { FigureContext } from '#shared/figures/figure.ts';
import { rankedBarsFigure } from '#shared/figures/ranked-bars-figure.ts';
import { apart } from '#shared/i18n/apart.ts';
import { leadingRates, leadingResidents } from '#shared/methods/rates.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { FigurePanel } from '../../../ui/chart/figure-panel.tsx';
import { EvidenceButton, keptFigure } from '../evidence/evidence-button.tsx';
import { PlacesMap } from './places-map.tsx';
import { type ExploreScope, narrowScreen, useCounts } from './use-explore-data.ts';
import { useIncidentFacts } from './use-incident-facts.ts';

const mostBars = 20;
type Measure = 'rate' | 'count';

/** Where it happens: a map of the areas, or a ranking with intervals where the areas have no boundaries. */
export function PlacesPanel({ scope, onChoose }: { scope: ExploreScope; onChoose: (areaId: string | null) => void }) {
  const { t, formats } = useTexts();
  const isNarrow = useMediaQuery(narrowScreen);
  const { queries } = useEngine();
  const rows = useCounts(scope, ['area'], { anywhere: true });
  const whole = useCounts({ ...scope, filter: { ...scope.filter, areaId: null } }, [])?.[0];
  const boundaries = useQuery({
    ...queries.areas.boundaries.queryOptions({ input: { layerId: scope.layerId ?? '' } }),
    enabled: scope.layerId !== null,
  }).data;
  const [wanted, setWanted] = useState<Measure>('rate');
  const placed = useMemo(() => (rows ?? []).filter((row) => row.areaId), [rows]);
  const hasRates = placed.some((row) => row.rate !== null);
  const measure: Measure = hasRates ? wanted : 'count';
  const ranked = useMemo(
    () =>
      placed
        .filter((row) => row[measure] !== null && !row.isHidden)
        .sort((a, b) => (b[measure] ?? 0) - (a[measure] ?? 0) || formats.compare(a.area ?? '', b.area ?? '')),
    [placed, measure, formats],
  );
  const years = scope.filter.years.length || scope.overview.years.length || 1;
  const leading = measure === 'rate' ? leadingRates(ranked, years)[0] : ranked[0];
  const message = placeWords(leading);
  const notes = hasRates ? [t('explore.places.note')] : [t('explore.places.noPopulation')];
  if (leading !== ranked[0]) notes.push(t('explore.places.fewResidents', { residents: formats.count(leadingResidents) }));

  function placeWords(first: IncidentRow | undefined): string {
    if (!first) return t('explore.nothing');
    if (measure === 'count') return t('explore.places.mostCount', { area: apart(formats, first.area ?? ''), count: formats.count(first.count) });
    const values = {
      area: apart(formats, first.area ?? ''),
      rate: formats.decimal(first.rate),
      low: formats.decimal(first.low),
      high: formats.decimal(first.high),
    };
    const times = whole?.rate && first.rate ? first.rate / whole.rate : null;
    return times === null ? t('explore.places.highestRate', values) : t('explore.places.highestRateTimes', { ...values, times: formats.decimal(times) });
  }

  const build = useCallback(
    (context: FigureContext) =>
      rankedBarsFigure(context, {
        bars: ranked.slice(0, mostBars).map((row) => ({
          label: row.area ?? '',
          value: row[measure],
          text: measure === 'rate' ? context.decimal(row.rate ?? 0) : context.count(row.count),
          ...(measure === 'rate' ? { low: row.low, high: row.high } : {}),
          isHighlighted: row.areaId === scope.filter.areaId,
        })),
        labelWidth: context.style.fontSize * (isNarrow ? 10 : 13),
        ...(measure === 'rate' && whole?.rate
          ? { reference: { value: whole.rate, label: t('explore.places.city', { rate: context.decimal(whole.rate) }) } }
          : {}),
      }),
    [ranked, measure, whole, scope.filter.areaId, t, isNarrow],
  );
  const title = t('explore.places.title');
  const facts = useIncidentFacts(scope);
  const table = {
    columns: [{ label: t('explore.areas.area') }, { label: t('explore.stat.incidents'), isNumber: true }, { label: t('explore.stat.rate'), isNumber: true }],
    rows: ranked.slice(0, 200).map((row) => [row.area ?? '', formats.count(row.count), formats.decimal(row.rate)]),
  };
  const hasMap = boundaries !== undefined && boundaries.features.length > 0;
  const legendTitle = t(measure === 'rate' ? 'explore.places.legendRate' : 'explore.places.legendCount');

  return (
    <FigurePanel
      title={title}
      message={message}
      alternative={`${title}: ${message}`}
      {...(hasMap
        ? {
            picture: (
              <PlacesMap
                scope={scope}
                layerId={scope.layerId ?? ''}
                measure={measure}
                legendTitle={legendTitle}
                title={`${title}: ${message}`}
                onChoose={onChoose}
              />
            ),
          }
        : {
            build,
            table: {
              columns: [{ label: t('explore.areas.area') }, { label: legendTitle, isNumber: true }],
              rows: ranked.map((row) => [row.area ?? '', measure === 'rate' ? formats.decimal(row.rate) : formats.count(row.count)]),
            },
          })}
      source={scope.source}
      note={notes.join(' ')}
      controls={
        hasRates ? (
          <SegmentedControl
            size="xs"
            value={measure}
            onChange={(value) => setWanted(value as Measure)}
            aria-label={t('explore.places.by')}
            data={[
              { value: 'rate', label: t('explore.places.byRate') },
              { value: 'count', label: t('explore.places.byCount') },
            ]}
          />
        ) : null
      }
      actions={
        <EvidenceButton
          about={title}
          scope={scope}
          sentence={message}
          figure={keptFigure(table, facts(measure === 'rate' ? 'rate' : 'count', leading ?? whole))}
        />
      }
    />
  );
}
