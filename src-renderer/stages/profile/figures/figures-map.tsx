import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { FigureTableInfo } from '#shared/domain/figures.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { FigurePanel } from '../../../ui/chart/figure-panel.tsx';
import { AreaMap } from '../../../ui/map/area-map.tsx';
import { digitsOf } from './figure-words.ts';
import { type FigureChoice, periodOf } from './use-figure-choice.ts';

/** The newest period's figures on the map of their areas. Nothing is drawn where an area has several figures at once. */
export function FiguresMap({ table, choice }: { table: FigureTableInfo; choice: FigureChoice }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const boundaries = useQuery({
    ...queries.areas.boundaries.queryOptions({ input: { layerId: choice.layerId ?? '' } }),
    enabled: choice.layerId !== null,
  }).data;
  const rows = useMemo(() => (choice.answer?.rows ?? []).filter(({ areaId }) => areaId !== null), [choice.answer]);
  const newest = [...new Set(rows.map(periodOf))].sort().at(-1);
  const shown = useMemo(() => rows.filter((row) => periodOf(row) === newest), [rows, newest]);
  const values = useMemo(() => new Map(shown.map(({ areaId, value }) => [areaId ?? '', value])), [shown]);
  if (!boundaries || boundaries.features.length === 0 || shown.length === 0) return null;
  const title = t('figures.map');
  const message = values.size < shown.length ? t('figures.map.several') : t('figures.map.message', { period: newest ?? '' });
  return (
    <FigurePanel
      title={title}
      message={message}
      alternative={`${title}: ${message}`}
      picture={
        values.size < shown.length ? null : (
          <AreaMap
            boundaries={boundaries}
            values={values}
            legendTitle={[choice.series || table.name, choice.unit].filter((part) => part !== '').join(', ')}
            caption={`${title}: ${message}`}
            isCaptionHidden
            formatValue={(value) => formats.decimal(value, digitsOf(value))}
          />
        )
      }
      source={table.source || table.name}
    />
  );
}
