import type { Selectable } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { given } from '#shared/domain/given.ts';
import { type Workshop, type WorkshopInput, workshopSchema } from '#shared/domain/workshops.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import type { WorkshopTable } from '../project/schema.ts';
import { refuse } from '../refuse.ts';

const emptyWorkshop: WorkshopInput = {
  title: '',
  kind: 'workshop',
  depth: 'rapid',
  place: '',
  startsOn: null,
  endsOn: null,
  purpose: '',
  note: '',
  smallestGroup: null,
  course: '',
};

/** The project's workshops, the newest first: by their first day, those without a day by when they were made. */
export function listWorkshops(project: OpenProject): Workshop[] {
  const rows = project.all(sql.selectFrom('workshop').selectAll().orderBy('made_at', 'desc').orderBy('id', 'desc'));
  return rows.map(readWorkshop).toSorted((one, other) => dayOf(other).localeCompare(dayOf(one)));
}

export function findWorkshop(project: OpenProject, id: string): Workshop {
  return readWorkshop(project.found(sql.selectFrom('workshop').selectAll().where('id', '=', id)));
}

/** Adds a workshop without sessions; what is not given stays empty. Returns its id. */
export function addWorkshop(write: ChangeWriter, input: Partial<WorkshopInput>, made: { at: string; template: string }): string {
  const id = uuidv7();
  write.run(sql.insertInto('workshop').values({ id, template: made.template, made_at: made.at, ...workshopColumns({ ...emptyWorkshop, ...given(input) }) }));
  return id;
}

/** Changes what the patch names. A workshop that would end before it begins is refused. */
export function updateWorkshop(write: ChangeWriter, before: Workshop, patch: Partial<WorkshopInput>): void {
  write.run(
    sql
      .updateTable('workshop')
      .set(workshopColumns({ ...before, ...given(patch) }))
      .where('id', '=', before.id),
  );
}

function workshopColumns(input: WorkshopInput) {
  const { title, kind, depth, place, startsOn, purpose, note, smallestGroup, course } = input;
  const endsOn = input.endsOn && startsOn && input.endsOn < startsOn ? refuse('workshop/ends-before-start') : input.endsOn;
  return { title, kind, depth, place, starts_on: startsOn, ends_on: endsOn, purpose, note, smallest_group: smallestGroup, course };
}

function readWorkshop(row: Selectable<WorkshopTable>): Workshop {
  return workshopSchema.parse({
    ...row,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    madeAt: row.made_at,
    smallestGroup: row.smallest_group,
  });
}

function dayOf(workshop: Workshop): string {
  return workshop.startsOn ?? workshop.madeAt;
}
