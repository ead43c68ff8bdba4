import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newestVersion } from '#main/engine/project/migrations/migrations.ts';
import { type ChangeWriter, OpenProject } from '#main/engine/project/open-project.ts';
import { prepareOnce } from '#main/engine/project/prepare-once.ts';
import { type Connection, openProjectFile } from '#main/engine/project/project-file.ts';
import { startEngine } from './engine-at-hand.ts';
import { type MadeUp, madeUp } from './made-up.ts';

/** How much a made project holds. */
export interface ProjectSize {
  readonly areas: number;
  /** Corners of each area's boundary. */
  readonly corners: number;
  readonly incidents: number;
  readonly datasets: number;
  /** Findings, their evidence, stakeholders, observations, measures: what people change. */
  readonly objects: number;
  /** Changes of one field each, after all that was there. */
  readonly changes: number;
}

const noSize: ProjectSize = { areas: 0, corners: 0, incidents: 0, datasets: 1, objects: 0, changes: 0 };

/**
 * A million incidents of five years, 4,500 areas as a cadastre draws them (6,400 corners; a borough of Mexico City has 1,000), 20,000 objects and
 * 100,000 changes: about a gigabyte. `share` makes all of it smaller.
 */
export const largeSize = (share = 1): ProjectSize => ({
  areas: Math.ceil(4_500 * share),
  corners: 6_400,
  incidents: Math.ceil(1_000_000 * share),
  datasets: 5,
  objects: Math.ceil(20_000 * share),
  changes: Math.ceil(100_000 * share),
});

/** Where projects are kept from run to run: making a gigabyte takes longer than measuring it. */
const shelf = join(tmpdir(), 'city-safety-bench-projects');

/** A project of the size given, made at the first time of asking. To be read or copied, never to be written to. */
export async function keptProject(size: ProjectSize): Promise<string> {
  const recipe = await readFile(new URL(import.meta.url));
  const name = createHash('sha256')
    .update(recipe)
    .update(JSON.stringify([size, newestVersion]))
    .digest('hex')
    .slice(0, 16);
  const path = join(shelf, `${name}.citysafety`);
  if (existsSync(path)) return path;
  mkdirSync(shelf, { recursive: true });
  const half = join(shelf, `${name}-half.citysafety`);
  rmSync(half, { force: true });
  await makeProject(half, size);
  renameSync(half, path);
  return path;
}

/** Makes a project through the engine's one door for changes, so that all of it has its history. */
export async function makeProject(path: string, size: Partial<ProjectSize>): Promise<void> {
  const whole = { ...noSize, ...size };
  const folder = `${path}.making`;
  const maker = startEngine(folder);
  await maker.client.project.create({ file: maker.engine.services.files.hand(path), city: { name: 'Puerto Grande', country: 'MX', languages: ['es'] } });
  maker.close();
  rmSync(folder, { recursive: true, force: true });
  const project = openHastily(path);
  const random = madeUp(1);
  makeAreas(project.open, whole, random);
  makeIncidents(project.open, whole, random);
  const ids = makeObjects(project.open, whole.objects, random);
  for (let i = 0; i < whole.changes; i += 1) changeOne(project.open, ids, random);
  project.open.close();
  flush(path);
}

/** The project in this process, without the file's promises: what is made here can be made again. */
export function openHastily(path: string): { open: OpenProject; connection: Connection } {
  const { connection } = openProjectFile(path);
  connection.pragma('synchronous = OFF');
  connection.pragma('journal_mode = MEMORY');
  return { open: new OpenProject({ path, connection, isReadOnly: false, now: () => new Date() }), connection };
}

