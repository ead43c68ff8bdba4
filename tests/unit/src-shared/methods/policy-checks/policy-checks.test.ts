import { describe, expect, test } from 'vitest';
import type { Finding } from '#shared/domain/findings.ts';
import type { Measure, Objective } from '#shared/domain/policy.ts';
import { type Marker, markerThemes, planAttributes, type SafeguardAnswer, safeguardQuestions } from '#shared/domain/policy-checks.ts';
import type { Priority } from '#shared/domain/priorities.ts';
import { approachShares } from '#shared/methods/policy-checks/approach-shares.ts';
import { policyChecks } from '#shared/methods/policy-checks/policy-checks.ts';
import type { PolicyPlan } from '#shared/methods/policy-checks/policy-plan.ts';

const finding: Finding = {
  ...{ id: 'f1', sentence: 'The market is unsafe after dark', areaIds: [], groups: ['women'], evidence: [], support: 'supported' },
  ...{ kind: 'problem', note: '', isRestricted: false, validations: [], withheldCount: 0 },
};
const aim = { indicatorCode: null, indicatorText: '', direction: null, baselineValue: null, targetValue: null, verification: '', budgetLine: '' } as const;
const objective: Objective = {
  ...{ id: 'o1', title: 'A market that is safe after dark', description: '', level: 'outcome', pillarId: null, ownerId: null, ...aim },
  ...{ baselineOn: '', targetOn: '', assumption: '', findingIds: ['f1'], priorityIds: ['p1'] },
};
const measure: Measure = {
  ...{ id: 'm1', objectiveId: 'o1', code: '', title: 'Light the market', description: '', approach: 'environmental', deliveryLevel: null, legalBasis: '' },
  ...{ ownerId: 's1', partnerIds: [], areaIds: [], residentGroups: [], startYear: 2026, endYear: 2028, startsOn: '', endsOn: '' },
  ...{ capitalCost: 100, recurrentCostPerYear: null, contingencyPercent: 0, currency: '', priceOn: '', costSource: '' },
  ...{ fundingOwn: 100, fundingShared: null, fundingExternal: null, output: '', activities: '' },
  ...aim,
  ...{ indicatorCode: 'LOC-07', baselineValue: 60, baselineYear: 2025, targetValue: 95, targetYear: 2028 },
  ...{ assumptions: '', risks: '', status: null, statusNote: '', statusOn: '', costLines: [], fundingLines: [] },
  ...{ years: 3, capitalTotal: 100, recurrentTotal: 0, contingency: 0, totalCost: 100, ownFunds: 100, sharedFunds: null, externalFunds: null },
  ...{ funding: 100, securedFunding: null, gap: 0, costsByYear: [], hasOwnCurrency: false },
};
const priority: Priority = { id: 'p1', title: 'Lighting', findingId: 'f1', isChosen: true, reason: '', description: '', decidedRank: 1 };
const marks = (measureId: string | null): Marker[] =>
  markerThemes.map((theme) => ({ measureId, theme, level: 0, reason: '', scale: 'four-levels', checkedBy: '', checkedOn: null }));
const answers: SafeguardAnswer[] = safeguardQuestions.map((question) => ({
  ...{ measureId: null, question, stage: 'planning', level: 'none', risk: '', mitigation: '', ownerId: null, checkedBy: '', answeredOn: null },
}));
const whole: PolicyPlan = {
  policy: { title: 'Safe streets', vision: 'Everyone walks home at night', startYear: 2026, endYear: 2030 },
  objectives: [objective],
  measures: [measure],
  findings: [finding],
  priorities: [priority],
  bodies: new Set(['s1']),
  roles: [{ measureId: 'm1', stakeholderId: 's1', role: 'A', confirmedOn: '2026-01-10' }],
  areas: [{ id: 'a1', name: 'Centro' }],
  markers: [...marks(null), ...marks('m1')],
  safeguards: answers,
  attributes: planAttributes.map((attribute) => ({ attribute, grade: 3 })),
  text: null,
};
const codes = (change: Partial<PolicyPlan>) => policyChecks({ ...whole, ...change }).map((check) => check.code);
const withMeasure = (change: Partial<Measure>) => codes({ measures: [{ ...measure, ...change }] });

