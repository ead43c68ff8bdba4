import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { given } from '#shared/domain/given.ts';
import { groupBy } from '#shared/domain/group-by.ts';
import type { Measure, MeasureInput, measureInputSchema } from '#shared/domain/policy.ts';
import { type ResidentGroup, residentGroups } from '#shared/domain/stakeholders.ts';
import { lineMoney, measureMoney } from '#shared/methods/measure-money.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import { forgetOwner } from '../stakeholders/roles/owner-role.ts';
import { costLinesByMeasure } from './cost-lines.ts';
import { fundingLinesByMeasure } from './funding-lines.ts';
import { emptyMeasure, measureColumns, readMeasure, withYearsOfMonths } from './measure-columns.ts';
import { nextPosition } from './positions.ts';

type MeasureDraft = Partial<MeasureInput> & Pick<z.infer<typeof measureInputSchema>, 'objectiveId'>;

/** Every measure in its order, with its lines, years, cost, funding and gap computed. */
export function listMeasures(project: OpenProject): Measure[] {
  const partners = groupBy(project.all(sql.selectFrom('measure_partner').selectAll().orderBy('stakeholder_id')), (row) => row.measure_id);
  const areas = groupBy(project.all(sql.selectFrom('measure_area').selectAll().orderBy('area_id')), (row) => row.measure_id);
  const groups = groupBy(project.all(sql.selectFrom('measure_resident_group').selectAll()), (row) => row.measure_id);
  const costs = costLinesByMeasure(project);
  const funds = fundingLinesByMeasure(project);
  const { currency } = project.found(sql.selectFrom('project').select('currency'));
  return project.all(sql.selectFrom('measure').selectAll().orderBy('position').orderBy('id')).map((row) => {
    const served = new Set<string>((groups.get(row.id) ?? []).map((group) => group.resident_group));
    const input = readMeasure(row, {
      partnerIds: (partners.get(row.id) ?? []).map((partner) => partner.stakeholder_id),
      areaIds: (areas.get(row.id) ?? []).map((area) => area.area_id),
      residentGroups: residentGroups.filter((group): group is ResidentGroup => served.has(group)),
    });
    const costLines = (costs.get(row.id) ?? []).map((line) => ({ ...line, ...lineMoney(line, input) }));
    const fundingLines = funds.get(row.id) ?? [];
    return { id: row.id, ...input, costLines, fundingLines, ...measureMoney(input, costLines, fundingLines, currency) };
  });
}

export function findMeasure(project: OpenProject, id: string): Measure {
  return listMeasures(project).find((measure) => measure.id === id) ?? refuse('object/not-found');
}

/** Adds a measure under its objective, after the others; what is not given stays empty. Returns its id. */
export function addMeasure(write: ChangeWriter, draft: MeasureDraft): string {
  const id = uuidv7();
  const patch = given(draft);
  const input = withYearsOfMonths({ ...emptyMeasure, ...patch }, patch);
  write.run(sql.insertInto('measure').values({ id, position: nextPosition(write, 'measure'), ...measureColumns(input) }));
  writeLinks(write, id, input);
  return id;
}

/** Writes what a patch says of a measure. A body that owned it and does no longer loses the role that came with it. */
export function updateMeasure(write: ChangeWriter, before: Measure, patch: Partial<MeasureInput>): void {
  const { id } = before;
  const after = withYearsOfMonths({ ...before, ...patch }, patch);
  if (before.ownerId !== after.ownerId) forgetOwner(write, id, before.ownerId);
  write.run(sql.updateTable('measure').set(measureColumns(after)).where('id', '=', id));
  write.run(sql.deleteFrom('measure_partner').where('measure_id', '=', id));
  write.run(sql.deleteFrom('measure_area').where('measure_id', '=', id));
  write.run(sql.deleteFrom('measure_resident_group').where('measure_id', '=', id));
  writeLinks(write, id, after);
}

function writeLinks(write: ChangeWriter, id: string, input: MeasureInput): void {
  for (const partnerId of new Set(input.partnerIds)) write.run(sql.insertInto('measure_partner').values({ measure_id: id, stakeholder_id: partnerId }));
  for (const areaId of new Set(input.areaIds)) write.run(sql.insertInto('measure_area').values({ measure_id: id, area_id: areaId }));
  for (const group of new Set(input.residentGroups)) {
    write.run(sql.insertInto('measure_resident_group').values({ measure_id: id, resident_group: group }));
  }
}
