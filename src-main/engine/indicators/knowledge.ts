import { type IndicatorKnowledge, knowledgeAnswerSchema } from '#shared/domain/indicators.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import type { IndicatorKnowledgeTable } from '../project/schema.ts';

/** What is known about knowing the indicators, where somebody answered something. */
export function listKnowledge(project: OpenProject): IndicatorKnowledge[] {
  return project.all(sql.selectFrom('indicator_knowledge').selectAll().orderBy('indicator_code')).map(readKnowledge);
}

/** Nothing answered yet is «unknown» everywhere. */
export function findKnowledge(project: OpenProject, indicatorCode: string): IndicatorKnowledge {
  const row = project.first(sql.selectFrom('indicator_knowledge').selectAll().where('indicator_code', '=', indicatorCode));
  return row
    ? readKnowledge(row)
    : {
        indicatorCode,
        doesExist: 'unknown',
        holder: '',
        isUpdated: 'unknown',
        updateRhythm: '',
        mayBeShared: 'unknown',
        isUsed: 'unknown',
        note: '',
      };
}

function readKnowledge(row: IndicatorKnowledgeTable): IndicatorKnowledge {
  const answer = (text: string) => knowledgeAnswerSchema.safeParse(text).data ?? 'unknown';
  return {
    indicatorCode: row.indicator_code,
    doesExist: answer(row.does_exist),
    holder: row.holder,
    isUpdated: answer(row.is_updated),
    updateRhythm: row.update_rhythm,
    mayBeShared: answer(row.may_be_shared),
    isUsed: answer(row.is_used),
    note: row.note,
  };
}

export function writeKnowledge(write: ChangeWriter, knowledge: IndicatorKnowledge): void {
  const values = {
    does_exist: knowledge.doesExist,
    holder: knowledge.holder,
    is_updated: knowledge.isUpdated,
    update_rhythm: knowledge.updateRhythm,
    may_be_shared: knowledge.mayBeShared,
    is_used: knowledge.isUsed,
    note: knowledge.note,
  };
  write.run(
    sql
      .insertInto('indicator_knowledge')
      .values({ indicator_code: knowledge.indicatorCode, ...values })
      .onConflict((conflict) => conflict.column('indicator_code').doUpdateSet(values)),
  );
}