describe('what a plan still lacks', () => {
  test('a whole plan lacks nothing', () => expect(codes({})).toEqual([]));
  test('an empty plan begins with its vision', () => {
    const policy = { title: '', vision: ' ', startYear: null, endYear: null };
    const empty = { ...whole, policy, objectives: [], measures: [], findings: [], priorities: [], markers: [], safeguards: [] };
    const about = { topic: 'plan', level: 'must', light: 'red', objectKind: 'policy', objectId: null, title: '', to: { path: '/policy', object: null } };
    expect(policyChecks(empty)).toEqual([
      { code: 'no-vision', ...about },
      { code: 'no-objectives', ...about },
    ]);
  });
  test('an objective needs a finding to rest on and a measure to act', () => {
    const lonely = { ...objective, id: 'o2', title: 'Alone', findingIds: [], priorityIds: [] };
    expect(codes({ objectives: [...whole.objectives, lonely] })).toEqual(['objective-without-measure', 'objective-without-finding']);
  });
  test('a finding nobody answers is advice; one without evidence under an objective is a must', () => {
    expect(policyChecks({ ...whole, findings: [finding, { ...finding, id: 'f2', groups: [] }] })).toMatchObject([
      { code: 'finding-without-objective', level: 'should' },
    ]);
    expect(policyChecks({ ...whole, findings: [{ ...finding, support: 'claim' }] })).toMatchObject([
      { code: 'measure-without-evidence', level: 'must', to: { path: '/policy', object: 'm1' } },
      { code: 'finding-is-claim', level: 'must', to: { path: '/profile/findings', object: 'f1' } },
    ]);
  });
  test('only a chosen priority asks for an objective', () => {
    const other = { ...priority, id: 'p2', title: 'Patrols', isChosen: false, decidedRank: null };
    expect(codes({ priorities: [...whole.priorities, other] })).toEqual([]);
    expect(codes({ priorities: [...whole.priorities, { ...other, isChosen: true }] })).toEqual(['priority-without-objective']);
  });
  test.each([
    [{ ownerId: null }, 'measure-without-owner'],
    [{ startYear: null }, 'measure-without-period'],
    [{ startYear: 2030 }, 'period-reversed'],
    [{ capitalCost: null }, 'measure-without-cost'],
    [{ approach: null }, 'approach-missing'],
    [{ gap: 40 }, 'measure-with-gap'],
    [{ indicatorCode: null }, 'measure-without-indicator'],
    [{ baselineValue: null }, 'target-without-baseline'],
    [{ ownerId: 'gone' }, 'owner-not-in-register'],
    [{ targetValue: null }, 'measure-without-target'],
  ] satisfies [Partial<Measure>, string][])('a measure with %o is told as %s', (change, code) => expect(withMeasure(change)).toEqual([code]));
  test('an indicator in the city’s own words is enough', () => expect(withMeasure({ indicatorCode: null, indicatorText: 'Lamps that work' })).toEqual([]));
  test('more funding than cost is no gap', () => expect(withMeasure({ gap: -5 })).toEqual([]));
  test('a policy whose end comes before its start', () => expect(codes({ policy: { ...whole.policy, endYear: 2020 } })).toEqual(['period-reversed']));
  test('a group that findings name but no measure reaches', () => {
    const children: Finding = { ...finding, id: 'f2', groups: ['children', 'women'] };
    expect(policyChecks({ ...whole, findings: [finding, children] }).filter((check) => check.code === 'group-not-covered')).toEqual([
      {
        ...{ code: 'group-not-covered', topic: 'coverage', level: 'should', light: 'amber', objectKind: 'policy', objectId: null, title: 'children' },
        to: { path: '/policy', object: null },
      },
    ]);
    expect(policyChecks({ ...whole, findings: [finding, children], measures: [{ ...measure, residentGroups: ['women', 'children'] }] })).toMatchObject([
      { code: 'finding-without-objective' },
    ]);
  });
  test('without money, neither its measure nor its priority is funded', () =>
    expect(withMeasure({ funding: null, gap: null })).toEqual(['priority-without-money', 'measure-without-funding']));
  test('an objective’s target needs a baseline too', () =>
    expect(codes({ objectives: [{ ...objective, targetValue: 5 }] })).toEqual(['target-without-baseline']));
  test('an owner who has not said yes', () => expect(codes({ roles: [] })).toEqual(['owner-not-confirmed']));
  test('an area that findings name and no measure reaches; a measure without areas reaches all of them', () => {
    const findings = [{ ...finding, areaIds: ['a1'] }];
    expect(codes({ findings })).toEqual([]);
    expect(codes({ findings, measures: [{ ...measure, areaIds: ['elsewhere'] }] })).toEqual(['area-not-covered']);
  });
  test('a finding that an objective answers without a measure', () => {
    const idle = { ...objective, id: 'o2', findingIds: ['f2'], priorityIds: [] };
    const found = [finding, { ...finding, id: 'f2' }];
    expect(codes({ objectives: [objective, idle], findings: found })).toEqual(['objective-without-measure', 'finding-without-measure']);
  });
});

