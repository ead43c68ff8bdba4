import type { Progress } from '#shared/domain/outputs.ts';
import type { SurveyQuestionRecipe } from '#shared/domain/recipes.ts';
import { parseNumber } from '../../../imports/detect/numbers.ts';
import type { ForeignRow } from '../../../imports/foreign-table.ts';
import { readAreaBook } from '../../areas/areas.ts';
import { PlaceWriter } from '../../areas/places.ts';
import { ContentWriter } from '../../project/content/content-rows.ts';
import { contentId } from '../../project/content-id.ts';
import { type ChangeWriter, sql } from '../../project/open-project.ts';
import { createLabelResolver } from '../area-labels.ts';
import { AreaQuestions } from '../area-questions.ts';
import { type CheckedImport, type ImportWork, type KindImport, type NewDataset, nothingFound } from '../kind-import.ts';
import { PlaceLabels } from '../place-labels.ts';
import { AnswerColumn } from './answer-column.ts';
import { completeQuestion, guessQuestion, isQuestion } from './guess-questions.ts';

interface Person {
  readonly row: number;
  readonly label: number;
  readonly weight: number | null;
  readonly stratum: string;
  readonly cluster: string;
  readonly year: number | null;
}

interface KeptQuestion {
  readonly column: AnswerColumn;
  readonly recipe: SurveyQuestionRecipe;
}

/** Answers of people, one person a row. Only columns with few different answers, and amounts, are kept. */
export function createSurveyImport(work: ImportWork): KindImport {
  const staging = new SurveyStaging(work);
  return {
    take: (rows) => {
      for (const row of rows) staging.take(row);
    },
    finish: () => finish(work, staging),
  };
}

class SurveyStaging {
  readonly people: Person[] = [];
  readonly labels: PlaceLabels;
  readonly columns: readonly AnswerColumn[];
  rowCount = 0;
  readonly #work: ImportWork;

  constructor(work: ImportWork) {
    this.#work = work;
    this.labels = new PlaceLabels(work.fields);
    const { columns, recipe } = work.fields;
    // What places people can be asked about too; what weighs and groups them cannot.
    const design = new Set(['weight', 'cluster', 'year'].map((field) => recipe.columns[field]));
    const stated = Object.keys(recipe.questions);
    this.columns = columns.flatMap((name, index) =>
      stated.length > 0 ? (stated.includes(name) ? [new AnswerColumn(name, index)] : []) : design.has(name) ? [] : [new AnswerColumn(name, index)],
    );
  }

  take(row: ForeignRow): void {
    this.rowCount++;
    const { fields } = this.#work;
    if (!fields.keeps(row)) return;
    for (const column of this.columns) column.add(String(row.cells[column.index] ?? '').trim());
    this.people.push({
      row: row.row,
      label: this.labels.idOf(row),
      weight: this.#weight(row),
      stratum: fields.text(row, 'stratum').slice(0, 200),
      cluster: fields.text(row, 'cluster').slice(0, 200),
      year: this.#year(row),
    });
  }

  #weight(row: ForeignRow): number | null {
    const { fields, problems } = this.#work;
    const cell = fields.cell(row, 'weight');
    const weight = fields.number(row, 'weight');
    if (!fields.has('weight')) return null;
    if (weight !== null && weight >= 0 && weight < 1e12) return weight;
    problems.add('bad-weight', { row: row.row, column: fields.columnOf('weight'), value: cell });
    return null;
  }

  #year(row: ForeignRow): number | null {
    const { fields } = this.#work;
    const cell = fields.cell(row, 'year');
    const year = Number(/(?:18|19|20|21)\d{2}/.exec(String(cell))?.[0] ?? Number.NaN);
    return Number.isInteger(year) ? year : null;
  }
}

