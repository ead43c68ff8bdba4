import type { Selectable } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import {
  type Criterion,
  type CriterionInput,
  type CriterionScore,
  criterionKinds,
  criterionSourceSchema,
  offeredCriteria,
  type Swing,
} from '#shared/domain/criteria.ts';

import { offenceGroups } from '#shared/domain/incidents.ts';
import { oneOf } from '../ballots/stored.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import type { CriterionScoreTable, CriterionTable } from '../project/schema.ts';

const emptyCriterion: CriterionInput = {
  ...{ code: '', name: '', description: '', kind: 'judged', unit: '' },
  ...{ worst: null, best: null, source: { groups: [], ballotId: null } },
};

/** Criteria in their order. */
export function listCriteria(project: OpenProject): Criterion[] {
  return project.all(sql.selectFrom('criterion').selectAll().orderBy('position').orderBy('id')).map(readCriterion);
}

export function findCriterion(project: OpenProject, id: string): Criterion {
  return readCriterion(project.found(sql.selectFrom('criterion').selectAll().where('id', '=', id)));
}

function readCriterion(row: Selectable<CriterionTable>): Criterion {
  return {
    id: row.id,
    position: row.position,
    code: oneOf(['', ...offeredCriteria] as const, row.code, ''),
    name: row.name,
    description: row.description,
    kind: oneOf(criterionKinds, row.kind, 'judged'),
    unit: row.unit,
    worst: row.worst,
    best: row.best,
    source: criterionSourceSchema.parse(JSON.parse(row.source)),
  };
}

/** Adds a criterion at the end; what is not given stays empty. Returns its id. */
export function addCriterion(project: OpenProject, write: ChangeWriter, input: Partial<CriterionInput>): string {
  const id = uuidv7();
  const last = project.first(sql.selectFrom('criterion').select('position').orderBy('position', 'desc').limit(1))?.position ?? 0;
  write.run(sql.insertInto('criterion').values({ id, position: last + 1, ...criterionColumns({ ...emptyCriterion, ...input }) }));
  return id;
}

export function criterionColumns(input: CriterionInput) {
  const { code, name, description, kind, unit, worst, best } = input;
  return { code, name, description, kind, unit, worst, best, source: JSON.stringify(input.source) };
}

/** Judgements in the order in which they were first given. */
export function listScores(project: OpenProject): CriterionScore[] {
  return project.all(sql.selectFrom('criterion_score').selectAll().orderBy('id')).map(readScore);
}

function readScore(row: Selectable<CriterionScoreTable>): CriterionScore {
  return {
    id: row.id,
    criterionId: row.criterion_id,
    priorityId: row.priority_id,
    groupId: row.group_id,
    value: row.value,
    note: row.note,
    groups: countedGroups(row.source),
    ratedOn: row.rated_on,
  };
}

/** `source` of a judgement names offence groups only where the option's figure is counted with groups of its own. */
function countedGroups(source: string): CriterionScore['groups'] {
  if (source === '') return null;
  const groups: unknown = (JSON.parse(source) as { groups?: unknown }).groups;
  return Array.isArray(groups) ? offenceGroups.filter((group) => groups.includes(group)) : null;
}

export function listSwings(project: OpenProject): Swing[] {
  return project
    .all(sql.selectFrom('swing_weight').select(['criterion_id', 'group_id', 'swing']).orderBy('id'))
    .map((row) => ({ criterionId: row.criterion_id, groupId: row.group_id, swing: row.swing }));
}

interface ScorePlace {
  readonly criterionId: string;
  readonly priorityId: string;
  readonly groupId: string | null;
}

/** The row of one judgement, made where there is none yet. */
export function writeScore(
  project: OpenProject,
  write: ChangeWriter,
  place: ScorePlace,
  set: Partial<{ value: number | null; note: string; source: string; rated_on: string }>,
): void {
  const known = scoreIdAt(project, place);
  if (known) write.run(sql.updateTable('criterion_score').set(set).where('id', '=', known));
  else {
    const { criterionId, priorityId, groupId } = place;
    write.run(sql.insertInto('criterion_score').values({ id: uuidv7(), criterion_id: criterionId, priority_id: priorityId, group_id: groupId, ...set }));
  }
}

export function scoreIdAt(project: OpenProject, { criterionId, priorityId, groupId }: ScorePlace): string | undefined {
  return project.first(
    sql
      .selectFrom('criterion_score')
      .select('id')
      .where('criterion_id', '=', criterionId)
      .where('priority_id', '=', priorityId)
      .where('group_id', groupId === null ? 'is' : '=', groupId),
  )?.id;
}

export function writeSwing(project: OpenProject, write: ChangeWriter, { criterionId, groupId, swing }: Swing, day: string): void {
  const known = project.first(
    sql
      .selectFrom('swing_weight')
      .select('id')
      .where('criterion_id', '=', criterionId)
      .where('group_id', groupId === null ? 'is' : '=', groupId),
  );
  if (known && swing === null) write.run(sql.deleteFrom('swing_weight').where('id', '=', known.id));
  else if (known) write.run(sql.updateTable('swing_weight').set({ swing, rated_on: day }).where('id', '=', known.id));
  else if (swing !== null)
    write.run(sql.insertInto('swing_weight').values({ id: uuidv7(), criterion_id: criterionId, group_id: groupId, swing, rated_on: day }));
}
