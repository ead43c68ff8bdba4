import type { MapFigureInput, MapValue } from '#shared/domain/maps.ts';
import type { HotPlace, HotSpots } from '#shared/domain/patterns.ts';
import type { Translate } from '#shared/i18n/texts.ts';
import { densityLimits } from '#shared/methods/kernel-density.ts';

interface MapWords {
  readonly title: string;
  readonly layerId: string | null;
  readonly source: string;
  /** Density in place of what goes beyond chance. */
  readonly isDensity: boolean;
  readonly t: Translate;
}

/** Hot and cold places as a map that turns at «no more than chance», or density in multiples of the mean. */
export function hotMap(answer: HotSpots, { title, layerId, source, isDensity, t }: MapWords): MapFigureInput {
  const common = {
    kind: answer.unit === 'cells' ? ('hexagons' as const) : ('choropleth' as const),
    ...{ title, layerId, source },
    ...(answer.unit === 'cells' ? { cells: answer.cells } : {}),
  };
  if (isDensity) {
    const steps = [0, ...densityLimits];
    const values = answer.places.map(({ id, densityClass }): MapValue => ({ id, value: densityClass === null ? null : (steps[densityClass] ?? 0) }));
    return {
      ...common,
      panels: [{ values }],
      classes: { method: 'natural', count: 5 },
      legendTitle: t('patterns.density.legend'),
      numbers: { style: 'count' },
    };
  }
  return {
    ...common,
    panels: [{ values: answer.places.map((place) => heatValue(place, t)) }],
    classes: { method: 'natural', count: 4 },
    ...{ scale: 'diverging', middle: 0, legendTitle: t('patterns.hot.legend'), numbers: { style: 'decimal', digits: 1 } },
  };
}

function heatValue({ id, level, z, reason }: HotPlace, t: Translate): MapValue {
  return level === 'unknown' ? { id, value: null, reason: t(`undefined.${reason ?? 'not-stated'}`) } : { id, value: z ?? 0 };
}
