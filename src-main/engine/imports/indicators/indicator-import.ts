import type { CategoryQuestion } from '#shared/domain/imports.ts';
import { type ObservationInput, qualityGrades } from '#shared/domain/indicators.ts';
import type { Progress } from '#shared/domain/outputs.ts';
import { plainWords } from '#shared/domain/plain-words.ts';
import { parseDay } from '../../../imports/detect/days.ts';
import type { Cell, ForeignRow } from '../../../imports/foreign-table.ts';
import { readAreaBook } from '../../areas/areas.ts';
import { listLanguages } from '../../i18n/load-texts.ts';
import { definitionFacts } from '../../indicators/definition-facts.ts';
import { listIndicators } from '../../indicators/indicator-catalogue.ts';
import { addObservation, emptyObservation } from '../../indicators/observations.ts';
import { workedOut } from '../../indicators/worked-out.ts';
import { contentId } from '../../project/content-id.ts';
import { createLabelResolver } from '../area-labels.ts';
import { AreaQuestions } from '../area-questions.ts';
import { CategoryQuestions, suggestNames } from '../categories/category-questions.ts';
import { type CheckedImport, type ImportWork, type KindImport, nothingFound } from '../kind-import.ts';
import { PlaceTally } from '../place-tally.ts';
import { yearOfColumn } from '../wide-detection.ts';

interface StagedObservation {
  readonly row: number;
  readonly area: string;
  readonly input: Omit<ObservationInput, 'areaId'>;
}

type NumberField = 'low' | 'high' | 'numerator' | 'denominator' | 'sampleSize';
type DayField = 'periodStart' | 'periodEnd' | 'publishedOn';

/** Values of indicators: of the city, or of one of its areas where a column names it. */
export function createIndicatorImport(work: ImportWork): KindImport {
  const { fields, problems } = work;
  const codes = indicatorCodes(work);
  const staged: StagedObservation[] = [];
  const questions = new CategoryQuestions();
  let rowCount = 0;
  const take = (row: ForeignRow) => {
    rowCount++;
    if (!fields.keeps(row)) return;
    const written = fields.text(row, 'indicator').slice(0, 500);
    if (written === '') {
      problems.add('missing-indicator', { row: row.row, column: fields.columnOf('indicator') });
      return;
    }
    const known = codes.get(plainWords(written));
    if (known === undefined) {
      problems.add('unknown-indicator', { row: row.row, column: fields.columnOf('indicator'), value: written });
      questions.add('indicator', fields.columnOf('indicator') ?? '', written);
    }
    const indicatorCode = known ?? written;
    if (fields.wide.length === 0) stage(row, indicatorCode, fields.cell(row, 'value'), fields.columnOf('value'), fields.cell(row, 'year'));
    for (const { index, name } of fields.wide) {
      const cell = row.cells[index] ?? '';
      if (cell !== '') stage(row, indicatorCode, cell, name, yearOfColumn(name) ?? name);
    }
  };
  const stage = (row: ForeignRow, indicatorCode: string, cell: Cell, column: string | null, yearCell: Cell) => {
    const value = fields.numberOf(cell);
    if (value === null || Number.isNaN(value)) {
      problems.add('bad-value', { row: row.row, column, value: cell });
      return;
    }
    const period = periodOf(work, row);
    const year = yearCell === '' ? yearOfPeriod(period) : Number(/(?:18|19|20|21)\d{2}/.exec(String(yearCell))?.[0]);
    if (Number.isNaN(year)) {
      problems.add('bad-year', { row: row.row, column: fields.columnOf('year'), value: yearCell });
      return;
    }
    staged.push({ row: row.row, area: fields.text(row, 'area'), input: { ...observation(work, row, indicatorCode, value, questions), ...period, year } });
  };
  return {
    take: (rows) => {
      for (const row of rows) take(row);
    },
    finish: () =>
      finish(
        work,
        staged,
        () => rowCount,
        () => questions.list((field, value) => suggestions(field, value, codes)),
      ),
  };
}

/** Codes of the catalogue by code and by name in every language. */
function indicatorCodes({ project, resourcesFolder }: ImportWork): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  for (const language of listLanguages(resourcesFolder)) {
    for (const { code, name } of listIndicators(resourcesFolder, project, language)) codes.set(plainWords(code), code).set(plainWords(name), code);
  }
  return codes;
}

function observation(work: ImportWork, row: ForeignRow, indicatorCode: string, value: number, questions: CategoryQuestions): Omit<ObservationInput, 'areaId'> {
  const { fields, problems } = work;
  const numberOrNull = (field: NumberField): number | null => {
    const number = fields.number(row, field);
    if (number === null || (!Number.isNaN(number) && (field !== 'sampleSize' || number >= 0))) return number;
    problems.add('bad-limit', { row: row.row, column: fields.columnOf(field), value: fields.cell(row, field) });
    return null;
  };
  const grade = fields.text(row, 'quality');
  const quality = qualityGrades.find((known) => known === grade.toUpperCase()) ?? null;
  if (grade !== '' && quality === null) {
    problems.add('bad-quality', { row: row.row, column: fields.columnOf('quality'), value: grade });
    questions.add('quality', fields.columnOf('quality') ?? '', grade);
  }
  return {
    ...emptyObservation,
    indicatorCode,
    definitionVersion: fields.text(row, 'definitionVersion').slice(0, 500),
    value,
    low: numberOrNull('low'),
    high: numberOrNull('high'),
    numerator: numberOrNull('numerator'),
    denominator: numberOrNull('denominator'),
    sampleSize: numberOrNull('sampleSize'),
    breakdown: fields.text(row, 'breakdown').slice(0, 500),
    source: (fields.text(row, 'source') || work.source).slice(0, 500),
    holder: fields.text(row, 'holder').slice(0, 500),
    publishedOn: dayOf(work, row, 'publishedOn', 'bad-publication-day'),
    quality,
    note: fields.text(row, 'note').slice(0, 20_000),
  };
}

