import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { FigureTableInfo } from '#shared/domain/figures.ts';
import type { MapFigureInput } from '#shared/domain/maps.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { FigurePanel } from '../../../ui/chart/figure-panel.tsx';
import { MapView } from '../../../ui/map/map-view.tsx';
import { digitsFor } from './figure-words.ts';
import { type FigureChoice, periodOf } from './use-figure-choice.ts';

/** The newest period's figures on the map of their areas. Nothing is drawn where an area has several figures at once. */
export function FiguresMap({ table, choice }: { table: FigureTableInfo; choice: FigureChoice }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const boundaries = useQuery({
    ...queries.areas.boundaries.queryOptions({ input: { layerId: choice.layerId ?? '' } }),
    enabled: choice.layerId !== null,
  }).data;
  const rows = useMemo(() => (choice.answer?.rows ?? []).filter(({ areaId }) => areaId !== null), [choice.answer]);
  const newest = [...new Set(rows.map(periodOf))].sort().at(-1);
  const shown = useMemo(() => rows.filter((row) => periodOf(row) === newest), [rows, newest]);
  const areaCount = useMemo(() => new Set(shown.map(({ areaId }) => areaId)).size, [shown]);
  const title = t('figures.map');
  const message = areaCount < shown.length ? t('figures.map.several') : t('figures.map.message', { period: newest ?? '' });
  const legendTitle = [choice.series || table.name, choice.unit].filter((part) => part !== '').join(', ');
  const map = useMemo(
    (): MapFigureInput => ({
      kind: 'choropleth',
      layerId: choice.layerId,
      title: `${title}: ${message}`,
      panels: [{ values: shown.map(({ areaId, value }) => ({ id: areaId ?? '', value })) }],
      legendTitle,
      source: table.source || table.name,
      numbers: { style: 'decimal', digits: digitsFor(shown.map(({ value }) => value)) },
    }),
    [choice.layerId, title, message, shown, legendTitle, table],
  );
  if (!boundaries || boundaries.features.length === 0 || shown.length === 0) return null;
  return (
    <FigurePanel
      title={title}
      message={message}
      alternative={`${title}: ${message}`}
      picture={areaCount < shown.length ? null : <MapView map={map} isFramed />}
      source={table.source || table.name}
    />
  );
}