function flush(path: string): void {
  const descriptor = openSync(path, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

type Row = Readonly<Record<string, string | number | null>>;

function insertInto({ connection }: ChangeWriter, table: string): (row: Row) => number {
  let statement: { run(...values: unknown[]): { lastInsertRowid: number | bigint } } | undefined;
  return (row) => {
    const columns = Object.keys(row);
    statement ??= connection.prepare<unknown[]>(`INSERT INTO "${table}" (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
    return Number(statement.run(...Object.values(row)).lastInsertRowid);
  };
}

const recipe = {
  ...{ format: 'csv', encoding: 'utf-8', delimiter: ',', decimalMark: '.', sheet: null, headerRow: 1, dateOrder: 'ymd', columns: {}, wide: null },
  ...{ keep: {}, constants: {}, layer: null, areaDecisions: {}, offenceGroups: {}, onlyKnownAreas: false },
};

const datasetRow = (id: string, kind: string, rows: number): Row => ({
  id,
  kind,
  file_name: `${kind}.csv`,
  sha256: id,
  imported_at: '2026-01-01T00:00:00.000Z',
  rows,
  imported: rows,
  source: 'Statistics office',
  licence: '',
  first_year: 2019,
  last_year: 2023,
  problem_counts: '[]',
  problems: '[]',
  recipe: JSON.stringify({ ...recipe, kind }),
});

/** As many at once as an import's memory holds well. */
const areasPerChange = 100;

function makeAreas(project: OpenProject, { areas, corners }: ProjectSize, random: MadeUp): void {
  let layer = 0;
  for (let first = 0; first < areas; first += areasPerChange) {
    project.change({ name: 'imports.areas', subjects: ['areas'] }, (write) => {
      layer ||= insertInto(write, 'area_layer')({ id: random.id(), name: 'Neighbourhoods', position: 0 });
      const dataset = insertInto(write, 'dataset')(datasetRow(random.id(), 'areas', areasPerChange));
      const [area, population] = [insertInto(write, 'area'), insertInto(write, 'population')];
      const [place, placeArea] = [insertInto(write, 'place'), insertInto(write, 'place_area')];
      for (let i = first; i < Math.min(areas, first + areasPerChange); i += 1) {
        const about = { layer_key: layer, name: `Barrio ${i}`, code: String(i), area_km2: 1.5, dataset_key: dataset };
        const key = area({ id: random.id(), ...about, boundary: boundaryOf(i, corners, random) });
        population({ area_key: key, year: 2020, sex: 'all', age_band: '', value: 800 + random.number(9_000), source: 'Census', dataset_key: dataset });
        const placeKey = place({ signature: String(key) });
        placeArea({ place_key: placeKey, layer_key: layer, area_key: key });
      }
    });
  }
}

/** A ring with the unrest of a surveyed line, in degrees with six digits. */
function boundaryOf(index: number, corners: number, random: MadeUp): string {
  const [x, y] = [-99 + (index % 70) / 100, 19 + Math.floor(index / 70) / 100];
  const points = Array.from({ length: corners }, (_, corner) => {
    const angle = (corner / corners) * 2 * Math.PI;
    const radius = 0.004 + random.number(400) / 1e6;
    return `[${(x + radius * Math.cos(angle)).toFixed(6)},${(y + radius * Math.sin(angle)).toFixed(6)}]`;
  });
  return `{"type":"Polygon","coordinates":[[${points.join(',')},${points[0]}]]}`;
}

const groups = ['violence', 'property', 'other', 'sexual', 'drugs'];

/** As the importer writes them: the dataset and its offences with history, the rows in bulk, the indexes built anew. */
function makeIncidents(project: OpenProject, { incidents, datasets }: ProjectSize, random: MadeUp): void {
  if (incidents === 0) return;
  const indexes = project.reader.prepare("SELECT name, sql FROM sqlite_schema WHERE tbl_name = 'incident' AND sql LIKE 'CREATE INDEX%'").all() as {
    name: string;
    sql: string;
  }[];
  const places = Number(project.reader.prepare('SELECT count(*) FROM place').pluck().get());
  for (let part = 0; part < datasets; part += 1) {
    project.change({ name: 'imports.incidents', subjects: ['datasets', 'incidents'] }, (write) => {
      const dataset = insertInto(write, 'dataset')(datasetRow(random.id(), 'incidents', incidents / datasets));
      if (part === 0) {
        for (const { name } of indexes) write.connection.exec(`DROP INDEX "${name}"`);
        const offence = insertInto(write, 'offence');
        for (let i = 0; i < 285; i += 1) offence({ id: random.id(), name: `Offence ${i}`, offence_group: groups[i % groups.length] ?? 'other' });
        if (places === 0) insertInto(write, 'place')({ signature: '' });
      }
      const incident = insertInto(write, 'incident');
      for (let row = 1; row <= incidents / datasets; row += 1) incident(incidentRow(dataset, row, 2019 + part, Math.max(1, places), random));
      if (part === datasets - 1) for (const { sql } of indexes) write.connection.exec(sql);
    });
  }
}

function incidentRow(dataset: number, row: number, year: number, places: number, random: MadeUp): Row {
  const [month, day] = [1 + random.number(12), 1 + random.number(28)];
  return {
    dataset_key: dataset,
    row,
    place_key: 1 + random.number(places),
    offence_key: 1 + random.number(285),
    year,
    month,
    day: year * 10_000 + month * 100 + day,
    weekday: 1 + random.number(7),
    hour: random.number(24),
    longitude: -99 + random.number(700_000) / 1e6,
    latitude: 19 + random.number(700_000) / 1e6,
    count: 1,
  };
}

/** What is changed afterwards: table, id, column. */
export interface Field {
  readonly table: string;
  readonly column: string;
  readonly id: string;
  readonly words: number;
}

/** Most of it values of indicators by area and year, then findings with their evidence, stakeholders, measures. Returns what people write into. */
export function makeObjects(project: OpenProject, objects: number, random: MadeUp): Field[] {
  const fields: Field[] = [];
  const count = (share: number) => Math.round(objects * share);
  project.change({ name: 'imports.indicators', subjects: ['indicators'] }, (write) => {
    const observation = insertInto(write, 'observation');
    for (let i = 0; i < count(0.7); i += 1) observation(observationRow(keep(fields, 'observation', 'note', 12, random), i, random));
  });
  project.change({ name: 'findings.add', subjects: ['findings', 'stakeholders', 'policy'] }, (write) => {
    const [finding, evidence] = [insertInto(write, 'finding'), insertInto(write, 'evidence')];
    for (let i = 0; i < count(0.02); i += 1) {
      const id = keep(fields, 'finding', 'sentence', 14, random);
      finding({ id, sentence: random.sentence(14), resident_groups: '["youth"]' });
      for (let item = 0; item < 9; item += 1) {
        const text = { kind: 'incidents', stance: 'for', text: random.sentence(40), source: 'Police', ref_id: null };
        evidence({ id: keep(fields, 'evidence', 'text', 40, random), finding_id: id, ...text });
      }
    }
    const stakeholder = insertInto(write, 'stakeholder');
    for (let i = 0; i < count(0.05); i += 1) {
      const id = keep(fields, 'stakeholder', 'note', 30, random);
      stakeholder({
        id,
        name: random.sentence(3),
        sector: 'community',
        kind: 'group',
        mandate: random.sentence(9),
        represents: '[]',
        note: random.sentence(30),
      });
    }
    const objective = random.id();
    insertInto(write, 'objective')({ id: objective, title: 'Safer nights' });
    const measure = insertInto(write, 'measure');
    for (let i = 0; i < count(0.05); i += 1) {
      const texts = { title: random.sentence(5), description: random.sentence(300), indicator_text: '' };
      measure({ id: keep(fields, 'measure', 'description', 300, random), objective_id: objective, ...texts });
    }
  });
  return fields;
}

function keep(fields: Field[], table: string, column: string, words: number, random: MadeUp): string {
  const id = random.id();
  fields.push({ table, column, id, words });
  return id;
}

function observationRow(id: string, index: number, random: MadeUp): Row {
  const from = { indicator_code: `own-${index % 40}`, area_id: null, year: 2015 + (index % 10), value: random.number(1000) / 10 };
  return { id, ...from, breakdown: '', source: 'Survey', quality: 'B', note: random.sentence(12), is_computed: 0, entered_at: '2026-01-01T00:00:00.000Z' };
}

/** One field gets another text, as a screen that saves what was typed does it. */
export function changeOne(project: OpenProject, fields: readonly Field[], random: MadeUp): void {
  const field = fields[random.number(fields.length)];
  if (!field) return;
  project.change({ name: `${field.table}s.update`, params: { name: 'A change', fields: field.column }, subjects: ['findings'] }, ({ connection }) => {
    prepareOnce(connection, `UPDATE "${field.table}" SET "${field.column}" = ? WHERE id = ?`).run(random.sentence(field.words), field.id);
  });
}
