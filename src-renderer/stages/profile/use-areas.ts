import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Area, AreaLayer } from '#shared/domain/areas.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';

export interface AreaBook {
  readonly layers: readonly AreaLayer[];
  readonly areas: readonly Area[];
  /** What incidents are counted by unless somebody chooses: the first layer with residents, as the engine does, else the first. */
  readonly base: AreaLayer | undefined;
  /** Empty while unknown. */
  nameOf(id: string | null | undefined): string;
  /** For selects: in the order of names, by layer where there are several. */
  readonly options: readonly { readonly group: string; readonly items: readonly { readonly value: string; readonly label: string }[] }[];
}

/** Every area of the project with its name, ready for selects. */
export function useAreas(): AreaBook {
  const { queries } = useEngine();
  const { formats } = useTexts();
  const layers = useQuery(queries.areas.layers.queryOptions()).data;
  const areas = useQuery(queries.areas.list.queryOptions({ input: {} })).data;
  return useMemo(() => {
    const names = new Map((areas ?? []).map((area) => [area.id, area.name]));
    const inLayer = (layerId: string) =>
      (areas ?? [])
        .filter((area) => area.layerId === layerId)
        .map((area) => ({ value: area.id, label: area.name }))
        .sort((a, b) => formats.compare(a.label, b.label));
    return {
      layers: layers ?? [],
      areas: areas ?? [],
      base: layers?.find(({ population }) => population !== null) ?? layers?.[0],
      nameOf: (id) => names.get(id ?? '') ?? '',
      options: (layers ?? []).map((layer) => ({ group: layer.name || '–', items: inLayer(layer.id) })).filter((layer) => layer.items.length > 0),
    };
  }, [layers, areas, formats]);
}
