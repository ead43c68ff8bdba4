import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { FileToken } from '#shared/domain/ids.ts';
import type { HandedCopy } from '#shared/domain/merging.ts';
import type { Progress } from '#shared/domain/outputs.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';

/** A copy that was just made, and where it is. */
export interface MadeCopy extends HandedCopy {
  readonly path: string;
  readonly file: FileToken;
  readonly fileName: string;
}

/** Makes copies one by one, so that a large project shows how far it is; what is made stays when a later one fails. */
export function useHandOut() {
  const { client, queries } = useEngine();
  const queryClient = useQueryClient();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [made, setMade] = useState<readonly MadeCopy[]>([]);
  const [error, setError] = useState<unknown>(null);

  const handOut = useCallback(
    async (names: readonly string[], folder?: FileToken): Promise<readonly MadeCopy[]> => {
      const ready: MadeCopy[] = [];
      setError(null);
      setMade([]);
      try {
        for (const name of names) {
          setProgress({ step: 'handingOut', done: ready.length, total: names.length });
          ready.push(...(await client.merging.handOut({ names: [name], ...(folder && { folder }) })));
          setMade([...ready]);
        }
      } catch (failure) {
        setError(failure);
      } finally {
        setProgress(null);
        await queryClient.invalidateQueries({ queryKey: queries.merging.key() });
      }
      return ready;
    },
    [client, queries, queryClient],
  );
  return { handOut, made, progress, error };
}