describe('money against the order of priorities', () => {
  const second = { ...priority, id: 'p2', title: 'Patrols', decidedRank: 2 };
  const others = (cost: number, rank: number | null): Partial<PolicyPlan> => ({
    priorities: [priority, { ...second, decidedRank: rank }],
    objectives: [objective, { ...objective, id: 'o2', priorityIds: ['p2'] }],
    measures: [measure, { ...measure, id: 'm2', objectiveId: 'o2', totalCost: cost }],
    markers: [...whole.markers, ...marks('m2')],
    roles: [...whole.roles, { measureId: 'm2', stakeholderId: 's1', role: 'A', confirmedOn: '2026-01-10' }],
  });
  test('a later one may have up to twice as much', () => expect(codes(others(200, 2))).toEqual([]));
  test('more than twice is told of the earlier one', () =>
    expect(policyChecks({ ...whole, ...others(201, 2) })).toMatchObject([{ code: 'budget-against-rank', title: 'Lighting', objectId: 'p1' }]));
  test('without a decided order nothing is compared', () => expect(codes(others(900, null))).toEqual([]));
});

describe('what people judge', () => {
  test('a mark of level 0 is a mark; none is not', () => {
    expect(codes({ markers: [...marks(null), ...marks('m1').map((mark) => ({ ...mark, level: mark.theme === 'age' ? null : 2 }))] })).toEqual([
      'measure-without-markers',
    ]);
    expect(codes({ markers: marks('m1') })).toEqual(['policy-without-markers']);
  });
  test('every safeguard question wants an answer, and a risk what is done about it', () => {
    expect(policyChecks({ ...whole, safeguards: answers.slice(1) })).toMatchObject([{ code: 'safeguard-open', title: 'harm', light: 'red' }]);
    expect(
      codes({ safeguards: answers.map((answer) => ({ ...answer, level: 'serious' as const, mitigation: answer.question === 'harm' ? ' ' : 'We ask' })) }),
    ).toEqual(['safeguard-without-mitigation']);
  });
  test('a review that was begun asks all questions again', () =>
    expect(
      codes({ safeguards: [...answers, { ...(answers[0] as SafeguardAnswer), stage: 'review' }] }).filter((code) => code === 'safeguard-open'),
    ).toHaveLength(5));
  test('a quality that nobody judged, and one that is not in place', () => {
    const attributes = planAttributes.map((attribute, place) => ({ attribute, grade: place === 0 ? null : place === 1 ? 1 : 2 }));
    expect(policyChecks({ ...whole, attributes })).toMatchObject([
      { code: 'attribute-not-graded', title: 'municipal' },
      { code: 'attribute-weak', title: 'city-wide' },
    ]);
  });
  test('one approach for nearly everything', () => {
    const four = ['m1', 'm2', 'm3', 'm4'].map((id) => ({ ...measure, id }));
    const found = codes({ measures: four, markers: ['m1', 'm2', 'm3', 'm4'].flatMap(marks).concat(marks(null)) });
    expect(found).toContain('approaches-one-sided');
    expect(approachShares(four)).toContainEqual({ approach: 'environmental', measures: 4, cost: 400, measureShare: 1, costShare: 1 });
  });
});
