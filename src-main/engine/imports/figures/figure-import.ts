import type { Progress } from '#shared/domain/outputs.ts';
import { monthOfName } from '../../../imports/detect/month-names.ts';
import type { Cell, ForeignRow } from '../../../imports/foreign-table.ts';
import { readAreaBook } from '../../areas/areas.ts';
import { PlaceWriter } from '../../areas/places.ts';
import { ContentWriter } from '../../project/content/content-rows.ts';
import { createLabelResolver } from '../area-labels.ts';
import { AreaQuestions, questionName } from '../area-questions.ts';
import { type CheckedImport, type ImportWork, type KindImport, nothingFound } from '../kind-import.ts';
import { PlaceLabels } from '../place-labels.ts';
import { isMissingFigure } from './missing-figure.ts';
import { unitOf } from './units.ts';

interface StagedFigure {
  readonly row: number;
  readonly label: number;
  readonly series: string;
  readonly breakdowns: readonly [string, string, string];
  readonly year: number | null;
  readonly month: number | null;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
}

const longestWord = 500;
const joint = ' · ';

/** Any table of statistics: each figure by series, up to three breakdowns, area, year and month. A cell without a figure is kept as missing. */
export function createFigureImport(work: ImportWork): KindImport {
  const staging = new FigureStaging(work);
  return {
    take: (rows) => {
      for (const row of rows) staging.take(row);
    },
    finish: () => finish(work, staging),
  };
}

class FigureStaging {
  readonly figures: StagedFigure[] = [];
  readonly labels: PlaceLabels;
  rowCount = 0;
  readonly #work: ImportWork;
  /** Columns whose words join the third breakdown. */
  readonly #further: readonly { index: number; name: string }[];

  constructor(work: ImportWork) {
    this.#work = work;
    this.labels = new PlaceLabels(work.fields);
    this.#further = work.recipe.furtherBreakdowns.map((name) => ({ index: work.fields.columns.indexOf(name), name }));
  }

  take(row: ForeignRow): void {
    this.rowCount++;
    const { fields, problems } = this.#work;
    if (!fields.keeps(row)) return;
    const cells = fields.wide.length === 0 ? [{ cell: fields.cell(row, 'value'), name: null }] : this.#wideCells(row);
    if (fields.wide.length > 0 && cells.every(({ cell }) => isMissingFigure(cell))) {
      problems.add('row-without-figures', { row: row.row, value: row.cells.find((cell) => cell !== '') ?? '' });
      return;
    }
    const label = this.labels.idOf(row);
    for (const { cell, name } of cells) this.#stage(row, label, cell, name);
  }

  #wideCells(row: ForeignRow): { cell: Cell; name: string }[] {
    return this.#work.fields.wide.map(({ index, name }) => ({ cell: row.cells[index] ?? '', name }));
  }

  #stage(row: ForeignRow, label: number, cell: Cell, wideName: string | null): void {
    const { fields } = this.#work;
    const wide = fields.recipe.wide?.field;
    const year = this.#year(row, wide === 'year' ? wideName : null);
    if (year === 'bad') return;
    const series = wide === 'series' && wideName !== null ? wideName : fields.text(row, 'series');
    this.figures.push({
      row: row.row,
      label,
      series: series.slice(0, longestWord),
      breakdowns: this.#breakdowns(row, wide, wideName),
      year,
      month: this.#month(row, wide === 'month' ? wideName : null),
      value: this.#figure(row, cell, wideName ?? fields.columnOf('value')),
      low: this.#figure(row, fields.cell(row, 'low'), fields.columnOf('low')),
      high: this.#figure(row, fields.cell(row, 'high'), fields.columnOf('high')),
      unit: (fields.text(row, 'unit') || unitOf(series)).slice(0, 100),
    });
  }

  #breakdowns(row: ForeignRow, wide: string | undefined, wideName: string | null): [string, string, string] {
    const { fields } = this.#work;
    const [first, second, third] = (['breakdown', 'breakdown2', 'breakdown3'] as const).map((field) =>
      wide === field && wideName !== null ? wideName : fields.text(row, field),
    );
    const further = this.#further.flatMap(({ index, name }) => {
      const text = String(row.cells[index] ?? '').trim();
      return text === '' ? [] : [`${name}: ${text}`];
    });
    const joined = [third ?? '', ...further].filter((text) => text !== '').join(joint);
    return [(first ?? '').slice(0, longestWord), (second ?? '').slice(0, longestWord), joined.slice(0, longestWord)];
  }

  #year(row: ForeignRow, wideName: string | null): number | null | 'bad' {
    const { fields, problems } = this.#work;
    const cell = wideName ?? fields.cell(row, 'year');
    if (cell === '') return null;
    // Of a span of years the last one is the year of the figure.
    const years = [...String(cell).matchAll(/(?<!\d)(?:18|19|20|21)\d{2}(?!\d)/g)].map(([text]) => Number(text));
    const year = years.at(-1);
    if (year === undefined) {
      problems.add('bad-year', { row: row.row, column: wideName ?? fields.columnOf('year'), value: cell });
      return 'bad';
    }
    if (years.length > 1) problems.add('year-span', { row: row.row, column: fields.columnOf('year'), value: cell, params: { year } });
    return year;
  }

  #month(row: ForeignRow, wideName: string | null): number | null {
    const { fields, problems } = this.#work;
    const cell = wideName ?? fields.cell(row, 'month');
    if (cell === '') return null;
    const month = monthOfName(String(cell).trim()) ?? Number(cell);
    if (Number.isInteger(month) && month >= 1 && month <= 12) return month;
    problems.add('bad-month', { row: row.row, column: fields.columnOf('month'), value: cell });
    return null;
  }

  #figure(row: ForeignRow, cell: Cell, column: string | null): number | null {
    if (isMissingFigure(cell)) return null;
    const value = this.#work.fields.numberOf(cell);
    if (value !== null && !Number.isNaN(value)) return value;
    this.#work.problems.add('bad-figure', { row: row.row, column, value: cell });
    return null;
  }
}

