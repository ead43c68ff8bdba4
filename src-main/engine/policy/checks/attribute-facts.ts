import type { EvidenceKind } from '#shared/domain/findings.ts';
import type { AttributeFact, GradedAttribute, PlanAttribute } from '#shared/domain/policy-checks.ts';
import { residentGroups } from '#shared/domain/stakeholders.ts';
import { listAreas } from '../../areas/areas.ts';
import { listFindings } from '../../findings/findings.ts';
import { readCity } from '../../project/city.ts';
import type { OpenProject } from '../../project/open-project.ts';
import { listPartnerships } from '../../stakeholders/partnerships/partnerships.ts';
import { whoIsPresent } from '../../stakeholders/representation/who-is-present.ts';
import { listStakeholders } from '../../stakeholders/stakeholders.ts';
import { listMeasures } from '../measures.ts';
import { readPolicy } from '../policy.ts';
import { readGrades } from './attribute-grades.ts';
import { layersByUse } from './check-plan.ts';

/** Evidence that residents gave themselves. */
const fromResidents: ReadonlySet<EvidenceKind> = new Set<EvidenceKind>(['survey', 'walk', 'group-work']);

/** The five attributes with what the project shows of each; the grade is a person's. */
export function gradedAttributes(project: OpenProject): GradedAttribute[] {
  const facts = factsOf(project);
  return readGrades(project).map((grade) => ({ ...grade, facts: facts[grade.attribute] }));
}

function factsOf(project: OpenProject): Record<PlanAttribute, AttributeFact[]> {
  const measures = listMeasures(project);
  const bodies = new Map(listStakeholders(project).map((body) => [body.id, body]));
  const [layer] = layersByUse(project);
  const areas = layer ? listAreas(project, layer.id) : [];
  const city = readCity(project);
  const findings = listFindings(project);
  const owned = measures.flatMap(({ ownerId }) => bodies.get(ownerId ?? '') ?? []);
  const wholeCity = measures.filter(({ areaIds }) => areaIds.length === 0).length;
  const reached = new Set(measures.flatMap(({ areaIds }) => areaIds));
  const covered = wholeCity > 0 ? areas : areas.filter(({ id }) => reached.has(id));
  const missing = areas.filter((area) => !covered.includes(area));
  const inForce = listPartnerships(project).filter(({ status }) => status === 'signed' || status === 'active');
  const named = residentGroups.filter((group) => findings.some(({ groups }) => groups.includes(group)));
  const validated = findings.filter(({ validations }) => validations.length > 0).length;
  const sectors = [...new Set(owned.map(({ sector }) => sector))].sort();
  const used = [...new Set(measures.flatMap(({ approach }) => approach ?? []))];
  return {
    municipal: [
      fact('vision', readPolicy(project).vision.trim() === '' ? 0 : 1, null),
      fact('municipal-owners', owned.filter(({ sector }) => sector === 'municipality').length, measures.length),
      fact('team', city.team.length, null),
    ],
    'city-wide': [
      fact(
        'areas-covered',
        covered.length,
        areas.length,
        missing.map(({ name }) => name),
      ),
      fact('whole-city-measures', wholeCity, measures.length),
    ],
    partnerships: [
      fact('measures-with-partner', measures.filter(({ ownerId, partnerIds }) => partnerIds.some((id) => id !== ownerId)).length, measures.length),
      fact('partnerships', inForce.length, null),
    ],
    participation: [
      fact('people-present', whoIsPresent(project, null).length, null),
      fact('findings-from-residents', findings.filter(({ evidence }) => evidence.some(({ kind }) => fromResidents.has(kind))).length, findings.length),
      fact('findings-validated', validated, findings.length),
      fact('groups-covered', named.length, residentGroups.length, named),
    ],
    'multi-sectoral': [fact('sectors-owning', sectors.length, null, sectors), fact('approaches-used', used.length, 5, used)],
  };
}

function fact(code: AttributeFact['code'], value: number | null, of: number | null, names: readonly string[] = []): AttributeFact {
  return { code, value, of, names: [...names] };
}
