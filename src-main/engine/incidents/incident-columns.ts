import type { OpenProject } from '../project/open-project.ts';

/**
 * Every incident of the project, column by column, in the order of its key: what a question has to look at, in some 17 bytes an incident.
 * `0` stands for «not stated», but for the hour, where it is `24`.
 */
export interface IncidentColumns {
  readonly length: number;
  readonly place: Uint32Array;
  readonly offence: Uint32Array;
  /** Position in `datasetKeys`. */
  readonly dataset: Uint16Array;
  readonly datasetKeys: readonly number[];
  readonly year: Uint16Array;
  readonly month: Uint8Array;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: Uint8Array;
  readonly hour: Uint8Array;
  /** yyyymmdd. */
  readonly day: Int32Array;
  /** 1 where the source gives a point. */
  readonly hasPoint: Uint8Array;
  /** Null where every row is one incident. */
  readonly count: Float64Array | null;
  /** One more than the largest value that each of these columns can hold. */
  readonly sizes: Readonly<Record<CountedColumn, number>>;
}

export type CountedColumn = 'place' | 'offence' | 'dataset' | 'year' | 'month' | 'weekday' | 'hour';

/** Points in step with the columns, in degrees to five digits (about a metre); NaN where a row has none. */
export interface IncidentPoints {
  readonly longitude: Float64Array;
  readonly latitude: Float64Array;
}

/** What the rows depend on: content belongs to its dataset and is never edited row by row. */
interface Stamped<Value> {
  readonly stamp: string;
  readonly value: Value;
}

const columns = new WeakMap<OpenProject, Stamped<IncidentColumns>>();
const points = new WeakMap<OpenProject, Stamped<IncidentPoints>>();
const stamps = new WeakMap<OpenProject, { stamp: string | null }>();

export const noHour = 24;
const chunkKeys = 250_000;
const degreeScale = 1e5;

/** The incidents as columns, read once after opening and again only when datasets came or went. */
export function incidentColumns(project: OpenProject): IncidentColumns {
  return kept(project, columns, readColumns);
}

/** Their points, read when something asks for them. */
export function incidentPoints(project: OpenProject): IncidentPoints {
  return kept(project, points, readPoints);
}

function kept<Value>(project: OpenProject, store: WeakMap<OpenProject, Stamped<Value>>, read: (project: OpenProject) => Value): Value {
  const stamp = currentStamp(project);
  const known = store.get(project);
  if (known?.stamp === stamp) return known.value;
  const value = read(project);
  store.set(project, { stamp, value });
  return value;
}

function currentStamp(project: OpenProject): string {
  let entry = stamps.get(project);
  if (!entry) {
    const fresh: { stamp: string | null } = { stamp: null };
    entry = fresh;
    stamps.set(project, fresh);
    project.onChange((subjects) => {
      if (subjects.includes('incidents') || subjects.includes('datasets')) fresh.stamp = null;
    });
  }
  if (entry.stamp === null) {
    const { reader } = project;
    const datasets = reader.prepare("SELECT key, id FROM dataset WHERE kind = 'incidents' ORDER BY key").raw().all();
    entry.stamp = JSON.stringify([datasets, reader.prepare('SELECT count(*), min(key), max(key) FROM incident').raw().get()]);
  }
  return entry.stamp;
}

/** Handing over one packed whole number a row is several times faster than handing over rows. */
function* packedNumbers(project: OpenProject, code: string): Generator<{ start: number; numbers: readonly number[] }> {
  const { first, last } = project.reader.prepare('SELECT ifnull(min(key), 1) AS first, ifnull(max(key), 0) AS last FROM incident').get() as {
    first: number;
    last: number;
  };
  const page = project.reader.prepare(`SELECT ${code} FROM incident NOT INDEXED WHERE key >= ? AND key < ? ORDER BY key`).pluck();
  let start = 0;
  for (let key = first; key <= last; key += chunkKeys) {
    const numbers = page.all(key, key + chunkKeys) as number[];
    yield { start, numbers };
    start += numbers.length;
  }
}

