import { PlaceWriter } from '../../areas/places.ts';
import { changeIncidents, IncidentWriter } from '../../incidents/incident-rows.ts';
import { type ContentValue, ContentWriter, contentColumns, contentTables, holdsContent } from '../content/content-rows.ts';
import { atOnce, type InTurns } from '../in-turns.ts';
import type { Connection } from '../project-file.ts';

type Reader = Pick<Connection, 'prepare'>;

interface IncomingIncident {
  row: number;
  place_key: number;
  offence: string;
  year: number | null;
  month: number | null;
  day: number | null;
  weekday: number | null;
  hour: number | null;
  longitude: number | null;
  latitude: number | null;
  count: number;
}

/** Offences that the incidents of a dataset name in another copy. */
export function offencesOfContent(other: Reader, datasetId: string): string[] {
  return other
    .prepare<[string], string>(
      `SELECT DISTINCT o.name FROM offence o JOIN incident i ON i.offence_key = o.key WHERE i.dataset_key = (SELECT key FROM dataset WHERE id = ?)`,
    )
    .pluck()
    .all(datasetId);
}

/**
 * Takes the content of a dataset over from another copy, after its row, areas and offences are here. Places are found again by the
 * areas' ids. True when the other copy holds the content.
 */
export function takeInContent(connection: Connection, other: Reader, datasetId: string): boolean {
  const key = connection.prepare<[string], number>('SELECT key FROM dataset WHERE id = ?').pluck().get(datasetId);
  if (key === undefined || !holdsContent(other, datasetId)) return false;
  const placeOf = placesOfContent(connection, other);
  takeInIncidents(connection, { other, datasetId, key, placeOf });
  takeInTables(connection, { other, datasetId, key, placeOf });
  return true;
}

interface Incoming {
  readonly other: Reader;
  readonly datasetId: string;
  /** The dataset's key here. */
  readonly key: number;
  readonly placeOf: (key: number) => number;
}

/** Figures and respondents: values as they are, places by ours. */
function takeInTables(connection: Connection, { other, datasetId, key, placeOf }: Incoming): void {
  for (const table of contentTables) {
    const place = contentColumns[table].indexOf('place_key');
    const rows = other
      .prepare<[string]>(
        `SELECT ${contentColumns[table].map((column) => `"${column}"`).join(', ')} FROM "${table}"
         WHERE dataset_key = (SELECT key FROM dataset WHERE id = ?) ORDER BY key`,
      )
      .raw();
    const writer = new ContentWriter(connection, table, key);
    for (const row of rows.iterate(datasetId) as IterableIterator<ContentValue[]>) {
      writer.add(row.map((value, index) => (index === place ? placeOf(Number(value)) : value)));
    }
    writer.end();
  }
}

function takeInIncidents(connection: Connection, { other, datasetId, key, placeOf }: Incoming): void {
  const count = other.prepare<[string], number>('SELECT count(*) FROM incident WHERE dataset_key = (SELECT key FROM dataset WHERE id = ?)').pluck();
  const added = count.get(datasetId) ?? 0;
  if (added === 0) return;
  const offenceOf = new Map(
    connection
      .prepare<[], { name: string; key: number }>('SELECT name, key FROM offence')
      .all()
      .map((row) => [row.name, row.key]),
  );
  const rows = other.prepare<[string], IncomingIncident>(
    `SELECT i.row, i.place_key, o.name AS offence, i.year, i.month, i.day, i.weekday, i.hour, i.longitude, i.latitude, i.count
     FROM incident i JOIN offence o ON o.key = i.offence_key WHERE i.dataset_key = (SELECT key FROM dataset WHERE id = ?) ORDER BY i.key`,
  );
  const write = function* (): InTurns<void> {
    const writer = new IncidentWriter(connection, key);
    for (const i of rows.iterate(datasetId)) {
      const offence = offenceOf.get(i.offence);
      if (offence === undefined) throw new Error(`no offence ${i.offence}`);
      writer.add(i.row, placeOf(i.place_key), offence, i.year, i.month, i.day, i.weekday, i.hour, i.longitude, i.latitude, i.count);
    }
    writer.end();
    yield;
  };
  atOnce(changeIncidents(connection, { added }, write));
}

/** Their place → ours, by the ids of the areas that its signature names, gone ones included. */
function placesOfContent(connection: Connection, other: Reader): (key: number) => number {
  const known = new Map<number, number>();
  const writer = new PlaceWriter(connection);
  const signature = other.prepare<[number], string>('SELECT signature FROM place WHERE key = ?').pluck();
  const areaId = other
    .prepare<[number, number], string>("SELECT id FROM area WHERE key = ? UNION ALL SELECT id FROM object WHERE type = 'area' AND local_key = ?")
    .pluck();
  const areaKey = connection
    .prepare<[string, string], number>(
      "SELECT key FROM area WHERE id = ? UNION ALL SELECT local_key FROM object WHERE type = 'area' AND id = ? AND local_key IS NOT NULL",
    )
    .pluck();
  return (key) => {
    const mine = known.get(key);
    if (mine !== undefined) return mine;
    const keys = (signature.get(key) ?? '')
      .split(' ')
      .filter((part) => part !== '')
      .flatMap((part) => areaId.get(Number(part), Number(part)) ?? [])
      .flatMap((id) => areaKey.get(id, id) ?? []);
    const place = writer.keyOf(keys);
    known.set(key, place);
    return place;
  };
}
