import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OutputFormat, OutputKind, OutputResult } from '#shared/domain/outputs.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';

export type Making =
  | { readonly is: 'idle' }
  | { readonly is: 'working'; readonly format: OutputFormat }
  | { readonly is: 'done'; readonly result: OutputResult }
  | { readonly is: 'failed'; readonly error: unknown };

/** Makes a document about one workshop, from the screen where its content is. */
export function useMakeOutput(kind: OutputKind, about: string, language: string) {
  const { client, queries } = useEngine();
  const queryClient = useQueryClient();
  const [making, setMaking] = useState<Making>({ is: 'idle' });
  const make = async (format: OutputFormat) => {
    setMaking({ is: 'working', format });
    try {
      const stream = await client.outputs.make({ kind, format, language, about });
      let step = await stream.next();
      while (!step.done) step = await stream.next();
      setMaking({ is: 'done', result: step.value });
      await queryClient.invalidateQueries({ queryKey: queries.outputs.key() });
    } catch (error) {
      setMaking({ is: 'failed', error });
    }
  };
  return { making, make };
}
