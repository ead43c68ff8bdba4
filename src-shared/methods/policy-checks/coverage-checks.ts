import type { PolicyCheck } from '../../domain/policy-checks.ts';
import { residentGroups } from '../../domain/stakeholders.ts';
import { check, ofPolicy, type PolicyPlan } from './policy-plan.ts';

/**
 * Groups and areas that findings name and no measure reaches. A measure reaches the groups it names; one that names none, those of the findings that its
 * objective rests on. It reaches the areas it names; one that names none, the whole city.
 */
export function coverageChecks(plan: PolicyPlan): PolicyCheck[] {
  return [...checkGroups(plan), ...checkAreas(plan)];
}

function checkGroups({ findings, objectives, measures }: PolicyPlan): PolicyCheck[] {
  const silent = new Set(measures.filter((measure) => measure.residentGroups.length === 0).map((measure) => measure.objectiveId));
  const answered = new Set(objectives.filter((objective) => silent.has(objective.id)).flatMap((objective) => objective.findingIds));
  const named = new Set(findings.flatMap((finding) => finding.groups));
  const covered = new Set([
    ...measures.flatMap((measure) => measure.residentGroups),
    ...findings.filter((finding) => answered.has(finding.id)).flatMap((finding) => finding.groups),
  ]);
  return residentGroups.flatMap((group) => check(named.has(group) && !covered.has(group), 'group-not-covered', ofPolicy(group)));
}

function checkAreas({ findings, measures, areas }: PolicyPlan): PolicyCheck[] {
  if (measures.length === 0 || measures.some((measure) => measure.areaIds.length === 0)) return [];
  const named = new Set(findings.flatMap((finding) => finding.areaIds));
  const covered = new Set(measures.flatMap((measure) => measure.areaIds));
  return areas.flatMap(({ id, name }) => check(named.has(id) && !covered.has(id), 'area-not-covered', ofPolicy(name)));
}
