import type { Insertable, Selectable } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { given } from '#shared/domain/given.ts';
import { groupBy } from '#shared/domain/group-by.ts';
import { type Measure, type MeasureInput, measureInputSchema } from '#shared/domain/policy.ts';
import { fundingOf, gapOf, measureCost, yearsOf } from '#shared/methods/costing.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import type { MeasureTable } from '../project/schema.ts';
import { refuse } from '../refuse.ts';
import { forgetOwner } from '../stakeholders/roles/owner-role.ts';

type MeasureDraft = Partial<MeasureInput> & Pick<z.infer<typeof measureInputSchema>, 'objectiveId'>;

const emptyMeasure: Omit<MeasureInput, 'objectiveId'> = {
  title: '',
  description: '',
  approach: null,
  ownerId: null,
  partnerIds: [],
  areaIds: [],
  startYear: null,
  endYear: null,
  capitalCost: null,
  recurrentCostPerYear: null,
  contingencyPercent: 0,
  fundingOwn: null,
  fundingShared: null,
  fundingExternal: null,
  indicatorCode: null,
  indicatorText: '',
  baselineValue: null,
  baselineYear: null,
  targetValue: null,
  targetYear: null,
};

/** Every measure in the order of entry, with its years, cost, funding and gap computed. */
export function listMeasures(project: OpenProject): Measure[] {
  const partners = groupBy(project.all(sql.selectFrom('measure_partner').selectAll().orderBy('stakeholder_id')), (row) => row.measure_id);
  const areas = groupBy(project.all(sql.selectFrom('measure_area').selectAll().orderBy('area_id')), (row) => row.measure_id);
  return project.all(sql.selectFrom('measure').selectAll().orderBy('id')).map((row) => {
    const input = readMeasure(
      row,
      (partners.get(row.id) ?? []).map((partner) => partner.stakeholder_id),
      (areas.get(row.id) ?? []).map((area) => area.area_id),
    );
    return { id: row.id, ...input, ...costsOf(input) };
  });
}

/** Years, whole cost, funding and gap of a measure. */
export function costsOf(measure: MeasureInput): Pick<Measure, 'years' | 'totalCost' | 'funding' | 'gap'> {
  const years = yearsOf(measure.startYear, measure.endYear);
  const totalCost = measureCost({ ...measure, years });
  const funding = fundingOf([measure.fundingOwn, measure.fundingShared, measure.fundingExternal]);
  return { years, totalCost, funding, gap: gapOf(totalCost, funding) };
}

export function findMeasure(project: OpenProject, id: string): Measure {
  return listMeasures(project).find((measure) => measure.id === id) ?? refuse('object/not-found');
}

/** Adds a measure under its objective; what is not given stays empty. Returns its id. */
export function addMeasure(write: ChangeWriter, draft: MeasureDraft): string {
  const id = uuidv7();
  const input = { ...emptyMeasure, ...given(draft) };
  write.run(sql.insertInto('measure').values({ id, ...measureColumns(input) }));
  writeLinks(write, id, input);
  return id;
}

/** Writes a measure anew. A body that `before` owned it and does no longer loses the role that came with it. */
export function updateMeasure(write: ChangeWriter, id: string, input: MeasureInput, before: Pick<MeasureInput, 'ownerId'>): void {
  if (before.ownerId !== input.ownerId) forgetOwner(write, id, before.ownerId);
  write.run(sql.updateTable('measure').set(measureColumns(input)).where('id', '=', id));
  write.run(sql.deleteFrom('measure_partner').where('measure_id', '=', id));
  write.run(sql.deleteFrom('measure_area').where('measure_id', '=', id));
  writeLinks(write, id, input);
}

function writeLinks(write: ChangeWriter, id: string, input: MeasureInput): void {
  for (const partnerId of new Set(input.partnerIds)) write.run(sql.insertInto('measure_partner').values({ measure_id: id, stakeholder_id: partnerId }));
  for (const areaId of new Set(input.areaIds)) write.run(sql.insertInto('measure_area').values({ measure_id: id, area_id: areaId }));
}

function readMeasure(row: Selectable<MeasureTable>, partnerIds: string[], areaIds: string[]): MeasureInput {
  return measureInputSchema.parse({
    objectiveId: row.objective_id,
    title: row.title,
    description: row.description,
    approach: row.approach,
    ownerId: row.owner_id,
    partnerIds,
    areaIds,
    startYear: row.start_year,
    endYear: row.end_year,
    capitalCost: row.capital_cost,
    recurrentCostPerYear: row.recurrent_cost_per_year,
    contingencyPercent: row.contingency_percent,
    fundingOwn: row.funding_own,
    fundingShared: row.funding_shared,
    fundingExternal: row.funding_external,
    indicatorCode: row.indicator_code,
    indicatorText: row.indicator_text,
    baselineValue: row.baseline_value,
    baselineYear: row.baseline_year,
    targetValue: row.target_value,
    targetYear: row.target_year,
  });
}

function measureColumns(input: MeasureInput): Omit<Insertable<MeasureTable>, 'id'> {
  return {
    objective_id: input.objectiveId,
    title: input.title,
    description: input.description,
    approach: input.approach,
    owner_id: input.ownerId,
    start_year: input.startYear,
    end_year: input.endYear,
    capital_cost: input.capitalCost,
    recurrent_cost_per_year: input.recurrentCostPerYear,
    contingency_percent: input.contingencyPercent,
    funding_own: input.fundingOwn,
    funding_shared: input.fundingShared,
    funding_external: input.fundingExternal,
    indicator_code: input.indicatorCode,
    indicator_text: input.indicatorText,
    baseline_value: input.baselineValue,
    baseline_year: input.baselineYear,
    target_value: input.targetValue,
    target_year: input.targetYear,
  };
}
