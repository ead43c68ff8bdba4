import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { Progress } from '#shared/domain/outputs.ts';
import type { PaperAskInput, PaperFile } from '#shared/domain/paper.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';

export type PaperState =
  | { readonly is: 'idle' }
  | { readonly is: 'working'; readonly progress: Progress | null }
  | { readonly is: 'done'; readonly result: PaperFile }
  | { readonly is: 'failed'; readonly error: unknown };

/** Makes printed matter into the folder of outputs, with progress. */
export function usePaper() {
  const { client, queries } = useEngine();
  const queryClient = useQueryClient();
  const [state, setState] = useState<PaperState>({ is: 'idle' });
  const make = useCallback(
    async (ask: PaperAskInput) => {
      setState({ is: 'working', progress: null });
      try {
        const stream = await client.paper.make(ask);
        for (;;) {
          const step = await stream.next();
          if (!step.done) {
            setState({ is: 'working', progress: step.value });
            continue;
          }
          setState({ is: 'done', result: step.value });
          await queryClient.invalidateQueries({ queryKey: queries.paper.key() });
          return;
        }
      } catch (error) {
        setState({ is: 'failed', error });
      }
    },
    [client, queries, queryClient],
  );
  return { state, make };
}

/** The first page as addresses of pictures, drawn anew a moment after the question changed; undefined while it is drawn. */
export function usePaperPages(ask: PaperAskInput, version: string): { pages: readonly string[] | undefined; perPage: number; error: unknown } {
  const { client } = useEngine();
  const [drawn, setDrawn] = useState<{ pages: readonly string[]; perPage: number } | undefined>(undefined);
  const [error, setError] = useState<unknown>(null);
  const asked = JSON.stringify(ask);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` stands for what the ballot says, which the engine reads itself.
  useEffect(() => {
    const stop = new AbortController();
    const addresses: string[] = [];
    const load = async () => {
      const stream = await client.paper.preview(JSON.parse(asked) as PaperAskInput, { signal: stop.signal });
      for (;;) {
        const step = await stream.next();
        if (stop.signal.aborted) return;
        if (!step.done) continue;
        addresses.push(...step.value.pages.map((page) => URL.createObjectURL(new Blob([page], { type: 'image/svg+xml' }))));
        setDrawn({ pages: addresses, perPage: step.value.perPage });
        setError(null);
        return;
      }
    };
    const timer = setTimeout(() => {
      load().catch((problem: unknown) => {
        if (!stop.signal.aborted) setError(problem);
      });
    }, 300);
    return () => {
      clearTimeout(timer);
      stop.abort();
      for (const address of addresses) URL.revokeObjectURL(address);
    };
  }, [client, asked, version]);
  return { pages: drawn?.pages, perPage: drawn?.perPage ?? 1, error };
}
