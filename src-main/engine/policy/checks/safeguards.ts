import { v7 as uuidv7 } from 'uuid';
import { given } from '#shared/domain/given.ts';
import { type SafeguardAnswer, safeguardAnswerSchema } from '#shared/domain/policy-checks.ts';
import { type ChangeWriter, type OpenProject, sql } from '../../project/open-project.ts';

type SafeguardPlace = Pick<SafeguardAnswer, 'measureId' | 'question' | 'stage'>;

/** One answer to each question at each stage, of the policy or of a measure; where copies brought several together, the one given last. */
export function listSafeguards(project: OpenProject): SafeguardAnswer[] {
  const answers = project.all(sql.selectFrom('safeguard_answer').selectAll().orderBy('answered_on').orderBy('id')).map((row) =>
    safeguardAnswerSchema.parse({
      ...row,
      ...{ measureId: row.measure_id, ownerId: row.owner_id, checkedBy: row.checked_by },
      ...{ level: row.level || null, stage: row.stage || 'planning', answeredOn: row.answered_on || null },
    }),
  );
  return [...new Map(answers.map((answer) => [keyOf(answer), answer])).values()];
}

export function findSafeguard(project: OpenProject, place: SafeguardPlace): SafeguardAnswer {
  const known = listSafeguards(project).find((answer) => keyOf(answer) === keyOf(place));
  return known ?? { ...place, level: null, risk: '', mitigation: '', ownerId: null, checkedBy: '', answeredOn: null };
}

export function writeSafeguard(write: ChangeWriter, project: OpenProject, place: SafeguardPlace, patch: Partial<SafeguardAnswer>): void {
  const { measureId, question, stage, level, risk, mitigation, ownerId, checkedBy, answeredOn } = { ...findSafeguard(project, place), ...given(patch) };
  const rows = project.all(
    sql
      .selectFrom('safeguard_answer')
      .select('id')
      .where('question', '=', question)
      .where('stage', '=', stage)
      .where('measure_id', measureId === null ? 'is' : '=', measureId)
      .orderBy('answered_on')
      .orderBy('id'),
  );
  const columns = {
    ...{ level: level ?? '', risk, mitigation, owner_id: ownerId, checked_by: checkedBy },
    answered_on: level === null ? (answeredOn ?? '') : (answeredOn ?? project.nowText().slice(0, 10)),
  };
  const last = rows.at(-1);
  if (last) write.run(sql.updateTable('safeguard_answer').set(columns).where('id', '=', last.id));
  else write.run(sql.insertInto('safeguard_answer').values({ id: uuidv7(), measure_id: measureId, question, stage, ...columns }));
}

function keyOf({ measureId, question, stage }: SafeguardPlace): string {
  return `${measureId} ${question} ${stage}`;
}
