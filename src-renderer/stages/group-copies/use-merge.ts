import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { MergeReport } from '#shared/domain/merging.ts';
import type { Progress } from '#shared/domain/outputs.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import type { CopiesInput } from './use-copies.ts';

export type MergeState =
  | { readonly is: 'waiting' }
  | { readonly is: 'comparing' | 'writing'; readonly progress: Progress | null }
  | { readonly is: 'seen' | 'done'; readonly report: MergeReport }
  | { readonly is: 'failed'; readonly error: unknown };

/** The preview of what the chosen copies bring, made anew whenever the choice changes, and doing it. */
export function useMerge(input: CopiesInput) {
  const { client, queries } = useEngine();
  const queryClient = useQueryClient();
  const [state, setState] = useState<MergeState>({ is: 'waiting' });
  const abort = useRef<AbortController | null>(null);

  const run = useCallback(
    async (what: 'preview' | 'bringTogether', chosen: CopiesInput) => {
      abort.current?.abort();
      const controller = new AbortController();
      abort.current = controller;
      const isPreview = what === 'preview';
      setState({ is: isPreview ? 'comparing' : 'writing', progress: null });
      try {
        const stream = await client.merging[what]({ ...chosen, files: [...chosen.files] }, { signal: controller.signal });
        for (;;) {
          const next = await stream.next();
          if (controller.signal.aborted) return;
          if (next.done) {
            setState({ is: isPreview ? 'seen' : 'done', report: next.value });
            break;
          }
          setState({ is: isPreview ? 'comparing' : 'writing', progress: next.value });
        }
        if (!isPreview) await queryClient.invalidateQueries({ queryKey: queries.merging.key() });
      } catch (error) {
        if (!controller.signal.aborted) setState({ is: 'failed', error });
      }
    },
    [client, queries, queryClient],
  );

  useEffect(() => {
    if (input.files.length === 0) {
      abort.current?.abort();
      // What was done stays on the screen after the choice is cleared.
      setState((before) => (before.is === 'done' ? before : { is: 'waiting' }));
      return;
    }
    void run('preview', input);
  }, [input, run]);
  useEffect(() => () => abort.current?.abort(), []);

  return {
    state,
    bringTogether: () => void run('bringTogether', input),
    again: () => void run('preview', input),
    forget: () => setState({ is: 'waiting' }),
  };
}
