import type { Insertable, Selectable } from 'kysely';
import { type MeasureInput, measureInputSchema } from '#shared/domain/policy.ts';
import type { ResidentGroup } from '#shared/domain/stakeholders.ts';
import type { MeasureTable } from '../project/schema.ts';

export const emptyMeasure: Omit<MeasureInput, 'objectiveId'> = {
  ...{ code: '', title: '', description: '', approach: null, deliveryLevel: null, legalBasis: '' },
  ...{ ownerId: null, partnerIds: [], areaIds: [], residentGroups: [], startYear: null, endYear: null, startsOn: '', endsOn: '' },
  ...{ capitalCost: null, recurrentCostPerYear: null, contingencyPercent: 0, currency: '', priceOn: '', costSource: '' },
  ...{ fundingOwn: null, fundingShared: null, fundingExternal: null, budgetLine: '', output: '', activities: '' },
  ...{ indicatorCode: null, indicatorText: '', direction: null, baselineValue: null, baselineYear: null, targetValue: null, targetYear: null },
  ...{ verification: '', assumptions: '', risks: '', status: null, statusNote: '', statusOn: '' },
};

export function readMeasure(row: Selectable<MeasureTable>, links: { partnerIds: string[]; areaIds: string[]; residentGroups: ResidentGroup[] }): MeasureInput {
  return measureInputSchema.parse({
    ...links,
    objectiveId: row.objective_id,
    code: row.code,
    title: row.title,
    description: row.description,
    approach: row.approach,
    deliveryLevel: row.delivery_level || null,
    legalBasis: row.legal_basis,
    ownerId: row.owner_id,
    startYear: row.start_year,
    endYear: row.end_year,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    capitalCost: row.capital_cost,
    recurrentCostPerYear: row.recurrent_cost_per_year,
    contingencyPercent: row.contingency_percent,
    currency: row.currency,
    priceOn: row.price_on,
    costSource: row.cost_source,
    fundingOwn: row.funding_own,
    fundingShared: row.funding_shared,
    fundingExternal: row.funding_external,
    budgetLine: row.budget_line,
    output: row.output,
    activities: row.activities,
    indicatorCode: row.indicator_code,
    indicatorText: row.indicator_text,
    direction: row.direction || null,
    baselineValue: row.baseline_value,
    baselineYear: row.baseline_year,
    targetValue: row.target_value,
    targetYear: row.target_year,
    verification: row.verification,
    assumptions: row.assumptions,
    risks: row.risks,
    status: row.status || null,
    statusNote: row.status_note,
    statusOn: row.status_on,
  });
}

export function measureColumns(input: MeasureInput): Omit<Insertable<MeasureTable>, 'id' | 'position'> {
  return {
    objective_id: input.objectiveId,
    code: input.code,
    title: input.title,
    description: input.description,
    approach: input.approach,
    delivery_level: input.deliveryLevel ?? '',
    legal_basis: input.legalBasis,
    owner_id: input.ownerId,
    start_year: input.startYear,
    end_year: input.endYear,
    starts_on: input.startsOn,
    ends_on: input.endsOn,
    capital_cost: input.capitalCost,
    recurrent_cost_per_year: input.recurrentCostPerYear,
    contingency_percent: input.contingencyPercent,
    currency: input.currency,
    price_on: input.priceOn,
    cost_source: input.costSource,
    funding_own: input.fundingOwn,
    funding_shared: input.fundingShared,
    funding_external: input.fundingExternal,
    budget_line: input.budgetLine,
    output: input.output,
    activities: input.activities,
    indicator_code: input.indicatorCode,
    indicator_text: input.indicatorText,
    direction: input.direction ?? '',
    baseline_value: input.baselineValue,
    baseline_year: input.baselineYear,
    target_value: input.targetValue,
    target_year: input.targetYear,
    verification: input.verification,
    assumptions: input.assumptions,
    risks: input.risks,
    status: input.status ?? '',
    status_note: input.statusNote,
    status_on: input.statusOn,
  };
}

/**
 * A month and the year beside it say the same. A month that is given brings its year; a year that is given alone takes a month of another
 * year away.
 */
export function withYearsOfMonths(input: MeasureInput, patch: Partial<MeasureInput>): MeasureInput {
  const end = (month: string, year: number | null, isMonthGiven: boolean): [string, number | null] => {
    if (month === '') return ['', year];
    const own = Number(month.slice(0, 4));
    return isMonthGiven || own === year ? [month, own] : ['', year];
  };
  const [startsOn, startYear] = end(input.startsOn, input.startYear, patch.startsOn !== undefined);
  const [endsOn, endYear] = end(input.endsOn, input.endYear, patch.endsOn !== undefined);
  return { ...input, startsOn, startYear, endsOn, endYear };
}
