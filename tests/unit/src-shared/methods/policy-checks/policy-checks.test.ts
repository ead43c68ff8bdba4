import { describe, expect, test } from 'vitest';
import type { Finding } from '#shared/domain/findings.ts';
import type { Measure } from '#shared/domain/policy.ts';
import { type PolicyPlan, policyChecks } from '#shared/methods/policy-checks.ts';

const finding: Finding = { id: 'f1', sentence: 'The market is unsafe after dark', areaIds: [], groups: ['women'], evidence: [], support: 'supported' };
const measure: Measure = {
  id: 'm1',
  objectiveId: 'o1',
  title: 'Light the market',
  description: '',
  approach: null,
  ownerId: 's1',
  partnerIds: [],
  areaIds: [],
  startYear: 2026,
  endYear: 2028,
  capitalCost: 100,
  recurrentCostPerYear: null,
  contingencyPercent: 0,
  fundingOwn: 100,
  fundingShared: null,
  fundingExternal: null,
  indicatorCode: 'LOC-07',
  indicatorText: '',
  baselineValue: 60,
  baselineYear: 2025,
  targetValue: 95,
  targetYear: 2028,
  years: 3,
  totalCost: 100,
  funding: 100,
  gap: 0,
};
const whole: PolicyPlan = {
  policy: { title: 'Safe streets', vision: 'Everyone walks home at night', startYear: 2026, endYear: 2030 },
  objectives: [{ id: 'o1', title: 'A market that is safe after dark', findingIds: ['f1'], priorityIds: ['p1'] }],
  measures: [measure],
  findings: [finding],
  priorities: [{ id: 'p1', title: 'Lighting', findingId: 'f1', isChosen: true, reason: '' }],
};
const codes = (change: Partial<PolicyPlan>) => policyChecks({ ...whole, ...change }).map((check) => check.code);
const withMeasure = (change: Partial<Measure>) => codes({ measures: [{ ...measure, ...change }] });

describe('what a plan still lacks', () => {
  test('a whole plan lacks nothing', () => expect(codes({})).toEqual([]));
  test('an empty plan begins with its vision', () => {
    const empty = { policy: { title: '', vision: ' ', startYear: null, endYear: null }, objectives: [], measures: [], findings: [], priorities: [] };
    expect(policyChecks(empty)).toEqual([
      { code: 'no-vision', level: 'must', objectKind: 'policy', objectId: null, title: '' },
      { code: 'no-objectives', level: 'must', objectKind: 'policy', objectId: null, title: '' },
    ]);
  });
  test('an objective needs a finding to rest on and a measure to act', () => {
    const lonely = { id: 'o2', title: 'Alone', findingIds: [], priorityIds: [] };
    expect(codes({ objectives: [...whole.objectives, lonely] })).toEqual(['objective-without-finding', 'objective-without-measure']);
  });
  test('a finding nobody answers is advice; one without evidence under an objective is a must', () => {
    expect(policyChecks({ ...whole, findings: [finding, { ...finding, id: 'f2', groups: [] }] })).toMatchObject([
      { code: 'finding-without-objective', level: 'should' },
    ]);
    expect(policyChecks({ ...whole, findings: [{ ...finding, support: 'claim' }] })).toMatchObject([{ code: 'finding-is-claim', level: 'must' }]);
  });
  test('only a chosen priority asks for an objective', () => {
    const other = { id: 'p2', title: 'Patrols', findingId: null, isChosen: false, reason: '' };
    expect(codes({ priorities: [...whole.priorities, other] })).toEqual([]);
    expect(codes({ priorities: [...whole.priorities, { ...other, isChosen: true }] })).toEqual(['priority-without-objective']);
  });
  test.each([
    [{ ownerId: null }, 'measure-without-owner'],
    [{ startYear: null }, 'measure-without-period'],
    [{ startYear: 2030 }, 'period-reversed'],
    [{ capitalCost: null }, 'measure-without-cost'],
    [{ funding: null, gap: null }, 'measure-without-funding'],
    [{ gap: 40 }, 'measure-with-gap'],
    [{ indicatorCode: null }, 'measure-without-indicator'],
    [{ baselineValue: null }, 'measure-without-baseline'],
    [{ targetValue: null }, 'measure-without-target'],
  ] satisfies [Partial<Measure>, string][])('a measure with %o is told as %s', (change, code) => expect(withMeasure(change)).toEqual([code]));
  test('an indicator in the city’s own words is enough', () => expect(withMeasure({ indicatorCode: null, indicatorText: 'Lamps that work' })).toEqual([]));
  test('more funding than cost is no gap', () => expect(withMeasure({ gap: -5 })).toEqual([]));
  test('a policy whose end comes before its start', () => expect(codes({ policy: { ...whole.policy, endYear: 2020 } })).toEqual(['period-reversed']));
  test('a group that findings name but no measure reaches', () => {
    const children: Finding = { ...finding, id: 'f2', groups: ['children', 'women'] };
    expect(policyChecks({ ...whole, findings: [finding, children] }).filter((check) => check.code === 'group-not-covered')).toEqual([
      { code: 'group-not-covered', level: 'should', objectKind: 'policy', objectId: null, title: 'children' },
    ]);
  });
});
