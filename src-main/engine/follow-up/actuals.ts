import type { Selectable } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { type Actual, type ActualInput, actualSchema } from '#shared/domain/follow-up.ts';
import { given } from '#shared/domain/given.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import type { ActualValueTable } from '../project/schema.ts';
import { refuse } from '../refuse.ts';

const emptyActual: Omit<ActualInput, 'measuredOn'> = { objectiveId: null, measureId: null, value: null, source: '', quality: null, explanation: '' };

/** Typed values, the oldest first. */
export function listActuals(project: OpenProject): Actual[] {
  return project.all(sql.selectFrom('actual_value').selectAll().orderBy('measured_on').orderBy('id')).map(readActual);
}

export function findActual(project: OpenProject, id: string): Actual {
  return readActual(project.found(sql.selectFrom('actual_value').selectAll().where('id', '=', id)));
}

/** The title of the objective or measure that a value is of; refused where it is of none, or of both. */
export function titleOfFollowed(project: OpenProject, { objectiveId, measureId }: Pick<ActualInput, 'objectiveId' | 'measureId'>): string {
  if ((objectiveId === null) === (measureId === null)) refuse('object/not-found');
  const row = objectiveId
    ? project.found(sql.selectFrom('objective').select('title').where('id', '=', objectiveId))
    : project.found(
        sql
          .selectFrom('measure')
          .select('title')
          .where('id', '=', measureId ?? ''),
      );
  return row.title;
}

export function addActual(write: ChangeWriter, project: OpenProject, draft: Partial<ActualInput> & Pick<ActualInput, 'measuredOn'>): string {
  const id = uuidv7();
  const { objectiveId, measureId, ...input } = { ...emptyActual, ...given(draft) };
  write.run(
    sql.insertInto('actual_value').values({ id, objective_id: objectiveId, measure_id: measureId, ...actualColumns(input), entered_at: project.nowText() }),
  );
  return id;
}

export function updateActual(write: ChangeWriter, before: Actual, patch: Partial<ActualInput>): void {
  write.run(
    sql
      .updateTable('actual_value')
      .set(actualColumns({ ...before, ...given(patch) }))
      .where('id', '=', before.id),
  );
}

function actualColumns({ measuredOn, value, source, quality, explanation }: Omit<ActualInput, 'objectiveId' | 'measureId'>) {
  return { measured_on: measuredOn, value, source, quality: quality ?? '', explanation };
}

function readActual(row: Selectable<ActualValueTable>): Actual {
  return actualSchema.parse({
    ...row,
    objectiveId: row.objective_id,
    measureId: row.measure_id,
    measuredOn: row.measured_on,
    quality: row.quality === '' ? null : row.quality,
    enteredAt: row.entered_at,
  });
}
