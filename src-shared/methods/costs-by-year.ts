import type { FundingKind, YearCost } from '../domain/plan-costs.ts';
import { roundMoney, withContingency } from './costing.ts';

/** Months counted from year 0, both ends included. */
export interface MonthSpan {
  readonly first: number;
  readonly last: number;
}

/** What a sum is spread over: a year and its part of the whole. Parts sum to 1; year null = in no year yet. */
export type Spread = readonly { readonly year: number | null; readonly part: number }[];

/** From the month or year in which something starts to the one in which it ends; null while an end is missing or they are reversed. */
export function monthSpan(period: { startYear: number | null; endYear: number | null; startsOn?: string; endsOn?: string }): MonthSpan | null {
  const first = period.startsOn ? monthNumber(period.startsOn) : period.startYear === null ? null : period.startYear * 12;
  const last = period.endsOn ? monthNumber(period.endsOn) : period.endYear === null ? null : period.endYear * 12 + 11;
  return first === null || last === null || last < first ? null : { first, last };
}

export const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
export const monthText = (month: number): string => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

/** A span by its months in each calendar year. */
export function spreadOverMonths({ first, last }: MonthSpan): Spread {
  const months = last - first + 1;
  return yearsBetween(Math.floor(first / 12), Math.floor(last / 12)).map((year) => ({
    year,
    part: (Math.min(last, year * 12 + 11) - Math.max(first, year * 12) + 1) / months,
  }));
}

/** Evenly over whole years, both ends included. */
export function spreadOverYears(firstYear: number, lastYear: number): Spread {
  const years = yearsBetween(firstYear, lastYear);
  return years.map((year) => ({ year, part: 1 / years.length }));
}

const yearsBetween = (first: number, last: number): number[] => Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);

/** In no year yet. */
export const undated: Spread = [{ year: null, part: 1 }];

/** One amount and when it falls due; spread null = as the costs do. */
export interface DueAmount<Kind extends string> {
  readonly kind: Kind;
  readonly amount: number;
  readonly spread: Spread;
}

/**
 * What falls due in each year and who pays it. Each column is rounded so that its years sum to its whole to the hundredth: what rounding
 * leaves over is carried from year to year. Funding without years follows the costs.
 */
export function costsByYear(options: {
  costs: readonly DueAmount<'capital' | 'recurrent'>[];
  contingencyPercent: number;
  funding: readonly (Omit<DueAmount<FundingKind>, 'spread'> & { spread: Spread | null })[];
}): YearCost[] {
  const { costs, contingencyPercent, funding } = options;
  const whole = costs.reduce((sum, cost) => sum + cost.amount, 0);
  const asCosts: Spread =
    whole > 0 ? costs.flatMap(({ amount, spread }) => spread.map(({ year, part }) => ({ year, part: (part * amount) / whole }))) : undated;
  const dated = funding.map((source) => ({ ...source, spread: source.spread ?? asCosts }));
  const years = [...new Set([...costs, ...dated].flatMap(({ spread }) => spread.map(({ year }) => year)))].sort(
    (a, b) => (a ?? Number.MAX_SAFE_INTEGER) - (b ?? Number.MAX_SAFE_INTEGER),
  );
  const exactIn = (amounts: readonly DueAmount<string>[]) => years.map((year) => amounts.reduce((sum, due) => sum + partIn(due.spread, year) * due.amount, 0));
  const wholeOf = (amounts: readonly DueAmount<string>[]) => roundMoney(amounts.reduce((sum, { amount }) => sum + amount, 0));
  const column = (amounts: readonly DueAmount<string>[]) => carried(exactIn(amounts), wholeOf(amounts));
  const [bought, recurring] = [costs.filter(({ kind }) => kind === 'capital'), costs.filter(({ kind }) => kind === 'recurrent')];
  const [capital, recurrent] = [column(bought), column(recurring)];
  const base = roundMoney(wholeOf(bought) + wholeOf(recurring));
  const contingency = carried(
    exactIn(costs).map((amount) => (amount * contingencyPercent) / 100),
    roundMoney(withContingency(base, contingencyPercent) - base),
  );
  const [own, shared, external] = (['own', 'shared', 'external'] as const).map((kind) => column(dated.filter((source) => source.kind === kind)));
  const at = (values: readonly number[] | undefined, index: number) => values?.[index] ?? 0;
  return years.map((year, index) => ({
    year,
    capital: at(capital, index),
    recurrent: at(recurrent, index),
    contingency: at(contingency, index),
    total: roundMoney(at(capital, index) + at(recurrent, index) + at(contingency, index)),
    own: at(own, index),
    shared: at(shared, index),
    external: at(external, index),
  }));
}

const partIn = (spread: Spread, year: number | null): number => spread.reduce((sum, item) => (item.year === year ? sum + item.part : sum), 0);

/** Rounds amounts to hundredths so that they sum to `whole`. */
function carried(exact: readonly number[], whole: number): number[] {
  let sum = 0;
  let given = 0;
  return exact.map((value, index) => {
    sum += value;
    const upTo = index === exact.length - 1 ? whole : roundMoney(sum);
    const own = roundMoney(upTo - given);
    given = upTo;
    return own;
  });
}
