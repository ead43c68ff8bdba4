import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BaseMapState } from '#shared/domain/maps.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';

/** The city's own base map on this machine, and how to choose another. */
export function useBaseMap() {
  const { queries, files } = useEngine();
  const queryClient = useQueryClient();
  const state = useQuery(queries.maps.baseMap.queryOptions()).data;
  const set = useMutation(
    queries.maps.setBaseMap.mutationOptions({
      onSuccess: (next: BaseMapState) => queryClient.setQueryData(queries.maps.baseMap.queryKey(), next),
    }),
  );
  return {
    state,
    baseMap: state?.state === 'ready' ? state.baseMap : null,
    choose: async () => {
      const chosen = await files.chooseToOpen('base-map');
      if (chosen) set.mutate({ file: chosen.file });
    },
    remove: () => set.mutate({ file: null }),
  };
}
