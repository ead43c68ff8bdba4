import type { Progress } from '#shared/domain/outputs.ts';
import { plainWords } from '#shared/domain/plain-words.ts';
import type { Cell, ForeignRow } from '../../../imports/foreign-table.ts';
import { readAreaBook } from '../../areas/areas.ts';
import { refuse } from '../../refuse.ts';
import { type AreaLabel, createLabelResolver } from '../area-labels.ts';
import { AreaQuestions, questionName } from '../area-questions.ts';
import { CategoryQuestions, suggestMeanings } from '../categories/category-questions.ts';
import { type CheckedImport, type ImportWork, type KindImport, nothingFound } from '../kind-import.ts';
import { PlaceTally } from '../place-tally.ts';
import { meaningOf } from '../vocabulary.ts';
import { ageBandIn, sexOfColumn, yearOfColumn } from '../wide-detection.ts';
import { type PopulationFigure, writePopulation } from './write-population.ts';

interface StagedFigure {
  readonly row: number;
  readonly label: AreaLabel;
  readonly year: number | null;
  readonly sex: 'all' | 'female' | 'male';
  readonly ageBand: string;
  readonly value: number;
}

const mostBands = 60;
/** Two names in one key, as some tables write a neighbourhood with its borough: `IZTACALCO||Santa Anita`. */
const parentInKey = /^(.+?)\s*\|\|\s*(.+)$/;

export function createPopulationImport(work: ImportWork): KindImport {
  const staging = new PopulationStaging(work);
  return {
    take: (rows) => {
      for (const row of rows) staging.take(row);
    },
    finish: () => finish(work, staging),
  };
}

class PopulationStaging {
  readonly figures: StagedFigure[] = [];
  readonly categories = new CategoryQuestions();
  /** Age bands with numbers in them. */
  readonly bands = new Set<string>();
  rowCount = 0;
  readonly #work: ImportWork;

  constructor(work: ImportWork) {
    this.#work = work;
  }

  take(row: ForeignRow): void {
    this.rowCount++;
    const { fields, problems } = this.#work;
    if (!fields.keeps(row)) return;
    const label = this.#label(row);
    if (label.area === '' && label.code === '') {
      problems.add('missing-name', { row: row.row, column: fields.columnOf('area') });
      return;
    }
    if (fields.wide.length === 0) {
      this.#stage(row, label, fields.cell(row, 'population'), fields.columnOf('population'), null);
      return;
    }
    for (const { index, name } of fields.wide) {
      const cell = row.cells[index] ?? '';
      if (cell !== '') this.#stage(row, label, cell, name, name);
    }
  }

