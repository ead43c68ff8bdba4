import { useCallback, useEffect, useRef, useState } from 'react';
import type { Progress } from '#shared/domain/outputs.ts';

/** Progress is shown no oftener than this, in milliseconds: an eye sees no more, and the page has other work. */
const showEveryMs = 100;

/** Follows one stream of progress at a time; a newer one ends the one before. */
export function useStream() {
  const [progress, setProgress] = useState<Progress | null>(null);
  const running = useRef<AbortController | null>(null);

  const stop = useCallback(() => {
    running.current?.abort();
    running.current = null;
    setProgress(null);
  }, []);
  useEffect(() => () => running.current?.abort(), []);

  /** Resolves with the stream's result; undefined when a newer one took over, it was stopped, or it failed (`onFailure` is then called). */
  const follow = useCallback(
    async <Result>(
      start: (signal: AbortSignal) => Promise<AsyncIterator<Progress, Result>>,
      onFailure: (failure: unknown) => void,
    ): Promise<Result | undefined> => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      setProgress(null);
      let shownAt = 0;
      try {
        const stream = await start(controller.signal);
        for (;;) {
          const step = await stream.next();
          if (controller.signal.aborted) return undefined;
          if (step.done) return step.value;
          if (performance.now() - shownAt < showEveryMs) continue;
          shownAt = performance.now();
          setProgress(step.value);
        }
      } catch (failure) {
        if (!controller.signal.aborted) onFailure(failure);
        return undefined;
      }
    },
    [],
  );

  return { follow, stop, progress };
}
