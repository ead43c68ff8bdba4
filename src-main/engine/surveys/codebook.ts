import { plainWords } from '#shared/domain/plain-words.ts';
import type { SurveyQuestionRecipe } from '#shared/domain/recipes.ts';
import type { Codebook } from '#shared/domain/surveys.ts';
import { openForeignTable } from '../../imports/open-foreign-table.ts';
import { fileStem } from '../imports/file-stem.ts';
import { foreign } from '../imports/open-file.ts';
import { saysNoAnswer } from '../imports/survey/missing-codes.ts';
import type { EngineServices } from '../services.ts';

/** A dictionary is short; what comes after is not looked at. */
const mostRows = 50_000;

/** Reads a dictionary (a row for each question, or for each code of each question) or a catalogue (the codes of one question). Refusals: `file/…`. */
export async function readCodebook(services: EngineServices, file: string, questions: Readonly<Record<string, SurveyQuestionRecipe>>): Promise<Codebook> {
  const { path, fileName } = services.files.get(file);
  const table = await foreign(() => openForeignTable({ path, fileName, patch: {} }));
  try {
    const rows: string[][] = [];
    await foreign(async () => {
      for await (const batch of table.batches()) {
        rows.push(...batch.map(({ cells }) => table.columns.map((_column, index) => String(cells[index] ?? '').trim())));
        if (rows.length >= mostRows) break;
      }
    });
    return understandCodebook({ columns: table.columns, rows, stem: fileStem(fileName) }, questions);
  } finally {
    table.close();
  }
}

export interface CodebookTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The file's name without its ending: a catalogue is often called like its question. */
  readonly stem: string;
}

/** What a table says about questions: by their names where it names several, else as the codes of the one that its header or file is called after. */
export function understandCodebook(table: CodebookTable, questions: Readonly<Record<string, SurveyQuestionRecipe>>): Codebook {
  const names = new Map(Object.keys(questions).map((name) => [nameKey(name), name]));
  const naming = bestColumn(table, (cells) =>
    share(
      cells.filter((cell) => cell !== ''),
      (cell) => names.has(nameKey(cell)),
    ),
  );
  if (naming !== null && naming.score >= 0.3) return readDictionary(table, naming.index, names, questions);
  return readCatalogue(table, names, questions);
}

function readDictionary(
  { columns, rows }: CodebookTable,
  naming: number,
  names: ReadonlyMap<string, string>,
  questions: Readonly<Record<string, SurveyQuestionRecipe>>,
): Codebook {
  const byName = new Map<string, string[][]>();
  const unknown = new Set<string>();
  let last = '';
  for (const row of rows) {
    // Dictionaries name a question once and leave the cell blank below.
    last = row[naming] || last;
    const name = names.get(nameKey(last));
    if (name === undefined) unknown.add(last);
    else byName.set(name, [...(byName.get(name) ?? []), [...row]]);
  }
  const others = columns.map((_column, index) => index).filter((index) => index !== naming);
  const groups = [...byName];
  const isConstant = (index: number) => groups.every(([, list]) => new Set(list.map((row) => row[index] ?? '').filter((cell) => cell !== '')).size <= 1);
  const lengthOf = (index: number) => rows.reduce((sum, row) => sum + (row[index] ?? '').length, 0);
  const several = groups.some(([, list]) => list.length > 1);
  const steady = others.filter((index) => !several || isConstant(index));
  const wording = steady.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0];
  const varying = others.filter((index) => several && !isConstant(index));
  const codeFit = (index: number) =>
    groups.reduce((sum, [name, list]) => sum + list.filter((row) => codeIn(questions[name], row[index] ?? '') !== null).length, 0);
  const code = varying.toSorted((a, b) => codeFit(b) - codeFit(a))[0];
  const label = varying.filter((index) => index !== code).toSorted((a, b) => lengthOf(b) - lengthOf(a))[0];
  return {
    questions: groups.map(([column, list]) => ({
      column,
      wording: wording === undefined ? null : (list.map((row) => row[wording] ?? '').find((cell) => cell !== '') ?? '').slice(0, 2000) || null,
      options: code === undefined || label === undefined ? [] : optionsOf(questions[column], list, code, label),
    })),
    unknown: [...unknown].filter((name) => name !== '').slice(0, 200),
  };
}

function readCatalogue(
  { columns, rows, stem }: CodebookTable,
  names: ReadonlyMap<string, string>,
  questions: Readonly<Record<string, SurveyQuestionRecipe>>,
): Codebook {
  const named = columns.findIndex((column) => names.has(nameKey(column)));
  const question = names.get(nameKey(named < 0 ? stem : (columns[named] ?? '')));
  if (question === undefined) return { questions: [], unknown: [columns[0] ?? stem] };
  const code = Math.max(named, 0);
  const lengthOf = (index: number) => rows.reduce((sum, row) => sum + (row[index] ?? '').length, 0);
  const label = columns
    .map((_column, index) => index)
    .filter((index) => index !== code)
    .sort((a, b) => lengthOf(b) - lengthOf(a))[0];
  const options = label === undefined ? [] : optionsOf(questions[question], rows, code, label);
  return { questions: [{ column: question, wording: null, options }], unknown: [] };
}

function optionsOf(
  question: SurveyQuestionRecipe | undefined,
  rows: readonly (readonly string[])[],
  code: number,
  label: number,
): Codebook['questions'][number]['options'] {
  const options = new Map<string, { code: string; label: string; isMissing: boolean }>();
  for (const row of rows) {
    const found = codeIn(question, row[code] ?? '');
    const text = (row[label] ?? '').slice(0, 500);
    if (found === null || text === '' || options.has(found)) continue;
    const before = question?.options.find((option) => option.code === found);
    // The label knows better than the habit of codes: 9 may be «nine times».
    options.set(found, { code: found, label: text, isMissing: saysNoAnswer(text) || (before?.isMissing === true && !/\p{L}/u.test(text)) });
  }
  return [...options.values()].slice(0, 500);
}

/** The code of the question that is meant: the same, or the same number («01» and «1»). An amount takes any number. */
function codeIn(question: SurveyQuestionRecipe | undefined, written: string): string | null {
  if (!question || written === '') return null;
  const same = question.options.find(({ code }) => code === written) ?? question.options.find(({ code }) => isSameNumber(code, written));
  return same?.code ?? (question.isNumeric && /^-?\d+$/.test(written) ? written : null);
}

function isSameNumber(a: string, b: string): boolean {
  return /^-?\d+(?:\.0+)?$/.test(a) && /^-?\d+(?:\.0+)?$/.test(b) && Number(a) === Number(b);
}

const nameKey = (text: string) => plainWords(text).replaceAll(' ', '');

function share<Item>(items: readonly Item[], test: (item: Item) => boolean): number {
  return items.length === 0 ? 0 : items.filter(test).length / items.length;
}

function bestColumn({ columns, rows }: CodebookTable, scoreOf: (cells: readonly string[]) => number): { index: number; score: number } | null {
  const scored = columns.map((_column, index) => ({ index, score: scoreOf(rows.map((row) => row[index] ?? '')) }));
  return scored.sort((a, b) => b.score - a.score || a.index - b.index)[0] ?? null;
}
