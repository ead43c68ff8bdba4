import { readFileSync } from 'node:fs';
import type { ImportKind, ImportResult, RecipePatch } from '#shared/domain/imports.ts';
import { recipePatchSchema } from '#shared/domain/imports.ts';
import { refuse } from '../../engine/refuse.ts';
import { type CliContext, type VerbAnswer, withCliEngine } from '../cli-context.ts';
import { textTable } from '../text-table.ts';

interface ImportOptions {
  readonly mapping?: string;
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
    const { again = false, source = '', licence = '' } = options;
    const request = { file: await hand(input), kind, recipe, again, source, licence };
    const result = await context.follow(await client.imports.run(request));
    return { value: importValue(result), text: importText(context, input, result) };
  });
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
  const first = result.problems.find((problem) => problem.code === code);
  const text = context.word(`problem.${code}`, { row: first?.row ?? '…', column: first?.column ?? '…', value: first?.value ?? '…' });
  // Some texts have blanks that only the importing engine could fill.
  return text.replace(/\{\{\w+\}\}/g, '…');
}
