import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { OutputKind, OutputResult, Progress } from '#shared/domain/outputs.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { refusalOf } from '../../app/engine/refusals.ts';

export type OutputState =
  | { readonly is: 'idle' }
  | { readonly is: 'working'; readonly progress: Progress | null }
  | { readonly is: 'done'; readonly result: OutputResult }
  | { readonly is: 'failed'; readonly error: unknown };

/** Makes one kind of output, with progress, and stops when asked; stopping leaves no file. */
export function useOutput(kind: OutputKind, language: string) {
  const { client, queries } = useEngine();
  const queryClient = useQueryClient();
  const [state, setState] = useState<OutputState>({ is: 'idle' });
  const abort = useRef<AbortController | null>(null);

  const make = useCallback(async () => {
    abort.current?.abort();
    const controller = new AbortController();
    abort.current = controller;
    setState({ is: 'working', progress: null });
    try {
      const stream = await client.outputs.make({ kind, language }, { signal: controller.signal });
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
  }, [client, kind, language, queries, queryClient]);

  const stop = useCallback(() => {
    abort.current?.abort();
    setState({ is: 'idle' });
  }, []);

  return { state, make, stop };
}
