import { PlaceWriter } from '../../areas/places.ts';
import type { ChangeWriter } from '../../project/open-project.ts';
import type { Connection } from '../../project/project-file.ts';
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

/** Building an index anew is cheaper than filing rows into it one by one once this share of its rows is new. */
const rebuildShare = 0.25;

/** Inserts all usable rows inside a change. */
export function writeIncidents(write: ChangeWriter, datasetKey: number, ready: ReadyIncidents): void {
  const { staging } = ready;
  const before = write.connection.prepare<[], { count: number }>('SELECT count(*) AS count FROM incident').get()?.count ?? 0;
  const indexes = staging.rows.length > rebuildShare * (before + staging.rows.length) ? dropIndexes(write.connection) : [];
  insertRows(write, datasetKey, ready);
  for (const index of indexes) write.connection.exec(index);
}

/** Drops the indexes of the incidents; returns the statements that build them again. */
function dropIndexes(connection: Connection): string[] {
  const indexes = connection
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'incident' AND sql IS NOT NULL ORDER BY name",
    )
    .all();
  for (const { name } of indexes) connection.exec(`DROP INDEX "${name}"`);
  return indexes.map((index) => index.sql);
}

/** One statement takes many rows: the way into SQLite costs more than a row does. */
const rowsPerStatement = 32;
const columnCount = 11;

function insertStatement(connection: Connection, datasetKey: number, rows: number) {
  const row = `(${datasetKey}${', ?'.repeat(columnCount)})`;
  return connection.prepare<unknown[]>(
    `INSERT INTO incident (dataset_key, row, place_key, offence_key, year, month, day, weekday, hour, longitude, latitude, count)
     VALUES ${Array.from({ length: rows }, () => row).join(', ')}`,
  );
}

function insertRows(write: ChangeWriter, datasetKey: number, { staging, moments, placing, offences }: ReadyIncidents): void {
  const offenceKeyOf = offenceKeys(write, offences.offences);
  const placeWriter = new PlaceWriter(write.connection);
  const placeKeys = placing.places.map((keys) => placeWriter.keyOf(keys));
  const insertMany = insertStatement(write.connection, datasetKey, rowsPerStatement);
  const values: (number | null)[] = [];
  for (let i = 0; i < staging.rows.length; i++) {
    const place = placing.placeOfRow.at(i);
    if (place < 0) continue;
    const day = moments.days[staging.dates.at(i)];
    const isDay = day !== null && typeof day === 'object';
    const year = isDay ? day.year : moments.years[staging.years.at(i)];
    const month = isDay ? day.month : moments.months[staging.months.at(i)];
    const hour = moments.hours[staging.times.at(i)];
    const x = staging.longitudes.at(i);
    const hasPoint = !Number.isNaN(x);
    values.push(
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
    if (values.length < rowsPerStatement * columnCount) continue;
    insertMany.run(values);
    values.length = 0;
  }
  if (values.length > 0) insertStatement(write.connection, datasetKey, values.length / columnCount).run(values);
}
