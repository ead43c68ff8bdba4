import type { PolicyCheck } from '#shared/domain/policy-checks.ts';
import { policyChecks } from '#shared/methods/policy-checks/policy-checks.ts';
import type { PolicyPlan } from '#shared/methods/policy-checks/policy-plan.ts';
import { listAreas, listLayers } from '../../areas/areas.ts';
import { listFindings } from '../../findings/findings.ts';
import { listPriorities } from '../../priorities/priorities.ts';
import type { OpenProject } from '../../project/open-project.ts';
import { listRoles } from '../../stakeholders/roles/roles.ts';
import { listStakeholders } from '../../stakeholders/stakeholders.ts';
import { listMeasures } from '../measures.ts';
import { listObjectives } from '../objectives.ts';
import { readPolicy } from '../policy.ts';
import { readGrades } from './attribute-grades.ts';
import { listMarkers } from './markers.ts';
import { listSafeguards } from './safeguards.ts';
import { checkText } from './text-check.ts';

/**
 * The plan as it stands, checked. With the folder of resources the words are looked at too, which takes longer; only advice comes of that, so that whoever
 * counts what must be there does without.
 */
export function checkPlan(project: OpenProject, resourcesFolder: string | null = null): PolicyCheck[] {
  return policyChecks(planOf(project, resourcesFolder));
}

function planOf(project: OpenProject, resourcesFolder: string | null): PolicyPlan {
  const [layer] = layersByUse(project);
  return {
    policy: readPolicy(project),
    objectives: listObjectives(project),
    measures: listMeasures(project),
    findings: listFindings(project),
    priorities: listPriorities(project),
    bodies: new Set(listStakeholders(project).map(({ id }) => id)),
    roles: listRoles(project),
    areas: layer ? listAreas(project, layer.id) : [],
    markers: listMarkers(project),
    safeguards: listSafeguards(project),
    attributes: readGrades(project),
    text: resourcesFolder === null ? null : checkText(project, resourcesFolder),
  };
}

/** The layer that the city counts by comes first. */
export function layersByUse(project: OpenProject) {
  return listLayers(project).toSorted((a, b) => Number(b.population !== null) - Number(a.population !== null));
}
