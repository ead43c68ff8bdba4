import { useCallback, useEffect, useRef, useState } from 'react';
import type { Progress } from '#shared/domain/outputs.ts';

export type WorkState<Result> =
  | { readonly is: 'idle' }
  | { readonly is: 'working'; readonly progress: Progress | null }
  | { readonly is: 'done'; readonly result: Result }
  | { readonly is: 'failed'; readonly error: unknown };

/** Follows a stream of progress to its result; stopping ends the work. */
export function useWork<Result, Input = void>(begin: (signal: AbortSignal, input: Input) => Promise<AsyncIterator<Progress, Result>>) {
  const [state, setState] = useState<WorkState<Result>>({ is: 'idle' });
  const abort = useRef<AbortController | null>(null);
  const beginRef = useRef(begin);
  beginRef.current = begin;

  const start = useCallback(async (input: Input) => {
    abort.current?.abort();
    const controller = new AbortController();
    abort.current = controller;
    setState({ is: 'working', progress: null });
    try {
      const stream = await beginRef.current(controller.signal, input);
      for (;;) {
        const step = await stream.next();
        if (controller.signal.aborted) return;
        if (step.done) return setState({ is: 'done', result: step.value });
        setState({ is: 'working', progress: step.value });
      }
    } catch (error) {
      if (!controller.signal.aborted) setState({ is: 'failed', error });
    }
  }, []);

  const stop = useCallback(() => {
    abort.current?.abort();
    setState({ is: 'idle' });
  }, []);
  useEffect(() => () => abort.current?.abort(), []);

  return { state, start, stop };
}
