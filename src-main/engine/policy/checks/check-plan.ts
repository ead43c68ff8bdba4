import type { PolicyCheck } from '#shared/domain/policy.ts';
import { policyChecks } from '#shared/methods/policy-checks.ts';
import { listFindings } from '../findings/findings.ts';
import { listPriorities } from '../priorities/priorities.ts';
import type { OpenProject } from '../project/open-project.ts';
import { listMeasures } from './measures.ts';
import { listObjectives } from './objectives.ts';
import { readPolicy } from './policy.ts';

/** The plan as it stands, checked. */
export function checkPlan(project: OpenProject): PolicyCheck[] {
  return policyChecks({
    policy: readPolicy(project),
    objectives: listObjectives(project),
    measures: listMeasures(project),
    findings: listFindings(project),
    priorities: listPriorities(project),
  });
}
