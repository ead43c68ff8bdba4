import { v7 as uuidv7 } from 'uuid';
import { given } from '#shared/domain/given.ts';
import { type AttributeGrade, attributeGradeSchema, type PlanAttribute, planAttributes } from '#shared/domain/policy-checks.ts';
import { type ChangeWriter, type OpenProject, sql } from '../../project/open-project.ts';

/** Every attribute with what a person graded it; where copies brought several grades together, the one given last. */
export function readGrades(project: OpenProject): AttributeGrade[] {
  const rows = project.all(sql.selectFrom('attribute_grade').selectAll().orderBy('graded_on').orderBy('id'));
  const grades = new Map(rows.map((row) => [row.attribute, attributeGradeSchema.safeParse({ ...row, gradedOn: row.graded_on || null }).data]));
  return planAttributes.map((attribute) => grades.get(attribute) ?? { attribute, grade: null, reason: '', reviewer: '', gradedOn: null });
}

export function findGrade(project: OpenProject, attribute: PlanAttribute): AttributeGrade {
  return readGrades(project).find((grade) => grade.attribute === attribute) ?? { attribute, grade: null, reason: '', reviewer: '', gradedOn: null };
}

export function writeGrade(write: ChangeWriter, project: OpenProject, attribute: PlanAttribute, patch: Partial<AttributeGrade>): void {
  const { grade, reason, reviewer, gradedOn } = { ...findGrade(project, attribute), ...given(patch) };
  const columns = { grade, reason, reviewer, graded_on: grade === null ? (gradedOn ?? '') : (gradedOn ?? project.nowText().slice(0, 10)) };
  const last = project.all(sql.selectFrom('attribute_grade').select('id').where('attribute', '=', attribute).orderBy('graded_on').orderBy('id')).at(-1);
  if (last) write.run(sql.updateTable('attribute_grade').set(columns).where('id', '=', last.id));
  else write.run(sql.insertInto('attribute_grade').values({ id: uuidv7(), attribute, ...columns }));
}
