import type { Boundary } from '#shared/domain/geometry.ts';
import type { Progress } from '#shared/domain/outputs.ts';
import { plainWords } from '#shared/domain/plain-words.ts';
import type { Cell } from '../../../imports/foreign-table.ts';
import { readAreaBook, readPolygonIndexes } from '../../areas/areas.ts';
import { type BoundingBox, boundingBoxOf } from '../../areas/geodesy.ts';
import { sql } from '../../project/open-project.ts';
import { type CheckedImport, type ImportWork, type KindImport, nothingFound } from '../kind-import.ts';
import { findKnownIncidents } from './known-incidents.ts';
import { type Moments, readMoments } from './moments.ts';
import { gatherOffences } from './offences.ts';
import { leftOut, type Placing, placeIncidents } from './placing.ts';
import { settlePointSystem } from './point-system.ts';
import { checkPoints } from './points.ts';
import { IncidentStaging } from './staging.ts';
import { type ReadyIncidents, writeIncidents } from './write-incidents.ts';

const sliceLength = 4096;

export function createIncidentImport(work: ImportWork): KindImport {
  const { noArea } = work.vocabulary;
  const isNotKnown = (cell: Cell) => cell === '' || (typeof cell === 'string' && noArea.has(plainWords(cell)));
  const staging = new IncidentStaging(work.fields, work.problems, isNotKnown);
  return {
    take: (rows) => {
      for (const row of rows) staging.take(row);
    },
    finish: () => finish(work, staging, isNotKnown),
  };
}

async function* finish(work: ImportWork, staging: IncidentStaging, isNotKnown: (cell: Cell) => boolean): AsyncGenerator<Progress, CheckedImport> {
  const { project, recipe, problems, fields, turns, vocabulary } = work;
  staging.end();
  const total = staging.rows.length;
  yield { step: 'checking', done: 0, total };
  const { moments, isInherited } = readMomentsAsBefore(work, staging, isNotKnown);
  if (moments.orderIs === 'ambiguous') {
    problems.add('date-order-unclear', { column: fields.columnOf('date'), value: moments.unclear, params: { order: moments.order } });
  }
  const usable = await checkMoments(work, staging, moments);
  await leaveOutTotals(work, staging, usable);
  const city = cityBox(work);
  const coordinateSystem = await settlePointSystem(staging, recipe, city, work.fileName, turns);
  await checkPoints(staging, city, problems, fields, turns);
  yield { step: 'matching', done: 0, total };
  const placing = await placeIncidents({
    staging,
    book: readAreaBook(project, vocabulary.commonAreaWords),
    polygons: readPolygonIndexes(project),
    recipe,
    fields,
    vocabulary,
    problems,
    turns,
    isUsable: (index) => usable[index] === 1,
  });
  let offences = await gatherOffences(work, staging, placing);
  const known = await findKnownIncidents(work, { staging, moments, placing, offences });
  if (recipe.knownIncidents === 'skip' && known.isKnown) {
    leaveOutKnown(work, staging, placing, known.isKnown);
    offences = await gatherOffences(work, staging, placing);
  }
  const ready: ReadyIncidents = { staging, moments, placing, offences };
  const found = await summarize(ready, work);
  const areaQuestions = await placing.questions.list(readAreaBook(project, vocabulary.commonAreaWords), turns);
  return {
    ...nothingFound,
    ...found,
    rowCount: staging.rowCount,
    dateOrderIs: moments.orderIs,
    isDateOrderInherited: isInherited,
    coordinateSystem,
    recipe: {
      ...recipe,
      coordinateSystem: coordinateSystem?.code ?? recipe.coordinateSystem,
      dateOrder: moments.orderIs === 'none' ? recipe.dateOrder : moments.order,
    },
    areaQuestions,
    offences: offences.list,
    categoryQuestions: offences.questions,
    placeMatch: hasNoPlaces(staging) && placing.places.every((keys) => keys.length === 0) ? null : placing.placeMatch,
    usedLayer: placing.usedLayer,
    repeatedRowCount: problems.countOf('duplicate-row') + problems.countOf('repeated-row'),
    knownIncidents: known.list,
    subjects: ['incidents'],
    write: (write, dataset) => writeIncidents(write, dataset.key, ready),
  };
}

/** Dates that can be read both ways are read as in the earlier file of this kind, if its recipe is used. */
function readMomentsAsBefore({ recipe, dateOrderBefore, today }: ImportWork, staging: IncidentStaging, isNotKnown: (cell: Cell) => boolean) {
  const moments = readMoments(staging, recipe, today, isNotKnown);
  if (moments.orderIs !== 'ambiguous' || dateOrderBefore === null) return { moments, isInherited: false };
  return { moments: readMoments(staging, { ...recipe, dateOrder: dateOrderBefore }, today, isNotKnown), isInherited: true };
}

function hasNoPlaces({ distinctLabels }: IncidentStaging): boolean {
  return distinctLabels.every(({ area, parent, code }) => area === '' && parent === '' && code === '');
}

function leaveOutKnown({ problems }: ImportWork, staging: IncidentStaging, placing: Placing, isKnown: Uint8Array): void {
  for (let i = 0; i < staging.rows.length; i++) {
    if (isKnown[i] === 0) continue;
    placing.placeOfRow.set(i, leftOut);
    problems.add('known-incident', { row: staging.rows.at(i) });
  }
}

