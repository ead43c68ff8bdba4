import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImportKind, ImportPreview, ImportResult, RecipePatch } from '#shared/domain/imports.ts';
import type { Progress } from '#shared/domain/outputs.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import type { ChosenFile } from '../../app/engine-client/file-access.ts';

/** A pause after the last changed setting before the file is read again, in milliseconds. */
const pauseMs = 400;
/** Answers that need no second reading: they stand beside the preview until the import. */
const answers: readonly (keyof RecipePatch)[] = ['areaDecisions', 'offenceGroups'];

export type ImportPhase = 'choose' | 'reading' | 'preview' | 'importing' | 'done';

export interface ImportWork {
  readonly phase: ImportPhase;
  readonly file: ChosenFile | null;
  /** The last complete reading; stays on the screen while a changed setting is being read. */
  readonly preview: ImportPreview | null;
  readonly patch: RecipePatch;
  readonly progress: Progress | null;
  readonly error: unknown;
  readonly result: ImportResult | null;
  /** Takes a file that is being chosen or dropped; null = the person changed their mind. */
  take(choice: Promise<ChosenFile | null>): void;
  /** Opens the dialog for a file; what stands there stays until one is chosen. */
  choose(): void;
  change(patch: RecipePatch): void;
  cancel(): void;
  run(options: { again: boolean; source: string; licence: string }): void;
  /** Back to the choice of a file. */
  restart(): void;
}

/** One import from the choice of the file to its result: reading, changing how it is read, writing. A newer step ends the one before. */
export function useImport(kind: ImportKind): ImportWork {
  const { client, files } = useEngine();
  const [phase, setPhase] = useState<ImportPhase>('choose');
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [patch, setPatch] = useState<RecipePatch>({});
  const [progress, setProgress] = useState<Progress | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [result, setResult] = useState<ImportResult | null>(null);
  const running = useRef<AbortController | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const stop = useCallback(() => {
    clearTimeout(timer.current);
    running.current?.abort();
    running.current = null;
  }, []);
  useEffect(() => stop, [stop]);

  /** Follows a stream to its result; undefined when a newer step took over or the work failed (`error` then says why). */
  const follow = useCallback(
    async <Result>(start: (signal: AbortSignal) => Promise<AsyncIterator<Progress, Result>>, after: ImportPhase): Promise<Result | undefined> => {
      stop();
      const controller = new AbortController();
      running.current = controller;
      setProgress(null);
      setError(null);
      try {
        const stream = await start(controller.signal);
        for (;;) {
          const step = await stream.next();
          if (controller.signal.aborted) return undefined;
          if (step.done) return step.value;
          setProgress(step.value);
        }
      } catch (failure) {
        if (controller.signal.aborted) return undefined;
        setError(failure);
        setPhase(after);
        return undefined;
      }
    },
    [stop],
  );

  const inspect = useCallback(
    async (chosen: ChosenFile, recipe: RecipePatch, hasPreview: boolean) => {
      setPhase('reading');
      const read = await follow((signal) => client.imports.inspect({ file: chosen.file, kind, recipe }, { signal }), hasPreview ? 'preview' : 'choose');
      if (!read) return;
      setPreview(read);
      setPhase('preview');
    },
    [client, follow, kind],
  );

  const take = useCallback(
    (choice: Promise<ChosenFile | null>) => {
      choice.then(
        (chosen) => {
          if (!chosen) return;
          setFile(chosen);
          setPreview(null);
          setResult(null);
          setPatch({});
          void inspect(chosen, {}, false);
        },
        (failure: unknown) => setError(failure),
      );
    },
    [inspect],
  );

  const change = useCallback(
    (more: RecipePatch) => {
      const next = { ...patch, ...more };
      setPatch(next);
      if (!file || Object.keys(more).every((key) => answers.includes(key as keyof RecipePatch))) return;
      stop();
      setPhase('reading');
      timer.current = setTimeout(() => void inspect(file, next, preview !== null), pauseMs);
    },
    [file, inspect, patch, preview, stop],
  );

  const cancel = useCallback(() => {
    stop();
    setProgress(null);
    setPhase(preview ? 'preview' : 'choose');
  }, [preview, stop]);

  const run = useCallback(
    async ({ again, source, licence }: { again: boolean; source: string; licence: string }) => {
      if (!file || !preview) return;
      // The whole recipe of the preview: what was seen is what is written.
      const recipe = {
        ...preview.recipe,
        areaDecisions: patch.areaDecisions ?? {},
        offenceGroups: { ...preview.recipe.offenceGroups, ...patch.offenceGroups },
      };
      setPhase('importing');
      const written = await follow((signal) => client.imports.run({ file: file.file, kind, recipe, again, source, licence }, { signal }), 'preview');
      if (!written) return;
      setResult(written);
      setPhase('done');
    },
    [client, file, follow, kind, patch, preview],
  );

  const restart = useCallback(() => {
    stop();
    setFile(null);
    setPreview(null);
    setResult(null);
    setPatch({});
    setError(null);
    setPhase('choose');
  }, [stop]);

  return {
    phase,
    file,
    preview,
    patch,
    progress,
    error,
    result,
    take,
    choose: () => take(files.chooseToOpen(kind === 'areas' ? 'map' : 'table')),
    change,
    cancel,
    run: (options) => void run(options),
    restart,
  };
}
