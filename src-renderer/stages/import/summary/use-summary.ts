import { useState } from 'react';
import type { ImportPreview } from '#shared/domain/imports.ts';
import type { ImportWork, RunOptions } from '../use-import.ts';

export interface Summary {
  readonly options: RunOptions;
  set(options: Partial<RunOptions>): void;
}

/** What is said of the file as a whole before it comes in: where it is from, and whose place it takes. Kept while one walks through the screens. */
export function useSummary(work: ImportWork, preview: ImportPreview): Summary {
  const [options, setOptions] = useState<RunOptions>({
    again: false,
    replaces: work.replaces,
    source: preview.recipe.constants.source ?? '',
    licence: '',
    publishedOn: null,
    title: '',
  });
  return { options, set: (more) => setOptions((former) => ({ ...former, ...more })) };
}
