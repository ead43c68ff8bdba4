import { type CostLine, type CostLineInput, type FundingKind, type FundingLine, fundingKinds, type MeasureMoney } from '../domain/plan-costs.ts';
import type { MeasureInput } from '../domain/policy.ts';
import { fundingOf, gapOf, roundMoney, withContingency } from './costing.ts';
import { costsByYear, type DueAmount, type MonthSpan, monthSpan, type Spread, spreadOverMonths, spreadOverYears, undated } from './costs-by-year.ts';

type Priced = Pick<
  MeasureInput,
  | 'startYear'
  | 'endYear'
  | 'startsOn'
  | 'endsOn'
  | 'capitalCost'
  | 'recurrentCostPerYear'
  | 'contingencyPercent'
  | 'currency'
  | 'fundingOwn'
  | 'fundingShared'
  | 'fundingExternal'
>;
type Line = Pick<CostLineInput, 'kind' | 'unitCost' | 'quantity' | 'firstYear' | 'lastYear'>;
type FundingSource = Pick<FundingLine, 'kind' | 'amount' | 'firstYear' | 'lastYear' | 'status'>;
type CostKind = Line['kind'];

/**
 * Cost, funding and gap of a measure (methods section 12). Lines stand in place of the simple fields where there are any: unit cost × quantity ×
 * years. An amount that is not known makes the whole unknown: it is not a small one.
 */
export function measureMoney(measure: Priced, costLines: readonly Line[], fundingLines: readonly FundingSource[], cityCurrency: string): MeasureMoney {
  const span = monthSpan(measure);
  const costs = costLines.length > 0 ? costsOfLines(costLines, measure) : simpleCosts(measure, span);
  const known = costs.amounts;
  const sumOf = (kind: CostKind) => known && roundMoney(known.filter((due) => due.kind === kind).reduce((sum, { amount }) => sum + amount, 0));
  const base = known && known.length > 0 ? roundMoney((sumOf('capital') ?? 0) + (sumOf('recurrent') ?? 0)) : null;
  const totalCost = base === null ? null : withContingency(base, measure.contingencyPercent);
  const sources = fundingLines.length > 0 ? fundingLines : simpleFunding(measure);
  const fundsOf = (kind: FundingKind) => fundingOf(sources.filter((source) => source.kind === kind).map(({ amount }) => amount));
  const funding = fundingOf(sources.map(({ amount }) => amount));
  const hasStatus = fundingLines.some(({ status }) => status !== null);
  return {
    years: span && (span.last - span.first + 1) / 12,
    capitalTotal: costs.has.capital ? sumOf('capital') : null,
    recurrentTotal: costs.has.recurrent ? sumOf('recurrent') : null,
    contingency: base === null || totalCost === null ? null : roundMoney(totalCost - base),
    totalCost,
    ownFunds: fundsOf('own'),
    sharedFunds: fundsOf('shared'),
    externalFunds: fundsOf('external'),
    funding,
    securedFunding: hasStatus ? roundMoney(fundingLines.reduce((sum, { amount, status }) => sum + (status === 'secured' ? (amount ?? 0) : 0), 0)) : null,
    gap: gapOf(totalCost, funding),
    costsByYear:
      known === null || totalCost === null
        ? []
        : costsByYear({
            costs: known,
            contingencyPercent: measure.contingencyPercent,
            funding: sources.flatMap(({ kind, amount, firstYear, lastYear }) =>
              amount === null ? [] : [{ kind, amount, spread: yearsGiven(firstYear, lastYear) }],
            ),
          }),
    hasOwnCurrency: measure.currency !== '' && measure.currency !== cityCurrency,
  };
}

/** Years and amount of one line of cost. */
export function lineMoney(line: Line, measure: Priced): Pick<CostLine, 'years' | 'amount'> {
  const spread = spreadOf(line, measure);
  const years = line.kind === 'capital' ? 1 : (spread?.years ?? null);
  const amount = line.unitCost === null || line.quantity === null || years === null ? null : roundMoney(line.unitCost * line.quantity * years);
  return { years, amount };
}

interface Costs {
  /** Null while a part is not known. */
  readonly amounts: readonly DueAmount<CostKind>[] | null;
  readonly has: Readonly<Record<CostKind, boolean>>;
}

function costsOfLines(lines: readonly Line[], measure: Priced): Costs {
  const amounts = lines.map((line) => ({ kind: line.kind, amount: lineMoney(line, measure).amount, spread: spreadOf(line, measure)?.spread ?? undated }));
  const known = amounts.flatMap(({ amount, ...due }) => (amount === null ? [] : [{ ...due, amount }]));
  return { amounts: known.length === amounts.length ? known : null, has: { capital: true, recurrent: true } };
}

function simpleCosts(measure: Priced, span: MonthSpan | null): Costs {
  const { capitalCost, recurrentCostPerYear } = measure;
  const has = { capital: capitalCost !== null, recurrent: recurrentCostPerYear !== null };
  if (recurrentCostPerYear !== null && recurrentCostPerYear > 0 && span === null) return { amounts: null, has };
  const years = span ? (span.last - span.first + 1) / 12 : 0;
  return {
    has,
    amounts: [
      ...(capitalCost === null ? [] : [{ kind: 'capital' as const, amount: capitalCost, spread: firstYearOf(measure) }]),
      ...(recurrentCostPerYear === null
        ? []
        : [{ kind: 'recurrent' as const, amount: recurrentCostPerYear * years, spread: span ? spreadOverMonths(span) : undated }]),
    ],
  };
}

/** When a line falls due, and for what recurs the years that it is paid; null while that is not known. */
function spreadOf(line: Line, measure: Priced): { spread: Spread; years: number } | null {
  const given = yearsGiven(line.firstYear, line.lastYear);
  if (line.kind === 'capital') return { spread: given ?? firstYearOf(measure), years: 1 };
  const span = monthSpan(measure);
  if (line.firstYear === null && line.lastYear === null) return span && { spread: spreadOverMonths(span), years: (span.last - span.first + 1) / 12 };
  const first = line.firstYear ?? (span && Math.floor(span.first / 12));
  const last = line.lastYear ?? (span && Math.floor(span.last / 12));
  return first === null || last === null || last < first ? null : { spread: spreadOverYears(first, last), years: last - first + 1 };
}

/** What is bought once and has no year of its own is bought when the measure starts. */
function firstYearOf(measure: Priced): Spread {
  const year = measure.startsOn ? Number(measure.startsOn.slice(0, 4)) : measure.startYear;
  return year === null ? undated : [{ year, part: 1 }];
}

/** One year given alone is that year; reversed ones are none. */
function yearsGiven(firstYear: number | null, lastYear: number | null): Spread | null {
  const first = firstYear ?? lastYear;
  const last = lastYear ?? firstYear;
  return first === null || last === null || last < first ? null : spreadOverYears(first, last);
}

function simpleFunding(measure: Priced): FundingSource[] {
  const amounts: Record<FundingKind, number | null> = { own: measure.fundingOwn, shared: measure.fundingShared, external: measure.fundingExternal };
  return fundingKinds.map((kind) => ({ kind, amount: amounts[kind], firstYear: null, lastYear: null, status: null }));
}
