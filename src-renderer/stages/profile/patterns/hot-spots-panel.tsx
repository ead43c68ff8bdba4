import { SegmentedControl, Select, Skeleton } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { HotSpots, PlaceUnit } from '#shared/domain/patterns.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { FigurePanel } from '../../../ui/chart/figure-panel.tsx';
import { MapView } from '../../../ui/map/map-view.tsx';
import { EvidenceButton, keptFigure } from '../evidence/evidence-button.tsx';
import type { ExploreScope } from '../explore/use-explore-data.ts';
import { CheckPanel } from './check-panel.tsx';
import { hotMap } from './hot-map.ts';
import { patternInput } from './pattern-input.ts';
import classes from './patterns.module.css';

const cellSizes = [250, 500, 1000, 2000] as const;
type Shown = 'hot' | 'density';

/** Where it concentrates more than chance would bring, as a map; and whether such places stayed hot. */
export function HotSpotsPanel({ scope }: { scope: ExploreScope }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const hasPoints = scope.overview.withPointCount > 0;
  const [wanted, setUnit] = useState<PlaceUnit>(hasPoints ? 'cells' : 'areas');
  const unit = hasPoints ? wanted : 'areas';
  const [cellMetres, setCellMetres] = useState<number>(500);
  const [measure, setMeasure] = useState<'count' | 'rate'>('count');
  const [shown, setShown] = useState<Shown>('hot');
  const found = useQuery(
    queries.patterns.hotSpots.queryOptions({
      input: { ...patternInput(scope), unit, cellMetres, measure, withDensity: shown === 'density' },
      placeholderData: keepPreviousData,
    }),
  ).data;
  const title = t('patterns.hot.title');
  const isDensity = shown === 'density' && unit === 'cells';
  const message = found ? hotWords(found) : '';
  const map = useMemo(
    () => (found && found.places.length > 0 ? hotMap(found, { title, layerId: scope.layerId, source: scope.sourceNames, isDensity, t }) : null),
    [found, title, isDensity, scope.layerId, scope.sourceNames, t],
  );
  if (!found) return <Skeleton height="32rem" />;
  const hot = found.places.filter((place) => place.level === 'hot').sort((a, b) => (b.z ?? 0) - (a.z ?? 0));
  const table = {
    columns: [
      { label: t(unit === 'cells' ? 'patterns.cell' : 'explore.areas.area') },
      { label: t('explore.stat.incidents'), isNumber: true },
      { label: t('patterns.hot.z'), isNumber: true },
    ],
    rows: hot.map((place) => [place.name ?? place.id, formats.count(place.count), formats.decimal(place.z)]),
  };
  return (
    <>
      <FigurePanel
        title={title}
        message={message}
        alternative={`${title}: ${message}`}
        picture={map ? <MapView map={map} isFramed /> : <p className={classes.note}>{message}</p>}
        source={scope.source}
        note={
          <>
            {t('patterns.hot.note', { smallest: formats.count(found.smallestCount) })}
            {found.isFew && found.places.length > 0 ? ` ${t('patterns.hot.few')}` : null}
            {found.totals.unplaced > 0 ? ` ${t('patterns.hot.unplaced', { count: found.totals.unplaced, shown: formats.count(found.totals.unplaced) })}` : null}
          </>
        }
        controls={
          <>
            {hasPoints ? (
              <SegmentedControl
                size="xs"
                value={unit}
                onChange={(value) => setUnit(value as PlaceUnit)}
                aria-label={t('patterns.unit')}
                data={[
                  { value: 'cells', label: t('patterns.unit.cells') },
                  { value: 'areas', label: t('patterns.unit.areas') },
                ]}
              />
            ) : null}
            {unit === 'cells' ? (
              <>
                <SegmentedControl
                  size="xs"
                  value={shown}
                  onChange={(value) => setShown(value as Shown)}
                  aria-label={t('patterns.hot.show')}
                  data={[
                    { value: 'hot', label: t('patterns.hot.showHot') },
                    { value: 'density', label: t('patterns.hot.showDensity') },
                  ]}
                />
                <Select
                  size="xs"
                  w="8rem"
                  aria-label={t('factInput.cellSize')}
                  data={cellSizes.map((size) => ({ value: String(size), label: t('patterns.metres', { size: formats.count(size) }) }))}
                  value={String(cellMetres)}
                  onChange={(value) => setCellMetres(Number(value ?? 500))}
                  allowDeselect={false}
                />
              </>
            ) : (
              <SegmentedControl
                size="xs"
                value={measure}
                onChange={(value) => setMeasure(value as 'count' | 'rate')}
                aria-label={t('factInput.measure')}
                data={[
                  { value: 'count', label: t('explore.places.byCount') },
                  { value: 'rate', label: t('explore.places.byRate') },
                ]}
              />
            )}
          </>
        }
        actions={
          <EvidenceButton about={title} scope={scope} sentence={message} figure={keptFigure(table, (isDensity ? found.densityFacts : null) ?? found.facts)} />
        }
      />
      {found.facts.undefinedReason ? null : <CheckPanel scope={scope} check={found.check} />}
    </>
  );

  function hotWords(answer: HotSpots): string {
    if (answer.facts.undefinedReason) return t(`undefined.${answer.facts.undefinedReason}`);
    const { hot: summary, places } = answer;
    if (summary.places === 0) return t('patterns.hot.none');
    const values = {
      count: summary.places,
      hot: formats.count(summary.places),
      all: formats.count(places.length),
      share: formats.percent(summary.share),
      surface: formats.percent(summary.surfaceShare, 1),
    };
    if (answer.unit === 'cells') return t('patterns.hot.cells', values);
    return summary.surfaceShare === null ? t('patterns.hot.areasPlain', values) : t('patterns.hot.areas', values);
  }
}
