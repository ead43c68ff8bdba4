import { v7 as uuidv7 } from 'uuid';
import { type Factor, type FactorInput, factorSchema, type PrintedFactor } from '#shared/domain/factors.ts';
import { given } from '#shared/domain/given.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';

const emptyFactor: FactorInput = {
  ...{ level: 'community', direction: 'risk', text: '', changeable: '', grade: '', source: '', note: '', findingId: null, isRestricted: false },
};

/** Risk and protective factors in the order of entry. */
export function listFactors(project: OpenProject): Factor[] {
  return project
    .all(sql.selectFrom('factor').selectAll().orderBy('id'))
    .map((row) => factorSchema.parse({ ...row, findingId: row.finding_id, isRestricted: row.is_restricted === 1 }));
}

/** What may leave the project. */
export function listPrintedFactors(project: OpenProject): PrintedFactor[] {
  return listFactors(project).flatMap(({ isRestricted, ...factor }) => (isRestricted ? [] : [factor]));
}

export function findFactor(project: OpenProject, id: string): Factor {
  return listFactors(project).find((factor) => factor.id === id) ?? refuse('object/not-found');
}

export function addFactor(write: ChangeWriter, input: Partial<FactorInput>): string {
  const id = uuidv7();
  write.run(sql.insertInto('factor').values({ id, ...factorColumns({ ...emptyFactor, ...given(input) }) }));
  return id;
}

export function factorColumns({ level, direction, text, changeable, grade, source, note, findingId, isRestricted }: FactorInput) {
  return { level, direction, text, changeable, grade, source, note, finding_id: findingId, is_restricted: isRestricted ? 1 : 0 };
}
