import type { FileToken } from '#shared/domain/ids.ts';
import type { ImportKind, Recipe, RecipePatch } from '#shared/domain/imports.ts';
import { ForeignFileError } from '../../imports/foreign-file-error.ts';
import type { ForeignRow, ForeignTable } from '../../imports/foreign-table.ts';
import { openForeignTable } from '../../imports/open-foreign-table.ts';
import { refuse } from '../refuse.ts';
import type { EngineServices } from '../services.ts';
import { saveMemory } from './frugal-memory.ts';
import { draftRecipe } from './recipe.ts';
import { Turns } from './turns.ts';
import { loadVocabulary } from './vocabulary.ts';

export interface ImportRequest {
  readonly file: FileToken;
  readonly kind: ImportKind;
  readonly recipe: RecipePatch;
}

/** Rows by which columns and formats are recognised. */
const sampleRows = 1000;

/** A file on its way in: the table, and how it is read. */
export interface OpenedFile {
  readonly table: ForeignTable;
  readonly recipe: Recipe;
  readonly sample: readonly ForeignRow[];
  readonly turns: Turns;
  close(): void;
}

/** Opens the file and settles its recipe. Close it when done. */
export async function openFile(services: EngineServices, { file, kind, recipe: patch }: ImportRequest, signal?: AbortSignal): Promise<OpenedFile> {
  const { path, fileName } = services.files.get(file);
  const resourcesFolder = services.folders.resources;
  const project = services.session.current;
  const turns = new Turns(signal, () => services.session.current !== project);
  const restoreMemory = saveMemory();
  let table: ForeignTable | undefined;
  const close = () => {
    restoreMemory();
    table?.close();
  };
  try {
    table = await foreign(() => openForeignTable({ path, fileName, patch, ...(signal ? { signal } : {}) }), signal);
    const sample = await firstRows(table, signal);
    const recipe = draftRecipe({ kind, table, sample, patch, vocabulary: loadVocabulary(resourcesFolder) });
    return { table, recipe, sample, turns, close };
  } catch (error) {
    close();
    throw error;
  }
}

async function firstRows(table: ForeignTable, signal?: AbortSignal): Promise<ForeignRow[]> {
  const rows: ForeignRow[] = [];
  await foreign(async () => {
    for await (const batch of table.batches(signal ? { signal } : {})) {
      rows.push(...batch.slice(0, sampleRows - rows.length));
      if (rows.length >= sampleRows) break;
    }
  }, signal);
  return rows;
}

/** Errors of a foreign file become refusals with the same code; a stop becomes `import/cancelled`. */
export async function foreign<Result>(read: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ForeignFileError) refuse(error.code, error.params);
    if (signal?.aborted) refuse('import/cancelled');
    throw error;
  }
}