  #label(row: ForeignRow): AreaLabel {
    const { fields } = this.#work;
    const [area, parent, code] = [fields.text(row, 'area'), fields.text(row, 'parent'), fields.text(row, 'code')];
    const inKey = parent === '' ? parentInKey.exec(area) : null;
    return inKey ? { area: inKey[2] ?? '', parent: inKey[1] ?? '', code } : { area, parent, code };
  }

  #stage(row: ForeignRow, label: AreaLabel, cell: Cell, column: string | null, wideName: string | null): void {
    const { fields, problems } = this.#work;
    const value = fields.numberOf(cell);
    if (value === null || !(value >= 0)) {
      problems.add('population-not-a-number', { row: row.row, column, value: cell });
      return;
    }
    const wide = fields.recipe.wide?.field;
    const year = this.#year(row, wide === 'year' ? wideName : null);
    const sex = this.#sex(row, wide === 'sex' || (wide === 'ageBand' && wideName !== null && this.#namesSex(wideName)) ? wideName : null);
    if (year === 'bad' || sex === 'bad') return;
    this.figures.push({
      row: row.row,
      label,
      year,
      sex,
      ageBand: this.#ageBand(this.#ageText(row, wide, wideName), wideName ?? fields.columnOf('ageBand') ?? ''),
      value,
    });
  }

  #year(row: ForeignRow, wideName: string | null): number | null | 'bad' {
    const { fields, problems, today } = this.#work;
    const cell = wideName === null ? fields.cell(row, 'year') : (yearOfColumn(wideName) ?? wideName);
    if (cell === '') return null;
    const year = Number(/(?:18|19|20|21)\d{2}/.exec(String(cell))?.[0]);
    // Projections reach beyond today, but no further than a lifetime.
    if (Number.isInteger(year) && year <= Math.floor(today / 10_000) + 100) return year;
    problems.add('bad-year', { row: row.row, column: wideName ?? fields.columnOf('year'), value: cell });
    return 'bad';
  }

  #sex(row: ForeignRow, wideName: string | null): 'all' | 'female' | 'male' | 'bad' {
    const { fields, problems, vocabulary } = this.#work;
    const text = wideName ?? fields.text(row, 'sex');
    if (text === '') return 'all';
    const meant = wideName === null ? text : String(fields.meaningOf('sex', wideName));
    const sex = wideName === null ? meaningOf(meant, vocabulary.sexes) : sexOfColumn(meant, vocabulary);
    if (sex !== null) return sex;
    this.categories.add('sex', wideName ?? fields.columnOf('sex') ?? '', text);
    problems.add('unknown-sex', { row: row.row, column: wideName ?? fields.columnOf('sex'), value: text });
    return 'bad';
  }

  /** Columns side by side often tell sex and age at once: «Mujeres 15-29». */
  #namesSex(name: string): boolean {
    return meaningOf(name, this.#work.vocabulary.sexes) !== null;
  }

  #ageText(row: ForeignRow, wide: string | undefined, wideName: string | null): string {
    const { fields } = this.#work;
    if (wideName === null || (wide !== 'ageBand' && wide !== 'sex')) return fields.text(row, 'ageBand');
    const own = ageBandIn(wideName);
    if (wide === 'sex') return own ?? fields.text(row, 'ageBand');
    return String(fields.meaningOf('ageBand', this.#namesSex(wideName) ? (own ?? '') : wideName));
  }

  #ageBand(text: string, column: string): string {
    if (text === '' || this.#work.vocabulary.allAges.has(plainWords(text))) return '';
    // A band without a number («jóvenes») may be another name of one with numbers, or of all ages.
    if (!/\d/.test(text)) this.categories.add('ageBand', column, text);
    else if (this.bands.size < mostBands) this.bands.add(text.slice(0, 100));
    return text.slice(0, 100);
  }
}

async function* finish(work: ImportWork, staging: PopulationStaging): AsyncGenerator<Progress, CheckedImport> {
  const { project, recipe, problems, fields, vocabulary, turns } = work;
  const { figures } = staging;
  yield { step: 'matching', done: 0, total: figures.length };
  const book = readAreaBook(project, vocabulary.commonAreaWords);
  if (book.areas.length === 0) refuse('import/no-areas', { fileName: work.fileName });
  const labels = distinctLabels(figures);
  const resolver = createLabelResolver({ labels: labels.list, weights: labels.weights, book, recipe, vocabulary });
  const resolved = labels.list.map((label) => resolver.resolve(label));
  const tally = new PlaceTally(labels.list.length);
  let lastRow = 0;
  const questions = new AreaQuestions();
  const ready = new Map<string, Omit<PopulationFigure, 'datasetKey'>>();
  const usableRows = new Set<number>();
  for (const figure of figures) {
    await turns.pass();
    const { kind, areas, parentKey, candidates } = resolved[labels.idOf(figure.label)] ?? { kind: 'unknown', areas: [], parentKey: null, candidates: [] };
    const written = questionName(figure.label.area || figure.label.code, figure.label.parent);
    const area = kind === 'found' ? areas[0] : undefined;
    if (figure.row !== lastRow) tally.add(labels.idOf(figure.label), area !== undefined);
    lastRow = figure.row;
    const place = { row: figure.row, column: fields.columnOf('area') ?? fields.columnOf('code'), value: written };
    if (!area) {
      problems.add(kind === 'ambiguous' ? 'population-unclear-area' : 'population-without-area', place);
      if (kind === 'unknown' || kind === 'ambiguous')
        questions.add(figure.label.area || figure.label.code, figure.label.parent, { layerKey: resolver.areaLayerKey, parentKey, candidates });
      continue;
    }
    const { year, sex, ageBand, value } = figure;
    const key = `${area.key} ${year ?? ''} ${sex} ${ageBand}`;
    if (ready.has(key)) {
      problems.add('population-repeated', place);
      continue;
    }
    ready.set(key, { areaKey: area.key, year, sex, ageBand, value, source: work.source });
    usableRows.add(figure.row);
  }
  const all = [...ready.values()];
  const years = all.flatMap(({ year }) => year ?? []);
  return {
    ...nothingFound,
    rowCount: staging.rowCount,
    usableRowCount: usableRows.size,
    recipe,
    areaQuestions: await questions.list(book, turns),
    categoryQuestions: staging.categories.list((field, value) =>
      field === 'sex' ? suggestMeanings(value, vocabulary.sexes, ['all', 'female', 'male']) : suggestMeanings(value, [], [...staging.bands]),
    ),
    placeMatch: tally.summary(labels.list, resolved),
    usedLayer: resolver.usedLayer,
    firstYear: years.length > 0 ? years.reduce((a, b) => Math.min(a, b)) : null,
    lastYear: years.length > 0 ? years.reduce((a, b) => Math.max(a, b)) : null,
    subjects: ['areas', 'incidents', 'indicators'],
    write: (write, dataset) => {
      for (const figure of [...all, ...missingTotals(all)]) writePopulation(write, project, { ...figure, datasetKey: dataset.key });
    },
  };
}

