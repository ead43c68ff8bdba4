import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { EngineClient } from '#shared/contract/contract.ts';
import type { ImportPreview, ImportResult } from '#shared/domain/imports.ts';
import type { Progress } from '#shared/domain/outputs.ts';
import type { ImportKind, RecipePatch } from '#shared/domain/recipes.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import type { ChosenFile } from '../../app/engine-client/file-access.ts';
import { takeHandedEdition, takeHandedFile } from './handed-file.ts';
import { useStream } from './use-stream.ts';
import { recipeOf } from './with-answers.ts';

/** A pause after the last changed setting before the file is read again, in milliseconds. */
const pauseMs = 400;
/** Answers that change no other answer: they stand beside the preview until its figures are looked at. */
const answers: ReadonlySet<string> = new Set<keyof RecipePatch>([
  'areaDecisions',
  'offenceGroups',
  'categories',
  'questions',
  'repeatedRows',
  'knownIncidents',
  'onDisagreement',
]);
/** Answers that change no count of rows: they need no second reading at all. */
const silentAnswers: ReadonlySet<string> = new Set<keyof RecipePatch>(['offenceGroups', 'questions']);

export type ImportPhase = 'choose' | 'recognising' | 'kind' | 'reading' | 'preview' | 'importing' | 'done';
export type RecognisedKind = Awaited<ReturnType<EngineClient['imports']['recognise']>>[number];

export interface RunOptions {
  readonly again: boolean;
  readonly replaces: string | null;
  readonly source: string;
  readonly licence: string;
  readonly publishedOn: string | null;
  readonly title: string;
}

export interface ImportWork {
  readonly phase: ImportPhase;
  readonly file: ChosenFile | null;
  /** Null until the file was recognised or a person said what it is. */
  readonly kind: ImportKind | null;
  /** The dataset whose place the file is meant to take, as it was asked for before the file was chosen. */
  readonly replaces: string | null;
  /** What the file may be, best first; empty while unknown. */
  readonly recognised: readonly RecognisedKind[];
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
  chooseKind(kind: ImportKind): void;
  /** A saved recipe or an earlier dataset whose way of reading is used; null = none. */
  chooseRecipe(id: string | null): void;
  change(patch: RecipePatch): void;
  /** Reads again where an answer given since the last reading changes its counts. */
  settle(): void;
  cancel(): void;
  run(options: RunOptions): void;
  /** Back to the choice of a file. */
  restart(): void;
}

interface Reading {
  readonly kind: ImportKind;
  readonly patch: RecipePatch;
  /** Undefined = whichever fits wholly. */
  readonly recipeId: string | null | undefined;
}

