import type { YearCost } from '../domain/plan-costs.ts';
import type { Measure, Objective } from '../domain/policy.ts';
import { roundMoney } from './costing.ts';

type Money = Pick<Measure, 'totalCost' | 'ownFunds' | 'sharedFunds' | 'externalFunds' | 'funding' | 'hasOwnCurrency' | 'costsByYear'>;

export interface BudgetSum {
  readonly measures: number;
  /** Measures whose cost is known and counted. */
  readonly costed: number;
  readonly cost: number;
  readonly own: number;
  readonly shared: number;
  readonly external: number;
  /** Of the measures whose cost is known: cost minus funding; negative = surplus. */
  readonly gap: number;
}

/** What can be summed: amounts in the city's currency. */
const summed = <M extends Money>(measures: readonly M[]): M[] => measures.filter(({ hasOwnCurrency }) => !hasOwnCurrency);

/** Cost, funding and gap of several measures together; those in other currencies are left out. */
export function budgetOf(measures: readonly Money[]): BudgetSum {
  const own = summed(measures);
  const costed = own.filter(({ totalCost }) => totalCost !== null);
  const sum = (list: readonly Money[], value: (measure: Money) => number | null) => roundMoney(list.reduce((total, one) => total + (value(one) ?? 0), 0));
  const cost = sum(costed, ({ totalCost }) => totalCost);
  return {
    measures: own.length,
    costed: costed.length,
    cost,
    own: sum(own, ({ ownFunds }) => ownFunds),
    shared: sum(own, ({ sharedFunds }) => sharedFunds),
    external: sum(own, ({ externalFunds }) => externalFunds),
    gap: roundMoney(cost - sum(costed, ({ funding }) => funding)),
  };
}

/** Budgets of groups of measures, in the order in which the groups are first met. */
export function budgetBy<M extends Money, Key>(measures: readonly M[], keyOf: (measure: M) => Key): { key: Key; sum: BudgetSum }[] {
  const groups = new Map<Key, M[]>();
  for (const measure of measures) groups.set(keyOf(measure), [...(groups.get(keyOf(measure)) ?? []), measure]);
  return [...groups].map(([key, own]) => ({ key, sum: budgetOf(own) }));
}

/** The plan's years, from the first to the last without a hole, then what is in no year yet. */
export function budgetByYear(measures: readonly Money[]): YearCost[] {
  const rows = summed(measures).flatMap(({ costsByYear }) => costsByYear);
  const years = rows.flatMap(({ year }) => (year === null ? [] : [year]));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const all: (number | null)[] = years.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index);
  if (rows.some(({ year }) => year === null)) all.push(null);
  return all.map((year) => {
    const own = rows.filter((row) => row.year === year);
    const sum = (field: Exclude<keyof YearCost, 'year'>) => roundMoney(own.reduce((total, row) => total + row[field], 0));
    return {
      ...{ year, capital: sum('capital'), recurrent: sum('recurrent'), contingency: sum('contingency'), total: sum('total') },
      ...{ own: sum('own'), shared: sum('shared'), external: sum('external') },
    };
  });
}

/** Whose money a measure needs: it can start with what is nearest. */
export const resourceKinds = ['own', 'shared', 'external', 'open', 'unknown'] as const;
export type ResourceKind = (typeof resourceKinds)[number];

/**
 * Local resources first: `own` = the city's own money covers it; `shared` = with its partners; `external` = money from outside completes it;
 * `open` = some is still to be found; `unknown` = its cost is not known.
 */
export function resourceKindOf({ totalCost, ownFunds, sharedFunds, externalFunds }: Money): ResourceKind {
  if (totalCost === null) return 'unknown';
  const covers = (funds: number) => funds >= totalCost - 0.005;
  if (covers(ownFunds ?? 0)) return 'own';
  if (covers((ownFunds ?? 0) + (sharedFunds ?? 0))) return 'shared';
  return covers((ownFunds ?? 0) + (sharedFunds ?? 0) + (externalFunds ?? 0)) ? 'external' : 'open';
}

export interface PriorityBudget {
  readonly priorityId: string;
  /** 1 = first; null while nothing was decided or voted. */
  readonly rank: number | null;
  readonly cost: number;
  /** Of the cost of all measures that answer a priority; null while nothing costs anything. */
  readonly share: number | null;
  /** Its place by cost, 1 = most money; ties share the mean of their places. */
  readonly budgetRank: number | null;
}

/**
 * The share of the budget that each priority gets, against its rank (methods section 12). An objective that answers several priorities gives each an
 * equal part of its measures' cost.
 */
export function budgetByPriority(
  ranks: readonly { readonly priorityId: string; readonly rank: number | null }[],
  objectives: readonly Pick<Objective, 'id' | 'priorityIds'>[],
  measures: readonly (Money & Pick<Measure, 'objectiveId'>)[],
): PriorityBudget[] {
  const listed = new Set(ranks.map(({ priorityId }) => priorityId));
  const costs = new Map<string, number>();
  for (const { totalCost, objectiveId } of summed(measures)) {
    const answered = (objectives.find(({ id }) => id === objectiveId)?.priorityIds ?? []).filter((id) => listed.has(id));
    for (const id of answered) costs.set(id, (costs.get(id) ?? 0) + (totalCost ?? 0) / answered.length);
  }
  const costOf = (id: string) => costs.get(id) ?? 0;
  const whole = [...costs.values()].reduce((sum, cost) => sum + cost, 0);
  const placeOf = (cost: number) => {
    const more = ranks.filter(({ priorityId }) => costOf(priorityId) > cost + 1e-9).length;
    const same = ranks.filter(({ priorityId }) => Math.abs(costOf(priorityId) - cost) <= 1e-9).length;
    return more + (same + 1) / 2;
  };
  return ranks.map(({ priorityId, rank }) => ({
    priorityId,
    rank,
    cost: roundMoney(costOf(priorityId)),
    share: whole > 0 ? costOf(priorityId) / whole : null,
    budgetRank: whole > 0 ? placeOf(costOf(priorityId)) : null,
  }));
}
