import type { ImportPreview } from '#shared/domain/imports.ts';
import { signatureOf } from '../../areas/places.ts';
import { incidentColumns, incidentPoints, noHour } from '../../incidents/incident-columns.ts';
import { sql } from '../../project/open-project.ts';
import { Fingerprint, FingerprintCounts } from '../fingerprints.ts';
import type { ImportWork } from '../kind-import.ts';
import type { ReadyIncidents } from './write-incidents.ts';

export interface KnownIncidents {
  readonly list: ImportPreview['knownIncidents'];
  /** 1 for each staged row that an earlier dataset holds already; null where there is none. */
  readonly isKnown: Uint8Array | null;
}

const sliceLength = 32_768;
const degreeScale = 1e5;
const none: KnownIncidents = { list: [], isKnown: null };

/**
 * Incidents that earlier datasets hold already: the same offence, day, hour, point (or place, where there is no point) and count. Two alike in the file
 * are known twice only when earlier datasets hold two. Costs some 20 bytes a row of the file, and nothing in a project without incidents.
 */
export async function findKnownIncidents({ project, turns, replaces }: ImportWork, ready: ReadyIncidents): Promise<KnownIncidents> {
  const datasets = project
    .all(sql.selectFrom('dataset').select(['key', 'id', 'file_name']).where('kind', '=', 'incidents').orderBy('key'))
    .filter(({ key }) => key !== replaces?.key);
  if (datasets.length === 0) return none;
  const fingerprintOf = stagedFingerprints(project, ready);
  const { staging, placing } = ready;
  const coming = new FingerprintCounts(staging.rows.length);
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (let i = 0; i < staging.rows.length; i++) {
    if (i % sliceLength === 0) await turns.pass();
    if (placing.placeOfRow.at(i) < 0) continue;
    const found = fingerprintOf(i);
    if (found === null) continue;
    coming.add(found.fingerprint);
    first = Math.min(first, found.moment);
    last = Math.max(last, found.moment);
  }
  if (last === 0) return none;
  const columns = incidentColumns(project);
  const points = incidentPoints(project);
  const counts = datasets.map(() => 0);
  const positions = new Map(datasets.map(({ key }, index) => [columns.datasetKeys.indexOf(key), index]));
  const fingerprint = new Fingerprint();
  for (let i = 0; i < columns.length; i++) {
    if (i % sliceLength === 0) await turns.pass();
    const moment = (columns.day[i] as number) || (columns.year[i] as number) * 10_000 + (columns.month[i] as number) * 100;
    const dataset = positions.get(columns.dataset[i] as number);
    if (dataset === undefined || moment < first || moment > last) continue;
    const hour = columns.hour[i] as number;
    const found = fill(
      fingerprint,
      columns.offence[i] as number,
      moment,
      hour,
      points.longitude[i] as number,
      points.latitude[i] as number,
      columns.place[i] as number,
      columns.count?.[i] ?? 1,
    );
    if (!coming.take(found)) continue;
    counts[dataset] = (counts[dataset] ?? 0) + 1;
  }
  const list = datasets.flatMap(({ id, file_name: fileName }, index) => {
    const count = counts[index] ?? 0;
    return count === 0 ? [] : [{ datasetId: id, fileName, count }];
  });
  if (list.length === 0) return none;
  const isKnown = new Uint8Array(staging.rows.length);
  for (let i = 0; i < staging.rows.length; i++) {
    if (i % sliceLength === 0) await turns.pass();
    if (placing.placeOfRow.at(i) < 0) continue;
    const found = fingerprintOf(i);
    // What is left over is new.
    if (found !== null && !coming.take(found.fingerprint)) isKnown[i] = 1;
  }
  return { list, isKnown };
}

/** Null for a row that no dataset can hold: its offence or its place is new, or it has no moment. */
function stagedFingerprints(project: ImportWork['project'], { staging, moments, placing, offences }: ReadyIncidents) {
  const find = project.reader.prepare<[string], number>('SELECT key FROM place WHERE signature = ?').pluck();
  const placeKeys = placing.places.map((keys) => find.get(signatureOf(keys)) ?? 0);
  const fingerprint = new Fingerprint();
  return (index: number): { fingerprint: number; moment: number } | null => {
    const offence = offences.offences[offences.indexOf[staging.offences.at(index)] ?? 0]?.key ?? null;
    const day = moments.days[staging.dates.at(index)] ?? null;
    const year = moments.years[staging.years.at(index)];
    const month = moments.months[staging.months.at(index)];
    const moment =
      day !== null && typeof day !== 'string' ? day.number : (typeof year === 'number' ? year : 0) * 10_000 + (typeof month === 'number' ? month : 0) * 100;
    const x = staging.longitudes.at(index);
    const place = placeKeys[placing.placeOfRow.at(index)] ?? 0;
    if (offence === null || moment === 0 || (Number.isNaN(x) && place === 0)) return null;
    const hour = moments.hours[staging.times.at(index)];
    const y = staging.latitudes.at(index);
    return { moment, fingerprint: fill(fingerprint, offence, moment, typeof hour === 'number' ? hour : noHour, x, y, place, staging.counts.at(index)) };
  };
}

function fill(
  fingerprint: Fingerprint,
  offence: number,
  moment: number,
  hour: number,
  longitude: number,
  latitude: number,
  place: number,
  count: number,
): number {
  fingerprint.start().number(offence).number(moment).number(hour).number(count);
  if (Number.isNaN(longitude)) return fingerprint.number(place).end();
  return fingerprint
    .number(Math.round((longitude + 180) * degreeScale))
    .number(Math.round((latitude + 90) * degreeScale))
    .end();
}
