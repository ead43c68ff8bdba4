import type { Finding } from '../../domain/findings.ts';
import type { Measure, Objective, Policy } from '../../domain/policy.ts';
import {
  type CheckCode,
  checkKinds,
  type GradedAttribute,
  type Marker,
  type PolicyCheck,
  type SafeguardAnswer,
  type TextCheck,
} from '../../domain/policy-checks.ts';
import type { Priority } from '../../domain/priorities.ts';
import type { MeasureRole } from '../../domain/roles.ts';

/** A policy with everything that it should hang together with. */
export interface PolicyPlan {
  readonly policy: Policy;
  readonly objectives: readonly Objective[];
  readonly measures: readonly Measure[];
  readonly findings: readonly Finding[];
  readonly priorities: readonly Priority[];
  /** Ids of the bodies of the register. */
  readonly bodies: ReadonlySet<string>;
  readonly roles: readonly MeasureRole[];
  /** Areas of the layer that the city counts by. */
  readonly areas: readonly { readonly id: string; readonly name: string }[];
  readonly markers: readonly Marker[];
  readonly safeguards: readonly SafeguardAnswer[];
  readonly attributes: readonly Pick<GradedAttribute, 'attribute' | 'grade'>[];
  /** Null where the words are not looked at. */
  readonly text: TextCheck | null;
}

export type CheckSubject = Pick<PolicyCheck, 'objectKind' | 'objectId' | 'title'>;

const screens: Readonly<Record<PolicyCheck['objectKind'], string>> = {
  policy: '/policy',
  objective: '/policy',
  measure: '/policy',
  finding: '/profile/findings',
  priority: '/priorities',
  section: '/policy/text',
};

/** Codes that are put right elsewhere than where their object is. */
const ownScreens: Readonly<Partial<Record<CheckCode, string>>> = {
  'owner-not-confirmed': '/stakeholders/roles',
  'attribute-not-graded': '/policy/checks',
  'attribute-weak': '/policy/checks',
  'policy-without-markers': '/policy/checks',
  'measure-without-markers': '/policy/checks',
  'safeguard-open': '/policy/checks',
  'safeguard-without-mitigation': '/policy/checks',
  'approaches-one-sided': '/policy/checks',
};

/** One check that does not hold, or none where it does. */
export function check(isMissing: boolean, code: CheckCode, subject: CheckSubject): PolicyCheck[] {
  if (!isMissing) return [];
  const [topic, level] = checkKinds[code];
  const to = { path: ownScreens[code] ?? screens[subject.objectKind], object: subject.objectId };
  return [{ code, topic, level, light: level === 'must' ? 'red' : 'amber', ...subject, to }];
}

export const ofPolicy = (title = ''): CheckSubject => ({ objectKind: 'policy', objectId: null, title });
export const ofMeasure = ({ id, title }: Pick<Measure, 'id' | 'title'>): CheckSubject => ({ objectKind: 'measure', objectId: id, title });
export const ofObjective = ({ id, title }: Pick<Objective, 'id' | 'title'>): CheckSubject => ({ objectKind: 'objective', objectId: id, title });
