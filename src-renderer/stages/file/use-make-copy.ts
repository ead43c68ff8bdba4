import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Progress } from '#shared/domain/outputs.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';

/** Makes a copy now, with progress; stopping leaves none. */
export function useMakeCopy() {
  const { client, queries } = useEngine();
  const queryClient = useQueryClient();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [isWorking, setWorking] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const make = useCallback(async () => {
    const controller = new AbortController();
    abort.current = controller;
    setError(null);
    setProgress(null);
    setWorking(true);
    try {
      const stream = await client.copies.make(undefined, { signal: controller.signal });
      for (let next = await stream.next(); !next.done; next = await stream.next()) setProgress(next.value);
    } catch (failure) {
      if (!controller.signal.aborted) setError(failure);
    } finally {
      setWorking(false);
      await queryClient.invalidateQueries({ queryKey: queries.copies.key() });
    }
  }, [client, queries, queryClient]);

  return { make, stop: () => abort.current?.abort(), isWorking, progress, error };
}
