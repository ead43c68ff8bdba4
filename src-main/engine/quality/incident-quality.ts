import { FingerprintCounts } from '../imports/fingerprints.ts';
import { baseLayer, type LayerAreas, readLayers } from '../incidents/base-layer.ts';
import { type IncidentColumns, incidentColumns, incidentPoints, noHour } from '../incidents/incident-columns.ts';
import { PopulationBook } from '../incidents/population-book.ts';
import { heapingOf } from './heaping.ts';
import { monthRows } from './months.ts';
import type { QualityWork, RowQuality } from './quality-work.ts';

/** So many rows on one point, to about a metre, are more than chance puts there. */
const leastPile = 20;
/** In a large dataset: at least this share of all points. */
const leastPileShare = 0.0001;
const sliceLength = 65_536;

const badDates = ['not-a-date', 'impossible-date', 'year-out-of-range', 'ambiguous-date', 'future-date', 'bad-year'];
const badPoints = ['bad-coordinate', 'zero-coordinates', 'projected-coordinates', 'swapped-coordinates', 'outside-city'];

/** Rows of the dataset in the columns of all incidents. */
interface Rows {
  readonly columns: IncidentColumns;
  readonly longitude: Float64Array;
  readonly latitude: Float64Array;
  readonly isOwn: (index: number) => boolean;
}

interface AreaTally {
  rows: number;
  withDay: number;
  withHour: number;
  withPoint: number;
}

/** Incidents: how full, when, where. 1.3 million take about a second the first time, and a tenth of that afterwards. */
export async function incidentQuality({ project, dataset, turns, problems }: QualityWork): Promise<RowQuality> {
  const columns = incidentColumns(project);
  await turns.pass();
  const { longitude, latitude } = incidentPoints(project);
  await turns.pass();
  const position = columns.datasetKeys.indexOf(dataset.key);
  const rows: Rows = { columns, longitude, latitude, isOwn: (index) => columns.dataset[index] === position };
  const layer = baseLayer(readLayers(project), new PopulationBook(project));
  const areaOf = areasByPlace(project.reader, layer?.key ?? 0);
  const tallies = new Map<number, AreaTally>();
  const months = new Map<number, number>();
  const hours = Array.from({ length: 24 }, () => 0);
  let total = 0;
  let days = 0;
  let firsts = 0;
  for (let i = 0; i < columns.length; i++) {
    if (i % sliceLength === 0) await turns.pass();
    if (!rows.isOwn(i)) continue;
    total++;
    const day = columns.day[i] as number;
    const hour = columns.hour[i] as number;
    const tally = tallyOf(tallies, areaOf.get(columns.place[i] as number) ?? 0);
    tally.rows++;
    if (!Number.isNaN(longitude[i] as number)) tally.withPoint++;
    if (hour !== noHour) {
      tally.withHour++;
      hours[hour] = (hours[hour] ?? 0) + 1;
    }
    if (day !== 0) {
      tally.withDay++;
      days++;
      if (day % 100 === 1) firsts++;
    }
    const month = columns.month[i] as number;
    if (month > 0) {
      const key = (columns.year[i] as number) * 100 + month;
      months.set(key, (months.get(key) ?? 0) + 1);
    }
  }
  const sum = (part: keyof AreaTally) => [...tallies.values()].reduce((all, tally) => all + tally[part], 0);
  const field = (name: string, filled: number, impossible: number) => ({ field: name, filled, missing: Math.max(0, total - filled - impossible), impossible });
  const dropped = (name: string, filled: number, impossible: number) => ({ field: name, filled, missing: total - filled, impossible });
  return {
    rowCount: total,
    fields: [
      dropped('date', sum('withDay'), problems(...badDates)),
      field('time', sum('withHour'), problems('bad-time')),
      dropped('offence', total, problems('missing-offence')),
      field('area', total - (tallies.get(0)?.rows ?? 0), 0),
      field('longitude', sum('withPoint'), problems(...badPoints)),
    ],
    months: monthRows(months),
    areas: areaRows(layer, tallies),
    heaping: heapingOf(hours, firsts, days),
    pointPiles: await pointPiles(rows, sum('withPoint'), turns),
  };
}

function tallyOf(tallies: Map<number, AreaTally>, area: number): AreaTally {
  const known = tallies.get(area);
  if (known) return known;
  const fresh = { rows: 0, withDay: 0, withHour: 0, withPoint: 0 };
  tallies.set(area, fresh);
  return fresh;
}

/** Place → area of one layer. */
function areasByPlace(reader: QualityWork['project']['reader'], layerKey: number): ReadonlyMap<number, number> {
  const rows = reader.prepare<[number], [number, number]>('SELECT place_key, area_key FROM place_area WHERE layer_key = ?').raw().all(layerKey);
  return new Map(rows as [number, number][]);
}

/** By name; what lies in no area comes last. */
export function areaRows(layer: LayerAreas | null, tallies: ReadonlyMap<number, AreaTally>): RowQuality['areas'] {
  const none = { rows: 0, withDay: 0, withHour: 0, withPoint: 0 };
  const named = (layer?.areas ?? []).map(({ key, id, name }) => ({ areaId: id, name, ...(tallies.get(key) ?? none) }));
  const nowhere = tallies.get(0);
  return [...named, ...(nowhere ? [{ areaId: null, name: null, ...nowhere }] : [])];
}

async function pointPiles({ columns, longitude, latitude, isOwn }: Rows, withPoint: number, turns: QualityWork['turns']): Promise<RowQuality['pointPiles']> {
  if (withPoint === 0) return null;
  const least = Math.max(leastPile, Math.ceil(withPoint * leastPileShare));
  const counts = new FingerprintCounts(withPoint / 4);
  let rows = 0;
  let places = 0;
  let largest = 0;
  for (let i = 0; i < columns.length; i++) {
    if (i % sliceLength === 0) await turns.pass();
    if (!isOwn(i) || Number.isNaN(longitude[i] as number)) continue;
    const count = counts.add(Math.round(((longitude[i] as number) + 180) * 1e5) * 18_000_001 + Math.round(((latitude[i] as number) + 90) * 1e5));
    if (count === least) {
      places++;
      rows += least;
    } else if (count > least) rows++;
    if (count > largest) largest = count;
  }
  return { rows, places, largest };
}
