import { useCallback, useEffect, useRef, useState } from 'react';
import type { RecoveryReport } from '#shared/domain/copies.ts';
import type { FileToken } from '#shared/domain/ids.ts';
import type { Progress } from '#shared/domain/outputs.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';

/** Saves what can be read of a damaged file, with progress; stopping leaves no file. */
export function useRecovery() {
  const { client } = useEngine();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [isWorking, setWorking] = useState(false);
  const [report, setReport] = useState<RecoveryReport | null>(null);
  const [error, setError] = useState<unknown>(null);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const recover = useCallback(
    async (damaged: FileToken, passphrase?: string) => {
      const controller = new AbortController();
      abort.current = controller;
      setError(null);
      setReport(null);
      setWorking(true);
      try {
        const stream = await client.copies.recover({ damaged, ...(passphrase && { passphrase }) }, { signal: controller.signal });
        for (;;) {
          const next = await stream.next();
          if (next.done) return setReport(next.value);
          setProgress(next.value);
        }
      } catch (failure) {
        if (!controller.signal.aborted) setError(failure);
      } finally {
        setWorking(false);
        setProgress(null);
      }
    },
    [client],
  );

  return { recover, stop: () => abort.current?.abort(), forget: () => setReport(null), isWorking, progress, report, error };
}