/** One import from the choice of the file to its result: recognising, reading, changing how it is read, writing. A newer step ends the one before. */
export function useImport(presetKind: ImportKind | null): ImportWork {
  const { client, files } = useEngine();
  const [phase, setPhase] = useState<ImportPhase>('choose');
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [kind, setKind] = useState<ImportKind | null>(presetKind);
  const [recognised, setRecognised] = useState<readonly RecognisedKind[]>([]);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [patch, setPatch] = useState<RecipePatch>({});
  const [recipeId, setRecipeId] = useState<string | null | undefined>(undefined);
  const [isStale, setStale] = useState(false);
  const [replaces] = useState(takeHandedEdition);
  const [error, setError] = useState<unknown>(null);
  const [result, setResult] = useState<ImportResult | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { follow, stop: stopStream, progress } = useStream();

  const stop = useCallback(() => {
    clearTimeout(timer.current);
    stopStream();
  }, [stopStream]);
  useEffect(() => stop, [stop]);

  const inspect = useCallback(
    async (chosen: ChosenFile, reading: Reading, hasPreview: boolean) => {
      setPhase('reading');
      setError(null);
      const read = await follow(
        (signal) =>
          client.imports.inspect(
            { file: chosen.file, kind: reading.kind, recipe: reading.patch, ...(reading.recipeId === undefined ? {} : { recipeId: reading.recipeId }) },
            { signal },
          ),
        (failure) => {
          setError(failure);
          setPhase(hasPreview ? 'preview' : 'kind');
        },
      );
      if (!read) return;
      // A large preview is drawn in small pieces, so that the page stays answerable.
      startTransition(() => {
        setPreview(read);
        setStale(false);
        setPhase('preview');
      });
    },
    [client, follow],
  );

  const take = useCallback(
    (choice: Promise<ChosenFile | null>) => {
      const start = async () => {
        const chosen = await choice;
        if (!chosen) return;
        stop();
        setFile(chosen);
        setPreview(null);
        setResult(null);
        setPatch({});
        setRecipeId(replaces ?? undefined);
        setRecognised([]);
        setError(null);
        setKind(presetKind);
        // A kind that a person named needs no waiting for the recognition.
        const recognition = client.imports.recognise({ file: chosen.file }).catch(() => []);
        if (presetKind) {
          void recognition.then(setRecognised);
          return inspect(chosen, { kind: presetKind, patch: {}, recipeId: replaces ?? undefined }, false);
        }
        setPhase('recognising');
        const kinds = await recognition;
        setRecognised(kinds);
        const best = kinds[0]?.kind;
        if (!best) return setPhase('kind');
        setKind(best);
        return inspect(chosen, { kind: best, patch: {}, recipeId: undefined }, false);
      };
      start().catch((failure: unknown) => setError(failure));
    },
    [client, inspect, presetKind, replaces, stop],
  );

  useEffect(() => {
    const handed = takeHandedFile();
    if (handed) take(handed);
  }, [take]);

  const chooseKind = useCallback(
    (next: ImportKind) => {
      if (!file || next === kind) return;
      stop();
      // How the table is read does not hang on what it is; what its columns mean does.
      const { format, encoding, delimiter, sheet, headerRow, headerRowCount, block } = patch;
      const kept = Object.fromEntries(
        Object.entries({ format, encoding, delimiter, sheet, headerRow, headerRowCount, block }).filter(([, value]) => value !== undefined),
      );
      setKind(next);
      setPatch(kept);
      setRecipeId(undefined);
      void inspect(file, { kind: next, patch: kept, recipeId: undefined }, preview !== null);
    },
    [file, inspect, kind, patch, preview, stop],
  );

  const chooseRecipe = useCallback(
    (id: string | null) => {
      if (!file || !kind) return;
      stop();
      setRecipeId(id);
      setPatch({});
      void inspect(file, { kind, patch: {}, recipeId: id }, preview !== null);
    },
    [file, inspect, kind, preview, stop],
  );

  const change = useCallback(
    (more: RecipePatch) => {
      const next = { ...patch, ...more };
      setPatch(next);
      if (!file || !kind) return;
      const keys = Object.keys(more);
      if (keys.every((key) => answers.has(key))) {
        if (!keys.every((key) => silentAnswers.has(key))) setStale(true);
        return;
      }
      stop();
      setPhase('reading');
      timer.current = setTimeout(() => void inspect(file, { kind, patch: next, recipeId }, preview !== null), pauseMs);
    },
    [file, inspect, kind, patch, preview, recipeId, stop],
  );

  const settle = useCallback(() => {
    if (!isStale || !file || !kind || phase !== 'preview') return;
    void inspect(file, { kind, patch, recipeId }, true);
  }, [file, inspect, isStale, kind, patch, phase, recipeId]);

  const cancel = useCallback(() => {
    stop();
    setPhase(preview ? 'preview' : 'choose');
  }, [preview, stop]);

  const run = useCallback(
    async (options: RunOptions) => {
      if (!file || !preview || !kind) return;
      setPhase('importing');
      setError(null);
      // The whole recipe of the preview: what was seen is what is written.
      const recipe = recipeOf(preview, patch);
      const written = await follow(
        (signal) => client.imports.run({ file: file.file, kind, recipe, recipeId: null, ...options }, { signal }),
        (failure) => {
          setError(failure);
          setPhase('preview');
        },
      );
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
    setKind(presetKind);
    setRecipeId(undefined);
    setRecognised([]);
    setError(null);
    setPhase('choose');
  }, [presetKind, stop]);

  const choose = useCallback(() => take(files.chooseToOpen(presetKind === 'areas' ? 'map' : 'table')), [files, presetKind, take]);

  return useMemo(
    () => ({
      phase,
      file,
      kind,
      replaces,
      recognised,
      preview,
      patch,
      progress,
      error,
      result,
      take,
      choose,
      chooseKind,
      chooseRecipe,
      change,
      settle,
      cancel,
      run: (options: RunOptions) => void run(options),
      restart,
    }),
    [
      phase,
      file,
      kind,
      replaces,
      recognised,
      preview,
      patch,
      progress,
      error,
      result,
      take,
      choose,
      chooseKind,
      chooseRecipe,
      change,
      settle,
      cancel,
      run,
      restart,
    ],
  );
}