function dayOf({ fields, problems, recipe }: ImportWork, row: ForeignRow, field: DayField, code: 'bad-publication-day' | 'bad-period-day'): string | null {
  const cell = fields.cell(row, field);
  if (cell === '') return null;
  const day = parseDay(cell, recipe.dateOrder ?? 'dmy');
  if (typeof day !== 'string') return `${day.year}-${String(day.month).padStart(2, '0')}-${String(day.day).padStart(2, '0')}`;
  problems.add(code, { row: row.row, column: fields.columnOf(field), value: cell });
  return null;
}

type Period = Pick<ObservationInput, 'periodStart' | 'periodEnd'>;

/** The exact days that a value is about; none of them where the last comes before the first. */
function periodOf(work: ImportWork, row: ForeignRow): Period {
  const periodStart = dayOf(work, row, 'periodStart', 'bad-period-day');
  const periodEnd = dayOf(work, row, 'periodEnd', 'bad-period-day');
  if (periodStart === null || periodEnd === null || periodStart <= periodEnd) return { periodStart, periodEnd };
  work.problems.add('period-backwards', { row: row.row, column: work.fields.columnOf('periodEnd'), value: work.fields.cell(row, 'periodEnd') });
  return { periodStart: null, periodEnd: null };
}

/** The year of a period that lies in one; null where it spans several, or is not known. */
function yearOfPeriod({ periodStart, periodEnd }: Period): number | null {
  const [first, last] = [periodStart ?? periodEnd, periodEnd ?? periodStart].map((day) => day?.slice(0, 4));
  return first !== undefined && first === last ? Number(first) : null;
}

/** What a person may mean by a value of a field: codes by their names, grades by their letters. */
function suggestions(field: string, value: string, codes: ReadonlyMap<string, string>): CategoryQuestion['suggestions'] {
  if (field === 'quality') return qualityGrades.map((grade) => ({ value: grade, score: grade === value.slice(0, 1).toUpperCase() ? 0.5 : 0 }));
  return suggestNames(
    value,
    [...codes].map(([name, code]) => [code, name]),
  );
}

async function* finish(
  work: ImportWork,
  staged: readonly StagedObservation[],
  rowCount: () => number,
  categoryQuestions: () => CategoryQuestion[],
): AsyncGenerator<Progress, CheckedImport> {
  const { project, problems, fields, recipe, vocabulary, turns } = work;
  yield { step: 'matching', done: 0, total: staged.length };
  const book = readAreaBook(project, vocabulary.commonAreaWords);
  const labels = [...new Set(staged.map(({ area }) => area))].map((area) => ({ area, parent: '', code: '' }));
  const resolver = createLabelResolver({ labels, weights: labels.map(() => 1), book, recipe, vocabulary });
  const resolved = labels.map((label) => resolver.resolve(label));
  const areas = new Map(labels.map((label, index) => [label.area, resolved[index]]));
  const idOf = new Map(labels.map((label, index) => [label.area, index]));
  const tally = new PlaceTally(labels.length);
  const questions = new AreaQuestions();
  const factsOf = definitionFacts(project, work.resourcesFolder);
  const ready: ObservationInput[] = [];
  const rows = new Set<number>();
  for (const { row, area, input } of staged) {
    await turns.pass();
    const found = areas.get(area);
    if (area !== '') tally.add(idOf.get(area) ?? 0, found?.kind === 'found');
    if (area !== '' && found?.kind !== 'found' && found?.kind !== 'silent') {
      // A figure of an unknown place must not pass for the whole city's.
      problems.add('observation-without-area', { row, column: fields.columnOf('area'), value: area });
      questions.add(area, '', { layerKey: resolver.areaLayerKey, parentKey: null, candidates: found?.candidates ?? [] });
      continue;
    }
    ready.push(workedOut(null, { ...input, areaId: found?.areas[0]?.id ?? null }, factsOf(input.indicatorCode)));
    rows.add(row);
  }
  const years = ready.flatMap(({ year }) => year ?? []);
  return {
    ...nothingFound,
    rowCount: rowCount(),
    usableRowCount: rows.size,
    recipe,
    areaQuestions: await questions.list(book, turns),
    categoryQuestions: categoryQuestions(),
    placeMatch: fields.has('area') ? tally.summary(labels, resolved) : null,
    usedLayer: resolver.usedLayer,
    firstYear: years.length > 0 ? years.reduce((a, b) => Math.min(a, b)) : null,
    lastYear: years.length > 0 ? years.reduce((a, b) => Math.max(a, b)) : null,
    subjects: ['indicators'],
    write: (write, dataset) => {
      const enteredAt = project.nowText();
      for (const [place, input] of ready.entries()) {
        addObservation(write, input, { id: contentId(dataset.id, place), isComputed: false, enteredAt, datasetKey: dataset.key });
      }
    },
  };
}