async function* finish(work: ImportWork, staging: SurveyStaging): AsyncGenerator<Progress, CheckedImport> {
  const { project, problems, recipe, vocabulary, turns } = work;
  const { people } = staging;
  const labels = staging.labels.list;
  yield { step: 'matching', done: 0, total: people.length };
  const questions = keepQuestions(work, staging);
  const book = readAreaBook(project, vocabulary.commonAreaWords);
  const weights = labels.map(() => 0);
  for (const { label } of people) weights[label] = (weights[label] ?? 0) + 1;
  const resolver = createLabelResolver({ labels, weights, book, recipe, vocabulary });
  const open = new AreaQuestions();
  const places = labels.map((label, index) => {
    const { kind, areas, parentKey, candidates } = resolver.resolve(label);
    // Where no layer has any of the names they are codes, and there is nothing to ask.
    const isOpen = (kind === 'unknown' && resolver.areaLayerKey !== null) || kind === 'ambiguous';
    if (isOpen) open.add(label.area || label.code, label.parent, { layerKey: resolver.areaLayerKey, parentKey, candidates }, weights[index]);
    return areas.map(({ key }) => key);
  });
  const ready: { person: Person; answers: string }[] = [];
  for (const [place, person] of people.entries()) {
    await turns.pass();
    const answers = questions.map((question) => answerOf(work, question, place, person.row));
    if (answers.every((answer) => answer === null)) problems.add('empty-answers', { row: person.row });
    else ready.push({ person, answers: JSON.stringify(answers) });
  }
  const years = ready.flatMap(({ person }) => person.year ?? []);
  return {
    ...nothingFound,
    rowCount: staging.rowCount,
    usableRowCount: ready.length,
    recipe: { ...recipe, questions: Object.fromEntries(questions.map(({ column, recipe: question }) => [column.name, question])) },
    areaQuestions: await open.list(book, turns),
    firstYear: years.length > 0 ? years.reduce((a, b) => Math.min(a, b)) : null,
    lastYear: years.length > 0 ? years.reduce((a, b) => Math.max(a, b)) : null,
    subjects: ['indicators'],
    write: (write, dataset) => {
      writeQuestions(write, dataset, questions);
      const placeWriter = new PlaceWriter(write.connection);
      const placeKeys = places.map((keys) => placeWriter.keyOf(keys));
      const writer = new ContentWriter(write.connection, 'respondent', dataset.key);
      for (const { person, answers } of ready) {
        writer.add([person.row, placeKeys[person.label] ?? 0, person.weight, person.stratum, person.cluster, person.year, answers]);
      }
      writer.end();
    },
  };
}

function keepQuestions({ recipe, problems }: ImportWork, { columns }: SurveyStaging): KeptQuestion[] {
  const areStated = Object.keys(recipe.questions).length > 0;
  return columns.flatMap((column) => {
    const stated = recipe.questions[column.name];
    if (!column.isTooMany && areStated && stated) return [{ column, recipe: completeQuestion(stated, column) }];
    if (!areStated && isQuestion(column)) return [{ column, recipe: guessQuestion(column) }];
    if (column.isTooMany || column.values.length > 1) {
      problems.add('column-not-kept', { column: column.name, params: { values: column.isTooMany ? '> 500' : column.values.length } });
    }
    return [];
  });
}

/** The code, the amount, or null where nothing that the question knows was said. */
function answerOf({ problems, fields }: ImportWork, { column, recipe }: KeptQuestion, place: number, row: number): string | number | null {
  const text = column.at(place);
  if (text === null) return null;
  if (!recipe.isNumeric) {
    if (optionCodes(recipe).has(text)) return text;
    problems.add('unknown-code', { row, column: column.name, value: text });
    return null;
  }
  const number = parseNumber(text, fields.recipe.decimalMark ?? '.');
  if (number === null) problems.add('unknown-code', { row, column: column.name, value: text });
  return number;
}

const codesOf = new WeakMap<SurveyQuestionRecipe, ReadonlySet<string>>();
function optionCodes(recipe: SurveyQuestionRecipe): ReadonlySet<string> {
  const known = codesOf.get(recipe) ?? new Set(recipe.options.map(({ code }) => code));
  codesOf.set(recipe, known);
  return known;
}

/** Ids come from the dataset's, so that every copy that imports the file has the same questions. */
function writeQuestions(write: ChangeWriter, dataset: NewDataset, questions: readonly KeptQuestion[]): void {
  for (const [position, { column, recipe }] of questions.entries()) {
    write.run(
      sql.insertInto('survey_question').values({
        id: contentId(`${dataset.id} question`, position),
        dataset_id: dataset.id,
        position,
        column_name: column.name.slice(0, 500),
        wording: recipe.wording,
        is_numeric: recipe.isNumeric ? 1 : 0,
        options: JSON.stringify(recipe.options),
      }),
    );
  }
}
