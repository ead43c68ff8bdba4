import { v7 as uuidv7 } from 'uuid';
import { type OutsideFactor, type OutsideFactorInput, outsideFactorSchema, type PrintedOutsideFactor } from '#shared/domain/factors.ts';
import { given } from '#shared/domain/given.ts';
import { weighOutside } from '#shared/methods/outside-factors.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';

const emptyFactor: OutsideFactorInput = {
  ...{ dimension: 'social', text: '', effect: '', horizon: '', impact: null, likelihood: null, source: '', findingId: null, isRestricted: false },
};

/** What comes from beyond the city, in the order of entry. */
export function listOutsideFactors(project: OpenProject): OutsideFactor[] {
  return project.all(sql.selectFrom('outside_factor').selectAll().orderBy('id')).map((row) => {
    const weight = weighOutside(row.impact, row.likelihood);
    return outsideFactorSchema.parse({
      ...row,
      ...{ findingId: row.finding_id, isRestricted: row.is_restricted === 1, score: weight?.score ?? null, band: weight?.band ?? null },
    });
  });
}

/** What may leave the project. */
export function listPrintedOutsideFactors(project: OpenProject): PrintedOutsideFactor[] {
  return listOutsideFactors(project).flatMap(({ isRestricted, ...factor }) => (isRestricted ? [] : [factor]));
}

export function findOutsideFactor(project: OpenProject, id: string): OutsideFactor {
  return listOutsideFactors(project).find((factor) => factor.id === id) ?? refuse('object/not-found');
}

export function addOutsideFactor(write: ChangeWriter, input: Partial<OutsideFactorInput>): string {
  const id = uuidv7();
  write.run(sql.insertInto('outside_factor').values({ id, ...outsideColumns({ ...emptyFactor, ...given(input) }) }));
  return id;
}

export function outsideColumns({ dimension, text, effect, horizon, impact, likelihood, source, findingId, isRestricted }: OutsideFactorInput) {
  return { dimension, text, effect, horizon, impact, likelihood, source, finding_id: findingId, is_restricted: isRestricted ? 1 : 0 };
}