/** Totals that a table by sex or age leaves to the reader: women and men, and all age bands, added up. */
function missingTotals(figures: readonly Omit<PopulationFigure, 'datasetKey'>[]): Omit<PopulationFigure, 'datasetKey'>[] {
  const byAreaAndYear = new Map<string, Omit<PopulationFigure, 'datasetKey'>[]>();
  for (const figure of figures) {
    const key = `${figure.areaKey} ${figure.year ?? ''}`;
    const group = byAreaAndYear.get(key);
    if (group) group.push(figure);
    else byAreaAndYear.set(key, [figure]);
  }
  return [...byAreaAndYear.values()].flatMap((group) => {
    const [first] = group;
    if (!first || group.some(({ sex, ageBand }) => sex === 'all' && ageBand === '')) return [];
    const value = totalOf(group);
    return value === null ? [] : [{ ...first, sex: 'all' as const, ageBand: '', value }];
  });
}

function totalOf(group: readonly Pick<PopulationFigure, 'sex' | 'ageBand' | 'value'>[]): number | null {
  const sum = (test: (figure: Pick<PopulationFigure, 'sex' | 'ageBand'>) => boolean) => {
    const found = group.filter(test);
    return found.length > 0 ? found.reduce((total, { value }) => total + value, 0) : null;
  };
  const bySex = [sum(({ sex, ageBand }) => sex === 'female' && ageBand === ''), sum(({ sex, ageBand }) => sex === 'male' && ageBand === '')];
  if (bySex[0] !== null && bySex[1] !== null) return (bySex[0] ?? 0) + (bySex[1] ?? 0);
  const allBands = sum(({ sex, ageBand }) => sex === 'all' && ageBand !== '');
  if (allBands !== null) return allBands;
  const women = sum(({ sex, ageBand }) => sex === 'female' && ageBand !== '');
  const men = sum(({ sex, ageBand }) => sex === 'male' && ageBand !== '');
  return women !== null && men !== null ? women + men : null;
}

function distinctLabels(figures: readonly StagedFigure[]) {
  const keyOf = ({ area, parent, code }: AreaLabel) => `${area}\n${parent}\n${code}`;
  const ids = new Map<string, number>();
  const list: AreaLabel[] = [];
  const weights: number[] = [];
  for (const { label } of figures) {
    const key = keyOf(label);
    const id = ids.get(key) ?? list.push(label) - 1;
    ids.set(key, id);
    weights[id] = (weights[id] ?? 0) + 1;
  }
  return { list, weights, idOf: (label: AreaLabel) => ids.get(keyOf(label)) ?? -1 };
}
