import { readFileSync } from 'node:fs';
import type { EngineClient } from '#shared/contract/contract.ts';
import type { FileToken } from '#shared/domain/ids.ts';
import type { ImportPreview, ImportResult } from '#shared/domain/imports.ts';
import type { ImportKind, RecipePatch } from '#shared/domain/recipes.ts';
import { recipePatchSchema } from '#shared/domain/recipes.ts';
import { refuse } from '../../engine/refuse.ts';
import { type CliContext, type VerbAnswer, withCliEngine } from '../cli-context.ts';
import { textTable } from '../text-table.ts';

interface ImportOptions {
  readonly mapping?: string;
  readonly recipe?: string;
  readonly saveRecipe?: string;
  readonly replaces?: string;
  readonly published?: string;
  readonly layer?: string;
  readonly source?: string;
  readonly licence?: string;
  readonly again?: boolean;
}

/** Reads a foreign file into a project: all its usable rows in one change, or none. */
export function importFile(context: CliContext, file: string, kind: ImportKind, input: string, options: ImportOptions): Promise<VerbAnswer> {
  const recipe: RecipePatch = { ...(options.mapping ? readMapping(context.path(options.mapping)) : {}), ...(options.layer ? { layer: options.layer } : {}) };
  return withCliEngine(context, async ({ client, hand, open }) => {
    await open(file);
    const { again = false, source = '', licence = '', published = null } = options;
    const recipeId = options.recipe === undefined ? {} : { recipeId: await recipeNamed(client, options.recipe) };
    const replaces = options.replaces === undefined ? null : await datasetNamed(client, kind, options.replaces);
    const token = await hand(input);
    const columns = options.saveRecipe === undefined ? [] : await columnsOf(context, client, { file: token, kind, recipe, ...recipeId });
    const request = { file: token, kind, recipe, ...recipeId, again, replaces, source, licence, publishedOn: published };
    const result = await context.follow(await client.imports.run(request));
    if (options.saveRecipe !== undefined) await client.imports.saveRecipe({ name: options.saveRecipe, recipe: result.recipe, columns });
    return { value: importValue(result), text: importText(context, input, result) };
  });
}

/** A kept way of reading, or the dataset whose recipe is used; `none` = only what is detected. */
async function recipeNamed(client: EngineClient, name: string): Promise<string | null> {
  if (name === 'none') return null;
  const saved = (await client.imports.recipes()).find((recipe) => isCalled(name, recipe.id, recipe.name));
  const id = saved?.id ?? (await client.imports.datasets()).find((dataset) => isCalled(name, dataset.id, dataset.title, dataset.fileName))?.id;
  return id ?? refuse('import/unknown-recipe', { recipe: name });
}

/** The newest dataset of the kind with this title, file name or id. */
async function datasetNamed(client: EngineClient, kind: ImportKind, name: string): Promise<string> {
  const datasets = (await client.imports.datasets()).filter((dataset) => dataset.kind === kind);
  return datasets.find(({ id, title, fileName }) => isCalled(name, id, title, fileName))?.id ?? refuse('import/unknown-dataset', { dataset: name });
}

function isCalled(name: string, ...names: readonly string[]): boolean {
  return names.some((known) => known !== '' && known.toLowerCase() === name.toLowerCase());
}

interface InspectRequest {
  readonly file: FileToken;
  readonly kind: ImportKind;
  readonly recipe: RecipePatch;
  readonly recipeId?: string | null;
}

async function columnsOf(context: CliContext, client: EngineClient, request: InspectRequest): Promise<string[]> {
  const preview: ImportPreview = await context.follow(await client.imports.inspect(request));
  return preview.columns.map(({ name }) => name);
}

/** A whole recipe as an import printed it, or any part of one. */
function readMapping(path: string): RecipePatch {
  const fail = (detail: string) => refuse('cli/not-json', { path, detail });
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return refuse('file/not-found', { path, fileName: path });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return fail(error instanceof Error ? error.message : '');
  }
  const parsed = recipePatchSchema.strict().safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return refuse('import/bad-recipe', { path, field: issue?.path.join('.') ?? '', detail: issue?.message ?? '' });
}

const importValue = (result: ImportResult) => ({
  dataset: result.dataset,
  kind: result.kind,
  rows: result.rows,
  imported: result.imported,
  problems: result.problems.map(({ code, row, column, value, dropsRow, message }) => ({ code, row, column, value, dropsRow, message })),
  problemCounts: result.problemCounts,
  unmatchedAreas: result.unmatchedAreas,
  recipe: result.recipe,
});

function importText(context: CliContext, fileName: string, result: ImportResult): string {
  const { t, formats } = context;
  const parts = [t('cli.import.done', { fileName, rows: formats.count(result.rows), imported: formats.count(result.imported) })];
  if (result.problemCounts.length > 0) {
    const lines = result.problemCounts.map(({ code, count }) => `  ${formats.count(count)} × ${problemExample(context, result, code)}`);
    parts.push(t('cli.import.problems'), ...lines);
  }
  if (result.unmatchedAreas.length > 0) {
    const rows = result.unmatchedAreas.map(({ name, rows: count, suggestions }) => [
      name,
      formats.count(count),
      suggestions
        .slice(0, 3)
        .map((area) => area.name)
        .join(', '),
    ]);
    parts.push(t('cli.import.unmatched'), textTable([{ title: t('cli.column.area') }, { title: t('cli.column.rows'), isFigure: true }, { title: '?' }], rows));
  }
  return [...parts, t('cli.import.recipe'), JSON.stringify(result.recipe, null, 2)].join('\n');
}

/** The first problem of a kind in words; the count before it says how often. */
function problemExample(context: CliContext, result: ImportResult, code: string): string {
  const listed = result.problems.filter((problem) => problem.code === code);
  const [first] = listed;
  const text = context.word(`problem.${code}`, { row: first?.row ?? '…', column: first?.column ?? '…', value: first?.value ?? '…' });
  // Some texts have blanks that only the importing engine could fill.
  const example = text.replace(/\{\{\w+\}\}/g, '…');
  return listed.some(({ value }) => value !== first?.value) ? `${example} ${context.t('import.problems.oneOfSeveral')}` : example;
}
