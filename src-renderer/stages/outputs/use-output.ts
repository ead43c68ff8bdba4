import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { OutputFormat, OutputKind, OutputResult, Progress } from '#shared/domain/outputs.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { refusalOf } from '../../app/engine/refusals.ts';

/** An output as it is asked for. */
export interface ChosenOutput {
  readonly kind: OutputKind;
  readonly format: OutputFormat;
  readonly language: string;
  readonly about: string | null;
  readonly profileId: string | null;
}

export type OutputState =
  | { readonly is: 'idle' }
  | { readonly is: 'working'; readonly progress: Progress | null }
  | { readonly is: 'done'; readonly result: OutputResult }
  | { readonly is: 'failed'; readonly error: unknown };

/** Makes one output, with progress, and stops when asked; stopping leaves no file. */
export function useOutput() {
  const { client, queries } = useEngine();
  const queryClient = useQueryClient();
  const [state, setState] = useState<OutputState>({ is: 'idle' });
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const make = useCallback(
    async (chosen: ChosenOutput) => {
      abort.current?.abort();
      const controller = new AbortController();
      abort.current = controller;
      setState({ is: 'working', progress: null });
      try {
        const stream = await client.outputs.make(chosen, { signal: controller.signal });
        for (;;) {
          const step = await stream.next();
          if (controller.signal.aborted) return;
          if (step.done) {
            setState({ is: 'done', result: step.value });
            await queryClient.invalidateQueries({ queryKey: queries.outputs.key() });
            return;
          }
          setState({ is: 'working', progress: step.value });
        }
      } catch (error) {
        const isStopped = controller.signal.aborted || refusalOf(error)?.code === 'output/cancelled';
        setState(isStopped ? { is: 'idle' } : { is: 'failed', error });
      }
    },
    [client, queries, queryClient],
  );

  const stop = useCallback(() => {
    abort.current?.abort();
    setState({ is: 'idle' });
  }, []);

  return { state, make, stop };
}
