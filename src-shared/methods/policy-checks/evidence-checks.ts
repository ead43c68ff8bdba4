import type { PolicyCheck } from '../../domain/policy-checks.ts';
import { type CheckSubject, check, ofMeasure, ofObjective, type PolicyPlan } from './policy-plan.ts';

/** Whether what is wanted rests on something, and whether what was found is taken up. */
export function evidenceChecks({ objectives, measures, findings }: PolicyPlan): PolicyCheck[] {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const proven = new Set(objectives.filter(({ findingIds }) => findingIds.some((id) => (byId.get(id)?.support ?? 'claim') !== 'claim')).map(({ id }) => id));
  const answered = new Set(objectives.flatMap((objective) => objective.findingIds));
  const acting = new Set(measures.map((measure) => measure.objectiveId));
  const acted = new Set(objectives.filter(({ id }) => acting.has(id)).flatMap((objective) => objective.findingIds));
  return [
    ...objectives.flatMap((objective) => check(objective.findingIds.length === 0, 'objective-without-finding', ofObjective(objective))),
    ...measures.flatMap((measure) => check(!proven.has(measure.objectiveId), 'measure-without-evidence', ofMeasure(measure))),
    ...findings.flatMap((finding) => {
      const subject: CheckSubject = { objectKind: 'finding', objectId: finding.id, title: finding.sentence };
      return [
        ...check(!answered.has(finding.id), 'finding-without-objective', subject),
        ...check(answered.has(finding.id) && !acted.has(finding.id), 'finding-without-measure', subject),
        ...check(answered.has(finding.id) && finding.support === 'claim', 'finding-is-claim', subject),
      ];
    }),
  ];
}
