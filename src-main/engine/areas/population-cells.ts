import { v7 as uuidv7 } from 'uuid';
import type { PopulationAlternative, PopulationCell, PopulationEffect } from '#shared/domain/areas.ts';
import { queryIncidents } from '../incidents/incident-query.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';

const subjects = ['areas', 'incidents', 'indicators'] as const;

interface CellFigure {
  readonly value: number;
  readonly source: string;
  readonly isEstimate: boolean;
  readonly method: string;
  readonly choiceReason: string;
}

function keyOfArea(project: OpenProject, areaId: string): { key: number; name: string } {
  return project.found(sql.selectFrom('area').select(['key', 'name']).where('id', '=', areaId));
}

function cellRow(project: OpenProject, { areaId, year, sex, ageBand }: PopulationCell) {
  return project.first(
    sql
      .selectFrom('population as p')
      .innerJoin('area as a', 'a.key', 'p.area_key')
      .select(['p.key', 'p.value', 'p.source', 'p.is_estimate', 'p.method', 'p.dataset_key'])
      .where('a.id', '=', areaId)
      .where('p.sex', '=', sex)
      .where('p.age_band', '=', ageBand)
      .where('p.year', year === null ? 'is' : '=', year),
  );
}

function writeCell(write: ChangeWriter, project: OpenProject, cell: PopulationCell, figure: CellFigure | null): void {
  const before = cellRow(project, cell);
  if (before) write.run(sql.deleteFrom('population').where('key', '=', before.key));
  if (!figure) return;
  const { key } = keyOfArea(project, cell.areaId);
  write.run(
    sql.insertInto('population').values({
      ...{ area_key: key, year: cell.year, sex: cell.sex, age_band: cell.ageBand, value: figure.value, source: figure.source, dataset_key: null },
      ...{ is_estimate: figure.isEstimate ? 1 : 0, method: figure.method, choice_reason: figure.choiceReason },
    }),
  );
}

/** Sets or takes away one cell of an area's population table. */
export function setPopulationCell(project: OpenProject, cell: PopulationCell, figure: { value: number; source: string } | null): void {
  const { name } = keyOfArea(project, cell.areaId);
  const params = { name, value: figure?.value ?? '', year: cell.year ?? '' };
  project.change({ name: 'areas.setPopulation', params, subjects }, (write) =>
    writeCell(write, project, cell, figure && { ...figure, isEstimate: false, method: '', choiceReason: '' }),
  );
}

export function listAlternatives(project: OpenProject, areaId?: string): PopulationAlternative[] {
  const rows = sql.selectFrom('population_alternative').selectAll().orderBy('id');
  return project.all(areaId === undefined ? rows : rows.where('area_id', '=', areaId)).map(readAlternative);
}

type AlternativeRow = { id: string; area_id: string; year: number | null; sex: string; age_band: string; value: number } & {
  source: string;
  is_estimate: number;
  method: string;
  note: string;
};

function readAlternative(row: AlternativeRow): PopulationAlternative {
  const { id, year, value, source, method, note } = row;
  return {
    id,
    areaId: row.area_id,
    year,
    sex: row.sex as PopulationCell['sex'],
    ageBand: row.age_band,
    value,
    source,
    isEstimate: row.is_estimate === 1,
    method,
    note,
  };
}

function findAlternative(project: OpenProject, id: string): PopulationAlternative {
  return readAlternative(project.found(sql.selectFrom('population_alternative').selectAll().where('id', '=', id)));
}

/** Keeps what another source says beside the figure that counts. */
export function addAlternative(project: OpenProject, input: PopulationCell & { value: number; source: string; note: string }): PopulationAlternative {
  const { name } = keyOfArea(project, input.areaId);
  const id = uuidv7();
  project.change({ name: 'areas.addAlternative', params: { name, value: input.value }, subjects: ['areas'] }, (write) =>
    insertAlternative(write, { ...input, id, isEstimate: false, method: '' }, null),
  );
  return findAlternative(project, id);
}

/** For imports and choices: one figure of another source. */
export function insertAlternative(write: ChangeWriter, figure: PopulationAlternative, datasetId: string | null): void {
  const { id, areaId, year, sex, ageBand, value, source, isEstimate, method, note } = figure;
  write.run(
    sql.insertInto('population_alternative').values({
      ...{ id, area_id: areaId, year, sex, age_band: ageBand, value, source, is_estimate: isEstimate ? 1 : 0, method, note, dataset_id: datasetId },
    }),
  );
}

/** The figure and the one that counts until now change places; the reason stays with the one that counts. */
export function chooseAlternative(project: OpenProject, id: string, reason: string): void {
  const { name } = keyOfArea(project, findAlternative(project, id).areaId);
  project.change({ name: 'areas.chooseAlternative', params: { name }, subjects }, (write) => swap(write, project, id, reason));
}

function swap(write: ChangeWriter, project: OpenProject, id: string, reason: string): void {
  const chosen = findAlternative(project, id);
  const before = cellRow(project, chosen);
  write.run(sql.deleteFrom('population_alternative').where('id', '=', id));
  writeCell(write, project, chosen, { ...chosen, choiceReason: reason });
  if (!before) return;
  const { value, source, is_estimate, method } = before;
  insertAlternative(write, { ...chosen, id: uuidv7(), value, source, isEstimate: is_estimate === 1, method, note: '' }, null);
}

export function removeAlternative(project: OpenProject, id: string): void {
  const { name } = keyOfArea(project, findAlternative(project, id).areaId);
  project.change({ name: 'areas.removeAlternative', params: { name }, subjects: ['areas'] }, (write) => {
    write.run(sql.deleteFrom('population_alternative').where('id', '=', id));
  });
}

/** Tries the choice, looks at the rates, and takes it back: the headline before and after stand side by side before anybody decides. */
export function alternativeEffect(project: OpenProject, id: string): PopulationEffect {
  const { areaId } = findAlternative(project, id);
  const before = ratesNow(project, areaId);
  const after = project.rehearse(
    { name: 'areas.chooseAlternative', params: {}, subjects },
    (write) => swap(write, project, id, ''),
    () => ratesNow(project, areaId, true),
  );
  return {
    area: { count: before.area.count, before: rated(before.area), after: rated(after.area) },
    city: { count: before.city.count, before: rated(before.city), after: rated(after.city) },
  };
}

type Rated = ReturnType<typeof queryIncidents>[number];
const nothing: Rated = { count: 0, population: null, rate: null, low: null, high: null };

function ratesNow(project: OpenProject, areaId: string, isRehearsal = false): { area: Rated; city: Rated } {
  const { id: layerId } = project.found(
    sql.selectFrom('area_layer as l').innerJoin('area as a', 'a.layer_key', 'l.key').select('l.id').where('a.id', '=', areaId),
  );
  const options = { isFresh: isRehearsal };
  const [area = nothing] = queryIncidents(project, { by: [], where: { areaIds: [areaId] }, layerId }, options);
  const [city = nothing] = queryIncidents(project, { by: [], where: {}, layerId }, options);
  return { area, city };
}

function rated({ population, rate, low, high }: Rated) {
  return { population, rate, low, high };
}
