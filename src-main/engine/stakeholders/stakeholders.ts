import type { Selectable } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { given } from '#shared/domain/given.ts';
import { groupBy } from '#shared/domain/group-by.ts';
import {
  type Quadrant,
  quadrants,
  residentGroups,
  type Stakeholder,
  type StakeholderGaps,
  type StakeholderInput,
  stakeholderInputSchema,
  stakeholderSectors,
} from '#shared/domain/stakeholders.ts';
import { newestScores, standingOf } from '#shared/methods/standings.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import type { StakeholderTable } from '../project/schema.ts';
import { refuse } from '../refuse.ts';
import { type KeptRating, ownScores, readRatings } from './ratings.ts';

const emptyStakeholder: StakeholderInput = {
  name: '',
  sector: 'other',
  kind: 'organisation',
  mandate: '',
  represents: [],
  note: '',
  level: '',
  areaIds: [],
};

/** Every stakeholder in the order of entry, with where it stands by each rater's newest rating. */
export function listStakeholders(project: OpenProject): Stakeholder[] {
  const ratings = groupBy(readRatings(project), (rating) => rating.stakeholderId);
  const areas = groupBy(project.all(sql.selectFrom('stakeholder_area').selectAll().orderBy('area_id')), (row) => row.stakeholder_id);
  return project.all(sql.selectFrom('stakeholder').selectAll().orderBy('id')).map((row) =>
    stakeholderOf(
      row,
      (areas.get(row.id) ?? []).map(({ area_id }) => area_id),
      ratings.get(row.id) ?? [],
    ),
  );
}

export function findStakeholder(project: OpenProject, id: string): Stakeholder {
  const row = project.first(sql.selectFrom('stakeholder').selectAll().where('id', '=', id)) ?? refuse('object/not-found');
  const areas = project.all(sql.selectFrom('stakeholder_area').select('area_id').where('stakeholder_id', '=', id).orderBy('area_id'));
  return stakeholderOf(
    row,
    areas.map(({ area_id }) => area_id),
    readRatings(project, id),
  );
}

function stakeholderOf(row: Selectable<StakeholderTable>, areaIds: string[], ratings: readonly KeptRating[]): Stakeholder {
  const decidedPlace = readDecided(row);
  const standing = standingOf(row.id, newestScores(ratings).values(), decidedPlace);
  const [own] = newestScores(ownScores(ratings)).values();
  return {
    ...readStakeholder(row, areaIds),
    ...standing,
    power: standing.spread.power.median,
    interest: standing.spread.interest.median,
    own: own ?? null,
    decidedPlace,
    decidedReason: row.decided_reason,
  };
}

/** Adds one body to the register; what is not given stays empty. Returns its id. */
export function addStakeholder(write: ChangeWriter, input: Partial<StakeholderInput>, origin?: { id: string; datasetKey: number }): string {
  const id = origin?.id ?? uuidv7();
  const all = { ...emptyStakeholder, ...given(input) };
  write.run(sql.insertInto('stakeholder').values({ id, dataset_key: origin?.datasetKey ?? null, ...stakeholderColumns(all) }));
  writeAreas(write, id, all.areaIds);
  return id;
}

/** Writes everything that a person says about a body; `datasetKey` where a newer edition of its file says it. */
export function updateStakeholder(write: ChangeWriter, id: string, input: StakeholderInput, datasetKey?: number): void {
  const columns = { ...stakeholderColumns(input), ...(datasetKey === undefined ? {} : { dataset_key: datasetKey }) };
  write.run(sql.updateTable('stakeholder').set(columns).where('id', '=', id));
  write.run(sql.deleteFrom('stakeholder_area').where('stakeholder_id', '=', id));
  writeAreas(write, id, input.areaIds);
}

function writeAreas(write: ChangeWriter, id: string, areaIds: readonly string[]): void {
  for (const areaId of new Set(areaIds)) write.run(sql.insertInto('stakeholder_area').values({ stakeholder_id: id, area_id: areaId }));
}

type StakeholderColumns = Pick<Selectable<StakeholderTable>, 'name' | 'sector' | 'kind' | 'mandate' | 'represents' | 'note' | 'level'>;

function stakeholderColumns(input: StakeholderInput): StakeholderColumns {
  const { name, sector, kind, mandate, represents, note, level } = input;
  return { name, sector, kind, mandate, represents: JSON.stringify(represents), note, level };
}

function readStakeholder(row: StakeholderColumns, areaIds: string[]): StakeholderInput {
  return stakeholderInputSchema.parse({ ...row, represents: JSON.parse(row.represents), areaIds });
}

/** What the group decided; nothing where a later version decided something that is unknown here. */
export function readDecided(row: Pick<Selectable<StakeholderTable>, 'decided_place'>): Quadrant | '' {
  return quadrants.find((quadrant) => quadrant === row.decided_place) ?? '';
}

/** Who is missing from the register: sectors with no body in it, resident groups that nobody represents. */
export function stakeholderGaps(stakeholders: readonly Stakeholder[]): StakeholderGaps {
  const sectors = new Set(stakeholders.map((stakeholder) => stakeholder.sector));
  const groups = new Set(stakeholders.flatMap((stakeholder) => stakeholder.represents));
  return {
    sectors: stakeholderSectors.filter((sector) => sector !== 'other' && !sectors.has(sector)),
    groups: residentGroups.filter((group) => !groups.has(group)),
    unratedCount: stakeholders.filter((stakeholder) => stakeholder.gridPlace === 'not-rated').length,
  };
}