function readColumns(project: OpenProject): IncidentColumns {
  const { reader } = project;
  const number = (text: string) => Number(reader.prepare(text).pluck().get());
  const length = number('SELECT count(*) FROM incident');
  const offenceSize = number('SELECT ifnull(max(key), 0) + 1 FROM offence');
  const placeSize = number('SELECT ifnull(max(key), 0) + 1 FROM place');
  const datasetKeys = reader.prepare('SELECT key FROM dataset ORDER BY key').pluck().all() as number[];
  const datasetSize = 1 + (datasetKeys.at(-1) ?? 0);
  const positionOf = new Uint16Array(datasetSize);
  for (const [position, key] of datasetKeys.entries()) positionOf[key] = position;
  const found = {
    length,
    datasetKeys,
    place: new Uint32Array(length),
    offence: new Uint32Array(length),
    dataset: new Uint16Array(length),
    year: new Uint16Array(length),
    month: new Uint8Array(length),
    weekday: new Uint8Array(length),
    hour: new Uint8Array(length),
    day: new Int32Array(length),
    hasPoint: new Uint8Array(length),
  };
  for (const { start, numbers } of packedNumbers(project, `(place_key * ${offenceSize} + offence_key) * 25 + ifnull(hour, ${noHour})`)) {
    for (let i = 0; i < numbers.length; i += 1) {
      const code = numbers[i] ?? 0;
      const above = Math.floor(code / 25);
      const place = Math.floor(above / offenceSize);
      found.hour[start + i] = code - above * 25;
      found.place[start + i] = place;
      found.offence[start + i] = above - place * offenceSize;
    }
  }
  const dayCode = 'ifnull(day, ifnull(year, 0) * 10000 + ifnull(month, 0) * 100)';
  const weekdays = new Map<number, number>();
  let hasSums = false;
  for (const { start, numbers } of packedNumbers(project, `(${dayCode} * ${datasetSize} + dataset_key) * 4 + (longitude IS NOT NULL) * 2 + (count <> 1)`)) {
    for (let i = 0; i < numbers.length; i += 1) {
      const code = numbers[i] ?? 0;
      const above = Math.floor(code / 4);
      const moment = Math.floor(above / datasetSize);
      const at = start + i;
      hasSums ||= code % 2 === 1;
      found.hasPoint[at] = code % 4 >= 2 ? 1 : 0;
      found.dataset[at] = positionOf[above - moment * datasetSize] ?? 0;
      found.year[at] = Math.floor(moment / 10_000);
      found.month[at] = Math.floor(moment / 100) % 100;
      if (moment % 100 === 0) continue;
      found.day[at] = moment;
      let weekday = weekdays.get(moment);
      if (weekday === undefined) {
        weekday = weekdayOf(moment);
        weekdays.set(moment, weekday);
      }
      found.weekday[at] = weekday;
    }
  }
  const sizes = { place: placeSize, offence: offenceSize, dataset: datasetKeys.length, year: 2201, month: 13, weekday: 8, hour: noHour + 1 };
  return { ...found, sizes, count: hasSums ? readCounts(project, length) : null };
}

function readCounts(project: OpenProject, length: number): Float64Array {
  const counts = new Float64Array(length);
  for (const { start, numbers } of packedNumbers(project, 'count')) counts.set(numbers, start);
  return counts;
}

function readPoints(project: OpenProject): IncidentPoints {
  const { length } = incidentColumns(project);
  const longitude = new Float64Array(length).fill(Number.NaN);
  const latitude = new Float64Array(length).fill(Number.NaN);
  const width = 180 * degreeScale + 1;
  const code = `CASE WHEN longitude IS NULL OR latitude IS NULL THEN -1 ELSE
    CAST(round((longitude + 180) * ${degreeScale}) AS INTEGER) * ${width} + CAST(round((latitude + 90) * ${degreeScale}) AS INTEGER) END`;
  for (const { start, numbers } of packedNumbers(project, code)) {
    for (let i = 0; i < numbers.length; i += 1) {
      const packed = numbers[i] ?? -1;
      if (packed < 0) continue;
      const east = Math.floor(packed / width);
      longitude[start + i] = east / degreeScale - 180;
      latitude[start + i] = (packed - east * width) / degreeScale - 90;
    }
  }
  return { longitude, latitude };
}

/** 20230102 (a Monday) → 1. */
function weekdayOf(day: number): number {
  const weekday = new Date(Date.UTC(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, day % 100)).getUTCDay();
  return weekday === 0 ? 7 : weekday;
}
