import { PlaceWriter } from '../../areas/places.ts';
import { changeIncidents, IncidentWriter } from '../../incidents/incident-rows.ts';
import type { InTurns } from '../../project/in-turns.ts';
import type { ChangeWriter } from '../../project/open-project.ts';
import type { Moments } from './moments.ts';
import { offenceKeys, type StagedOffences } from './offences.ts';
import type { Placing } from './placing.ts';
import type { IncidentStaging } from './staging.ts';

/** Everything an incident file came down to. */
export interface ReadyIncidents {
  readonly staging: IncidentStaging;
  readonly moments: Moments;
  readonly placing: Placing;
  readonly offences: StagedOffences;
}

/** Inserts all usable rows inside a change. */
export function writeIncidents(write: ChangeWriter, datasetKey: number, ready: ReadyIncidents): InTurns<void> {
  return changeIncidents(write.connection, { added: ready.staging.rows.length }, () => insertRows(write, datasetKey, ready));
}

/** Rows that are looked at in one turn. */
const rowsPerTurn = 4_096;

function* insertRows(write: ChangeWriter, datasetKey: number, { staging, moments, placing, offences }: ReadyIncidents): InTurns<void> {
  const offenceKeyOf = offenceKeys(write, offences.offences);
  const placeWriter = new PlaceWriter(write.connection);
  const placeKeys = placing.places.map((keys) => placeWriter.keyOf(keys));
  const writer = new IncidentWriter(write.connection, datasetKey);
  for (let i = 0; i < staging.rows.length; i++) {
    if (i % rowsPerTurn === 0) yield { step: 'writing', done: i, total: staging.rows.length };
    const place = placing.placeOfRow.at(i);
    if (place < 0) continue;
    const day = moments.days[staging.dates.at(i)];
    const isDay = day !== null && typeof day === 'object';
    const year = isDay ? day.year : moments.years[staging.years.at(i)];
    const month = isDay ? day.month : moments.months[staging.months.at(i)];
    const hour = moments.hours[staging.times.at(i)];
    const x = staging.longitudes.at(i);
    const hasPoint = !Number.isNaN(x);
    writer.add(
      staging.rows.at(i),
      placeKeys[place] ?? 0,
      offenceKeyOf(offences.indexOf[staging.offences.at(i)] ?? 0),
      typeof year === 'number' ? year : null,
      typeof month === 'number' ? month : null,
      isDay ? day.number : null,
      isDay ? day.weekday : null,
      typeof hour === 'number' ? hour : null,
      hasPoint ? x : null,
      hasPoint ? staging.latitudes.at(i) : null,
      staging.counts.at(i),
    );
  }
  writer.end();
}
