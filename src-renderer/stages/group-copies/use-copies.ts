import { useCallback, useMemo, useState } from 'react';
import type { CopyLook } from '#shared/contract/merging.ts';
import type { FileToken } from '#shared/domain/ids.ts';
import type { Progress } from '#shared/domain/outputs.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import type { ChosenFile } from '../../app/engine-client/file-access.ts';

/** A chosen file with what it is, and the passphrase that was typed for it. */
export interface ChosenCopy extends CopyLook {
  readonly passphrase?: string;
}

/** The copies that somebody chose: each is looked at as it comes, so that a wrong file is told at once and keeps nobody up. */
export function useCopies() {
  const { client } = useEngine();
  const [copies, setCopies] = useState<readonly ChosenCopy[]>([]);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [error, setError] = useState<unknown>(null);

  const add = useCallback(
    async (choosing: Promise<readonly ChosenFile[]>) => {
      setError(null);
      try {
        const chosen = await choosing;
        for (const [index, { file }] of chosen.entries()) {
          setProgress({ step: 'readingCopies', done: index, total: chosen.length });
          const look = await client.merging.look({ file });
          setCopies((before) => [...before.filter((copy) => copy.file !== file), look]);
        }
      } catch (failure) {
        setError(failure);
      } finally {
        setProgress(null);
      }
    },
    [client],
  );

  /** False when the passphrase does not fit. */
  const unlock = useCallback(
    async (file: FileToken, passphrase: string): Promise<boolean> => {
      const look = await client.merging.look({ file, passphrase });
      if (look.problem?.code === 'project/passphrase-wrong') return false;
      setCopies((before) => before.map((copy) => (copy.file === file ? { ...look, passphrase } : copy)));
      return true;
    },
    [client],
  );

  const leaveOut = useCallback((file: FileToken) => setCopies((before) => before.filter((copy) => copy.file !== file)), []);
  const clear = useCallback(() => setCopies([]), []);

  const input = useMemo(() => {
    const usable = copies.filter(({ problem }) => problem === null);
    const passphrases = usable.flatMap(({ file, passphrase }) => (passphrase ? [{ file, passphrase }] : []));
    return { files: usable.map(({ file }) => file), ...(passphrases.length > 0 && { passphrases }) };
  }, [copies]);

  return { copies, input, progress, error, add, unlock, leaveOut, clear };
}

export type CopiesInput = ReturnType<typeof useCopies>['input'];
