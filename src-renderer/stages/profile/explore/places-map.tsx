import { SegmentedControl, Select } from '@mantine/core';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import type { IncidentRow } from '#shared/domain/incidents.ts';
import { type Hexagons, type MapFigureInput, type MapKind, type MapValue, mapKinds } from '#shared/domain/maps.ts';
import type { ProtectedRows } from '#shared/domain/releases.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { usePreferences } from '../../../app/preferences.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { MapView } from '../../../ui/map/map-view.tsx';
import classes from './explore.module.css';
import { incidentFilter } from './explore-filter.ts';
import { halvesOf, type MapPair, mapPairs, type PairHalf } from './map-pairs.ts';
import { type ExploreScope, openRow, protectedRow, type ShownCount } from './use-explore-data.ts';

/** Keeps its identity, so that equal answers are one list. */
const openRows = (results: readonly { data: IncidentRow[] | undefined }[]) => results.map(({ data }) => data?.map(openRow));
const safeRows = (results: readonly { data: ProtectedRows | undefined }[]) => results.map(({ data }) => data?.rows.map(protectedRow));

const cellSizes = [250, 500, 1000, 2000] as const;

/** Where it happens as a map: coloured areas, circles or cells, alone or two side by side. */
export function PlacesMap({
  scope,
  layerId,
  measure,
  legendTitle,
  title,
  onChoose,
}: {
  scope: ExploreScope;
  layerId: string;
  measure: 'rate' | 'count';
  legendTitle: string;
  title: string;
  onChoose: (areaId: string | null) => void;
}) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const [kind, setKind] = useState<MapKind>('choropleth');
  const [pair, setPair] = useState<MapPair | 'none'>('none');
  const [cellMetres, setCellMetres] = useState<number>(500);
  const where = incidentFilter(scope.filter, true);
  const halves = pair === 'none' ? null : halvesOf(pair, where, scope.overview.years);
  const filters = halves ? halves.map((half) => half.where) : [where];
  const yearCount = Math.max(1, where.years?.length ?? scope.overview.years.length);
  const hasPoints = scope.overview.withPointCount > 0;
  const shown: MapKind = kind === 'hexagons' && !hasPoints ? 'choropleth' : kind;

  const { isProjector } = usePreferences();
  const inputs = filters.map((filter) => ({ by: ['area' as const], where: filter, layerId }));
  const all = useQueries({
    queries: inputs.map((input) => ({
      ...queries.incidents.query.queryOptions({ input, placeholderData: keepPreviousData }),
      enabled: shown !== 'hexagons' && !isProjector,
    })),
    combine: openRows,
  });
  const safe = useQueries({
    queries: inputs.map((input) => ({
      ...queries.releases.protect.queryOptions({ input, placeholderData: keepPreviousData }),
      enabled: shown !== 'hexagons' && isProjector,
    })),
    combine: safeRows,
  });
  const counted = isProjector ? safe : all;
  const hexagons = useQuery({
    ...queries.maps.hexagons.queryOptions({ input: { filters, cellMetres, layerId }, placeholderData: keepPreviousData }),
    enabled: shown === 'hexagons',
  }).data;

  const titles = useMemo(() => (halves ?? [null]).map((half) => halfTitle(half, t)), [halves, t]);
  const titleKey = titles.join('|');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the titles are as good as their text
  const map = useMemo((): MapFigureInput | null => {
    const common = { layerId, title, source: scope.sourceNames };
    if (shown === 'hexagons')
      return hexagons && hexagons.totals.length === titles.length ? { ...common, ...hexagonMap(hexagons, titles, cellMetres, { t, formats }) } : null;
    const rows = counted.map((list) => list ?? []);
    const isRate = shown === 'choropleth' && measure === 'rate';
    return {
      ...common,
      kind: shown,
      panels: rows.map((list, place) => ({ title: titles[place] ?? '', values: list.flatMap((row) => mapValues(row, isRate ? yearCount : null)) })),
      legendTitle: isRate || shown === 'choropleth' ? legendTitle : t('explore.places.legendCount'),
      numbers: isRate ? { style: 'decimal', digits: 1 } : { style: 'count' },
    };
  }, [layerId, title, scope.sourceNames, shown, hexagons, titleKey, yearCount, cellMetres, counted, measure, legendTitle, t, formats]);

  // The map before stays until the new one is counted: the controls in its head keep the focus.
  const last = useRef(map);
  if (map) last.current = map;
  const drawn = map ?? last.current;
  const controls = (
    <div className={classes.mapControls}>
      <SegmentedControl
        size="xs"
        value={shown}
        onChange={(value) => setKind(value as MapKind)}
        aria-label={t('map.kind.label')}
        data={mapKinds.filter((offered) => offered !== 'hexagons' || hasPoints).map((offered) => ({ value: offered, label: t(`map.kind.${offered}`) }))}
      />
      <Select
        size="xs"
        w="13rem"
        aria-label={t('map.pair.label')}
        value={pair}
        onChange={(value) => setPair((value ?? 'none') as MapPair | 'none')}
        allowDeselect={false}
        data={(['none', ...mapPairs] as const).map((offered) => ({
          value: offered,
          label: t(`map.pair.${offered}`),
          disabled: offered !== 'none' && halvesOf(offered, where, scope.overview.years) === null,
        }))}
      />
      {shown === 'hexagons' ? (
        <Select
          size="xs"
          w="8rem"
          aria-label={t('map.cellSize.label')}
          value={String(cellMetres)}
          onChange={(value) => setCellMetres(Number(value ?? cellMetres))}
          allowDeselect={false}
          data={cellSizes.map((size) => ({ value: String(size), label: lengthText(size, { t, formats }) }))}
        />
      ) : null}
    </div>
  );
  if (!drawn) return controls;
  return <MapView map={drawn} isFramed controls={controls} {...(drawn.kind === 'hexagons' ? {} : { selectedId: scope.filter.areaId, onSelect: onChoose })} />;
}

