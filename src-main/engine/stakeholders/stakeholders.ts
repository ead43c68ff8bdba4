import { v7 as uuidv7 } from 'uuid';
import { given } from '#shared/domain/given.ts';
import { groupBy } from '#shared/domain/group-by.ts';
import {
  residentGroups,
  type Stakeholder,
  type StakeholderGaps,
  type StakeholderInput,
  stakeholderInputSchema,
  stakeholderSectors,
} from '#shared/domain/stakeholders.ts';
import { median } from '#shared/methods/medians.ts';
import { gridPlaceOf } from '#shared/methods/power-interest.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import type { StakeholderTable } from '../project/schema.ts';
import { refuse } from '../refuse.ts';

const emptyStakeholder: StakeholderInput = { name: '', sector: 'other', kind: 'organisation', mandate: '', represents: [], note: '' };

/** Every stakeholder in the order of entry, with the medians of each rater's newest rating. */
export function listStakeholders(project: OpenProject): Stakeholder[] {
  const ratings = groupBy(project.all(sql.selectFrom('stakeholder_rating').selectAll().orderBy('rated_at').orderBy('id')), (rating) => rating.stakeholder_id);
  return project.all(sql.selectFrom('stakeholder').selectAll().orderBy('id')).map((row) => {
    const newest = new Map((ratings.get(row.id) ?? []).map((rating) => [rating.rater, rating]));
    const power = median([...newest.values()].flatMap((rating) => rating.power ?? []));
    const interest = median([...newest.values()].flatMap((rating) => rating.interest ?? []));
    return { ...readStakeholder(row), id: row.id, power, interest, raterCount: newest.size, gridPlace: gridPlaceOf(power, interest) };
  });
}

export function findStakeholder(project: OpenProject, id: string): Stakeholder {
  return listStakeholders(project).find((stakeholder) => stakeholder.id === id) ?? refuse('object/not-found');
}

/** Adds one body to the register; what is not given stays empty. Returns its id. */
export function addStakeholder(write: ChangeWriter, input: Partial<StakeholderInput>, origin?: { id: string; datasetKey: number }): string {
  const id = origin?.id ?? uuidv7();
  write.run(
    sql.insertInto('stakeholder').values({ id, dataset_key: origin?.datasetKey ?? null, ...stakeholderColumns({ ...emptyStakeholder, ...given(input) }) }),
  );
  return id;
}

export function stakeholderColumns(input: StakeholderInput): Pick<StakeholderTable, 'name' | 'sector' | 'kind' | 'mandate' | 'represents' | 'note'> {
  const { name, sector, kind, mandate, represents, note } = input;
  return { name, sector, kind, mandate, represents: JSON.stringify(represents), note };
}

function readStakeholder(row: ReturnType<typeof stakeholderColumns>): StakeholderInput {
  return stakeholderInputSchema.parse({ ...row, represents: JSON.parse(row.represents) });
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