async function* finish(work: ImportWork, staging: FigureStaging): AsyncGenerator<Progress, CheckedImport> {
  const { project, problems, fields, recipe, vocabulary, turns } = work;
  const { figures } = staging;
  const labels = staging.labels.list;
  yield { step: 'matching', done: 0, total: figures.length };
  const book = readAreaBook(project, vocabulary.commonAreaWords);
  const weights = labels.map(() => 0);
  for (const { label } of figures) weights[label] = (weights[label] ?? 0) + 1;
  const resolver = createLabelResolver({ labels, weights, book, recipe, vocabulary });
  const questions = new AreaQuestions();
  const places = labels.map((label, index) => {
    const { kind, areas, parentKey, candidates } = resolver.resolve(label);
    const isNamed = label.area !== '' || label.code !== '';
    if (kind === 'found' || kind === 'silent' || !isNamed) return { keys: areas.map(({ key }) => key), named: '' };
    const name = questionName(label.area || label.code, label.parent);
    if (kind !== 'outside') questions.add(label.area || label.code, label.parent, { layerKey: resolver.areaLayerKey, parentKey, candidates }, weights[index]);
    return { keys: areas.map(({ key }) => key), named: name };
  });
  const seen = new Set<string>();
  const rows = new Set<number>();
  const ready: StagedFigure[] = [];
  for (const figure of figures) {
    await turns.pass();
    const named = places[figure.label]?.named ?? '';
    // A figure of a place that the project does not know must not pass for the whole city's: it keeps the name as written.
    const [first, second, third] = figure.breakdowns;
    const placed: StagedFigure = named === '' ? figure : { ...figure, breakdowns: [first, second, [third, named].filter((text) => text !== '').join(joint)] };
    if (named !== '' && !rows.has(figure.row)) problems.add('figure-without-area', { row: figure.row, column: fields.columnOf('area'), value: named });
    const key = JSON.stringify([figure.label, placed.series, placed.breakdowns, figure.year, figure.month]);
    if (seen.has(key)) problems.add('figure-repeated', { row: figure.row, value: figure.value ?? '' });
    seen.add(key);
    rows.add(figure.row);
    ready.push(placed);
  }
  const years = ready.flatMap(({ year }) => year ?? []);
  return {
    ...nothingFound,
    rowCount: staging.rowCount,
    usableRowCount: rows.size,
    recipe,
    areaQuestions: await questions.list(book, turns),
    firstYear: years.length > 0 ? years.reduce((a, b) => Math.min(a, b)) : null,
    lastYear: years.length > 0 ? years.reduce((a, b) => Math.max(a, b)) : null,
    subjects: ['indicators'],
    write: (write, dataset) => {
      const placeWriter = new PlaceWriter(write.connection);
      const placeKeys = places.map(({ keys }) => placeWriter.keyOf(keys));
      const writer = new ContentWriter(write.connection, 'figure', dataset.key);
      for (const { row, label, series, breakdowns, year, month, value, low, high, unit } of ready) {
        writer.add([row, placeKeys[label] ?? 0, series, ...breakdowns, year, month, value, low, high, unit]);
      }
      writer.end();
    },
  };
}