type Words = Pick<ReturnType<typeof useTexts>, 't' | 'formats'>;

function halfTitle(half: PairHalf | null, t: Words['t']): string {
  if (!half) return '';
  if (half.title) return t(half.title);
  const [first] = half.years;
  const last = half.years.at(-1);
  return first === last ? String(first) : `${first}–${last}`;
}

/** `yearCount` for a rate: its population is that of all years together. */
function mapValues(row: ShownCount, yearCount: number | null): MapValue[] {
  if (!row.areaId) return [];
  if (row.isHidden) return [{ id: row.areaId, value: null, isHidden: true }];
  if (yearCount === null) return [{ id: row.areaId, value: row.count, count: row.count }];
  return [{ id: row.areaId, value: row.rate, count: row.count, population: row.population === null ? null : row.population / yearCount }];
}

function hexagonMap(hexagons: Hexagons, titles: readonly string[], cellMetres: number, words: Words): Omit<MapFigureInput, 'layerId' | 'title'> {
  const { t, formats } = words;
  const sum = (key: 'outside' | 'withoutPoint') => hexagons.totals.reduce((total, entry) => total + entry[key], 0);
  return {
    kind: 'hexagons',
    cells: hexagons.cells.map(({ id, boundary }) => ({ id, boundary })),
    panels: titles.map((title, place) => ({
      title,
      values: hexagons.cells.map(({ id, counts }) => ({ id, value: counts[place]?.count ?? null, isHidden: counts[place]?.isHidden ?? false })),
    })),
    legendTitle: t('map.hexagons.legend'),
    numbers: { style: 'count' },
    note: t('map.hexagons.note', {
      size: lengthText(cellMetres, words),
      smallest: formats.count(hexagons.smallestCount),
      outside: formats.count(sum('outside')),
      withoutPoint: formats.count(sum('withoutPoint')),
    }),
  };
}

function lengthText(metres: number, { t, formats }: Words): string {
  return metres >= 1000 ? t('map.kilometres', { length: formats.count(metres / 1000) }) : t('map.metres', { length: formats.count(metres) });
}
