import type { Policy } from '#shared/domain/policy.ts';
import { type OpenProject, sql } from '../project/open-project.ts';

/** Title, vision and period of the safety policy. */
export function readPolicy(project: OpenProject): Policy {
  const row = project.found(sql.selectFrom('project').select(['policy_title', 'policy_vision', 'policy_start_year', 'policy_end_year']));
  return { title: row.policy_title, vision: row.policy_vision, startYear: row.policy_start_year, endYear: row.policy_end_year };
}
