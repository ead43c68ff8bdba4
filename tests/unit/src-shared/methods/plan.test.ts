import { describe, expect, test } from 'vitest';
import type { Measure, Objective } from '#shared/domain/policy.ts';
import { activityLines, logframeRows } from '#shared/methods/logframe.ts';
import { budgetByPriority, budgetByYear, budgetOf, resourceKindOf } from '#shared/methods/plan-budget.ts';
import { planNumbers, planTree } from '#shared/methods/plan-tree.ts';
import { measureMissing, objectiveMissing } from '#shared/methods/smart.ts';

const objective = (id: string, fields: Partial<Objective> = {}): Objective => ({
  ...{ id, title: `O ${id}`, description: '', level: 'outcome', pillarId: null, ownerId: null, indicatorCode: null, indicatorText: '', direction: null },
  ...{ baselineValue: null, baselineOn: '', targetValue: null, targetOn: '', budgetLine: '', verification: '', assumption: '' },
  ...{ findingIds: [], priorityIds: [], ...fields },
});
const money = { totalCost: null, ownFunds: null, sharedFunds: null, externalFunds: null, funding: null, hasOwnCurrency: false, costsByYear: [] };
// Only the fields that these methods read.
const measure = (id: string, objectiveId: string, fields: Partial<Measure> = {}) => ({ id, objectiveId, code: '', ...money, ...fields }) as Measure;

describe('what a goal needs', () => {
  test('an empty objective lacks everything; a date is asked for once its figure is there', () => {
    expect(objectiveMissing(objective('a', { title: ' ' }))).toEqual(['action', 'indicator', 'baseline', 'target', 'owner', 'budgetLine', 'assumption']);
    expect(objectiveMissing(objective('a', { indicatorText: 'Injuries', baselineValue: 58, targetValue: 43, targetOn: '2028' }))).toEqual([
      ...['baselineDate', 'owner', 'budgetLine', 'assumption'],
    ]);
  });
  test('zero is a figure', () => expect(objectiveMissing(objective('a', { baselineValue: 0 }))).not.toContain('baseline'));
  test('a measure has its dates as years', () => {
    const fields = { title: 'Lamps', indicatorCode: 'LOC-07', indicatorText: '', baselineValue: 82, baselineYear: 2025, targetValue: 92, targetYear: null };
    expect(measureMissing({ ...fields, ownerId: 'x', budgetLine: '', assumptions: 'Cable stays' })).toEqual(['targetDate', 'budgetLine']);
  });
});

describe('the plan as it is read', () => {
  const pillars = [
    { id: 'p1', title: 'Light', description: '' },
    { id: 'p2', title: 'Care', description: '' },
  ];
  const objectives = [objective('loose'), objective('care', { pillarId: 'p2' }), objective('light', { pillarId: 'p1' }), objective('all', { level: 'impact' })];
  const measures = [measure('m1', 'care'), measure('m2', 'care', { code: 'C-7' }), measure('m3', 'loose')];

  test('pillar by pillar, numbered through; own codes stay; what has no pillar comes last', () => {
    const tree = planTree(pillars, objectives, measures);
    expect(tree.impacts.map(({ id }) => id)).toEqual(['all']);
    expect(tree.branches.map((branch) => [branch.pillar?.id ?? null, branch.objectives.map(({ objective: own }) => own.id)])).toEqual([
      ['p1', ['light']],
      ['p2', ['care']],
      [null, ['loose']],
    ]);
    expect(Object.fromEntries(planNumbers(tree))).toEqual({ light: '1', care: '2', loose: '3', m1: '2.1', m2: 'C-7', m3: '3.1' });
  });
  test('the logframe goes from the change wanted down to the work', () => {
    const rows = logframeRows({ vision: 'Safe', pillars, objectives, measures });
    expect(rows.map((row) => `${row.level} ${row.number}`)).toEqual([
      ...['impact ', 'outcome 1', 'outcome 2', 'output 2.1', 'activity 2.1', 'output C-7', 'activity C-7', 'outcome 3', 'output 3.1', 'activity 3.1'],
    ]);
    expect(logframeRows({ vision: 'Safe', pillars: [], objectives: [], measures: [] })).toEqual([
      { level: 'impact', pillar: null, number: '', of: 'policy', text: 'Safe' },
    ]);
  });
  test('a measure under an impact is not lost', () => {
    const rows = logframeRows({ vision: '', pillars: [], objectives: [objective('all', { level: 'impact' })], measures: [measure('m', 'all')] });
    expect(rows.map(({ level }) => level)).toEqual(['impact', 'output', 'activity']);
  });
  test('activities are lines, whatever dashes they are written with', () =>
    expect(activityLines('- Train\n\n• Pay \nVisit')).toEqual(['Train', 'Pay', 'Visit']));
});

describe('the budget of the plan', () => {
  const year = (at: number | null, total: number) => ({ year: at, capital: total, recurrent: 0, contingency: 0, total, own: 0, shared: 0, external: 0 });
  test('sums what is known and in the city’s currency; a measure without cost adds no gap', () => {
    const sum = budgetOf([
      { ...money, totalCost: 100, ownFunds: 60, funding: 60 },
      { ...money, ownFunds: 30, funding: 30 },
      { ...money, totalCost: 999, hasOwnCurrency: true },
    ]);
    expect(sum).toEqual({ measures: 2, costed: 1, cost: 100, own: 90, shared: 0, external: 0, gap: 40 });
  });
  test('has every year between the first and the last, and what is in none', () => {
    const rows = budgetByYear([
      { ...money, costsByYear: [year(2026, 10), year(null, 5)] },
      { ...money, costsByYear: [year(2028, 20)] },
    ]);
    expect(rows.map((row) => [row.year, row.total])).toEqual([
      [2026, 10],
      [2027, 0],
      [2028, 20],
      [null, 5],
    ]);
    expect(budgetByYear([])).toEqual([]);
  });
  test('local resources first', () => {
    const kind = (ownFunds: number | null, sharedFunds: number | null, externalFunds: number | null) =>
      resourceKindOf({ ...money, totalCost: 100, ownFunds, sharedFunds, externalFunds });
    expect([kind(100, null, null), kind(60, 40, null), kind(60, 30, 10), kind(60, null, null), kind(null, null, null)]).toEqual([
      ...['own', 'shared', 'external', 'open', 'open'],
    ]);
    expect(resourceKindOf(money)).toBe('unknown');
  });
  test('what a priority gets against its rank; an objective with two priorities gives each half', () => {
    const ranks = ['a', 'b', 'c'].map((priorityId, index) => ({ priorityId, rank: index + 1 }));
    const rows = budgetByPriority(
      ranks,
      [objective('x', { priorityIds: ['a', 'b'] }), objective('y', { priorityIds: ['b'] })],
      [measure('m', 'x', { totalCost: 100 }), measure('n', 'y', { totalCost: 100 })],
    );
    expect(rows.map(({ cost, share, budgetRank }) => [cost, share, budgetRank])).toEqual([
      [50, 0.25, 2],
      [150, 0.75, 1],
      [0, 0, 3],
    ]);
    expect(budgetByPriority(ranks, [], [])[0]).toMatchObject({ share: null, budgetRank: null });
  });
});
