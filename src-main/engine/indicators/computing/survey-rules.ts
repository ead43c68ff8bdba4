import { sql } from '../../project/open-project.ts';
import type { RuleAnswer, RuleContext } from './rule-context.ts';

/** Which question and which answers an indicator means only a person can say: they keep its estimate from the survey (`surveys.keep`). */
export function surveyShares({ project }: RuleContext): RuleAnswer {
  const survey = project.first(sql.selectFrom('dataset').select('key').where('kind', '=', 'survey'));
  return survey ? 'choose-question' : 'no-survey';
}