/**
 * Rows and columns that add up others would count everything twice: where some offences or areas are called «total» and others are not,
 * they are left out. A file that holds nothing but totals keeps them, and so does a name that a person decided about.
 */
async function leaveOutTotals({ problems, fields, recipe, vocabulary, turns }: ImportWork, staging: IncidentStaging, usable: Uint8Array): Promise<void> {
  const decided = new Set([...Object.keys(recipe.areaDecisions), ...Object.keys(recipe.categories.offence ?? {})].map(plainWords));
  const isTotal = (text: string) => vocabulary.totals.has(plainWords(text)) && !decided.has(plainWords(text));
  const offences = totalsAmong(staging.distinctOffences.values, isTotal);
  const areas = totalsAmong(
    staging.distinctLabels.map(({ area }) => area),
    isTotal,
  );
  if (offences === null && areas === null) return;
  for (let i = 0; i < staging.rows.length; i++) {
    if (i % sliceLength === 0) await turns.pass();
    const offence = staging.offences.at(i);
    const label = staging.labels.at(i);
    const isOffence = offences?.[offence] === 1;
    if (usable[i] !== 1 || !(isOffence || areas?.[label] === 1)) continue;
    usable[i] = 0;
    const value = isOffence ? staging.distinctOffences.values[offence] : staging.distinctLabels[label]?.area;
    problems.add('total-row', { row: staging.rows.at(i), column: fields.columnOf(isOffence ? 'offence' : 'area'), value: value ?? '' });
  }
}

/** 1 for each text that names a total; null where none does, or nothing else is named. */
function totalsAmong(texts: readonly string[], isTotal: (text: string) => boolean): Uint8Array | null {
  const totals = Uint8Array.from(texts, (text) => (isTotal(text) ? 1 : 0));
  const hasOthers = texts.some((text, index) => text !== '' && totals[index] === 0);
  return totals.includes(1) && hasOthers ? totals : null;
}

/** Counts what is wrong with dates and times; 1 for each staged row that can be used. */
async function checkMoments({ problems, fields, turns }: ImportWork, staging: IncidentStaging, moments: Moments): Promise<Uint8Array> {
  const usable = new Uint8Array(staging.rows.length);
  const [dateColumn, timeColumn] = [fields.columnOf('date'), fields.columnOf('time') ?? fields.columnOf('date')];
  for (let i = 0; i < staging.rows.length; i++) {
    if (i % sliceLength === 0) await turns.pass();
    const day = moments.days[staging.dates.at(i)] ?? null;
    const year = moments.years[staging.years.at(i)] ?? null;
    const row = staging.rows.at(i);
    if (typeof day === 'string') {
      problems.add(day, { row, column: dateColumn, value: staging.distinctDates.values[staging.dates.at(i)] ?? '' });
      continue;
    }
    if (day === null && year === 'bad-year') {
      problems.add('bad-year', { row, column: fields.columnOf('year'), value: staging.distinctYears.values[staging.years.at(i)] ?? '' });
      continue;
    }
    if (day === null && year === null) problems.add('empty-date', { row, column: dateColumn ?? fields.columnOf('year') });
    if (day === null && moments.months[staging.months.at(i)] === 'bad-month') {
      problems.add('bad-month', { row, column: fields.columnOf('month'), value: staging.distinctMonths.values[staging.months.at(i)] ?? '' });
    }
    if (moments.hours[staging.times.at(i)] === 'bad-time') {
      problems.add('bad-time', { row, column: timeColumn, value: staging.distinctTimes.values[staging.times.at(i)] ?? '' });
    }
    usable[i] = 1;
  }
  return usable;
}

async function summarize(ready: ReadyIncidents, { turns }: ImportWork) {
  const { staging, moments, placing } = ready;
  let incidentCount = 0;
  let usableRowCount = 0;
  let lastRow = 0;
  let firstDay = Number.POSITIVE_INFINITY;
  let lastDay = 0;
  let firstYear = Number.POSITIVE_INFINITY;
  let lastYear = 0;
  for (let i = 0; i < staging.rows.length; i++) {
    if (i % sliceLength === 0) await turns.pass();
    if (placing.placeOfRow.at(i) < 0) continue;
    incidentCount += staging.counts.at(i);
    if (staging.rows.at(i) !== lastRow) usableRowCount++;
    lastRow = staging.rows.at(i);
    const day = moments.days[staging.dates.at(i)] ?? null;
    const year = day !== null && typeof day !== 'string' ? day.year : moments.years[staging.years.at(i)];
    if (day !== null && typeof day !== 'string') {
      firstDay = Math.min(firstDay, day.number);
      lastDay = Math.max(lastDay, day.number);
    }
    if (typeof year === 'number') {
      firstYear = Math.min(firstYear, year);
      lastYear = Math.max(lastYear, year);
    }
  }
  return {
    incidentCount,
    usableRowCount,
    firstDay: dayText(firstDay),
    lastDay: dayText(lastDay),
    firstYear: lastYear === 0 ? null : firstYear,
    lastYear: lastYear === 0 ? null : lastYear,
  };
}

function dayText(number: number): string | null {
  if (number === 0 || !Number.isFinite(number)) return null;
  const text = String(number);
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
}

function cityBox({ project }: ImportWork): BoundingBox | null {
  const rows = project.all(sql.selectFrom('area').select('boundary').where('boundary', 'is not', null));
  return boundingBoxOf(rows.map(({ boundary }) => JSON.parse(boundary ?? '') as Boundary));
}
