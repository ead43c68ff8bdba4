import type { Insertable } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { given } from '#shared/domain/given.ts';
import { type FollowedPractice, type Practice, type PracticeInput, type PracticeLink, practiceInputSchema } from '#shared/domain/library.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import type { PracticeTable } from '../project/schema.ts';
import { refuse } from '../refuse.ts';
import { completePractice } from './complete-practice.ts';
import { shippedPractices } from './shipped-practices.ts';

const emptyPractice: PracticeInput = {
  ...{ title: '', city: '', country: '', startYear: null, endYear: null, scale: '', leadBody: '', partners: '', problem: '', residentGroups: [] },
  ...{
    approaches: [],
    placeTypes: [],
    steps: '',
    cost: null,
    currency: '',
    results: [],
    grade: '',
    source: '',
    transfer: '',
    mayBeShared: false,
    language: '',
  },
};

/** The project's own practices in the order of entry, then those that ship. */
export function listPractices(project: OpenProject, resourcesFolder: string, language: string): Practice[] {
  return [...listOwnPractices(project), ...shippedPractices(resourcesFolder, language)];
}

function listOwnPractices(project: OpenProject): Practice[] {
  return project.all(sql.selectFrom('practice').selectAll().orderBy('id')).map((row) =>
    completePractice(
      row.id,
      false,
      practiceInputSchema.parse({
        ...row,
        ...{ startYear: row.start_year, endYear: row.end_year, leadBody: row.lead_body, mayBeShared: row.may_be_shared === 1 },
        ...{ residentGroups: JSON.parse(row.resident_groups), approaches: JSON.parse(row.approaches) },
        ...{ placeTypes: JSON.parse(row.place_types), results: JSON.parse(row.results) },
      }),
    ),
  );
}

/** One of the project's own. */
export function findPractice(project: OpenProject, id: string): Practice {
  return listOwnPractices(project).find((practice) => practice.id === id) ?? refuse('object/not-found');
}

export function addPractice(write: ChangeWriter, input: Partial<PracticeInput>): string {
  const id = uuidv7();
  write.run(sql.insertInto('practice').values({ id, ...practiceColumns({ ...emptyPractice, ...given(input) }) }));
  return id;
}

export function practiceColumns(input: PracticeInput): Omit<Insertable<PracticeTable>, 'id'> {
  const { title, city, country, scale, partners, problem, steps, cost, currency, grade, source, transfer, language } = input;
  return {
    ...{ title, city, country, scale, partners, problem, steps, cost, currency, grade, source, transfer, language },
    ...{ start_year: input.startYear, end_year: input.endYear, lead_body: input.leadBody, may_be_shared: input.mayBeShared ? 1 : 0 },
    ...{ resident_groups: JSON.stringify(input.residentGroups), approaches: JSON.stringify(input.approaches) },
    ...{ place_types: JSON.stringify(input.placeTypes), results: JSON.stringify(input.results) },
  };
}

export function listPracticeLinks(project: OpenProject): PracticeLink[] {
  return project
    .all(sql.selectFrom('measure_practice').selectAll().orderBy('measure_id').orderBy('practice_id'))
    .map((row) => ({ measureId: row.measure_id, practiceId: row.practice_id, note: row.note }));
}

/** The practices that measures follow; own ones only where they may be shared. */
export function listFollowedPractices(project: OpenProject, resourcesFolder: string, language: string): FollowedPractice[] {
  const links = listPracticeLinks(project);
  return listPractices(project, resourcesFolder, language)
    .filter(({ mayBeShared }) => mayBeShared)
    .map((practice) => ({ practice, links: links.filter(({ practiceId }) => practiceId === practice.id) }))
    .filter((followed) => followed.links.length > 0);
}
