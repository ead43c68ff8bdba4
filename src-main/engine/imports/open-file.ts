import type { FileToken } from '#shared/domain/ids.ts';
import type { ImportKind, Recipe, RecipePatch } from '#shared/domain/recipes.ts';
import { ForeignFileError } from '../../imports/foreign-file-error.ts';
import type { ForeignRow, ForeignTable } from '../../imports/foreign-table.ts';
import { openForeignTable } from '../../imports/open-foreign-table.ts';
import { refuse } from '../refuse.ts';
import type { EngineServices } from '../services.ts';
import { saveMemory } from './frugal-memory.ts';
import { type DetectedField, draftRecipe } from './recipe.ts';
import { chooseRecipe, joinPatches } from './recipes/choose-recipe.ts';
import type { FittingRecipe, KnownRecipe } from './recipes/fitting-recipes.ts';
import { type Inherited, inheritRecipe } from './recipes/inherit-recipe.ts';
import { Turns } from './turns.ts';
import { loadVocabulary } from './vocabulary.ts';

export interface ImportRequest {
  readonly file: FileToken;
  readonly kind: ImportKind;
  readonly recipe: RecipePatch;
  /** A saved recipe or a dataset; null = none, left out = the one that fits wholly. */
  readonly recipeId?: string | null | undefined;
}

/** Rows by which columns and formats are recognised. */
const sampleRows = 1000;

/** A file on its way in: the table, and how it is read. */
export interface OpenedFile {
  readonly table: ForeignTable;
  readonly recipe: Recipe;
  readonly sample: readonly ForeignRow[];
  readonly turns: Turns;
  /** Known recipes that fit its columns, and the one that is used. */
  readonly fits: readonly FittingRecipe[];
  readonly used: KnownRecipe | null;
  readonly fallback: Inherited['fallback'] | null;
  /** What the request states itself. */
  readonly stated: RecipePatch;
  /** Columns that stand in the recipe because their names or cells tell it. */
  readonly detected: ReadonlyMap<string, DetectedField>;
  close(): void;
}

/** Opens the file and settles its recipe. Close it when done. */
export async function openFile(services: EngineServices, request: ImportRequest, signal?: AbortSignal): Promise<OpenedFile> {
  const { kind, recipe: stated } = request;
  const { path, fileName } = services.files.get(request.file);
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
    const open = (patch: RecipePatch) => foreign(() => openForeignTable({ path, fileName, patch, ...(signal ? { signal } : {}) }), signal);
    table = await open(stated);
    const wanted = project ? chooseRecipe(project, request, table) : null;
    if (wanted?.reading) {
      table.close();
      table = await open({ ...wanted.reading, ...stated });
    }
    const inherited = project && wanted?.used ? inheritRecipe(project, wanted.used.recipe, table) : null;
    const patch = inherited ? joinPatches(inherited.patch, stated) : stated;
    const sample = await firstRows(table, signal);
    const vocabulary = loadVocabulary(resourcesFolder);
    const fallback = inherited?.fallback ?? null;
    const { recipe, detected } = draftRecipe({ kind, table, sample, patch, vocabulary, fallback });
    return { table, recipe, sample, turns, fits: wanted?.fits ?? [], used: wanted?.used ?? null, fallback, stated, detected, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** The rows by which a file is judged. */
export async function firstRows(table: ForeignTable, signal?: AbortSignal): Promise<ForeignRow[]> {
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
